import GatewayModel
import YAMLDocument

/// What makes a mapping a request or reply of the Cloud API for the gateway.
///
/// Source: the names of the Cloud API definition that no other product's replies share [sdk].
enum CloudAPIRecognition {
  /// Whether a root is a request or reply, or a list of them.
  static func recognises(_ root: NodeID, in yaml: YAMLDocument) -> Bool {
    switch yaml.kind(root) {
    case .mapping: recognises(mapping: root, in: yaml)
    case .sequence:
      yaml.children(of: root).prefix(listLimit).contains {
        let item = yaml.resolved($0)
        return yaml.kind(item) == .mapping && recognises(mapping: item, in: yaml)
      }
    case .scalar, .alias: false
    }
  }

  /// How many items of a list are looked at before it is taken for something else.
  private static let listLimit = 64

  private static func recognises(mapping: NodeID, in yaml: YAMLDocument) -> Bool {
    let (body, isWrapped) = unwrapped(mapping, in: yaml)
    guard isWrapped else {
      let found = marks(of: mapping, in: yaml)
      return found.count > 1 || found.namesRoute || isTrigger(mapping, in: yaml) || holdsTrigger(mapping, in: yaml)
    }
    if yaml.kind(body) == .sequence {
      return yaml.children(of: body).prefix(listLimit).contains { marks(of: yaml.resolved($0), in: yaml).count > 0 }
    }
    return marks(of: body, in: yaml).count > 0 || listsMark(body, in: yaml)
  }

  /// What a reply may stand in, outermost first.
  static let wrappers = ["Response", "Result"]

  /// What stands inside `Response`, `Result` or both; the mapping itself where it has neither.
  static func unwrapped(_ mapping: NodeID, in yaml: YAMLDocument) -> (node: NodeID, isWrapped: Bool) {
    var node = mapping
    for key in wrappers {
      guard let value = yaml.value(of: node, key: key).map({ yaml.resolved($0) }),
        yaml.kind(value) == .mapping || (key == "Result" && yaml.kind(value) == .sequence)
      else { continue }
      node = value
    }
    return (node, node != mapping)
  }

  private static func marks(of mapping: NodeID, in yaml: YAMLDocument) -> (count: Int, namesRoute: Bool) {
    var count = 0
    var namesRoute = false
    for entry in yaml.entries(of: mapping) {
      guard let isRoute = markTable[yaml.scalar(entry.key)] else { continue }
      count += 1
      if isRoute, yaml.value(of: entry.value, key: "Path") != nil, yaml.value(of: entry.value, key: "Method") != nil {
        namesRoute = true
      }
    }
    return (count, namesRoute)
  }

  /// Names of the gateway's own, with whether the value holds path and method.
  private static let markTable = KeyTable<Bool>(
    [("RequestConfig", true)]
      + [
        "ServiceType", "ApiBusinessType", "ServiceScfFunctionName", "ServiceTsfLoadBalanceConf", "MicroServices",
        "OauthConfig", "EnableCORS", "ApiIdStatusSet", "OuterSubDomain", "InnerSubDomain", "InternalSubDomain",
        "NetTypes", "AvailableEnvironments", "ServiceSet", "DomainSet", "PathMappingSet", "IsDefaultMapping",
        "NetSubDomain", "UsagePlanId", "MaxRequestNumPreSec", "BindEnvironments", "AccessKeyList", "ApiKeySet",
        "PluginType", "PluginData", "UpstreamId", "UpstreamName", "UpstreamType", "UpstreamHost", "K8sService",
        "K8sServices", "Content", "EncodeType",
      ].map { ($0, false) })

  /// Lists that only the gateway's replies have, and lists whose items tell.
  private static func listsMark(_ mapping: NodeID, in yaml: YAMLDocument) -> Bool {
    for entry in yaml.entries(of: mapping) {
      let key = yaml.string(entry.key)
      if ownLists.contains(key) { return true }
      guard let demanded = tellingItems[key],
        let item = yaml.children(of: yaml.resolved(entry.value)).first(where: { _ in true })
      else { continue }
      if demanded.allSatisfy({ yaml.value(of: item, key: $0) != nil }) { return true }
    }
    return yaml.value(of: mapping, key: "StrategyType") != nil && yaml.value(of: mapping, key: "StrategyData") != nil
  }

  private static let ownLists: Set<String> = [
    "ApiEnvironmentStrategySet", "EnvironmentStrategySet", "ApiUsagePlanList", "ServiceUsagePlanList", "UpstreamSet",
    "UsagePlanStatusSet", "ApiAppSet",
  ]
  private static let tellingItems: [String: [String]] = [
    "EnvironmentList": ["EnvironmentName", "VersionName"], "PluginSet": ["PluginType"],
    "ApiSet": ["ApiId", "Path", "Method"], "Triggers": ["TriggerDesc"],
  ]

  // MARK: Triggers of functions

  /// Whether a mapping describes a function's gateway trigger.
  static func isTrigger(_ mapping: NodeID, in yaml: YAMLDocument) -> Bool {
    guard let api = yaml.value(of: mapping, key: "api"), yaml.value(of: api, key: "requestConfig") != nil,
      yaml.value(of: mapping, key: "service") != nil, let release = yaml.value(of: mapping, key: "release")
    else { return false }
    return yaml.value(of: release, key: "environmentName") != nil
  }

  /// Whether a mapping holds such a description as text.
  static func holdsTrigger(_ mapping: NodeID, in yaml: YAMLDocument) -> Bool {
    guard let text = yaml.value(of: mapping, key: "TriggerDesc").map({ yaml.resolved($0) }),
      yaml.kind(text) == .scalar
    else { return false }
    let inner = YAMLDocument.parse(Array(yaml.scalar(text)), limits: yaml.limits)
    return inner.problem == nil && inner.roots.first.map { isTrigger($0, in: inner) } ?? false
  }
}
