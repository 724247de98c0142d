public import Linting
import SourceText

/// How the rules are set for the files that the same parts of one configuration govern.
public final class RuleSettings: Sendable {
  /// Which rules run, by index.
  public let enabled: [Bool]
  /// The lowest severity that makes the run fail; `nil` where nothing is configured.
  public let failLevel: FailLevel?
  /// The options that are set, by rule and name.
  let options: [Int: [String: Int]]
  private let catalogue: RuleCatalogue
  private let verdicts: [RuleVerdict]
  private let apiStatements: [RuleStatement]
  private let statements: [RuleStatement]
  private let overridesByAPI: [String: Set<Int>]

  init(catalogue: RuleCatalogue, statements: [RuleStatement], apis: [Set<String>?], failLevel: FailLevel?) {
    self.catalogue = catalogue
    self.failLevel = failLevel
    self.statements = statements.filter { $0.scope != .apis }
    apiStatements = statements.filter { $0.scope == .apis }
    var verdicts: [RuleVerdict] = []
    var enabled: [Bool] = []
    var options: [Int: [String: Int]] = [:]
    let hasSelection = RuleVerdict.hasSelection(self.statements)
    for rule in catalogue.rules.indices {
      let verdict = RuleVerdict(on: rule, from: self.statements, hasSelection: hasSelection)
      verdicts.append(verdict)
      let isWantedByAPI = apiStatements.contains { $0.rules.contains(rule) && $0.switchesOff == false }
      enabled.append(verdict.isOn || isWantedByAPI)
      let set = RuleVerdict.options(of: rule, from: self.statements)
      if !set.isEmpty { options[rule] = set }
    }
    self.verdicts = verdicts
    self.enabled = enabled
    self.options = options
    var byAPI: [String: Set<Int>] = [:]
    for statement in apiStatements {
      guard let override = statement.override else { continue }
      for api in apis[override] ?? [] { byAPI[api, default: []].insert(override) }
    }
    overridesByAPI = byAPI
  }

  private init(_ other: RuleSettings, enabled: [Bool], verdicts: [RuleVerdict]) {
    self.enabled = enabled
    self.verdicts = verdicts
    failLevel = other.failLevel
    options = other.options
    catalogue = other.catalogue
    apiStatements = other.apiStatements
    statements = other.statements
    overridesByAPI = other.overridesByAPI
  }

  /// Settings where nothing is configured.
  convenience init(catalogue: RuleCatalogue) {
    self.init(catalogue: catalogue, statements: [], apis: [], failLevel: nil)
  }

  /// The ids of the rules that run.
  var enabledRules: Set<String> {
    Set(catalogue.rules.indices.lazy.filter { self.enabled[$0] }.map { self.catalogue.rules[$0].id })
  }

  /// The settings with the choices of a command line, which beat those of files.
  func after(_ steps: [SelectionStep]) throws(UnknownRuleName) -> RuleSettings {
    guard !steps.isEmpty else { return self }
    return choosing(try catalogue.enabled(after: steps, from: enabled))
  }

  /// The settings with these rules on and no others.
  func choosing(_ chosen: [Bool]) -> RuleSettings {
    var verdicts = verdicts
    for rule in chosen.indices where verdicts[rule].isOn != chosen[rule] {
      verdicts[rule] = RuleVerdict(isOn: chosen[rule], level: verdicts[rule].level, decidedBy: nil)
    }
    return RuleSettings(self, enabled: chosen, verdicts: verdicts)
  }

  /// What becomes of a finding.
  enum Ruling {
    /// It counts, with this severity.
    case counts(Severity)
    /// It is off for its API by an override.
    case setAside
    /// Its rule is off there.
    case dropped
  }

  /// What becomes of a finding of a rule.
  /// - Parameters:
  ///   - severity: as the rule gave it.
  ///   - api: the names of the API it belongs to: operation id and `METHOD path`.
  func ruling(on rule: Int, severity: Severity, api: () -> [String]) -> Ruling {
    var verdict = verdicts[rule]
    if !overridesByAPI.isEmpty, let narrower = verdictForAPI(on: rule, api()) {
      guard narrower.isOn else { return verdict.isOn ? .setAside : .dropped }
      verdict = narrower
    }
    guard verdict.isOn else { return .dropped }
    return .counts(self.severity(of: rule, given: severity, verdict.level))
  }

  private func verdictForAPI(on rule: Int, _ names: [String]) -> RuleVerdict? {
    let matching = names.reduce(into: Set<Int>()) { $0.formUnion(overridesByAPI[$1] ?? []) }
    guard !matching.isEmpty else { return nil }
    let narrower = apiStatements.filter { statement in
      statement.rules.contains(rule) && statement.override.map { matching.contains($0) } == true
    }
    guard !narrower.isEmpty else { return nil }
    return RuleVerdict(on: rule, from: statements + narrower, hasSelection: RuleVerdict.hasSelection(statements))
  }

  /// The configured level replaces the rule's own; a finding that the rule gives below its own level is only lowered.
  private func severity(of rule: Int, given severity: Severity, _ level: Severity?) -> Severity {
    guard let level else { return severity }
    return severity < catalogue.rules[rule].severity ? min(severity, level) : level
  }

  /// The severity of what the engine reports itself.
  func severity(of rule: Int) -> Severity {
    severity(of: rule, given: catalogue.rules[rule].severity, verdicts[rule].level)
  }
}
