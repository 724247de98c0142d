public import Linting
import SourceText
import YAMLDocument

/// Mends texts in rounds until nothing changes. One function decides which fixes apply, for the command line, the patch
/// and editors alike.
public struct Fixer: Sendable {
  /// Lints between the rounds.
  public let linter: Linter
  /// Whether fixes that change behaviour are applied as well.
  public let includesUnsafe: Bool

  /// A fixer.
  public init(linter: Linter, includesUnsafe: Bool) {
    self.linter = linter
    self.includesUnsafe = includesUnsafe
  }

  /// A text before and after.
  public struct FixedText: Sendable {
    /// Its name in outputs.
    public internal(set) var display: String
    /// The bytes as they were.
    public let before: [UInt8]
    /// The bytes after all rounds; the same where nothing applied.
    public internal(set) var after: [UInt8]
    /// How many findings were mended.
    public internal(set) var fixed = 0

    /// A text that nothing was done to yet.
    init(display: String, before: [UInt8]) {
      self.display = display
      self.before = before
      after = before
    }

    /// Whether anything applied.
    public var isChanged: Bool { before != after }
  }

  /// A fix that was not applied although it was allowed, and why.
  public struct HeldBack: Sendable, Hashable {
    /// The rule that offered it.
    public let rule: String
    /// What it would have done.
    public let title: String
    /// The place of the finding when it was held back.
    public let location: Location
    /// What the finding is about.
    let identity: FindingIdentity
    /// Which of the finding's fixes it is, whatever the language of its title.
    let index: Int
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
      /// The finding would still be there.
      case doesNotMend
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
    /// Fixes that were held back, ordered by place.
    public internal(set) var heldBack: [HeldBack] = []
  }

  /// Mends texts.
  public func fix(_ inputs: [InputText]) -> Outcome {
    fix(ParallelWork.map(inputs, jobs: linter.jobs) { linter.read($0) })
  }

  /// Mends texts that were read already. Those that describe one service are mended and linted together, each such
  /// cluster by itself, so that a fix costs a look at what it can affect and not at all other files.
  /// - Parameter only: the index of the one text that may be changed; the others are there to be looked at.
  func fix(_ read: [ReadText], only: Int? = nil) -> Outcome {
    var outcome = Outcome(
      texts: read.map { FixedText(display: $0.display, before: $0.yaml.source.bytes) }, result: linter.lint(read))
    let rounds = clustersToMend(read, outcome.result)
      .filter { only.map($0.contains) ?? true }
      .map { cluster in
        FixRounds(self, texts: cluster.map { read[$0] }, indices: cluster, only: only.flatMap(cluster.firstIndex(of:)))
      }
    guard !rounds.isEmpty else { return outcome }
    var all = read
    for mended in ParallelWork.map(rounds, jobs: linter.jobs, { $0.run() }) {
      for (place, index) in mended.indices.enumerated() {
        outcome.texts[index].after = mended.texts[place].yaml.source.bytes
        outcome.texts[index].fixed = mended.fixed[place]
        all[index] = mended.texts[place]
      }
      outcome.heldBack += mended.heldBack
    }
    outcome.heldBack.sort {
      ($0.location.file, $0.location.range.start, $0.rule) < ($1.location.file, $1.location.range.start, $1.rule)
    }
    let fixed = outcome.texts.reduce(0) { $0 + $1.fixed }
    if fixed > 0 { outcome.result = linter.lint(all) }
    outcome.result.summary.fixed = fixed
    outcome.result.withdraw(outcome.heldBack)
    return outcome
  }

  private func clustersToMend(_ read: [ReadText], _ result: LintResult) -> [[Int]] {
    let mendable = Set(
      result.diagnostics.lazy.filter { $0.fixes.contains { allows($0) } }.map(\.location.file))
    guard !mendable.isEmpty else { return [] }
    return linter.clusters(of: read).filter { $0.contains { mendable.contains(read[$0].display) } }
  }

  func allows(_ fix: Fix) -> Bool {
    !fix.edits.isEmpty && (includesUnsafe || fix.applicability == .safe)
  }
}

extension LintResult {
  /// Takes the fixes out that were held back: nobody is to be told that they mend anything.
  mutating func withdraw(_ heldBack: [Fixer.HeldBack]) {
    struct Key: Hashable {
      let file: String
      let identity: FindingIdentity
      let index: Int
    }
    let withdrawn = Set(heldBack.map { Key(file: $0.location.file, identity: $0.identity, index: $0.index) })
    guard !withdrawn.isEmpty else { return }
    summary.fixable = 0
    for place in diagnostics.indices {
      let diagnostic = diagnostics[place]
      diagnostics[place].fixes = diagnostic.fixes.enumerated().filter { index, _ in
        !withdrawn.contains(Key(file: diagnostic.location.file, identity: diagnostic.identity, index: index))
      }.map(\.element)
      if diagnostics[place].fixes.contains(where: { $0.applicability == .safe }) { summary.fixable += 1 }
    }
  }
}
