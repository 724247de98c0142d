/// Writes texts as scalars on one line, in the plainest form that every reader takes for the same text.
enum ScalarWriter {
  /// Where a scalar is to stand.
  enum Place {
    case block, flow, json
  }

  /// A text as a scalar.
  /// - Parameter style: the form that is tried first; block forms count as plain.
  static func text(_ value: String, like style: ScalarStyle = .plain, in place: Place) -> String {
    if place == .json || style == .doubleQuoted { return doubleQuoted(value) }
    if style != .singleQuoted, isPlain(value, inFlow: place == .flow) { return value }
    return isSingleLine(value)
      ? "'"
        + value.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'" : doubleQuoted(value)
  }

  /// A text in double quotes, with escapes that YAML and JSON share.
  static func doubleQuoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if isPrintable(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
      }
    }
    return result + "\""
  }

  /// Whether a character may stand in a text as it is: no control character, line break of Unicode, byte order mark or
  /// character that is none.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func isSingleLine(_ value: String) -> Bool {
    value.unicodeScalars.allSatisfy(isPrintable)
  }

  /// Whether a text can stand without quotes and is read as that text by readers of YAML 1.1 and 1.2 alike.
  static func isPlain(_ value: String, inFlow: Bool) -> Bool {
    let bytes = Array(value.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 900 else { return false }
    guard first != 0x20, last != 0x20, last != UInt8(ascii: ":"), isSingleLine(value) else { return false }
    if ",[]{}#&*!|>'\"%@`".utf8.contains(first) { return false }
    if "-?:".utf8.contains(first) {
      if inFlow, first != UInt8(ascii: "-") { return false }
      guard bytes.count > 1, bytes[1] != 0x20, !",[]{}".utf8.contains(bytes[1]) else { return false }
    }
    if value.hasPrefix("---") || value.hasPrefix("...") { return false }
    for index in 1..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "#") where bytes[index - 1] == 0x20: return false
      case 0x20 where bytes[index - 1] == UInt8(ascii: ":"): return false
      case UInt8(ascii: "?") where inFlow && bytes[index - 1] == UInt8(ascii: ":"): return false
      default: break
      }
    }
    if inFlow, bytes.contains(where: { ",[]{}".utf8.contains($0) }) { return false }
    return isReadAsText(value, bytes)
  }

  private static func isReadAsText(_ value: String, _ bytes: [UInt8]) -> Bool {
    guard ScalarSchema.core.resolve(value) == .string, ScalarSchema.yaml11.resolve(value) == .string else {
      return false
    }
    if ["y", "n", "Y", "N", "=", "<<"].contains(value) { return false }
    let looksLikeDate =
      bytes.count >= 8 && bytes[..<4].allSatisfy { 0x30...0x39 ~= $0 } && bytes[4] == UInt8(ascii: "-")
    return !looksLikeDate
  }
}
