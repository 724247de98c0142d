import GatewayModel
import Routing

/// A URL as a client is given it, and what of it reaches the gateway.
public struct TracedURL: Sendable {
  /// As it is written.
  public let written: String
  /// The scheme, in small letters; `nil` where none is written.
  public let scheme: String?
  /// The host without port; `nil` where the URL is a path alone, which means the root of the default domain.
  public let host: [UInt8]?
  /// The path with the environment, as it is written; `/` where none is.
  public let path: [UInt8]
  /// What of it calls for a word.
  public let remarks: [Remark]

  /// Something in a URL that is not matched, or of which it is not documented how.
  public enum Remark: Hashable, Sendable {
    /// A user name or password, which stays with the client.
    case userinfo
    /// A port, which is no part of the host that is looked up.
    case port(String)
    /// No path, for which clients send `/`.
    case emptyPath
    /// A query, which no route looks at.
    case query
    /// A fragment, which clients do not send.
    case fragment
    /// Letters of the host in capitals, which do not count.
    case upperCaseHost
    /// Escapes such as `%2F`.
    case escapes
    /// Two slashes in a row.
    case doubleSlash
    /// `.` or `..` as a segment.
    case dotSegments
    /// Characters outside ASCII, or blanks, which clients send as escapes.
    case unescaped
  }

  /// Why a text is no URL that can be traced.
  public enum Refusal: Error, Hashable, Sendable {
    /// Nothing is there.
    case empty
    /// A scheme other than http, https, ws and wss.
    case scheme(String)
    /// No host behind the scheme.
    case noHost
    /// A port that is none.
    case port(String)
  }

  /// Takes a URL apart.
  public init(_ text: String) throws(Refusal) {
    written = text
    guard !text.isEmpty else { throw .empty }
    if text.hasPrefix("/") {
      let bytes = Array(text.utf8)
      let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
      scheme = nil
      host = nil
      path = Array(bytes[..<end])
      let rest = bytes[end...]
      var remarks: [Remark] = []
      if rest.first == UInt8(ascii: "?") { remarks.append(.query) }
      if rest.contains(UInt8(ascii: "#")) { remarks.append(.fragment) }
      self.remarks = remarks + Self.remarks(on: path)
      return
    }
    let url = ParsedURL(text)
    scheme = url.schemeName
    if let scheme, !["http", "https", "ws", "wss"].contains(scheme) { throw .scheme(scheme) }
    guard !url.host.isEmpty else { throw .noHost }
    let host = Array(url.bytes[url.host])
    var remarks: [Remark] = []
    if url.userinfo != nil { remarks.append(.userinfo) }
    if let port = url.port, !port.isEmpty {
      guard url.portNumber != nil else { throw .port(url.text(port)) }
      remarks.append(.port(url.text(port)))
    }
    if host.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) { remarks.append(.upperCaseHost) }
    if url.path.isEmpty { remarks.append(.emptyPath) }
    if url.query != nil { remarks.append(.query) }
    if url.fragment != nil { remarks.append(.fragment) }
    self.host = host
    path = url.path.isEmpty ? [UInt8(ascii: "/")] : Array(url.bytes[url.path])
    self.remarks = remarks + Self.remarks(on: path)
  }

  private static func remarks(on path: [UInt8]) -> [Remark] {
    let slash = UInt8(ascii: "/")
    var remarks: [Remark] = []
    if RequestPath.percentDecoded(path) != path { remarks.append(.escapes) }
    if zip(path, path.dropFirst()).contains(where: { $0 == slash && $1 == slash }) { remarks.append(.doubleSlash) }
    if RequestPath.withoutDotSegments(path) != path { remarks.append(.dotSegments) }
    if path.contains(where: { $0 >= 0x80 || $0 <= 0x20 }) { remarks.append(.unescaped) }
    return remarks
  }

  /// Whether the scheme is one of TLS; `nil` where none is written.
  public var isSecure: Bool? { scheme.map { $0 == "https" || $0 == "wss" } }

  /// Whether the scheme asks for a WebSocket.
  public var isWebSocket: Bool { scheme == "ws" || scheme == "wss" }

  /// Other ways to read the path that servers differ in, each with the remark that calls for it.
  public var otherReadings: [(remark: Remark, path: [UInt8])] {
    var readings: [(Remark, [UInt8])] = []
    for remark in remarks {
      switch remark {
      case .escapes: readings.append((remark, RequestPath.percentDecoded(path)))
      case .doubleSlash: readings.append((remark, RequestPath.withMergedSlashes(path)))
      case .dotSegments: readings.append((remark, RequestPath.withoutDotSegments(path)))
      case .unescaped: readings.append((remark, RequestPath.percentEncoded(path)))
      default: break
      }
    }
    return readings
  }

  /// The URL with another path.
  public func replacingPath(with path: [UInt8]) -> String {
    let path = String(decoding: path, as: UTF8.self)
    guard host != nil else { return path }
    let url = ParsedURL(written)
    return String(decoding: url.bytes[..<url.path.lowerBound], as: UTF8.self) + path
      + String(decoding: url.bytes[url.path.upperBound...], as: UTF8.self)
  }
}
