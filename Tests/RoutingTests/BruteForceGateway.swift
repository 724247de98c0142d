@testable import Routing

/// A second gateway, written as plainly as can be: it tries every route on every request, with a matcher that explores
/// expressions by trying everything. What it says is what the library must say.
struct BruteForceGateway {
  let routes: [Route]
  let choices: RoutingChoices
  private let items: [[Item]]

  init(routes: [Route], choices: RoutingChoices) {
    self.routes = routes
    self.choices = choices
    items = routes.map { route in
      guard route.pattern.kind == .expression else { return [] }
      return Self.parse(
        String(decoding: route.pattern.text, as: UTF8.self), choices,
        dotIsLiteral: route.pattern.isVariablePath && choices.dotInVariablePaths == .literal)
    }
  }

  /// The routes that answer a request: one, several that nothing decides between, or none.
  func answer(_ path: String, _ situation: RouteScope) -> [Int] {
    let candidates = routes.indices.filter { routes[$0].scope.contains(situation) && matches($0, path) }
    for kind in PathKind.allCases {
      let ofKind = candidates.filter { routes[$0].pattern.kind == kind }
      guard !ofKind.isEmpty else { continue }
      if kind == .exact || kind == .expression { return ofKind }
      let longest = ofKind.map { routes[$0].pattern.text.count }.max()
      return ofKind.filter { routes[$0].pattern.text.count == longest }
    }
    return []
  }

  func matches(_ route: Int, _ path: String) -> Bool {
    let pattern = routes[route].pattern
    let text = String(decoding: pattern.text, as: UTF8.self)
    switch pattern.kind {
    case .exact: return path == text
    case .plain, .priorityPrefix: return path.hasPrefix(text)
    case .expression: return Self.run(items[route], Array(path)[...], end: choices.expressionEnd)
    }
  }

  /// What an expression is made of here.
  indirect enum Item {
    case characters((Character) -> Bool)
    case again(Item, least: Int, most: Int)
    case either([[Item]])
    case end
  }

  private static func run(_ items: [Item], _ rest: ArraySlice<Character>, end: RoutingChoices.ExpressionEnd) -> Bool {
    follow(items[...], rest) { left in end == .open || left.isEmpty }
  }

  private static func follow(
    _ items: ArraySlice<Item>, _ rest: ArraySlice<Character>, _ then: (ArraySlice<Character>) -> Bool
  ) -> Bool {
    guard let item = items.first else { return then(rest) }
    let others = items.dropFirst()
    switch item {
    case .characters(let test):
      guard let first = rest.first, test(first) else { return false }
      return follow(others, rest.dropFirst(), then)
    case .end: return rest.isEmpty && follow(others, rest, then)
    case .either(let branches): return branches.contains { follow($0[...], rest) { follow(others, $0, then) } }
    case .again(let inner, let least, let most):
      if least > 0 {
        return follow([inner], rest) { left in
          follow([.again(inner, least: least - 1, most: most - 1)] + Array(others), left, then)
        }
      }
      if follow(others, rest, then) { return true }
      guard most > 0 else { return false }
      return follow([inner], rest) { left in
        left.count < rest.count && follow([.again(inner, least: 0, most: most - 1)] + Array(others), left, then)
      }
    }
  }

  // MARK: Parsing

  private static func parse(_ text: String, _ choices: RoutingChoices, dotIsLiteral: Bool) -> [Item] {
    var rest = Array(text)[...]
    return branches(&rest, choices, dotIsLiteral)
  }

  private static func branches(_ rest: inout ArraySlice<Character>, _ choices: RoutingChoices, _ dotIsLiteral: Bool)
    -> [Item]
  {
    var branches: [[Item]] = [[]]
    while let next = rest.first, next != ")" {
      rest.removeFirst()
      switch next {
      case "|": branches.append([])
      case "(":
        let inner = self.branches(&rest, choices, dotIsLiteral)
        rest.removeFirst()
        branches[branches.count - 1].append(.either([inner]))
      case "[":
        let close = rest.firstIndex(of: "]")!
        let members = Set(rest[rest.startIndex..<close].filter { $0 != "^" })
        let isNegated = rest.first == "^"
        rest = rest[(close + 1)...]
        branches[branches.count - 1].append(.characters { members.contains($0) != isNegated })
      case "{" where rest.first?.isNumber == false:
        rest = rest[(rest.firstIndex(of: "}")! + 1)...]
        let least = choices.emptyVariables == .allowed ? 0 : 1
        branches[branches.count - 1].append(.again(.characters { _ in true }, least: least, most: 1000))
      case "{":
        let close = rest.firstIndex(of: "}")!
        let numbers = rest[rest.startIndex..<close].split(separator: ",").map { Int(String($0))! }
        rest = rest[(close + 1)...]
        let item = branches[branches.count - 1].removeLast()
        branches[branches.count - 1].append(.again(item, least: numbers[0], most: numbers.last!))
      case "*", "+", "?":
        let item = branches[branches.count - 1].removeLast()
        let most = next == "?" ? 1 : 1000
        branches[branches.count - 1].append(.again(item, least: next == "+" ? 1 : 0, most: most))
      case ".": branches[branches.count - 1].append(.characters { dotIsLiteral ? $0 == "." : true })
      case "$": branches[branches.count - 1].append(.end)
      default: branches[branches.count - 1].append(.characters { $0 == next })
      }
    }
    return branches.count == 1 ? branches[0] : [.either(branches)]
  }
}
