import Linting
import SourceText

/// Source lines with labelled spans drawn under them.
struct Excerpt {
  /// A span with its words.
  struct Label {
    var range: SourceRange
    var text: String
    var isPrimary: Bool
  }

  private let source: SourceText
  private let secrets: SecretMask
  private let labels: [Label]
  private let paint: Paint
  private let gutter: Int

  /// Lines with labels that are further apart than this are drawn with a gap.
  private static let nearLines: UInt32 = 3
  private static let widthLimit = 160

  init(_ labels: [Label], in source: SourceText, without secrets: SecretMask, gutter: Int, paint: Paint) {
    self.labels = labels.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    self.source = source
    self.secrets = secrets
    self.gutter = gutter
    self.paint = paint
  }

  /// The width of the largest line number that the labels need.
  static func gutter(for labels: [Label]) -> Int {
    String(labels.map { $0.range.start.line }.max() ?? 1).count
  }

  var text: String {
    var result = ""
    var last: UInt32?
    var index = 0
    while index < labels.count {
      let line = labels[index].range.start.line
      var next = index
      while next < labels.count, labels[next].range.start.line == line { next += 1 }
      if let last {
        if line - last > Self.nearLines {
          result += paint.dim(String(repeating: " ", count: gutter) + " …") + "\n"
        } else {
          for between in last + 1..<line { result += sourceLine(between, clip: nil).text }
        }
      }
      result += drawLine(line, Array(labels[index..<next]))
      last = line
      index = next
    }
    return result
  }

  private func blankGutter(_ sign: String = "|") -> String {
    paint.dim(String(repeating: " ", count: gutter) + " \(sign)")
  }

  private func sourceLine(_ line: UInt32, clip: Range<Int>?) -> (text: String, display: DisplayLine, shift: Int) {
    let display = DisplayLine(secrets.line(source.span(ofLine: line)))
    let number = String(line)
    let head = paint.dim(String(repeating: " ", count: gutter - number.count) + number + " |")
    let (shown, shift) = Self.clipped(display, around: clip)
    return ((shown.isEmpty ? head : head + " " + shown) + "\n", display, shift)
  }

  /// A part of a long line that shows the labels.
  private static func clipped(_ display: DisplayLine, around focus: Range<Int>?) -> (String, Int) {
    guard display.width > widthLimit else { return (display.text, 0) }
    let start = max(0, min((focus?.lowerBound ?? 0) - widthLimit / 3, display.width - widthLimit))
    var column = 0
    var shown = ""
    var firstColumn: Int?
    for character in display.text.unicodeScalars {
      let width = DisplayLine.width(of: character)
      if column >= start, column + width <= start + widthLimit {
        firstColumn = firstColumn ?? column
        shown.unicodeScalars.append(character)
      }
      column += width
    }
    let cutsLeft = start > 0
    let cutsRight = start + widthLimit < display.width
    let shift = (firstColumn ?? start) - (cutsLeft ? 1 : 0)
    return ((cutsLeft ? "…" : "") + shown + (cutsRight ? "…" : ""), shift)
  }

  private func drawLine(_ line: UInt32, _ labels: [Label]) -> String {
    let lineSpan = source.span(ofLine: line)
    let display = DisplayLine(secrets.line(lineSpan))
    let columns = labels.map { label -> Range<Int> in
      let start = display.column(at: Int(label.range.start.offset) - Int(lineSpan.start))
      let isOneLine = label.range.end.line == line
      let end = isOneLine ? display.column(at: Int(label.range.end.offset) - Int(lineSpan.start)) : display.width
      return start..<max(start + 1, end)
    }
    let primary = zip(labels, columns).first { $0.0.isPrimary }?.1 ?? columns[0]
    var (result, _, shift) = sourceLine(line, clip: primary)
    result += marks(labels, columns, shift)
    for (label, range) in zip(labels, columns).reversed().dropFirst() where !label.text.isEmpty {
      let pad = String(repeating: " ", count: max(0, range.lowerBound - shift))
      result += blankGutter() + " " + pad + paint.label(label.text, label.isPrimary) + "\n"
    }
    return result
  }

  /// The line of carets and dashes, with the words of the last label behind it.
  private func marks(_ labels: [Label], _ columns: [Range<Int>], _ shift: Int) -> String {
    let end = min(columns.map(\.upperBound).max() ?? 0, shift + Self.widthLimit + 1)
    var signs = [Character](repeating: " ", count: max(0, end - shift))
    for isPrimary in [false, true] {
      for (label, range) in zip(labels, columns) where label.isPrimary == isPrimary {
        for column in range where column - shift >= 0 && column - shift < signs.count {
          signs[column - shift] = isPrimary ? "^" : "-"
        }
      }
    }
    var line = blankGutter() + " " + paint.marks(signs)
    if let last = labels.last {
      if last.range.end.line > last.range.start.line { line += paint.label("…", last.isPrimary) }
      if !last.text.isEmpty { line += " " + paint.label(last.text, last.isPrimary) }
    }
    return line + "\n"
  }
}
