import Routing

/// Reachability and ambiguity on large tables: time, and what doubling costs.
enum RouteBenchmark {
  static func run(rounds: Int) {
    report("REST resources, two in three with variables", rounds) { restTable($0) }
    report("every kind, expressions and catch-alls included", rounds) { mixedTable($0) }
    report("every path begins with a variable", rounds) { variableTable($0) }
    report("plain paths below one catch-all: all are lost", rounds) { shadowedTable($0) }
  }

  private static func report(_ title: String, _ rounds: Int, _ table: (Int) -> [Route]) {
    print(title)
    var last = 0.0
    for count in [2_500, 5_000, 10_000, 20_000] {
      let routes = table(count)
      var lost = 0
      var shared = 0
      let results = Measurement.interleaved(
        rounds: rounds,
        [
          { _ = RouteTable(routes) },
          {
            let table = RouteTable(routes)
            lost = Reachability(table).losses().count
            shared = RouteOverlaps(table).find().ambiguities.count
          },
        ])
      let all = results[1].median
      let ratio = last > 0 ? "  ×\(fixed(all / last, 2))" : ""
      print(
        "  \(padded("\(count)", 6)) routes: table \(padded(fixed(results[0].median * 1000, 1), 7)) ms, "
          + "verdicts \(padded(fixed(all * 1000, 1), 7)) ms, \(lost) lost, \(shared) ambiguous\(ratio)")
      last = all
    }
  }

  // MARK: Tables

  private static func restTable(_ count: Int) -> [Route] {
    (0..<count).map { index in
      let name = "/api/v1/resource\(index / 6)"
      switch index % 6 {
      case 0: return Route(name, .get)
      case 1: return Route(name, .post)
      case 2: return Route(name + "/{id}", .get)
      case 3: return Route(name + "/{id}", .delete)
      case 4: return Route(name + "/{id}/items", .get)
      default: return Route(name + "/{id}/items/{item}", .get)
      }
    }
  }

  private static func mixedTable(_ count: Int) -> [Route] {
    (0..<count).map { index in
      let name = "/svc\(index / 10)"
      switch index % 10 {
      case 0: return Route("=" + name, .get)
      case 1: return Route("^~" + name + "/static/", .get)
      case 2: return Route(name + "/(list|search)", .get)
      case 3: return Route(name + "/[0-9]{1,8}/detail", .get)
      case 4: return Route(name + "/list", .get)
      case 5: return Route(name + "/{id}")
      case 6: return Route(name + "/static/{file}", .get)
      case 7: return Route(name + "/.*\\.json$", .post)
      case 8: return Route(name, .put)
      default: return index == 9 ? Route("/{any}", .get) : Route(name + "/a/b/c", .get)
      }
    }
  }

  private static func variableTable(_ count: Int) -> [Route] {
    (0..<count).map { index in
      index % 2 == 0 ? Route("/{tenant}/job\(index)", .get) : Route("/{tenant}/job\(index)/{id}/log", .get)
    }
  }

  private static func shadowedTable(_ count: Int) -> [Route] {
    [Route("/{any}", .get)] + (1..<count).map { Route("/path\($0)/info", .get) }
  }
}
