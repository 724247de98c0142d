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

  @Argument(
    help: "Files and folders; `-` is standard input. The current folder where none is named.", completion: .definitions)
  var paths: [String] = []

  @Option(help: ArgumentHelp("The file that standard input stands for.", valueName: "path"), completion: .definitions)
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
    completion: .list(ReportFormat.allCases.map(\.rawValue)), transform: Self.reportFormat)
  var format: [ReportFormat] = []

  @Option(
    name: [.long, .customShort("o")],
    help: ArgumentHelp("File for the report of the --format before it.", valueName: "file"), completion: .file())
  var output: [String] = []

  @Option(
    help: ArgumentHelp("Rules or families to run instead of all; `ALL`, `route-*`.", valueName: "rule,…"),
    completion: .rules)
  var select: [String] = []

  @Option(
    help: ArgumentHelp("Rules or families not to run; the last of --select and --ignore wins.", valueName: "rule,…"),
    completion: .rules)
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

  @OptionGroup(title: "Known findings") var known: KnownFindingsOptions

  @Flag(help: "Write a suppression comment for every finding; needs --reason.")
  var addSuppressions = false

  @Option(help: ArgumentHelp("Why the findings are suppressed.", valueName: "text"))
  var reason: String?

  @Flag(help: "Lint again whenever a file changes, until interrupted.")
  var watch = false

  @OptionGroup var common: CommonOptions

  init() {}

  /// The command as the parser makes it of paths alone. The parser finds out by reflection which options there are, which
  /// takes longer than to lint a file.
  init(paths: [String]) {
    self.paths = paths
    stdinFilename = nil
    fix = false
    unsafeFixes = false
    diff = false
    format = []
    output = []
    select = []
    ignore = []
    failOn = nil
    asFound = false
    listFiles = false
    statistics = false
    jobs = nil
    known = .none
    addSuppressions = false
    reason = nil
    watch = false
    common = .none
  }

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
    if paths == ["-"] {
      if watch { throw ValidationError("--watch cannot read standard input again.") }
      if addSuppressions { throw ValidationError("--add-suppressions writes files: name one instead of `-`.") }
      if known.since != nil, stdinFilename == nil { throw ValidationError("With `-`, --since needs --stdin-filename.") }
    }
    if addSuppressions, reason?.isEmpty ?? true {
      throw ValidationError("--add-suppressions needs --reason \"why\".")
    }
    if reason != nil, !addSuppressions { throw ValidationError("--reason goes with --add-suppressions.") }
    if watch, fix || diff || addSuppressions || known.writes {
      throw ValidationError("--watch only looks: it goes with no option that writes or prints a patch.")
    }
  }

  func run(_ line: CommandWords) -> Int32 {
    let run = CheckRun(command: self, line: line)
    guard watch else { return run.check().status }
    return run.runWhenFilesChange()
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
