/// A path expression as instructions, each with its number as address.
struct ExpressionProgram: Sendable {
  enum Instruction: Hashable, Sendable {
    /// Takes a byte of a set and goes on with the next instruction.
    case take(ByteSet)
    /// Goes on with either, the first preferred.
    case split(Int32, Int32)
    /// Goes on elsewhere.
    case jump(Int32)
    /// Notes the place in a slot: two for each variable, its beginning and its end.
    case save(Int32)
    /// Goes on at the beginning only.
    case atStart
    /// Goes on at the end only.
    case atEnd
    /// Has matched.
    case match
  }

  private(set) var instructions: [Instruction] = []
  private static let limit = 6000

  private let variableBytes: ByteSet

  /// Compiles a tree.
  /// - Parameter variableBytes: what a variable is made of; all but a line feed, since variables cross slashes.
  init(_ node: ExpressionNode, choices: RoutingChoices, variableBytes: ByteSet = .dot) throws(ExpressionProblem) {
    self.variableBytes = variableBytes
    try emit(node, choices)
    try append(.match)
  }

  private mutating func append(_ instruction: Instruction) throws(ExpressionProblem) {
    guard instructions.count < Self.limit else { throw .tooLarge }
    instructions.append(instruction)
  }

  private var next: Int32 { Int32(instructions.count) }

  private mutating func emit(_ node: ExpressionNode, _ choices: RoutingChoices) throws(ExpressionProblem) {
    switch node {
    case .empty: break
    case .set(let set): try append(.take(set))
    case .start: try append(.atStart)
    case .end: try append(.atEnd)
    case .sequence(let items): for item in items { try emit(item, choices) }
    case .choice(let branches): try emitChoice(branches, choices)
    case .variable(let index):
      try append(.save(Int32(2 * index)))
      let least = choices.emptyVariables == .allowed ? 0 : 1
      try emit(.repetition(.set(variableBytes), least: least, most: nil, isGreedy: true), choices)
      try append(.save(Int32(2 * index + 1)))
    case .repetition(let item, let least, let most, let isGreedy):
      for _ in 0..<least { try emit(item, choices) }
      guard let most else { return try emitLoop(item, isGreedy, choices) }
      try emitOptions(item, count: most - least, isGreedy, choices)
    }
  }

  private mutating func emitChoice(_ branches: [ExpressionNode], _ choices: RoutingChoices) throws(ExpressionProblem) {
    var jumps: [Int] = []
    for (index, branch) in branches.enumerated() {
      guard index < branches.count - 1 else {
        try emit(branch, choices)
        break
      }
      let split = instructions.count
      try append(.split(next + 1, 0))
      try emit(branch, choices)
      jumps.append(instructions.count)
      try append(.jump(0))
      instructions[split] = .split(Int32(split + 1), next)
    }
    for jump in jumps { instructions[jump] = .jump(next) }
  }

  private mutating func emitLoop(_ item: ExpressionNode, _ isGreedy: Bool, _ choices: RoutingChoices)
    throws(ExpressionProblem)
  {
    let split = instructions.count
    try append(.split(0, 0))
    try emit(item, choices)
    try append(.jump(Int32(split)))
    let body = Int32(split + 1)
    instructions[split] = isGreedy ? .split(body, next) : .split(next, body)
  }

  private mutating func emitOptions(_ item: ExpressionNode, count: Int, _ isGreedy: Bool, _ choices: RoutingChoices)
    throws(ExpressionProblem)
  {
    var splits: [Int] = []
    for _ in 0..<max(0, count) {
      splits.append(instructions.count)
      try append(.split(0, 0))
      try emit(item, choices)
    }
    for split in splits {
      let body = Int32(split + 1)
      instructions[split] = isGreedy ? .split(body, next) : .split(next, body)
    }
  }
}
