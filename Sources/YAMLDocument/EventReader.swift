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
      let allowances = JSONAllowances(bytes)
      guard !allowances.isEmpty else {
        return run(bytes, input: Bytes(rebasing: bytes[base...]), base: base, surrogates: [], limits: limits)
      }
      var copy = source.bytes
      allowances.neutralise(&copy)
      return copy.withUnsafeBufferPointer {
        run(bytes, input: Bytes(rebasing: $0[base...]), base: base, surrogates: allowances.surrogates, limits: limits)
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

extension ScalarStyle {
  /// The parser's name of a style.
  init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
