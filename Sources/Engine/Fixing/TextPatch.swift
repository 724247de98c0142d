import Linting
import SourceText

/// Edits of one text that do not overlap, and the text they lead to.
struct TextPatch: Sendable {
  /// One replacement.
  struct Change: Sendable, Hashable {
    var span: ByteSpan
    var text: [UInt8]
  }

  /// The changes, by place.
  private(set) var changes: [Change] = []

  /// Takes in the edits of a fix, all or none: none where one overlaps a change that is there already. An edit that is
  /// there already, to the letter, is no clash.
  /// - Complexity: O(log n) in the number of changes to look for a clash, O(n) to take the edits in.
  mutating func add(_ edits: [FileEdit]) -> Bool {
    let new = edits.map { Change(span: $0.range.span, text: Array($0.text.utf8)) }
    guard new.allSatisfy({ fits($0) }) else { return false }
    for change in new where !neighbours(of: change).contains(change) {
      // Behind what stands there already: the edits of one fix at one place keep their order.
      changes.insert(change, at: partition { $0.span <= change.span })
    }
    return true
  }

  private func fits(_ change: Change) -> Bool {
    neighbours(of: change).allSatisfy { $0 == change || !Self.clash($0.span, change.span) }
  }

  /// The changes that touch one: since changes do not overlap, those around its place.
  private func neighbours(of change: Change) -> ArraySlice<Change> {
    var first = partition { $0.span.end < change.span.start }
    let start = first
    while first < changes.count, changes[first].span.start <= change.span.end { first += 1 }
    return changes[start..<first]
  }

  /// The number of changes at the beginning that fulfil a condition, which those behind them do not.
  private func partition(where belongsBefore: (Change) -> Bool) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if belongsBefore(changes[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Two spans clash where they share a byte, and where an insertion touches the other: their order would matter.
  private static func clash(_ left: ByteSpan, _ right: ByteSpan) -> Bool {
    if left.isEmpty || right.isEmpty { return left.start <= right.end && right.start <= left.end }
    return left.start < right.end && right.start < left.end
  }

  /// The text after the changes.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 256)
    var place = 0
    for change in changes {
      result.append(contentsOf: bytes[place..<Int(change.span.start)])
      result.append(contentsOf: change.text)
      place = Int(change.span.end)
    }
    result.append(contentsOf: bytes[place...])
    return result
  }

  /// The bytes that the changes wrote, as spans of the text after them.
  var writtenSpans: [ByteSpan] {
    var shift = 0
    return changes.map { change in
      let start = Int(change.span.start) + shift
      shift += change.text.count - change.span.count
      return ByteSpan(UInt32(start), UInt32(start + change.text.count))
    }
  }

  /// The way from places before the changes to places after them.
  var offsetMap: OffsetMap { OffsetMap(changes) }

  /// Where places of a text are after changes.
  struct OffsetMap {
    private var spans: [ByteSpan] = []
    /// How far what stands behind each change moves.
    private var shifts: [Int] = []

    fileprivate init(_ changes: [Change]) {
      var shift = 0
      for change in changes {
        shift += change.text.count - change.span.count
        spans.append(change.span)
        shifts.append(shift)
      }
    }

    /// Where a place is afterwards; the beginning of what was written for one that was replaced.
    /// - Complexity: O(log n) in the number of changes.
    func mapped(_ offset: UInt32) -> UInt32 {
      var low = 0
      var high = spans.count
      while low < high {
        let middle = (low + high) / 2
        if spans[middle].start <= offset { low = middle + 1 } else { high = middle }
      }
      guard low > 0 else { return offset }
      let isReplaced = spans[low - 1].end > offset
      let place = isReplaced ? spans[low - 1].start : offset
      return UInt32(Int(place) + (isReplaced ? (low > 1 ? shifts[low - 2] : 0) : shifts[low - 1]))
    }
  }
}
