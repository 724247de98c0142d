/// How a `|` or `>` text lies in the source: head, indentation and lines.
struct BlockScalarLayout {
  /// What happens to the line breaks at the end.
  enum Chomping {
    case strip, clip, keep
  }

  /// A line with text.
  struct Line {
    /// The text behind the indentation.
    var text: Range<Int>
    /// The break that ends it; nil at the end of the source.
    var lineBreak: Int?
    /// The breaks of the empty lines behind it.
    var followingBreaks: [Int]
  }

  private(set) var chomping = Chomping.clip
  /// The indentation digit of the head; 0 where there is none.
  private(set) var explicitIndent = 0
  /// The head's end: behind `|` or `>` and its indicators.
  private(set) var headEnd: Int
  /// Columns of indentation of the lines.
  private(set) var indent = 0
  /// The breaks of the empty lines before the first line with text.
  private(set) var leadingBreaks: [Int] = []
  private(set) var lines: [Line] = []
  /// The end of the last line with text, or of the head.
  private(set) var contentEnd: Int
  /// Behind the break of the last line, empty lines included.
  private(set) var extentEnd: Int

  /// Reads the text whose head stands at `span.lowerBound`; the end of `span` is not looked at.
  init(_ bytes: Bytes, span: Range<Int>, parentIndent: Int) {
    var index = span.lowerBound + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "+") {
        chomping = .keep
      } else if byte == UInt8(ascii: "-") {
        chomping = .strip
      } else if byte >= 0x31, byte <= 0x39 {
        explicitIndent = Int(byte - 0x30)
      } else {
        break
      }
      index += 1
    }
    headEnd = index
    contentEnd = index
    index = bytes.lineEnd(from: index)
    index += bytes.breakLength(at: index)
    extentEnd = index
    indent = explicitIndent > 0 ? max(parentIndent, 0) + explicitIndent : 0
    leadingBreaks = skipEmptyLines(bytes, &index, parentIndent: parentIndent)
    while index < bytes.count, index - bytes.lineStart(of: index) == indent {
      let end = bytes.lineEnd(from: index)
      let length = bytes.breakLength(at: end)
      var line = Line(text: index..<end, lineBreak: length > 0 ? end : nil, followingBreaks: [])
      contentEnd = end
      index = end + length
      extentEnd = index
      line.followingBreaks = skipEmptyLines(bytes, &index, parentIndent: parentIndent)
      lines.append(line)
    }
  }

  /// The end of the last line with text, found from the end of the parser's token: without a look at every line unless
  /// lines of blanks stand at the end, which are text if they are longer than the indentation.
  static func contentEnd(_ bytes: Bytes, span: Range<Int>, parentIndent: Int) -> Int {
    var end = span.upperBound
    while end > span.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    // The last bytes of NEL, LS and PS may also end a character of text: then the lines are looked at.
    guard end > span.lowerBound, bytes[end - 1] > 0x20, ![0x85, 0xA8, 0xA9].contains(bytes[end - 1]) else {
      return BlockScalarLayout(bytes, span: span, parentIndent: parentIndent).contentEnd
    }
    let isHead = !bytes[span.lowerBound..<end].contains { $0 == 0x0A || $0 == 0x0D }
    return isHead ? BlockScalarLayout(bytes, span: span, parentIndent: parentIndent).contentEnd : end
  }

  private mutating func skipEmptyLines(_ bytes: Bytes, _ index: inout Int, parentIndent: Int) -> [Int] {
    var breaks: [Int] = []
    var deepest = 0
    while true {
      var column = 0
      while index < bytes.count, bytes[index] == 0x20, indent == 0 || column < indent {
        index += 1
        column += 1
      }
      deepest = max(deepest, column)
      let length = bytes.breakLength(at: index)
      if length == 0 { break }
      breaks.append(index)
      index += length
      extentEnd = index
    }
    if indent == 0 { indent = max(deepest, parentIndent + 1, 1) }
    return breaks
  }
}
