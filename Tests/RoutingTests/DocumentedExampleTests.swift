import Testing

@testable import Routing

/// What the vendor's documentation says of paths, word by word.
@Suite struct DocumentedExampleTests {
  private let get = RouteScope(.get, in: .release)

  private func values(_ path: String, _ request: String, _ choices: RoutingChoices = .assumed) throws -> [String:
    String]
  {
    let bytes = Array(request.utf8)
    let bindings = try #require(try PathPattern(path).expression(choices: choices).bindings(in: bytes))
    return Dictionary(
      uniqueKeysWithValues: bindings.map { ($0.name, String(decoding: bytes[$0.value], as: UTF8.self)) })
  }

  @Test func variablesAreGreedyAndCrossSlashes() throws {
    for choices in RoutingChoices.assumed.readings {
      #expect(
        try values("/{PathA}/{PathB}/detail", "/middleware/apigw/detail", choices) == [
          "PathA": "middleware", "PathB": "apigw",
        ])
      #expect(
        try values("/{PathA}/product/{PathB}", "/middleware/product/apigw/detail", choices) == [
          "PathA": "middleware", "PathB": "apigw/detail",
        ])
      #expect(
        try values("/{PathA}/{PathB}", "/middleware/apigw/detail", choices) == [
          "PathA": "middleware/apigw", "PathB": "detail",
        ])
    }
  }

  @Test(arguments: [
    ("=/user", "/user", true), ("=/user", "/user/", false), ("=/user", "/users", false),
    ("^~/user", "/user", true), ("^~/user", "/users/1", true), ("^~/user", "/use", false),
    ("/user/{id}", "/user/7", true), ("/user/{id}", "/user/7/orders", true), ("/user/{id}", "/user/", false),
    ("/user.*", "/users", true), ("/(a|b)", "/b", true), ("/(a|b)", "/c", false), ("/colou?r", "/color", true),
    ("/user", "/user", true), ("/user", "/usertest", true), ("/user", "/user/test/a", true),
    ("/product/", "/product", false),
    ("/file.json", "/file.json", true), ("/file.json", "/fileXjson", false), ("/v1.0/{id}", "/v1x0/7", false),
  ])
  func kindsMatch(_ path: String, _ request: String, _ expected: Bool) {
    let decision = RouteTable([Route(path, .get)]).decide(Array(request.utf8), get)
    #expect((decision.route == 0) == expected)
  }

  /// The lower index wins, whatever the order in which they are listed.
  @Test(arguments: [
    ["=/user/info", "^~/user", "/user/{id}", "/user/info"], ["^~/user/info", "^~/user", "/{any}"],
    ["/user/{id}", "/user/info"], ["/user/info", "/user", "/"],
  ])
  func priorityIsTheDocumentedOne(_ paths: [String]) {
    for kept in paths.indices {
      let routes = paths[kept...].map { Route($0, .get) }
      #expect(RouteTable(routes).decide(Array("/user/info".utf8), get).route == 0)
      #expect(RouteTable(routes.reversed()).decide(Array("/user/info".utf8), get).route == routes.count - 1)
    }
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let first: String
    let second: String
    let verdict: String
    var testDescription: String { "\(first) and \(second)" }
  }

  @Test(arguments: [
    Row(first: "/user/info", second: "/user/{id}", verdict: "/user/info lost to /user/{id}"),
    Row(first: "/user/info", second: "/{any}", verdict: "/user/info lost to /{any}"),
    Row(first: "/user/info", second: "/user/{id}/detail", verdict: ""),
    Row(first: "=/user/info", second: "/user/{id}", verdict: ""),
    Row(first: "^~/user/info", second: "/user/{id}", verdict: ""),
    Row(first: "/user/{id}", second: "^~/user", verdict: "/user/{id} lost to ^~/user"),
    Row(first: "/user/{id}", second: "/user/{name}", verdict: "one path"),
    Row(first: "/{a}/list", second: "/shop/{b}", verdict: "both get /shop/list"),
    Row(first: "/user", second: "/users", verdict: ""),
    Row(first: "/shop/list", second: "/{a}/list", verdict: "/shop/list without its own request, to /{a}/list"),
    Row(
      first: "/user/info", second: "/user/(info|list)",
      verdict: "/user/info without its own request, to /user/(info|list)"),
    Row(first: "/user.*", second: "^~/user", verdict: "/user.* lost to ^~/user"),
  ])
  func workedTable(_ row: Row) {
    let table = RouteTable([Route(row.first, .get), Route(row.second, .get)])
    #expect(verdict(on: table) == row.verdict)
    let reversed = RouteTable([Route(row.second, .get), Route(row.first, .get)])
    #expect(verdict(on: reversed) == row.verdict)
  }

  private func verdict(on table: RouteTable) -> String {
    if table.patterns.count == 1 { return "one path" }
    for loss in Reachability(table).losses() {
      let names = loss.blockers.map { table.patterns[$0].description }.joined(separator: ", ")
      let path = table.patterns[loss.pattern].description
      switch loss.extent {
      case .everything: return "\(path) lost to \(names)"
      case .naturalRequests: return "\(path) without its own request, to \(names)"
      case .undecided: return "\(path) undecided"
      }
    }
    for ambiguity in RouteOverlaps(table).find().ambiguities {
      return "both get " + String(decoding: ambiguity.others[0].shared, as: UTF8.self)
    }
    return ""
  }

  @Test func aPathIsLostToSeveralTogether() throws {
    let table = RouteTable([
      Route("/user", .get), Route("=/user", .get), Route("/user{rest}", .get), Route("/other", .get),
    ])
    let loss = try #require(Reachability(table).losses().first)
    #expect(loss.extent == .everything)
    #expect(loss.blockers.sorted() == [1, 2])
    let withoutExact = RouteTable([Route("/user", .get), Route("/user{rest}", .get)])
    #expect(Reachability(withoutExact).losses().isEmpty)
  }

  @Test func anotherMethodTakesNothing() {
    let table = RouteTable([Route("/user/info", .get), Route("/user/{id}", .post)])
    #expect(Reachability(table).losses().isEmpty)
    #expect(table.decide(Array("/user/info".utf8), RouteScope(.delete, in: .test)).isMethodMiss)
    let any = RouteTable([Route("/user/info", .get), Route("/user/{id}")])
    #expect(Reachability(any).losses().map(\.pattern) == [0])
    let partly = RouteTable([Route("/user/info"), Route("/user/{id}", .get)])
    #expect(Reachability(partly).losses().map { $0.scope.methods } == [[.get]])
  }
}
