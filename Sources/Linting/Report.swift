public import SourceText

/// Why gwlint could not do a part of its work: a cause of exit status 2.
public struct RunError: Hashable, Sendable {
  /// The file concerned, as outputs name it; empty where no file is.
  public var file: String
  /// What went wrong and what to do, in the language of the run.
  public var message: String

  /// An error from its parts.
  public init(file: String, message: String) {
    self.file = file
    self.message = message
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

/// All that one run has to say. Every output format is a function of it.
public struct Report: Sendable {
  /// The language that its texts are in.
  public var language: Language
  /// What was found, ordered by file, offset and rule.
  public var diagnostics: [Diagnostic]
  /// What could not be done.
  public var errors: [RunError]
  /// The counts.
  public var summary: Summary
  /// The text of each file that a diagnostic or a related location names, for excerpts.
  public var sources: [String: SourceText]

  /// A report from its parts.
  public init(
    language: Language, diagnostics: [Diagnostic] = [], errors: [RunError] = [], summary: Summary = Summary(),
    sources: [String: SourceText] = [:]
  ) {
    self.language = language
    self.diagnostics = diagnostics
    self.errors = errors
    self.summary = summary
    self.sources = sources
  }
}
