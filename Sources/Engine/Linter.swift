import Dialects
public import GatewayModel
public import Linting
public import SourceText
public import YAMLDocument

/// One text to lint.
public struct InputText: Sendable {
  /// Its name in outputs.
  public var display: String
  /// Its bytes.
  public var bytes: [UInt8]
  /// Whether it was named: then it is expected to be a gateway definition.
  public var isNamed: Bool
  /// Whether it is only there for what it says about others: nothing in it is reported.
  public var isContext: Bool
  /// How the rules are set for it; `nil` where the linter's own settings hold.
  public var settings: RuleSettings?

  /// A text from its parts.
  public init(
    display: String, bytes: [UInt8], isNamed: Bool, isContext: Bool = false, settings: RuleSettings? = nil
  ) {
    self.display = display
    self.bytes = bytes
    self.isNamed = isNamed
    self.isContext = isContext
    self.settings = settings
  }
}

/// A text after it was read.
public struct ReadText: Sendable {
  /// Its name in outputs.
  public let display: String
  /// Its syntax tree.
  public let yaml: YAMLDocument
  /// How the rules are set for it.
  public let settings: RuleSettings
  /// What it turned out to be.
  public internal(set) var outcome: Outcome
  /// Whether it is only there for what it says about others.
  public let isContext: Bool

  /// A text of which nothing but its name is kept.
  init(display: String, _ outcome: Outcome, _ isContext: Bool, _ settings: RuleSettings) {
    self.init(
      display: display, yaml: YAMLDocument.parse([]), outcome: outcome, isContext: isContext, settings: settings)
  }

  init(display: String, yaml: YAMLDocument, outcome: Outcome, isContext: Bool, settings: RuleSettings) {
    self.settings = settings
    self.display = display
    self.yaml = yaml
    self.outcome = outcome
    self.isContext = isContext
  }

  /// What a text turned out to be.
  public enum Outcome: Sendable {
    /// A gateway definition, in the model.
    case model(DocumentModel)
    /// A gateway definition, or a named file, that does not parse.
    case broken
    /// A named file that is no gateway definition.
    case notRecognised
    /// A file that could not be read.
    case unreadable
    /// Passed over.
    case skipped(SkipReason)
  }
}

/// Lints texts: recognises them, reads them into one project, runs the rules, and words what they find.
public struct Linter: Sendable {
  /// The rules.
  public let catalogue: RuleCatalogue
  /// Which rules are on, by index, for texts without settings of their own.
  public var enabled: [Bool] {
    didSet { settings = settings.choosing(enabled) }
  }
  /// The settings of texts without their own.
  private(set) var settings: RuleSettings
  /// The language of messages.
  public var language: Language
  /// Bounds for reading.
  public var limits: Limits
  /// The current day as `YYYY-MM-DD`, for suppressions that end.
  public var today: String
  /// How many threads to use.
  public var jobs: Int
  /// The folder that names in outputs are relative to.
  public var currentFolder: String

  /// A linter with all rules on.
  public init(rules: [Rule], language: Language = .en) {
    catalogue = RuleCatalogue(rules)
    settings = RuleSettings(catalogue: catalogue)
    enabled = [Bool](repeating: true, count: rules.count)
    self.language = language
    limits = .standard
    today = CurrentDay.text
    jobs = 1
    currentFolder = FileSystem.currentFolder()
  }

  /// Reads a text: parses, recognises, and fills the model.
  /// - Parameter old: a text that it came from by a change, where one is known: the result is the same, and comes sooner.
  public func read(_ input: InputText, after old: YAMLDocument? = nil) -> ReadText {
    let yaml =
      old.map { YAMLDocument.parse(input.bytes, after: $0, limits: limits) }
      ?? YAMLDocument.parse(input.bytes, limits: limits)
    let outcome = outcome(of: yaml, input)
    let settings = input.settings ?? settings
    if case .skipped(.notGateway) = outcome {
      return ReadText(display: input.display, outcome, input.isContext, settings)
    }
    return ReadText(
      display: input.display, yaml: yaml, outcome: outcome, isContext: input.isContext, settings: settings)
  }

  /// Reads what became of a gateway definition after a change.
  func read(_ text: ReadText, changedTo bytes: [UInt8]) -> ReadText {
    read(
      InputText(
        display: text.display, bytes: bytes, isNamed: true, isContext: text.isContext, settings: text.settings))
  }

  private func outcome(of yaml: YAMLDocument, _ input: InputText) -> ReadText.Outcome {
    let recognition = Dialects.recognise(yaml)
    if yaml.problem != nil {
      if case .gateway = recognition { return .broken }
      return input.isNamed ? .broken : .skipped(.unparsable)
    }
    switch recognition {
    case .gateway(let dialect): return .model(Dialects.read(yaml, as: dialect, file: input.display))
    case .plainOpenAPI:
      return input.isNamed
        ? .model(Dialects.read(yaml, as: .openAPI, file: input.display)) : .skipped(.plainOpenAPI)
    case .other: return input.isNamed ? .notRecognised : .skipped(.notGateway)
    }
  }

  /// Lints texts together, as one project each for what belongs together, and orders what is found.
  public func lint(_ inputs: [InputText]) -> LintResult {
    lint(ParallelWork.map(inputs, jobs: jobs) { read($0) })
  }

  /// Lints texts that were read already.
  public func lint(_ texts: [ReadText]) -> LintResult {
    lint(TiedTexts(texts, currentFolder: currentFolder))
  }

  /// The project that texts make together.
  public func project(of inputs: [InputText]) -> Project {
    TiedTexts(inputs.map { read($0) }, currentFolder: currentFolder).project
  }

  /// Lints texts that are tied together.
  func lint(_ tied: TiedTexts) -> LintResult {
    var result = LintResult()
    var run = RuleRun(linter: self)
    for text in tied.texts where !text.isContext {
      switch text.outcome {
      case .model: result.summary.files += 1
      case .broken:
        result.summary.files += 1
        run.reportBroken(text)
      case .notRecognised:
        result.summary.files += 1
        run.reportUnrecognised(text)
      case .skipped: result.summary.skipped += 1
      case .unreadable: break
      }
    }
    run.run(on: tied)
    result.take(run.diagnostics)
    result.setAside = run.setAside.sorted { $0.diagnostic.precedes($1.diagnostic) }
    for text in tied.texts {
      if case .skipped = text.outcome { continue }
      result.sources[text.display] = text.yaml.source
      if let level = text.settings.failLevel { result.failLevels[text.display] = level }
      if case .model = text.outcome, !text.isContext { result.settings[text.display] = text.settings }
    }
    return result
  }

  /// Which texts have to be linted together: those that describe one service. Each text is in one cluster; the clusters
  /// and their members are ordered as the texts are.
  func clusters(of texts: [ReadText]) -> [[Int]] {
    TiedTexts(texts, currentFolder: currentFolder).clusters
  }
}

/// What linting found, before it is written.
public struct LintResult: Sendable {
  /// The diagnostics, ordered by file, offset and rule.
  public var diagnostics: [Diagnostic] = []
  /// Findings that do not count.
  public var setAside: [SetAsideDiagnostic] = []
  /// The counts.
  public var summary = Summary()
  /// The text of each file that was linted.
  public var sources: [String: SourceText] = [:]
  /// The lowest severity that makes the run fail, for files whose configuration sets one.
  public var failLevels: [String: FailLevel] = [:]
  /// How the rules were set for each file that could be looked at.
  var settings: [String: RuleSettings] = [:]

  mutating func take(_ found: [Diagnostic]) {
    diagnostics = found.sorted { $0.precedes($1) }
    (summary.errors, summary.warnings, summary.hints, summary.fixable) = (0, 0, 0, 0)
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: summary.errors += 1
      case .warning: summary.warnings += 1
      case .hint: summary.hints += 1
      }
      if diagnostic.fixes.contains(where: { $0.applicability == .safe }) { summary.fixable += 1 }
    }
  }
}
