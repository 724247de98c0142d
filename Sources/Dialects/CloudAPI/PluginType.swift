import GatewayModel

/// The types of plugin whose data the readers understand. CustomRsp and anti-replay have no published word.
enum PluginType: String, CaseIterable {
  case cors = "Cors"
  case ipControl = "IPControl"
  case trafficControl = "TrafficControl"
  case trafficControlByParameter = "TrafficControlByParameter"
  case routing = "Routing"
  case proxyCache = "ProxyCache"
  case circuitBreaker = "CircuitBreaker"
  case customAuthentication = "CustomAuth"
  case customRequest = "CustomReq"
  case customResponse = "CustomRsp"
  case antiReplay = "AntiReplay"

  /// The type that a word means, without regard to case, hyphens and underscores: a rule speaks of those.
  init?(word: String) {
    let plain = word.lowercased().filter { $0 != "-" && $0 != "_" }
    guard let type = Self.allCases.first(where: { $0.rawValue.lowercased() == plain }) else { return nil }
    self = type
  }

  /// The keys of its data; `nil` where that is a list.
  var level: KeyLevel? {
    switch self {
    case .cors: .corsData
    case .ipControl: .ipControlData
    case .trafficControl: .trafficControlData
    case .trafficControlByParameter: .parameterControlData
    case .proxyCache: .proxyCacheData
    case .circuitBreaker: .circuitBreakerData
    case .customAuthentication: .customAuthenticationData
    case .customRequest, .customResponse: .customMessageData
    case .antiReplay: .antiReplayData
    case .routing: nil
    }
  }

  /// What its data looks like.
  var dataShape: ValueShape {
    level.map { .mappingOrText($0.shapeName) } ?? .listOrText(of: KeyLevel.routingStrategy.shapeName)
  }
}
