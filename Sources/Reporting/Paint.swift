import Linting

/// Colours for a terminal, or none.
struct Paint {
  let isOn: Bool
  let severity: Severity

  private func wrap(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private var code: String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .hint: "1;36"
    }
  }

  func heading(_ text: String) -> String { wrap(text, code) }
  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "34") }
  func label(_ text: String, _ isPrimary: Bool) -> String { wrap(text, isPrimary ? code : "34") }

  func marks(_ signs: [Character]) -> String {
    guard isOn else { return String(signs) }
    var result = ""
    for (index, sign) in signs.enumerated() {
      if index == 0 || signs[index - 1] != sign, sign != " " { result += "\u{1B}[\(sign == "^" ? code : "34")m" }
      result.append(sign)
      if sign != " ", index + 1 == signs.count || signs[index + 1] != sign { result += "\u{1B}[0m" }
    }
    return result
  }

  /// A text that opens a page when clicked, on terminals that know how.
  func link(_ text: String, to url: String) -> String {
    isOn && !url.isEmpty ? "\u{1B}]8;;\(url)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\" : text
  }
}
