import GatewayModel
import YAMLDocument

/// What is particular to each serverless dialect, by component and version.
///
/// Source of the defaults: the components' own source and the toolkit that they call; of the plugin, its deployment code
/// [component].
enum ServerlessFacts {
  /// The version of the component framework: the same keys are typed the other way round in the two.
  enum Era: Sendable, Hashable {
    /// A map of instances, 2019 and early 2020.
    case v1
    /// One instance a file.
    case v2
  }

  /// Which facts hold for the parts of an instance.
  enum Kind: Sendable, Hashable, CaseIterable {
    /// A file that holds a map of instances, whatever its components are.
    case instances
    case apiGateway, function, functions, http
    /// A web framework whose gateway has one API for everything.
    case framework
    /// The endpoints that a web framework's file lists itself.
    case frameworkEndpoints
    /// A component with a flat `apigw` block; applications whose source is not published; and some that set values of
    /// their own.
    case flat, application, wordpress, discuzq, websocket
  }

  /// The facts that hold for a kind in a version.
  static func facts(_ kind: Kind, _ era: Era) -> DialectFacts { (era == .v1 ? first : second)[kind]! }

  private static let first = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0, make($0, .v1)) })
  private static let second = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0, make($0, .v2)) })

  private static func make(_ kind: Kind, _ era: Era) -> DialectFacts {
    switch kind {
    case .instances:
      DialectFacts(
        dialect: .componentsV1, schema: .core, spelling: [.region: "region"], backend: backend, tool: tool(.converted))
    case .apiGateway: apiGateway(era)
    case .function:
      facts(
        .componentSCF, era, service: ServerlessKeys.eventService, endpoints: "endpoints", defaults: functionDefaults,
        demanded: [.api: [.path, .method]])
    case .functions:
      facts(
        .componentMultiSCF, era, service: ServerlessKeys.triggerService, endpoints: "apis",
        defaults: functionDefaults.merging([.functionName: ""]) { own, _ in own },
        demanded: [.api: [.path, .method, .functionName]], extra: [.functionName: "function"])
    case .framework:
      facts(
        .componentFramework, era, service: ServerlessKeys.frameworkService, endpoints: "endpoints",
        defaults: webDefaults, demanded: [.domain: [.domainName]], api: ServerlessKeys.frameworkAPI)
    case .frameworkEndpoints:
      facts(
        .componentFramework, era, service: ServerlessKeys.frameworkService, endpoints: "endpoints",
        defaults: functionDefaults, demanded: [.api: [.path, .method]])
    case .flat: flat(era, [:])
    case .application: flat(era, [:], unknown: [.timeout, .enableCORS, .serviceProtocol, .declaredFunctionTimeout])
    case .wordpress: flat(era, [.timeout: "910", .enableCORS: "true", .serviceProtocol: "https"])
    case .discuzq: flat(era, [.timeout: "910", .enableCORS: "true", .serviceProtocol: "http&https"])
    case .websocket: flat(era, [.method: "GET", .frontProtocol: "WEBSOCKET"])
    case .http: http(era)
    }
  }

  private static func apiGateway(_ era: Era) -> DialectFacts {
    facts(
      .componentAPIGateway, era, service: ServerlessKeys.apiGatewayService, endpoints: "endpoints",
      defaults: [
        .serviceName: "serverless", .functionQualifier: "$LATEST", .functionNamespace: "default",
        .functionType: "EVENT", .apiName: "index",
      ],
      demanded: [.service: [.apiList], .api: [.path, .method], .domain: [.domainName]],
      backend: BackendConventions(
        refusesEmptyPath: true, setsProduct: true, demandsTransportFunction: true, choosesFrontEnd: true),
      namesFunction: true)
  }

  private static func flat(
    _ era: Era, _ defaults: [FieldName: String], unknown: Set<FieldName> = []
  ) -> DialectFacts {
    facts(
      .componentFlat, era, service: ServerlessKeys.flatService, endpoints: nil,
      defaults: defaults.merging(webDefaults) { own, _ in own }, demanded: [.domain: [.domainName]],
      api: ServerlessKeys.flatAPI, domain: ServerlessKeys.flatDomain, mappingSwitch: .customMapping, unknown: unknown)
  }

  private static func http(_ era: Era) -> DialectFacts {
    facts(
      .componentHTTP, era, service: ServerlessKeys.flatService, endpoints: nil,
      defaults: webDefaults.merging([.enableCORS: "true", .functionType: "HTTP"]) { _, own in own },
      demanded: [.domain: [.domainName]], api: ServerlessKeys.httpAPI + [("qualifier", .functionQualifier)],
      domain: ServerlessKeys.flatDomain + [
        ("isForcedHttps", .isForcedHTTPS), ("isDefaultMapping", .isDefaultMapping),
      ],
      mappingSwitch: .both, extra: [.apiSettings: "api"],
      container: [
        .path: .apiSettings, .method: .apiSettings, .apiName: .apiSettings, .enableCORS: .apiSettings,
        .timeout: .apiSettings,
      ])
  }

  // MARK: What the components share

  /// Settings of a function that the component itself deploys.
  private static let functionDefaults: [FieldName: String] = [
    .serviceName: "serverless", .functionQualifier: "$DEFAULT", .apiName: "index",
  ]

  private static let webDefaults: [FieldName: String] = [
    .path: "/", .method: "ANY", .functionQualifier: "$DEFAULT", .apiName: "index", .isIntegratedResponse: "true",
  ]

  private static let commonDefaults: [FieldName: String] = [
    .serviceProtocol: "http", .releasedEnvironments: "release", .netTypes: "OUTER", .isDefaultMapping: "true",
    .isForcedHTTPS: "false", .domainNetType: "OUTER", .serviceType: "SCF", .frontProtocol: "HTTP", .timeout: "15",
    .enableCORS: "false", .authType: "NONE", .businessType: "NORMAL", .apiType: "NORMAL", .responseType: "HTML",
    .isIntegratedResponse: "false", .isBase64Encoded: "false", .isBase64Trigger: "false",
    .maxRequestNumber: "-1", .maxRequestsPerSecond: "-1", .declaredFunctionTimeout: "3", .region: "ap-guangzhou",
  ]

  private static let backend = BackendConventions(
    refusesEmptyPath: true, setsProduct: true, choosesFrontEnd: true, functionTypes: ["web": "HTTP", "event": "EVENT"])

  /// What values are where they are something else in the Cloud API.
  static let valueTypes: [FieldName: ValueType] = [
    .serviceProtocol: .list, .domainProtocol: .list, .releasedEnvironments: .string, .authRelationAPI: .mapping,
  ]

  /// What the tools of all components have in common. Their schema spells the response type TEXT as TEST.
  static func tool(_ quotedBooleans: ToolConventions.QuotedBooleans) -> ToolConventions {
    var tool = ToolConventions(
      quotedBooleans: quotedBooleans, valueTypes: valueTypes,
      joinsProtocols: true, checksKeys: true, bindsPlansInPlace: true, expandsTokenLocation: true)
    tool.responseTypes = ["TEST"]
    return tool
  }

  private static let mappings: [FieldName: FieldName] = [
    .backendURL: .serviceConfig, .backendPath: .serviceConfig, .backendMethod: .serviceConfig, .vpcId: .serviceConfig,
    .oauthPublicKey: .oauthConfig, .oauthTokenLocation: .oauthConfig, .oauthRedirectURL: .oauthConfig,
    .authRelationPath: .authRelationAPI, .authRelationMethod: .authRelationAPI,
    .secretName: .auth, .secretIds: .auth,
  ]

  private static func facts(
    _ dialect: Dialect, _ era: Era, service: ServerlessKeys.Fields, endpoints: String?, defaults: [FieldName: String],
    demanded: [PartKind: [FieldName]], backend: BackendConventions = backend, namesFunction: Bool = false,
    api: ServerlessKeys.Fields? = nil, domain: ServerlessKeys.Fields = ServerlessKeys.domain,
    mappingSwitch: ToolConventions.MappingSwitch = .isDefaultMapping, extra: [FieldName: String] = [:],
    container: [FieldName: FieldName] = [:], unknown: Set<FieldName> = []
  ) -> DialectFacts {
    var spelling = extra
    func add(_ fields: ServerlessKeys.Fields) {
      for (key, field) in fields where spelling[field] == nil { spelling[field] = key }
    }
    add(service)
    let isEvent = dialect == .componentSCF || dialect == .componentMultiSCF
    if !isEvent || era == .v1 { spelling[.domainList] = era == .v1 ? "customDomain" : "customDomains" }
    if let endpoints { spelling[.apiList] = endpoints }
    add(api ?? ServerlessKeys.endpoint)
    add(ServerlessKeys.serviceConfig + ServerlessKeys.oauthConfig + ServerlessKeys.authRelation + ServerlessKeys.app)
    add(domain + ServerlessKeys.pathMapping + ServerlessKeys.parameter + ServerlessKeys.serviceParameter)
    add(ServerlessKeys.base64Rule + ServerlessKeys.usagePlan + ServerlessKeys.auth)
    var container = container.merging(mappings) { own, _ in own }
    if spelling[.functionName] == nil {
      spelling[.functionSettings] = "function"
      for (key, field) in ServerlessKeys.function where namesFunction || !key.hasSuffix("Name") {
        if spelling[field] == nil {
          spelling[field] = key
          container[field] = .functionSettings
        }
      }
    }
    spelling[.region] = "region"
    spelling[.declaredFunctionTimeout] = "timeout"
    var tool = tool(era == .v1 ? .converted : .misread)
    // What the first components do without a key is not known.
    tool.demandedFields = era == .v1 ? [:] : demanded
    tool.declaresFunctions = dialect == .componentMultiSCF
    if era == .v1 { tool.olderKeys = [.serviceProtocol] }
    tool.mappingSwitch = mappingSwitch
    tool.unknownDefaults = unknown
    if dialect == .componentAPIGateway { tool.methods = ["ANY", "GET", "POST", "PUT", "DELETE", "HEAD"] }
    return DialectFacts(
      dialect: dialect, schema: .core, spelling: spelling, container: container,
      defaults: defaults.merging(commonDefaults) { own, _ in own }.filter { !unknown.contains($0.key) },
      declaresParameters: spelling[.requestParameters] != nil, backend: backend, tool: tool,
      restrictsServiceNameCharacters: dialect != .componentHTTP)
  }
}
