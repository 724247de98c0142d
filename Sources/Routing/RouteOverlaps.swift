/// Which expressions of a table both match a request, so that nothing documented says who answers it.
///
/// Variables cross slashes, so almost any two variable paths with the same beginning and end have some request in common.
/// Only those count here that one of the two is meant for: with one segment for each of its variables.
public struct RouteOverlaps: Sendable {
  /// The table.
  public let table: RouteTable

  /// A path that shares requests with others.
  public struct Ambiguity: Sendable {
    /// The path, as an index into the table's `patterns`.
    public var pattern: Int
    /// The others, in the order of the table.
    public var others: [Overlap]
  }

  /// Two paths that share a request.
  public struct Overlap: Sendable {
    /// The other path.
    public var pattern: Int
    /// The situations in which both are there.
    public var scope: RouteScope
    /// A request that both match.
    public var shared: [UInt8]
  }

  /// All ambiguities, and whether the table was small enough to find them all.
  public struct Result: Sendable {
    /// The paths, each pair at the one with more partners, else at the later one.
    public var ambiguities: [Ambiguity]
    /// Whether every pair was looked at.
    public var isComplete: Bool
  }

  /// Prepares the question about a table.
  public init(_ table: RouteTable) {
    self.table = table
  }

  private struct Member {
    let pattern: Int
    let reversedTail: [UInt8]
  }

  private static let pairLimit = 20_000
  private static let productLimit = 8_000

  /// Finds the ambiguities.
  /// - Complexity: O(total length of the paths) plus the pairs whose beginnings and ends fit; their number is bounded.
  public func find() -> Result {
    let members = table.patterns.indices.filter { table.expressions[$0] != nil && table.isUsable[$0] }
    var groups: [[UInt8]: [Member]] = [:]
    var heads: [Int: [UInt8]] = [:]
    for pattern in members {
      let head = table.expressions[pattern]?.literalHead ?? []
      heads[pattern] = head
      groups[head, default: []].append(Member(pattern: pattern, reversedTail: reversedTail(of: pattern)))
    }
    for head in groups.keys {
      groups[head]?.sort {
        ($0.reversedTail, $0.pattern) < ($1.reversedTail, $1.pattern)
      }
    }
    let lengths = Set(groups.keys.map(\.count)).sorted()
    var search = PairSearch(
      table: table, pairLimit: Self.pairLimit + 8 * members.count, productLimit: Self.productLimit + 2 * members.count)
    for pattern in members {
      let head = heads[pattern] ?? []
      let tail = reversedTail(of: pattern)
      for length in lengths where length <= head.count {
        guard let group = groups[Array(head.prefix(length))] else { continue }
        for other in Self.fitting(tail, in: group, limit: search.pairLimit) where length < head.count || other < pattern
        {
          search.consider(pattern, other)
        }
      }
      if search.isExhausted { break }
    }
    return Result(ambiguities: grouped(search.pairs), isComplete: !search.isExhausted)
  }

  /// The text that every match ends with, backwards; empty where it is not one text.
  private func reversedTail(of pattern: Int) -> [UInt8] {
    guard table.patterns[pattern].isVariablePath, table.choices.expressionEnd == .anchored,
      case .literal(let text) = table.patterns[pattern].pieces.last
    else { return [] }
    return table.choices.letterCase == .ignored ? RequestPath.lowercased(text).reversed() : text.reversed()
  }

  /// The members of a group whose end is the end of `tail` or the other way round.
  /// - Parameter limit: how many more pairs can be looked at; with one more than that all budget is spent.
  private static func fitting(_ tail: [UInt8], in group: [Member], limit: Int) -> [Int] {
    var result: [Int] = []
    func bound(_ text: ArraySlice<UInt8>) -> Int {
      var low = 0
      var high = group.count
      while low < high {
        let middle = (low + high) / 2
        if group[middle].reversedTail.lexicographicallyPrecedes(text) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    for length in 0..<tail.count {
      var index = bound(tail[..<length])
      while index < group.count, group[index].reversedTail.elementsEqual(tail[..<length]) {
        result.append(group[index].pattern)
        index += 1
      }
    }
    var index = bound(tail[...])
    while index < group.count, result.count <= limit, group[index].reversedTail.starts(with: tail) {
      result.append(group[index].pattern)
      index += 1
    }
    return result
  }

  private func grouped(_ pairs: [PairSearch.Pair]) -> [Ambiguity] {
    var degree: [Int: Int] = [:]
    for pair in pairs {
      degree[pair.first, default: 0] += 1
      degree[pair.second, default: 0] += 1
    }
    var result: [Int: [Overlap]] = [:]
    for pair in pairs {
      let (first, second) = (min(pair.first, pair.second), max(pair.first, pair.second))
      let hub = degree[first, default: 0] > degree[second, default: 0] ? first : second
      result[hub, default: []].append(
        Overlap(pattern: hub == first ? second : first, scope: pair.scope, shared: pair.shared))
    }
    return result.keys.sorted().map { hub in
      Ambiguity(pattern: hub, others: (result[hub] ?? []).sorted { $0.pattern < $1.pattern })
    }
  }

  /// A request that one of two paths gets alone; `nil` where there is none or none was found.
  public func onlyAnswered(by pattern: Int, not other: Int, in scope: RouteScope) -> [UInt8]? {
    guard let expression = table.expressions[pattern], let rival = table.expressions[other],
      let situation = scope.situations.first
    else { return nil }
    var candidates = NaturalRequests.own(of: table.patterns[pattern], expression)
      .filter { !rival.matches(table.choices.prepared($0)) }
    if candidates.isEmpty,
      case .path(let path) = LanguageInclusion(expression.automaton, in: [rival.automaton])
        .answer(budget: Reachability.budget)
    {
      candidates = [path]
    }
    return candidates.first { path in
      table.decide(path, situation).answering.allSatisfy { table.patternOfRoute[$0] == pattern }
        && !table.decide(path, situation).answering.isEmpty
    }
  }
}

/// Looks at pairs of expressions within bounds.
private struct PairSearch {
  struct Pair {
    let first: Int
    let second: Int
    let scope: RouteScope
    let shared: [UInt8]
  }

  let table: RouteTable
  var pairLimit: Int
  var productLimit: Int
  private(set) var pairs: [Pair] = []
  private(set) var isExhausted = false
  private let parts: [RouteScope]
  private var own: [Int: [[UInt8]]] = [:]
  private var single: [Int: Automaton] = [:]
  private static let roundLimit = 12

  init(table: RouteTable, pairLimit: Int, productLimit: Int) {
    self.table = table
    parts = RouteScope.parts(of: Set(table.scopes))
    self.pairLimit = pairLimit
    self.productLimit = productLimit
  }

  mutating func consider(_ first: Int, _ second: Int) {
    let scope = table.scopes[first].intersection(table.scopes[second])
    let parts = parts.filter { scope.contains($0) }
    guard !parts.isEmpty, !isExhausted else { return }
    pairLimit -= 1
    if pairLimit < 0 { isExhausted = true }
    guard let shared = shared(first, second, parts) else { return }
    let contested = parts.filter { isContested(shared, first, second, $0) }
    pairs.append(
      Pair(first: first, second: second, scope: contested.reduce(RouteScope()) { $0.union($1) }, shared: shared))
  }

  /// A request that both match, that one of them is meant for, and that no path of higher priority takes.
  private mutating func shared(_ first: Int, _ second: Int, _ parts: [RouteScope]) -> [UInt8]? {
    for (left, right) in [(first, second), (second, first)] {
      for path in ownRequests(of: left) where matches(right, path) {
        if parts.contains(where: { isContested(path, left, right, $0) }) { return path }
      }
    }
    for (left, right) in [(first, second), (second, first)] {
      guard let automaton = singleSegments(of: left), let other = table.expressions[right]?.automaton else { continue }
      for part in parts {
        productLimit -= 1
        guard productLimit >= 0 else {
          isExhausted = true
          return nil
        }
        if let path = contestedPath(of: left, automaton, of: right, other, in: part) { return path }
      }
    }
    return nil
  }

  /// A path in both languages that nothing of higher priority takes.
  private func contestedPath(
    of left: Int, _ automaton: Automaton, of right: Int, _ other: Automaton, in part: RouteScope
  ) -> [UInt8]? {
    guard var path = automaton.commonPath(with: other) else { return nil }
    if isContested(path, left, right, part) { return path }
    guard let both = Automaton(automaton, and: other) else { return nil }
    var blockers: [Int] = []
    for _ in 0..<Self.roundLimit {
      let matched = table.matches(path).filter { table.scopes[$0].contains(part) && table.outranks($0, left) }
      guard let new = table.winners(among: matched).first(where: { !blockers.contains($0) }) else { return nil }
      blockers.append(new)
      let taken = blockers.map { blocker in
        Automaton(literal: table.patterns[blocker].text, isPrefix: table.patterns[blocker].kind != .exact)
      }
      guard case .path(let next) = LanguageInclusion(both, in: taken).answer(budget: Reachability.budget) else {
        return nil
      }
      if isContested(next, left, right, part) { return next }
      path = next
    }
    return nil
  }

  private func matches(_ pattern: Int, _ path: [UInt8]) -> Bool {
    table.expressions[pattern]?.matches(table.choices.prepared(path)) ?? false
  }

  private func isContested(_ path: [UInt8], _ left: Int, _ right: Int, _ situation: RouteScope) -> Bool {
    let winners = table.winners(among: table.matches(path).filter { table.scopes[$0].contains(situation) })
    return winners.contains(left) && winners.contains(right)
  }

  private mutating func ownRequests(of pattern: Int) -> [[UInt8]] {
    if let known = own[pattern] { return known }
    // One is enough to settle most pairs; what it leaves open is decided by the automata.
    let requests = Array(NaturalRequests.own(of: table.patterns[pattern], table.expressions[pattern]).prefix(1))
    own[pattern] = requests
    return requests
  }

  private mutating func singleSegments(of pattern: Int) -> Automaton? {
    if let known = single[pattern] { return known }
    let automaton = table.expressions[pattern]?.withSingleSegments()
    single[pattern] = automaton
    return automaton
  }
}

/// Orders texts by their bytes, then by number.
private func < (left: ([UInt8], Int), right: ([UInt8], Int)) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : left.0.lexicographicallyPrecedes(right.0)
}
