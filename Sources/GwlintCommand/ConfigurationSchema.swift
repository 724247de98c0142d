import Engine
import Linting
import Reporting

/// Writes a JSON Schema, draft 2020-12, of configuration files: of the keys that their reader knows and the rules, families
/// and options that there are.
struct ConfigurationSchema {
  private let catalogue: RuleCatalogue
  private let language: Language

  init(_ catalogue: RuleCatalogue, _ language: Language) {
    self.catalogue = catalogue
    self.language = language
  }

  /// The names of the schema's definitions.
  private enum Definition {
    static let level = "level"
    static let setting = "setting"
    static let rules = "rules"
    static let ruleNames = "ruleNames"
    static let globs = "globs"
    static let texts = "texts"
    static let override = "override"
  }

  /// The schema's text.
  var text: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.schemaHead(title: Text(en: "Configuration of gwlint", zh: "gwlint 配置")[language])
    writer.breakLine(indentedBy: 2)
    writer.list("type", ["object", "null"])
    writer.breakLine(indentedBy: 2)
    writeKeys(ConfigurationKey.ofFile, &writer)
    writer.breakLine(indentedBy: 2)
    writer.key("$defs")
    writer.beginObject()
    define(Definition.level, &writer) {
      if case .word(let words) = ConfigurationKey.level.form { $0.list("enum", words) }
    }
    define(Definition.setting, &writer) { self.writeSetting([], &$0) }
    define(Definition.rules, &writer, writeRules)
    define(Definition.ruleNames, &writer, writeRuleNames)
    define(Definition.globs, &writer) { writer in
      Self.writeList(&writer) { item in
        Self.writeText(&item)
        item.member("pattern", Glob.faultlessExpression)
      }
    }
    define(Definition.texts, &writer) { Self.writeList(&$0) { Self.writeText(&$0) } }
    define(Definition.override, &writer, writeOverride)
    writer.endObject()
    writer.endObject()
    return writer.text + "\n"
  }

  private func define(_ name: String, _ writer: inout JSONWriter, _ body: (inout JSONWriter) -> Void) {
    writer.breakLine(indentedBy: 4)
    writer.key(name)
    writer.beginObject()
    body(&writer)
    writer.endObject()
  }

  // MARK: Keys

  private func writeKeys(_ keys: [ConfigurationKey], _ writer: inout JSONWriter) {
    writer.key("properties")
    writer.beginObject()
    for key in keys {
      writer.breakLine(indentedBy: 4)
      writer.key(key.name)
      writer.beginObject()
      writer.member("description", key.summary[language])
      writeValue(of: key, &writer)
      writer.endObject()
    }
    writer.endObject()
    writer.member("additionalProperties", false)
  }

  private func writeValue(of key: ConfigurationKey, _ writer: inout JSONWriter) {
    switch key.form {
    case .fileName: Self.writeText(&writer)
    case .globs: writer.reference(Definition.globs)
    case .texts: writer.reference(Definition.texts)
    case .ruleNames: writer.reference(Definition.ruleNames)
    case .rules: writer.reference(Definition.rules)
    case .overrides: Self.writeList(&writer) { $0.reference(Definition.override) }
    case .word(let words): writer.list("enum", words)
    }
  }

  /// Options hold for whole files: an override for single APIs sets levels alone.
  private func writeOverride(_ writer: inout JSONWriter) {
    writer.member("type", "object")
    writeKeys(ConfigurationKey.ofOverride, &writer)
    writer.choice([{ $0.list("required", ["files"]) }, { $0.list("required", ["apis"]) }])
    writer.key("if")
    writer.beginObject()
    writer.list("required", ["apis"])
    writer.endObject()
    writer.key("then")
    writer.beginObject()
    writer.key("properties")
    writer.beginObject()
    writer.key("rules")
    writer.beginObject()
    writer.key("additionalProperties")
    writer.beginObject()
    writer.reference(Definition.setting)
    writer.endObject()
    writer.endObject()
    writer.endObject()
    writer.endObject()
  }

  // MARK: Rules

  private func writeRules(_ writer: inout JSONWriter) {
    writer.list("type", ["object", "null"])
    writer.key("properties")
    writer.beginObject()
    for rule in catalogue.rules {
      writeRule(rule.id, of: rule, &writer)
      for alias in rule.aliases { writeRule(alias, of: rule, isFormer: true, &writer) }
    }
    for name in families + narrowerPatterns.filter({ !catalogue.options(ofRulesNamed: $0).isEmpty }) {
      writeRule(name, &writer)
    }
    writer.endObject()
    writer.breakLine(indentedBy: 6)
    writer.key("patternProperties")
    writer.beginObject()
    writer.key(Self.expression(of: narrowerPatterns.filter { catalogue.options(ofRulesNamed: $0).isEmpty }))
    writer.beginObject()
    writer.reference(Definition.setting)
    writer.endObject()
    writer.endObject()
    writer.member("additionalProperties", false)
  }

  /// The names that an editor offers beside those of rules.
  private var families: [String] { catalogue.familyNames + ["ALL"] }

  /// Patterns of a part of a family: understood, but too many to offer.
  private var narrowerPatterns: [String] {
    let families = Set(catalogue.familyNames)
    return catalogue.patterns.filter { !families.contains($0) }
  }

  /// An expression of patterns, which are made of letters, digits and hyphens with one `*` at the end.
  private static func expression(of patterns: [String]) -> String {
    "^(?:" + patterns.map { $0.dropLast() }.joined(separator: "|") + #")\*$"#
  }

  private func writeRule(_ name: String, of rule: Rule? = nil, isFormer: Bool = false, _ writer: inout JSONWriter) {
    writer.breakLine(indentedBy: 8)
    writer.key(name)
    writer.beginObject()
    if let rule { writer.member("description", "[\(rule.severity.name)] \(rule.summary[language])") }
    if isFormer { writer.member("deprecated", true) }
    let options = catalogue.options(ofRulesNamed: name)
    if options.isEmpty { writer.reference(Definition.setting) } else { writeSetting(options, &writer) }
    writer.endObject()
  }

  /// What is said of rules: a level, or a mapping with a level, options or both.
  private func writeSetting(_ options: [RuleOption], _ writer: inout JSONWriter) {
    writer.choice([{ $0.reference(Definition.level) }, { self.writeSettingMapping(options, &$0) }])
  }

  private func writeSettingMapping(_ options: [RuleOption], _ writer: inout JSONWriter) {
    writer.member("type", "object")
    writer.key("properties")
    writer.beginObject()
    writer.key(ConfigurationKey.level.name)
    writer.beginObject()
    writer.member("description", ConfigurationKey.level.summary[language])
    writer.reference(Definition.level)
    writer.endObject()
    for option in options {
      writer.key(option.name)
      writer.beginObject()
      writer.member("description", option.summary[language])
      writer.member("type", "integer")
      writer.member("minimum", option.range.lowerBound)
      writer.member("maximum", option.range.upperBound)
      writer.member("default", option.standard)
      writer.endObject()
    }
    writer.endObject()
    writer.member("additionalProperties", false)
  }

  private func writeRuleNames(_ writer: inout JSONWriter) {
    Self.writeList(&writer) { writer in
      writer.choice([
        { $0.list("enum", catalogue.rules.flatMap { [$0.id] + $0.aliases } + families) },
        {
          $0.member("type", "string")
          $0.member("pattern", Self.expression(of: narrowerPatterns))
        },
      ])
    }
  }

  // MARK: Values

  /// A text: what YAML reads as a number or a truth value is taken by its characters.
  private static func writeText(_ writer: inout JSONWriter) {
    writer.list("type", ["string", "number", "boolean"])
    writer.member("minLength", 1)
  }

  /// A list; where nothing is written, an empty one.
  private static func writeList(_ writer: inout JSONWriter, of item: (inout JSONWriter) -> Void) {
    writer.list("type", ["array", "null"])
    writer.items(item)
  }
}
