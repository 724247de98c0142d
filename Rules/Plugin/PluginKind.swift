import GatewayModel

/// The types of plugin that the documentation describes.
///
/// Source: the comment of `CreatePlugin.PluginType` [sdk]; the last two have pages of their own, but no published type
/// name [official].
enum PluginKind: String, CaseIterable {
  case ipControl = "IPControl"
  case trafficControl = "TrafficControl"
  case cors = "Cors"
  case customRequest = "CustomReq"
  case customAuthentication = "CustomAuth"
  case routing = "Routing"
  case trafficControlByParameter = "TrafficControlByParameter"
  case circuitBreaker = "CircuitBreaker"
  case proxyCache = "ProxyCache"
  case customResponse = "CustomRsp"
  case antiReplay = "AntiReplay"

  /// The types whose names are published.
  static let published = allCases.filter { $0 != .customResponse && $0 != .antiReplay }

  /// The type that a word means, without regard to case and hyphens.
  init?(word: String) {
    let plain = Self.plain(word)
    guard let kind = Self.allCases.first(where: { Self.plain($0.rawValue) == plain }) else { return nil }
    self = kind
  }

  private static func plain(_ word: String) -> String {
    word.lowercased().filter { $0 != "-" && $0 != "_" }
  }

  /// Types of one group exclude each other on an API: equal types, and the two that control traffic.
  var exclusionGroup: PluginKind { self == .trafficControlByParameter ? .trafficControl : self }
}

extension Part {
  /// The type of a plugin; `nil` where it is missing, filled in later or not known.
  var pluginKind: PluginKind? {
    self[.pluginType].isTemplated ? nil : self[.pluginType].text.flatMap { PluginKind(word: $0) }
  }

  /// The name that people know a plugin by.
  var pluginDisplayName: String { self[.pluginName].text ?? self[.pluginId].text ?? self[.pluginType].text ?? "?" }
}
