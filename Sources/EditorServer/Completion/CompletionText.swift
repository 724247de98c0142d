import SourceText

/// Writes candidates as the text to insert at one cursor.
struct CompletionText {
  private let place: CursorPlace
  private let isJSON: Bool
  private let takesSnippets: Bool
  private let following: UInt8?
  private let isLastOnLine: Bool
  private let indentation: String

  /// - Parameters:
  ///   - adjustsIndentation: whether the client moves the lines of an inserted text as far in as the line at the cursor.
  init(
    at place: CursorPlace, in source: SourceText, isJSON: Bool, takesSnippets: Bool, adjustsIndentation: Bool
  ) {
    self.place = place
    self.isJSON = isJSON
    self.takesSnippets = takesSnippets
    let end = Int(place.word.end)
    following = end < source.bytes.count ? source.bytes[end] : nil
    let line = source.span(ofLine: source.line(at: place.word.start))
    isLastOnLine = source.bytes[min(end, Int(line.end))..<Int(line.end)].allSatisfy { Self.isBlank($0) }
    let own = source.bytes[Int(line.start)..<Int(line.end)].prefix { LineShape.isBlank($0) }.count
    let column = place.column ?? 0
    indentation = String(repeating: " ", count: adjustsIndentation ? max(0, column - own) : column)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { LineShape.isBlank(byte) || byte == 0x0D }

  /// What to insert for a candidate.
  struct Insertion {
    var text: String
    var isSnippet = false
    /// What is replaced.
    var span: ByteSpan
    /// The text by which the client finds it, where that is not the candidate's word.
    var filter: String?
  }

  /// What to insert for a candidate; `nil` where the place has no room for it.
  func insertion(of candidate: Candidate) -> Insertion? {
    if candidate.entries.isEmpty { return simple(candidate) }
    guard place.column == nil || isLastOnLine, !place.isQuoted || isJSON else { return nil }
    var writer = EntryWriter(takesSnippets: takesSnippets)
    let style: EntryWriter.Style =
      isJSON ? .json : place.column == nil ? .flow : .block(indentation: indentation)
    var span = place.word
    var filter = candidate.word
    if place.isQuoted {
      let closes = following == UInt8(ascii: "\"")
      span = ByteSpan(span.start - 1, span.end + (closes ? 1 : 0))
      filter = "\"\(candidate.word)\""
    }
    let rest = writer.text(of: candidate.entries, style)
    guard place.role == .value else {
      return Insertion(text: rest, isSnippet: takesSnippets, span: span, filter: filter)
    }
    let separator = place.column == nil ? ", " : "\n" + indentation
    let word = (place.lacksBlank ? " " : "") + (isJSON ? "\"\(candidate.word)\"" : candidate.word)
    return Insertion(
      text: writer.literal(word) + separator + rest, isSnippet: takesSnippets, span: span, filter: filter)
  }

  private func simple(_ candidate: Candidate) -> Insertion {
    let word = candidate.word
    let isKey = candidate.kind == .key || (candidate.kind == .rule && place.role == .key)
    var insertion = Insertion(text: word, span: place.word)
    if place.isQuoted { return insertion }
    let isBare = candidate.isLiteral || Self.isPlain(word)
    let written = isJSON ? (candidate.isLiteral && !isKey ? word : "\"\(word)\"") : isBare ? word : Self.quoted(word)
    guard isKey else {
      insertion.text = (place.lacksBlank ? " " : "") + written
      return insertion
    }
    if following == UInt8(ascii: ":") {
      insertion.text = written
      return insertion
    }
    switch candidate.body {
    case .scalar: insertion.text = written + ": "
    case .mapping, .list:
      guard takesSnippets, isLastOnLine || place.column == nil else {
        insertion.text = written + (place.column == nil ? ": " : ":")
        return insertion
      }
      insertion.isSnippet = true
      let head = EntryWriter(takesSnippets: true).literal(written) + ":"
      let isList = candidate.body == .list
      insertion.text =
        place.column == nil
        ? head + (isList ? " [$0]" : " {$0\\}") : head + "\n" + indentation + (isList ? "  - $0" : "  $0")
    }
    return insertion
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Whether YAML reads the word as the text that it is, in block and flow style.
  private static func isPlain(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isAlphabetic || first == "$" || first == "/",
      !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(word.lowercased())
    else { return false }
    var last: Unicode.Scalar = " "
    for scalar in word.unicodeScalars {
      // A colon in a word is part of it: `tencentcloud:ApiGateway:Api`.
      let isSign = "-_./$&*=:".unicodeScalars.contains(scalar)
      guard scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || isSign else { return false }
      last = scalar
    }
    return last != ":"
  }
}
