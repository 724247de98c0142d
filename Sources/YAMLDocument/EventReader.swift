import CYAML
import SourceText

/// Drives the parser over a text: what must be refused before, the event loop, and the error at its end.
enum EventReader {
  /// Reads a source into a table, with the first problem.
  static func read(_ source: SourceText, limits: Limits) -> (NodeTable, SyntaxProblem?) {
    source.bytes.withUnsafeBufferPointer { bytes in
      if let problem = obstacle(bytes, limits: limits) {
        var builder = TreeBuilder(bytes, base: 0, neutralised: [], limits: limits)
        return (builder.finish(problem), problem)
      }
      let base = bytes.byteOrderMarkLength
      let surrogates = SurrogateEscapes.offsets(bytes)
      guard !surrogates.isEmpty else {
        return run(bytes, input: Bytes(rebasing: bytes[base...]), base: base, surrogates: [], limits: limits)
      }
      var copy = source.bytes
      SurrogateEscapes.neutralise(&copy, at: surrogates)
      return copy.withUnsafeBufferPointer {
        run(bytes, input: Bytes(rebasing: $0[base...]), base: base, surrogates: surrogates, limits: limits)
      }
    }
  }

  /// What the parser must not be given.
  private static func obstacle(_ bytes: Bytes, limits: Limits) -> SyntaxProblem? {
    if bytes.count > limits.bytes {
      return SyntaxProblem(.limit(.bytes, limits.bytes), at: ByteSpan(UInt32(limits.bytes), UInt32(bytes.count)))
    }
    let head = bytes.prefix(4)
    if head.elementsEqual([0xFF, 0xFE, 0, 0]) || head.elementsEqual([0, 0, 0xFE, 0xFF]) {
      return SyntaxProblem(.encoding(.utf32), at: ByteSpan(0, 4))
    }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      return SyntaxProblem(.encoding(.utf16), at: ByteSpan(0, 2))
    }
    return Directives.firstBeyond(limits.directives, in: bytes).map { line in
      SyntaxProblem(
        .limit(.directives, limits.directives), at: ByteSpan(UInt32(line.lowerBound), UInt32(line.upperBound)))
    }
  }

  private static func run(
    _ bytes: Bytes, input: Bytes, base: Int, surrogates: [Int], limits: Limits
  ) -> (NodeTable, SyntaxProblem?) {
    var builder = TreeBuilder(bytes, base: base, neutralised: surrogates, limits: limits)
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    defer {
      parser.deallocate()
      event.deallocate()
    }
    guard yaml_parser_initialize(parser) == 1 else {
      let table = builder.finish(SyntaxProblem(.syntax("out of memory"), at: ByteSpan(0, 0), fault: .other))
      return (table, builder.problem)
    }
    defer { yaml_parser_delete(parser) }
    // The byte order mark is not handed over: with a set encoding the parser would take it for a character.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    var empty: UInt8 = 0
    return withUnsafePointer(to: &empty) { placeholder in
      yaml_parser_set_input_string(parser, input.baseAddress ?? placeholder, input.count)
      var found: SyntaxProblem?
      while true {
        guard yaml_parser_parse(parser, event) == 1 else {
          found = ParserFailure(parser.pointee, bytes, base: base, &builder).problem
          break
        }
        let isEnd = event.pointee.type == YAML_STREAM_END_EVENT
        let goesOn = builder.take(event)
        yaml_event_delete(event)
        if isEnd || !goesOn { break }
      }
      let table = builder.finish(found)
      return (table, builder.problem)
    }
  }
}

/// Finds runs of directive lines that are too long for the parser, whose time grows with their square.
enum Directives {
  /// The first `%` line that is one too many before a document.
  static func firstBeyond(_ limit: Int, in bytes: Bytes) -> Range<Int>? {
    var index = bytes.byteOrderMarkLength
    var run = 0
    var next = nextDirective(bytes, from: index)
    while let line = next {
      if !isEmptyOrComment(bytes, index..<line) { run = 0 }
      run += 1
      let end = bytes.lineEnd(from: line)
      if run > limit { return line..<end }
      index = end
      next = nextDirective(bytes, from: end)
    }
    return nil
  }

  /// The next `%` at the beginning of a line.
  private static func nextDirective(_ bytes: Bytes, from start: Int) -> Int? {
    var index = start
    while let found = bytes[index...].firstIndex(of: UInt8(ascii: "%")) {
      if bytes.isLineStart(found) { return found }
      index = found + 1
    }
    return nil
  }

  private static func isEmptyOrComment(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
    bytes.skipToToken(from: range.lowerBound) >= range.upperBound
  }
}

/// JSON writes characters beyond U+FFFF as two `\u` escapes, which the parser refuses. It is given other escapes of
/// the same length there; the value is decoded from the source afterwards.
enum SurrogateEscapes {
  /// Offsets of the backslashes of such escapes. Pairs count anywhere, single ones only where the text is JSON.
  static func offsets(_ bytes: Bytes) -> [Int] {
    let first = bytes.skipToToken(from: bytes.byteOrderMarkLength)
    let isJSON = first < bytes.count && (bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "["))
    var offsets: [Int] = []
    var index = 0
    while let found = bytes[index...].firstIndex(of: 0x5C) {
      index = found + 1
      guard index < bytes.count, bytes[index] == UInt8(ascii: "u"),
        let value = EscapeSequence.hex(bytes, at: found + 2, digits: 4, end: bytes.count), value & 0xF800 == 0xD800
      else { continue }
      let isPair =
        value & 0xFC00 == 0xD800 && found + 7 < bytes.count && bytes[found + 6] == 0x5C
        && bytes[found + 7] == UInt8(ascii: "u")
        && EscapeSequence.hex(bytes, at: found + 8, digits: 4, end: bytes.count).map { $0 & 0xFC00 == 0xDC00 } ?? false
      if isPair {
        offsets.append(found)
        offsets.append(found + 6)
        index = found + 12
      } else if isJSON {
        offsets.append(found)
      }
    }
    return offsets
  }

  /// Turns `\ud83d` into `\u083d`.
  static func neutralise(_ bytes: inout [UInt8], at offsets: [Int]) {
    for offset in offsets { bytes[offset + 2] = UInt8(ascii: "0") }
  }
}
