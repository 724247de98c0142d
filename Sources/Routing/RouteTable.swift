/// All routes of a service, ready to be asked who answers a request.
public struct RouteTable: Sendable {
  /// The routes as they were given.
  public let routes: [Route]
  /// How the open questions are answered.
  public let choices: RoutingChoices
  /// The paths that differ in more than the names of variables, in order of their first route.
  public let patterns: [PathPattern]
  /// For each route the index of its path.
  public let patternOfRoute: [Int]
  /// For each path the routes that have it.
  public let routesOfPattern: [[Int]]
  /// For each path the situations that one of its routes is there for.
  public let scopes: [RouteScope]
  /// For each path why its expression cannot be used; `nil` where it can, or the path is none.
  public let problems: [ExpressionProblem?]

  /// For each path its expression, where it is one that can be used.
  let expressions: [PathExpression?]
  /// For each path whether a request can match it at all.
  let isUsable: [Bool]
  let trie: PathTrie
  /// Paths of which it is not known what they match, with the text that they begin with in any case.
  let undecided: [(pattern: Int, head: [UInt8])]

  private static let textLimit = 8192

  /// Reads a table of routes. Their order is that of the input, which the documented semantics never ask for.
  /// - Complexity: O(total length of the paths), plus the size of the expressions.
  public init(_ routes: [Route], choices: RoutingChoices = .assumed) {
    self.routes = routes
    self.choices = choices
    var patterns: [PathPattern] = []
    var scopes: [RouteScope] = []
    var routesOfPattern: [[Int]] = []
    var known: [PathIdentity: Int] = [:]
    var patternOfRoute: [Int] = []
    for (index, route) in routes.enumerated() {
      let identity = choices.letterCase == .ignored ? route.pattern.identity.lowercased : route.pattern.identity
      if let pattern = known[identity] {
        patternOfRoute.append(pattern)
        scopes[pattern].formUnion(route.scope)
        routesOfPattern[pattern].append(index)
      } else {
        known[identity] = patterns.count
        patternOfRoute.append(patterns.count)
        patterns.append(route.pattern)
        scopes.append(route.scope)
        routesOfPattern.append([index])
      }
    }
    self.patterns = patterns
    self.scopes = scopes
    self.routesOfPattern = routesOfPattern
    self.patternOfRoute = patternOfRoute
    var expressions = [PathExpression?](repeating: nil, count: patterns.count)
    var problems = [ExpressionProblem?](repeating: nil, count: patterns.count)
    for (index, pattern) in patterns.enumerated() where pattern.kind == .expression {
      do throws(ExpressionProblem) {
        expressions[index] = try pattern.expression(choices: choices)
      } catch {
        problems[index] = error
      }
    }
    isUsable = patterns.indices.map { index in
      patterns[index].beginsWithSlash && problems[index] == nil && patterns[index].text.count <= Self.textLimit
        && (patterns[index].kind == .expression || patterns[index].text.allSatisfy(ByteSet.requestPath.contains))
    }
    self.expressions = expressions
    self.problems = problems
    undecided = patterns.indices.compactMap { index in
      guard problems[index]?.isUndecided ?? false, patterns[index].beginsWithSlash else { return nil }
      return (index, Self.leadingText(of: patterns[index]))
    }
    let isUsable = isUsable
    trie = PathTrie(
      patterns.indices.map { index in
        isUsable[index] ? Self.entry(patterns[index], expressions[index], choices) : nil
      }, choices: choices)
  }

  private static func entry(_ pattern: PathPattern, _ expression: PathExpression?, _ choices: RoutingChoices)
    -> TrieEntry
  {
    let fold = { (text: [UInt8]) in choices.letterCase == .ignored ? RequestPath.lowercased(text) : text }
    guard pattern.kind == .expression, let expression else {
      return .text(fold(pattern.text), isPrefix: pattern.kind != .exact)
    }
    guard pattern.isVariablePath else { return .expression(expression) }
    let dotsAreAnything = choices.dotInVariablePaths == .anyByte && pattern.text.contains(UInt8(ascii: "."))
    guard !dotsAreAnything else { return .expression(expression) }
    return .pieces(
      pattern.pieces.map { piece in
        if case .literal(let text) = piece { return .literal(fold(text)) }
        return piece
      })
  }

  /// What an expression begins with up to its first sign; the last byte may belong to a quantifier and is left out.
  private static func leadingText(of pattern: PathPattern) -> [UInt8] {
    let head = pattern.text.prefix { byte in
      !PathPattern.isExpressionSign(byte) && byte != UInt8(ascii: "{") && byte != UInt8(ascii: ".")
    }
    return Array(pattern.text.contains(UInt8(ascii: "|")) ? [] : head.dropLast())
  }

  // MARK: Matching

  /// The paths that match a request, in no particular order.
  func matches(_ path: [UInt8]) -> [Int] {
    let path = choices.prepared(path)
    var found: [Int] = []
    trie.forEachMatch(of: path) { found.append($0) }
    if choices.trailingSlash == .ignored {
      let slash = UInt8(ascii: "/")
      let other = path.last == slash && path.count > 1 ? Array(path.dropLast()) : path + [slash]
      trie.forEachMatch(of: other) { found.append($0) }
    } else if choices.expressionEnd == .anchored {
      return found
    }
    return Array(Set(found)).sorted()
  }

  /// Whether one of two paths that both match a request has the documented priority over the other.
  func outranks(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (patterns[left], patterns[right])
    if first.kind != second.kind { return first.kind < second.kind }
    switch first.kind {
    case .exact: return false
    case .priorityPrefix:
      return choices.priorityPrefixOrder == .longestFirst && first.text.count > second.text.count
    case .expression: return choices.expressionOrder == .listed && left < right
    case .plain: return first.text.count > second.text.count
    }
  }

  /// Of some paths that match a request those that no other of them outranks.
  func winners(among matched: [Int]) -> [Int] {
    guard var best = matched.first else { return [] }
    for candidate in matched where outranks(candidate, best) { best = candidate }
    return matched.filter { $0 == best || !outranks(best, $0) }
  }

  /// Decides who answers a request.
  /// - Parameters:
  ///   - path: the path without host, environment and query.
  ///   - situation: method, environment and protocol; a single one.
  public func decide(_ path: [UInt8], _ situation: RouteScope) -> RouteDecision {
    let matched = matches(path)
    let prepared = choices.prepared(path)
    let open = undecided.filter { scopes[$0.pattern].contains(situation) && prepared.starts(with: $0.head) }
      .map(\.pattern)
    let everyMethod = situation.withEveryMethod
    let byPath = matched.filter { !scopes[$0].isDisjoint(with: everyMethod) }
    let byMethod = byPath.filter { scopes[$0].contains(situation) }
    let considered = choices.methodSelection == .methodFirst ? byMethod : byPath
    let winners = winners(among: considered)
    var answering = winners.filter { scopes[$0].contains(situation) }.flatMap { routes(of: $0, in: situation) }
    if answering.isEmpty, choices.getServesHead, let get = situation.asGetForHead {
      return decide(path, get)
    }
    answering.sort()
    let doubtful = winners.allSatisfy { patterns[$0].kind > .priorityPrefix } ? open : []
    let others = byPath.flatMap { pattern in routesOfPattern[pattern].filter { !answering.contains($0) } }.sorted()
    let undecidedRoutes = doubtful.flatMap { routes(of: $0, in: situation) }.sorted()
    return RouteDecision(answering: answering, undecided: undecidedRoutes, alsoMatching: others)
  }

  /// Of some routes that match a request, those whose path has the highest priority.
  public func firstChoice(among routes: [Int]) -> [Int] {
    let winners = Set(winners(among: routes.map { patternOfRoute[$0] }))
    return routes.filter { winners.contains(patternOfRoute[$0]) }
  }

  /// Paths of requests that a route is there for, the most ordinary first.
  public func sampleRequests(ofRoute route: Int) -> [[UInt8]] {
    let pattern = patternOfRoute[route]
    guard isUsable[pattern] else { return [] }
    return NaturalRequests.own(of: patterns[pattern], expressions[pattern])
      + NaturalRequests.neighbours(of: patterns[pattern], expressions[pattern])
  }

  /// The routes of a path that are there for a situation, those apart that another of the same path comes before.
  private func routes(of pattern: Int, in situation: RouteScope) -> [Int] {
    let all = routesOfPattern[pattern].filter { routes[$0].scope.contains(situation) }
    let preferred: [Int]
    switch choices.anyMethod {
    case .undecided: return all
    case .specificFirst: preferred = all.filter { !routes[$0].scope.isAnyMethod }
    case .anyFirst: preferred = all.filter { routes[$0].scope.isAnyMethod }
    }
    return preferred.isEmpty ? all : preferred
  }
}

/// Who answers a request, as far as the documented semantics decide.
public struct RouteDecision: Hashable, Sendable {
  /// The routes that answer: one, or several that nothing documented decides between; none for a miss.
  public var answering: [Int]
  /// Routes that would come before or beside these, if their expression matches, which is not known.
  public var undecided: [Int]
  /// Further routes whose path matches, of lower priority or of another method.
  public var alsoMatching: [Int]

  /// The one route that answers; `nil` for a miss and where nothing decides.
  public var route: Int? { answering.count == 1 && undecided.isEmpty ? answering[0] : nil }

  /// Whether several routes may answer.
  public var isAmbiguous: Bool { answering.count + undecided.count > 1 || (answering.isEmpty && !undecided.isEmpty) }

  /// Whether no route answers although the path of some would match.
  public var isMethodMiss: Bool { answering.isEmpty && undecided.isEmpty && !alsoMatching.isEmpty }
}

extension RouteScope {
  /// The same situation with GET, where it is one of HEAD.
  var asGetForHead: RouteScope? {
    let step = UInt64(RequestMethod.head.rawValue - RequestMethod.get.rawValue)
    return methods == [.head] ? RouteScope(rawValue: rawValue >> step) : nil
  }
}
