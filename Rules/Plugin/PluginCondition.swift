/// A reference to a part of the request in a plugin's condition.
struct ConditionReference: Hashable {
  /// Where the value is taken from.
  enum Source: Hashable {
    case header
    case query
  }

  let source: Source
  let name: String
}

/// What a condition of a Routing or TrafficControlByParameter plugin looks at.
///
/// Source: the page on conditional routing: `header.<name>`, `query.<name>`, `path`; positions without regard to case,
/// names with it [official].
struct PluginCondition {
  /// The parameters that it names, each once.
  private(set) var references: [ConditionReference] = []
  /// Texts that it compares the path with.
  private(set) var pathConstants: [String] = []

  /// - Complexity: O(n).
  init(_ text: String) {
    let bytes = Array(text.utf8)
    var index = 0
    var comparesPath = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != byte { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
        let end = min(index, bytes.count)
        if comparesPath { pathConstants.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
        comparesPath = false
        index = min(end + 1, bytes.count)
      } else if Self.isWordByte(byte) {
        let start = index
        while index < bytes.count, Self.isWordByte(bytes[index]) { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        comparesPath = word.lowercased() == "path" && Self.isEquality(bytes[index...])
        add(word)
      } else {
        index += 1
      }
    }
  }

  private static func isEquality(_ rest: ArraySlice<UInt8>) -> Bool {
    let operation = rest.drop { $0 == 0x20 }.prefix { !Self.isWordByte($0) && $0 != 0x20 && $0 != 0x22 && $0 != 0x27 }
    return operation.elementsEqual("=".utf8) || operation.elementsEqual("==".utf8) || operation.elementsEqual("!=".utf8)
  }

  private mutating func add(_ word: String) {
    let pieces = word.split(separator: ".", maxSplits: 1)
    guard pieces.count == 2 else { return }
    let source: ConditionReference.Source
    switch pieces[0].lowercased() {
    case "header": source = .header
    case "query": source = .query
    default: return
    }
    let reference = ConditionReference(source: source, name: String(pieces[1]))
    if !references.contains(reference) { references.append(reference) }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: byte >= 0x80
    }
  }
}
