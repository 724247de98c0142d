import SourceText

/// How the characters of a line are counted in positions.
enum PositionEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The one to use with a client: UTF-8 where it can, since it costs nothing, else what it names, else UTF-16, which
  /// every client must speak.
  static func negotiated(_ offered: [String]?) -> PositionEncoding {
    let known = (offered ?? []).compactMap(PositionEncoding.init(rawValue:))
    return known.contains(.utf8) ? .utf8 : known.first ?? .utf16
  }

  /// The position of a byte offset.
  func position(of offset: UInt32, in text: SourceText) -> LSPPosition {
    let line = text.line(at: min(offset, UInt32(text.bytes.count)))
    let content = text.span(ofLine: line)
    let end = max(content.start, min(offset, UInt32(text.bytes.count)))
    var units = 0
    for byte in text.bytes[Int(content.start)..<Int(end)] { units += width(ofCharacterAt: byte) }
    return LSPPosition(line: Int(line) - 1, character: units)
  }

  /// The byte offset of a position. One behind the end of its line counts as the end of the line, one behind the last
  /// line as the end of the text; one inside a character as its beginning.
  func offset(of position: LSPPosition, in text: SourceText) -> UInt32 {
    guard position.line >= 0 else { return 0 }
    guard position.line < text.lineCount else { return UInt32(text.bytes.count) }
    let content = text.span(ofLine: UInt32(position.line + 1))
    var units = 0
    var offset = Int(content.start)
    while offset < Int(content.end) {
      let byte = text.bytes[offset]
      let wide = width(ofCharacterAt: byte)
      if units + wide > position.character, wide > 0 { break }
      units += wide
      offset += 1
      while self != .utf8, offset < Int(content.end), text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    while self == .utf8, offset > Int(content.start), offset < Int(content.end), text.bytes[offset] & 0xC0 == 0x80 {
      offset -= 1
    }
    return UInt32(offset)
  }

  /// The range of a span.
  func range(of span: ByteSpan, in text: SourceText) -> LSPRange {
    LSPRange(start: position(of: span.start, in: text), end: position(of: span.end, in: text))
  }

  /// Code units of the character whose first byte this is; 0 for a byte inside one, save in UTF-8.
  private func width(ofCharacterAt byte: UInt8) -> Int {
    if self == .utf8 { return 1 }
    if byte & 0xC0 == 0x80 { return 0 }
    return self == .utf16 && byte >= 0xF0 ? 2 : 1
  }
}

/// A place in a document: line and character, both counted from 0.
struct LSPPosition: Codable, Hashable, Sendable {
  var line: Int
  var character: Int
}

/// Two places in a document, the end behind the last character.
struct LSPRange: Codable, Hashable, Sendable {
  var start: LSPPosition
  var end: LSPPosition
}
