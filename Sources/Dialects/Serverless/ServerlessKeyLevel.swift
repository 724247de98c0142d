import GatewayModel
import YAMLDocument

/// What a key of a serverless file means in the mapping that it stands in.
enum ServerlessKey: Sendable {
  /// A field of the part that is being read.
  case field(FieldName)
  /// A field of the API behind the mapping, where one mapping holds service and API.
  case apiField(FieldName)
  /// Read, but it says nothing that a rule asks for.
  case passive
}

/// The mappings of serverless files that the gateway's settings stand in. Which keys each knows: `ServerlessKeys`.
enum ServerlessLevel: UInt16, Sendable, CaseIterable {
  case none
  case apiGatewayInputs, apiGatewayInputsV1
  case apigwEvent, eventParameters, eventParametersV1, triggerParameters, bareTrigger
  case frameworkBlock, frameworkBlockV1, flatBlock, httpBlock, httpAPI
  /// A block of settings, and domains in it, of a component whose keys are not published.
  case unsureBlock, unsureDomain
  case endpoint, triggerEndpoint
  case endpointFunction, serviceConfig, oauthConfig, authRelation, app, parameter, serviceParameter, base64Rule
  case usagePlan, auth, authV1
  case domain, flatDomain, httpDomain, pathMapping
  case pluginParameters, pluginEventV0, pluginHTTPEvent
  case templateEvent
  case devsService, devsTrigger, devsDomain, devsPathMapping, devsAPI, devsFunction, devsServiceConfig, devsParameter,
    devsUsagePlan, devsAuth

  /// The keys that the mapping reads.
  var table: KeyTable<ServerlessKey> { Self.tables[Int(rawValue)] }

  /// Whether all keys that the mapping reads are known.
  var isClosed: Bool { self != .none && self != .unsureBlock && self != .unsureDomain }

  /// What the domains of a service that is written so are.
  var domains: ServerlessLevel {
    switch self {
    case .flatBlock: .flatDomain
    case .httpBlock: .httpDomain
    case .unsureBlock: .unsureDomain
    case .devsService, .devsTrigger: .devsDomain
    default: .domain
    }
  }

  /// What the APIs of a service that is written so are.
  var endpoints: ServerlessLevel {
    switch self {
    case .triggerParameters, .bareTrigger: .triggerEndpoint
    case .devsService, .devsTrigger: .devsAPI
    default: .endpoint
    }
  }

  /// What the path mappings of a domain that is written so are.
  var pathMappings: ServerlessLevel { self == .devsDomain ? .devsPathMapping : .pathMapping }

  /// The keys that mean something in a mapping of this sort elsewhere: in another component, version or tool.
  var concepts: KeyTable<FieldName?> {
    switch self {
    case .apiGatewayInputs, .apiGatewayInputsV1, .apigwEvent, .eventParameters, .eventParametersV1,
      .triggerParameters, .bareTrigger, .frameworkBlock, .frameworkBlockV1, .flatBlock, .httpBlock,
      .pluginParameters, .pluginEventV0:
      Self.serviceConcepts
    case .endpoint, .triggerEndpoint, .httpAPI, .endpointFunction, .serviceConfig, .pluginHTTPEvent: Self.apiConcepts
    case .domain, .httpDomain, .pathMapping: Self.domainConcepts
    case .flatDomain: Self.flatDomainConcepts
    case .parameter: Self.parameterConcepts
    case .usagePlan, .auth, .authV1: Self.planConcepts
    case .devsService, .devsTrigger: Self.devsServiceConcepts
    case .devsAPI, .devsFunction, .devsServiceConfig: Self.devsAPIConcepts
    case .devsDomain, .devsPathMapping: Self.devsDomainConcepts
    case .devsParameter: Self.devsParameterConcepts
    case .devsUsagePlan, .devsAuth: Self.devsPlanConcepts
    case .none, .unsureBlock, .unsureDomain, .oauthConfig, .authRelation, .app, .serviceParameter, .base64Rule,
      .templateEvent:
      Self.noConcepts
    }
  }

  /// The keys of every level, for notes.
  static let knownKeys: [[String]] = tables.map(\.keys)

  private static let tables: [KeyTable<ServerlessKey>] = allCases.map { KeyTable(ServerlessKeys.entries(of: $0)) }
  private static let serviceConcepts = KeyTable(ServerlessConcepts.service)
  private static let apiConcepts = KeyTable(ServerlessConcepts.api)
  private static let domainConcepts = KeyTable(ServerlessConcepts.domain)
  private static let flatDomainConcepts = KeyTable(
    [("isDefaultMapping", FieldName?.some(.customMapping))] + ServerlessConcepts.domain)
  private static let parameterConcepts = KeyTable(ServerlessConcepts.parameter)
  private static let planConcepts = KeyTable(ServerlessConcepts.plan)
  private static let devsServiceConcepts = KeyTable(ServerlessKeys.inBothCases(ServerlessConcepts.service))
  private static let devsAPIConcepts = KeyTable(ServerlessKeys.inBothCases(ServerlessConcepts.api))
  private static let devsDomainConcepts = KeyTable(ServerlessKeys.inBothCases(ServerlessConcepts.domain))
  private static let devsParameterConcepts = KeyTable(ServerlessKeys.inBothCases(ServerlessConcepts.parameter))
  private static let devsPlanConcepts = KeyTable(ServerlessKeys.inBothCases(ServerlessConcepts.plan))
  private static let noConcepts = KeyTable<FieldName?>([(String, FieldName?)]())
}

/// Keys that some serverless dialect reads, by the sort of mapping, with the field that they mean; none where the field
/// has no counterpart elsewhere. A key that a mapping does not read but that stands here is misplaced, not unknown.
enum ServerlessConcepts {
  static let service: [(String, FieldName?)] =
    [
      ("serviceId", .serviceId), ("id", .serviceId), ("serviceName", .serviceName), ("name", .serviceName),
      ("serviceDesc", .serviceDescription), ("description", .serviceDescription), ("apiDesc", .serviceDescription),
      ("protocols", .serviceProtocol), ("protocol", .serviceProtocol), ("netTypes", .netTypes), ("netType", .netTypes),
      ("environment", .releasedEnvironments), ("stageName", .releasedEnvironments), ("stage", .releasedEnvironments),
      ("instanceId", .instanceId), ("customDomains", .domainList), ("customDomain", .domainList), ("region", .region),
      ("endpoints", .apiList), ("apis", .apiList), ("usagePlan", .usagePlan), ("auth", .auth), ("tags", nil),
      ("isDisabled", .isDisabled), ("ignoreUpdate", nil), ("isAutoRelease", nil), ("apigatewayConf", nil),
      ("apigwConfig", nil),
      ("apigw", nil), ("api", .apiSettings), ("parameters", nil),
    ] + api.filter { !["description", "apiDesc", "protocol", "name", "id"].contains($0.0) }
    + domain.filter {
      ["certificateId", "certId", "isDefaultMapping", "customMap", "pathMappingSet", "pathMap", "isForcedHttps"]
        .contains($0.0)
    }

  static let api: [(String, FieldName?)] = [
    ("path", .path), ("method", .method), ("httpMethod", .method), ("apiId", .apiId), ("apiName", .apiName),
    ("name", .apiName), ("id", .apiId), ("description", .apiDescription), ("apiDesc", .apiDescription),
    ("serviceDesc", .apiDescription), ("protocol", .frontProtocol), ("protocols", .serviceProtocol),
    ("serviceType", .serviceType), ("serviceTimeout", .timeout), ("timeout", .timeout), ("responseType", .responseType),
    ("enableCORS", .enableCORS), ("cors", .enableCORS), ("authType", .authType), ("businessType", .businessType),
    ("oauthConfig", .oauthConfig), ("authRelationApi", .authRelationAPI), ("authRelationApiId", .authRelationAPIId),
    ("app", .app), ("usagePlan", .usagePlan), ("auth", .auth), ("function", .functionSettings),
    ("functionName", .functionName), ("functionQualifier", .functionQualifier), ("qualifier", .functionQualifier),
    ("functionNamespace", .functionNamespace), ("functionType", .functionType),
    ("isIntegratedResponse", .isIntegratedResponse), ("integratedResponse", .isIntegratedResponse),
    ("transportFunctionName", .transportFunctionName), ("registerFunctionName", .registerFunctionName),
    ("cleanupFunctionName", .cleanupFunctionName), ("serviceConfig", .serviceConfig),
    ("serviceParameters", .serviceParameters), ("serviceMockReturnMessage", .mockMessage),
    ("param", .requestParameters), ("isBase64Encoded", .isBase64Encoded), ("isBase64Trigger", .isBase64Trigger),
    ("base64EncodedTriggerRules", .base64Rules), ("serviceId", .serviceId), ("serviceName", .serviceName),
    ("environment", .releasedEnvironments), ("stageName", .releasedEnvironments), ("customDomains", .domainList),
    ("customDomain", .domainList),
  ]

  static let domain: [(String, FieldName?)] = [
    ("domain", .domainName), ("subDomain", .domainName), ("certificateId", .certificateId), ("certId", .certificateId),
    ("isDefaultMapping", .isDefaultMapping), ("customMap", .isDefaultMapping), ("pathMappingSet", .pathMappingSet),
    ("pathMap", .pathMappingSet), ("protocols", .domainProtocol), ("protocol", .domainProtocol),
    ("isForcedHttps", .isForcedHTTPS), ("netType", .domainNetType), ("path", .mappingPath),
    ("environment", .mappingEnvironment),
  ]

  static let parameter: [(String, FieldName?)] = [
    ("name", .parameterName), ("position", .parameterPosition), ("in", .parameterPosition),
    ("required", .parameterRequired), ("type", .parameterType), ("defaultValue", .parameterDefault),
    ("default", .parameterDefault), ("desc", .parameterDescription), ("description", .parameterDescription),
  ]

  static let plan: [(String, FieldName?)] = [
    ("usagePlanId", .usagePlanId), ("usagePlanName", .usagePlanName), ("usagePlanDesc", .usagePlanDescription),
    ("maxRequestNum", .maxRequestNumber), ("maxRequestNumPreSec", .maxRequestsPerSecond), ("secretName", .secretName),
    ("secretIds", .secretIds), ("serviceTimeout", .timeout), ("timeout", .timeout),
  ]
}
