/// Text made fit for HTML.
enum HTMLText {
  /// A text as content or as the value of an attribute in double quotes. Control characters are made visible.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result += DisplayLine.visible(String(scalar))
      }
    }
    return result
  }

  /// A text in which what stands between backticks is code.
  static func prose(_ text: String) -> String {
    var result = ""
    for (index, piece) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      result += index % 2 == 0 ? escaped(String(piece)) : "<code>\(escaped(String(piece)))</code>"
    }
    return result
  }
}
