import GatewayModel
import Linting
import YAMLDocument

extension ModelBuilder {
  /// Notes a key that its mapping does not read: misplaced where it means something in such a mapping elsewhere, else
  /// unknown. Nothing is noted where nothing is lost.
  func noteUnread(_ entry: Entry, level: ServerlessLevel, use: NodeID?) {
    guard level.isClosed, !isNegligible(entry) else { return }
    let key = yaml.scalar(entry.key)
    if let concept = level.concepts[key] {
      if let concept { mislay(concept) }
      note(
        .misplacedKey, key: entry.key, value: entry.value, use: use, expected: concept, level: level.rawValue)
    } else {
      let field = level.meantField(by: yaml.string(entry.key))
      if let field { mislay(field) }
      note(.unknownKey, key: entry.key, value: entry.value, use: use, expected: field, level: level.rawValue)
    }
  }

  /// Whether nothing is lost if a key is not read: a console writes it into every file, or its value is empty, blank,
  /// null or a placeholder such as `xxx`.
  func isNegligible(_ entry: Entry) -> Bool {
    if exportedKeys.contains(yaml.string(entry.key)) { return true }
    let value = yaml.resolved(entry.value)
    switch yaml.kind(value) {
    case .mapping, .sequence: return !yaml.children(of: value).contains { _ in true }
    case .alias: return false
    case .scalar:
      let text = yaml.scalar(value)
      if text.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { return true }
      if yaml.resolve(value, schema: .core) == .null { return true }
      return text.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") || $0 == UInt8(ascii: "*") }
    }
  }
}

/// Keys that the console's export writes and no component reads.
private let exportedKeys: Set<String> = ["autoCreateDns", "isAutoCiDeploy"]

extension ServerlessLevel {
  /// The field that an unknown key was probably meant for.
  fileprivate func meantField(by key: String) -> FieldName? {
    let known = Self.knownKeys[Int(rawValue)]
    let lower = key.lowercased()
    guard let match = known.first(where: { $0.lowercased() == lower }) ?? NearestWord.nearest(to: key, among: known)
    else { return nil }
    switch table[ArraySlice(match.utf8)] {
    case .field(let field), .apiField(let field): return field
    case .passive, nil: return nil
    }
  }
}
