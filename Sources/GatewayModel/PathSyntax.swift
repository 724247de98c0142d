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
  /// The variables of a path in their order.
  ///
  /// What stands in braces is a variable if it is a name: letters, digits, `_`, `-` and `.`, not of digits alone. `{2}`,
  /// `{2,}` and `{2,4}` are quantifiers of a regular expression, a brace behind a backslash is itself, and what is
  /// neither says nothing here. Which characters a name may have is deduced from the published samples.
  /// - Complexity: O(n) in the length of the path.
  public static func variables(in path: some Collection<UInt8>) -> [PathVariable] {
    let bytes = Array(path)
    var result: [PathVariable] = []
    var open: Int?
    var isEscaped = false
    for (index, byte) in bytes.enumerated() {
      defer { isEscaped = byte == UInt8(ascii: "\\") && !isEscaped }
      guard !isEscaped else { continue }
      if byte == UInt8(ascii: "{") {
        open = index
      } else if byte == UInt8(ascii: "}"), let start = open {
        let name = bytes[(start + 1)..<index]
        if isName(name) {
          result.append(PathVariable(name: String(decoding: name, as: UTF8.self), range: start..<index + 1))
        }
        open = nil
      }
    }
    return result
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    var hasOtherThanDigits = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
        UInt8(ascii: "-"), UInt8(ascii: "."):
        hasOtherThanDigits = true
      default: return false
      }
    }
    return hasOtherThanDigits
  }
}

extension Part {
  /// The variables of an API's front-end path; none where the path is missing, templated, or begins with `=` or `^~`,
  /// after which no variable may stand.
  public var pathVariables: [PathVariable] {
    let path = self[.path]
    guard let text = path.scalarBytes, text.contains(UInt8(ascii: "{")), !Field.isTemplate(text),
      text.first != UInt8(ascii: "="), !text.starts(with: "^~".utf8)
    else { return [] }
    return PathSyntax.variables(in: text)
  }
}
