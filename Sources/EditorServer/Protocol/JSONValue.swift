import Reporting

/// A JSON value to send.
enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSONValue])
  case members([(String, JSONValue?)])

  /// An object of members; those that are `nil` are left out.
  static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .members(members.map { ($0.key, $0.value) })
  }

  /// Writes the value.
  func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let value): writer.value(value)
    case .int(let value): writer.value(value)
    case .string(let value): writer.value(value)
    case .array(let items):
      writer.beginArray()
      for item in items { item.write(to: &writer) }
      writer.endArray()
    case .members(let members):
      writer.beginObject()
      for (key, value) in members {
        guard let value else { continue }
        writer.key(key)
        value.write(to: &writer)
      }
      writer.endObject()
    }
  }
}

extension LSPRange {
  /// The range as the protocol writes it.
  var json: JSONValue { .object(["start": start.json, "end": end.json]) }
}

extension LSPPosition {
  /// The position as the protocol writes it.
  var json: JSONValue { .object(["line": .int(line), "character": .int(character)]) }
}
