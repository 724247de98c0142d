import GatewayModel
import SourceText
import YAMLDocument

/// Slips of the keyboard that leave a file readable, but with other values than were meant.
extension ModelBuilder {
  /// Where a mapping of one bare word is taken for a placeholder that should be quoted.
  enum PlaceholderSearch {
    /// At every value but those of keys that hold mappings.
    case everywhere
    /// At the values of fields that are texts.
    case inTexts
  }

  /// Notes the accidents in the whole file, once all parts are read.
  /// - Parameters:
  ///   - variables: whether the tool fills in the variables of serverless components, and no others.
  ///   - booleans: whether the tool reads words that look like misspelled truth values as texts.
  ///   - placeholders: where unquoted placeholders are looked for.
  /// - Complexity: O(n) in the number of bytes; the nodes are walked only where the bytes show a sign of an accident.
  func noteAccidents(variables: Bool, booleans: Bool, placeholders search: PlaceholderSearch = .everywhere) {
    guard let root = yaml.roots.first else { return }
    let placeholders = search == .everywhere
    if !placeholders { notePlaceholdersInTexts() }
    let signs = AccidentSigns(in: yaml.source.bytes)
    guard booleans || placeholders || variables || signs.hasGluedMark || signs.hasGluedDash else { return }
    let accidents = ScalarAccidents(yaml: yaml)
    for index in root.rawValue..<UInt32(yaml.nodeCount) {
      let node = NodeID(rawValue: index)
      guard !yaml.isKey(node) else { continue }
      switch yaml.kind(node) {
      case .scalar:
        if yaml.style(node) == .plain {
          if signs.hasGluedMark, accidents.hasGluedComment(node) { note(.gluedComment, key: node, value: node) }
          if signs.hasGluedDash, accidents.hasGluedDash(node) { note(.gluedDash, key: node, value: node) }
          if booleans, accidents.isMisspelledBoolean(node) { note(.misspelledBoolean, key: node, value: node) }
        }
        if variables, accidents.hasForeignVariable(node) { note(.unresolvedVariable, key: node, value: node) }
      case .mapping:
        if placeholders, accidents.isFlowPlaceholder(node), !accidents.wantsMapping(node) {
          note(.flowPlaceholder, key: node, value: node)
        }
      case .sequence, .alias: break
      }
    }
  }

  private func notePlaceholdersInTexts() {
    let accidents = ScalarAccidents(yaml: yaml)
    var seen: Set<NodeID> = []
    for node in mappingsInPlaceOfTexts where accidents.isFlowPlaceholder(node) && seen.insert(node).inserted {
      note(.flowPlaceholder, key: node, value: node)
    }
  }
}

/// What one pass over the bytes of a file shows, so that most files need no look at their scalars.
private struct AccidentSigns {
  /// Whether a `#` follows something other than a blank or a line break.
  private(set) var hasGluedMark = false
  /// Whether a line begins with a dash that is glued to a word.
  private(set) var hasGluedDash = false

  init(in bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      // Few bytes are one of the two: nothing is asked of the others.
      for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "#"):
          if index > 0, bytes[index - 1] > 0x20 { hasGluedMark = true }
        case UInt8(ascii: "-"):
          guard index + 1 < bytes.count, bytes[index + 1] > 0x20, bytes[index + 1] != UInt8(ascii: "-") else { break }
          if Self.isFirstOfLine(index, in: bytes) { hasGluedDash = true }
        default: break
        }
      }
    }
  }

  private static func isFirstOfLine(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = bytes[..<index].last { $0 != 0x20 && $0 != 0x09 }
    return before == nil || before == 0x0A || before == 0x0D
  }
}

/// Tells accidents from what only looks like them.
struct ScalarAccidents {
  let yaml: YAMLDocument

  // MARK: Comments and dashes

  /// Whether a plain scalar is a word with `#` and a remark behind it: a comment needs a blank before it.
  ///
  /// Paths with an environment (`/a#release`), URLs and prose are none, nor is the name of a language (`C#`).
  func hasGluedComment(_ node: NodeID) -> Bool {
    let bytes = yaml.scalar(node)
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "#")) else { return false }
    let head = bytes[..<mark]
    guard head.count > 1, head.allSatisfy({ $0 > 0x20 && $0 < 0x80 }), head.first != UInt8(ascii: "/"),
      !contains("://", in: head), !isProse(node)
    else { return false }
    return bytes[(mark + 1)...].contains { $0 == 0x20 || isLeadOfIdeograph($0) }
  }

  private func isLeadOfIdeograph(_ byte: UInt8) -> Bool { (0xE3...0xED).contains(byte) || byte == 0xEF }

  /// Whether the scalar stands behind a key whose values are sentences.
  private func isProse(_ node: NodeID) -> Bool {
    guard let key = yaml.keyNode(ofValue: node) else { return false }
    return Self.proseKeys.contains { yaml.isScalar(key, equalTo: $0) }
  }

  private static let proseKeys = [
    "description", "Description", "desc", "Desc", "summary", "title", "serviceDesc", "usagePlanDesc", "displayName",
    "publishDescription", "usage", "comment", "remark",
  ]

  /// Whether a plain scalar reaches over several lines of which a later one begins with a dash glued to a word: list
  /// items that were folded into one text.
  func hasGluedDash(_ node: NodeID) -> Bool {
    let text = yaml.source.bytes[yaml.span(node).range]
    guard text.contains(0x0A) else { return false }
    let isItem = yaml.keyNode(ofValue: node) == nil
    guard isItem || beginsWithGluedDash(text) else { return false }
    var rest = text
    while let end = rest.firstIndex(of: 0x0A) {
      rest = rest[(end + 1)...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if beginsWithGluedDash(rest) { return true }
    }
    return false
  }

  private func beginsWithGluedDash(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "-"), let next = text.dropFirst().first else { return false }
    switch next {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "/"),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "$"), UInt8(ascii: "."), 0x80...:
      return true
    default: return false
    }
  }

  // MARK: Words

  /// Whether a plain scalar is `true` or `false` with two letters swapped or a comma or full stop glued to it.
  func isMisspelledBoolean(_ node: NodeID) -> Bool {
    let bytes = yaml.scalar(node)
    guard (4...6).contains(bytes.count) else { return false }
    return MisspelledBoolean.meaning(of: String(decoding: bytes, as: UTF8.self)) != nil
  }

  /// Whether a mapping is one bare word in braces: a placeholder that somebody forgot to quote.
  func isFlowPlaceholder(_ node: NodeID) -> Bool {
    guard yaml.isFlow(node), !yaml.isBracelessPair(node) else { return false }
    var pairs = yaml.pairs(of: node)
    guard let pair = pairs.next(), pairs.next() == nil, yaml.kind(pair.key) == .scalar,
      yaml.style(pair.key) == .plain, yaml.isUnwritten(pair.value), let first = yaml.scalar(pair.key).first
    else { return false }
    guard first | 0x20 >= UInt8(ascii: "a"), first | 0x20 <= UInt8(ascii: "z") else { return false }
    let isWord = yaml.scalar(pair.key).allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    // `{ key: }` names a key on purpose; only what ends at its word is a placeholder.
    return isWord && !hasColon(behind: pair.key, in: node)
  }

  /// Whether the node stands behind a key whose values are mappings.
  func wantsMapping(_ node: NodeID) -> Bool {
    guard let key = yaml.keyNode(ofValue: node) else { return false }
    return Self.mappingKeys.contains { yaml.isScalar(key, equalTo: $0) }
  }

  private static let mappingKeys = [
    "inputs", "environment", "environments", "variables", "Environment", "Variables", "tags", "Tags", "parameters",
    "Parameters", "functions", "function", "Function", "filter", "Filter", "static", "faas", "apigw", "api",
    "apigatewayConf", "functionConf", "vpc", "vpcConfig", "serviceConfig", "usagePlan", "auth", "app", "Properties",
    "Events", "Globals", "custom", "package", "provider", "plugins", "src",
  ]

  private func hasColon(behind key: NodeID, in mapping: NodeID) -> Bool {
    let end = yaml.span(mapping).end
    return yaml.source.bytes[Int(yaml.span(key).end)..<Int(end)].contains(UInt8(ascii: ":"))
  }

  // MARK: Variables

  /// Whether a scalar holds a variable of a form that serverless components do not fill in.
  func hasForeignVariable(_ node: NodeID) -> Bool {
    let bytes = yaml.scalar(node)
    guard bytes.count > 4, bytes.contains(UInt8(ascii: "$")) else { return false }
    return ForeignVariable.first(in: bytes) != nil
  }

  private func contains(_ needle: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    needle.withUTF8Buffer { needle in
      guard bytes.count >= needle.count else { return false }
      return bytes.indices.dropLast(needle.count - 1).contains { bytes[$0..<$0 + needle.count].elementsEqual(needle) }
    }
  }
}
