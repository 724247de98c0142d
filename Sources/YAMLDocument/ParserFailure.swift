import CYAML
import SourceText

/// Reads the parser's error state into a problem with a true place.
struct ParserFailure {
  let problem: SyntaxProblem

  init(_ parser: yaml_parser_t, _ bytes: Bytes, base: Int, _ builder: inout TreeBuilder) {
    let text = parser.problem.map { String(cString: $0) } ?? "unreadable"
    if parser.error == YAML_READER_ERROR {
      problem = Self.readerProblem(parser, bytes, base: base)
      return
    }
    let context = parser.context.map { String(cString: $0) } ?? ""
    var place = builder.offset(of: parser.problem_mark)
    let contextPlace = parser.context == nil ? nil : builder.offset(of: parser.context_mark)
    let fault = SyntaxFault(problem: text, context: context)
    if let contextPlace, fault.stands(atContextOf: text) { place = contextPlace }
    if place >= bytes.count { place = Self.lastCharacter(bytes) }
    let hint = SyntaxHint.find(bytes, at: place, context: contextPlace, fault: fault)
    if hint == .missingBlankAfterColon, fault == .misplacedMapping {
      place = SyntaxHint.textOfPreviousLine(bytes, before: place) ?? place
    }
    let contextSpan = contextPlace.map { Self.characterSpan(bytes, at: min($0, bytes.count)) }
    problem = SyntaxProblem(
      .syntax(text), at: Self.characterSpan(bytes, at: place), context: contextSpan, fault: fault, hint: hint)
  }

  private static func readerProblem(_ parser: yaml_parser_t, _ bytes: Bytes, base: Int) -> SyntaxProblem {
    let offset = min(base + Int(parser.problem_offset), bytes.count)
    let span = characterSpan(bytes, at: offset)
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    if problem.hasPrefix("control"), parser.problem_value >= 0 {
      return SyntaxProblem(.encoding(.forbiddenCharacter(UInt32(parser.problem_value))), at: span)
    }
    let end = min(offset + 1, bytes.count)
    return SyntaxProblem(.encoding(.invalidUTF8), at: ByteSpan(UInt32(offset), UInt32(end)))
  }

  /// The end of the text is no place to look at: the last character that is no white space is.
  private static func lastCharacter(_ bytes: Bytes) -> Int {
    var index = bytes.count
    while index > 0, bytes[index - 1] <= 0x20 { index -= 1 }
    guard index > 0 else { return bytes.count }
    index -= 1
    while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  private static func characterSpan(_ bytes: Bytes, at offset: Int) -> ByteSpan {
    var end = min(offset + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return ByteSpan(UInt32(min(offset, end)), UInt32(end))
  }
}

extension SyntaxFault {
  /// Sorts the parser's sentences.
  init(problem: String, context: String) {
    switch problem {
    case "found character that cannot start any token": self = .unexpectedCharacter
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      self = .tabIndentation
    case "found unexpected end of stream", "found unexpected document indicator": self = .unclosedQuote
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": self = .unclosedFlow
    case "could not find expected ':'": self = .missingColon
    case "mapping values are not allowed in this context", "mapping keys are not allowed in this context":
      self = .misplacedMapping
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context", "did not find expected node content":
      self = .badStructure
    case "did not find expected <document start>": self = .badDocumentStart
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      self = context.contains("quoted scalar") ? .badEscape : .badTag
    case "did not find expected comment or line break", "found an indentation indicator equal to 0":
      self = context.contains("block scalar") ? .badBlockScalarHeader : .badDirective
    case "did not find expected alphabetic or numeric character": self = .badAnchor
    default:
      if context.contains("directive") {
        self = .badDirective
      } else if context.contains("tag") || problem.contains("tag") {
        self = .badTag
      } else {
        self = problem.contains("directive") ? .badDirective : .other
      }
    }
  }

  /// Whether the beginning of the construct says more than where the parser gave up.
  func stands(atContextOf problem: String) -> Bool {
    switch self {
    case .unclosedQuote, .missingColon: true
    default: false
    }
  }
}
