import SourceText
import YAMLDocument

/// One comment that switches rules off: `# gwlint:disable-next-line RULE[,RULE] [until=YYYY-MM-DD] -- reason`.
struct SuppressionComment: Sendable {
  enum Form: String, Sendable {
    case disableNextLine = "disable-next-line"
    case disableLine = "disable-line"
    case disable
    case enable
  }

  /// A rule name as it is written.
  struct Name: Sendable {
    let text: String
    let span: ByteSpan
  }

  let form: Form
  let names: [Name]
  /// Why; empty where nothing is said.
  let reason: String
  /// The last day on which it holds, as written: `YYYY-MM-DD`.
  let until: String?
  /// The whole comment, from its `#`.
  let span: ByteSpan

  /// Reads a comment; `nil` where it is none of ours.
  init?(_ span: ByteSpan, in source: SourceText) {
    let bytes = source.bytes
    var place = Int(span.start)
    let end = Int(span.end)
    func skipBlanks() { while place < end, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 } }
    func word(until stops: [UInt8]) -> ByteSpan {
      let start = place
      while place < end, !stops.contains(bytes[place]) { place += 1 }
      return ByteSpan(UInt32(start), UInt32(place))
    }
    let blanks: [UInt8] = [0x20, 0x09]
    while place < end, bytes[place] == UInt8(ascii: "#") { place += 1 }
    skipBlanks()
    let command = source.string(word(until: blanks))
    guard command.hasPrefix("gwlint:"), let form = Form(rawValue: String(command.dropFirst("gwlint:".count))) else {
      return nil
    }
    var names: [Name] = []
    var until: String?
    var reason = ""
    while true {
      skipBlanks()
      guard place < end else { break }
      let span = word(until: blanks + [UInt8(ascii: ",")])
      let text = source.string(span)
      if text == "--" {
        skipBlanks()
        reason = source.string(ByteSpan(UInt32(place), UInt32(end)))
        break
      }
      if text.hasPrefix("until=") {
        until = String(text.dropFirst("until=".count))
      } else if !text.isEmpty {
        names.append(Name(text: text, span: span))
      }
      if place < end, bytes[place] == UInt8(ascii: ",") { place += 1 }
    }
    self.form = form
    self.names = names
    self.reason = reason
    self.until = until
    self.span = span
  }

  /// Whether the last day, if there is one, is written as a day: `YYYY-MM-DD`.
  var hasReadableDay: Bool {
    guard let until else { return true }
    let parts = until.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }
}
