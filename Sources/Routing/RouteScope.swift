/// The methods of requests.
///
/// Source: the control plane's list of methods [sdk], `ANY` apart, which is all of them.
public enum RequestMethod: UInt8, Sendable, CaseIterable {
  case get, post, put, delete, head, options, patch, trace, begin

  /// The method of a name, without regard to case.
  public init?(name: some StringProtocol) {
    let upper = name.uppercased()
    guard let method = Self.allCases.first(where: { $0.name == upper }) else { return nil }
    self = method
  }

  /// Its name, in capitals.
  public var name: String {
    switch self {
    case .get: "GET"
    case .post: "POST"
    case .put: "PUT"
    case .delete: "DELETE"
    case .head: "HEAD"
    case .options: "OPTIONS"
    case .patch: "PATCH"
    case .trace: "TRACE"
    case .begin: "BEGIN"
    }
  }
}

/// The environments that a service can be released to [official].
public enum RouteEnvironment: UInt8, Sendable, CaseIterable {
  case test, prepub, release

  /// The environment of a name; the names are in small letters.
  public init?(name: some StringProtocol) {
    guard let environment = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = environment
  }

  /// Its name.
  public var name: String {
    switch self {
    case .test: "test"
    case .prepub: "prepub"
    case .release: "release"
    }
  }
}

/// A set of situations that a request can be in as far as routes care: environment, WebSocket or not, method.
public struct RouteScope: OptionSet, Hashable, Sendable {
  /// One bit for each situation.
  public let rawValue: UInt64

  /// A set from its bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// One situation.
  public init(_ method: RequestMethod, in environment: RouteEnvironment, isWebSocket: Bool = false) {
    rawValue = 1 << (UInt64(environment.rawValue) * 18 + (isWebSocket ? 9 : 0) + UInt64(method.rawValue))
  }

  /// All situations of some methods; of every method where `nil` is given.
  public init(
    methods: [RequestMethod]?, environments: [RouteEnvironment] = RouteEnvironment.allCases, isWebSocket: Bool = false
  ) {
    var scope: RouteScope = []
    for environment in environments {
      for method in methods ?? RequestMethod.allCases {
        scope.insert(RouteScope(method, in: environment, isWebSocket: isWebSocket))
      }
    }
    self = scope
  }

  /// Every situation.
  public static let everything = RouteScope(rawValue: (1 << 54) - 1)

  /// The single situations in it.
  public var situations: [RouteScope] {
    (0..<54).map { RouteScope(rawValue: 1 << UInt64($0)) }.filter { !isDisjoint(with: $0) }
  }

  /// The methods that occur in it.
  public var methods: [RequestMethod] {
    RequestMethod.allCases.filter { method in
      RouteEnvironment.allCases.contains {
        contains(RouteScope(method, in: $0)) || contains(RouteScope(method, in: $0, isWebSocket: true))
      }
    }
  }

  /// The environments that occur in it.
  public var environments: [RouteEnvironment] {
    RouteEnvironment.allCases.filter { rawValue >> (UInt64($0.rawValue) * 18) & ((1 << 18) - 1) != 0 }
  }

  /// The same with every method of the same environments and protocols.
  var withEveryMethod: RouteScope {
    var scope: RouteScope = []
    for block in 0..<6 where rawValue >> (UInt64(block) * 9) & 0x1FF != 0 {
      scope.insert(RouteScope(rawValue: 0x1FF << (UInt64(block) * 9)))
    }
    return scope
  }

  /// Whether it holds every method wherever it holds one.
  public var isAnyMethod: Bool { self == withEveryMethod && !isEmpty }

  /// Divides everything into parts that none of the scopes tells apart, leaving out what lies in none of them.
  static func parts(of scopes: Set<RouteScope>) -> [RouteScope] {
    var parts = [everything]
    for scope in scopes.sorted(by: { $0.rawValue < $1.rawValue }) {
      parts = parts.flatMap { [$0.intersection(scope), $0.subtracting(scope)] }.filter { !$0.isEmpty }
    }
    let used = scopes.reduce(RouteScope()) { $0.union($1) }
    return parts.filter { !$0.isDisjoint(with: used) }.sorted { $0.rawValue < $1.rawValue }
  }
}
