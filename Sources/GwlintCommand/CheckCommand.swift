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
  var failOn: FailLevelName = .error

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
    let isForPeople = requests.contains { $0.format.isForPeople }
    let language = isForPeople ? common.language : common.machineLanguage
    var linter = Linter(rules: allRules, language: language)
    linter.jobs = jobs ?? ParallelWork.coreCount
    do throws(UnknownRuleName) {
      linter.enabled = try linter.catalogue.enabled(after: line.selection)
    } catch {
      console.complain(unknown: error)
      return ExitStatus.failed
    }
    let finder = FileFinder(asFound: asFound, recordsSkipped: listFiles || asFound)
    let run = LintRun(linter: linter, finder: finder)
    let outcome = paths == ["-"] ? run.runOnStandardInput(named: stdinFilename) : run.run(paths)
    if listFiles {
      FileList(outcome.fates, language: common.language).write(to: .output)
      console.report(outcome.errors, hintingAtCommandsFor: paths)
      return outcome.errors.isEmpty ? ExitStatus.clean : ExitStatus.failed
    }
    return finish(outcome, linter, requests, console)
  }

  private func finish(
    _ outcome: LintRun.Outcome, _ linter: Linter, _ requests: [ReportWriter.Request], _ console: Console
  ) -> Int32 {
    let result = outcome.result
    let report = Report(
      toolVersion: GwlintTool.version, language: linter.language, diagnostics: result.diagnostics,
      setAside: result.setAside, errors: outcome.errors.sorted { $0.precedes($1) }, summary: result.summary,
      sources: result.sources, rules: linter.catalogue.rules, failLevel: failOn.level)
    console.report(outcome.errors, hintingAtCommandsFor: paths)
    if result.summary.files == 0, outcome.errors.isEmpty { console.nothingToLint(in: paths, result.summary.skipped) }
    let writer = ReportWriter(common: common, showsStatistics: statistics)
    let failures = writer.write(report, requests)
    console.report(failures)
    if !outcome.errors.isEmpty || !failures.isEmpty { return ExitStatus.failed }
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
