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
  mutating func add(_ edits: [FileEdit]) -> Bool {
    let new = edits.map { Change(span: $0.range.span, text: Array($0.text.utf8)) }
    for change in new {
      for other in changes where other != change && Self.clash(other.span, change.span) { return false }
    }
    for change in new where !changes.contains(change) { changes.append(change) }
    changes.sort { $0.span < $1.span }
    return true
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
}
