/// The expression of a path, compiled.
///
/// It is bound to the beginning of the path; to the end as `RoutingChoices.expressionEnd` says. Matching takes time in
/// proportion to the length of the path times the size of the expression, whatever the expression. A class, so that
/// tables of many paths with few expressions hold one word for each.
public final class PathExpression: Sendable {
  /// The names of its variables.
  public let variables: [String]
  private let pattern: PathPattern
  private let choices: RoutingChoices
  private let literals: VariablePathMatcher?
  private let kept: Compiled?

  /// Compiles the text of a path as an expression.
  ///
  /// A path of texts and variables is matched without an automaton, and large tables hold thousands of them: theirs is
  /// made again when it is asked for.
  /// - Throws: why it cannot be: malformed, or outside the subset that is understood.
  init(_ pattern: PathPattern, choices: RoutingChoices) throws(ExpressionProblem) {
    self.pattern = pattern
    self.choices = choices
    let isSimple =
      choices.expressionEnd == .anchored && choices.emptyVariables == .refused
      && Self.dotIsLiteral(pattern, choices) && choices.letterCase == .significant
    literals = isSimple ? VariablePathMatcher(pattern.pieces) : nil
    if literals != nil, Self.isPlain(pattern) {
      variables = pattern.variableNames
      kept = nil
    } else {
      let compiled = try Compiled(pattern, choices)
      variables = compiled.variables
      kept = literals == nil ? compiled : nil
    }
  }

  /// Whether a path of texts and variables is so short, and its texts of such bytes, that it can be compiled in any case.
  private static func isPlain(_ pattern: PathPattern) -> Bool {
    pattern.text.count <= 1000 && pattern.text.allSatisfy { (0x21...0x7E).contains($0) }
  }

  private static func dotIsLiteral(_ pattern: PathPattern, _ choices: RoutingChoices) -> Bool {
    pattern.isVariablePath && choices.dotInVariablePaths == .literal
  }

  /// What an expression is compiled to.
  private struct Compiled: Sendable {
    let variables: [String]
    let tree: ExpressionNode
    let program: ExpressionProgram
    let automaton: Automaton

    init(_ pattern: PathPattern, _ choices: RoutingChoices) throws(ExpressionProblem) {
      var parser = ExpressionParser(
        pattern.text, choices: choices, dotIsLiteral: PathExpression.dotIsLiteral(pattern, choices))
      tree = try parser.parse()
      variables = parser.variables
      program = try ExpressionProgram(tree, choices: choices)
      automaton = try Automaton(program, end: choices.expressionEnd)
    }
  }

  private var compiled: Compiled {
    if let kept { return kept }
    guard let compiled = try? Compiled(pattern, choices) else {
      preconditionFailure("the same text was compiled before")
    }
    return compiled
  }

  /// The program that finds what variables stand for.
  var program: ExpressionProgram { compiled.program }

  /// The automaton of the paths that match.
  var automaton: Automaton { compiled.automaton }

  /// What every path that matches begins with.
  var literalHead: [UInt8] { literals?.head ?? automaton.literalHead }

  /// The paths in which every variable is one segment, up to the end: those that the author of the path meant.
  func withSingleSegments() -> Automaton? {
    let segment = ByteSet.dot.subtracting(ByteSet(UInt8(ascii: "/")))
    let tree = compiled.tree
    guard let program = try? ExpressionProgram(tree, choices: choices, variableBytes: segment) else { return nil }
    return try? Automaton(program, end: .anchored)
  }

  /// Whether a path matches. It must have been prepared as the choices say.
  public func matches(_ path: [UInt8]) -> Bool { literals?.matches(path) ?? automaton.accepts(path) }

  /// Whether no path at all matches but, perhaps, the empty one.
  public var matchesNothing: Bool {
    if let literals { return !literals.canBeRequested }
    return !automaton.acceptsSomething(of: .requestPath)
  }

  /// What each variable stands for in a path: as much as it can, the earlier ones first. `nil` where the path does not
  /// match.
  public func bindings(in path: [UInt8]) -> [(name: String, value: Range<Int>)]? {
    guard let slots = BacktrackingMatcher(program, anchored: choices.expressionEnd == .anchored).slots(path) else {
      return nil
    }
    return variables.enumerated().compactMap { index, name in
      guard let start = slots[2 * index], let end = slots[2 * index + 1], start <= end else { return nil }
      return (name, start..<end)
    }
  }
}

/// Matches a row of texts and variables without an automaton: each text at its earliest place leaves most to those behind.
struct VariablePathMatcher: Sendable {
  /// The texts, each with the number of variables before it.
  private var texts: [(text: [UInt8], gap: Int)] = []
  /// The number of variables at the end.
  private var trailing = 0

  /// - Parameter pieces: beginning with a text, as every path does that a request can match.
  init?(_ pieces: [PathPattern.Piece]) {
    guard case .literal = pieces.first else { return nil }
    for piece in pieces {
      switch piece {
      case .literal(let text):
        texts.append((text, trailing))
        trailing = 0
      case .variable: trailing += 1
      }
    }
  }

  /// The text at the beginning.
  var head: [UInt8] { texts[0].text }

  /// Whether a request's path can hold all of the texts.
  var canBeRequested: Bool { texts.allSatisfy { $0.text.allSatisfy(ByteSet.requestPath.contains) } }

  /// Whether a path matches, with one byte or more for each variable.
  func matches(_ path: [UInt8]) -> Bool {
    guard path.starts(with: texts[0].text) else { return false }
    var position = texts[0].text.count
    for (index, (text, gap)) in texts.enumerated().dropFirst() {
      if index == texts.count - 1, trailing == 0 {
        return path.count - text.count >= position + gap && path[(path.count - text.count)...].elementsEqual(text)
      }
      guard let found = Self.find(text, in: path, from: position + gap) else { return false }
      position = found + text.count
    }
    return trailing > 0 ? path.count >= position + trailing : path.count == position
  }

  private static func find(_ text: [UInt8], in path: [UInt8], from start: Int) -> Int? {
    guard text.count <= path.count else { return nil }
    var index = start
    while index + text.count <= path.count {
      if path[index] == text[0], path[index..<index + text.count].elementsEqual(text) { return index }
      index += 1
    }
    return nil
  }
}

/// Finds the match that a backtracking engine would prefer, without ever trying one state twice: a table of what was
/// tried keeps the work at the size of the expression times the length of the path.
struct BacktrackingMatcher {
  private let program: ExpressionProgram
  private let anchored: Bool

  init(_ program: ExpressionProgram, anchored: Bool) {
    self.program = program
    self.anchored = anchored
  }

  private enum Step {
    case run(Int32, Int)
    case restore(Int, Int?)
  }

  /// The slots of the preferred match; `nil` where there is none or the table would be too large.
  func slots(_ path: [UInt8]) -> [Int?]? {
    let instructions = program.instructions
    let width = path.count + 1
    guard instructions.count * width <= 1 << 26 else { return nil }
    var tried = [Bool](repeating: false, count: instructions.count * width)
    var slots = [Int?](repeating: nil, count: 2 * instructions.count)
    var stack: [Step] = [.run(0, 0)]
    while let step = stack.popLast() {
      guard case .run(var address, var position) = step else {
        if case .restore(let slot, let value) = step { slots[slot] = value }
        continue
      }
      thread: while true {
        let cell = Int(address) * width + position
        if tried[cell] { break }
        tried[cell] = true
        switch instructions[Int(address)] {
        case .take(let set):
          guard position < path.count, set.contains(path[position]) else { break thread }
          position += 1
          address += 1
        case .split(let preferred, let other):
          stack.append(.run(other, position))
          address = preferred
        case .jump(let target): address = target
        case .save(let slot):
          stack.append(.restore(Int(slot), slots[Int(slot)]))
          slots[Int(slot)] = position
          address += 1
        case .atStart:
          guard position == 0 else { break thread }
          address += 1
        case .atEnd:
          guard position == path.count else { break thread }
          address += 1
        case .match:
          if !anchored || position == path.count { return slots }
          break thread
        }
      }
    }
    return nil
  }
}
