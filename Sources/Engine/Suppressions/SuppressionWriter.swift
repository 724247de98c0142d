public import Linting
public import SourceText
import YAMLDocument

/// Writes suppressions for findings, each where it covers no more than it must.
public struct SuppressionWriter: Sendable {
  private let reason: String
  private let leavesRoomForReason: Bool

  /// A writer of comments with a reason.
  /// - Parameter leavesRoomForReason: whether a comment without a reason ends where one is written.
  public init(reason: String, leavesRoomForReason: Bool = false) {
    self.leavesRoomForReason = leavesRoomForReason
    // A comment ends with its line.
    self.reason = String(String.UnicodeScalarView(reason.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  /// What became of a file.
  public struct Outcome: Sendable {
    /// The text with the comments.
    public var text: [UInt8]
    /// How many findings the comments cover.
    public var suppressed = 0
    /// How many findings cannot be covered by a comment.
    public var uncovered = 0
  }

  /// The text of a file with comments that suppress findings in it.
  /// - Parameter file: its name in outputs; JSON has no comments.
  public func write(_ diagnostics: [Diagnostic], into source: SourceText, file: String) -> Outcome {
    var above: [UInt32: [String]] = [:]
    var beside: [UInt32: [String]] = [:]
    var outcome = Outcome(text: source.bytes)
    for (diagnostic, place) in zip(diagnostics, places(for: diagnostics, in: source, file: file)) {
      switch place {
      case .above(let line): Self.add(diagnostic.rule, to: &above[line, default: []])
      case .beside(let line): Self.add(diagnostic.rule, to: &beside[line, default: []])
      case nil:
        outcome.uncovered += 1
        continue
      }
      outcome.suppressed += 1
    }
    outcome.text = text(source, above, beside)
    return outcome
  }

  /// For each finding in a file the edit that writes a comment for it alone; `nil` where none can cover it.
  /// - Complexity: O(n) in the length of the file, once for all findings.
  public func edits(for diagnostics: [Diagnostic], in source: SourceText, file: String) -> [FileEdit?] {
    zip(diagnostics, places(for: diagnostics, in: source, file: file)).map { diagnostic, place in
      switch place {
      case .above(let line):
        let start = source.span(ofLine: line).start
        return insertion(Self.indentation(of: line, in: source) + above([diagnostic.rule], source), at: start, source)
      case .beside(let line):
        return insertion(beside([diagnostic.rule]), at: source.span(ofLine: line).end, source)
      case nil: return nil
      }
    }
  }

  private func insertion(_ text: String, at offset: UInt32, _ source: SourceText) -> FileEdit {
    FileEdit(range: source.range(of: ByteSpan(at: offset)), text: text)
  }

  /// Where a comment goes: before a line or at its end.
  private enum CommentPlace {
    case above(UInt32)
    case beside(UInt32)
  }

  /// For each finding the place of its comment; `nil` where none can cover it.
  private func places(for diagnostics: [Diagnostic], in source: SourceText, file: String) -> [CommentPlace?] {
    let yaml = YAMLDocument.parse(source)
    guard yaml.problem == nil, !file.lowercased().hasSuffix(".json") else { return diagnostics.map { _ in nil } }
    let lines = diagnostics.map { beginningLine(of: $0.location.range.start.offset, in: yaml) }
    let covers = covers(Set(lines), in: yaml)
    let commented = Set(yaml.comments.map { source.line(at: $0.start) })
    return zip(diagnostics, lines).map { diagnostic, line in
      let offset = diagnostic.location.range.start.offset
      if covers[line]?.touches(offset) == true { return .above(line) }
      let isFree = !commented.contains(line) && endsOutsideOfScalars(line, in: yaml)
      return line == source.line(at: offset) && isFree ? .beside(line) : nil
    }
  }

  private static func add(_ rule: String, to rules: inout [String]) {
    if !rules.contains(rule) { rules.append(rule) }
  }

  /// The line of a finding; where that is inside of a text of several lines, the line on which the text begins.
  private func beginningLine(of offset: UInt32, in yaml: YAMLDocument) -> UInt32 {
    let source = yaml.source
    let line = source.line(at: offset)
    let start = source.span(ofLine: line).start
    guard let node = yaml.node(at: start), yaml.kind(node) == .scalar, yaml.span(node).start < start,
      start < yaml.span(node).end
    else { return line }
    return source.line(at: yaml.span(yaml.keyNode(ofValue: node) ?? node).start)
  }

  /// What a comment above each line would cover.
  private func covers(_ lines: Set<UInt32>, in yaml: YAMLDocument) -> [UInt32: ByteSpan] {
    let ordered = lines.sorted()
    let spans = NextNodes.spans(beginningOn: ordered.map { yaml.source.span(ofLine: $0) }, in: yaml)
    var result: [UInt32: ByteSpan] = [:]
    for (line, span) in zip(ordered, spans) { result[line] = span }
    return result
  }

  private func endsOutsideOfScalars(_ line: UInt32, in yaml: YAMLDocument) -> Bool {
    let end = yaml.source.span(ofLine: line).end
    guard let node = yaml.node(at: end), yaml.kind(node) == .scalar else { return true }
    return yaml.span(node).end <= end
  }

  private func text(_ source: SourceText, _ above: [UInt32: [String]], _ beside: [UInt32: [String]]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    for line in Set(above.keys).union(beside.keys).sorted() {
      let span = source.span(ofLine: line)
      result += source.bytes[copied..<Int(span.start)]
      copied = Int(span.start)
      if let rules = above[line] {
        result += Array((Self.indentation(of: line, in: source) + self.above(rules, source)).utf8)
      }
      if let rules = beside[line] {
        result += source.bytes[span.range]
        result += Array(self.beside(rules).utf8)
        copied = Int(span.end)
      }
    }
    return result + source.bytes[copied...]
  }

  private static func indentation(of line: UInt32, in source: SourceText) -> String {
    let blanks = source.bytes[source.span(ofLine: line).range].prefix { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: blanks, as: UTF8.self)
  }

  private func above(_ rules: [String], _ source: SourceText) -> String {
    comment("disable-next-line", rules) + source.lineEnd
  }

  private func beside(_ rules: [String]) -> String { " " + comment("disable-line", rules) }

  private func comment(_ form: String, _ rules: [String]) -> String {
    let saysNoReason = reason.isEmpty && !leavesRoomForReason
    return "# gwlint:\(form) \(rules.joined(separator: ", "))" + (saysNoReason ? "" : " -- \(reason)")
  }
}
