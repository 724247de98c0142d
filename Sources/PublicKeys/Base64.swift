/// Base64 as people paste it: either alphabet, with or without padding, broken over lines.
public enum Base64 {
  /// A decoded text.
  public struct Decoded: Sendable, Hashable {
    /// The bytes it stands for.
    public var bytes: [UInt8]
    /// Whether it is written as base64url without padding, the only form that a JWK may use.
    public var isUnpaddedURLForm: Bool
  }

  /// Decodes a text; `nil` where it holds anything that is in neither alphabet, or ends amid a byte.
  ///
  /// Bits that are left over behind the last whole byte are ignored.
  /// - Parameter ignoresWhiteSpace: whether blanks and line ends, also those written as `\n` or `\r`, are skipped.
  public static func decode(_ text: some Sequence<UInt8>, ignoresWhiteSpace: Bool = false) -> Decoded? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var digits = 0
    var padding = 0
    var isURLForm = true
    var followsBackslash = false
    for byte in text {
      if ignoresWhiteSpace {
        if followsBackslash {
          guard byte == UInt8(ascii: "n") || byte == UInt8(ascii: "r") else { return nil }
          followsBackslash = false
          continue
        }
        if byte == UInt8(ascii: "\\") {
          followsBackslash = true
          continue
        }
        if byte.isWhiteSpace { continue }
      }
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let digit = value(of: byte) else { return nil }
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") { isURLForm = false }
      bits = bits << 6 | digit
      digits += 1
      if digits % 4 != 1 { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(6 - 2 * ((digits - 1) % 4)))) }
    }
    guard digits % 4 != 1, padding <= 2, !followsBackslash else { return nil }
    return Decoded(bytes: bytes, isUnpaddedURLForm: isURLForm && padding == 0)
  }

  /// Bytes as base64url without padding.
  public static func urlEncoded(_ bytes: some Collection<UInt8>) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 4 + 2) / 3)
    var bits: UInt32 = 0
    var waiting: UInt32 = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      waiting += 8
      while waiting >= 6 {
        waiting -= 6
        text.append(alphabet[Int(bits >> waiting & 63)])
      }
      bits &= 0xFF
    }
    if waiting > 0 { text.append(alphabet[Int(bits << (6 - waiting) & 63)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a byte is a digit of either alphabet.
  public static func isDigit(_ byte: UInt8) -> Bool { value(of: byte) != nil }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}

extension UInt8 {
  /// Blank, tab or line end.
  var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
