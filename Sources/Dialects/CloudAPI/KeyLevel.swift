import GatewayModel

/// The kinds of mapping that the readers know, each with keys of its own.
enum KeyLevel: UInt16, CaseIterable {
  case anywhere, operation, backend, serviceConfig, cosConfig, loadBalance, healthCheck, oauthConfig, microService,
    serviceParameter, constant, conventionParameter, errorCode, base64Rule
  case api, requestConfig, requestParameter
  case manifest, service, domain, pathMapping, plugin, pluginAttachment, usagePlan, planBinding, apiKey, app,
    appBinding, expectedURL, upstream, upstreamNode, healthChecker
  case corsData, ipControlData, trafficControlData, parameterControlData, proxyCacheData, circuitBreakerData,
    customAuthenticationData, customMessageData, antiReplayData, controlStrategy, cacheKeyParameter,
    strategyParameter, breakerBackend, routingStrategy, backendConfig
  case apiSummary, serviceReply, domainReply, pluginReply, usagePlanReply, planBindingReply, bindingReply, triggerAPI,
    triggerRequest,
    triggerService, triggerRelease

  /// What a key of a known mapping means.
  enum Meaning: Sendable {
    case field(FieldName)
    /// Known, but it says nothing that a rule asks for.
    case passive
  }

  /// The keys that the mapping knows.
  var table: KeyTable<Meaning> { Self.tables[Int(rawValue)] }

  /// The keys of every level, for notes.
  static let knownKeys: [[String]] = allCases.map { level in
    level == .operation ? OpenAPIFacts.extensions.map(\.key) : level.table.keys
  }

  /// The field that holds the mapping; `nil` for a part's own.
  var holder: FieldName? {
    switch self {
    case .backend: .backend
    case .serviceConfig: .serviceConfig
    case .cosConfig: .cosConfig
    case .loadBalance: .loadBalance
    case .healthCheck: .healthCheck
    case .oauthConfig: .oauthConfig
    case .requestConfig: .requestConfig
    case .service: .serviceSettings
    case .triggerRequest: .requestConfig
    case .healthChecker: .upstreamHealthChecker
    case .backendConfig: .backendConfig
    case .corsData, .ipControlData, .trafficControlData, .parameterControlData, .proxyCacheData, .circuitBreakerData,
      .customAuthenticationData, .customMessageData, .antiReplayData:
      .pluginData
    default: nil
    }
  }

  private static let tables: [KeyTable<Meaning>] = allCases.map { level in
    func fields(_ lists: CloudAPIFields.Table...) -> [(String, Meaning)] {
      lists.flatMap { $0.map { ($0.1, .field($0.0)) } }
    }
    func passive(_ keys: [String]) -> [(String, Meaning)] { keys.map { ($0, .passive) } }
    let mapFrom = CloudAPIFields.mapFromKeys.map { ($0, Meaning.field(.mapFrom)) }
    typealias Cloud = CloudAPIFields
    typealias Data = PluginDataFields
    return switch level {
    case .anywhere, .operation: KeyTable([])
    case .backend:
      KeyTable(
        fields(Cloud.backendFields, Cloud.frontFields, [(.conventionRequestParameters, "RequestParameters")]) + mapFrom
          + passive(["ApiName", "ApiDesc", "RequestConfig"] + Cloud.passiveAPIKeys))
    case .serviceConfig: KeyTable(fields(Cloud.serviceConfigFields))
    case .cosConfig: KeyTable(fields(Cloud.cosConfigFields))
    case .loadBalance: KeyTable(fields(Cloud.loadBalanceFields))
    case .healthCheck: KeyTable(fields(Cloud.healthCheckFields))
    case .oauthConfig: KeyTable(fields(Cloud.oauthConfigFields))
    case .microService: KeyTable(fields(Cloud.microServiceFields))
    case .serviceParameter: KeyTable(fields(Cloud.serviceParameterFields) + mapFrom)
    case .constant: KeyTable(fields(Cloud.constantFields))
    case .conventionParameter, .requestParameter: KeyTable(fields(Cloud.requestParameterFields) + mapFrom)
    case .errorCode: KeyTable(fields(Cloud.errorCodeFields))
    case .base64Rule: KeyTable(fields(Cloud.base64RuleFields))

    case .api:
      KeyTable(
        fields(Cloud.apiOnlyFields, Cloud.backendFields, Cloud.frontFields, ManifestFacts.apiConventionFields) + mapFrom
          + passive(Cloud.passiveAPIKeys))
    case .requestConfig: KeyTable(fields(Cloud.requestConfigFields))

    case .manifest: KeyTable(fields(ManifestFacts.sections, ManifestFacts.versionField))
    case .service: KeyTable(fields(Cloud.serviceFields) + passive(Cloud.passiveServiceKeys))
    case .domain: KeyTable(fields(Cloud.domainFields))
    case .pathMapping: KeyTable(fields(Cloud.pathMappingFields))
    case .plugin: KeyTable(fields(Cloud.pluginFields, ManifestFacts.pluginFields))
    case .pluginAttachment: KeyTable(fields(ManifestFacts.attachmentFields))
    case .usagePlan: KeyTable(fields(Cloud.usagePlanFields, ManifestFacts.usagePlanFields))
    case .planBinding: KeyTable(fields(ManifestFacts.planBindingFields) + passive(["ServiceId"]))
    case .apiKey: KeyTable(fields(Cloud.apiKeyFields))
    case .app: KeyTable(fields(Cloud.appFields, ManifestFacts.appFields))
    case .appBinding: KeyTable(fields(ManifestFacts.appBindingFields) + passive(["ServiceId"]))
    case .expectedURL: KeyTable(fields(ManifestFacts.expectedURLFields))
    case .upstream:
      KeyTable(
        fields(Cloud.upstreamFields, [(.upstreamServices, "K8sServices")]) + passive(Cloud.passiveUpstreamKeys))
    case .upstreamNode: KeyTable(fields(Cloud.upstreamNodeFields) + passive(Cloud.passiveUpstreamNodeKeys))
    case .healthChecker: KeyTable(fields(Cloud.healthCheckerFields) + passive(Cloud.passiveHealthCheckerKeys))

    case .corsData: KeyTable(fields(Data.cors))
    case .ipControlData: KeyTable(fields(Data.ipControl))
    case .trafficControlData: KeyTable(fields(Data.trafficControl))
    case .parameterControlData: KeyTable(fields(Data.trafficControlByParameter))
    case .proxyCacheData: KeyTable(fields(Data.proxyCache))
    case .circuitBreakerData: KeyTable(fields(Data.circuitBreaker) + passive(Data.breakerBackend.map(\.1)))
    case .customAuthenticationData: KeyTable(fields(Data.function, Data.customAuthentication))
    case .customMessageData: KeyTable(fields(Data.function, Data.customMessage))
    case .antiReplayData: KeyTable(fields(Data.antiReplay))
    case .controlStrategy: KeyTable(fields(Data.strategy))
    case .cacheKeyParameter: KeyTable(fields(Data.cacheKeyParameter))
    case .strategyParameter: KeyTable(fields(Data.strategyParameter))
    case .breakerBackend: KeyTable(fields(Data.breakerBackend))
    case .routingStrategy: KeyTable(fields(Data.routingStrategy))
    case .backendConfig:
      KeyTable(
        fields(
          Cloud.backendFields, Cloud.frontFields, Data.locationFields, [(.requestParameters, "RequestParameters")])
          + passive(Cloud.passiveAPIKeys))

    case .apiSummary:
      KeyTable(fields(Cloud.apiOnlyFields, Cloud.backendFields, Cloud.frontFields, Cloud.requestConfigFields))
    case .serviceReply: KeyTable(fields(Cloud.serviceFields, Cloud.serviceReplyFields))
    case .domainReply: KeyTable(fields(Cloud.domainReplyFields, Cloud.domainFields))
    case .pluginReply: KeyTable(fields(Cloud.pluginFields, Cloud.pluginReplyFields))
    case .bindingReply: KeyTable(fields(Cloud.bindingReplyFields))
    case .usagePlanReply: KeyTable(fields(Cloud.usagePlanFields, Cloud.usagePlanReplyFields))
    case .planBindingReply: KeyTable(fields([(.environmentName, "EnvironmentName"), (.apiNames, "ApiIds")]))
    case .triggerAPI: KeyTable(fields(TriggerFacts.apiFields))
    case .triggerRequest: KeyTable(fields(TriggerFacts.requestFields))
    case .triggerService: KeyTable(fields(TriggerFacts.serviceFields))
    case .triggerRelease: KeyTable(fields(TriggerFacts.releaseFields))
    }
  }
}
