import GatewayModel
import Linting
import YAMLDocument

extension ModelBuilder {
  /// Notes a key that its mapping does not know, with the field that it was probably meant for.
  func noteUnknownKey(_ entry: Entry, use: NodeID?, level: KeyLevel) {
    let field = level.meantField(by: yaml.string(entry.key))
    if let field { mislay(field) }
    note(
      .unknownKey, key: entry.key, value: entry.value, use: use, expected: field, within: level.holder,
      level: level.rawValue)
  }
}

extension KeyLevel {
  /// The field that an unknown key was probably meant for: that of the one known key that differs in case alone, is at
  /// most three edits away, or has all the words of this one and more.
  func meantField(by key: String) -> FieldName? {
    let known = Self.knownKeys[Int(rawValue)]
    let lower = key.lowercased()
    let match =
      known.first { $0.lowercased() == lower }
      ?? NearestWord.nearest(to: key, among: known, limit: min(3, max(1, key.count / 3)))
      ?? Self.longerKey(for: key, among: known)
    guard let match else { return nil }
    if self == .operation { return OpenAPIReader.extensionTable[ArraySlice(match.utf8)]?.field }
    if case .field(let field)? = table[ArraySlice(match.utf8)] { return field }
    return nil
  }

  /// `x-apigw-service-timeout` for `x-apigw-timeout`.
  private static func longerKey(for key: String, among known: [String]) -> String? {
    let words = key.split(separator: "-")
    guard words.count > 2 else { return nil }
    let longer = known.filter { candidate in
      let own = candidate.split(separator: "-")
      return words.allSatisfy { own.contains($0) }
    }
    return longer.count == 1 ? longer[0] : nil
  }
}
