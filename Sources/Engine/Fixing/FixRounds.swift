import Linting
import SourceText
import YAMLDocument

/// The rounds of fixing for texts that are linted together.
struct FixRounds: Sendable {
  private let fixer: Fixer
  /// The places of the texts among all that are fixed.
  let indices: [Int]
  private(set) var texts: [ReadText]
  /// The place of the one text that may be changed; `nil` where all may.
  private let only: Int?
  /// How many findings were mended in each text.
  private(set) var fixed: [Int]
  private(set) var heldBack: [Fixer.HeldBack] = []
  private var result = LintResult()
  private var refused: Set<FixKey> = []

  private static let roundLimit = 25
  /// How often the texts may be linted, whatever happens: each fix that is held back costs about as many lints as its
  /// number of companions can be halved.
  private static let lintLimit = 250

  init(_ fixer: Fixer, texts: [ReadText], indices: [Int], only: Int?) {
    self.fixer = fixer
    self.indices = indices
    self.only = only
    self.texts = texts
    fixed = [Int](repeating: 0, count: texts.count)
  }

  /// What tells one offered fix from another, whatever moved in the meantime.
  private struct FixKey: Hashable {
    let file: String
    let identity: FindingIdentity
    let index: Int
  }

  private struct Candidate {
    let text: Int
    let diagnostic: Diagnostic
    /// Which of the finding's fixes it is.
    let index: Int
    var fix: Fix { diagnostic.fixes[index] }
    var key: FixKey { FixKey(file: diagnostic.location.file, identity: diagnostic.identity, index: index) }
  }

  /// The texts after some fixes, and what is found in them.
  private struct Attempt {
    var texts: [ReadText]
    var result: LintResult
    /// How many of the fixes fitted in each text.
    var applied: [Int]
  }

  private struct Unsound: Error {
    let reason: Fixer.HeldBack.Reason
  }

  /// The state after all rounds.
  func run() -> FixRounds {
    var state = self
    state.mend()
    return state
  }

  private mutating func mend() {
    var lints = 1
    result = fixer.linter.lint(texts)
    // Fixes that undo each other lead back to a text that was there before.
    var countsOfState: [Int: [Int]] = [:]
    for _ in 0..<Self.roundLimit {
      if let counts = countsOfState.updateValue(fixed, forKey: hashOfTexts) {
        fixed = counts
        break
      }
      var groups = [candidates()]
      var hasChanged = false
      // A round ends with the first group that is sound: positions are only those of the text that was linted.
      while !hasChanged, lints < Self.lintLimit, let group = groups.popLast(), !group.isEmpty {
        switch attempt(group, &lints) {
        case .success(let attempt):
          texts = attempt.texts
          result = attempt.result
          for text in fixed.indices { fixed[text] += attempt.applied[text] }
          hasChanged = true
        case .failure(let unsound) where group.count == 1: holdBack(group[0], unsound.reason)
        case .failure:
          groups.append(Array(group[(group.count / 2)...]))
          groups.append(Array(group[..<(group.count / 2)]))
        }
      }
      if !hasChanged { break }
    }
    for candidate in candidates() { holdBack(candidate, .doesNotSettle) }
  }

  private var hashOfTexts: Int {
    var hasher = Hasher()
    for text in texts { text.yaml.source.bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
    return hasher.finalize()
  }

  private mutating func holdBack(_ candidate: Candidate, _ reason: Fixer.HeldBack.Reason) {
    refused.insert(candidate.key)
    heldBack.append(
      Fixer.HeldBack(
        rule: candidate.diagnostic.rule, title: candidate.fix.title, location: candidate.diagnostic.location,
        identity: candidate.diagnostic.identity, index: candidate.index, reason: reason))
  }

  /// The fixes that may be applied: of each finding the first that is allowed; ordered by text and place, the shorter
  /// first, then by rule.
  private func candidates() -> [Candidate] {
    let places = places
    return result.diagnostics
      .compactMap { diagnostic -> Candidate? in
        guard let text = places[diagnostic.location.file], only == nil || only == text else { return nil }
        return diagnostic.fixes.indices.lazy.filter { fixer.allows(diagnostic.fixes[$0]) }
          .map { Candidate(text: text, diagnostic: diagnostic, index: $0) }.first { !refused.contains($0.key) }
      }
      .sorted { left, right in
        if left.text != right.text { return left.text < right.text }
        let leftSpan = left.fix.edits[0].range.span
        let rightSpan = right.fix.edits[0].range.span
        return leftSpan == rightSpan ? left.diagnostic.rule < right.diagnostic.rule : leftSpan < rightSpan
      }
  }

  /// The texts by their names.
  private var places: [String: Int] {
    Dictionary(texts.enumerated().map { ($0.element.display, $0.offset) }) { first, _ in first }
  }

  /// The texts after as many of the candidates as fit together, if the result is sound: every text parses, no value
  /// changes that no fix touches, the findings are gone, and none comes outside of what was written.
  private func attempt(_ candidates: [Candidate], _ lints: inout Int) -> Result<Attempt, Unsound> {
    var patches = [TextPatch](repeating: TextPatch(), count: texts.count)
    let fitting = candidates.filter { patches[$0.text].add($0.fix.edits) }
    var attempt = Attempt(texts: texts, result: result, applied: texts.map { _ in 0 })
    for candidate in fitting { attempt.applied[candidate.text] += 1 }
    for text in texts.indices where attempt.applied[text] > 0 {
      let before = texts[text].yaml
      attempt.texts[text] = fixer.linter.read(texts[text], changedTo: patches[text].applied(to: before.source.bytes))
      let after = attempt.texts[text].yaml
      guard after.problem == nil else { return .failure(Unsound(reason: .breaksSyntax)) }
      let comparison = ValueComparison(before: before, after: after, patch: patches[text])
      guard comparison.keepsUntouchedValues else { return .failure(Unsound(reason: .changesOtherValues)) }
    }
    lints += 1
    attempt.result = fixer.linter.lint(attempt.texts)
    let changes = FindingChanges(before: result, after: attempt.result)
    if changes.hasLeft(ofMended: fitting.map(\.diagnostic)) { return .failure(Unsound(reason: .doesNotMend)) }
    let places = places
    var effective: [Int: EffectiveSpans] = [:]
    for diagnostic in changes.come(mappedBy: { places[$0].map { patches[$0] } }) {
      if let text = places[diagnostic.location.file] {
        let spans = effective[text] ?? EffectiveSpans(of: patches[text], in: attempt.texts[text].yaml)
        effective[text] = spans
        if spans.touches(diagnostic.location.range.span) { continue }
      }
      return .failure(Unsound(reason: .bringsFinding(diagnostic.rule)))
    }
    return .success(attempt)
  }
}
