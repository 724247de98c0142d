/// Finds runs of directive lines that are too long for the parser, whose time grows with their square.
enum Directives {
  /// The first `%` line that is one too many before a document.
  static func firstBeyond(_ limit: Int, in bytes: Bytes) -> Range<Int>? {
    var index = bytes.byteOrderMarkLength
    var run = 0
    var next = nextDirective(bytes, from: index)
    while let line = next {
      if !isEmptyOrComment(bytes, index..<line) { run = 0 }
      run += 1
      let end = bytes.lineEnd(from: line)
      if run > limit { return line..<end }
      index = end
      next = nextDirective(bytes, from: end)
    }
    return nil
  }

  /// The next `%` at the beginning of a line.
  private static func nextDirective(_ bytes: Bytes, from start: Int) -> Int? {
    var index = start
    while let found = bytes[index...].firstIndex(of: UInt8(ascii: "%")) {
      if bytes.isLineStart(found) { return found }
      index = found + 1
    }
    return nil
  }

  private static func isEmptyOrComment(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
    bytes.skipToToken(from: range.lowerBound) >= range.upperBound
  }
}

/// JSON writes characters beyond U+FFFF as two `\u` escapes, which the parser refuses. It is given other escapes of
/// the same length there; the value is decoded from the source afterwards.
enum SurrogateEscapes {
  /// Offsets of the backslashes of such escapes. Pairs count anywhere, single ones only where the text is JSON.
  static func offsets(_ bytes: Bytes) -> [Int] {
    let first = bytes.skipToToken(from: bytes.byteOrderMarkLength)
    let isJSON = first < bytes.count && (bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "["))
    var offsets: [Int] = []
    var index = 0
    while let found = bytes[index...].firstIndex(of: 0x5C) {
      index = found + 1
      guard index < bytes.count, bytes[index] == UInt8(ascii: "u"),
        let value = EscapeSequence.hex(bytes, at: found + 2, digits: 4, end: bytes.count), value & 0xF800 == 0xD800
      else { continue }
      let isPair =
        value & 0xFC00 == 0xD800 && found + 7 < bytes.count && bytes[found + 6] == 0x5C
        && bytes[found + 7] == UInt8(ascii: "u")
        && EscapeSequence.hex(bytes, at: found + 8, digits: 4, end: bytes.count).map { $0 & 0xFC00 == 0xDC00 } ?? false
      if isPair {
        offsets.append(found)
        offsets.append(found + 6)
        index = found + 12
      } else if isJSON {
        offsets.append(found)
      }
    }
    return offsets
  }

  /// Turns `\ud83d` into `\u083d`.
  static func neutralise(_ bytes: inout [UInt8], at offsets: [Int]) {
    for offset in offsets { bytes[offset + 2] = UInt8(ascii: "0") }
  }
}
