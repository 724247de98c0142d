extension Automaton {
  /// Whether some path of requests is in both languages.
  func meets(_ other: Automaton) -> Bool { commonPath(with: other) != nil }

  /// A shortest path of requests that is in both languages; `nil` where there is none, or the automata are too large.
  func commonPath(with other: Automaton) -> [UInt8]? {
    let width = other.stateCount
    guard stateCount * width <= 1 << 20 else { return nil }
    // For each pair of states the pair it was reached from, plus one; 0 for those that were not.
    var parents = [Int32](repeating: 0, count: stateCount * width)
    var queue: [Int32] = [0]
    parents[0] = -1
    var head = 0
    while head < queue.count {
      let pair = Int(queue[head])
      let (left, right) = (pair / width, pair % width)
      if pair > 0, accepting[left], other.accepting[right] { return path(to: pair, parents, other) }
      let leftStays = absorbing[left]
      let rightStays = other.absorbing[right]
      let rights = rightStays ? [Int32(right)] : other.follow[right]
      for leftNext in leftStays ? [Int32(left)] : follow[left] {
        let set = leftStays ? ByteSet.requestPath : sets[Int(leftNext)].intersection(.requestPath)
        for rightNext in rights {
          let next = Int(leftNext) * width + Int(rightNext)
          guard parents[next] == 0, rightStays || !set.intersection(other.sets[Int(rightNext)]).isEmpty else {
            continue
          }
          parents[next] = Int32(pair + 1)
          queue.append(Int32(next))
        }
      }
      head += 1
    }
    return nil
  }

  private func path(to pair: Int, _ parents: [Int32], _ other: Automaton) -> [UInt8] {
    let width = other.stateCount
    var bytes: [UInt8] = []
    var pair = pair
    while parents[pair] > 0 {
      let from = Int(parents[pair]) - 1
      var set = ByteSet.requestPath
      if !absorbing[from / width] { set = set.intersection(sets[pair / width]) }
      if !other.absorbing[from % width] { set = set.intersection(other.sets[pair % width]) }
      bytes.append(WitnessBytes.preferred(set) ?? 0)
      pair = from
    }
    return bytes.reversed()
  }

  /// The language of the paths of requests that are in both; `nil` where it would be too large.
  init?(_ left: Automaton, and right: Automaton) {
    struct Pair: Hashable {
      let left: Int32
      let right: Int32
      let set: ByteSet
    }
    self.init(literal: [], isPrefix: false)
    var pairs = [Pair(left: 0, right: 0, set: ByteSet())]
    var index = [pairs[0]: Int32(0)]
    var head = 0
    accepting[0] = left.accepting[0] && right.accepting[0]
    while head < pairs.count {
      let pair = pairs[head]
      for (target, other, set) in left.moves(pair.left, right, pair.right) {
        let next = Pair(left: target, right: other, set: set)
        if index[next] == nil {
          guard pairs.count < 4000 else { return nil }
          index[next] = Int32(pairs.count)
          pairs.append(next)
          appendState(set, isAccepting: left.accepting[Int(target)] && right.accepting[Int(other)])
        }
        if let state = index[next] { addMove(from: Int32(head), to: state) }
      }
      head += 1
    }
  }

  /// The states that both reach together, with the bytes that lead there.
  private func moves(_ state: Int32, _ other: Automaton, _ otherState: Int32) -> [(Int32, Int32, ByteSet)] {
    let lefts = absorbing[Int(state)] ? [state] : follow[Int(state)]
    let rights = other.absorbing[Int(otherState)] ? [otherState] : other.follow[Int(otherState)]
    return lefts.flatMap { left in
      let set = absorbing[Int(state)] ? ByteSet.requestPath : sets[Int(left)].intersection(.requestPath)
      return rights.compactMap { right in
        let both = other.absorbing[Int(otherState)] ? set : set.intersection(other.sets[Int(right)])
        return both.isEmpty ? nil : (left, right, both)
      }
    }
  }
}
