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
    return FaultTable.rows.filter { row in
      if let status, row.fault.status != status { return false }
      return patterns(of: row).contains { matches(Array(words.utf8), pattern: Array($0.utf8)) }
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
