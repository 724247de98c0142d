/// The kinds of thing that the vendor's ids name by their first word.
///
/// Source: the ids of the Cloud API's examples, and for services the serverless components' own pattern [sdk][component].
public enum IdentifierKind: String, Sendable, CaseIterable {
  case service
  case api
  case instance
  case usagePlan
  case vpc
  case subnet
  case upstream
  case plugin

  /// The kind that an id is of; `nil` for a text that is none, such as a placeholder (`service-xxx`) or a number.
  public init?(of text: String) {
    guard let kind = Self.allCases.first(where: { $0.isIdentifier(text) }) else { return nil }
    self = kind
  }

  /// Whether a text is an id of this kind: its word, a hyphen, and at least six letters or digits that are not all the
  /// same.
  public func isIdentifier(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.starts(with: rawValue.utf8), bytes.dropFirst(rawValue.utf8.count).first == UInt8(ascii: "-") else {
      return false
    }
    let tail = bytes.dropFirst(rawValue.utf8.count + 1)
    guard tail.count >= 6, let first = tail.first, tail.contains(where: { $0 != first }) else { return false }
    return tail.allSatisfy { Self.isLetterOrDigit($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
