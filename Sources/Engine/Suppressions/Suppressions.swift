import Linting
import SourceText
import YAMLDocument

/// The suppressions of one file: which rules are off for which bytes, and which of them did something.
struct Suppressions: Sendable {
  /// One rule name that is off for one stretch of the file.
  struct Scope: Sendable {
    let comment: Int
    let name: Int
    let rules: [Int]
    let span: ByteSpan
    var isUsed = false
  }

  let comments: [SuppressionComment]
  private(set) var scopes: [Scope] = []
  /// Names that mean no rule, by comment and name.
  private(set) var unknown: [(comment: Int, name: Int, error: UnknownRuleName)] = []
  /// Comments whose last day has passed.
  private(set) var expired: [Int] = []

  /// Reads the comments of a file.
  /// - Parameter today: the current day as `YYYY-MM-DD`.
  init(in yaml: YAMLDocument, catalogue: RuleCatalogue, today: String) {
    let source = yaml.source
    guard Self.mentionsGwlint(source.bytes) else {
      comments = []
      return
    }
    comments = yaml.comments.compactMap { SuppressionComment($0, in: source) }
    var open: [(comment: Int, name: Int, rules: [Int], start: UInt32)] = []
    for (index, comment) in comments.enumerated() {
      if comment.hasReadableDay, let until = comment.until, until < today {
        expired.append(index)
        continue
      }
      for (nameIndex, name) in comment.names.enumerated() {
        let rules: [Int]
        do throws(UnknownRuleName) {
          rules = try catalogue.indices(matching: name.text)
        } catch {
          unknown.append((index, nameIndex, error))
          continue
        }
        switch comment.form {
        case .disableLine:
          add(index, nameIndex, rules, source.span(ofLine: source.line(at: comment.span.start)))
        case .disableNextLine:
          if let span = Self.nextNode(after: comment.span, in: yaml) {
            add(index, nameIndex, rules, span)
          } else {
            add(index, nameIndex, rules, ByteSpan(at: comment.span.end))
          }
        case .disable: open.append((index, nameIndex, rules, comment.span.start))
        case .enable:
          let enabled = Set(rules)
          for position in open.indices.reversed() {
            let kept = open[position].rules.filter { !enabled.contains($0) }
            let closed = open[position].rules.filter { enabled.contains($0) }
            guard !closed.isEmpty else { continue }
            add(
              open[position].comment, open[position].name, closed,
              ByteSpan(open[position].start, comment.span.start))
            if kept.isEmpty { open.remove(at: position) } else { open[position].rules = kept }
          }
        }
      }
    }
    for entry in open { add(entry.comment, entry.name, entry.rules, ByteSpan(entry.start, UInt32(source.bytes.count))) }
  }

  private mutating func add(_ comment: Int, _ name: Int, _ rules: [Int], _ span: ByteSpan) {
    scopes.append(Scope(comment: comment, name: name, rules: rules, span: span))
  }

  /// Whether a finding of a rule that begins at `offset` is off, and by which comment.
  mutating func suppress(rule: Int, at offset: UInt32) -> SuppressionComment? {
    var match: SuppressionComment?
    for index in scopes.indices
    where scopes[index].span.start <= offset && offset <= scopes[index].span.end && scopes[index].rules.contains(rule) {
      scopes[index].isUsed = true
      match = match ?? comments[scopes[index].comment]
    }
    return match
  }

  /// Names that suppressed nothing although all their rules ran.
  func unused(enabled: [Bool]) -> [(comment: Int, name: Int)] {
    struct Name: Hashable {
      let comment: Int
      let name: Int
    }
    var isUsed: [Name: Bool] = [:]
    var order: [Name] = []
    for scope in scopes where scope.rules.allSatisfy({ enabled[$0] }) || scope.isUsed {
      let name = Name(comment: scope.comment, name: scope.name)
      if isUsed[name] == nil { order.append(name) }
      isUsed[name, default: false] = isUsed[name, default: false] || scope.isUsed
    }
    return order.filter { isUsed[$0] == false }.map { ($0.comment, $0.name) }
  }

  /// A quick look that spares most files the search for comments.
  private static func mentionsGwlint(_ bytes: [UInt8]) -> Bool {
    let needle = Array("gwlint:".utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      guard buffer.count >= needle.count else { return false }
      return (0...buffer.count - needle.count).contains { start in
        buffer[start] == needle[0] && needle.indices.allSatisfy { buffer[start + $0] == needle[$0] }
      }
    }
  }

  /// The entry or list item that begins on the next line which is neither blank nor a comment, with all below it.
  private static func nextNode(after comment: ByteSpan, in yaml: YAMLDocument) -> ByteSpan? {
    let source = yaml.source
    var line = source.line(at: comment.start) + 1
    while line <= source.lineCount {
      let text = source.bytes[source.span(ofLine: line).range].drop { $0 == 0x20 || $0 == 0x09 }
      if let first = text.first, first != UInt8(ascii: "#") { break }
      line += 1
    }
    guard line <= source.lineCount else { return nil }
    let span = source.span(ofLine: line)
    for root in yaml.roots where yaml.span(root).end >= span.start {
      return outermost(in: root, beginningOn: span, of: yaml)
    }
    return nil
  }

  private static func outermost(in root: NodeID, beginningOn line: ByteSpan, of yaml: YAMLDocument) -> ByteSpan? {
    var node = root
    while true {
      var next: NodeID?
      switch yaml.kind(node) {
      case .mapping:
        for (key, value) in yaml.pairs(of: node) {
          let keySpan = yaml.span(key)
          let end = max(keySpan.end, yaml.span(value).end)
          if keySpan.start >= line.start, keySpan.start <= line.end { return ByteSpan(keySpan.start, end) }
          if keySpan.start < line.start, end >= line.start { next = value }
        }
      case .sequence:
        for item in yaml.children(of: node) {
          let span = yaml.span(item)
          if span.start >= line.start, span.start <= line.end { return span }
          if span.start < line.start, span.end >= line.start { next = item }
        }
      case .scalar, .alias: return nil
      }
      guard let next else { return nil }
      node = next
    }
  }
}
