import Linting
import SourceText
import YAMLDocument

/// The rounds of fixing for texts that are linted together.
struct FixRounds: Sendable {
  private let fixer: Fixer
  /// The places of the texts among all that are fixed.
  let indices: [Int]
  private(set) var inputs: [InputText]
  private(set) var read: [ReadText]
  /// How many findings were mended in each text.
  private(set) var fixed: [Int]
  private(set) var heldBack: [Fixer.HeldBack] = []
  private var result = LintResult()
  private var refused: Set<FixKey> = []

  private static let roundLimit = 25
  /// How often the texts may be linted, whatever happens: each fix that is held back costs about as many lints as its
  /// number of companions can be halved.
  private static let lintLimit = 250

  init(_ fixer: Fixer, texts: [(input: InputText, read: ReadText)], indices: [Int]) {
    self.fixer = fixer
    self.indices = indices
    inputs = texts.map(\.input)
    read = texts.map(\.read)
    fixed = [Int](repeating: 0, count: texts.count)
  }

  /// What tells one offered fix from another, whatever moved in the meantime.
  private struct FixKey: Hashable {
    let file: String
    let identity: FindingIdentity
    let title: String
  }

  private struct Candidate {
    let text: Int
    let diagnostic: Diagnostic
    let fix: Fix
    var key: FixKey { FixKey(file: diagnostic.location.file, identity: diagnostic.identity, title: fix.title) }
  }

  /// The texts after some fixes, and what is found in them.
  private struct Attempt {
    var inputs: [InputText]
    var read: [ReadText]
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
    result = fixer.linter.lint(read)
    for _ in 0..<Self.roundLimit {
      var groups = [candidates()]
      var hasChanged = false
      // A round ends with the first group that is sound: positions are only those of the text that was linted.
      while !hasChanged, lints < Self.lintLimit, let group = groups.popLast(), !group.isEmpty {
        switch attempt(group, &lints) {
        case .success(let attempt):
          inputs = attempt.inputs
          read = attempt.read
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

  private mutating func holdBack(_ candidate: Candidate, _ reason: Fixer.HeldBack.Reason) {
    refused.insert(candidate.key)
    heldBack.append(
      Fixer.HeldBack(
        rule: candidate.diagnostic.rule, title: candidate.fix.title, location: candidate.diagnostic.location,
        reason: reason))
  }

  /// The fixes that may be applied: of each finding the first that is allowed; ordered by text and place, the shorter
  /// first, then by rule.
  private func candidates() -> [Candidate] {
    let texts = Dictionary(inputs.enumerated().map { ($0.element.display, $0.offset) }) { first, _ in first }
    return result.diagnostics
      .compactMap { diagnostic -> Candidate? in
        guard let text = texts[diagnostic.location.file] else { return nil }
        return diagnostic.fixes.lazy.filter { fixer.allows($0) }
          .map { Candidate(text: text, diagnostic: diagnostic, fix: $0) }.first { !refused.contains($0.key) }
      }
      .sorted { left, right in
        if left.text != right.text { return left.text < right.text }
        let leftSpan = left.fix.edits[0].range.span
        let rightSpan = right.fix.edits[0].range.span
        return leftSpan == rightSpan ? left.diagnostic.rule < right.diagnostic.rule : leftSpan < rightSpan
      }
  }

  /// The texts after as many of the candidates as fit together, if the result is sound: every text parses, no value
  /// changes that no fix touches, the findings are gone, and none comes outside of what was written.
  private func attempt(_ candidates: [Candidate], _ lints: inout Int) -> Result<Attempt, Unsound> {
    var patches = [TextPatch](repeating: TextPatch(), count: inputs.count)
    let fitting = candidates.filter { patches[$0.text].add($0.fix.edits) }
    var attempt = Attempt(inputs: inputs, read: read, result: result, applied: inputs.map { _ in 0 })
    for candidate in fitting { attempt.applied[candidate.text] += 1 }
    for text in inputs.indices where attempt.applied[text] > 0 {
      attempt.inputs[text].bytes = patches[text].applied(to: inputs[text].bytes)
      attempt.read[text] = fixer.linter.read(attempt.inputs[text])
      let after = attempt.read[text].yaml
      guard after.problem == nil else { return .failure(Unsound(reason: .breaksSyntax)) }
      let comparison = ValueComparison(before: read[text].yaml, after: after, patch: patches[text])
      guard comparison.keepsUntouchedValues else { return .failure(Unsound(reason: .changesOtherValues)) }
    }
    lints += 1
    attempt.result = fixer.linter.lint(attempt.read)
    let changes = FindingChanges(before: result, after: attempt.result)
    if changes.hasLeft(ofMended: fitting.map(\.diagnostic)) { return .failure(Unsound(reason: .doesNotMend)) }
    let texts = Dictionary(inputs.enumerated().map { ($0.element.display, $0.offset) }) { first, _ in first }
    var effective: [Int: EffectiveSpans] = [:]
    for diagnostic in changes.come(mappedBy: { texts[$0].map { patches[$0] } }) {
      if let text = texts[diagnostic.location.file] {
        let spans = effective[text] ?? EffectiveSpans(of: patches[text], in: attempt.read[text].yaml)
        effective[text] = spans
        if spans.touches(diagnostic.location.range.span) { continue }
      }
      return .failure(Unsound(reason: .bringsFinding(diagnostic.rule)))
    }
    return .success(attempt)
  }
}
