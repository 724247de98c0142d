import GatewayModel
import Linting
import YAMLDocument

/// Takes a log apart, line by line.
public enum LogLines {
  /// Longer lines are not read, in bytes.
  public static let lengthLimit = 64 << 10

  /// The entries that a line holds.
  ///
  /// Known are: the gateway's own form, bare, in a CSV file or in JSON texts; a JSON object with the names of the
  /// gateway's variables, as a log service exports it, or with such lines in it; and any line that holds a message of the
  /// gateway's error table.
  /// - Returns: `nil` where none of these fits.
  /// - Complexity: O(length of the line), times the number of rows of the error table for lines of other forms.
  public static func entries(in line: ArraySlice<UInt8>) -> [LogEntry]? {
    guard line.count <= lengthLimit else { return nil }
    let text = line.drop { $0 <= 0x20 }
    if text.first == UInt8(ascii: "{"), let entries = entries(inObject: Array(text)) { return entries }
    if let entry = ServiceLogLine.entry(in: unquoted(text)) { return [entry] }
    let rows = MessageMatch.rows(mentionedIn: line)
    guard !rows.isEmpty else { return nil }
    return rows.map { row in
      var entry = LogEntry()
      entry.status = row.fault.status
      entry.message = row.fault.message
      return entry
    }
  }

  /// A text without the quotes of CSV and JSON and without what escapes quotes and slashes in them.
  private static func unquoted(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.contains(UInt8(ascii: "\"")) else { return text }
    var result: [UInt8] = []
    var isEscaped = false
    for byte in text {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
        continue
      }
      if byte != UInt8(ascii: "\"") || isEscaped { result.append(byte) }
      isEscaped = false
    }
    return result[...]
  }

  // MARK: JSON

  private static func entries(inObject bytes: [UInt8]) -> [LogEntry]? {
    let json = YAMLDocument.parse(bytes)
    guard json.problem == nil, json.roots.count == 1 else { return nil }
    var entries: [LogEntry] = []
    for index in 0..<UInt32(json.nodeCount) {
      let node = NodeID(rawValue: index)
      switch json.kind(node) {
      case .mapping:
        if let entry = entry(of: node, in: json) { entries.append(entry) }
      case .scalar where !json.isKey(node) && json.style(node) != .plain:
        let lines = json.scalar(node).split(separator: UInt8(ascii: "\n"))
        entries += lines.compactMap { ServiceLogLine.entry(in: $0) }
      case .scalar, .sequence, .alias: break
      }
    }
    return entries.isEmpty ? nil : entries
  }

  private static func entry(of object: NodeID, in json: YAMLDocument) -> LogEntry? {
    guard json.value(of: object, key: "rsp_st") != nil else { return nil }
    var entry = LogEntry()
    for (key, value) in json.pairs(of: object) where json.kind(value) == .scalar {
      entry.set(json.string(key), json.string(value))
    }
    return entry
  }
}
