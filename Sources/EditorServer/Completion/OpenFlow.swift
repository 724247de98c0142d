import SourceText

/// A brace or bracket that is opened on one line of a YAML document and still open on another.
struct OpenFlow {
  /// The byte offset of the outermost one.
  let start: Int
  /// The line that it is on, counted from 0.
  let line: Int

  /// The one that is open at a cursor; `nil` where none is that was opened on a line before.
  ///
  /// One that was forgotten to be closed ends where a line stands as far left as the one that opened it: between braces
  /// and brackets, lines are deeper.
  /// - Complexity: O(n) in the number of bytes before the cursor.
  init?(at cursor: Int, onLine last: Int, in source: SourceText) {
    var number = 0
    while number < last {
      let begin = Int(source.span(ofLine: UInt32(number + 1)).start)
      let line = source.bytes[begin..<Int(source.span(ofLine: UInt32(number + 1)).end)]
      let shape = LineShape(line)
      number += 1
      if shape.isEmpty { continue }
      let base = shape.key == nil ? shape.dashes.last ?? -1 : shape.contentColumn
      let content = begin + (shape.key == nil ? shape.contentColumn : shape.valueColumn)
      guard content < line.endIndex else { continue }
      switch source.bytes[content] {
      case UInt8(ascii: "|"), UInt8(ascii: ">"):
        while number < last, Self.isInText(of: base, source, line: number) { number += 1 }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        var scan = Brackets()
        scan.read(source.bytes[content..<line.endIndex])
        let opened = number - 1
        while scan.isOpen, number <= last {
          let span = source.span(ofLine: UInt32(number + 1))
          let end = number == last ? max(Int(span.start), cursor) : Int(span.end)
          let next = source.bytes[Int(span.start)..<end]
          guard Self.continues(next, deeperThan: base) else { break }
          if number == last {
            start = content
            self.line = opened
            return
          }
          scan.read(next)
          number += 1
        }
      default: break
      }
    }
    return nil
  }

  private static func isInText(of base: Int, _ source: SourceText, line: Int) -> Bool {
    let span = source.span(ofLine: UInt32(line + 1))
    let bytes = source.bytes[Int(span.start)..<Int(span.end)]
    guard let first = bytes.firstIndex(where: { !LineShape.isBlank($0) && $0 != 0x0D }) else { return true }
    return first - bytes.startIndex > base
  }

  private static func continues(_ line: ArraySlice<UInt8>, deeperThan base: Int) -> Bool {
    guard let first = line.firstIndex(where: { !LineShape.isBlank($0) && $0 != 0x0D }) else { return true }
    if first - line.startIndex > base { return true }
    return [UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ",")].contains(line[first])
  }

  /// Counts braces and brackets outside quotes and comments.
  private struct Brackets {
    private var depth = 0
    private var quote: UInt8?
    var isOpen: Bool { depth > 0 }

    mutating func read(_ line: ArraySlice<UInt8>) {
      var place = line.startIndex
      while place < line.endIndex {
        let byte = line[place]
        defer { place += 1 }
        if let open = quote {
          if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") { place += 1 }
          if byte == open { quote = nil }
          continue
        }
        let isFirst = place == line.startIndex || LineShape.isBlank(line[place - 1])
        switch byte {
        case UInt8(ascii: "#") where isFirst: return
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          let before = place == line.startIndex ? 0x20 : line[place - 1]
          if isFirst || [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: ":")].contains(before) {
            quote = byte
          }
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          if depth == 0 { return }
        default: break
        }
      }
    }
  }
}
