public import Linting
import SourceText
import YAMLDocument

/// One comment that switches rules off: `# gwlint:disable-next-line RULE[,RULE] [until=YYYY-MM-DD] -- reason`.
struct SuppressionComment: Sendable {
  typealias Form = SuppressionForm

  /// A word of the comment.
  struct Word: Sendable {
    let text: String
    let span: ByteSpan
  }

  /// What it does; `nil` where the word behind `gwlint:` is none of the forms.
  let form: Form?
  /// The word behind `gwlint:`.
  let command: Word
  /// The rules it names.
  let names: [Word]
  /// Why; empty where nothing is said.
  let reason: String
  /// The last day on which it holds, as written behind `until=`.
  let until: Word?
  /// The whole comment, from its `#`.
  let span: ByteSpan

  private static let prefix = "gwlint:"

  /// Reads a comment; `nil` where it is none of ours.
  init?(_ span: ByteSpan, in source: SourceText) {
    var reader = WordReader(bytes: source.bytes, place: Int(span.start), end: Int(span.end))
    while reader.place < reader.end, source.bytes[reader.place] == UInt8(ascii: "#") { reader.place += 1 }
    let first = reader.word(endingAtComma: false)
    let firstText = source.string(first)
    guard firstText.hasPrefix(Self.prefix) else { return nil }
    var command = Word(
      text: String(firstText.dropFirst(Self.prefix.count)),
      span: ByteSpan(first.start + UInt32(Self.prefix.utf8.count), first.end))
    if command.text.isEmpty {
      // A blank behind the colon is forgiven where no prose could be meant.
      let next = reader.word(endingAtComma: false)
      let text = source.string(next)
      guard text == Form.disableNextLine.rawValue || text == Form.disableLine.rawValue else { return nil }
      command = Word(text: text, span: next)
    }
    var names: [Word] = []
    var until: Word?
    var reason = ""
    while let word = reader.nextWord() {
      let text = source.string(word)
      if text == "--" {
        reason = source.string(reader.rest())
        break
      }
      if text.hasPrefix("until=") {
        until = Word(
          text: String(text.dropFirst("until=".count)), span: ByteSpan(word.start + UInt32("until=".count), word.end))
      } else if !text.isEmpty {
        names.append(Word(text: text, span: word))
      }
    }
    form = Form(rawValue: command.text)
    self.command = command
    self.names = names
    self.reason = reason
    self.until = until
    self.span = span
  }

  /// Whether a text is a day that exists, as `YYYY-MM-DD`.
  static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }
}

/// The forms of a suppression, by the word behind `gwlint:`.
public enum SuppressionForm: String, Sendable, CaseIterable {
  case disableNextLine = "disable-next-line"
  case disableLine = "disable-line"
  case disable
  case enable

  /// What a comment of this form does.
  public var summary: Text {
    switch self {
    case .disableNextLine: Text(en: "Suppresses rules in the node that begins next.", zh: "对接下来的节点抑制规则。")
    case .disableLine: Text(en: "Suppresses rules on this line.", zh: "对本行抑制规则。")
    case .disable:
      Text(en: "Suppresses rules until the end of the file or `enable`.", zh: "抑制规则，直到文件末尾或 `enable`。")
    case .enable: Text(en: "Ends what `disable` began.", zh: "结束 `disable` 的抑制。")
    }
  }
}

/// Splits a comment into words at blanks and commas.
private struct WordReader {
  let bytes: [UInt8]
  var place: Int
  let end: Int

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private mutating func skipBlanks() {
    while place < end, isBlank(bytes[place]) { place += 1 }
  }

  mutating func word(endingAtComma: Bool) -> ByteSpan {
    skipBlanks()
    let start = place
    while place < end, !isBlank(bytes[place]), !endingAtComma || bytes[place] != UInt8(ascii: ",") { place += 1 }
    return ByteSpan(UInt32(start), UInt32(place))
  }

  /// The next word, which may be empty beside a comma; `nil` at the end.
  mutating func nextWord() -> ByteSpan? {
    skipBlanks()
    guard place < end else { return nil }
    let span = word(endingAtComma: true)
    if place < end, bytes[place] == UInt8(ascii: ",") { place += 1 }
    return span
  }

  mutating func rest() -> ByteSpan {
    skipBlanks()
    var last = end
    while last > place, isBlank(bytes[last - 1]) { last -= 1 }
    return ByteSpan(UInt32(place), UInt32(last))
  }
}
