/// An expression that may match anywhere in a text, unless it is bound by `^` or `$`.
public struct SearchExpression: Sendable {
  private let program: ExpressionProgram

  /// Compiles an expression; `nil` where it is malformed or outside the subset that is understood.
  public init?(_ text: String) {
    var choices = RoutingChoices.assumed
    choices.expressionEnd = .open
    var parser = ExpressionParser(Array(text.utf8), choices: choices, dotIsLiteral: false)
    guard let tree = try? parser.parse(), parser.variables.isEmpty else { return nil }
    let anything = ExpressionNode.repetition(.set(.dot), least: 0, most: nil, isGreedy: true)
    // `^` holds at the beginning alone, so that what stands before it can only be nothing.
    guard let program = try? ExpressionProgram(.sequence([anything, tree]), choices: choices) else { return nil }
    self.program = program
  }

  /// Whether the expression matches somewhere.
  public func occurs(in text: String) -> Bool {
    BacktrackingMatcher(program, anchored: false).slots(Array(text.utf8)) != nil
  }
}
