/// A URL taken apart as it is written. Nothing is decoded, completed or refused, so that every defect can be named and
/// every component be found in the text.
///
/// Source: RFC 3986 §3 for the components. A text without `://` is read as host, port and path, since that is what people
/// mean who write `shop.cn/v1`.
public struct ParsedURL: Sendable, Hashable {
  /// The text itself.
  public let bytes: [UInt8]
  /// The scheme without its colon.
  public let scheme: Range<Int>?
  /// Whether `://` stands behind the scheme, and not `:`, `:/` or `//`.
  public let isSchemeDelimited: Bool
  /// What stands before `@`.
  public let userinfo: Range<Int>?
  /// The host, empty where none is written; an IPv6 address without its brackets.
  public let host: Range<Int>
  /// Whether the host stands in brackets.
  public let isHostBracketed: Bool
  /// What stands behind the host's colon, which may be empty or no number.
  public let port: Range<Int>?
  /// The path with its first slash; empty where none is written.
  public let path: Range<Int>
  /// The query without `?`.
  public let query: Range<Int>?
  /// The fragment without `#`.
  public let fragment: Range<Int>?

  /// Schemes that a back end or a caller can have; without `://` only these are taken for a scheme.
  private static let knownSchemes = ["http", "https", "ws", "wss", "grpc", "grpcs"]

  /// Takes a URL apart.
  /// - Complexity: O(n).
  public init(_ text: some Collection<UInt8>) {
    self.init(bytes: Array(text))
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    let beginning = Self.schemeAndAuthority(bytes)
    scheme = beginning.scheme
    isSchemeDelimited = beginning.isDelimited
    let authorityEnd = bytes[beginning.authority...].firstIndex { Self.endsAuthority($0) } ?? bytes.count
    let fragmentStart = bytes[authorityEnd...].firstIndex(of: UInt8(ascii: "#"))
    let queryStart = bytes[authorityEnd..<(fragmentStart ?? bytes.count)].firstIndex(of: UInt8(ascii: "?"))
    path = authorityEnd..<(queryStart ?? fragmentStart ?? bytes.count)
    query = queryStart.map { $0 + 1..<(fragmentStart ?? bytes.count) }
    fragment = fragmentStart.map { $0 + 1..<bytes.count }

    let authority = bytes[beginning.authority..<authorityEnd]
    let at = authority.lastIndex(of: UInt8(ascii: "@"))
    userinfo = at.map { beginning.authority..<$0 }
    let hostStart = at.map { $0 + 1 } ?? beginning.authority
    (host, isHostBracketed, port) = Self.hostAndPort(bytes, hostStart..<authorityEnd)
  }

  /// Takes a URL apart.
  public init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func schemeAndAuthority(_ bytes: [UInt8]) -> (scheme: Range<Int>?, isDelimited: Bool, authority: Int) {
    let slash = UInt8(ascii: "/")
    let wordEnd = bytes.firstIndex { !isSchemeByte($0) } ?? bytes.count
    let startsWithLetter = bytes.first.map { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) } ?? false
    let rest = bytes[wordEnd...]
    if startsWithLetter, rest.starts(with: [UInt8(ascii: ":"), slash, slash]) {
      return (0..<wordEnd, true, wordEnd + 3)
    }
    let word = String(decoding: bytes[..<wordEnd], as: UTF8.self).lowercased()
    let isKnown = startsWithLetter && knownSchemes.contains(word)
    if isKnown, rest.first == UInt8(ascii: ":"), !isPort(rest.dropFirst().prefix { !endsAuthority($0) }) {
      let authority = rest.dropFirst().first == slash ? wordEnd + 2 : wordEnd + 1
      return (0..<wordEnd, false, authority)
    }
    if isKnown, rest.starts(with: [slash, slash]) { return (0..<wordEnd, false, wordEnd + 2) }
    return (nil, false, bytes.starts(with: [slash, slash]) ? 2 : 0)
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }

  private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func hostAndPort(_ bytes: [UInt8], _ range: Range<Int>) -> (Range<Int>, Bool, Range<Int>?) {
    let text = bytes[range]
    if text.first == UInt8(ascii: "["), let end = text.firstIndex(of: UInt8(ascii: "]")) {
      let behind = end + 1
      let hasPort = behind < range.upperBound && bytes[behind] == UInt8(ascii: ":")
      if hasPort || behind == range.upperBound {
        return (range.lowerBound + 1..<end, true, hasPort ? behind + 1..<range.upperBound : nil)
      }
    }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return (range, false, nil) }
    // One colon alone stands before a port; an address has more.
    if text[(colon + 1)...].contains(UInt8(ascii: ":")), IPAddress(bytes: text) != nil { return (range, false, nil) }
    return (range.lowerBound..<colon, false, colon + 1..<range.upperBound)
  }

  // MARK: Components as values

  /// The text of a component.
  public func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The scheme in lower case.
  public var schemeName: String? { scheme.map { text($0).lowercased() } }

  /// The host as written, an IPv6 address without its brackets.
  public var hostName: String { text(host) }

  /// The host's address, where it is one.
  public var address: IPAddress? { IPAddress(bytes: bytes[host]) }

  /// Whether the host is an IPv6 address without the brackets that it needs in a URL.
  public var lacksBrackets: Bool {
    guard !isHostBracketed, case .v6 = address else { return false }
    return true
  }

  /// The port; nil where none is written or it is no whole number from 1 to 65535.
  public var portNumber: UInt16? {
    guard let port, Self.isPort(bytes[port]), port.count <= 5, let number = UInt16(text(port)), number > 0 else {
      return nil
    }
    return number
  }

  /// Host and port as written, an IPv6 address in brackets.
  public var hostAndPort: String {
    let host = isHostBracketed || lacksBrackets ? "[\(hostName)]" : hostName
    return port.map { host + ":" + text($0) } ?? host
  }
}
