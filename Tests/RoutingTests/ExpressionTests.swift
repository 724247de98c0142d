import Testing

@testable import Routing

/// What can be written as an expression, and that no expression makes matching or deciding slow.
@Suite struct ExpressionTests {
  private func problem(_ path: String) -> ExpressionProblem? {
    do throws(ExpressionProblem) {
      _ = try PathPattern(path).expression()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("/a(b|c", ExpressionProblem.unbalancedGroup), ("/a)b", .unbalancedGroup), ("/a[b", .unbalancedClass),
    ("/a|*b", .nothingToRepeat), ("/a**", .nothingToRepeat), ("/[z-a]", .reversedRange), ("/a{3,1}", .reversedRange),
    ("/a\\", .trailingBackslash), ("/{id", .malformedBraces), ("/id}", .malformedBraces), ("/{}", .malformedBraces),
    ("/{a/b}", .malformedBraces), ("/(?=a)b", .unsupported), ("/(a)\\1", .unsupported), ("/a++", .unsupported),
    ("/[[:alpha:]]", .unsupported), ("/(?i)a", .unsupported), ("/a{1000}{1000}", .tooLarge), ("/a{5000}", .tooLarge),
  ])
  func whatIsWrongIsNamed(_ path: String, _ expected: ExpressionProblem) {
    #expect(problem(path) == expected)
  }

  @Test(arguments: [
    "/a{2}", "/a{2,}", "/a{2,4}", "/{id}", "/{X-NameSpace-Code}/{b.c}", "/a*?", "/(?:a|b)+", "/[^/]+", "/[]a]", "/\\d+",
    "/a]", "/^a$", "/()", "/(|a)", "/[a-z0-9_-]+", "/{名称}",
  ])
  func whatIsRightIsTaken(_ path: String) {
    #expect(problem(path) == nil)
  }

  @Test func deepNestingIsRefused() {
    #expect(problem("/" + String(repeating: "(", count: 100_000)) == .tooLarge)
    #expect(problem("/" + String(repeating: "(", count: 2000)) == .tooLarge)
    #expect(problem("/" + String(repeating: "(a", count: 60) + String(repeating: ")*", count: 60)) == nil)
  }

  @Test func matchingIsLinear() throws {
    let expression = try PathPattern("/(a*)*(a|aa)+{x}b").expression()
    let path = Array(("/" + String(repeating: "a", count: 4000)).utf8)
    #expect(!expression.matches(path))
    #expect(expression.bindings(in: path) == nil)
  }

  /// A union that makes a set-by-set comparison explode, and one in which only the union of both takes everything.
  @Test func inclusionInUnionsStaysSmall() throws {
    let count = 14
    let tail = "[ab]{\(count)}"
    let first = try PathPattern("/[ab]*a\(tail)").expression().automaton
    let second = try PathPattern("/[ab]*b\(tail)").expression().automaton
    let both = try PathPattern("/[ab]*[ab]\(tail)").expression().automaton
    #expect(LanguageInclusion(first, in: [second, first]).answer(budget: 2000) == .included)
    #expect(LanguageInclusion(both, in: [first, second]).answer(budget: 300) == .included)
    #expect(LanguageInclusion(both, in: [first, second]).answer(budget: 3) == .undecided)
    let short = try PathPattern("/[ab]*[ab][ab]").expression().automaton
    let a = try PathPattern("/[ab]*a[ab]").expression().automaton
    let b = try PathPattern("/[ab]*b[ab]").expression().automaton
    #expect(LanguageInclusion(short, in: [a, b]).answer(budget: 2000) == .included)
    #expect(LanguageInclusion(short, in: [a]).answer(budget: 2000) == .path(Array("/ba".utf8)))
  }

  /// What lies outside of the subset is never guessed at.
  @Test func whatIsNotUnderstoodIsUndecided() {
    let table = RouteTable([Route("/user/(?!admin).*", .get), Route("/user/list", .get), Route("=/user/me", .get)])
    let get = RouteScope(.get, in: .release)
    #expect(table.decide(Array("/user/list".utf8), get).undecided == [0])
    #expect(table.decide(Array("/user/me".utf8), get).route == 2)
    #expect(table.decide(Array("/other".utf8), get) == RouteDecision(answering: [], undecided: [], alsoMatching: []))
    #expect(Reachability(table).losses().map(\.pattern) == [0])
  }
}
