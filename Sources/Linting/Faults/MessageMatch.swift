import GatewayModel

/// Finds the rows of the error table that a message from a log or a response stands for.
public enum MessageMatch {
  /// The rows whose message, with its variable parts filled in, is `text`; in the order of the table.
  ///
  /// A status in front, quotes, the JSON body around the message, escaped slashes, case and a full stop at the end do
  /// not matter.
  /// - Complexity: O(rows × length²) at worst; texts longer than 2,000 characters match nothing.
  public static func rows(matching text: String) -> [FaultRow] {
    let (status, words) = plain(text)
    guard !words.isEmpty, words.utf8.count <= 2_000 else { return [] }
    let text = Array(words.utf8)
    return table.compactMap { row, patterns in
      if let status, row.fault.status != status { return nil }
      return patterns.contains { matches(text, pattern: $0) } ? row : nil
    }
  }

  /// The rows of the table with the forms that their messages have.
  private static let table: [(row: FaultRow, patterns: [[UInt8]])] = FaultTable.rows.map { row in
    (row, patterns(of: row).map { Array($0.utf8) })
  }

  /// The rows whose message stands anywhere in a line, as in the log of a client: where one message is part of another,
  /// only the longer. A short message counts only beside its status: its words are found in other logs as well.
  /// - Parameter line: UTF-8; slashes may be escaped, as JSON does it.
  /// - Complexity: O(rows × length).
  public static func rows(mentionedIn line: some Collection<UInt8>) -> [FaultRow] {
    let text = searchable(line)
    var longest = 0
    var found: [FaultRow] = []
    for (row, pieces) in mentions where pieces.isIn(text) {
      guard pieces.length >= Self.tellingLength || text.holdsNumber(row.fault.status) else { continue }
      if pieces.length > longest { found = [] }
      if pieces.length >= longest { found.append(row) }
      longest = max(longest, pieces.length)
    }
    return found.count > 1 ? found.filter { text.holdsNumber($0.fault.status) }.nonEmpty ?? found : found
  }

  private static let tellingLength = 20

  /// In lower case, without the backslashes of escaped slashes.
  private static func searchable(_ line: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(line.count)
    for byte in line {
      if byte == UInt8(ascii: "/"), text.last == UInt8(ascii: "\\") { text.removeLast() }
      text.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
    }
    return text
  }

  /// The messages of the table as the texts around their variable parts.
  private static let mentions: [(row: FaultRow, pieces: Pieces)] = table.flatMap { row, patterns in
    patterns.map { (row, Pieces($0)) }
  }

  private struct Pieces: Sendable {
    let texts: [[UInt8]]
    let length: Int

    init(_ pattern: [UInt8]) {
      texts = pattern.split(separator: UInt8(ascii: "*")).map { Array($0) }
      length = texts.reduce(0) { $0 + $1.count }
    }

    /// Whether the texts stand in a line one behind the other.
    func isIn(_ line: [UInt8]) -> Bool {
      var start = 0
      for text in texts {
        guard let place = line.firstIndex(of: text, from: start) else { return false }
        start = place + text.count
      }
      return true
    }
  }

  /// The message without what logs and responses put around it, and the status in front of it.
  private static func plain(_ text: String) -> (status: UInt16?, words: String) {
    var words = text.trimmingWhitespace().replacing("\\/", "/")
    if words.hasPrefix("{"), let start = words.range(ofMember: "message") {
      words = String(words[start...].prefix { $0 != "\"" })
    }
    var status: UInt16?
    let head = words.prefix { $0.isNumber }
    if head.count == 3, let number = UInt16(head), words.dropFirst(3).first?.isWhitespace ?? false {
      status = number
      words = String(words.dropFirst(3)).trimmingWhitespace()
    }
    if words.count > 1, let quote = words.first, "\"'`".contains(quote), words.last == quote {
      words = String(words.dropFirst().dropLast()).trimmingWhitespace()
    }
    return (status, folded(words))
  }

  private static func patterns(of row: FaultRow) -> [String] {
    var message = row.fault.message
    for variable in ["$host", "$env_mapping", "$uri"] { message = message.replacing(variable, "*") }
    if message.split(separator: " ").contains("xxx") { message = message.replacing("xxx", "*") }
    return ([message] + row.otherWordings).map { folded($0) }
  }

  /// In lower case, with single blanks and without a full stop at the end.
  private static func folded(_ text: String) -> String {
    var words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while words.last == "." || words.last == "。" { words.removeLast() }
    return words
  }

  /// Whether a text has the form of a pattern in which `*` stands for one or more bytes.
  private static func matches(_ text: [UInt8], pattern: [UInt8]) -> Bool {
    let star = UInt8(ascii: "*")
    var textIndex = 0
    var patternIndex = 0
    var retry: (pattern: Int, text: Int)?
    while textIndex < text.count {
      if patternIndex < pattern.count, pattern[patternIndex] == star {
        retry = (patternIndex + 1, textIndex + 1)
        patternIndex += 1
        textIndex += 1
      } else if patternIndex < pattern.count, pattern[patternIndex] == text[textIndex] {
        patternIndex += 1
        textIndex += 1
      } else if let last = retry {
        retry = (last.pattern, last.text + 1)
        patternIndex = last.pattern
        textIndex = last.text + 1
      } else {
        return false
      }
    }
    return textIndex == text.count && patternIndex == pattern.count
  }
}

extension [UInt8] {
  fileprivate func firstIndex(of text: [UInt8], from start: Int) -> Int? {
    guard let first = text.first, count - start >= text.count else { return nil }
    var index = start
    while index <= count - text.count, let place = self[index...(count - text.count)].firstIndex(of: first) {
      if self[place..<place + text.count].elementsEqual(text) { return place }
      index = place + 1
    }
    return nil
  }

  /// Whether a number stands in a text as a word of its own.
  fileprivate func holdsNumber(_ number: UInt16) -> Bool {
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    return split { !isDigit($0) }.contains { $0.elementsEqual(String(number).utf8) }
  }
}

extension [FaultRow] {
  fileprivate var nonEmpty: [FaultRow]? { isEmpty ? nil : self }
}

extension String {
  fileprivate func trimmingWhitespace() -> String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  fileprivate func replacing(_ part: String, _ replacement: String) -> String {
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(part) {
        result += replacement
        rest = rest.dropFirst(part.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  /// Where the text of a JSON member begins.
  fileprivate func range(ofMember name: String) -> Index? {
    var rest = self[...]
    let key = "\"\(name)\""
    while !rest.isEmpty, !rest.hasPrefix(key) { rest.removeFirst() }
    guard !rest.isEmpty else { return nil }
    rest = rest.dropFirst(key.count)
    while let sign = rest.first, sign == ":" || sign.isWhitespace { rest.removeFirst() }
    return rest.first == "\"" ? rest.index(after: rest.startIndex) : nil
  }
}
