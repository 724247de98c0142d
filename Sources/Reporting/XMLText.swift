/// Text made fit for XML 1.0.
public enum XMLText {
  /// A text as the value of an attribute, in quotes.
  public static func attribute(_ text: String) -> String { "\"" + escaped(text, inAttribute: true) + "\"" }

  /// A text as the content of an element.
  public static func content(_ text: String) -> String { escaped(text, inAttribute: false) }

  /// Signs of markup become references. A `>` is one as well, so that no `]]>` is left. What XML cannot hold at all is
  /// shown as U+FFFD.
  private static func escaped(_ text: String, inAttribute: Bool) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22: result += "&quot;"
      case 0x09, 0x0A, 0x0D:
        if inAttribute || scalar == "\r" {
          result += "&#\(scalar.value);"
        } else {
          result.unicodeScalars.append(scalar)
        }
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
