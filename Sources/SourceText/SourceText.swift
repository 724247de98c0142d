/// The bytes of one file as they were read, with the way from byte offsets to lines and columns.
///
/// Nothing is decoded or normalised: offsets are those of the file, so an edit made from them lands where it should.
public struct SourceText: Sendable {
  /// The file's bytes, byte order mark and line ends as they are.
  public let bytes: [UInt8]
  /// Offset of each line's first byte; never empty.
  private let lineStarts: [UInt32]

  /// Reads the line table of `bytes`.
  /// - Complexity: O(n) in the number of bytes.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 32 + 1)
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        // Eight bytes at once, where none of them ends a line.
        if index + 8 <= bytes.count, !bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).holdsLineFeed {
          index += 8
          continue
        }
        for _ in 0..<min(8, bytes.count - index) {
          if bytes[index] == UInt8(ascii: "\n") { starts.append(UInt32(index + 1)) }
          index += 1
        }
      }
    }
    lineStarts = starts
  }

  /// Length of the UTF-8 byte order mark at the beginning: 3 or 0.
  public var byteOrderMarkLength: UInt32 {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Number of lines; a line end at the very end of the file opens one more, empty line.
  public var lineCount: Int { lineStarts.count }

  /// Whether lines end with CRLF, judged by the first line end; `false` where there is none.
  public var usesCarriageReturns: Bool {
    guard lineStarts.count > 1 else { return false }
    let newline = Int(lineStarts[1]) - 1
    return newline > 0 && bytes[newline - 1] == UInt8(ascii: "\r")
  }

  /// The line end to write into this file.
  public var lineEnd: String { usesCarriageReturns ? "\r\n" : "\n" }

  /// The 1-based number of the line that holds `offset`.
  /// - Complexity: O(log lines).
  public func line(at offset: UInt32) -> UInt32 {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return UInt32(low + 1)
  }

  /// The bytes of a line (1-based), without its line end and without the byte order mark.
  public func span(ofLine line: UInt32) -> ByteSpan {
    let index = Int(line) - 1
    var start = lineStarts[index]
    if index == 0 { start += byteOrderMarkLength }
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : UInt32(bytes.count)
    if end > start, index + 1 < lineStarts.count, bytes[Int(end) - 1] == UInt8(ascii: "\r") { end -= 1 }
    return ByteSpan(start, max(start, end))
  }

  /// Line, column and offset of a byte offset. An offset inside a character counts as that character's beginning;
  /// one past the end as the end.
  /// - Complexity: O(log lines + length of the line).
  public func position(at offset: UInt32) -> SourcePosition {
    let offset = characterStart(offset)
    let line = line(at: offset)
    let start = span(ofLine: line).start
    return SourcePosition(line: line, column: 1 + scalarCount(from: start, to: offset), offset: offset)
  }

  /// The range of lines and columns that a span covers.
  public func range(of span: ByteSpan) -> SourceRange {
    SourceRange(start: position(at: span.start), end: position(at: span.end))
  }

  /// The 0-based distance in UTF-16 code units from the beginning of the line to `offset`, as the Language Server
  /// Protocol counts by default.
  public func utf16Column(at offset: UInt32) -> UInt32 {
    let offset = characterStart(offset)
    let start = span(ofLine: line(at: offset)).start
    guard start < offset else { return 0 }
    return bytes[Int(start)..<Int(offset)].reduce(0) { units, byte in
      byte & 0xC0 == 0x80 ? units : units + (byte >= 0xF0 ? 2 : 1)
    }
  }

  /// The bytes of a span, read as UTF-8 (what is no UTF-8 becomes U+FFFD).
  public func string(_ span: ByteSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  private func characterStart(_ offset: UInt32) -> UInt32 {
    var offset = min(Int(offset), bytes.count)
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return UInt32(offset)
  }

  private func scalarCount(from start: UInt32, to end: UInt32) -> UInt32 {
    guard start < end else { return 0 }
    return bytes[Int(start)..<Int(end)].reduce(0) { count, byte in byte & 0xC0 == 0x80 ? count : count + 1 }
  }
}

extension UInt64 {
  /// Whether one of its eight bytes is a line feed: subtracting one borrows from a byte's highest bit only where the byte
  /// is zero.
  fileprivate var holdsLineFeed: Bool {
    let difference = self ^ 0x0A0A_0A0A_0A0A_0A0A
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
  }
}
