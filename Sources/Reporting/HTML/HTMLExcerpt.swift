import Linting
import SourceText

/// Source lines around a place, the place itself marked.
struct HTMLExcerpt {
  private let source: SourceText
  private let secrets: SecretMask
  private let range: SourceRange

  /// Lines shown before and behind the first line of the place.
  private static let context: UInt32 = 1
  /// Longer lines are cut.
  private static let lengthLimit = 400

  init(_ source: SourceText, _ range: SourceRange, without secrets: SecretMask) {
    self.source = source
    self.secrets = secrets
    self.range = range
  }

  var html: String {
    let first = max(1, range.start.line - min(Self.context, range.start.line - 1))
    let last = min(UInt32(source.lineCount), range.start.line + Self.context)
    var lines = ""
    for line in first...max(first, last) {
      lines += "<span class=\"ln\" aria-hidden=\"true\">\(line)</span>\(content(of: line))\n"
    }
    return "<pre class=\"src\">\(lines)</pre>"
  }

  private func content(of line: UInt32) -> String {
    let span = source.span(ofLine: line)
    let limit = UInt32(Self.lengthLimit)
    let end = cut(min(span.end, span.start + limit), from: span.start)
    let tail = end < span.end ? "…" : ""
    guard line == range.start.line else { return escaped(span.start, end) + tail }
    let start = min(max(range.start.offset, span.start), end)
    let stop = range.end.line == line ? min(max(range.end.offset, start), end) : end
    let marked = start == stop ? " " : escaped(start, stop)
    return escaped(span.start, start) + "<mark>\(marked)</mark>" + escaped(stop, end) + tail
  }

  /// The beginning of the character that an offset stands in.
  private func cut(_ offset: UInt32, from start: UInt32) -> UInt32 {
    var offset = offset
    while offset > start, Int(offset) < source.bytes.count, source.bytes[Int(offset)] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private func escaped(_ start: UInt32, _ end: UInt32) -> String {
    HTMLText.escaped(String(decoding: secrets.line(ByteSpan(start, end)), as: UTF8.self))
  }
}
