/// A half-open range of byte offsets in one source text, byte order mark included.
///
/// Offsets are 32 bits wide: a text of 4 GiB or more is refused long before (the size limit of the reader is far lower).
public struct ByteSpan: Hashable, Sendable, Comparable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset behind the last byte; never below `start`.
  public var end: UInt32

  /// A span from `start` up to, not including, `end`.
  public init(_ start: UInt32, _ end: UInt32) {
    precondition(start <= end, "a span cannot end before it starts")
    self.start = start
    self.end = end
  }

  /// The empty span at `offset`.
  public init(at offset: UInt32) {
    self.init(offset, offset)
  }

  /// Number of bytes.
  public var count: Int { Int(end - start) }

  /// Whether the span covers no byte.
  public var isEmpty: Bool { start == end }

  /// The same span as a range of array indices.
  public var range: Range<Int> { Int(start)..<Int(end) }

  /// Whether `other` lies within this span, its ends included.
  public func contains(_ other: ByteSpan) -> Bool {
    start <= other.start && other.end <= end
  }

  /// Whether the byte offset lies within this span, the end included (a caret behind the last character counts).
  public func touches(_ offset: UInt32) -> Bool {
    start <= offset && offset <= end
  }

  /// Orders by start, then the shorter first.
  public static func < (left: ByteSpan, right: ByteSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
