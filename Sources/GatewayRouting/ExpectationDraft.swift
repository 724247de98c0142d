public import GatewayModel
import Linting
import Routing

/// A first list of expected URLs, made from the routes of a project: for each API a request that is proved to reach it.
public struct ExpectationDraft: Sendable {
  /// One entry.
  public struct Entry: Sendable {
    /// The method.
    public let method: String
    /// The URL, or a path on the default domain.
    public let url: String
    /// The API that answers.
    public let api: Part
  }

  /// The entries, in the order of the APIs.
  public private(set) var entries: [Entry] = []
  /// APIs of which no request was found that reaches them alone.
  public private(set) var unreached: [Part] = []

  /// Makes the list.
  public init(_ project: Project) {
    for group in project.services {
      let front = ServiceFront.of(group, in: project)
      let bases = Self.bases(of: front.front)
      for (route, api) in front.routes.apis.enumerated() {
        if let entry = Self.entry(route, api, front, bases) {
          entries.append(entry)
        } else {
          unreached.append(api)
        }
      }
    }
  }

  private struct Base {
    let scheme: String
    let host: [UInt8]?
    let path: [UInt8]
  }

  /// Beginnings of URLs: a custom domain first, the default domain last; `release` before the other environments.
  private static func bases(of front: GatewayFront) -> [Base] {
    let names = [RouteEnvironment.release, .prepub, .test].map { Array("/\($0.name)".utf8) }
    var bases: [Base] = []
    for host in front.hosts where host.mapping != .defaultDomain {
      let isSecure = host.schemes?.contains(.secure) ?? true
      var paths = names
      if case .paths(let mapped) = host.mapping {
        paths = mapped.sorted { $0.path.count < $1.path.count }.map(\.path)
      }
      for path in paths {
        let cut = path.last == UInt8(ascii: "/") ? Array(path.dropLast()) : path
        bases.append(Base(scheme: isSecure ? "https" : "http", host: host.name, path: cut))
      }
    }
    let plain = front.schemes == .plain
    for name in names {
      let host = front.hosts.first { $0.mapping == .defaultDomain }?.name
      bases.append(Base(scheme: plain ? "http" : "https", host: host, path: name))
    }
    return bases
  }

  private static func entry(_ route: Int, _ api: Part, _ front: ServiceFront, _ bases: [Base]) -> Entry? {
    let table = front.routes.table
    let method = table.routes[route].scope.methods.first?.name ?? "GET"
    for base in bases {
      for path in table.sampleRequests(ofRoute: route) {
        let request = GatewayRequest(
          method: method, isSecure: base.host == nil ? nil : base.scheme == "https",
          isWebSocket: api.isWebSocketFront, host: base.host, path: base.path + path)
        let answer = front.front.answer(request)
        guard answer.miss == nil, answer.decision?.route == route else { continue }
        let scheme = api.isWebSocketFront ? (base.scheme == "https" ? "wss" : "ws") : base.scheme
        let host = base.host.map { scheme + "://" + String(decoding: $0, as: UTF8.self) } ?? ""
        return Entry(method: method, url: host + String(decoding: base.path + path, as: UTF8.self), api: api)
      }
    }
    return nil
  }
}
