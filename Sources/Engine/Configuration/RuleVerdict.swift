import Linting

/// What a set of statements makes of one rule.
struct RuleVerdict: Sendable {
  /// Whether it runs.
  let isOn: Bool
  /// The level given to it; `nil` where it keeps its own.
  let level: Severity?
  /// The statement that decides whether it runs or at which level; `nil` where nothing is said, or where `select` names
  /// others only.
  let decidedBy: RuleStatement?

  init(isOn: Bool, level: Severity?, decidedBy: RuleStatement?) {
    self.isOn = isOn
    self.level = level
    self.decidedBy = decidedBy
  }

  /// Whether any statement chooses rules, so that all others are off.
  static func hasSelection(_ statements: [RuleStatement]) -> Bool {
    statements.contains { if case .select = $0.content { true } else { false } }
  }

  /// Weighs what is said of a rule.
  /// - Parameter hasSelection: whether some rules are selected; others then run only where their own id is given a
  ///   level, or where an override does so.
  init(on rule: Int, from statements: [RuleStatement], hasSelection: Bool) {
    var decisive: RuleStatement?
    var loudest: RuleStatement?
    var isSelected = false
    for statement in statements where statement.rules.contains(rule) {
      if case .select = statement.content { isSelected = true }
      if statement.switchesOff != nil, decisive.map({ statement.isSaidAfterOrOutweighs($0) }) ?? true {
        decisive = statement
      }
      if case .level(let level) = statement.content, level != .off,
        loudest.map({ statement.isSaidAfterOrOutweighs($0) }) ?? true
      {
        loudest = statement
      }
    }
    let leftOut = hasSelection && !isSelected
    if leftOut, decisive.map({ $0.scope == .everywhere && $0.narrowness != Int.max }) ?? true {
      self.init(isOn: false, level: nil, decidedBy: nil)
      return
    }
    let isOn = decisive.map { $0.switchesOff == false } ?? true
    var level: Severity?
    if let loudest, case .level(let word) = loudest.content { level = word.severity }
    let isLevelDecisive = isOn && loudest != nil
    self.init(isOn: isOn, level: isOn ? level : nil, decidedBy: isLevelDecisive ? loudest : decisive)
  }

  /// The options of a rule that statements set.
  static func options(of rule: Int, from statements: [RuleStatement]) -> [String: Int] {
    var best: [String: (statement: RuleStatement, value: Int)] = [:]
    for statement in statements where statement.rules.contains(rule) {
      guard case .option(let name, let value) = statement.content else { continue }
      if best[name].map({ statement.isSaidAfterOrOutweighs($0.statement) }) ?? true { best[name] = (statement, value) }
    }
    return best.mapValues(\.value)
  }
}

extension RuleStatement {
  /// Statements are looked at in their order: a later one wins where the earlier does not outweigh it.
  fileprivate func isSaidAfterOrOutweighs(_ earlier: RuleStatement) -> Bool { !earlier.outweighs(self) }
}
