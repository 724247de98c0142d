import Synchronization

/// Whether the APIs of a table can be reached.
///
/// The question is one of languages: is every request that a path matches taken by routes of higher priority together? The
/// most ordinary requests and a few near them settle it for almost every path; what they leave open is decided by
/// automata, and what the automata cannot decide within their budget is said to be undecided.
///
/// A path is called unreachable only where that holds in every reading of the undocumented choices. A plain path loses
/// least where expressions match least: bound to the end, variables not empty, `.` as itself. An expression that only
/// prefixes and exact paths can take loses least where it matches most. So one reading each is enough.
public struct Reachability: Sendable {
  /// The table.
  public let table: RouteTable
  private let narrow: RouteTable
  private let wide: LazyTable
  /// The situations that the table does not tell apart.
  let parts: [RouteScope]
  /// How many pairs of states one question may cost.
  public static let budget = 4000
  private static let roundLimit = 24

  /// Prepares the questions about a table.
  public init(_ table: RouteTable) {
    self.table = table
    parts = RouteScope.parts(of: Set(table.scopes))
    narrow = Self.table(table) {
      $0.expressionEnd = .anchored
      $0.emptyVariables = .refused
      $0.dotInVariablePaths = .literal
    }
    wide = LazyTable(table.routes, table.choices)
  }

  private static func table(_ table: RouteTable, _ change: (inout RoutingChoices) -> Void) -> RouteTable {
    var choices = table.choices
    change(&choices)
    return choices == table.choices ? table : RouteTable(table.routes, choices: choices)
  }

  /// What became of a path in some situations.
  public struct Loss: Sendable {
    /// The path, as an index into the table's `patterns`.
    public var pattern: Int
    /// The situations that it is about; the smallest method of these stands in the witness.
    public var scope: RouteScope
    /// How bad it is.
    public var extent: Extent
    /// A request that the path is there for and does not get.
    public var request: [UInt8]
    /// The paths that answer it: one, or several that nothing documented decides between.
    public var answeredBy: [Int]
    /// A request that the path does get; `nil` where there is none, or none was found.
    public var stillAnswered: [UInt8]?
    /// The fewest paths that were found to take everything together, or for a part what takes the natural request.
    public var blockers: [Int]
  }

  /// How much of a path is lost.
  public enum Extent: Sendable {
    /// No request reaches it, in any reading.
    case everything
    /// Its natural requests go elsewhere.
    case naturalRequests
    /// Nothing can be said.
    case undecided
  }

  /// Everything that is lost, path by path in the order of the table, and each path by groups of situations.
  /// - Complexity: near O(n) for ordinary tables: each path costs one walk of the tree.
  public func losses() -> [Loss] {
    var losses: [Loss] = []
    for pattern in table.patterns.indices {
      let scope = table.scopes[pattern]
      if let problem = table.problems[pattern], problem.isUndecided, table.patterns[pattern].beginsWithSlash {
        losses.append(
          Loss(
            pattern: pattern, scope: scope, extent: .undecided, request: [], answeredBy: [], stillAnswered: nil,
            blockers: []))
        continue
      }
      guard table.isUsable[pattern] else { continue }
      losses += Self.merged(parts.filter { scope.contains($0) }.compactMap { loss(of: pattern, in: $0) })
    }
    return losses
  }

  /// With equal findings of different situations put together, as far as the same requests show them.
  private static func merged(_ losses: [Loss]) -> [Loss] {
    var result: [Loss] = []
    for loss in losses {
      let same = result.firstIndex {
        $0.extent == loss.extent && $0.blockers == loss.blockers && $0.answeredBy == loss.answeredBy
          && $0.request == loss.request && $0.stillAnswered == loss.stillAnswered
      }
      if let same { result[same].scope.formUnion(loss.scope) } else { result.append(loss) }
    }
    return result
  }

  // MARK: One path

  /// What a path loses in situations that the table does not tell apart; `nil` where its natural requests reach it.
  private func loss(of pattern: Int, in part: RouteScope) -> Loss? {
    guard table.patterns[pattern].kind != .exact else { return nil }
    let expression = table.expressions[pattern]
    let own = NaturalRequests.own(of: table.patterns[pattern], expression)
    var first: (request: [UInt8], takers: [Int])?
    for request in own {
      let takers = takers(of: request, from: pattern, in: part, table)
      if takers.isEmpty { return nil }
      if first == nil { first = (request, takers) }
    }
    guard let first else { return nil }
    var loss = Loss(
      pattern: pattern, scope: part, extent: .naturalRequests, request: first.request,
      answeredBy: table.winners(among: first.takers), stillAnswered: nil, blockers: first.takers)
    loss.blockers = loss.answeredBy
    for request in NaturalRequests.neighbours(of: table.patterns[pattern], expression)
    where takers(of: request, from: pattern, in: part, table).isEmpty {
      loss.stillAnswered = request
      return loss
    }
    if let blocker = first.takers.first(where: { takesAll(of: pattern, $0) }) {
      loss.extent = .everything
      loss.blockers = [blocker]
      return loss
    }
    decide(&loss, tried: own, part)
    return loss
  }

  /// The paths of higher priority that match a request, in one table; empty where `pattern` gets it.
  private func takers(of request: [UInt8], from pattern: Int, in part: RouteScope, _ table: RouteTable) -> [Int] {
    table.matches(request).filter { table.scopes[$0].contains(part) && table.outranks($0, pattern) }
  }

  /// Whether a prefix, or an expression that ends in a variable, takes all of a path by its form alone.
  private func takesAll(of pattern: Int, _ blocker: Int) -> Bool {
    let path = table.patterns[pattern]
    let other = table.patterns[blocker]
    switch (other.kind, path.kind) {
    case (.priorityPrefix, .plain): return path.text.starts(with: other.text)
    case (.priorityPrefix, .expression):
      let expression = try? path.expression(choices: wide.choices)
      return expression?.literalHead.starts(with: other.text) ?? false
    case (.expression, .plain):
      guard other.isVariablePath, case .variable = other.pieces.last else { return false }
      return narrow.expressions[blocker]?.matches(path.text) ?? false
    default: return false
    }
  }

  // MARK: Automata

  private func language(of pattern: Int, _ table: RouteTable) -> Automaton? {
    let path = table.patterns[pattern]
    if path.kind == .expression { return table.expressions[pattern]?.automaton }
    return Automaton(literal: path.text, isPrefix: path.kind != .exact)
  }

  private enum Cover {
    case by([Int])
    case request([UInt8])
    case unknown
  }

  /// Completes a loss of which no request was found that reaches the path.
  private func decide(_ loss: inout Loss, tried: [[UInt8]], _ part: RouteScope) {
    let isExpression = table.patterns[loss.pattern].kind == .expression
    let least = isExpression ? wide.table : narrow
    switch cover(of: loss.pattern, in: part, tried, least) {
    case .by(let blockers):
      loss.extent = .everything
      loss.blockers = blockers
    case .request(let request):
      if takers(of: request, from: loss.pattern, in: part, table).isEmpty,
        table.matches(request).contains(loss.pattern)
      {
        loss.stillAnswered = request
      } else if case .request(let request) = cover(of: loss.pattern, in: part, tried, table) {
        loss.stillAnswered = request
      }
    case .unknown: loss.extent = .undecided
    }
  }

  /// Adds one blocker after another, each for a request that the ones before it leave, until they take everything or a
  /// request is left.
  private func cover(of pattern: Int, in part: RouteScope, _ tried: [[UInt8]], _ table: RouteTable) -> Cover {
    guard let language = language(of: pattern, table) else { return .unknown }
    var blockers: [Int] = []
    for request in tried {
      let takers = takers(of: request, from: pattern, in: part, table)
      if takers.isEmpty, table.matches(request).contains(pattern) { return .request(request) }
      for taker in table.winners(among: takers) where !blockers.contains(taker) { blockers.append(taker) }
    }
    for _ in 0..<Self.roundLimit {
      let automata = blockers.compactMap { self.language(of: $0, table) }
      switch LanguageInclusion(language, in: automata).answer(budget: Self.budget) {
      case .undecided: return .unknown
      case .included: return .by(smallest(of: blockers, covering: language, table))
      case .path(let request):
        let takers = takers(of: request, from: pattern, in: part, table)
        if takers.isEmpty { return .request(request) }
        guard let new = table.winners(among: takers).first(where: { !blockers.contains($0) }) else { return .unknown }
        blockers.append(new)
      }
    }
    return .unknown
  }

  /// The fewest of some blockers that take everything: one, two, else as many as cannot be left out.
  private func smallest(of blockers: [Int], covering language: Automaton, _ table: RouteTable) -> [Int] {
    func cover(_ some: [Int]) -> Bool {
      LanguageInclusion(language, in: some.compactMap { self.language(of: $0, table) })
        .answer(budget: Self.budget) == .included
    }
    if let one = blockers.first(where: { cover([$0]) }) { return [one] }
    if blockers.count > 2, blockers.count <= 12 {
      for (index, first) in blockers.enumerated() {
        for second in blockers[(index + 1)...] where cover([first, second]) { return [first, second] }
      }
    }
    var kept = blockers
    for blocker in blockers where kept.count > 1 {
      let rest = kept.filter { $0 != blocker }
      if cover(rest) { kept = rest }
    }
    return kept
  }

  // MARK: Further blockers

  /// How many other paths of higher priority take some of a path's requests.
  /// - Parameter limit: how many paths may be compared with it. Whoever asks of many losses shares a limit among them:
  ///   where each path of a large table lies near all others, their number grows with the square of the table.
  /// - Returns: the number, and whether that is all.
  public func furtherTakers(of loss: Loss, limit: Int = 1000) -> (count: Int, isExact: Bool) {
    guard let language = language(of: loss.pattern, table) else { return (0, true) }
    var found: Set<Int> = []
    var compared = 0
    let isExact = table.trie.forEachNear(language.literalHead, limit: Self.placeLimit) { other in
      guard table.isUsable[other], !table.scopes[other].isDisjoint(with: loss.scope),
        table.outranks(other, loss.pattern), !loss.blockers.contains(other), !found.contains(other)
      else { return true }
      compared += 1
      guard compared <= limit else { return false }
      if let taking = self.language(of: other, table), language.meets(taking) { found.insert(other) }
      return true
    }
    return (found.count, isExact)
  }

  /// How many places of the tree of paths are looked at for paths near one.
  private static let placeLimit = 1000
}

/// The table in which expressions match most, built when it is first asked for: most tables never need it.
private final class LazyTable: Sendable {
  let choices: RoutingChoices
  private let routes: [Route]
  private let built = Mutex<RouteTable?>(nil)

  init(_ routes: [Route], _ choices: RoutingChoices) {
    self.routes = routes
    var choices = choices
    choices.expressionEnd = .open
    choices.emptyVariables = .allowed
    choices.dotInVariablePaths = .anyByte
    self.choices = choices
  }

  var table: RouteTable {
    built.withLock { built in
      let table = built ?? RouteTable(routes, choices: choices)
      built = table
      return table
    }
  }
}
