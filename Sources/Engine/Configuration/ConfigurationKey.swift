public import Linting

/// A key of a configuration file, and what it sets.
public struct ConfigurationKey: Sendable {
  /// What the value of a key looks like.
  public enum Form: Sendable {
    /// The name of a file.
    case fileName
    /// A list of globs.
    case globs
    /// A list of texts.
    case texts
    /// A list of names of rules and families.
    case ruleNames
    /// A mapping from names of rules and families to their levels and options.
    case rules
    /// A list of settings for some files or APIs.
    case overrides
    /// One of these words.
    case word([String])
  }

  /// The key.
  public let name: String
  /// What its value looks like.
  public let form: Form
  /// What it sets.
  public let summary: Text

  private init(_ name: String, _ form: Form, en: String, zh: String) {
    self.name = name
    self.form = form
    summary = Text(en: en, zh: zh)
  }

  private static let rules = ConfigurationKey(
    "rules", .rules, en: "Levels and options of rules and families.", zh: "规则和规则族的级别与选项。")

  /// The keys of a file.
  public static let ofFile = [
    ConfigurationKey("extends", .fileName, en: "A configuration that this one builds on.", zh: "本配置所继承的配置文件。"),
    rules,
    ConfigurationKey("select", .ruleNames, en: "The only rules and families to run.", zh: "只运行这些规则和规则族。"),
    ConfigurationKey("ignore", .ruleNames, en: "Rules and families not to run.", zh: "不运行的规则和规则族。"),
    ConfigurationKey("exclude", .globs, en: "Globs of files to pass over.", zh: "要跳过的文件，用 glob 表示。"),
    ConfigurationKey("overrides", .overrides, en: "Settings for some files or APIs.", zh: "只针对部分文件或 API 的设置。"),
    ConfigurationKey(
      "fail-on", .word(FailLevel.allCases.map(\.rawValue)), en: "The lowest level that makes a run fail.",
      zh: "使检查失败的最低级别。"),
    ConfigurationKey(
      "lang", .word(Language.allCases.map(\.rawValue)), en: "The language of messages.", zh: "消息的语言。"),
  ]

  /// The keys of an entry of `overrides`.
  public static let ofOverride = [
    ConfigurationKey("files", .globs, en: "Globs of the files.", zh: "适用的文件，用 glob 表示。"),
    ConfigurationKey(
      "apis", .texts, en: "APIs by operationId or `METHOD path`.", zh: "适用的 API：operationId 或 `METHOD path`。"),
    rules,
  ]

  /// The key that holds a rule's level beside its options.
  public static let level = ConfigurationKey(
    "level", .word(RuleLevel.allCases.map(\.rawValue)), en: "The rule's level.", zh: "规则的级别。")
}
