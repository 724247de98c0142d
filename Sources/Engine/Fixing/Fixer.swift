import Linting
import SourceText
import YAMLDocument

/// Mends texts in rounds until nothing changes. One function decides which fixes apply, for the command line, the patch
/// and editors alike.
public struct Fixer: Sendable {
  /// Lints between the rounds.
  public let linter: Linter
  /// Whether fixes that change behaviour are applied as well.
  public let includesUnsafe: Bool

  private static let roundLimit = 25

  /// A fixer.
  public init(linter: Linter, includesUnsafe: Bool) {
    self.linter = linter
    self.includesUnsafe = includesUnsafe
  }

  /// A text before and after.
  public struct FixedText: Sendable {
    /// Its name in outputs.
    public let display: String
    /// The bytes as they were.
    public let before: [UInt8]
    /// The bytes after all rounds; the same where nothing applied.
    public internal(set) var after: [UInt8]
    /// How many findings were mended.
    public internal(set) var fixed = 0
  }

  /// A fix that was not applied although it was allowed, and why.
  public struct HeldBack: Sendable, Hashable {
    /// The rule that offered it.
    public let rule: String
    /// The file it would change.
    public let file: String
    /// Why it was held back.
    public let reason: Reason

    /// Why a fix was held back.
    public enum Reason: Sendable, Hashable {
      /// The text would not parse afterwards.
      case breaksSyntax
      /// A value would change that the fix does not name.
      case changesOtherValues
      /// Another finding would come.
      case bringsFinding(String)
      /// Rounds did not come to an end.
      case doesNotSettle
    }
  }

  /// What fixing did.
  public struct Outcome: Sendable {
    /// Every text, changed or not.
    public internal(set) var texts: [FixedText]
    /// What is left, linted after the last round.
    public internal(set) var result: LintResult
    /// Fixes that were held back.
    public internal(set) var heldBack: [HeldBack] = []
  }

  /// Mends texts that belong together.
  public func fix(_ inputs: [InputText]) -> Outcome {
    var inputs = inputs
    var read = inputs.map { linter.read($0) }
    var outcome = Outcome(
      texts: inputs.map { FixedText(display: $0.display, before: $0.bytes, after: $0.bytes) },
      result: linter.lint(read))
    var refused: Set<FixKey> = []
    for _ in 0..<Self.roundLimit {
      var changedAny = false
      for index in inputs.indices {
        let candidates = candidates(in: outcome.result, file: inputs[index].display, refused: refused)
        guard !candidates.isEmpty else { continue }
        var project = ProjectState(inputs: inputs, read: read, result: outcome.result)
        let applied = apply(candidates, toText: index, &project, &refused, &outcome.heldBack)
        guard applied > 0 else { continue }
        (inputs, read, outcome.result) = (project.inputs, project.read, project.result)
        outcome.texts[index].after = inputs[index].bytes
        outcome.texts[index].fixed += applied
        changedAny = true
      }
      if !changedAny { break }
    }
    outcome.result.summary.fixed = outcome.texts.reduce(0) { $0 + $1.fixed }
    return outcome
  }

  // MARK: One text, one round

  /// What tells one offered fix from another, whatever moved in the meantime.
  private struct FixKey: Hashable {
    let file: String
    let identity: FindingIdentity
    let title: String
  }

  private struct Candidate {
    let diagnostic: Diagnostic
    let fix: Fix
    var key: FixKey { FixKey(file: diagnostic.location.file, identity: diagnostic.identity, title: fix.title) }
  }

  private struct ProjectState {
    var inputs: [InputText]
    var read: [ReadText]
    var result: LintResult
  }

  /// The fixes that may be applied in a file: of each finding the first that is allowed; ordered by place, the shorter
  /// first, then by rule.
  private func candidates(in result: LintResult, file: String, refused: Set<FixKey>) -> [Candidate] {
    result.diagnostics.filter { $0.location.file == file }
      .compactMap { diagnostic -> Candidate? in
        let fix = diagnostic.fixes.first { includesUnsafe || $0.applicability == .safe }
        let candidate = fix.map { Candidate(diagnostic: diagnostic, fix: $0) }
        return candidate.flatMap { refused.contains($0.key) || $0.fix.edits.isEmpty ? nil : $0 }
      }
      .sorted { left, right in
        let leftSpan = left.fix.edits[0].range.span
        let rightSpan = right.fix.edits[0].range.span
        return leftSpan == rightSpan ? left.diagnostic.rule < right.diagnostic.rule : leftSpan < rightSpan
      }
  }

  /// Applies as many candidates as fit together. Where the result is not sound, the half that holds the culprit is
  /// halved until it is found; that one is held back.
  private func apply(
    _ candidates: [Candidate], toText index: Int, _ project: inout ProjectState, _ refused: inout Set<FixKey>,
    _ heldBack: inout [HeldBack]
  ) -> Int {
    var applied = 0
    var pending = [candidates]
    while let group = pending.popLast() {
      // Positions are only those of the text that was linted: after a change the rest waits for the next round.
      guard applied == 0 || group.isEmpty else { break }
      var patch = TextPatch()
      let fitting = group.filter { patch.add($0.fix.edits) }
      switch attempt(patch, toText: index, project) {
      case .success(let state):
        project = state
        applied += fitting.count
      case .failure(let reason):
        if fitting.count == 1 {
          refused.insert(fitting[0].key)
          heldBack.append(
            HeldBack(rule: fitting[0].diagnostic.rule, file: project.inputs[index].display, reason: reason.reason))
          if group.count > 1 { pending.append(group.filter { $0.key != fitting[0].key }) }
        } else {
          pending.append(Array(fitting[(fitting.count / 2)...]))
          pending.append(Array(fitting[..<(fitting.count / 2)]))
        }
      }
    }
    return applied
  }

  private struct Unsound: Error {
    let reason: HeldBack.Reason
  }

  /// The project after a patch, if the patch is sound: the text parses, no value changes that no fix touches, and no
  /// finding comes outside of what the patch wrote.
  private func attempt(_ patch: TextPatch, toText index: Int, _ project: ProjectState) -> Result<ProjectState, Unsound>
  {
    var state = project
    state.inputs[index].bytes = patch.applied(to: project.inputs[index].bytes)
    state.read[index] = linter.read(state.inputs[index])
    let before = project.read[index].yaml
    let after = state.read[index].yaml
    guard after.problem == nil else { return .failure(Unsound(reason: .breaksSyntax)) }
    guard ValueComparison(before: before, after: after, patch: patch).keepsUntouchedValues else {
      return .failure(Unsound(reason: .changesOtherValues))
    }
    state.result = linter.lint(state.read)
    let display = state.inputs[index].display
    var known: [FindingIdentity: Int] = [:]
    for diagnostic in project.result.diagnostics { known[diagnostic.identity, default: 0] += 1 }
    let effective = effectiveSpans(of: patch, in: after)
    for diagnostic in state.result.diagnostics {
      if let count = known[diagnostic.identity], count > 0 {
        known[diagnostic.identity] = count - 1
        continue
      }
      let span = diagnostic.location.range.span
      if diagnostic.location.file == display,
        effective.contains(where: { $0.start <= span.end && span.start <= $0.end })
      {
        continue
      }
      return .failure(Unsound(reason: .bringsFinding(diagnostic.rule)))
    }
    return .success(state)
  }

  /// What a patch wrote, and the values that it made effective by writing their key.
  private func effectiveSpans(of patch: TextPatch, in yaml: YAMLDocument) -> [ByteSpan] {
    patch.writtenSpans.flatMap { span -> [ByteSpan] in
      guard let node = yaml.node(at: span.start), yaml.isKey(node), let parent = yaml.parent(of: node),
        let pair = yaml.pairs(of: parent).first(where: { $0.key == node })
      else { return [span] }
      return [span, ByteSpan(yaml.span(node).start, max(yaml.span(node).end, yaml.span(pair.value).end))]
    }
  }
}
