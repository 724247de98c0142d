/// What a JSON text is at the place where it cannot be read on.
public enum JSONFault: Sendable, Hashable {
  /// A value is due.
  case valueExpected
  /// A member name in double quotes is due.
  case nameExpected
  /// A colon is due behind a member name.
  case colonExpected
  /// A comma or the closing bracket is due.
  case separatorExpected
  /// A text has no closing quote, a line end in it, or an escape that JSON does not know.
  case brokenText
  /// Something stands behind the end.
  case textBehindEnd
  /// Deeper than a key ever is.
  case tooDeep
}

/// A JSON value with what is asked of keys.
indirect enum JSONValue: Sendable {
  case string(String)
  case array([JSONValue])
  case object([JSONMember])
  /// A number, a truth value or null.
  case other
}

/// A member of a JSON object, and where its name and value stand.
struct JSONMember: Sendable {
  var name: String
  var value: JSONValue
  var nameRange: Range<Int>
  var valueRange: Range<Int>
}

/// Reads the small JSON texts that keys are written in. Depth is bounded; time and memory are linear in the length.
struct JSONReader {
  struct Failure: Error {
    var offset: Int
    var fault: JSONFault
  }

  private static let depthLimit = 12
  private let text: [UInt8]
  private var index = 0

  private init(_ text: [UInt8]) {
    self.text = text
  }

  /// The value that a text holds.
  static func read(_ text: [UInt8]) throws(Failure) -> JSONValue {
    var reader = JSONReader(text)
    reader.skipWhiteSpace()
    let value = try reader.value(depth: 0)
    reader.skipWhiteSpace()
    guard reader.index == text.count else { throw reader.failure(.textBehindEnd) }
    return value
  }

  private var next: UInt8? { index < text.count ? text[index] : nil }

  private func failure(_ fault: JSONFault) -> Failure { Failure(offset: index, fault: fault) }

  private mutating func skipWhiteSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
  }

  private mutating func value(depth: Int) throws(Failure) -> JSONValue {
    guard depth < Self.depthLimit else { throw failure(.tooDeep) }
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONValue {
    var members: [JSONMember] = []
    index += 1
    skipWhiteSpace()
    if next == UInt8(ascii: "}") {
      index += 1
      return .object([])
    }
    while true {
      let nameStart = index
      guard next == UInt8(ascii: "\"") else { throw failure(.nameExpected) }
      let name = try string()
      let nameRange = nameStart..<index
      skipWhiteSpace()
      guard next == UInt8(ascii: ":") else { throw failure(.colonExpected) }
      index += 1
      skipWhiteSpace()
      let valueStart = index
      let value = try value(depth: depth + 1)
      members.append(JSONMember(name: name, value: value, nameRange: nameRange, valueRange: valueStart..<index))
      guard try continues(until: UInt8(ascii: "}")) else { return .object(members) }
    }
  }

  private mutating func array(depth: Int) throws(Failure) -> JSONValue {
    var items: [JSONValue] = []
    index += 1
    skipWhiteSpace()
    if next == UInt8(ascii: "]") {
      index += 1
      return .array([])
    }
    while true {
      items.append(try value(depth: depth + 1))
      guard try continues(until: UInt8(ascii: "]")) else { return .array(items) }
    }
  }

  /// Whether a comma leads on; false at the closing bracket, which is consumed.
  private mutating func continues(until end: UInt8) throws(Failure) -> Bool {
    skipWhiteSpace()
    guard let byte = next, byte == UInt8(ascii: ",") || byte == end else { throw failure(.separatorExpected) }
    index += 1
    skipWhiteSpace()
    return byte != end
  }

  private mutating func string() throws(Failure) -> String {
    let start = index
    index += 1
    var bytes: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: try escape())
      case 0..<0x20: throw failure(.brokenText)
      default:
        bytes.append(byte)
        index += 1
      }
    }
    throw Failure(offset: start, fault: .brokenText)
  }

  private mutating func escape() throws(Failure) -> [UInt8] {
    let start = index
    guard index + 1 < text.count else { throw failure(.brokenText) }
    let letter = text[index + 1]
    index += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      guard let scalar = codePoint() else { throw Failure(offset: start, fault: .brokenText) }
      return Array(String(scalar).utf8)
    default: throw Failure(offset: start, fault: .brokenText)
    }
  }

  /// The character behind `\u`; half of a surrogate pair alone is the replacement character.
  private mutating func codePoint() -> Unicode.Scalar? {
    guard let first = codeUnit() else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let back = index
    guard text[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return "\u{FFFD}" }
    index += 2
    guard let second = codeUnit(), (0xDC00..<0xE000).contains(second) else {
      index = back
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func codeUnit() -> UInt32? {
    guard index + 4 <= text.count else { return nil }
    var value: UInt32 = 0
    for byte in text[index..<index + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    index += 4
    return value
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(Failure) -> JSONValue {
    let start = index
    while let byte = next, byte.isWordByte { index += 1 }
    let word = String(decoding: text[start..<index], as: UTF8.self)
    guard word == "true" || word == "false" || word == "null" || Self.isNumber(word) else {
      throw Failure(offset: start, fault: .valueExpected)
    }
    return .other
  }

  private static func isNumber(_ word: String) -> Bool {
    guard let last = word.utf8.last, (0x30...0x39).contains(last) else { return false }
    let digits = word.hasPrefix("-") ? word.dropFirst() : word[...]
    guard let first = digits.utf8.first, (0x30...0x39).contains(first) else { return false }
    return Double(word) != nil
      && !(first == 0x30 && digits.utf8.dropFirst().first.map { (0x30...0x39).contains($0) } == true)
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
