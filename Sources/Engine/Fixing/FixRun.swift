import Linting

/// Mends what a run has read, as the command line starts it.
public struct FixRun: Sendable {
  private let run: LintRun
  private let includesUnsafe: Bool

  /// A run.
  /// - Parameter includesUnsafe: whether fixes that change behaviour are applied as well.
  public init(_ run: LintRun, includesUnsafe: Bool) {
    self.run = run
    self.includesUnsafe = includesUnsafe
  }

  /// What mending did.
  public struct Outcome: Sendable {
    /// What is there now: mended where it was written, else as it was read.
    public let gathered: LintRun.Gathered
    /// The files that were mended, or would be, ordered by name; for standard input the text, mended or not.
    public let texts: [Fixer.FixedText]
    /// Fixes that were allowed and not applied, ordered by place.
    public let heldBack: [Fixer.HeldBack]
  }

  /// Mends files. One that cannot be written, or has changed since it was read, is left alone and told.
  public func write(_ gathered: LintRun.Gathered) -> Outcome {
    let fixed = fixer.fix(gathered.tied.texts)
    let (written, refusals) = replace(fixed.texts.filter(\.isChanged))
    return outcome(gathered, fixed, written: written, refusals)
  }

  /// Finds what `write` would do; nothing is written.
  public func preview(_ gathered: LintRun.Gathered) -> Outcome {
    let isStandardInput = gathered.standardInput != nil
    let fixed = fixer.fix(gathered.tied.texts, only: isStandardInput ? 0 : nil)
    let changed = fixed.texts.filter(\.isChanged)
    return Outcome(
      gathered: gathered, texts: isStandardInput ? changed : namedByTarget(changed), heldBack: fixed.heldBack)
  }

  /// A patch cannot go through a link: it names the file that the link leads to, once.
  private func namedByTarget(_ texts: [Fixer.FixedText]) -> [Fixer.FixedText] {
    var seen: Set<String> = []
    return texts.compactMap { text in
      var text = text
      if let target = AtomicFile.targetOfLink(path(of: text)) {
        text.display = PathName.display(target, from: run.finder.currentFolder)
      }
      return seen.insert(text.display).inserted ? text : nil
    }.sorted { $0.display.utf8.lexicographicallyPrecedes($1.display.utf8) }
  }

  /// Mends standard input: the only text of the outcome, mended or not; none where it could not be read. Files that
  /// belong to the same service are looked at and left alone.
  public func filter(_ gathered: LintRun.Gathered) -> Outcome {
    guard let bytes = gathered.standardInput else { return Outcome(gathered: gathered, texts: [], heldBack: []) }
    let fixed = fixer.fix(gathered.tied.texts, only: 0)
    let unchanged = Fixer.FixedText(display: gathered.tied.texts.first?.display ?? "-", before: bytes)
    let changed = fixed.texts.filter(\.isChanged)
    let mended = outcome(gathered, fixed, written: changed, [:])
    return Outcome(gathered: mended.gathered, texts: [changed.first ?? unchanged], heldBack: fixed.heldBack)
  }

  private var fixer: Fixer { Fixer(linter: run.linter, includesUnsafe: includesUnsafe) }

  private func outcome(
    _ gathered: LintRun.Gathered, _ fixed: Fixer.Outcome, written: [Fixer.FixedText],
    _ refusals: [String: AtomicFile.Refusal]
  ) -> Outcome {
    var mending = LintRun.Gathered.Mending(heldBack: fixed.heldBack, refusals: refusals)
    mending.fixed = written.reduce(0) { $0 + $1.fixed }
    var texts = gathered.tied.texts
    // What was not written is not mended: it stays as it was read.
    for (index, text) in fixed.texts.enumerated() where text.isChanged && refusals[text.display] == nil {
      texts[index] = run.linter.read(texts[index], changedTo: text.after)
    }
    return Outcome(
      gathered: gathered.mended(texts, mending, currentFolder: run.finder.currentFolder), texts: written,
      heldBack: fixed.heldBack)
  }

  private func path(of text: Fixer.FixedText) -> String {
    PathName.absolute(text.display, from: run.finder.currentFolder)
  }

  /// What is to be written into a file.
  private struct Content: Hashable {
    let target: String
    let bytes: [UInt8]
  }

  /// Writes texts to their files. A file that goes by several names is written once, and counts under the first.
  /// - Returns: what was written, and by name why the rest was not.
  private func replace(
    _ texts: [Fixer.FixedText]
  ) -> (written: [Fixer.FixedText], refusals: [String: AtomicFile.Refusal]) {
    let contents = texts.map { Content(target: AtomicFile.followingLinks(path(of: $0)), bytes: $0.after) }
    let names = Dictionary(grouping: texts.indices) { contents[$0] }
    let unique = texts.indices.filter { names[contents[$0]]?.first == $0 }
    let refused = ParallelWork.map(unique, jobs: run.linter.jobs) { index -> AtomicFile.Refusal? in
      let text = texts[index]
      do throws(AtomicFile.Refusal) {
        try AtomicFile.replace(path(of: text), holding: text.before, with: text.after)
        return nil
      } catch {
        return error
      }
    }
    var written: [Fixer.FixedText] = []
    var refusals: [String: AtomicFile.Refusal] = [:]
    for (index, refusal) in zip(unique, refused) {
      guard let refusal else {
        written.append(texts[index])
        continue
      }
      for name in names[contents[index]] ?? [] { refusals[texts[name].display] = refusal }
    }
    return (written, refusals)
  }
}
