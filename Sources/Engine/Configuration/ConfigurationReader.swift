import Linting
import SourceText
import YAMLDocument

/// Reads a `.gwlint.yml`: a pure function of its bytes. Names of rules are not looked up yet.
struct ConfigurationReader {
  private let yaml: YAMLDocument
  private(set) var file: ConfigurationFile
  private(set) var problems: [ConfigurationProblem] = []

  private static let keys = ConfigurationKey.ofFile.map(\.name)
  private static let overrideKeys = ConfigurationKey.ofOverride.map(\.name)

  init(_ bytes: [UInt8], path: String, display: String) {
    yaml = YAMLDocument.parse(bytes)
    file = ConfigurationFile(path: path, display: display, source: yaml.source)
    if let problem = yaml.problem {
      complain(
        at: problem.span,
        Text(
          en: "\(problem.message.en) \(problem.help.en)", zh: "\(problem.message.zh)\(problem.help.zh)"))
      return
    }
    readFile()
  }

  private mutating func readFile() {
    guard let root = yaml.roots.first else { return }
    if yaml.roots.count > 1 {
      complain(
        at: yaml.span(yaml.roots[1]),
        Text(
          en: "a configuration is one YAML document: what follows here is not read", zh: "配置只能是一个 YAML 文档，此处之后的内容不会被读取")
      )
    }
    if isNull(root) { return }
    guard let entries = entries(of: root, named: nil) else { return }
    for (key, value) in entries {
      switch yaml.string(key) {
      case "extends":
        file.extends = text(value, Text(en: "`extends` takes the name of a file", zh: "`extends` 需要一个文件名"))
      case "rules": file.rules = ruleEntries(value)
      case "select": file.select = texts(value, "select")
      case "ignore": file.ignore = texts(value, "ignore")
      case "exclude": file.exclude = texts(value, "exclude")
      case "overrides": file.overrides = overrides(value)
      case "fail-on": file.failLevel = word(value, "fail-on", FailLevel.self)
      case "lang": file.language = word(value, "lang", Language.self)
      default: complainUnknown(key, among: Self.keys, in: nil)
      }
    }
  }

  // MARK: Rules

  private mutating func ruleEntries(_ node: NodeID) -> [ConfigurationFile.RuleEntry] {
    guard let entries = entries(of: node, named: "rules") else { return [] }
    return entries.map { key, value in
      var entry = ConfigurationFile.RuleEntry(name: Written(yaml.string(key), at: yaml.span(key)), options: [])
      if yaml.kind(yaml.resolved(value)) == .mapping {
        for (key, value) in self.entries(of: value, named: entry.name.value) ?? [] {
          if yaml.isScalar(key, equalTo: "level") {
            entry.level = word(value, "level", RuleLevel.self)
          } else {
            entry.options.append((Written(yaml.string(key), at: yaml.span(key)), integer(value)))
          }
        }
      } else {
        entry.level = word(value, entry.name.value, RuleLevel.self)
      }
      return entry
    }
  }

  private mutating func overrides(_ node: NodeID) -> [ConfigurationFile.Override] {
    items(node, "overrides").compactMap { item in
      guard let entries = entries(of: item, named: "overrides") else { return nil }
      var override = ConfigurationFile.Override(rules: [])
      for (key, value) in entries {
        switch yaml.string(key) {
        case "files": override.files = texts(value, "files")
        case "apis": override.apis = texts(value, "apis")
        case "rules": override.rules = ruleEntries(value)
        default: complainUnknown(key, among: Self.overrideKeys, in: "overrides")
        }
      }
      if override.files == nil, override.apis == nil {
        complain(
          at: place(of: item),
          Text(
            en: "an override needs `files`, `apis` or both: what holds everywhere goes into `rules`",
            zh: "override 需要 `files`、`apis` 或两者；对所有文件生效的设置请写在 `rules` 中"))
        return nil
      }
      return override
    }
  }

  // MARK: Values

  private mutating func word<Word: RawRepresentable & CaseIterable & Sendable>(
    _ node: NodeID, _ key: String, _ type: Word.Type
  ) -> Written<Word>? where Word.RawValue == String {
    let node = yaml.resolved(node)
    let words = Word.allCases.map(\.rawValue)
    let list = words.joined(separator: ", ")
    guard yaml.kind(node) == .scalar, !yaml.isUnwritten(node) else {
      complain(at: yaml.span(node), Text(en: "`\(key)` takes one of \(list)", zh: "`\(key)` 的取值为 \(list) 之一"))
      return nil
    }
    let text = yaml.string(node)
    if let word = Word(rawValue: text) { return Written(word, at: yaml.span(node)) }
    let nearest = NearestWord.nearest(to: text.lowercased(), among: words)
    complain(
      at: yaml.span(node),
      Text(
        en: "`\(text)` is no value of `\(key)`, which takes one of \(list)\(Self.suggestion(nearest).en)",
        zh: "`\(text)` 不是 `\(key)` 的有效值，可用的值为 \(list)\(Self.suggestion(nearest).zh)"), replacement: nearest)
    return nil
  }

  private mutating func text(_ node: NodeID, _ expectation: Text) -> Written<String>? {
    let node = yaml.resolved(node)
    guard yaml.kind(node) == .scalar, !yaml.scalar(node).isEmpty, !isNull(node) else {
      complain(at: yaml.span(node), expectation)
      return nil
    }
    return Written(yaml.string(node), at: yaml.span(node))
  }

  private mutating func texts(_ node: NodeID, _ key: String) -> [Written<String>] {
    items(node, key).compactMap {
      text($0, Text(en: "`\(key)` takes a list of texts", zh: "`\(key)` 需要一个文本列表"))
    }
  }

  private func integer(_ node: NodeID) -> Written<Int?> {
    let node = yaml.resolved(node)
    guard case .integer(let number?) = yaml.resolve(node, schema: .core) else {
      return Written(nil, at: yaml.span(node))
    }
    return Written(Int(exactly: number), at: yaml.span(node))
  }

  /// The items of a list; nothing written is an empty list.
  private mutating func items(_ node: NodeID, _ key: String) -> [NodeID] {
    let node = yaml.resolved(node)
    if isNull(node) { return [] }
    guard yaml.kind(node) == .sequence else {
      complain(at: yaml.span(node), Text(en: "`\(key)` takes a list", zh: "`\(key)` 需要一个列表"))
      return []
    }
    return Array(yaml.children(of: node))
  }

  private mutating func entries(of node: NodeID, named key: String?) -> [(key: NodeID, value: NodeID)]? {
    let node = yaml.resolved(node)
    if isNull(node) { return [] }
    guard yaml.kind(node) == .mapping else {
      complain(
        at: yaml.span(node),
        key.map { Text(en: "`\($0)` takes a mapping", zh: "`\($0)` 需要一个映射") }
          ?? Text(en: "a configuration is a mapping", zh: "配置必须是一个映射"))
      return nil
    }
    var again: Set<NodeID> = []
    for duplicate in yaml.duplicateKeys(in: node) {
      again.insert(duplicate.again)
      let name = yaml.string(duplicate.again)
      complain(at: yaml.span(duplicate.again), Text(en: "the key `\(name)` is written twice", zh: "键 `\(name)` 重复"))
    }
    return yaml.entries(of: node).filter { !again.contains($0.key) }.map { (yaml.resolved($0.key), $0.value) }
  }

  private func isNull(_ node: NodeID) -> Bool {
    guard yaml.kind(node) == .scalar, case .null = yaml.resolve(node, schema: .core) else { return false }
    return true
  }

  private func place(of node: NodeID) -> ByteSpan {
    yaml.pairs(of: yaml.resolved(node)).first { _ in true }.map { yaml.span($0.key) } ?? yaml.span(node)
  }

  // MARK: Problems

  private mutating func complainUnknown(_ key: NodeID, among known: [String], in parent: String?) {
    let name = yaml.string(key)
    let nearest = NearestWord.nearest(to: name, among: known)
    let list = known.joined(separator: ", ")
    let advice =
      nearest == nil
      ? Text(en: "; the keys here are \(list)", zh: "；此处可用的键为 \(list)") : Self.suggestion(nearest)
    let place = parent.map { Text(en: " in `\($0)`", zh: "（位于 `\($0)`）") }
    complain(
      at: yaml.span(key),
      Text(
        en: "unknown key `\(name)`\(place?.en ?? "")\(advice.en)", zh: "未知的键 `\(name)`\(place?.zh ?? "")\(advice.zh)"),
      replacement: nearest)
  }

  static func suggestion(_ nearest: String?) -> Text {
    nearest.map { Text(en: "; did you mean `\($0)`?", zh: "；是否想写 `\($0)`？") } ?? Text(en: "", zh: "")
  }

  private mutating func complain(at span: ByteSpan, _ message: Text, replacement: String? = nil) {
    problems.append(
      ConfigurationProblem(
        file: file.display, range: yaml.source.range(of: span), message: message, replacement: replacement))
  }
}
