/// A place in a source text as people and machine reports name it.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// Line number, 1-based. A line ends at LF or CRLF; no other character breaks a line.
  public var line: UInt32
  /// Column, 1-based, counted in Unicode scalars. The byte order mark has no column.
  public var column: UInt32
  /// Byte offset from the beginning of the file, 0-based, byte order mark included.
  public var offset: UInt32

  /// A position from its three parts.
  public init(line: UInt32, column: UInt32, offset: UInt32) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  /// Orders by offset.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    left.offset < right.offset
  }
}

/// Two positions of one source text, the end behind the last character.
public struct SourceRange: Hashable, Sendable {
  /// Where the range begins.
  public var start: SourcePosition
  /// Where it ends; equal to `start` for an empty range.
  public var end: SourcePosition

  /// A range from its two ends.
  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// The bytes that the range covers.
  public var span: ByteSpan { ByteSpan(start.offset, end.offset) }
}
