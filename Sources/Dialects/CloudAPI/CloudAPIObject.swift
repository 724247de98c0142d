import GatewayModel
import YAMLDocument

/// One mapping of a request or reply, and what its keys say that it is.
struct CloudAPIObject {
  let node: NodeID
  /// Whether it tells what there is, and does not ask for anything.
  let isReply: Bool
  private let yaml: YAMLDocument
  private let values: [String: NodeID]

  init(_ node: NodeID, isReply: Bool, in yaml: YAMLDocument) {
    self.node = node
    self.isReply = isReply
    self.yaml = yaml
    values = Dictionary(
      yaml.entries(of: node).map { (yaml.string($0.key), yaml.resolved($0.value)) },
      uniquingKeysWith: { first, _ in first })
  }

  func has(_ key: String) -> Bool { values[key] != nil }

  private func hasAny(_ keys: [String]) -> Bool { keys.contains(where: has) }

  // MARK: What it is

  static let marksOfAPI = [
    "RequestConfig", "ServiceType", "ServiceConfig", "ServiceScfFunctionName", "MicroServices", "OauthConfig",
    "ApiBusinessType", "ServiceTsfLoadBalanceConf", "EnableCORS",
  ]
  static let marksOfService = ["OuterSubDomain", "InnerSubDomain", "InternalSubDomain", "NetTypes"]
  static let marksOfDomain = ["SubDomain", "PathMappingSet", "NetSubDomain", "IsDefaultMapping"]
  static let marksOfPlugin = ["PluginType", "PluginData"]
  static let marksOfUsagePlan = ["UsagePlanName", "MaxRequestNumPreSec"]
  static let marksOfUpstream = ["UpstreamName", "UpstreamType", "UpstreamHost", "K8sService", "K8sServices"]

  var isAPI: Bool { hasAny(Self.marksOfAPI) }
  var isService: Bool { !isAPI && !isDomain && hasAny(Self.marksOfService) }
  var isDomain: Bool { hasAny(Self.marksOfDomain) }
  var isPlugin: Bool { hasAny(Self.marksOfPlugin) }
  var isUsagePlan: Bool { hasAny(Self.marksOfUsagePlan) }
  var isUpstream: Bool { hasAny(Self.marksOfUpstream) }

  /// Whether it is a request that changes an existing thing, and so names only what it changes.
  func changesOne(_ id: String) -> Bool { !isReply && has(id) }

  /// The id of the service that it is about: its own, else that of the first item in one of its lists, else the only one
  /// that a plugin is attached to.
  var serviceId: NodeID? {
    if let own = values["ServiceId"] { return own }
    for (key, value) in values where Self.lists[Array(key.utf8)[...]] != nil {
      for item in yaml.children(of: value) { if let id = yaml.value(of: item, key: "ServiceId") { return id } }
    }
    guard let attached = values["AttachedApis"] else { return nil }
    let ids = yaml.children(of: attached).map { yaml.value(of: $0, key: "ServiceId").map { yaml.resolved($0) } }
    guard let first = ids.first ?? nil else { return nil }
    let areSame = ids.allSatisfy { $0.map { yaml.string($0) == yaml.string(first) } ?? false }
    return areSame ? first : nil
  }

  /// The text of an import request.
  var content: NodeID? {
    guard !isReply, has("EncodeType") || has("ServiceId"), let content = values["Content"],
      yaml.kind(content) == .scalar
    else { return nil }
    return content
  }

  // MARK: Lists of a reply

  /// What the items of a list are.
  enum Items: Sendable {
    case services
    case usagePlans
    /// Plans of which each item tells one binding.
    case boundUsagePlans
    case parts(PartKind, KeyLevel)
  }

  static let lists = KeyTable<Items>([
    ("ServiceSet", .services), ("ApiIdStatusSet", .parts(.api, .apiSummary)), ("ApiSet", .parts(.api, .apiSummary)),
    ("ApiEnvironmentStrategySet", .parts(.api, .apiSummary)),
    ("DomainSet", .parts(.domain, .domainReply)), ("PluginSet", .parts(.plugin, .pluginReply)),
    ("UpstreamSet", .parts(.upstream, .upstream)), ("AccessKeyList", .parts(.apiKey, .apiKey)),
    ("ApiKeySet", .parts(.apiKey, .apiKey)), ("ApiAppSet", .parts(.app, .app)), ("UsagePlanList", .usagePlans),
    ("UsagePlanStatusSet", .usagePlans), ("ApiUsagePlanList", .boundUsagePlans),
    ("ServiceUsagePlanList", .boundUsagePlans),
  ])

  // MARK: Forms of the documentation

  /// Whether it is a reply as documentation fills one in: its own id or name is empty or stands for one.
  var isDocumentationForm: Bool {
    guard isReply else { return false }
    let own: [String] =
      if isAPI || has("Path") {
        ["ApiId", "ApiName", "Path", "Method"]
      } else if has("DomainName") || isDomain {
        ["DomainName", "SubDomain"]
      } else if isPlugin {
        ["PluginId", "PluginName"]
      } else if isUsagePlan {
        ["UsagePlanId", "UsagePlanName"]
      } else if isUpstream {
        ["UpstreamId", "UpstreamName"]
      } else {
        ["ServiceId", "ServiceName", "SecretName", "AccessKeyId", "ApiAppId", "ApiAppName"]
      }
    if own.contains(where: { values[$0].map(isPlaceholder) ?? false }) { return true }
    guard let request = values["RequestConfig"] else { return false }
    return ["Path", "Method"].contains { key in yaml.value(of: request, key: key).map(isPlaceholder) ?? false }
  }

  /// Whether a text is empty, or `xx` or `abc` in place of one; null is none.
  private func isPlaceholder(_ node: NodeID) -> Bool {
    let node = yaml.resolved(node)
    guard yaml.kind(node) == .scalar, yaml.resolve(node, schema: .core) == .string else { return false }
    let text = yaml.string(node)
    return text.allSatisfy { $0 == "x" || $0 == "X" } || text == "abc"
  }
}
