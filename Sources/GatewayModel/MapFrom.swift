/// The written form in which a mapping names the front-end parameter that it takes its value from:
/// `method.req.<header|query|path>.<name>`.
///
/// Source: the gateway's message `Only support the map_from like method.req.{path}.{}.` and the values of
/// `OauthConfig.TokenLocation` [inferred]; the three positions are documented for TSF location parameters [official].
public struct MapFrom: Hashable, Sendable {
  /// Where the parameter is taken from: header, query or path.
  public let position: ParameterPosition
  /// The parameter's name.
  public let name: String

  /// Reads a text of exactly the documented form; `nil` for any other.
  public init?(_ text: String) {
    let prefix = "method.req."
    guard text.hasPrefix(prefix) else { return nil }
    let rest = text.dropFirst(prefix.count)
    guard let dot = rest.firstIndex(of: "."), let position = ParameterPosition(rawValue: String(rest[..<dot])),
      position != .body
    else { return nil }
    self.init(position: position, name: String(rest[rest.index(after: dot)...]))
  }

  /// A source from its parts; `nil` for a name that the form cannot carry.
  public init?(position: ParameterPosition, name: String) {
    guard !name.isEmpty, name.utf8.allSatisfy(Self.isNameByte) else { return nil }
    self.position = position
    self.name = name
  }

  /// The documented form of a text that is wrong in case or prefix alone, such as `Method.Req.Header.X` or
  /// `method.request.header.X`; `nil` where the text is right already or its meaning is not certain.
  public static func mended(_ text: String) -> MapFrom? {
    guard MapFrom(text) == nil else { return nil }
    let parts = text.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].lowercased() == "method", ["req", "request"].contains(parts[1].lowercased()),
      let position = ParameterPosition(word: parts[2]), position != .body
    else { return nil }
    return MapFrom(position: position, name: String(parts[3]))
  }

  /// The documented form.
  public var text: String { "method.req.\(position.rawValue).\(name)" }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
