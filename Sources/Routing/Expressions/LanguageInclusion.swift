/// Decides whether every path of one language is in at least one of several others.
///
/// It walks pairs of a state of the one and the set of states in which the others can be, and keeps only the pairs that
/// no simpler pair stands for: a state of the others that simulates the state of the one settles a pair, and a state that
/// another of its set simulates is left out. The work is bounded in pairs.
struct LanguageInclusion {
  enum Answer: Hashable, Sendable {
    /// Every path is in one of the others.
    case included
    /// This path is in none.
    case path([UInt8])
    /// The budget was not enough.
    case undecided
  }

  private let inner: Automaton
  private let outer: [Automaton]
  private let classes: [UInt8]
  private var states: [(automaton: Int, state: Int32)] = []
  private var offsets: [Int] = []
  private var innerMoves: [[[Int32]]] = []
  private var outerMoves: [[[Int32]]] = []

  private static let simulationLimit = 400_000

  /// - Parameter alphabet: the bytes that paths are made of.
  init(_ inner: Automaton, in outer: [Automaton], alphabet: ByteSet = .requestPath) {
    self.inner = inner
    self.outer = outer
    classes = Self.representatives([inner] + outer, alphabet)
    for (index, automaton) in outer.enumerated() {
      offsets.append(states.count)
      for state in 0..<automaton.stateCount { states.append((index, Int32(state))) }
    }
    let classes = classes
    innerMoves = (0..<inner.stateCount).map { state in
      classes.map { byte in Self.moves(inner, Int32(state), byte) }
    }
    outerMoves = states.map { entry in
      let offset = Int32(offsets[entry.automaton])
      return classes.map { byte in Self.moves(outer[entry.automaton], entry.state, byte).map { $0 + offset } }
    }
  }

  /// The states reached by a byte; an absorbing state stays.
  private static func moves(_ automaton: Automaton, _ state: Int32, _ byte: UInt8) -> [Int32] {
    if automaton.absorbing[Int(state)] { return [state] }
    return automaton.follow[Int(state)].filter { automaton.sets[Int($0)].contains(byte) }
  }

  /// One byte of each class of bytes that no set tells apart; letters and digits where there is a choice.
  private static func representatives(_ automata: [Automaton], _ alphabet: ByteSet) -> [UInt8] {
    var classes = [alphabet]
    for set in Set(automata.flatMap { $0.sets.dropFirst() }) {
      var split: [ByteSet] = []
      for part in classes {
        let inside = part.intersection(set)
        let outside = part.subtracting(set)
        if !inside.isEmpty { split.append(inside) }
        if !outside.isEmpty { split.append(outside) }
      }
      classes = split
    }
    return classes.compactMap { WitnessBytes.preferred($0) }.sorted { WitnessBytes.rank($0) < WitnessBytes.rank($1) }
  }

  private func outerAccepts(_ state: Int32) -> Bool {
    let entry = states[Int(state)]
    return outer[entry.automaton].accepting[Int(entry.state)]
  }

  private func outerAbsorbs(_ state: Int32) -> Bool {
    let entry = states[Int(state)]
    return outer[entry.automaton].absorbing[Int(entry.state)]
  }

  // MARK: Simulation

  /// For every state of `left` the states of the others that can follow it in all it does; empty where the tables would
  /// be too large, which only costs pruning.
  private func simulation(left: Int, leftMoves: [[[Int32]]], leftAccepts: (Int) -> Bool) -> [[Bool]] {
    let right = states.count
    guard left * right * classes.count <= Self.simulationLimit else { return [] }
    var table = (0..<left).map { state in
      (0..<right).map { other in
        !leftAccepts(state) || outerAccepts(Int32(other))
      }
    }
    var changed = true
    while changed {
      changed = false
      for state in 0..<left {
        for other in 0..<right where table[state][other] && !outerAbsorbs(Int32(other)) {
          let holds = classes.indices.allSatisfy { index in
            leftMoves[state][index].allSatisfy { target in
              outerMoves[other][index].contains { table[Int(target)][Int($0)] }
            }
          }
          if !holds {
            table[state][other] = false
            changed = true
          }
        }
      }
    }
    return table
  }

  // MARK: The walk

  private struct Pair {
    let state: Int32
    let others: [Int32]
    let parent: Int32
    let byte: UInt8
  }

  /// The answer, within a budget of pairs.
  func answer(budget: Int) -> Answer {
    let bySimulation = simulation(left: inner.stateCount, leftMoves: innerMoves) { inner.accepting[$0] }
    let amongOthers = simulation(left: states.count, leftMoves: outerMoves) { outerAccepts(Int32($0)) }
    var pairs: [Pair] = []
    var byState = [[[Int32]]](repeating: [], count: inner.stateCount)

    func isSettled(_ state: Int32, _ others: [Int32]) -> Bool {
      if others.contains(where: { outerAbsorbs($0) }) { return true }
      if !bySimulation.isEmpty, others.contains(where: { bySimulation[Int(state)][Int($0)] }) { return true }
      return byState[Int(state)].contains { isSubset($0, of: others) }
    }

    /// Adds a pair; returns the index of one whose path is in none of the others.
    func add(_ state: Int32, _ others: [Int32], parent: Int32, byte: UInt8) -> Int? {
      let others = reduced(others, amongOthers)
      guard !isSettled(state, others) else { return nil }
      byState[Int(state)].removeAll { isSubset(others, of: $0) }
      byState[Int(state)].append(others)
      pairs.append(Pair(state: state, others: others, parent: parent, byte: byte))
      return inner.accepting[Int(state)] && !others.contains(where: outerAccepts) ? pairs.count - 1 : nil
    }

    if let miss = add(0, offsets.map(Int32.init), parent: -1, byte: 0) { return .path(path(to: miss, pairs)) }
    var head = 0
    while head < pairs.count {
      guard pairs.count <= budget else { return .undecided }
      let pair = pairs[head]
      for index in classes.indices {
        var others: [Int32] = []
        for state in pair.others { others += outerMoves[Int(state)][index] }
        let distinct = Array(Set(others)).sorted()
        for target in innerMoves[Int(pair.state)][index] {
          if let miss = add(target, distinct, parent: Int32(head), byte: classes[index]) {
            return .path(path(to: miss, pairs))
          }
        }
      }
      head += 1
    }
    return .included
  }

  /// Without the states that another of the set simulates.
  private func reduced(_ others: [Int32], _ table: [[Bool]]) -> [Int32] {
    guard !table.isEmpty, others.count > 1 else { return others }
    var kept: [Int32] = []
    for (index, state) in others.enumerated() {
      let isCovered = others.enumerated().contains { other, candidate in
        other != index && table[Int(state)][Int(candidate)]
          && (!table[Int(candidate)][Int(state)] || other < index)
      }
      if !isCovered { kept.append(state) }
    }
    return kept
  }

  private func isSubset(_ left: [Int32], of right: [Int32]) -> Bool {
    guard left.count <= right.count else { return false }
    var index = 0
    for state in left {
      while index < right.count, right[index] < state { index += 1 }
      if index == right.count || right[index] != state { return false }
    }
    return true
  }

  private func path(to index: Int, _ pairs: [Pair]) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = Int32(index)
    while index >= 0, pairs[Int(index)].parent >= 0 {
      bytes.append(pairs[Int(index)].byte)
      index = pairs[Int(index)].parent
    }
    return bytes.reversed()
  }
}

/// Which bytes to show people in an example of a path: letters and digits first, then what is usual in paths, then the
/// rest.
enum WitnessBytes {
  private static let order: [UInt8] = {
    let letters = Array(UInt8(ascii: "a")...UInt8(ascii: "z"))
    let digits = Array(UInt8(ascii: "0")...UInt8(ascii: "9"))
    let capitals = Array(UInt8(ascii: "A")...UInt8(ascii: "Z"))
    let first = letters + digits + capitals + Array("/-_.".utf8)
    let visible = (0x21...0x7E).filter { !first.contains($0) }
    return first + visible + Array(0x80...0xFF) + Array(0...0x20) + [0x7F]
  }()

  private static let ranks: [Int] = {
    var ranks = [Int](repeating: 0, count: 256)
    for (rank, byte) in order.enumerated() { ranks[Int(byte)] = rank }
    return ranks
  }()

  /// The place of a byte in the order.
  static func rank(_ byte: UInt8) -> Int { ranks[Int(byte)] }

  /// The best byte of a set.
  static func preferred(_ set: ByteSet) -> UInt8? { order.first(where: set.contains) }
}
