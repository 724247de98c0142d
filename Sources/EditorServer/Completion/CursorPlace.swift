import SourceText

/// Where in the structure of a document a cursor stands, told by indentation and brackets: while one types, the document
/// rarely parses.
struct CursorPlace: Equatable {
  /// One step from the root towards the cursor.
  enum Step: Equatable {
    /// The value of a key, with the scalars of the same mapping by their keys.
    case key(String, siblings: [String: String])
    /// An element of a list.
    case item
  }

  /// What is written at the cursor.
  enum Role: Equatable {
    case key
    case value
    /// The beginning of a list's element: its text, or its first key.
    case element
  }

  /// The steps from the root to the mapping or list that the cursor is in; for a value its key is the last.
  var path: [Step]
  /// What is written there.
  var role: Role
  /// The scalars of the mapping that the cursor is in, by their keys, without the key at the cursor.
  var siblings: [String: String] = [:]
  /// The word at the cursor.
  var word: ByteSpan
  /// Whether the word stands in quotes.
  var isQuoted = false
  /// Whether a blank is missing between a colon and the word.
  var lacksBlank = false
  /// The column, in bytes, that the keys of the mapping around begin at; `nil` between braces and brackets.
  var column: Int?
}

extension CursorPlace {
  /// Looks a byte offset up; `nil` in comments and in texts of several lines.
  /// - Complexity: O(n × depth) in the number of bytes.
  init?(at offset: UInt32, in source: SourceText, isJSON: Bool) {
    let bytes = source.bytes
    let cursor = Int(offset)
    let end = Self.end(ofWordAt: cursor, in: bytes)
    if isJSON || bytes.first(where: { !LineShape.isBlank($0) && $0 != 0x0A && $0 != 0x0D }) == UInt8(ascii: "{") {
      guard let place = FlowScan(bytes, from: 0, to: cursor).place(below: [], endOfWord: end) else { return nil }
      self = place
    } else {
      guard let place = BlockScan(source).place(at: cursor, endOfWord: end) else { return nil }
      self = place
    }
    word = ByteSpan(word.start, UInt32(end))
  }

  private static func end(ofWordAt cursor: Int, in bytes: [UInt8]) -> Int {
    var end = cursor
    while end < bytes.count, isOfWord(bytes[end]) { end += 1 }
    return end
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...0x39,
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "*"):
      true
    default: byte >= 0x80
    }
  }
}
