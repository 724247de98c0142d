import ArgumentParser
import Engine
import GatewayModel
import GatewayRouting
import Linting
import Rules

/// `gwlint trace`.
struct TraceCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Tell which API answers a request, step by step; or the exact fault, and what to change.",
    discussion: """
      The URL may be a path alone, which means the root of the service's default domain: gwlint trace GET /release/orders/7

      Exit status: 0 an API answers, 1 a fault or an ambiguity, 2 the work could not be done.
      """)

  @Argument(help: ArgumentHelp("The method, such as GET.", valueName: "method"))
  var method: String

  @Argument(help: ArgumentHelp("The URL as a client calls it, or its path.", valueName: "url"))
  var url: String

  @Argument(
    help: "Files and folders that define the service; the current folder where none is named.",
    completion: .definitions)
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The page that a browser sends the request for: shows what CORS answers.", valueName: "origin"))
  var origin: String?

  @Option(name: [.long, .customShort("f")], help: ArgumentHelp("Form of the answer.", valueName: "text|json"))
  var format: TraceFormat = .text

  @OptionGroup var common: CommonOptions

  func run(_ line: CommandWords) -> Int32 {
    let console = Console(common)
    let traced: TracedURL
    do throws(TracedURL.Refusal) {
      traced = try TracedURL(url)
    } catch {
      console.complain(error.message)
      return ExitStatus.failed
    }
    let reading = ProjectCommandInput(paths: paths, common: common).read(console)
    guard let reading else { return ExitStatus.failed }
    let trace = RequestTrace(method: method, url: traced, origin: origin, in: reading.project)
    switch format {
    case .text:
      StandardStream.output.write(
        TraceText(trace, language: common.language, usesColor: common.usesColor(on: .output)).text)
    case .json: StandardStream.output.write(TraceJSON(trace, language: common.machineLanguage).text)
    }
    guard reading.errors.isEmpty else { return ExitStatus.failed }
    return trace.outcome == .api ? ExitStatus.clean : ExitStatus.findings
  }
}

/// A form of a trace.
enum TraceFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// What commands read that ask the model of a project.
struct ProjectCommandInput {
  let paths: [String]
  let common: CommonOptions

  /// The project; `nil` where there is nothing to ask. What could not be read is told.
  func read(_ console: Console) -> ProjectReading? {
    var linter = Linter(rules: allRules, language: common.language)
    linter.jobs = ParallelWork.coreCount
    let configurations = ConfigurationStore(catalogue: linter.catalogue, explicitPath: common.config)
    let finder = FileFinder(configurations: configurations)
    let reading = LintRun(linter: linter, finder: finder).readProject(paths)
    console.report(reading.errors)
    if reading.project.documents.isEmpty {
      if reading.errors.isEmpty { console.nothingToAsk(in: paths, reading.skipped) }
      return nil
    }
    return reading
  }
}
