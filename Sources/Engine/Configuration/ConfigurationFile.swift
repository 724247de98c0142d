public import Linting
public import SourceText

/// A value together with the bytes that it is written on.
public struct Written<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value
  /// Where it stands in its file.
  public var span: ByteSpan

  /// A value at a place.
  public init(_ value: Value, at span: ByteSpan) {
    self.value = value
    self.span = span
  }
}

/// The level that a configuration gives a rule.
public enum RuleLevel: String, Sendable, CaseIterable {
  /// The rule does not run.
  case off
  /// Its findings are hints.
  case hint
  /// Its findings are warnings.
  case warning
  /// Its findings are errors.
  case error

  /// What it does, for people.
  public var summary: Text {
    switch self {
    case .off: Text(en: "The rule does not run.", zh: "不运行该规则。")
    case .hint: Text(en: "Its findings are hints, whatever the rule's own level.", zh: "该规则的结果为提示，不论其默认级别。")
    case .warning: Text(en: "Its findings are warnings, whatever the rule's own level.", zh: "该规则的结果为警告，不论其默认级别。")
    case .error: Text(en: "Its findings are errors, whatever the rule's own level.", zh: "该规则的结果为错误，不论其默认级别。")
    }
  }

  /// The severity of findings; `nil` for off.
  public var severity: Severity? { Severity(name: rawValue) }
}

/// One `.gwlint.yml` as it is written, before rules are looked up and bases are merged in.
public struct ConfigurationFile: Sendable {
  /// What it says about a rule or a family.
  public struct RuleEntry: Sendable {
    /// The rule's id or the family's pattern.
    public var name: Written<String>
    /// Its level, where one is given.
    public var level: Written<RuleLevel>?
    /// Its options, by name; a value is `nil` where no whole number is written.
    public var options: [(name: Written<String>, value: Written<Int?>)]
  }

  /// Settings for some files or APIs alone.
  public struct Override: Sendable {
    /// Globs of the files; `nil` where it holds for all.
    public var files: [Written<String>]?
    /// Operation ids or `METHOD path`; `nil` where it holds for all APIs.
    public var apis: [Written<String>]?
    /// What it says about rules.
    public var rules: [RuleEntry]
  }

  /// Its absolute path.
  public var path: String
  /// Its name in outputs.
  public var display: String
  /// Its text.
  public var source: SourceText
  /// The file it builds on, as written.
  public var extends: Written<String>?
  /// What it says about rules everywhere.
  public var rules: [RuleEntry] = []
  /// The only rules and families to run; none written means all.
  public var select: [Written<String>] = []
  /// Rules and families not to run.
  public var ignore: [Written<String>] = []
  /// Globs of files to pass over.
  public var exclude: [Written<String>] = []
  /// Settings for some files or APIs.
  public var overrides: [Override] = []
  /// The lowest severity that makes a run fail.
  public var failLevel: Written<FailLevel>?
  /// The language of texts for people.
  public var language: Written<Language>?

  /// A file that says nothing.
  public init(path: String, display: String, source: SourceText) {
    self.path = path
    self.display = display
    self.source = source
  }

  /// The folder that its globs and its base are relative to.
  public var folder: String { PathName.folder(of: path) }
}

/// Something in a configuration that is wrong. The rest of the file holds all the same.
public struct ConfigurationProblem: Sendable {
  /// The file's name in outputs.
  public var file: String
  /// Where in it.
  public var range: SourceRange
  /// What is wrong and what is expected.
  public var message: Text
  /// What was probably meant in place of the range's text, where one word is near.
  public var replacement: String?

  /// The problem as a cause of exit status 2.
  public func error(_ language: Language) -> RunError {
    RunError(file: file, position: range.start, message: message[language])
  }
}
