import PublicKeys
import SourceText

/// Finds the secrets of a text, so that a report can show its lines without giving them away: bodies of private PEM
/// blocks, private members of JWKs, private keys in base64, and the values of keys that are named for a secret.
///
/// It works on bytes and guesses by form, for any file format: a stroke too many in an excerpt harms nobody.
struct SecretMask {
  /// What must not be shown, in order and free of overlap.
  private(set) var spans: [ByteSpan] = []
  private let bytes: [UInt8]
  private let hasKeys: Bool

  /// - Complexity: O(n) in the length of the text.
  init(_ source: SourceText) {
    bytes = source.bytes
    hasKeys = Self.contains(Array("kty".utf8), bytes)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") {
        index = readValue(behind: index)
      } else if byte == UInt8(ascii: "P"), starts(Self.privateLabel, at: index), isOpening(before: index) {
        index = readBlock(behind: index + Self.privateLabel.count)
      } else if Base64.isDigit(byte) {
        index = readWord(at: index)
      } else {
        index += 1
      }
    }
  }

  /// The bytes of a line with the secrets struck out; as many as it has.
  /// - Complexity: O(log number of secrets + length of the line).
  func line(_ span: ByteSpan) -> [UInt8] {
    var line = Array(bytes[span.range])
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    for secret in spans[low...] {
      guard secret.start < span.end else { break }
      for index in max(secret.start, span.start)..<min(secret.end, span.end) {
        line[Int(index - span.start)] = UInt8(ascii: "*")
      }
    }
    return line
  }

  // MARK: Finding

  private static let privateLabel = Array("PRIVATE KEY".utf8)
  private static let dashes = Array("-----".utf8)
  private static let opening = Array("-----BEGIN ".utf8)
  /// The longest words that stand between an opening marker and the label: `ENCRYPTED `, `OPENSSH `.
  private static let longestKind = 10
  private static let shortestKey = 40

  private static func contains(_ needle: [UInt8], _ bytes: [UInt8]) -> Bool {
    guard bytes.count >= needle.count else { return false }
    for index in 0...bytes.count - needle.count
    where bytes[index] == needle[0] && bytes[index..<index + needle.count].elementsEqual(needle) {
      return true
    }
    return false
  }

  private func starts(_ text: [UInt8], at index: Int) -> Bool {
    bytes[index...].starts(with: text)
  }

  /// Whether the label that begins here stands in an opening marker, perhaps behind the kind of key.
  private func isOpening(before label: Int) -> Bool {
    (Self.opening.count...Self.opening.count + Self.longestKind).contains {
      $0 <= label && starts(Self.opening, at: label - $0)
    }
  }

  /// Strikes out all but the first characters.
  private mutating func strike(_ range: Range<Int>) {
    let shown = min(4, range.count / 4)
    guard range.count > shown else { return }
    let start = UInt32(range.lowerBound + shown)
    guard start >= spans.last?.end ?? 0 else { return }
    spans.append(ByteSpan(start, UInt32(range.upperBound)))
  }

  /// The body behind the label of a private block: base64 up to the closing marker, over any number of lines.
  private mutating func readBlock(behind label: Int) -> Int {
    guard starts(Self.dashes, at: label) else { return label }
    var index = label + Self.dashes.count
    var wordStart: Int?
    while index < bytes.count, !starts(Self.dashes, at: index) {
      let isEscape = bytes[index] == UInt8(ascii: "\\")
      if Base64.isDigit(bytes[index]) || bytes[index] == UInt8(ascii: "=") {
        wordStart = wordStart ?? index
        index += 1
        continue
      }
      if let start = wordStart { strike(start..<index) }
      wordStart = nil
      guard isEscape || Self.isBlank(bytes[index]) else { return index }
      index += isEscape ? 2 : 1
    }
    if let start = wordStart { strike(start..<index) }
    return index
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// A word of base64 that may be a private key as a whole, and the lines of base64 that follow one.
  private mutating func readWord(at start: Int) -> Int {
    var end = wordEnd(from: start)
    // A name in front of a colon is looked at from the colon.
    guard end - start >= Self.shortestKey, isPrivateKey(start..<end) else { return end }
    strike(start..<end)
    while let next = continuation(behind: end) {
      end = wordEnd(from: next)
      strike(next..<end)
    }
    return end
  }

  private func wordEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, Base64.isDigit(bytes[end]) || bytes[end] == UInt8(ascii: "=") { end += 1 }
    return end
  }

  /// Where the next line begins, if base64 is all that stands on it.
  private func continuation(behind end: Int) -> Int? {
    var index = end
    var isNextLine = false
    while index < bytes.count, Self.isBlank(bytes[index]) {
      isNextLine = isNextLine || bytes[index] == 0x0A
      index += 1
    }
    guard isNextLine, index < bytes.count, Base64.isDigit(bytes[index]) else { return nil }
    let wordEnd = wordEnd(from: index)
    return wordEnd == bytes.count || Self.isBlank(bytes[wordEnd]) ? index : nil
  }

  /// Whether a word is the beginning of a private key: binary, PEM in base64, or a JWK in base64.
  private func isPrivateKey(_ range: Range<Int>) -> Bool {
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "M"):
      guard let head = Base64.decode(bytes[range].prefix(16))?.bytes, head[0] == 0x30 else { return false }
      let header = head[1] < 0x80 ? 2 : 2 + Int(head[1] & 0x7F)
      // A private key begins with its version, 0 or 1; a public one with its algorithm or its modulus.
      return head.count > header + 2 && head[header] == 2 && head[header + 1] == 1 && head[header + 2] < 2
    case UInt8(ascii: "e"), UInt8(ascii: "L"), UInt8(ascii: "W"):
      return KeyMaterial.read(bytes[range])?.isPrivate ?? false
    default: return false
    }
  }

  /// The value behind a colon whose key is named for a secret.
  private mutating func readValue(behind colon: Int) -> Int {
    guard let name = name(before: colon), let kind = kind(of: name) else { return colon + 1 }
    var start = colon + 1
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    guard start < bytes.count else { return start }
    switch bytes[start] {
    case UInt8(ascii: "\\") where start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "\""):
      return readQuoted(from: start + 2, until: UInt8(ascii: "\\"), kind)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return readQuoted(from: start + 1, until: bytes[start], kind)
    case UInt8(ascii: "["):
      guard kind == .member else { return start }
      return readQuoted(from: start + 1, until: UInt8(ascii: "]"), .word)
    case UInt8(ascii: "{"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "#"), 0x0A, 0x0D:
      return start
    default:
      let end = plainEnd(from: start)
      strikeValue(start..<end, kind)
      return end
    }
  }

  /// The end of an unquoted value: of the line, before a comment, or where a flow collection goes on.
  private func plainEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      let isLast = end + 1 == bytes.count || Self.isBlank(bytes[end + 1])
      switch bytes[end] {
      case UInt8(ascii: "}"), UInt8(ascii: "]"): return end
      case UInt8(ascii: ",") where isLast: return end
      case 0x20 where end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "#"): return end
      default: end += 1
      }
    }
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }

  private mutating func readQuoted(from start: Int, until quote: UInt8, _ kind: Kind) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != quote {
      let isEscape = bytes[end] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
      end += isEscape ? 2 : 1
    }
    end = min(end, bytes.count)
    strikeValue(start..<end, kind)
    return min(end + 1, bytes.count)
  }

  private mutating func strikeValue(_ range: Range<Int>, _ kind: Kind) {
    let value = bytes[range]
    let isTemplate = value.starts(with: Array("${".utf8)) || value.starts(with: Array("{{".utf8))
    guard !value.isEmpty, !isTemplate, kind == .word || isNumber(value) else { return }
    strike(range)
  }

  /// Whether a value is base64 of more bytes than a word of everyday would be.
  private func isNumber(_ value: ArraySlice<UInt8>) -> Bool {
    value.count >= 6 && value.allSatisfy { Base64.isDigit($0) || $0 == UInt8(ascii: "=") }
  }

  /// What a key says of its value.
  private enum Kind {
    /// A private member of a JWK, if its value is base64.
    case member
    /// A secret of any form.
    case word
  }

  private func name(before colon: Int) -> ArraySlice<UInt8>? {
    var end = colon
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    if end > 0, bytes[end - 1] == UInt8(ascii: "\"") || bytes[end - 1] == UInt8(ascii: "'") { end -= 1 }
    if end > 0, bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
    var start = end
    while start > 0, end - start < 40, Self.isNameByte(bytes[start - 1]) { start -= 1 }
    return start < end ? bytes[start..<end] : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool { Base64.isDigit(byte) && byte != 0x2B && byte != 0x2F }

  private func kind(of name: ArraySlice<UInt8>) -> Kind? {
    if name.count <= 3 {
      return hasKeys && KeyMaterial.isPrivateMember(name) ? .member : nil
    }
    // Almost no key holds the beginning of one of the words.
    var last: UInt8 = 0
    let isSuspicious = name.contains { byte in
      defer { last = byte | 0x20 }
      return Self.beginnings.contains { $0.first == last && $0.second == byte | 0x20 }
    }
    guard isSuspicious else { return nil }
    let plain = name.lazy.filter { $0 != 0x2D && $0 != 0x5F }.map { $0 | 0x20 }
    let bytes = Array(plain)
    guard Self.secretWords.contains(where: { Self.contains($0, bytes) }) else { return nil }
    return Self.openEndings.contains { bytes.count >= $0.count && bytes.suffix($0.count).elementsEqual($0) }
      ? nil : .word
  }

  private static let secretWords = ["secret", "password", "privatekey"].map { Array($0.utf8) }
  private static let beginnings = secretWords.map { (first: $0[0], second: $0[1]) }
  /// A secret's name or id is none: `SecretName` is what the gateway calls a key pair.
  private static let openEndings = ["name", "names", "id", "ids", "type"].map { Array($0.utf8) }
}
