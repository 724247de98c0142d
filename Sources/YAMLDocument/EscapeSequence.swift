/// The backslash escapes of double-quoted scalars.
enum EscapeSequence {
  /// The bytes that the escape at `index` stands for, and its length. A pair of surrogates is one escape of 12 bytes.
  static func decode(_ bytes: Bytes, at index: Int, end: Int) -> (value: [UInt8], length: Int) {
    guard index + 1 < end else { return ([0x5C], 1) }
    switch bytes[index + 1] {
    case UInt8(ascii: "0"): return ([0], 2)
    case UInt8(ascii: "a"): return ([7], 2)
    case UInt8(ascii: "b"): return ([8], 2)
    case UInt8(ascii: "t"), 0x09: return ([9], 2)
    case UInt8(ascii: "n"): return ([10], 2)
    case UInt8(ascii: "v"): return ([11], 2)
    case UInt8(ascii: "f"): return ([12], 2)
    case UInt8(ascii: "r"): return ([13], 2)
    case UInt8(ascii: "e"): return ([27], 2)
    case UInt8(ascii: "N"): return ([0xC2, 0x85], 2)
    case UInt8(ascii: "_"): return ([0xC2, 0xA0], 2)
    case UInt8(ascii: "L"): return ([0xE2, 0x80, 0xA8], 2)
    case UInt8(ascii: "P"): return ([0xE2, 0x80, 0xA9], 2)
    case UInt8(ascii: "x"): return (utf8(hex(bytes, at: index + 2, digits: 2, end: end)), 4)
    case UInt8(ascii: "U"): return (utf8(hex(bytes, at: index + 2, digits: 8, end: end)), 10)
    case UInt8(ascii: "u"):
      let first = hex(bytes, at: index + 2, digits: 4, end: end)
      if let first, first & 0xFC00 == 0xD800, index + 12 <= end, bytes[index + 6] == 0x5C,
        bytes[index + 7] == UInt8(ascii: "u"), let second = hex(bytes, at: index + 8, digits: 4, end: end),
        second & 0xFC00 == 0xDC00
      {
        return (utf8(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF), 12)
      }
      return (utf8(first), 6)
    default:
      return ([bytes[index + 1]], 2)
    }
  }

  /// The number written with exactly `digits` hexadecimal digits at `index`.
  static func hex(_ bytes: Bytes, at index: Int, digits: Int, end: Int) -> UInt32? {
    guard index + digits <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<index + digits] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private static func utf8(_ codePoint: UInt32?) -> [UInt8] {
    let scalar = codePoint.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    return Array(String(Character(scalar)).utf8)
  }
}
