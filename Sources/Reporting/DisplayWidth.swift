/// How a line of source looks on a terminal: what it prints and how many columns it takes.
struct DisplayLine {
  /// The text to print: tabs as blanks, control characters visible.
  private(set) var text = ""
  /// The terminal column at which each byte of the line begins, with the line's width behind the last.
  private(set) var columns: [Int] = []

  /// Reads a line of UTF-8.
  init(_ bytes: some Sequence<UInt8>) {
    let line = String(decoding: Array(bytes), as: UTF8.self)
    var column = 0
    for scalar in line.unicodeScalars {
      let (shown, width) = Self.shown(scalar, at: column)
      columns.append(contentsOf: repeatElement(column, count: UTF8.width(scalar)))
      text += shown
      column += width
    }
    columns.append(column)
  }

  /// The terminal column of a byte offset in the line.
  func column(at offset: Int) -> Int {
    columns[min(max(0, offset), columns.count - 1)]
  }

  /// The width of the whole line.
  var width: Int { columns.last ?? 0 }

  private static let tabWidth = 4

  private static func shown(_ scalar: Unicode.Scalar, at column: Int) -> (String, Int) {
    switch scalar.value {
    case 0x09:
      let width = tabWidth - column % tabWidth
      return (String(repeating: " ", count: width), width)
    case 0..<0x20: return (String(Unicode.Scalar(0x2400 + scalar.value)!), 1)
    case 0x7F: return ("\u{2421}", 1)
    case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0x2028, 0x2029:
      let escape = "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
      return (escape, escape.count)
    default: return (String(scalar), width(of: scalar))
    }
  }

  /// The number of terminal columns of a printable scalar: 0 for marks that combine, 2 for wide ones.
  static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1B000...0x1B2FF, 0x20000...0x3FFFD:
      return 2
    case 0x231A...0x231B, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x2705, 0x270A...0x270B,
      0x2728, 0x274C, 0x274E, 0x2753...0x2755, 0x2757, 0x2795...0x2797, 0x27B0, 0x2B1B...0x2B1C, 0x2B50, 0x2B55,
      0x1F004, 0x1F0CF, 0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F265, 0x1F300...0x1F320, 0x1F32D...0x1F335,
      0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4,
      0x1F3F8...0x1F43E, 0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F567, 0x1F57A, 0x1F595...0x1F596,
      0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC,
      0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB, 0x1F90C...0x1F9FF, 0x1FA70...0x1FAFF:
      return 2
    default: return 1
    }
  }

  /// A text that is safe to print: control characters visible.
  static func visible(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { DisplayLine($0.utf8).text }
      .joined(separator: "\n")
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x10000: 3
    default: 4
    }
  }
}

/// Texts from outside on a terminal.
public enum TerminalText {
  /// A text that is safe to print: control characters visible.
  public static func visible(_ text: String) -> String { DisplayLine.visible(text) }
}
