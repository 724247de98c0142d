import ArgumentParser
import Engine
import Linting
import Reporting
import Rules

/// `gwlint check`.
struct CheckCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Lint files and folders (the default command).",
    discussion: """
      A named file is expected to be a gateway definition. In a folder, .yaml, .yml and .json files are recognised by \
      their content and everything else is passed over.
      """)

  @Argument(help: "Files and folders; `-` is standard input. The current folder where none is named.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("The file that standard input stands for.", valueName: "path"))
  var stdinFilename: String?

  @Flag(help: "Write the safe fixes into the files; with `-` the fixed text goes to standard output.")
  var fix = false

  @Flag(help: "With --fix or --diff: the fixes that change behaviour as well.")
  var unsafeFixes = false

  @Flag(help: "Print what --fix would write as a patch, and write nothing; exit status 1 if it is not empty.")
  var diff = false

  @Option(
    name: [.long, .customShort("f")],
    help: ArgumentHelp("Form of the report: \(ReportFormat.names). May be repeated.", valueName: "format"),
    transform: Self.reportFormat)
  var format: [ReportFormat] = []

  @Option(
    name: [.long, .customShort("o")],
    help: ArgumentHelp("File for the report of the --format before it.", valueName: "file"))
  var output: [String] = []

  @Option(help: ArgumentHelp("Rules or families to run instead of all; `ALL`, `route-*`.", valueName: "rule,…"))
  var select: [String] = []

  @Option(
    help: ArgumentHelp("Rules or families not to run; the last of --select and --ignore wins.", valueName: "rule,…"))
  var ignore: [String] = []

  @Option(help: ArgumentHelp("Lowest level that makes the exit status 1.", valueName: "error|warning|hint|never"))
  var failOn: FailLevelName?

  @Flag(help: "Treat named files as if met in a folder: unrecognised and excluded ones are skipped.")
  var asFound = false

  @Flag(help: "List what would be linted, as what, and why the rest is not; lint nothing.")
  var listFiles = false

  @Flag(help: "Count the findings of each rule.")
  var statistics = false

  @Option(
    name: [.long, .customShort("j")], help: ArgumentHelp("Number of threads (default: one a core).", valueName: "n"))
  var jobs: Int?

  @OptionGroup var common: CommonOptions

  private static func reportFormat(_ name: String) throws -> ReportFormat {
    guard let format = ReportFormat(rawValue: name) else {
      throw ValidationError("The forms of a report are \(ReportFormat.names).")
    }
    return format
  }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number of 1 or more.") }
    if paths.contains("-"), paths.count > 1 { throw ValidationError("`-` cannot be combined with other paths.") }
    if unsafeFixes, !fix, !diff { throw ValidationError("--unsafe-fixes goes with --fix or --diff.") }
    if stdinFilename != nil, paths != ["-"] { throw ValidationError("--stdin-filename goes with `-`.") }
  }

  func run(_ line: CommandWords) -> Int32 {
    let console = Console(common)
    let requests: [ReportWriter.Request]
    do {
      requests = try ReportWriter.requests(line.reports)
    } catch {
      console.complain(error.message)
      return ExitStatus.failed
    }
    var linter = Linter(rules: allRules, language: common.language)
    linter.jobs = jobs ?? ParallelWork.coreCount
    do throws(UnknownRuleName) {
      linter.enabled = try linter.catalogue.enabled(after: line.selection)
    } catch {
      console.complain(unknown: error)
      return ExitStatus.failed
    }
    let configurations = ConfigurationStore(
      catalogue: linter.catalogue, explicitPath: common.config, selection: line.selection)
    let finder = FileFinder(
      asFound: asFound, recordsSkipped: listFiles || asFound, configurations: configurations)
    let run = LintRun(linter: linter, finder: finder)
    let gathered = paths == ["-"] ? run.gatherStandardInput(named: stdinFilename) : run.gather(paths)
    if listFiles { return list(run.lint(gathered), console) }
    return fix || diff ? mend(gathered, run, requests, console) : lint(gathered, run, requests, console)
  }

  private func list(_ outcome: LintRun.Outcome, _ console: Console) -> Int32 {
    FileList(outcome.fates, language: common.language).write(to: .output)
    console.report(outcome.errors, hintingAtCommandsFor: paths)
    return outcome.errors.isEmpty ? ExitStatus.clean : ExitStatus.failed
  }

  /// Lints what was read and reports it in every language that is asked for.
  private func lint(
    _ gathered: LintRun.Gathered, _ run: LintRun, _ requests: [ReportWriter.Request], _ console: Console,
    on stream: StandardStream = .output
  ) -> Int32 {
    let language = run.linter.language
    var reports = [language: report(run.lint(gathered), language)]
    for request in requests {
      let language = request.language(common)
      if reports[language] == nil { reports[language] = report(run.lint(gathered, in: language), language) }
    }
    return finish(reports, requests, console, on: stream)
  }

  /// Mends, or says what would be done. Where standard output carries a text or a patch, findings go to standard error.
  private func mend(
    _ gathered: LintRun.Gathered, _ run: LintRun, _ requests: [ReportWriter.Request], _ console: Console
  ) -> Int32 {
    let fixing = FixRun(run, includesUnsafe: unsafeFixes)
    let isFilter = paths == ["-"] && !diff
    let outcome = diff ? fixing.preview(gathered) : isFilter ? fixing.filter(gathered) : fixing.write(gathered)
    for text in outcome.texts where isFilter { StandardStream.output.write(text.after) }
    for text in outcome.texts where diff {
      StandardStream.output.write(UnifiedDiff.text(path: text.display, before: text.before, after: text.after))
    }
    let status = lint(outcome.gathered, run, requests, console, on: isFilter || diff ? .error : .output)
    console.tell(outcome, isWritten: !diff)
    guard diff, status != ExitStatus.failed else { return status }
    return outcome.texts.isEmpty ? ExitStatus.clean : ExitStatus.findings
  }

  private func report(_ outcome: LintRun.Outcome, _ language: Language) -> Report {
    let result = outcome.result
    return Report(
      toolVersion: GwlintTool.version, language: language, diagnostics: result.diagnostics,
      setAside: result.setAside, errors: outcome.errors, summary: result.summary, sources: result.sources,
      rules: allRules, failLevel: failOn?.level ?? .error, failLevels: failOn == nil ? result.failLevels : [:])
  }

  private func finish(
    _ reports: [Language: Report], _ requests: [ReportWriter.Request], _ console: Console, on stream: StandardStream
  ) -> Int32 {
    guard let report = reports[common.language] else { return ExitStatus.failed }
    console.report(report.errors, hintingAtCommandsFor: paths)
    if report.summary.files == 0, report.errors.isEmpty { console.nothingToLint(in: paths, report.summary.skipped) }
    let failures = ReportWriter(common: common, showsStatistics: statistics, stream: stream).write(reports, requests)
    console.report(failures)
    if !report.errors.isEmpty || !failures.isEmpty { return ExitStatus.failed }
    return report.diagnostics.contains { report.fails($0) } ? ExitStatus.findings : ExitStatus.clean
  }
}

/// A fail level as it is named on the command line.
enum FailLevelName: String, ExpressibleByArgument, CaseIterable {
  case error, warning, hint, never

  var level: FailLevel {
    switch self {
    case .error: .error
    case .warning: .warning
    case .hint: .hint
    case .never: .never
    }
  }
}
