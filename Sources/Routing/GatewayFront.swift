/// The schemes that a service or a domain speaks.
public struct Schemes: OptionSet, Hashable, Sendable {
  /// One bit for each.
  public let rawValue: UInt8

  /// A set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `http` and `ws`.
  public static let plain = Schemes(rawValue: 1)
  /// `https` and `wss`.
  public static let secure = Schemes(rawValue: 2)

  /// The schemes of a word such as `http&https`; `nil` for a word that is none.
  public init?(word: some StringProtocol) {
    switch word.lowercased() {
    case "http": self = .plain
    case "https": self = .secure
    case "http&https", "https&http": self = [.plain, .secure]
    default: return nil
    }
  }
}

/// The hosts of a service, what stands behind each of them, and the service's routes.
public struct GatewayFront: Sendable {
  /// A name under which a service is reached.
  public struct Host: Sendable {
    /// The name.
    public var name: [UInt8]
    /// What the first segments of a path mean.
    public var mapping: EnvironmentMapping
    /// The schemes of the domain; `nil` where they are not known.
    public var schemes: Schemes?
    /// Whether requests by http are redirected to https.
    public var redirectsToSecure: Bool

    /// A host from its parts.
    public init(
      name: [UInt8], mapping: EnvironmentMapping, schemes: Schemes? = nil, redirectsToSecure: Bool = false
    ) {
      self.name = name
      self.mapping = mapping
      self.schemes = schemes
      self.redirectsToSecure = redirectsToSecure
    }
  }

  /// How the beginning of a path is turned into an environment.
  public enum EnvironmentMapping: Hashable, Sendable {
    /// The default domain: `/test`, `/prepub` and `/release`.
    case defaultDomain
    /// A custom domain with the default mapping: the same names.
    case environmentNames
    /// A custom domain with paths of its own.
    case paths([MappedPath])
  }

  /// A path of a custom domain and the environment it leads to.
  public struct MappedPath: Hashable, Sendable {
    /// The path.
    public var path: [UInt8]
    /// The environment.
    public var environment: RouteEnvironment

    /// An entry from its parts.
    public init(path: [UInt8], environment: RouteEnvironment) {
      self.path = path
      self.environment = environment
    }
  }

  /// The hosts that are known.
  public var hosts: [Host]
  /// Whether the name of the default domain is among them; where it is not, every name of its shape stands for it.
  public var namesDefaultDomain: Bool
  /// The schemes that the service speaks; `nil` where they are not known.
  public var schemes: Schemes?
  /// The environments that the service is released to; `nil` where that is not known.
  public var releasedEnvironments: [RouteEnvironment]?
  /// The routes.
  public var table: RouteTable

  /// A front from its parts.
  public init(
    hosts: [Host], namesDefaultDomain: Bool, schemes: Schemes?, releasedEnvironments: [RouteEnvironment]?,
    table: RouteTable
  ) {
    self.hosts = hosts
    self.namesDefaultDomain = namesDefaultDomain
    self.schemes = schemes
    self.releasedEnvironments = releasedEnvironments
    self.table = table
  }
}

/// A request as it reaches the gateway.
public struct GatewayRequest: Hashable, Sendable {
  /// The method's name.
  public var method: String
  /// Whether it comes by https or wss; `nil` where the scheme is not told.
  public var isSecure: Bool?
  /// Whether it asks for a WebSocket.
  public var isWebSocket: Bool
  /// The host without port; `nil` for the default domain of the service.
  public var host: [UInt8]?
  /// The path with the environment, without query.
  public var path: [UInt8]

  /// A request from its parts.
  public init(
    method: String, isSecure: Bool? = nil, isWebSocket: Bool = false, host: [UInt8]? = nil, path: [UInt8]
  ) {
    self.method = method
    self.isSecure = isSecure
    self.isWebSocket = isWebSocket
    self.host = host
    self.path = path
  }
}

/// Why the gateway answers a request itself, with an error.
public enum GatewayMiss: Hashable, Sendable {
  /// No method that the gateway knows.
  case unknownMethod
  /// No host of the service.
  case host
  /// The default domain, with a first segment that is no environment.
  case defaultEnvironment([UInt8])
  /// A custom domain, with a first segment that is not mapped; with its slash.
  case environment([UInt8])
  /// The environment is there, but the service is not released to it; the path without the environment.
  case unreleased(RouteEnvironment, path: [UInt8])
  /// A scheme that the domain or the service does not speak.
  case scheme(isSecure: Bool, isOfDomain: Bool)
  /// A WebSocket asked of an HTTP API, or the other way round; the routes that match otherwise.
  case frontProtocol(isWebSocket: Bool, routes: [Int])
  /// No route matches the path, without the environment.
  case path([UInt8])
  /// Routes match the path, but none of the method.
  case method([Int], path: [UInt8])
  /// The service has no route at all.
  case noRoutes
}

/// What becomes of a request, step by step.
public struct GatewayAnswer: Sendable {
  /// The host that was taken, as an index into the front's `hosts`; `nil` for a default domain that is not named.
  public var host: Int?
  /// Whether the host is a default domain.
  public var isDefaultDomain = false
  /// The environment.
  public var environment: RouteEnvironment?
  /// The beginning of the path that named the environment.
  public var environmentPath: [UInt8] = []
  /// What is left of the path for the routes.
  public var path: [UInt8] = []
  /// Whether the request is first redirected to https.
  public var isRedirected = false
  /// The situation that routes are asked for.
  public var situation: RouteScope?
  /// What the routes say.
  public var decision: RouteDecision?
  /// Why nothing answers; `nil` where something does.
  public var miss: GatewayMiss?

  /// An answer of which nothing is known yet.
  public init() {}
}

extension GatewayFront {
  /// Follows a request through the gateway: method, host, environment, scheme, path.
  ///
  /// Source: the steps follow from the rows of the gateway's error table [official]; their order is deduced from what the
  /// messages print [inferred].
  public func answer(_ request: GatewayRequest) -> GatewayAnswer {
    var answer = GatewayAnswer()
    guard let method = RequestMethod(name: request.method) else {
      answer.miss = .unknownMethod
      return answer
    }
    guard let mapping = findHost(request, &answer) else {
      answer.miss = .host
      return answer
    }
    guard findEnvironment(request, mapping, &answer), let environment = answer.environment else { return answer }
    if let isSecure = request.isSecure, !checkScheme(isSecure, &answer) { return answer }
    if let released = releasedEnvironments, !released.contains(environment) {
      answer.miss = .unreleased(environment, path: answer.path)
      return answer
    }
    let situation = RouteScope(method, in: environment, isWebSocket: request.isWebSocket)
    answer.situation = situation
    decide(situation, isWebSocket: request.isWebSocket, &answer)
    return answer
  }

  private func findHost(_ request: GatewayRequest, _ answer: inout GatewayAnswer) -> EnvironmentMapping? {
    guard let written = request.host else {
      answer.host = hosts.firstIndex { $0.mapping == .defaultDomain }
      answer.isDefaultDomain = true
      return .defaultDomain
    }
    let host = normalizedHost(written)
    if let index = hosts.firstIndex(where: { normalizedHost($0.name) == host }) {
      answer.host = index
      answer.isDefaultDomain = hosts[index].mapping == .defaultDomain
      return hosts[index].mapping
    }
    guard !namesDefaultDomain, DefaultDomain.hasShape(host) else { return nil }
    answer.isDefaultDomain = true
    return .defaultDomain
  }

  /// Without the final dot of a complete name, in small letters where these do not count.
  private func normalizedHost(_ name: [UInt8]) -> [UInt8] {
    let name = name.last == UInt8(ascii: ".") ? Array(name.dropLast()) : name
    return table.choices.hostLetterCase == .ignored ? RequestPath.lowercased(name) : name
  }

  private func findEnvironment(
    _ request: GatewayRequest, _ mapping: EnvironmentMapping, _ answer: inout GatewayAnswer
  ) -> Bool {
    let slash = UInt8(ascii: "/")
    let path = request.path.first == slash ? request.path : [slash] + request.path
    let segment = Array(path.dropFirst().prefix { $0 != slash })
    switch mapping {
    case .defaultDomain, .environmentNames:
      let name = String(decoding: segment, as: UTF8.self)
      guard let environment = RouteEnvironment(name: name) else {
        answer.miss = mapping == .defaultDomain ? .defaultEnvironment(segment) : .environment([slash] + segment)
        return false
      }
      take(environment, [slash] + segment, of: path, &answer)
      return true
    case .paths(let paths):
      let fitting = paths.filter { covers($0.path, path) }
      guard let longest = fitting.max(by: { $0.path.count < $1.path.count }) else {
        answer.miss = .environment([slash] + segment)
        return false
      }
      take(longest.environment, longest.path, of: path, &answer)
      return true
    }
  }

  private func covers(_ mapped: [UInt8], _ path: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    guard path.starts(with: mapped) else { return false }
    return mapped.last == slash || table.choices.mappingUnit == .string || path.count == mapped.count
      || path[mapped.count] == slash
  }

  private func take(
    _ environment: RouteEnvironment, _ beginning: [UInt8], of path: [UInt8], _ answer: inout GatewayAnswer
  ) {
    let slash = UInt8(ascii: "/")
    answer.environment = environment
    answer.environmentPath = beginning
    let cut = beginning.last == slash ? beginning.count - 1 : beginning.count
    answer.path = Array(path.dropFirst(cut))
    if answer.path.isEmpty, table.choices.emptyPathIsRoot { answer.path = [slash] }
  }

  private func checkScheme(_ isSecure: Bool, _ answer: inout GatewayAnswer) -> Bool {
    let scheme: Schemes = isSecure ? .secure : .plain
    if let host = answer.host, let schemes = hosts[host].schemes {
      if !isSecure, hosts[host].redirectsToSecure {
        answer.isRedirected = true
      } else if !schemes.contains(scheme) {
        answer.miss = .scheme(isSecure: isSecure, isOfDomain: true)
        return false
      }
    }
    let reached: Schemes = answer.isRedirected ? .secure : scheme
    if let schemes, !schemes.contains(reached) {
      answer.miss = .scheme(isSecure: reached == .secure, isOfDomain: false)
      return false
    }
    return true
  }

  private func decide(_ situation: RouteScope, isWebSocket: Bool, _ answer: inout GatewayAnswer) {
    let decision = table.decide(answer.path, situation)
    answer.decision = decision
    if !decision.answering.isEmpty || !decision.undecided.isEmpty { return }
    let other = table.decide(answer.path, situation.withOtherProtocol)
    if !other.answering.isEmpty {
      answer.miss = .frontProtocol(isWebSocket: isWebSocket, routes: other.answering)
    } else if decision.isMethodMiss {
      answer.miss = .method(decision.alsoMatching, path: answer.path)
    } else {
      answer.miss = table.routes.isEmpty ? .noRoutes : .path(answer.path)
    }
  }
}

extension RouteScope {
  /// The same situation with WebSocket instead of HTTP, or the other way round.
  fileprivate var withOtherProtocol: RouteScope {
    for environment in RouteEnvironment.allCases {
      for method in RequestMethod.allCases {
        if self == RouteScope(method, in: environment) { return RouteScope(method, in: environment, isWebSocket: true) }
        if self == RouteScope(method, in: environment, isWebSocket: true) { return RouteScope(method, in: environment) }
      }
    }
    return self
  }
}

/// The names that the vendor gives to services.
public enum DefaultDomain {
  /// Whether a host name, in small letters, has the shape of one.
  ///
  /// Source: the two shapes that the vendor's pages show [official]; what may vary in them is deduced [inferred].
  public static func hasShape(_ host: [UInt8]) -> Bool {
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard labels.count == 5, isServiceLabel(labels[0]), labels[4] == "com" else { return false }
    if labels[2] == "apigw", labels[3] == "tencentcs" {
      return (2...4).contains(labels[1].count) && labels[1].allSatisfy { $0.isASCII && $0.isLowercase }
    }
    return labels[2] == "apigateway" && (labels[3] == "myqcloud" || labels[3] == "qcloud") && isRegion(labels[1])
  }

  /// The service id that a default domain begins with; `nil` for any other name.
  public static func serviceId(of host: [UInt8]) -> String? {
    guard hasShape(host) else { return nil }
    let label = String(decoding: host.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
    return label.split(separator: "-").prefix(2).joined(separator: "-")
  }

  private static func isServiceLabel(_ label: String) -> Bool {
    let parts = label.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0] == "service" && parts[1].count >= 8
      && parts[1].allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) } && parts[2].count >= 6
      && parts[2].allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// `ap-guangzhou`, `ap-shanghai-1`.
  private static func isRegion(_ label: String) -> Bool {
    let parts = label.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { return false }
    return parts.prefix(2).allSatisfy { part in !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isLowercase } }
      && (parts.count == 2 || (parts[2].count == 1 && parts[2].allSatisfy { $0.isASCII && $0.isNumber }))
  }
}
