/// What a line of a YAML document looks like by itself: the dashes of list elements, a key, and what follows. Columns
/// are bytes from the beginning of the line.
struct LineShape {
  /// The columns of dashes.
  var dashes: [Int] = []
  /// Where the content begins behind indentation and dashes; the end of the line where there is none.
  var contentColumn: Int
  /// The key that the content begins with.
  var key: String?
  /// Where the text behind the key's colon begins.
  var valueColumn = 0
  /// The text behind the key, without a comment.
  var value = ""
  /// Whether nothing but blanks, dashes or a comment is there.
  var isEmpty = false
  /// Whether one document ends here.
  var separatesDocuments = false

  /// Looks at the bytes of a line, without its end.
  init(_ line: ArraySlice<UInt8>) {
    var place = line.startIndex
    let start = line.startIndex
    separatesDocuments = line.starts(with: Array("---".utf8)) || line.starts(with: Array("...".utf8))
    func skipBlanks() { while place < line.endIndex, Self.isBlank(line[place]) { place += 1 } }
    skipBlanks()
    while place < line.endIndex, line[place] == UInt8(ascii: "-"),
      place + 1 == line.endIndex || Self.isBlank(line[place + 1])
    {
      dashes.append(place - start)
      place += 1
      skipBlanks()
    }
    contentColumn = place - start
    guard place < line.endIndex, line[place] != UInt8(ascii: "#") else {
      isEmpty = true
      return
    }
    guard let colon = Self.colon(behindKeyIn: line[place...]) else { return }
    key = Self.text(line[place..<colon])
    place = colon + 1
    skipBlanks()
    valueColumn = place - start
    value = Self.text(Self.withoutComment(line[place...]))
  }

  /// The column of the first dash or of the content.
  var column: Int { dashes.first ?? contentColumn }

  /// Whether the value is a text on the lines below.
  var beginsBlockText: Bool { value.hasPrefix("|") || value.hasPrefix(">") }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func colon(behindKeyIn text: ArraySlice<UInt8>) -> Int? {
    var place = text.startIndex
    if let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = text.dropFirst().firstIndex(of: quote) else { return nil }
      place = end + 1
      while place < text.endIndex, isBlank(text[place]) { place += 1 }
      return place < text.endIndex && text[place] == UInt8(ascii: ":") ? place : nil
    }
    if text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[") { return nil }
    while place < text.endIndex {
      if text[place] == UInt8(ascii: ":"), place + 1 == text.endIndex || isBlank(text[place + 1]) { return place }
      if text[place] == UInt8(ascii: "#"), isBlank(text[place - 1]) { return nil }
      place += 1
    }
    return nil
  }

  private static func withoutComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var quote: UInt8?
    for place in text.indices {
      let byte = text[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if place == text.startIndex, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "#"), place == text.startIndex || isBlank(text[place - 1]) {
        return text[..<place]
      }
    }
    return text
  }

  /// A scalar's text, without blanks around it and without its quotes.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let last = bytes.last, isBlank(last) || last == 0x0D { bytes.removeLast() }
    if bytes.count >= 2, let first = bytes.first, first == bytes.last,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    {
      bytes = bytes.dropFirst().dropLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
