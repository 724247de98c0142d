/// Finds the usual accident behind a syntax error.
extension SyntaxHint {
  static func find(_ bytes: Bytes, at place: Int, context: Int?, fault: SyntaxFault) -> SyntaxHint? {
    guard place < bytes.count else { return nil }
    if let conflict = conflictMark(bytes, at: place) { return conflict }
    switch fault {
    case .unexpectedCharacter, .badAnchor, .badTag, .badDirective:
      return indicator(bytes, at: place, context: context)
    case .tabIndentation: return .tabIndentation
    case .unclosedQuote: return .unclosedQuote
    case .badEscape: return .backslashInDoubleQuotes
    case .missingColon: return missingColon(bytes, at: place)
    case .misplacedMapping: return misplacedMapping(bytes, at: place)
    case .badStructure, .unclosedFlow: return structure(bytes, at: place)
    default: return nil
    }
  }

  /// Where the line before begins: one like `key:value` is read as text, and the next key cannot follow.
  static func textOfPreviousLine(_ bytes: Bytes, before place: Int) -> Int? {
    previousLine(bytes, before: bytes.lineStart(of: place)).map { bytes.skipBlanks(from: $0.lowerBound) }
  }

  private static func conflictMark(_ bytes: Bytes, at place: Int) -> SyntaxHint? {
    for offset in [place, max(0, place - 1)] {
      let start = bytes.lineStart(of: offset)
      guard start + 7 <= bytes.count else { continue }
      let head = bytes[start..<start + 7]
      for mark in [UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">")] where head.allSatisfy({ $0 == mark }) {
        return .mergeConflict
      }
    }
    return nil
  }

  private static func indicator(_ bytes: Bytes, at place: Int, context: Int?) -> SyntaxHint? {
    let start = context.map { min($0, place) } ?? place
    switch bytes[start] {
    case UInt8(ascii: "@"): return .unquotedAt
    case UInt8(ascii: "`"): return .unquotedBacktick
    case UInt8(ascii: "*"): return .unquotedAsterisk
    case UInt8(ascii: "&"): return .unquotedAmpersand
    case UInt8(ascii: "%"): return .unquotedPercent
    case UInt8(ascii: "!"): return .unquotedExclamation
    case 0x09: return .tabIndentation
    default: return start == place ? nil : indicator(bytes, at: place, context: nil)
    }
  }

  /// A key line without `: `.
  private static func missingColon(_ bytes: Bytes, at place: Int) -> SyntaxHint? {
    let end = bytes.lineEnd(from: place)
    guard let colon = bytes[place..<end].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let isURL = colon + 2 < end && bytes[colon + 1] == UInt8(ascii: "/") && bytes[colon + 2] == UInt8(ascii: "/")
    return colon + 1 < end && !isURL ? .missingBlankAfterColon : nil
  }

  private static func misplacedMapping(_ bytes: Bytes, at place: Int) -> SyntaxHint? {
    let start = bytes.lineStart(of: place)
    if bytes[start..<place].contains(where: { $0 == 0x09 }), bytes.skipBlanks(from: start) >= place {
      return .tabIndentation
    }
    if firstColon(bytes, start..<place) != nil { return .unquotedColon }
    guard let previous = previousLine(bytes, before: start) else { return nil }
    let text = bytes.skipBlanks(from: previous.lowerBound)
    if bytes[previous.lowerBound..<text].contains(0x09) || bytes[start..<bytes.skipBlanks(from: start)].contains(0x09) {
      return .tabIndentation
    }
    let isDeeper = bytes.skipBlanks(from: start) - start > text - previous.lowerBound
    if firstColon(bytes, previous) != nil { return isDeeper ? .indentedUnderScalar : nil }
    return bytes[previous].contains(UInt8(ascii: ":")) ? .missingBlankAfterColon : nil
  }

  private static func structure(_ bytes: Bytes, at place: Int) -> SyntaxHint? {
    let start = bytes.lineStart(of: place)
    let indentEnd = bytes.skipBlanks(from: start)
    if bytes[start..<indentEnd].contains(0x09) { return .tabIndentation }
    let before = bytes[start..<place].last { $0 != 0x20 && $0 != 0x09 }
    if before == UInt8(ascii: "}") { return .unquotedTemplate }
    if before == 0x22 || before == 0x27 { return .textAfterQuote }
    if place > indentEnd || bytes[place] == UInt8(ascii: "%") {
      return bytes[place] == UInt8(ascii: "%") ? .unquotedPercent : nil
    }
    guard let previous = previousLine(bytes, before: start), firstColon(bytes, previous) != nil else { return nil }
    let isDeeper = indentEnd - start > bytes.skipBlanks(from: previous.lowerBound) - previous.lowerBound
    return isDeeper ? .indentedUnderScalar : nil
  }

  /// The first colon in the range that a blank follows.
  private static func firstColon(_ bytes: Bytes, _ range: Range<Int>) -> Int? {
    range.first { bytes[$0] == UInt8(ascii: ":") && bytes.isBlank(at: $0 + 1) }
  }

  /// The line before, empty ones and comments passed over.
  private static func previousLine(_ bytes: Bytes, before start: Int) -> Range<Int>? {
    var start = start
    while start > bytes.byteOrderMarkLength {
      let end = start - 1
      let line = bytes.lineStart(of: end)
      let textEnd = bytes.lineEnd(from: line)
      let text = bytes.skipBlanks(from: line)
      if text < textEnd, bytes[text] != UInt8(ascii: "#") { return line..<textEnd }
      guard line < start else { return nil }
      start = line
    }
    return nil
  }
}
