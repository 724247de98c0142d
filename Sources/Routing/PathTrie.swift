/// The paths of a table as one tree of bytes and variables: whatever paths have in common at their beginning is walked
/// once for all of them.
///
/// Expressions other than variables hang at the end of their literal head and are matched one by one.
struct PathTrie: Sendable {
  private struct Node: Sendable {
    var byte: UInt8
    var isVariable: Bool
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1
    var variable: Int32 = -1
    /// First of the paths that end here.
    var firstEnd: Int32 = -1
    /// First of the paths whose text ends here and which take all that begins so.
    var firstPrefix: Int32 = -1
    /// First of the expressions whose literal head ends here.
    var firstExpression: Int32 = -1
  }

  private var nodes = [Node(byte: 0, isVariable: false)]
  /// For each path the next one that hangs at the same place.
  private var next: [Int32] = []
  private let variablesCanBeEmpty: Bool
  private let expressionsAreOpen: Bool
  /// Whether the pattern of an index is an expression that is not a row of texts and variables.
  private var expressions: [Int32: PathExpression] = [:]

  /// - Parameter texts: the paths; those that cannot match anything are `nil`.
  init(_ entries: [TrieEntry?], choices: RoutingChoices) {
    variablesCanBeEmpty = choices.emptyVariables == .allowed
    expressionsAreOpen = choices.expressionEnd == .open
    next = [Int32](repeating: -1, count: entries.count)
    for (index, entry) in entries.enumerated() {
      switch entry {
      case nil: break
      case .text(let text, let isPrefix):
        let node = add(text, to: 0)
        attach(Int32(index), to: isPrefix ? \.firstPrefix : \.firstEnd, of: node)
      case .pieces(let pieces):
        var node: Int32 = 0
        for piece in pieces {
          switch piece {
          case .literal(let text): node = add(text, to: node)
          case .variable: node = addVariable(to: node)
          }
        }
        attach(Int32(index), to: expressionsAreOpen ? \.firstPrefix : \.firstEnd, of: node)
      case .expression(let expression):
        attach(Int32(index), to: \.firstExpression, of: add(expression.literalHead, to: 0))
        expressions[Int32(index)] = expression
      }
    }
  }

  private mutating func attach(_ index: Int32, to list: WritableKeyPath<Node, Int32>, of node: Int32) {
    next[Int(index)] = nodes[Int(node)][keyPath: list]
    nodes[Int(node)][keyPath: list] = index
  }

  private mutating func add(_ text: [UInt8], to start: Int32) -> Int32 {
    var node = start
    for byte in text {
      let known = child(of: node, byte)
      if known >= 0 {
        node = known
        continue
      }
      nodes.append(Node(byte: byte, isVariable: false, nextSibling: nodes[Int(node)].firstChild))
      nodes[Int(node)].firstChild = Int32(nodes.count - 1)
      node = Int32(nodes.count - 1)
    }
    return node
  }

  private mutating func addVariable(to node: Int32) -> Int32 {
    if nodes[Int(node)].variable < 0 {
      nodes.append(Node(byte: 0, isVariable: true))
      nodes[Int(node)].variable = Int32(nodes.count - 1)
    }
    return nodes[Int(node)].variable
  }

  private func child(of node: Int32, _ byte: UInt8) -> Int32 {
    var child = nodes[Int(node)].firstChild
    while child >= 0, nodes[Int(child)].byte != byte { child = nodes[Int(child)].nextSibling }
    return child
  }

  // MARK: Matching

  /// Calls `body` with every path that matches a request.
  /// - Complexity: O(length × states that are active at once), plus the expressions whose head fits.
  func forEachMatch(of path: [UInt8], _ body: (Int) -> Void) {
    var active: [Int32] = [0]
    enter(0, into: &active)
    report(active, path: path, isEnd: path.isEmpty, body)
    var following: [Int32] = []
    for (index, byte) in path.enumerated() {
      step(active, byte, into: &following)
      swap(&active, &following)
      if active.isEmpty { return }
      report(active, path: path, isEnd: index == path.count - 1, body)
    }
  }

  private func step(_ active: [Int32], _ byte: UInt8, into following: inout [Int32]) {
    following.removeAll(keepingCapacity: true)
    for node in active where nodes[Int(node)].isVariable { following.append(node) }
    for node in active {
      let target = child(of: node, byte)
      if target >= 0 {
        following.append(target)
        enter(target, into: &following)
      }
      let variable = nodes[Int(node)].variable
      if variable >= 0, !following.contains(variable) {
        following.append(variable)
        enter(variable, into: &following)
      }
    }
  }

  /// Adds the variable behind a node where it can be empty.
  private func enter(_ node: Int32, into active: inout [Int32]) {
    guard variablesCanBeEmpty else { return }
    var node = node
    while nodes[Int(node)].variable >= 0, !active.contains(nodes[Int(node)].variable) {
      node = nodes[Int(node)].variable
      active.append(node)
    }
  }

  private func report(_ active: [Int32], path: [UInt8], isEnd: Bool, _ body: (Int) -> Void) {
    for node in active {
      let record = nodes[Int(node)]
      if isEnd { forEach(record.firstEnd, body) }
      // A variable stays active: what hangs there is told when it is entered, not at every byte.
      forEach(record.firstPrefix, body)
      forEach(record.firstExpression) { index in
        if expressions[Int32(index)]?.matches(path) ?? false { body(index) }
      }
    }
  }

  private func forEach(_ first: Int32, _ body: (Int) -> Void) {
    var index = first
    while index >= 0 {
      body(Int(index))
      index = next[Int(index)]
    }
  }

  // MARK: Neighbourhood

  /// Calls `body` with every path that may match something that begins with `text`, until it returns false or `limit`
  /// places of the tree have been looked at.
  /// - Returns: whether all were visited.
  func forEachNear(_ text: [UInt8], limit: Int, _ body: (Int) -> Bool) -> Bool {
    var active: [Int32] = [0]
    enter(0, into: &active)
    var isContinuing = true
    func visit(_ first: Int32) {
      forEach(first) { index in if isContinuing { isContinuing = body(index) } }
    }
    for byte in text {
      for node in active {
        visit(nodes[Int(node)].firstPrefix)
        visit(nodes[Int(node)].firstExpression)
      }
      guard isContinuing else { return false }
      var following: [Int32] = []
      step(active, byte, into: &following)
      active = following
    }
    var stack = active
    var visited = 0
    while let node = stack.popLast() {
      visited += 1
      guard visited <= limit else { return false }
      let record = nodes[Int(node)]
      visit(record.firstEnd)
      visit(record.firstPrefix)
      visit(record.firstExpression)
      guard isContinuing else { return false }
      if record.variable >= 0 { stack.append(record.variable) }
      var child = record.firstChild
      while child >= 0 {
        stack.append(child)
        child = nodes[Int(child)].nextSibling
      }
    }
    return true
  }
}

/// A path as the tree takes it.
enum TrieEntry {
  /// This text, or all that begins with it.
  case text([UInt8], isPrefix: Bool)
  /// Texts and variables in turn.
  case pieces([PathPattern.Piece])
  /// Anything else.
  case expression(PathExpression)
}
