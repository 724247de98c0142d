public import SourceText

/// Why gwlint could not do a part of its work: a cause of exit status 2.
public struct RunError: Hashable, Sendable {
  /// The file concerned, as outputs name it; empty where no file is.
  public var file: String
  /// The place in that file, where one is to blame.
  public var position: SourcePosition?
  /// What went wrong and what to do, in the language of the run.
  public var message: String

  /// An error from its parts.
  public init(file: String, position: SourcePosition? = nil, message: String) {
    self.file = file
    self.position = position
    self.message = message
  }

  /// Where it stands, as `file:line:column`; empty where no file is concerned.
  public var place: String { position.map { "\(file):\($0.line):\($0.column)" } ?? file }

  /// The order of reports: by file, place and message.
  public func precedes(_ other: RunError) -> Bool {
    if file != other.file { return file.utf8.lexicographicallyPrecedes(other.file.utf8) }
    if position?.offset != other.position?.offset { return position?.offset ?? 0 < other.position?.offset ?? 0 }
    return message.utf8.lexicographicallyPrecedes(other.message.utf8)
  }
}

/// What a run counted.
public struct Summary: Hashable, Sendable {
  /// Files linted.
  public var files = 0
  /// Files passed over.
  public var skipped = 0
  /// Diagnostics of severity error.
  public var errors = 0
  /// Diagnostics of severity warning.
  public var warnings = 0
  /// Diagnostics of severity hint.
  public var hints = 0
  /// Diagnostics that have a safe fix.
  public var fixable = 0
  /// Diagnostics mended by this run.
  public var fixed = 0

  /// A summary of nothing.
  public init() {}
}

/// A finding that does not count, and why. It is kept for formats that can tell.
public struct SetAsideDiagnostic: Sendable {
  /// What sets a finding aside.
  public enum Cause: Sendable {
    /// A comment beside it.
    case comment
    /// An override for single APIs in the configuration.
    case configuration
    /// A baseline that knows it already.
    case baseline
  }

  /// The finding.
  public var diagnostic: Diagnostic
  /// What sets it aside.
  public var cause: Cause
  /// Why, in the words of whoever did it; empty where nothing is said.
  public var reason: String

  /// A finding set aside.
  public init(diagnostic: Diagnostic, cause: Cause, reason: String = "") {
    self.diagnostic = diagnostic
    self.cause = cause
    self.reason = reason
  }
}

/// All that one run has to say. Every output format is a function of it.
public struct Report: Sendable {
  /// The version of the tool that made it.
  public var toolVersion: String
  /// The language that its texts are in.
  public var language: Language
  /// What was found, ordered by file, offset and rule.
  public var diagnostics: [Diagnostic]
  /// What was found and does not count, in the same order.
  public var setAside: [SetAsideDiagnostic]
  /// What could not be done.
  public var errors: [RunError]
  /// The counts.
  public var summary: Summary
  /// The text of each file that was linted, for excerpts and byte columns.
  public var sources: [String: SourceText]
  /// The rules of the run.
  public var rules: [Rule]
  /// The lowest severity that makes the run fail, for files that `failLevels` does not name.
  public var failLevel: FailLevel
  /// The lowest severity that makes the run fail, by file.
  public var failLevels: [String: FailLevel]
  /// Whether findings were compared with those of an earlier state, so that all that are left are new.
  public var isCompared: Bool
  /// The routes of the services, where a format draws them.
  public var routeMap: RouteMap?

  /// A report from its parts.
  public init(
    toolVersion: String = "", language: Language, diagnostics: [Diagnostic] = [], setAside: [SetAsideDiagnostic] = [],
    errors: [RunError] = [], summary: Summary = Summary(), sources: [String: SourceText] = [:], rules: [Rule] = [],
    failLevel: FailLevel = .error, failLevels: [String: FailLevel] = [:], isCompared: Bool = false,
    routeMap: RouteMap? = nil
  ) {
    self.toolVersion = toolVersion
    self.language = language
    self.diagnostics = diagnostics
    self.setAside = setAside
    self.errors = errors
    self.summary = summary
    self.sources = sources
    self.rules = rules
    self.failLevel = failLevel
    self.failLevels = failLevels
    self.isCompared = isCompared
    self.routeMap = routeMap
  }

  /// Whether a finding makes the run fail.
  public func fails(_ diagnostic: Diagnostic) -> Bool {
    (failLevels[diagnostic.location.file] ?? failLevel).fails(diagnostic.severity)
  }
}
