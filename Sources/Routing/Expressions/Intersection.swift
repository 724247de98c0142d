extension Automaton {
  /// Whether some path of requests is in both languages.
  func meets(_ other: Automaton) -> Bool { commonPath(with: other) != nil }

  /// A shortest path of requests that is in both languages; `nil` where there is none.
  func commonPath(with other: Automaton, limit: Int = 50_000) -> [UInt8]? {
    struct Pair: Hashable {
      let left: Int32
      let right: Int32
    }
    var parents: [(pair: Pair, parent: Int, byte: UInt8)] = [(Pair(left: 0, right: 0), -1, 0)]
    var seen: Set<Pair> = [parents[0].pair]
    var head = 0
    while head < parents.count, parents.count <= limit {
      let pair = parents[head].pair
      if head > 0, accepting[Int(pair.left)], other.accepting[Int(pair.right)] {
        var bytes: [UInt8] = []
        var index = head
        while index > 0 {
          bytes.append(parents[index].byte)
          index = parents[index].parent
        }
        return bytes.reversed()
      }
      for (left, right, set) in moves(pair.left, other, pair.right) {
        let next = Pair(left: left, right: right)
        guard seen.insert(next).inserted else { continue }
        parents.append((next, head, WitnessBytes.preferred(set) ?? 0))
      }
      head += 1
    }
    return nil
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
