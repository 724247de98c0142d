import Engine
import Linting
import Reporting

/// What a command line says about findings that are known already: a baseline, a revision, or a baseline to write.
final class KnownFindings {
  private let options: KnownFindingsOptions
  private let currentFolder: String
  private var baseline: Baseline?
  private var revision: Baseline?
  private var problems: [(file: String, error: (Language) -> RunError)] = []
  private var stale: [BaselineEntry] = []

  /// Reads the baseline and looks at the revision.
  init(
    _ options: KnownFindingsOptions, paths: [String], _ run: LintRun, _ selection: [SelectionStep],
    _ common: CommonOptions
  ) {
    self.options = options
    currentFolder = run.finder.currentFolder
    if let name = options.baseline ?? options.pruneBaseline {
      do throws(BaselineProblem) {
        baseline = try BaselineFile(name).read(run.linter.catalogue, common.language)
      } catch {
        problems.append((name, { _ in error.error }))
      }
    }
    if let since = options.since {
      do throws(RevisionProblem) {
        revision = try RevisionTree(since, currentFolder: currentFolder).findings(
          at: paths, as: run, explicitConfiguration: common.config, selection: selection)
      } catch {
        let message = error.message
        problems.append(("", { RunError(file: "", message: message[$0]) }))
      }
    }
  }

  /// Sets aside what is known.
  func apply(to outcome: inout LintRun.Outcome, _ language: Language) {
    outcome.errors += problems.map { $0.error(language) }
    if let baseline, let name = options.baseline ?? options.pruneBaseline {
      let reason = Text(en: "known to the baseline \(name)", zh: "基线 \(name) 中已有")
      stale = outcome.setAsideKnown(by: baseline, currentFolder: currentFolder, reason: reason[language])
    }
    if let revision, let since = options.since {
      let reason = Text(en: "found in \(since) already", zh: "在 \(since) 中已存在")
      _ = outcome.setAsideKnown(by: revision, currentFolder: currentFolder, reason: reason[language])
    }
  }

  /// Says how many findings are known, and which entries of the baseline match nothing.
  func tell(_ report: Report, _ console: Console) {
    let count = report.setAside.count { $0.cause == .baseline }
    if count > 0 {
      console.note(
        Text(
          en: count == 1 ? "1 known finding does not count" : "\(count) known findings do not count",
          zh: "\(count) 个已知问题不计入"))
    }
    let entries = stale.reduce(0) { $0 + $1.count }
    if entries > 0, let name = options.baseline {
      console.note(
        Text(
          en: "known to \(name) but not found any more: \(entries); `gwlint --prune-baseline \(name)` forgets them",
          zh: "\(name) 中有 \(entries) 个条目已不再匹配任何问题；运行 `gwlint --prune-baseline \(name)` 可将其移除"))
    }
  }

  /// Writes the baseline that is asked for and returns the exit status. Where something could not be looked at, nothing
  /// is written: what was not seen would be missing.
  func write(_ report: Report, _ console: Console) -> Int32 {
    guard report.errors.isEmpty else {
      console.complain(
        Text(en: "the baseline is not written, since not everything could be looked at", zh: "由于有内容未能检查，没有写入基线文件"))
      return ExitStatus.failed
    }
    guard let name = options.writeBaseline ?? options.pruneBaseline else { return ExitStatus.failed }
    let file = BaselineFile(name)
    let written: Baseline
    let note: Text
    if options.writeBaseline != nil {
      written = Baseline(of: report.diagnostics, currentFolder: currentFolder)
      let count = report.diagnostics.count
      note = Text(en: "findings written to \(name): \(count)", zh: "已将 \(count) 个问题写入 \(name)")
    } else {
      written = (baseline ?? Baseline([])).without(stale)
      let removed = stale.reduce(0) { $0 + $1.count }
      let left = written.entries.reduce(0) { $0 + $1.count }
      note = Text(
        en: "findings taken out of \(name): \(removed); left: \(left)", zh: "已从 \(name) 中移除 \(removed) 个条目，剩余 \(left) 个"
      )
    }
    do throws(FileError) {
      try AtomicFile.replace(file.path, with: BaselineReport.bytes(written.entries, naming: file.name))
    } catch {
      console.report([.unwritable(file.display, error, report.language)])
      return ExitStatus.failed
    }
    console.note(note)
    return ExitStatus.clean
  }
}
