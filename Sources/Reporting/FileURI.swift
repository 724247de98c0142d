/// File names as URI references.
enum FileURI {
  /// Whether outputs name the file by its place on the disk, not relative to the current folder.
  static func isAbsolute(_ file: String) -> Bool { file.hasPrefix("/") }

  /// The reference to a file as outputs name it: a relative one, or `file:///…`.
  static func reference(to file: String) -> String {
    var result = isAbsolute(file) ? "file://" : ""
    for (index, segment) in file.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { result += "/" }
      // A colon in the first segment would be read as the end of a scheme.
      result += encoded(segment, keepsColon: index > 0)
    }
    return result
  }

  private static func encoded(_ segment: Substring, keepsColon: Bool) -> String {
    var result = ""
    for byte in segment.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ","),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "!"), UInt8(ascii: "$"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ":") where keepsColon: result += ":"
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}
