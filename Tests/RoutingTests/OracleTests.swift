import Testing

@testable import Routing

/// Random tables against a gateway that tries everything.
@Suite struct OracleTests {
  static let get = RouteScope(.get, in: .release)
  static let situations = [get, RouteScope(.post, in: .release)]

  @Test(arguments: 0..<8) func winnersAgree(_ seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed + 1))
    for _ in 0..<12 {
      let routes = RandomTables.table(&numbers)
      for choices in RoutingChoices.assumed.readings {
        let table = RouteTable(routes, choices: choices)
        let oracle = BruteForceGateway(routes: routes, choices: choices)
        for request in RandomTables.requests where numbers.next() % 4 == 0 {
          let situation = Self.situations[Int(numbers.next() % 2)]
          let expected = oracle.answer(request, situation)
          let found = table.decide(Array(request.utf8), situation).answering
          #expect(found == expected, "\(request) on \(routes.map(\.pattern.description)) with \(choices)")
        }
      }
    }
  }

  /// No route is called unreachable that a request reaches in some reading, none reachable whose witness fails, and
  /// every other claim holds for the requests that it names.
  @Test(arguments: 0..<8) func lossesHold(_ seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed + 101))
    for _ in 0..<12 {
      let routes = RandomTables.table(&numbers)
      let table = RouteTable(routes)
      let losses = Reachability(table).losses()
      let shown = "\(routes.map(\.pattern.description)) \(losses)"
      for loss in losses {
        #expect(loss.extent != .undecided, "\(shown)")
        for situation in Self.situations where loss.scope.contains(situation) {
          check(loss, in: situation, table, shown)
        }
      }
      checkSilence(losses, table)
    }
  }

  private func check(_ loss: Reachability.Loss, in situation: RouteScope, _ table: RouteTable, _ shown: String) {
    let own = Set(table.routesOfPattern[loss.pattern])
    let assumed = BruteForceGateway(routes: table.routes, choices: .assumed)
    let request = String(decoding: loss.request, as: UTF8.self)
    #expect(assumed.matches(table.routesOfPattern[loss.pattern][0], request), "not its own request: \(shown)")
    let answering = Set(assumed.answer(request, situation).map { table.patternOfRoute[$0] })
    #expect(answering == Set(loss.answeredBy), "answered by others: \(shown)")
    if let reached = loss.stillAnswered {
      let path = String(decoding: reached, as: UTF8.self)
      #expect(!own.isDisjoint(with: assumed.answer(path, situation)), "\(path) does not reach it: \(shown)")
    }
    guard loss.extent == .everything else { return }
    for choices in RoutingChoices.assumed.readings {
      let oracle = BruteForceGateway(routes: table.routes, choices: choices)
      let reaching = RandomTables.requests.filter { !own.isDisjoint(with: oracle.answer($0, situation)) }
      #expect(reaching.isEmpty, "\(reaching) reach it with \(choices): \(shown)")
    }
    let kept = loss.blockers.flatMap { table.routesOfPattern[$0] } + own
    let alone = BruteForceGateway(routes: kept.sorted().map { table.routes[$0] }, choices: .assumed)
    let pattern = table.patterns[loss.pattern]
    let left = RandomTables.requests.filter { request in
      alone.answer(request, situation).contains { alone.routes[$0].pattern.identity == pattern.identity }
    }
    #expect(left.isEmpty, "the blockers leave \(left): \(shown)")
  }

  /// A path without a finding gets a request that it is there for.
  private func checkSilence(_ losses: [Reachability.Loss], _ table: RouteTable) {
    let oracle = BruteForceGateway(routes: table.routes, choices: .assumed)
    for pattern in table.patterns.indices where table.patterns[pattern].kind != .exact {
      for situation in Self.situations where table.scopes[pattern].contains(situation) {
        guard !losses.contains(where: { $0.pattern == pattern && $0.scope.contains(situation) }) else { continue }
        let own = NaturalRequests.own(of: table.patterns[pattern], table.expressions[pattern])
        let reaches = own.contains { request in
          oracle.answer(String(decoding: request, as: UTF8.self), situation)
            .contains { table.patternOfRoute[$0] == pattern }
        }
        #expect(reaches, "\(table.patterns[pattern].description) in \(table.routes.map(\.pattern.description))")
      }
    }
  }

  /// A mend that is proposed works: the path gets a request that it is there for, and no other path is newly lost.
  @Test(arguments: 0..<8) func mendsWork(_ seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed + 201))
    for _ in 0..<12 {
      let table = RouteTable(RandomTables.table(&numbers))
      let reachability = Reachability(table)
      let losses = reachability.losses()
      for loss in losses where loss.extent != .undecided {
        for mend in reachability.mends(for: loss, scope: table.scopes[loss.pattern]) {
          check(mend, of: loss, among: losses, table)
        }
      }
    }
  }

  private func check(
    _ mend: RouteMend, of loss: Reachability.Loss, among losses: [Reachability.Loss], _ table: RouteTable
  ) {
    var routes = table.routes
    for edit in mend.edits {
      for route in table.routesOfPattern[edit.pattern] { routes[route].pattern = edit.path }
    }
    let shown = "\(table.routes.map(\.pattern.description)) mended to \(routes.map(\.pattern.description))"
    let mended = RouteTable(routes)
    let own = Set(table.routesOfPattern[loss.pattern])
    let oracle = BruteForceGateway(routes: routes, choices: .assumed)
    for situation in Self.situations where loss.scope.contains(situation) {
      let sample = mended.sampleRequests(ofRoute: table.routesOfPattern[loss.pattern][0])
      let isReached = sample.contains { request in
        !own.isDisjoint(with: oracle.answer(String(decoding: request, as: UTF8.self), situation))
      }
      #expect(isReached, "\(shown)")
    }
    let before = Set(losses.filter { $0.extent == .everything }.flatMap { table.routesOfPattern[$0.pattern] })
    let after = Set(
      Reachability(mended).losses().filter { $0.extent == .everything }.flatMap { mended.routesOfPattern[$0.pattern] })
    #expect(after.subtracting(before).isEmpty, "newly lost: \(shown)")
  }

  @Test(arguments: 0..<8) func ambiguitiesHold(_ seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed + 301))
    for _ in 0..<12 {
      let routes = RandomTables.table(&numbers)
      let table = RouteTable(routes)
      let overlaps = RouteOverlaps(table)
      let result = overlaps.find()
      #expect(result.isComplete)
      for choices in RoutingChoices.assumed.readings.filter({ $0.dotInVariablePaths == .literal }) {
        let oracle = BruteForceGateway(routes: routes, choices: choices)
        for ambiguity in result.ambiguities {
          for other in ambiguity.others {
            let situation = other.scope.situations[0]
            let request = String(decoding: other.shared, as: UTF8.self)
            let winners = Set(oracle.answer(request, situation).map { table.patternOfRoute[$0] })
            #expect(winners.isSuperset(of: [ambiguity.pattern, other.pattern]))
          }
        }
      }
      let oracle = BruteForceGateway(routes: routes, choices: .assumed)
      for ambiguity in result.ambiguities {
        for other in ambiguity.others {
          for (first, second) in [(ambiguity.pattern, other.pattern), (other.pattern, ambiguity.pattern)] {
            guard let path = overlaps.onlyAnswered(by: first, not: second, in: other.scope) else { continue }
            let winners = oracle.answer(String(decoding: path, as: UTF8.self), other.scope.situations[0])
            #expect(Set(winners.map { table.patternOfRoute[$0] }) == [first])
          }
        }
      }
      checkMissedAmbiguities(result, table, oracle)
    }
  }

  /// Two expressions share no short request with one segment for each variable unless that was said.
  private func checkMissedAmbiguities(
    _ result: RouteOverlaps.Result, _ table: RouteTable, _ oracle: BruteForceGateway
  ) {
    let claimed = Set(
      result.ambiguities.flatMap { ambiguity in
        ambiguity.others.map { Set([ambiguity.pattern, $0.pattern]) }
      })
    for request in RandomTables.requests {
      for situation in Self.situations {
        let winners = Set(oracle.answer(request, situation).map { table.patternOfRoute[$0] })
        guard winners.count > 1 else { continue }
        let meant = winners.filter {
          table.expressions[$0]?.withSingleSegments()?.accepts(Array(request.utf8)) ?? false
        }
        for first in meant {
          for second in winners where second != first {
            #expect(
              claimed.contains([first, second]),
              "\(request): \(table.patterns[first].description) and \(table.patterns[second].description)")
          }
        }
      }
    }
  }
}
