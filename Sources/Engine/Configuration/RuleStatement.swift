import Linting
import SourceText

/// One thing that a configuration says about some rules.
struct RuleStatement: Sendable {
  /// What is said.
  enum Content: Sendable {
    case level(RuleLevel)
    case select
    case ignore
    case option(String, Int)
  }

  /// Where it holds, the wider first.
  enum Scope: Int, Sendable, Comparable {
    case everywhere, files, apis

    static func < (left: Scope, right: Scope) -> Bool { left.rawValue < right.rawValue }
  }

  let content: Content
  /// The rules that are meant.
  let rules: Set<Int>
  /// How narrow the name is: `ALL` 0, a family the length of its pattern, a rule's id the largest number.
  let narrowness: Int
  let scope: Scope
  /// The override it stands in, counted over all files; `nil` where it stands in none.
  let override: Int?
  /// Number of the file in the chain, bases first.
  let file: Int
  /// The name as written.
  let name: Written<String>

  /// Everything that a file says, in its order. Names that mean no rule say nothing.
  static func all(
    of file: ConfigurationFile, number: Int, firstOverride: Int, _ catalogue: RuleCatalogue
  ) -> [RuleStatement] {
    var result: [RuleStatement] = []
    func add(_ name: Written<String>, _ content: Content, _ scope: Scope = .everywhere, override: Int? = nil) {
      guard let rules = try? catalogue.indices(matching: name.value) else { return }
      let narrowness =
        name.value == "ALL" ? 0 : name.value.hasSuffix("-*") && rules.count > 0 ? name.value.count : Int.max
      result.append(
        RuleStatement(
          content: content, rules: Set(rules), narrowness: narrowness, scope: scope, override: override, file: number,
          name: name))
    }
    func add(_ entry: ConfigurationFile.RuleEntry, _ scope: Scope = .everywhere, override: Int? = nil) {
      if let level = entry.level { add(entry.name, .level(level.value), scope, override: override) }
      for (name, value) in entry.options {
        guard let number = value.value, scope != .apis else { continue }
        let isKnown = (try? catalogue.indices(matching: entry.name.value))?.contains {
          catalogue.rules[$0].options.contains { $0.name == name.value && $0.range.contains(number) }
        }
        if isKnown == true { add(entry.name, .option(name.value, number), scope, override: override) }
      }
    }
    for name in file.select { add(name, .select) }
    for name in file.ignore { add(name, .ignore) }
    for entry in file.rules { add(entry) }
    for (index, override) in file.overrides.enumerated() {
      for entry in override.rules {
        add(entry, override.apis == nil ? .files : .apis, override: firstOverride + index)
      }
    }
    return result
  }

  /// Whether this one decides against another that is said of the same rule.
  func outweighs(_ other: RuleStatement) -> Bool {
    if scope != other.scope { return scope > other.scope }
    if narrowness != other.narrowness { return narrowness > other.narrowness }
    if file != other.file { return file > other.file }
    // Within one file `ignore` subtracts from what is equally narrow; overrides are read in their order.
    if override != other.override { return override ?? -1 > other.override ?? -1 }
    return switchesOff == true && other.switchesOff == false
  }

  /// Whether it turns rules off or on; `nil` where it speaks of neither.
  var switchesOff: Bool? {
    switch content {
    case .level(let level): level == .off
    case .ignore: true
    case .select: false
    case .option: nil
    }
  }
}
