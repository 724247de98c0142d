import GatewayModel

/// How the dialects that borrow the Cloud API's names spell fields, where they hold them, and what holds where nothing
/// is written.
enum CloudAPISpelling {
  /// Spellings of all fields of the Cloud API. A field that a dialect names otherwise comes first in `own`.
  static func spelling(_ own: CloudAPIFields.Table...) -> [FieldName: String] {
    typealias Cloud = CloudAPIFields
    let tables =
      own + [
        Cloud.apiOnlyFields, Cloud.requestConfigFields, Cloud.backendFields, Cloud.frontFields,
        Cloud.serviceConfigFields, Cloud.cosConfigFields, Cloud.loadBalanceFields, Cloud.healthCheckFields,
        Cloud.oauthConfigFields, Cloud.microServiceFields, Cloud.serviceParameterFields, Cloud.constantFields,
        Cloud.requestParameterFields, Cloud.errorCodeFields, Cloud.base64RuleFields, [(.mapFrom, "map_from")],
        Cloud.serviceFields, Cloud.domainFields, Cloud.pathMappingFields, Cloud.pluginFields, Cloud.usagePlanFields,
        Cloud.apiKeyFields, Cloud.appFields, Cloud.upstreamFields, Cloud.upstreamNodeFields,
        Cloud.healthCheckerFields, PluginDataFields.all, PluginDataFields.strategy,
        PluginDataFields.cacheKeyParameter, PluginDataFields.routingStrategy, PluginDataFields.locationFields,
      ]
    return Dictionary(tables.joined().map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
  }

  /// Spellings in the second form of a part: bindings, the back ends of plugins, the parameters of a strategy.
  static let alternate: [FieldName: String] = Dictionary(
    (PluginDataFields.routingStrategy + PluginDataFields.strategyParameter + CloudAPIFields.domainReplyFields
      + [(.environmentName, "Environment")])
      .map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })

  static let containers: [FieldName: FieldName] = {
    var holder = nested
    for (field, _) in CloudAPIFields.requestConfigFields { holder[field] = .requestConfig }
    for (field, _) in CloudAPIFields.healthCheckerFields { holder[field] = .upstreamHealthChecker }
    for (field, _) in PluginDataFields.all { holder[field] = .pluginData }
    return holder
  }()

  /// Where the back end of a plugin holds its fields.
  static let alternateContainers: [FieldName: FieldName] = {
    var holder = nested
    let inConfig = CloudAPIFields.backendFields + CloudAPIFields.frontFields + PluginDataFields.locationFields
    for (field, _) in inConfig where field != .serviceType { holder[field] = .backendConfig }
    return holder
  }()

  private static let nested: [FieldName: FieldName] = {
    var holder: [FieldName: FieldName] = [:]
    for (field, _) in CloudAPIFields.serviceConfigFields { holder[field] = .serviceConfig }
    for (field, _) in CloudAPIFields.cosConfigFields { holder[field] = .cosConfig }
    for (field, _) in CloudAPIFields.loadBalanceFields { holder[field] = .loadBalance }
    for (field, _) in CloudAPIFields.healthCheckFields { holder[field] = .healthCheck }
    for (field, _) in CloudAPIFields.oauthConfigFields { holder[field] = .oauthConfig }
    return holder
  }()

  /// Values that hold where nothing is written.
  ///
  /// Source: the comments of the Cloud API definition [sdk].
  static let defaults: [FieldName: String] = [
    .apiType: "NORMAL", .businessType: "NORMAL", .frontProtocol: "HTTP", .authType: "NONE",
    .isDefaultMapping: "true", .isForcedHTTPS: "false", .bindType: "SERVICE", .accessKeyType: "auto",
    .domainNetType: "OUTER", .maxRequestNumber: "-1", .maxRequestsPerSecond: "-1",
  ]
}
