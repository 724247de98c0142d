/// A change of paths that makes a lost one reachable, proved on the table before it is proposed.
public struct RouteMend: Sendable, Hashable {
  /// The paths to change, as indices into the table's `patterns`, each with what to write instead.
  public var edits: [Edit]

  /// One path and its new form.
  public struct Edit: Sendable, Hashable {
    /// The path, as an index into the table's `patterns`.
    public var pattern: Int
    /// What to write.
    public var path: PathPattern
  }
}

extension Reachability {
  private static let neighbourLimit = 2000
  private static let confirmedTableLimit = 100

  /// Changes of a lost path or of those that take it after which it gets the requests that it is there for and no other
  /// path is newly lost; the one that keeps most of its meaning first.
  /// - Parameter scope: the situations of all APIs that the edit would change along with the lost one.
  public func mends(for loss: Loss, scope: RouteScope) -> [RouteMend] {
    candidates(for: loss, scope: scope).filter { isConfirmed($0, loss) }
  }

  /// Whether the whole table, with the mend applied, loses nothing that it did not lose before. Large tables rest on the
  /// proof from the paths nearby, so that many mends do not cost the square of the table.
  private func isConfirmed(_ mend: RouteMend, _ loss: Loss) -> Bool {
    guard table.patterns.count <= Self.confirmedTableLimit else { return true }
    var routes = table.routes
    for edit in mend.edits {
      for route in table.routesOfPattern[edit.pattern] { routes[route].pattern = edit.path }
    }
    let mended = RouteTable(routes, choices: table.choices)
    let known = Set(lostRoutes(losses(), table)).subtracting(table.routesOfPattern[loss.pattern])
    return Set(lostRoutes(Reachability(mended).losses(), mended)).isSubset(of: known)
  }

  private func lostRoutes(_ losses: [Loss], _ table: RouteTable) -> [Int] {
    losses.filter { $0.extent == .everything }.flatMap { table.routesOfPattern[$0.pattern] }
  }

  private func candidates(for loss: Loss, scope: RouteScope) -> [RouteMend] {
    let pattern = table.patterns[loss.pattern]
    switch pattern.kind {
    case .exact, .priorityPrefix: return []
    case .plain:
      return ["^~", "="].compactMap { mark in
        let path = PathPattern(Array(mark.utf8) + pattern.text)
        let edit = RouteMend.Edit(pattern: loss.pattern, path: path)
        return isProved(edit, loss, scope) ? RouteMend(edits: [edit]) : nil
      }
    case .expression:
      let edits = loss.blockers.map { blocker in
        RouteMend.Edit(pattern: blocker, path: PathPattern(table.patterns[blocker].text))
      }
      return isProved(unmarking: edits, loss) ? [RouteMend(edits: edits)] : []
    }
  }

  /// Whether a plain path, written as exact or as a priority prefix, gets its own request and harms none.
  private func isProved(_ edit: RouteMend.Edit, _ loss: Loss, _ scope: RouteScope) -> Bool {
    let text = edit.path.text
    for part in parts where scope.contains(part) {
      let matched = table.matches(text).filter { $0 != edit.pattern && table.scopes[$0].contains(part) }
      // A second exact path, or a prefix that only an undocumented order puts behind, would leave the question open.
      let rivals = matched.filter { table.patterns[$0].kind <= edit.path.kind }
      if !rivals.isEmpty { return false }
    }
    if edit.path.kind == .exact {
      return table.matches(text).allSatisfy { $0 == edit.pattern || hasOtherRequests($0, than: text) }
    }
    var isHarmless = true
    let isComplete = table.trie.forEachNear(text, limit: Self.neighbourLimit) { other in
      guard other != edit.pattern, table.patterns[other].kind > .priorityPrefix,
        !table.scopes[other].isDisjoint(with: scope)
      else { return true }
      let head =
        table.patterns[other].kind == .plain
        ? table.patterns[other].text : table.expressions[other]?.literalHead ?? []
      if head.starts(with: text) { isHarmless = false }
      return isHarmless
    }
    return isHarmless && isComplete
  }

  private func hasOtherRequests(_ pattern: Int, than text: [UInt8]) -> Bool {
    guard let expression = table.expressions[pattern] else { return true }
    return LanguageInclusion(expression.automaton, in: [Automaton(literal: text, isPrefix: false)])
      .answer(budget: Self.budget) != .included
  }

  /// Whether a lost expression gets its own requests once the prefixes that take them are plain, and those still get
  /// theirs.
  private func isProved(unmarking edits: [RouteMend.Edit], _ loss: Loss) -> Bool {
    guard !edits.isEmpty, edits.allSatisfy({ table.patterns[$0.pattern].kind == .priorityPrefix }) else { return false }
    let changed = Set(edits.map(\.pattern))
    let own = NaturalRequests.own(of: table.patterns[loss.pattern], table.expressions[loss.pattern])
    let isReached = own.contains { request in
      table.matches(request).allSatisfy { other in
        changed.contains(other) || table.scopes[other].isDisjoint(with: loss.scope)
          || table.patterns[other].kind >= .expression
      }
    }
    guard isReached else { return false }
    return edits.allSatisfy { edit in
      table.matches(edit.path.text).allSatisfy { other in
        other == edit.pattern || table.scopes[other].isDisjoint(with: table.scopes[edit.pattern])
          || table.patterns[other].kind != .expression
      }
    }
  }
}
