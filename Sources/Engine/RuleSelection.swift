public import Linting

/// A name in `--select`, `--ignore`, configuration or a suppression that means no rule.
public struct UnknownRuleName: Error, Sendable, Hashable {
  /// The name as written.
  public let name: String
  /// The nearest name there is, if one is near.
  public let nearest: String?
}

/// The rules of a run by name.
public struct RuleCatalogue: Sendable {
  /// All rules.
  public let rules: [Rule]
  private let indices: [String: Int]

  /// A catalogue of `rules`; former ids are understood as well.
  public init(_ rules: [Rule]) {
    self.rules = rules
    var indices: [String: Int] = [:]
    for (index, rule) in rules.enumerated() {
      indices[rule.id] = index
      for alias in rule.aliases { indices[alias] = index }
    }
    self.indices = indices
  }

  /// The rule of an id or a former id.
  public func index(of id: some StringProtocol) -> Int? { indices[String(id)] }

  /// The rules that a name means: one id, a family (`route-*`), or `ALL`.
  public func indices(matching name: some StringProtocol) throws(UnknownRuleName) -> [Int] {
    if name == "ALL" { return Array(rules.indices) }
    if name.hasSuffix("-*") {
      let prefix = name.dropLast()
      let family = rules.indices.filter { rules[$0].id.hasPrefix(prefix) }
      if !family.isEmpty { return family }
    }
    if let index = index(of: name) { return [index] }
    throw UnknownRuleName(
      name: String(name), nearest: NearestWord.nearest(to: String(name), among: rules.map(\.id) + familyNames))
  }

  /// The names of all families (`route-*`), sorted.
  public var familyNames: [String] { Set(rules.map { $0.family.rawValue + "-*" }).sorted() }

  /// Every name that means all rules whose ids begin alike up to a hyphen (`route-*`, `route-mapping-*`), sorted.
  public var patterns: [String] {
    let beginnings = rules.flatMap { rule in
      rule.id.indices.filter { rule.id[$0] == "-" }.map { rule.id[...$0] + "*" }
    }
    return Set(beginnings.map(String.init)).sorted()
  }

  /// The options that may be set under a name: those of the rules that it means.
  public func options(ofRulesNamed name: some StringProtocol) -> [RuleOption] {
    var seen: Set<String> = []
    return ((try? indices(matching: name)) ?? []).flatMap { rules[$0].options }.filter { seen.insert($0.name).inserted }
  }
}

/// One step of choosing rules, in the order of the command line.
public enum SelectionStep: Sendable, Hashable {
  /// Replaces what is on.
  case select([String])
  /// Takes away from what is on.
  case ignore([String])
}

extension RuleCatalogue {
  /// Which rules are on after the steps.
  /// - Parameter initial: which are on before them; all where none is given.
  public func enabled(after steps: [SelectionStep], from initial: [Bool]? = nil) throws(UnknownRuleName) -> [Bool] {
    var enabled = initial ?? [Bool](repeating: true, count: rules.count)
    for step in steps {
      switch step {
      case .select(let names):
        enabled = [Bool](repeating: false, count: rules.count)
        for name in names { for index in try indices(matching: name) { enabled[index] = true } }
      case .ignore(let names):
        for name in names { for index in try indices(matching: name) { enabled[index] = false } }
      }
    }
    return enabled
  }
}
