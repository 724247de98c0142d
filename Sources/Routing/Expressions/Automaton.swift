/// A nondeterministic automaton over bytes without empty moves: state 0 is the beginning, every other state is entered by
/// a byte of its set.
struct Automaton: Sendable {
  /// The bytes by which each state is entered; that of state 0 is empty.
  private(set) var sets: [ByteSet] = [ByteSet()]
  /// The states that can follow each state, in rising order.
  private(set) var follow: [[Int32]] = [[]]
  /// Whether a path may end in a state.
  var accepting: [Bool] = [false]
  /// Whether everything that goes on from a state is accepted.
  private(set) var absorbing: [Bool] = [false]

  private static let moveLimit = 60_000

  var stateCount: Int { sets.count }

  /// The language of one text and, if `isPrefix`, of all that begins with it.
  init(literal text: [UInt8], isPrefix: Bool) {
    for byte in text { addState(ByteSet(byte), after: Int32(stateCount - 1)) }
    accepting[stateCount - 1] = true
    absorbing[stateCount - 1] = isPrefix
  }

  private mutating func addState(_ set: ByteSet, after previous: Int32) {
    appendState(set, isAccepting: false)
    addMove(from: previous, to: Int32(stateCount - 1))
  }

  /// Adds a state that nothing leads to yet.
  mutating func appendState(_ set: ByteSet, isAccepting: Bool) {
    sets.append(set)
    follow.append([])
    accepting.append(isAccepting)
    absorbing.append(false)
  }

  /// Lets one state follow another.
  mutating func addMove(from state: Int32, to target: Int32) {
    follow[Int(state)].append(target)
  }

  /// The language of a program.
  init(_ program: ExpressionProgram, end: RoutingChoices.ExpressionEnd) throws(ExpressionProblem) {
    let instructions = program.instructions
    var stateOf = [Int32](repeating: -1, count: instructions.count)
    var addresses: [Int] = [-1]
    for (address, instruction) in instructions.enumerated() {
      guard case .take(let set) = instruction else { continue }
      stateOf[address] = Int32(sets.count)
      sets.append(set)
      addresses.append(address)
    }
    follow = [[Int32]](repeating: [], count: sets.count)
    accepting = [Bool](repeating: false, count: sets.count)
    absorbing = accepting
    var moves = 0
    var seen = [Int32](repeating: -1, count: 2 * instructions.count)
    for state in 0..<sets.count {
      // An entry is an address twice, plus one where a `$` was passed.
      var stack = [state == 0 ? 0 : 2 * (addresses[state] + 1)]
      while let entry = stack.popLast() {
        guard seen[entry] != Int32(state) else { continue }
        seen[entry] = Int32(state)
        let passedEnd = entry & 1
        switch instructions[entry >> 1] {
        case .take:
          if passedEnd == 0 { follow[state].append(stateOf[entry >> 1]) }
        case .split(let first, let second):
          stack.append(2 * Int(second) + passedEnd)
          stack.append(2 * Int(first) + passedEnd)
        case .jump(let target): stack.append(2 * Int(target) + passedEnd)
        case .save: stack.append(entry + 2)
        case .atStart: if state == 0 { stack.append(entry + 2) }
        case .atEnd: stack.append((entry + 2) | 1)
        case .match:
          accepting[state] = true
          if passedEnd == 0, end == .open { absorbing[state] = true }
        }
      }
      follow[state].sort()
      moves += follow[state].count
      guard moves <= Self.moveLimit else { throw .tooLarge }
    }
  }

  /// Whether a path is in the language.
  func accepts(_ path: [UInt8]) -> Bool {
    var active: [Int32] = [0]
    if absorbing[0] { return true }
    var entered = [Int32](repeating: -1, count: stateCount)
    for (index, byte) in path.enumerated() {
      var next: [Int32] = []
      for state in active {
        for target in follow[Int(state)] where entered[Int(target)] != Int32(index) && sets[Int(target)].contains(byte)
        {
          if absorbing[Int(target)] { return true }
          entered[Int(target)] = Int32(index)
          next.append(target)
        }
      }
      if next.isEmpty { return false }
      active = next
    }
    return active.contains { accepting[Int($0)] }
  }

  /// Whether some path of an alphabet is in the language, the empty one apart.
  func acceptsSomething(of alphabet: ByteSet) -> Bool {
    shortestWord(over: alphabet) { $0.first } != nil || absorbing[0]
  }

  /// A shortest path of the language that is not empty, of bytes that `pick` takes out of the possible ones.
  func shortestWord(over alphabet: ByteSet, pick: (ByteSet) -> UInt8?) -> [UInt8]? {
    var previous = [Int32](repeating: -1, count: stateCount)
    var queue: [Int32] = [0]
    var reached = [Bool](repeating: false, count: stateCount)
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      if state != 0, accepting[Int(state)] { return word(to: state, previous, alphabet, pick) }
      for target in follow[Int(state)]
      where !reached[Int(target)] && !sets[Int(target)].intersection(alphabet).isEmpty {
        reached[Int(target)] = true
        previous[Int(target)] = state
        queue.append(target)
      }
    }
    return nil
  }

  private func word(to state: Int32, _ previous: [Int32], _ alphabet: ByteSet, _ pick: (ByteSet) -> UInt8?) -> [UInt8] {
    var bytes: [UInt8] = []
    var state = state
    while state > 0 {
      if let byte = pick(sets[Int(state)].intersection(alphabet)) { bytes.append(byte) }
      state = previous[Int(state)]
    }
    return bytes.reversed()
  }

  /// The text that every path of the language begins with, as far as it is one text.
  var literalHead: [UInt8] {
    var head: [UInt8] = []
    var state = 0
    while !accepting[state], follow[state].count == 1, head.count < stateCount {
      let target = Int(follow[state][0])
      guard let byte = sets[target].first, sets[target] == ByteSet(byte) else { break }
      head.append(byte)
      state = target
    }
    return head
  }
}
