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

/// What JSON allows and the parser does not: it is given other bytes of the same length there, and values are decoded
/// from the source afterwards.
struct JSONAllowances {
  /// Offsets of the backslashes of surrogate escapes (JSON writes a character beyond U+FFFF as two), ascending.
  /// Pairs count anywhere, single ones only where the text is JSON.
  private(set) var surrogates: [Int] = []
  /// Tabs before the first token of a JSON text.
  private var leadingTabs: [Int] = []

  init(_ bytes: Bytes) {
    let head = bytes.byteOrderMarkLength
    let first = bytes.skipToToken(from: head)
    let isJSON = first < bytes.count && (bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "["))
    if isJSON { leadingTabs = (head..<first).filter { bytes[$0] == 0x09 } }
    var index = 0
    while let found = bytes[index...].firstIndex(of: 0x5C) {
      index = found + 1
      guard let value = Self.escape(bytes, at: found), value & 0xF800 == 0xD800 else { continue }
      if value & 0xFC00 == 0xD800, let second = Self.escape(bytes, at: found + 6), second & 0xFC00 == 0xDC00 {
        surrogates += [found, found + 6]
        index = found + 12
      } else if isJSON {
        surrogates.append(found)
      }
    }
  }

  /// Whether the parser can be given the text as it is.
  var isEmpty: Bool { surrogates.isEmpty && leadingTabs.isEmpty }

  /// Turns `\ud83d` into `\u083d`, and tabs before the first token into blanks.
  func neutralise(_ bytes: inout [UInt8]) {
    for offset in surrogates { bytes[offset + 2] = UInt8(ascii: "0") }
    for offset in leadingTabs { bytes[offset] = 0x20 }
  }

  /// The value of a `\u` escape at an offset.
  private static func escape(_ bytes: Bytes, at offset: Int) -> UInt32? {
    guard offset + 1 < bytes.count, bytes[offset] == 0x5C, bytes[offset + 1] == UInt8(ascii: "u") else { return nil }
    return EscapeSequence.hex(bytes, at: offset + 2, digits: 4, end: bytes.count)
  }
}
