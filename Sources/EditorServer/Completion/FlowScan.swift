import SourceText

/// Reads braces and brackets up to a cursor, as JSON and YAML write them.
struct FlowScan {
  private let bytes: [UInt8]
  private let cursor: Int
  private var frames: [Frame] = []
  private var word: Word?
  private var isInComment = false

  /// An open brace or bracket.
  private struct Frame {
    let isMapping: Bool
    var scalars: [String: String] = [:]
    /// The key whose value comes next.
    var key: String?
  }

  /// A scalar that is being written.
  private struct Word {
    let start: Int
    var end: Int
    var isQuoted: Bool
    var isClosed: Bool
  }

  /// - Parameter start: where the outermost brace or bracket is.
  init(_ bytes: [UInt8], from start: Int, to cursor: Int) {
    self.bytes = bytes
    self.cursor = cursor
    var place = start
    while place < cursor { step(&place) }
  }

  private mutating func step(_ place: inout Int) {
    let byte = bytes[place]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard word == nil else { return extend(&place) }
      var end = place + 1
      while end < cursor, bytes[end] != byte {
        end += byte == UInt8(ascii: "\"") && bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      word = Word(start: place + 1, end: min(end, cursor), isQuoted: true, isClosed: end < cursor)
      place = end + 1
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      word = nil
      frames.append(Frame(isMapping: byte == UInt8(ascii: "{")))
      place += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      finishEntry()
      _ = frames.popLast()
      place += 1
    case UInt8(ascii: ","):
      finishEntry()
      place += 1
    case UInt8(ascii: ":") where endsKey(place):
      frames[frames.count - 1].key = word.map { text(of: $0) }
      word = nil
      place += 1
    case 0x0A:
      // A comma that is not written yet; a key in quotes may stand above its colon.
      if let frame = frames.last, let word, !(frame.isMapping && frame.key == nil && word.isQuoted) { finishEntry() }
      place += 1
    case 0x20, 0x09, 0x0D: place += 1
    case UInt8(ascii: "#") where place > 0 && (LineShape.isBlank(bytes[place - 1]) || bytes[place - 1] == 0x0A):
      while place < cursor, bytes[place] != 0x0A { place += 1 }
      isInComment = place == cursor
    default: extend(&place)
    }
  }

  private mutating func extend(_ place: inout Int) {
    place += 1
    if word == nil { word = Word(start: place - 1, end: place, isQuoted: false, isClosed: false) }
    if word?.isClosed == false { word?.end = place }
  }

  private func endsKey(_ place: Int) -> Bool {
    guard let frame = frames.last, frame.isMapping, frame.key == nil, let word else { return false }
    return word.isQuoted || place + 1 >= cursor || LineShape.isBlank(bytes[place + 1]) || bytes[place + 1] == 0x0A
  }

  private mutating func finishEntry() {
    if let last = frames.indices.last, let key = frames[last].key {
      frames[last].scalars[key] = word.map { text(of: $0) } ?? ""
      frames[last].key = nil
    }
    word = nil
  }

  private func text(of word: Word) -> String { LineShape.text(bytes[word.start..<max(word.start, word.end)]) }

  /// What follows a place in a mapping, up to the mapping's end.
  private init(_ bytes: [UInt8], restOfMappingFrom start: Int) {
    self.bytes = bytes
    cursor = min(bytes.count, start + Self.restLimit)
    frames = [Frame(isMapping: true)]
    var place = start
    while place < cursor {
      if frames.count == 1, bytes[place] == UInt8(ascii: "}") {
        finishEntry()
        break
      }
      step(&place)
      if frames.isEmpty { break }
    }
  }

  /// How far behind a cursor keys are looked for, in bytes.
  private static let restLimit = 1 << 14

  /// The scalars that follow a place in a mapping.
  private static func scalars(_ bytes: [UInt8], from start: Int) -> [String: String] {
    FlowScan(bytes, restOfMappingFrom: start).frames.first?.scalars ?? [:]
  }

  /// The cursor's place below the steps that lead to the outermost brace or bracket; `nil` behind its end.
  /// - Parameter end: where the word at the cursor ends.
  func place(below path: [CursorPlace.Step], endOfWord end: Int) -> CursorPlace? {
    guard var last = frames.last, word?.isClosed != true, !isInComment else { return nil }
    if last.isMapping {
      let isClosing = word?.isQuoted == true && end < bytes.count
      let rest = Self.scalars(bytes, from: isClosing ? end + 1 : end)
      last.scalars.merge(rest) { first, _ in first }
    }
    var path = path
    for frame in frames.dropLast() {
      path.append(frame.isMapping ? .key(frame.key ?? "", siblings: frame.scalars) : .item)
    }
    let start = word?.start ?? cursor
    var place = CursorPlace(
      path: path, role: .key, siblings: last.scalars, word: ByteSpan(UInt32(start), UInt32(cursor)),
      isQuoted: word?.isQuoted ?? false)
    if !last.isMapping {
      place.path.append(.item)
      place.role = .element
    } else if let key = last.key {
      place.path.append(.key(key, siblings: last.scalars))
      place.role = .value
      place.lacksBlank = word == nil && cursor > 0 && bytes[cursor - 1] == UInt8(ascii: ":")
    }
    return place
  }
}
