import SourceText
import YAMLDocument

/// Finds what a comment above a node covers.
enum NextNodes {
  /// For each comment the entry or list item that begins on the next line which is neither blank nor a comment, with
  /// all below it; `nil` where nothing begins there.
  /// - Parameter comments: in the order of the file.
  /// - Complexity: O(nodes + lines + comments): one walk for all.
  static func spans(after comments: [ByteSpan], in yaml: YAMLDocument) -> [ByteSpan?] {
    spans(beginningOn: comments.map { lineOfText(after: $0, in: yaml.source) }, in: yaml)
  }

  /// For each line the entry or list item that begins on it, with all below it; `nil` where nothing does.
  /// - Parameter lines: in the order of the file; `nil` gives `nil`.
  static func spans(beginningOn lines: [ByteSpan?], in yaml: YAMLDocument) -> [ByteSpan?] {
    var result = [ByteSpan?](repeating: nil, count: lines.count)
    var next = 0
    var node: UInt32 = 0
    let count = UInt32(yaml.nodeCount)
    while next < lines.count, node < count {
      guard let line = lines[next] else {
        next += 1
        continue
      }
      let id = NodeID(rawValue: node)
      let start = yaml.span(id).start
      if start > line.end {
        next += 1
        continue
      }
      if start >= line.start, let span = coveredSpan(from: id, on: line, in: yaml) {
        // Several comments may stand above one node.
        while next < lines.count, lines[next] == line {
          result[next] = span
          next += 1
        }
      }
      node += 1
    }
    return result
  }

  private static func lineOfText(after comment: ByteSpan, in source: SourceText) -> ByteSpan? {
    var line = source.line(at: comment.start) + 1
    while line <= source.lineCount {
      let span = source.span(ofLine: line)
      let text = source.bytes[span.range].drop { $0 == 0x20 || $0 == 0x09 }
      if let first = text.first, first != UInt8(ascii: "#") { return span }
      line += 1
    }
    return nil
  }

  /// The bytes of an entry from its key to the end of its value, of a list item, or of a scalar whose key stands on a
  /// line before; `nil` for a node inside of these.
  private static func coveredSpan(from node: NodeID, on line: ByteSpan, in yaml: YAMLDocument) -> ByteSpan? {
    let span = yaml.span(node)
    if yaml.isKey(node) {
      guard yaml.kind(node) == .scalar || yaml.kind(node) == .alias else {
        let value = yaml.parent(of: node).flatMap { parent in yaml.pairs(of: parent).first { $0.key == node }?.value }
        return ByteSpan(span.start, max(span.end, value.map { yaml.span($0).end } ?? span.end))
      }
      return ByteSpan(span.start, max(span.end, yaml.span(NodeID(rawValue: node.rawValue + 1)).end))
    }
    guard let key = yaml.keyNode(ofValue: node) else { return yaml.roots.contains(node) ? nil : span }
    return yaml.kind(node) == .scalar && yaml.span(key).end < line.start ? span : nil
  }
}
