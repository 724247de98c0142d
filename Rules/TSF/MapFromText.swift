import GatewayModel

/// The stored form of where a parameter's value comes from: `method.req.<position>.<name>`.
///
/// Source: the message of the gateway's error table, and `TokenLocation`, which has the same form; that the position is
/// one of three follows from the vendor's page on microservice APIs [inferred].
struct MapFromText: Equatable {
  var position: ParameterPosition
  var name: String

  init(position: ParameterPosition, name: String) {
    self.position = position
    self.name = name
  }

  /// Reads a text that is exactly of the form; nil for any other.
  init?(_ text: String) {
    let words = text.split(separator: ".", omittingEmptySubsequences: false)
    guard words.count == 4, words[0] == "method", words[1] == "req",
      let position = Self.positions.first(where: { $0.rawValue == words[2] }), Self.isName(words[3])
    else { return nil }
    self.init(position: position, name: String(words[3]))
  }

  /// Reads a text in which case, or the words in front of the position, alone are wrong.
  init?(loosely text: String) {
    var words = text.split(separator: ".", omittingEmptySubsequences: false)[...]
    while words.count > 2, ["method", "req", "request"].contains(words[words.startIndex].lowercased()) {
      words = words.dropFirst()
    }
    guard words.count == 2, let first = words.first, let last = words.last,
      let position = Self.positions.first(where: { $0.rawValue == first.lowercased() }), Self.isName(last)
    else { return nil }
    self.init(position: position, name: String(last))
  }

  /// The documented form.
  var text: String { "method.req.\(position.rawValue).\(name)" }

  private static let positions: [ParameterPosition] = [.header, .query, .path]

  private static func isName(_ word: Substring) -> Bool {
    !word.isEmpty
      && word.utf8.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
      }
  }
}
