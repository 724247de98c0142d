import Engine
import Linting
import Reporting
import Rules
import SourceText

/// One run of `gwlint check`.
struct CheckRun {
  let command: CheckCommand
  let line: CommandWords
  let console: Console
  private var common: CommonOptions { command.common }

  init(command: CheckCommand, line: CommandWords) {
    self.command = command
    self.line = line
    console = Console(command.common)
  }

  /// Lints, reports, and returns the exit status and the absolute paths of all files that were read to come to it.
  func check() -> (status: Int32, read: [String]) {
    let requests: [ReportWriter.Request]
    do {
      requests = try ReportWriter.requests(line.reports)
    } catch {
      console.complain(error.message)
      return (ExitStatus.failed, [])
    }
    guard let run = lintRun() else { return (ExitStatus.failed, []) }
    var gathered = gather(run)
    if command.listFiles { return (listFiles(run.lint(gathered)), []) }
    let read = run.readPaths(of: gathered) + [command.known.baseline].compactMap { $0.map { BaselineFile($0).path } }
    return (check(&gathered, run, requests), read)
  }

  private func check(
    _ gathered: inout LintRun.Gathered, _ run: LintRun, _ requests: [ReportWriter.Request]
  ) -> Int32 {
    var failures: [RunError] = []
    if command.addSuppressions {
      failures = addSuppressions(run, gathered)
      gathered = gather(run)
    }
    let mended = command.fix || command.diff ? mend(gathered, run) : nil
    if let mended { gathered = mended.gathered }
    let knownFindings = KnownFindings(command.known, paths: pathsOnDisk, run, line.selection, common)
    var reports: [Language: Report] = [:]
    for language in [common.language] + requests.map({ $0.language(common) }) where reports[language] == nil {
      var outcome = run.lint(gathered, in: language)
      knownFindings.apply(to: &outcome, language)
      outcome.errors += failures
      reports[language] = report(outcome, language).withoutSecrets()
      if requests.contains(where: { $0.format == .html }) { reports[language]?.routeMap = gathered.routeMap }
    }
    let isOutputTaken = command.diff || (command.fix && readsStandardInput)
    let status = finish(reports, requests, knownFindings, on: isOutputTaken ? .error : .output)
    for unmatched in run.unmatchedAPIs(in: gathered) { console.note(unmatched) }
    guard let mended else { return status }
    console.tell(mended, isWritten: !command.diff)
    guard command.diff, status != ExitStatus.failed else { return status }
    return mended.texts.isEmpty ? ExitStatus.clean : ExitStatus.findings
  }

  /// Mends, or says what would be done. A patch and the text of standard input go to standard output.
  private func mend(_ gathered: LintRun.Gathered, _ run: LintRun) -> FixRun.Outcome {
    let fixing = FixRun(run, includesUnsafe: command.unsafeFixes)
    if command.diff {
      let outcome = fixing.preview(gathered)
      let patch = Patch(outcome.texts, currentFolder: run.finder.currentFolder)
      StandardStream.output.write(patch.bytes)
      if patch.startsAtRoot { console.notePatchFromRoot() }
      return outcome
    }
    guard readsStandardInput else { return fixing.write(gathered) }
    let outcome = fixing.filter(gathered)
    for text in outcome.texts { StandardStream.output.write(text.after) }
    return outcome
  }

  /// The linter and what finds its files; `nil` where a rule's name on the line means no rule, which is said.
  func lintRun() -> LintRun? {
    var linter = Linter(rules: allRules, language: common.language)
    linter.jobs = command.jobs ?? ParallelWork.coreCount
    do throws(UnknownRuleName) {
      linter.enabled = try linter.catalogue.enabled(after: line.selection)
    } catch {
      console.complain(unknown: error)
      return nil
    }
    let configurations = ConfigurationStore(
      catalogue: linter.catalogue, explicitPath: common.config, selection: line.selection)
    let finder = FileFinder(
      asFound: command.asFound, recordsSkipped: command.listFiles || command.asFound, configurations: configurations)
    return LintRun(linter: linter, finder: finder)
  }

  private var readsStandardInput: Bool { command.paths == ["-"] }

  /// The paths as they may be looked up elsewhere: standard input stands for its file.
  private var pathsOnDisk: [String] {
    readsStandardInput ? [command.stdinFilename].compactMap { $0 } : command.paths
  }

  private func gather(_ run: LintRun) -> LintRun.Gathered {
    readsStandardInput ? run.gatherStandardInput(named: command.stdinFilename) : run.gather(command.paths)
  }

  private func listFiles(_ outcome: LintRun.Outcome) -> Int32 {
    FileList(outcome.fates, language: common.language).write(to: .output)
    console.report(outcome.errors, hintingAtCommandsFor: command.paths)
    return outcome.errors.isEmpty ? ExitStatus.clean : ExitStatus.failed
  }

  /// Writes suppressions for all findings that count and returns what could not be written.
  private func addSuppressions(_ run: LintRun, _ gathered: LintRun.Gathered) -> [RunError] {
    let knownFindings = KnownFindings(command.known, paths: pathsOnDisk, run, line.selection, common)
    var outcome = run.lint(gathered)
    knownFindings.apply(to: &outcome, common.language)
    let writer = SuppressionWriter(reason: command.reason ?? "")
    var failures: [RunError] = []
    var suppressed = 0
    var uncovered = 0
    for (file, diagnostics) in Dictionary(grouping: outcome.result.diagnostics, by: \.location.file) {
      guard let source = outcome.result.sources[file] else { continue }
      let written = writer.write(diagnostics, into: source, file: file)
      uncovered += written.uncovered
      guard written.suppressed > 0 else { continue }
      do throws(FileError) {
        try AtomicFile.replace(file, with: written.text)
        suppressed += written.suppressed
      } catch {
        failures.append(.unwritable(file, error, common.language))
      }
    }
    console.note(
      Text(en: "findings suppressed: \(suppressed)", zh: "已抑制 \(suppressed) 个问题"))
    if uncovered > 0 {
      console.note(
        Text(
          en: "findings that no comment can cover: \(uncovered); in JSON, use `overrides` with `apis` in .gwlint.yml",
          zh: "有 \(uncovered) 个问题无法用注释覆盖：JSON 没有注释，请在 .gwlint.yml 中使用带 `apis` 的 `overrides`"))
    }
    return failures.sorted { $0.precedes($1) }
  }

  private func report(_ outcome: LintRun.Outcome, _ language: Language) -> Report {
    let result = outcome.result
    return Report(
      toolVersion: GwlintTool.version, language: language, diagnostics: result.diagnostics,
      setAside: result.setAside, errors: outcome.errors.sorted { $0.precedes($1) }, summary: result.summary,
      sources: result.sources, rules: allRules, failLevel: command.failOn?.level ?? .error,
      failLevels: command.failOn == nil ? result.failLevels : [:],
      isCompared: command.known.baseline != nil || command.known.since != nil)
  }

  private func finish(
    _ reports: [Language: Report], _ requests: [ReportWriter.Request], _ knownFindings: KnownFindings,
    on stream: StandardStream
  ) -> Int32 {
    guard let report = reports[common.language] else { return ExitStatus.failed }
    console.report(report.errors, hintingAtCommandsFor: command.paths)
    if command.known.writes { return knownFindings.write(report, console) }
    if report.summary.files == 0, report.errors.isEmpty {
      console.nothingToLint(in: command.paths, report.summary.skipped)
    }
    let writer = ReportWriter(common: common, showsStatistics: command.statistics, stream: stream)
    let failures = writer.write(reports, requests)
    console.report(failures)
    knownFindings.tell(report, console)
    if !report.errors.isEmpty || !failures.isEmpty { return ExitStatus.failed }
    return report.diagnostics.contains { report.fails($0) } ? ExitStatus.findings : ExitStatus.clean
  }
}

extension RunError {
  /// A file that cannot be written.
  static func unwritable(_ file: String, _ error: FileError, _ language: Language) -> RunError {
    let message = Text(en: "cannot be written: \(error.reason)", zh: "无法写入：\(error.reason)")
    return RunError(file: file, message: message[language])
  }
}
