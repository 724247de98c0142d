/// A variable of a path, `{name}`.
public struct PathVariable: Sendable, Hashable {
  /// Its name without braces.
  public let name: String
  /// Where it stands in the bytes of the path, braces included.
  public let range: Range<Int>
}

/// What can be told of a path from its text alone, front end and back end alike.
///
/// Source: the vendor's page on front-end paths and its console FAQ [official]; how a plain path is told from a regular
/// expression is deduced.
public enum PathSyntax {
  /// The variables of a path in their order. What stands in braces and begins with a digit is a quantifier.
  public static func variables(in path: some Collection<UInt8>) -> [PathVariable] {
    let bytes = Array(path)
    var result: [PathVariable] = []
    var open: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "{") {
        open = index
      } else if byte == UInt8(ascii: "}"), let start = open {
        let name = bytes[(start + 1)..<index]
        if let first = name.first, !(0x30...0x39).contains(first), first != UInt8(ascii: ",") {
          result.append(PathVariable(name: String(decoding: name, as: UTF8.self), range: start..<index + 1))
        }
        open = nil
      }
    }
    return result
  }

  /// Whether a front-end path is plain: neither exact (`=`) nor a priority prefix (`^~`), without variables and without
  /// the signs of a regular expression. A lone `.` is plain.
  public static func isPlain(_ path: some Collection<UInt8>) -> Bool {
    path.first != UInt8(ascii: "=") && !path.contains { isExpressionSign($0) }
  }

  private static func isExpressionSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"),
      UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "$"):
      true
    default: false
    }
  }
}
