import Linting
import SourceText
import YAMLDocument

/// The suppressions of one file: which rules are off for which bytes, and which of them did something.
struct Suppressions: Sendable {
  /// One rule name that is off for one stretch of the file.
  private struct Scope: Sendable {
    let comment: Int
    let name: Int
    let rules: Set<Int>
    let span: ByteSpan
    var isUsed = false
  }

  /// Something wrong with a comment itself.
  enum Fault: Sendable {
    /// The word behind `gwlint:` is none of the forms.
    case unknownForm
    /// It names no rule.
    case namesNothing
    /// One of its names, by index, means no rule.
    case unknownRule(Int, UnknownRuleName)
    /// What stands behind `until=` is no day.
    case badDay
  }

  /// A name of a comment.
  struct NameIndex: Hashable, Sendable {
    let comment: Int
    let name: Int
  }

  let comments: [SuppressionComment]
  private(set) var faults: [(comment: Int, fault: Fault)] = []
  /// Comments whose last day has passed.
  private(set) var expired: [Int] = []
  private var scopes: [Scope] = []

  /// Reads the comments of a file.
  /// - Parameter today: the current day as `YYYY-MM-DD`.
  init(in yaml: YAMLDocument, catalogue: RuleCatalogue, today: String) {
    let source = yaml.source
    guard Self.mentionsGwlint(source.bytes) else {
      comments = []
      return
    }
    comments = yaml.comments.compactMap { SuppressionComment($0, in: source) }
    let nextNodes = NextNodes.spans(after: comments.map(\.span), in: yaml)
    var open: [(name: NameIndex, rules: Set<Int>, start: UInt32)] = []
    for (index, comment) in comments.enumerated() {
      guard let form = comment.form else {
        faults.append((index, .unknownForm))
        continue
      }
      if comment.names.isEmpty { faults.append((index, .namesNothing)) }
      if let until = comment.until {
        if !SuppressionComment.isDay(until.text) {
          faults.append((index, .badDay))
        } else if until.text < today {
          expired.append(index)
          continue
        }
      }
      for (nameIndex, rules) in resolvedNames(of: index, catalogue) {
        let name = NameIndex(comment: index, name: nameIndex)
        switch form {
        case .disableLine: add(name, rules, source.span(ofLine: source.line(at: comment.span.start)))
        case .disableNextLine: add(name, rules, nextNodes[index] ?? ByteSpan(at: comment.span.end))
        case .disable: open.append((name, rules, comment.span.start))
        case .enable: close(&open, rules, at: comment.span.start)
        }
      }
    }
    for entry in open { add(entry.name, entry.rules, ByteSpan(entry.start, UInt32(source.bytes.count))) }
  }

  private mutating func resolvedNames(of index: Int, _ catalogue: RuleCatalogue) -> [(Int, Set<Int>)] {
    var result: [(Int, Set<Int>)] = []
    for (nameIndex, name) in comments[index].names.enumerated() {
      do throws(UnknownRuleName) {
        result.append((nameIndex, Set(try catalogue.indices(matching: name.text))))
      } catch {
        faults.append((index, .unknownRule(nameIndex, error)))
      }
    }
    return result
  }

  private mutating func close(
    _ open: inout [(name: NameIndex, rules: Set<Int>, start: UInt32)], _ enabled: Set<Int>, at end: UInt32
  ) {
    for position in open.indices.reversed() {
      let closed = open[position].rules.intersection(enabled)
      guard !closed.isEmpty else { continue }
      add(open[position].name, closed, ByteSpan(open[position].start, end))
      open[position].rules.subtract(closed)
      if open[position].rules.isEmpty { open.remove(at: position) }
    }
  }

  private mutating func add(_ name: NameIndex, _ rules: Set<Int>, _ span: ByteSpan) {
    scopes.append(Scope(comment: name.comment, name: name.name, rules: rules, span: span))
  }

  /// For each finding the comment that switches it off, if one does.
  /// - Parameter findings: rule and first byte of each.
  /// - Complexity: O(n log n) in the number of findings and scopes, as long as few scopes overlap.
  mutating func matches(_ findings: [(rule: Int, offset: UInt32)]) -> [SuppressionComment?] {
    var result = [SuppressionComment?](repeating: nil, count: findings.count)
    guard !scopes.isEmpty else { return result }
    let byStart = scopes.indices.sorted { scopes[$0].span.start < scopes[$1].span.start }
    var next = 0
    var active: [Int] = []
    for finding in findings.indices.sorted(by: { findings[$0].offset < findings[$1].offset }) {
      let (rule, offset) = findings[finding]
      while next < byStart.count, scopes[byStart[next]].span.start <= offset {
        active.append(byStart[next])
        next += 1
      }
      active.removeAll { scopes[$0].span.end < offset }
      for scope in active where scopes[scope].rules.contains(rule) {
        scopes[scope].isUsed = true
        result[finding] = result[finding] ?? comments[scopes[scope].comment]
      }
    }
    return result
  }

  /// Names that suppressed nothing although all their rules ran.
  func unused(enabled: [Bool]) -> [NameIndex] {
    var isUsed: [NameIndex: Bool] = [:]
    var order: [NameIndex] = []
    for scope in scopes {
      let name = NameIndex(comment: scope.comment, name: scope.name)
      if isUsed[name] == nil { order.append(name) }
      let isUnknown = !scope.rules.allSatisfy { enabled[$0] }
      isUsed[name] = isUsed[name] == true || scope.isUsed || isUnknown
    }
    return order.filter { isUsed[$0] == false }
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
}
