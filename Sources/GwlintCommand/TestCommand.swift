import ArgumentParser
import Engine
import GatewayModel
import GatewayRouting
import Linting

/// `gwlint test`.
struct TestCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the manifest's ExpectedUrls and report which APIs none of them reaches.",
    discussion: """
      Exit status: 0 every expectation is met, 1 one is not, 2 the work could not be done.
      """)

  @Argument(help: "Files and folders; the current folder where none is named.", completion: .definitions)
  var paths: [String] = []

  @Option(name: [.long, .customShort("f")], help: ArgumentHelp("Form of the report.", valueName: "text|json|junit"))
  var format: TestFormat = .text

  @Flag(help: "Print a first list of expectations, made from the routes, instead of running one.")
  var generate = false

  @OptionGroup var common: CommonOptions

  func run(_ line: CommandWords) -> Int32 {
    let console = Console(common)
    guard let reading = ProjectCommandInput(paths: paths, common: common).read(console) else {
      return ExitStatus.failed
    }
    if generate {
      StandardStream.output.write(ExpectationList(ExpectationDraft(reading.project)).yaml)
      return reading.errors.isEmpty ? ExitStatus.clean : ExitStatus.failed
    }
    let run = ExpectationRun(reading.project)
    let language = format == .text ? common.language : common.machineLanguage
    switch format {
    case .text:
      if run.expectations.isEmpty { console.nothingExpected(in: paths) }
      let text = ExpectationText(
        run, language: language, usesColor: common.usesColor(on: .output), isQuiet: common.quiet)
      StandardStream.output.write(text.text)
    case .json: StandardStream.output.write(ExpectationJSON(run, reading.errors, language: language).text)
    case .junit: StandardStream.output.write(ExpectationJUnit(run, reading.errors, language: language).text)
    }
    guard reading.errors.isEmpty else { return ExitStatus.failed }
    return run.isMet ? ExitStatus.clean : ExitStatus.findings
  }
}

/// A form of a test report.
enum TestFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, junit
}

/// The expectations of a project after they were followed, and the APIs that they reach.
struct ExpectationRun {
  let project: Project
  let expectations: [Expectation]
  /// All APIs that take part in routing.
  let apis: [Part]
  /// Those that no expectation reaches.
  let unreached: [Part]

  init(_ project: Project) {
    self.project = project
    expectations = Expectation.all(in: project)
    apis = project.services.flatMap { ServiceFront.of($0, in: project).routes.apis }
    var reached: Set<Part> = []
    for expectation in expectations {
      switch expectation.verdict {
      case .met(let trace), .missed(let trace): if let api = trace.api { reached.insert(api) }
      case .unusable, .unknown: break
      }
    }
    unreached = apis.filter { !reached.contains($0) }
  }

  /// Whether no expectation is missed.
  var isMet: Bool { expectations.allSatisfy { $0.isMet ?? true } }
}

extension Expectation {
  /// Whether it is met; `nil` where that cannot be told before it is filled in.
  var isMet: Bool? {
    switch verdict {
    case .met: true
    case .missed, .unusable: false
    case .unknown: nil
    }
  }

  /// The word for the verdict in machine formats.
  var outcomeWord: String {
    switch verdict {
    case .met: "met"
    case .missed: "missed"
    case .unusable: "unusable"
    case .unknown: "unknown"
    }
  }

  /// What happened instead; `nil` where it is met.
  var message: Text? {
    switch verdict {
    case .met: nil
    case .unusable(let reason): reason
    case .unknown: Text(en: "The URL is filled in later.", zh: "该 URL 稍后才会填入。")
    case .missed(let trace):
      switch trace.outcome {
      case .fault:
        trace.fault.map { Text(en: "\($0.status) \($0.message)", zh: "\($0.status) \($0.message)") }
      case .ambiguous:
        Text(
          en: "may be answered by \(Text.list(trace.candidates.map(\.api.displayName)).en): nothing documented decides",
          zh: "可能由 \(Text.list(trace.candidates.map(\.api.displayName)).zh) 响应，没有文档说明由谁响应")
      case .api:
        Text(en: "is answered by \(trace.api?.displayName ?? "?")", zh: "由 \(trace.api?.displayName ?? "?") 响应")
      }
    }
  }

  /// What to change.
  var help: Text? {
    if case .missed(let trace) = verdict { return trace.help }
    return nil
  }

  /// Where it is written.
  var location: Location { part.project.location(of: .field(part[.expectedURL])) }
}
