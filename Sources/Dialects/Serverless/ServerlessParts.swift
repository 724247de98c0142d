import GatewayModel
import YAMLDocument

/// Where the function behind an API is declared, as far as its time-out tells.
struct FunctionDeclaration {
  /// The written time-out.
  var timeout: NodeID?
  /// The written type: `web` or `event`.
  var type: NodeID?
}

extension ServerlessReader {
  // MARK: APIs

  /// Reads a list of endpoints, each an API.
  /// - Parameters:
  ///   - level: which keys an endpoint knows.
  ///   - function: the function behind all of them.
  func readEndpoints(
    _ list: NodeID, level: ServerlessLevel, use: NodeID? = nil,
    function: (ServerlessReader, NodeID) -> FunctionDeclaration = { _, _ in FunctionDeclaration() }
  ) {
    let sequence = yaml.resolved(list)
    guard yaml.kind(sequence) == .sequence else { return }
    let listUse = use ?? (sequence == list ? nil : list)
    for item in yaml.children(of: sequence) {
      guard !builder.limitReached else { return }
      let endpoint = yaml.resolved(item)
      guard yaml.kind(endpoint) == .mapping else { continue }
      let use = listUse ?? (endpoint == item ? nil : item)
      builder.begin(.api, node: endpoint, use: use)
      readFields(of: endpoint, level: level, use: use)
      set(function(self, endpoint))
      readNestedSettings(use: use)
      builder.end()
    }
  }

  /// Records what is known of the function behind the API that is open.
  func set(_ function: FunctionDeclaration) {
    if let timeout = function.timeout { builder.set(.declaredFunctionTimeout, value: timeout) }
    if let type = function.type { builder.set(.declaredFunctionType, value: type) }
  }

  /// Reads the mappings and lists that stand in fields of the API that is open.
  func readNestedSettings(use: NodeID?, levels: NestedLevels = .components) {
    for (field, level) in levels.mappings {
      if let (value, fieldUse) = builder.value(of: field) { readFields(of: value, level: level, use: fieldUse ?? use) }
    }
    for (field, kind, level) in levels.lists {
      if let (value, fieldUse) = builder.value(of: field) {
        readList(value, kind: kind, level: level, use: fieldUse ?? use)
      }
    }
    readPlan(use: use, levels: levels)
  }

  /// Which keys the mappings inside an API know.
  struct NestedLevels {
    let mappings: [(FieldName, ServerlessLevel)]
    let lists: [(FieldName, PartKind, ServerlessLevel)]
    let usagePlan: ServerlessLevel
    let auth: ServerlessLevel

    static let components = NestedLevels(
      mappings: [
        (.functionSettings, .endpointFunction), (.serviceConfig, .serviceConfig), (.oauthConfig, .oauthConfig),
        (.authRelationAPI, .authRelation), (.app, .app),
      ],
      lists: [
        (.requestParameters, .requestParameter, .parameter),
        (.serviceParameters, .serviceParameter, .serviceParameter), (.base64Rules, .base64Rule, .base64Rule),
      ],
      usagePlan: .usagePlan, auth: .auth)

    static let serverlessDevs = NestedLevels(
      mappings: [
        (.functionSettings, .devsFunction), (.serviceConfig, .devsServiceConfig), (.oauthConfig, .oauthConfig),
        (.authRelationAPI, .authRelation),
      ],
      lists: [
        (.requestParameters, .requestParameter, .devsParameter), (.base64Rules, .base64Rule, .base64Rule),
      ],
      usagePlan: .devsUsagePlan, auth: .devsAuth)
  }

  private func readList(_ value: NodeID, kind: PartKind, level: ServerlessLevel, use: NodeID?) {
    let list = yaml.resolved(value)
    guard yaml.kind(list) == .sequence else { return }
    let listUse = use ?? (list == value ? nil : value)
    for item in yaml.children(of: list) {
      guard !builder.limitReached else { return }
      let node = yaml.resolved(item)
      guard yaml.kind(node) == .mapping else { continue }
      let use = listUse ?? (node == item ? nil : item)
      builder.begin(kind, node: node, use: use)
      readFields(of: node, level: level, use: use)
      builder.end()
    }
  }

  /// Reads the usage plan and its keys, as far as they are fields of the part that is open.
  func readPlan(use: NodeID?, levels: NestedLevels = .components) {
    let auth = builder.value(of: .auth)
    if let (value, authUse) = auth {
      let level = era == .v1 && levels.auth == .auth ? .authV1 : levels.auth
      readFields(of: value, level: level, use: authUse ?? use)
    }
    guard let (value, planUse) = builder.value(of: .usagePlan) else { return }
    let plan = yaml.resolved(value)
    guard yaml.kind(plan) == .mapping else { return }
    builder.begin(.usagePlan, node: plan, use: planUse ?? use)
    readFields(of: value, level: levels.usagePlan, use: planUse ?? use)
    if let auth { builder.set(.auth, value: auth.value, use: auth.use) }
    builder.end()
  }

  // MARK: Domains

  /// Reads the custom domains in a field of the service that is open.
  func readDomains(level: ServerlessLevel) {
    guard let (value, use) = builder.value(of: .domainList) else { return }
    readDomains(value, level: level, use: use)
  }

  /// Reads custom domains: a list of them, or in the first version one alone.
  func readDomains(_ value: NodeID, level: ServerlessLevel, use: NodeID?) {
    let list = yaml.resolved(value)
    let listUse = use ?? (list == value ? nil : value)
    let items = yaml.kind(list) == .mapping ? [list] : Array(yaml.children(of: list))
    for item in items {
      guard !builder.limitReached else { return }
      let domain = yaml.resolved(item)
      guard yaml.kind(domain) == .mapping else { continue }
      let use = listUse ?? (domain == item ? nil : item)
      builder.begin(.domain, node: domain, use: use)
      readFields(of: domain, level: level, use: use)
      if let (mappings, mappingUse) = builder.value(of: .pathMappingSet) {
        readList(mappings, kind: .pathMapping, level: level.pathMappings, use: mappingUse ?? use)
      }
      builder.end()
    }
  }
}
