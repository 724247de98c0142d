import ArgumentParser
import Engine
import GatewayLog
import GatewayModel
import Glibc
import Linting
import Rules

/// `gwlint diagnose`.
struct DiagnoseCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose",
    abstract: "Count the faults in a log of the gateway and tie each to the lines of the configuration that cause it.",
    discussion: """
      Read are service logs as the console exports them, as DescribeLogSearch replies them and as CLS has them, and every \
      other line that holds a message of the gateway's error table. `-` stands for standard input.

      Exit status: 0 the log has no fault of the gateway, 1 it has, 2 the work could not be done.
      """)

  @Argument(help: ArgumentHelp("The log; `-` for standard input.", valueName: "log"), completion: .file())
  var log: String

  @Argument(
    help: "Files and folders that define the services; the current folder where none is named.",
    completion: .definitions)
  var paths: [String] = []

  @OptionGroup var common: CommonOptions

  func run(_ line: CommandWords) -> Int32 {
    let console = Console(common)
    let summary: LogSummary
    do throws(FileError) {
      summary = try Self.summary(of: log)
    } catch {
      console.complain(Text(en: "\(log): cannot be read: \(error.reason)", zh: "\(log)：无法读取：\(error.reason)"))
      return ExitStatus.failed
    }
    guard summary.requests > 0 else {
      console.complain(
        summary.lines == 0
          ? Text(en: "\(log): is empty", zh: "\(log)：是空的")
          : Text(
            en: "\(log): none of \(summary.lines) lines is one of a gateway's log or holds a message of the gateway",
            zh: "\(log)：共 \(summary.lines) 行，没有一行是网关日志，也没有网关的错误消息"))
      return ExitStatus.failed
    }
    var linter = Linter(rules: allRules, language: common.language)
    linter.jobs = ParallelWork.coreCount
    let configurations = ConfigurationStore(catalogue: linter.catalogue, explicitPath: common.config)
    let run = LintRun(linter: linter, finder: FileFinder(configurations: configurations))
    let gathered = run.gather(paths)
    let outcome = run.lint(gathered)
    console.report(outcome.errors)
    let isWithoutDefinitions = gathered.project.documents.isEmpty
    if isWithoutDefinitions { console.nothingToLint(in: paths, outcome.result.summary.skipped) }
    let diagnosis = Diagnosis(of: summary, project: gathered.project, findings: outcome.result.diagnostics)
    StandardStream.output.write(
      DiagnosisText(
        diagnosis, log: log, language: common.language, usesColor: common.usesColor(on: .output), isQuiet: common.quiet
      ).text)
    guard outcome.errors.isEmpty, !isWithoutDefinitions || paths.isEmpty else { return ExitStatus.failed }
    return summary.faultCount > 0 ? ExitStatus.findings : ExitStatus.clean
  }

  private static func summary(of log: String) throws(FileError) -> LogSummary {
    var summary = LogSummary()
    var splitter = LineSplitter()
    let take = { (line: ArraySlice<UInt8>?) in summary.take(line: line) }
    try FileSystem.forEachPiece(of: log == "-" ? nil : log) { splitter.take($0, take) }
    splitter.finish(take)
    return summary
  }
}
