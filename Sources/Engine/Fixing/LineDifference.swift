/// Finds where two lists of lines differ.
enum LineDifference {
  /// A run of lines that was replaced; one of the ranges may be empty.
  struct Edit: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Up to this many pairs of lines the shortest way from one to the other is looked for.
  private static let exactLimit = 1 << 18

  /// The edits that lead from one list to the other, in order and with common lines between them.
  ///
  /// Lines that stand once in both are matched first, then what lies between them; where nothing is unique a short
  /// stretch is compared exactly and a long one is replaced as a whole.
  /// - Complexity: O(n log n) for texts that differ in few places.
  static func edits(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [Edit] {
    var head = 0
    while head < old.count, head < new.count, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < old.count - head, tail < new.count - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let middle = Comparison(
      old: old[head..<old.count - tail].map(number), new: new[head..<new.count - tail].map(number))
    return middle.edits.map {
      Edit(
        old: $0.old.lowerBound + head..<$0.old.upperBound + head,
        new: $0.new.lowerBound + head..<$0.new.upperBound + head)
    }
  }

  private struct Comparison {
    let old: [Int]
    let new: [Int]

    var edits: [Edit] {
      var found: [Edit] = []
      var pending = [Edit(old: 0..<old.count, new: 0..<new.count)]
      while let whole = pending.popLast() {
        let rest = trimmed(whole)
        if rest.old.isEmpty && rest.new.isEmpty { continue }
        let anchors = rest.old.isEmpty || rest.new.isEmpty ? [] : anchors(in: rest)
        guard !anchors.isEmpty else {
          found += rest.old.count * rest.new.count <= exactLimit ? exact(rest) : [rest]
          continue
        }
        var place = (old: rest.old.lowerBound, new: rest.new.lowerBound)
        for (oldLine, newLine) in anchors {
          pending.append(Edit(old: place.old..<oldLine, new: place.new..<newLine))
          place = (oldLine + 1, newLine + 1)
        }
        pending.append(Edit(old: place.old..<rest.old.upperBound, new: place.new..<rest.new.upperBound))
      }
      return joined(found.sorted { ($0.old.lowerBound, $0.new.lowerBound) < ($1.old.lowerBound, $1.new.lowerBound) })
    }

    private func trimmed(_ edit: Edit) -> Edit {
      var (oldStart, oldEnd) = (edit.old.lowerBound, edit.old.upperBound)
      var (newStart, newEnd) = (edit.new.lowerBound, edit.new.upperBound)
      while oldStart < oldEnd, newStart < newEnd, old[oldStart] == new[newStart] {
        oldStart += 1
        newStart += 1
      }
      while oldStart < oldEnd, newStart < newEnd, old[oldEnd - 1] == new[newEnd - 1] {
        oldEnd -= 1
        newEnd -= 1
      }
      return Edit(old: oldStart..<oldEnd, new: newStart..<newEnd)
    }

    /// Pairs of lines that stand once in both stretches, as many as keep the order in both.
    private func anchors(in edit: Edit) -> [(old: Int, new: Int)] {
      var places: [Int: (count: Int, line: Int)] = [:]
      for line in edit.new { places[new[line], default: (0, 0)] = ((places[new[line]]?.count ?? 0) + 1, line) }
      var countInOld: [Int: Int] = [:]
      for line in edit.old { countInOld[old[line], default: 0] += 1 }
      let pairs = edit.old.compactMap { line -> (old: Int, new: Int)? in
        guard countInOld[old[line]] == 1, let place = places[old[line]], place.count == 1 else { return nil }
        return (line, place.line)
      }
      return longestAscending(pairs)
    }

    private func longestAscending(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
      var ends: [Int] = []
      var before = [Int](repeating: -1, count: pairs.count)
      for (index, pair) in pairs.enumerated() {
        var low = 0
        var high = ends.count
        while low < high {
          let middle = (low + high) / 2
          if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
        }
        if low > 0 { before[index] = ends[low - 1] }
        if low == ends.count { ends.append(index) } else { ends[low] = index }
      }
      var chain: [(old: Int, new: Int)] = []
      var index = ends.last ?? -1
      while index >= 0 {
        chain.append(pairs[index])
        index = before[index]
      }
      return chain.reversed()
    }

    /// The shortest way through a short stretch.
    private func exact(_ edit: Edit) -> [Edit] {
      var removed: Set<Int> = []
      var added: Set<Int> = []
      for change in Array(new[edit.new]).difference(from: Array(old[edit.old])) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset + edit.old.lowerBound)
        case .insert(let offset, _, _): added.insert(offset + edit.new.lowerBound)
        }
      }
      var edits: [Edit] = []
      var (oldLine, newLine) = (edit.old.lowerBound, edit.new.lowerBound)
      while oldLine < edit.old.upperBound || newLine < edit.new.upperBound {
        let start = (oldLine, newLine)
        while removed.contains(oldLine) { oldLine += 1 }
        while added.contains(newLine) { newLine += 1 }
        if (oldLine, newLine) == start {
          oldLine += 1
          newLine += 1
        } else {
          edits.append(Edit(old: start.0..<oldLine, new: start.1..<newLine))
        }
      }
      return edits
    }

    private func joined(_ edits: [Edit]) -> [Edit] {
      var joined: [Edit] = []
      for edit in edits {
        if let last = joined.last, last.old.upperBound == edit.old.lowerBound,
          last.new.upperBound == edit.new.lowerBound
        {
          joined[joined.count - 1] = Edit(
            old: last.old.lowerBound..<edit.old.upperBound, new: last.new.lowerBound..<edit.new.upperBound)
        } else {
          joined.append(edit)
        }
      }
      return joined
    }
  }
}
