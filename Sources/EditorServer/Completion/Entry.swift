import GatewayModel

/// An entry of a mapping that is to be written, with its value left open.
struct Entry {
  let key: String
  var value: Value

  /// What stands behind the key.
  enum Value {
    /// A scalar to fill in, with the words to begin with.
    case blank([String])
    case mapping([Entry])
    /// A list of one mapping.
    case list([Entry])
  }

  /// Whether the value is a scalar.
  var isBlank: Bool { if case .blank = value { true } else { false } }

  /// The entries that ways of keys lead through, each once.
  static func tree(of routes: [(keys: [KeyShape], words: [String])]) -> [Entry] {
    var order: [String] = []
    var groups: [String: [(keys: [KeyShape], words: [String])]] = [:]
    for route in routes {
      guard let first = route.keys.first?.key else { continue }
      if groups[first] == nil { order.append(first) }
      groups[first, default: []].append(route)
    }
    return order.map { key in
      let group = groups[key] ?? []
      guard let first = group.first, first.keys.count > 1 else {
        return Entry(key: key, value: .blank(group.first?.words ?? []))
      }
      let inner = tree(of: group.map { (Array($0.keys.dropFirst()), $0.words) })
      if case .list = first.keys[0].value { return Entry(key: key, value: .list(inner)) }
      return Entry(key: key, value: .mapping(inner))
    }
  }
}

/// Writes entries as text to insert, with stops for the values where the client can.
struct EntryWriter {
  /// How a mapping is written.
  enum Style {
    /// On lines of its own, each behind this indentation.
    case block(indentation: String)
    case flow
    case json
  }

  let takesSnippets: Bool
  private var stops = 0

  init(takesSnippets: Bool) {
    self.takesSnippets = takesSnippets
  }

  /// The entries, without what stands before the first.
  mutating func text(of entries: [Entry], _ style: Style) -> String {
    var lines: [String] = []
    for entry in entries { lines.append(key(entry.key, style) + value(entry.value, style)) }
    if case .block(let indentation) = style { return lines.joined(separator: "\n" + indentation) }
    return lines.joined(separator: ", ")
  }

  private func key(_ key: String, _ style: Style) -> String {
    if case .json = style { return literal("\"\(key)\":") }
    return literal("\(key):")
  }

  private mutating func value(_ value: Entry.Value, _ style: Style) -> String {
    switch (value, style) {
    case (.blank(let words), .json): " \"" + stop(words) + "\""
    case (.blank(let words), _): " " + stop(words)
    case (.mapping(let inner), .block(let indentation)):
      "\n" + indentation + "  " + text(of: inner, .block(indentation: indentation + "  "))
    case (.list(let inner), .block(let indentation)):
      "\n" + indentation + "  - " + text(of: inner, .block(indentation: indentation + "    "))
    case (.mapping(let inner), _): " {" + text(of: inner, style) + "}"
    case (.list(let inner), _): " [{" + text(of: inner, style) + "}]"
    }
  }

  /// Text that stands as it is.
  func literal(_ text: String) -> String {
    takesSnippets ? text.reduce(into: "") { $0 += ["$", "}", "\\"].contains($1) ? "\\\($1)" : "\($1)" } : text
  }

  private mutating func stop(_ words: [String]) -> String {
    guard takesSnippets else { return words.first ?? "" }
    stops += 1
    switch words.count {
    case 0: return "${\(stops)}"
    case 1: return "${\(stops):\(literal(words[0]))}"
    default:
      let choices = words.map { word in
        word.reduce(into: "") { $0 += ["$", "}", "\\", ",", "|"].contains($1) ? "\\\($1)" : "\($1)" }
      }
      return "${\(stops)|\(choices.joined(separator: ","))|}"
    }
  }
}
