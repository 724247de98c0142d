import Linting
import SourceText
import YAMLDocument

/// Tells which findings a change brought, and whether those it was made for are gone.
struct FindingChanges {
  private let before: [Diagnostic]
  private let countsBefore: [FindingIdentity: Int]
  private let countsAfter: [FindingIdentity: Int]
  private let after: [Diagnostic]

  init(before: LintResult, after: LintResult) {
    self.before = before.diagnostics
    self.after = after.diagnostics
    countsBefore = Self.counts(before.diagnostics)
    countsAfter = Self.counts(after.diagnostics)
  }

  private static func counts(_ diagnostics: [Diagnostic]) -> [FindingIdentity: Int] {
    var counts: [FindingIdentity: Int] = [:]
    for diagnostic in diagnostics { counts[diagnostic.identity, default: 0] += 1 }
    return counts
  }

  /// Whether a finding that was mended is there as before: among those of one identity, more are left than were not
  /// mended.
  func hasLeft(ofMended mended: [Diagnostic]) -> Bool {
    Self.counts(mended).contains { identity, count in
      (countsAfter[identity] ?? 0) > (countsBefore[identity] ?? 0) - count
    }
  }

  /// The findings that were not there before: neither under their identity nor, since a fix may change what an API is
  /// called, by the same rule at the same place.
  func come(mappedBy patch: (String) -> TextPatch?) -> [Diagnostic] {
    var known = countsBefore
    let unknown = after.filter { diagnostic in
      guard let count = known[diagnostic.identity], count > 0 else { return true }
      known[diagnostic.identity] = count - 1
      return false
    }
    guard !unknown.isEmpty else { return [] }
    var places: Set<Place> = []
    var maps: [String: TextPatch.OffsetMap] = [:]
    for diagnostic in before {
      let offset = diagnostic.location.range.start.offset
      let file = diagnostic.location.file
      if maps[file] == nil { maps[file] = patch(file)?.offsetMap }
      places.insert(Place(rule: diagnostic.rule, file: file, offset: maps[file]?.mapped(offset) ?? offset))
    }
    return unknown.filter {
      !places.contains(Place(rule: $0.rule, file: $0.location.file, offset: $0.location.range.start.offset))
    }
  }

  private struct Place: Hashable {
    let rule: String
    let file: String
    let offset: UInt32
  }
}

/// What a patch wrote, and the values that it made effective by writing their key: findings there are no news.
struct EffectiveSpans {
  private let spans: [ByteSpan]

  init(of patch: TextPatch, in yaml: YAMLDocument) {
    let written = patch.writtenSpans
    var spans = written
    for root in yaml.roots {
      for node in yaml.subtree(of: root) where yaml.kind(node) == .mapping {
        for (key, value) in yaml.pairs(of: node) where Self.touches(yaml.span(key), written) {
          spans.append(ByteSpan(yaml.span(key).start, max(yaml.span(key).end, yaml.span(value).end)))
        }
      }
    }
    self.spans = spans
  }

  /// Whether a finding stands in what was written or made effective.
  func touches(_ span: ByteSpan) -> Bool {
    spans.contains { $0.start <= span.end && span.start <= $0.end }
  }

  /// Whether a key overlaps with something of an ascending list of spans.
  private static func touches(_ key: ByteSpan, _ written: [ByteSpan]) -> Bool {
    var low = 0
    var high = written.count
    while low < high {
      let middle = (low + high) / 2
      if written[middle].end <= key.start { low = middle + 1 } else { high = middle }
    }
    return low < written.count && written[low].start < key.end
  }
}
