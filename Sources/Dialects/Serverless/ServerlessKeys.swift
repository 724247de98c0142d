import GatewayModel

/// The keys that the mappings of serverless files read.
///
/// Source: the components' schemas, documentation and source, the plugin's and the template tool's [component]. Where
/// documentation and source differ, the source decides.
enum ServerlessKeys {
  typealias Fields = [(String, FieldName)]

  /// The keys that a mapping reads, with their meaning.
  static func entries(of level: ServerlessLevel) -> [(String, ServerlessKey)] {
    switch level {
    case .none: []
    case .apiGatewayInputs: fields(apiGatewayService + domainsV2) + passive(servicePassive)
    case .apiGatewayInputsV1: fields(apiGatewayService + domainsV1 + descriptionV1) + passive(servicePassive)
    case .apigwEvent: passive(["name"]) + fields([("parameters", .eventParameters)])
    case .eventParameters: fields(eventService) + passive(statePassive)
    case .eventParametersV1: fields(eventService + domainsV1) + passive(statePassive)
    case .triggerParameters: fields(triggerService) + passive(statePassive)
    case .bareTrigger: fields(triggerService + [("function", .functionReference)]) + passive(["type"])
    case .frameworkBlock: fields(frameworkService + domainsV2) + apiFields(frameworkAPI) + passive(blockPassive)
    case .frameworkBlockV1:
      fields(frameworkService + domainsV1 + domainsV2) + apiFields(frameworkAPI) + passive(blockPassive)
    case .flatBlock: fields(flatService + domainsV2) + apiFields(flatAPI + plans) + passive(blockPassive)
    case .httpBlock:
      fields(flatService + plans + domainsV2 + [("api", .apiSettings)])
        + apiFields([("qualifier", .functionQualifier)]) + passive(blockPassive)
    case .httpAPI: fields(httpAPI)
    case .unsureBlock:
      fields(flatService + domainsV2) + apiFields(flatAPI + plans + [("enableCORS", .enableCORS), ("path", .path)])
    case .unsureDomain: fields(domain + flatDomain)
    case .endpoint: fields(endpoint + [("function", .functionSettings)]) + passive(endpointPassive)
    case .triggerEndpoint: fields(endpoint + [("function", .functionName)]) + passive(endpointPassive)
    case .endpointFunction: fields(function)
    case .serviceConfig: fields(serviceConfig)
    case .oauthConfig: fields(oauthConfig)
    case .authRelation: fields(authRelation)
    case .app: fields(app)
    case .parameter: fields(parameter)
    case .serviceParameter: fields(serviceParameter)
    case .base64Rule: fields(base64Rule)
    case .usagePlan: fields(usagePlan) + passive(["created"])
    case .auth: fields(auth)
    case .authV1: fields(auth) + passive(["serviceTimeout"])
    case .domain: fields(domain)
    case .flatDomain: fields(flatDomain)
    case .httpDomain: fields(flatDomain + [("isForcedHttps", .isForcedHTTPS), ("isDefaultMapping", .isDefaultMapping)])
    case .pathMapping: fields(pathMapping)
    case .pluginParameters: fields(pluginParameters) + passive(["enable"])
    case .pluginEventV0: fields(pluginEventV0) + passive(["name", "auth"])
    case .pluginHTTPEvent: fields([("method", .method), ("path", .path)]) + passive(["description", "private"])
    case .templateEvent: fields(templateEvent) + passive(["Enable"])
    case .devsService: devsEntries(of: .devsService)
    case .devsTrigger: devsEntries(of: .devsTrigger)
    case .devsDomain: inBothCases(fields(domain))
    case .devsPathMapping: inBothCases(fields(pathMapping))
    case .devsAPI:
      inBothCases(
        fields(endpoint + [("function", .functionSettings), ("id", .apiId), ("parameters", .requestParameters)])
          + passive(endpointPassive + ["name"]))
    case .devsFunction: inBothCases(fields(function))
    case .devsServiceConfig: inBothCases(fields(serviceConfig))
    case .devsParameter: inBothCases(fields(parameter + [("description", .parameterDescription)]))
    case .devsUsagePlan: inBothCases(fields(usagePlan))
    case .devsAuth: inBothCases(fields(auth) + passive(["serviceTimeout"]))
    }
  }

  private static func fields(_ list: Fields) -> [(String, ServerlessKey)] { list.map { ($0.0, .field($0.1)) } }
  private static func apiFields(_ list: Fields) -> [(String, ServerlessKey)] { list.map { ($0.0, .apiField($0.1)) } }
  private static func passive(_ list: [String]) -> [(String, ServerlessKey)] { list.map { ($0, .passive) } }

  // MARK: Services

  private static let commonService: Fields = [
    ("protocols", .serviceProtocol), ("environment", .releasedEnvironments), ("netTypes", .netTypes),
    ("instanceId", .instanceId),
  ]
  private static let domainsV2: Fields = [("customDomains", .domainList)]
  private static let domainsV1: Fields = [("customDomain", .domainList)]
  private static let descriptionV1: Fields = [("description", .serviceDescription)]
  private static let plans: Fields = [("usagePlan", .usagePlan), ("auth", .auth)]
  private static let named: Fields = [
    ("serviceId", .serviceId), ("serviceName", .serviceName), ("serviceDesc", .serviceDescription),
  ]

  static let apiGatewayService: Fields =
    commonService + named + plans + [("region", .region), ("endpoints", .apiList)]
  private static let servicePassive = statePassive + ["tags", "ignoreUpdate", "isAutoRelease", "isInputServiceId"]
  private static let statePassive = ["created", "oldState", "namespace"]

  static let eventService: Fields =
    commonService + named + [("description", .serviceDescription), ("endpoints", .apiList)]

  static let triggerService: Fields =
    commonService + [
      ("id", .serviceId), ("name", .serviceName), ("description", .serviceDescription),
      ("serviceDesc", .serviceDescription), ("apis", .apiList), ("qualifier", .functionQualifier),
    ]

  static let frameworkService: Fields =
    commonService + named + [
      ("id", .serviceId), ("name", .serviceName), ("description", .serviceDescription), ("endpoints", .apiList),
      ("isDisabled", .isDisabled),
    ]

  /// What a framework reads beside its block of settings.
  static let besideFrameworkBlock: Fields = [("serviceId", .serviceId), ("serviceName", .serviceName)]

  static let flatService: Fields =
    commonService + [
      ("id", .serviceId), ("name", .serviceName), ("description", .serviceDescription), ("isDisabled", .isDisabled),
    ]
  private static let blockPassive = ["tags", "ignoreUpdate", "isAutoRelease"]

  // MARK: APIs

  static let frameworkAPI: Fields =
    plans + [
      ("enableCORS", .enableCORS), ("cors", .enableCORS), ("serviceTimeout", .timeout), ("timeout", .timeout),
      ("apiName", .apiName), ("path", .path), ("method", .method), ("isBase64Encoded", .isBase64Encoded),
      ("isBase64Trigger", .isBase64Trigger), ("base64EncodedTriggerRules", .base64Rules),
      ("function", .functionSettings), ("qualifier", .functionQualifier),
    ]

  static let flatAPI: Fields = [("cors", .enableCORS), ("timeout", .timeout), ("qualifier", .functionQualifier)]

  static let httpAPI: Fields = [
    ("path", .path), ("method", .method), ("name", .apiName), ("cors", .enableCORS), ("timeout", .timeout),
  ]

  static let endpoint: Fields =
    plans + [
      ("path", .path), ("method", .method), ("apiId", .apiId), ("apiName", .apiName), ("description", .apiDescription),
      ("apiDesc", .apiDescription), ("protocol", .frontProtocol), ("protocolType", .frontProtocol),
      ("serviceType", .serviceType), ("serviceTimeout", .timeout), ("responseType", .responseType),
      ("enableCORS", .enableCORS), ("authType", .authType), ("businessType", .businessType),
      ("oauthConfig", .oauthConfig), ("authRelationApi", .authRelationAPI), ("authRelationApiId", .authRelationAPIId),
      ("app", .app), ("serviceConfig", .serviceConfig), ("serviceParameters", .serviceParameters),
      ("serviceMockReturnMessage", .mockMessage), ("param", .requestParameters), ("isBase64Encoded", .isBase64Encoded),
      ("isBase64Trigger", .isBase64Trigger), ("base64EncodedTriggerRules", .base64Rules),
    ]
  private static let endpointPassive = ["internalDomain", "created", "url"]

  static let function: Fields = [
    ("functionName", .functionName), ("functionQualifier", .functionQualifier),
    ("functionNamespace", .functionNamespace), ("functionType", .functionType), ("type", .functionType),
    ("isIntegratedResponse", .isIntegratedResponse), ("transportFunctionName", .transportFunctionName),
    ("transportFunctionNamespace", .transportFunctionNamespace),
    ("transportFunctionQualifier", .transportFunctionQualifier), ("registerFunctionName", .registerFunctionName),
    ("registerFunctionNamespace", .registerFunctionNamespace),
    ("registerFunctionQualifier", .registerFunctionQualifier), ("cleanupFunctionName", .cleanupFunctionName),
    ("cleanupFunctionNamespace", .cleanupFunctionNamespace), ("cleanupFunctionQualifier", .cleanupFunctionQualifier),
  ]

  static let serviceConfig: Fields = [
    ("url", .backendURL), ("path", .backendPath), ("method", .backendMethod), ("uniqVpcId", .vpcId),
  ]

  static let oauthConfig: Fields = [
    ("publicKey", .oauthPublicKey), ("tokenLocation", .oauthTokenLocation), ("loginRedirectUrl", .oauthRedirectURL),
  ]

  static let authRelation: Fields = [("path", .authRelationPath), ("method", .authRelationMethod)]

  static let app: Fields = [("name", .appName), ("id", .appId), ("description", .appDescription)]

  static let parameter: Fields = [
    ("name", .parameterName), ("position", .parameterPosition), ("required", .parameterRequired),
    ("type", .parameterType), ("defaultValue", .parameterDefault), ("desc", .parameterDescription),
  ]

  static let serviceParameter: Fields = [
    ("name", .targetName), ("position", .targetPosition), ("relevantRequestParameterName", .sourceName),
    ("relevantRequestParameterPosition", .sourcePosition), ("defaultValue", .targetDefault),
    ("relevantRequestParameterDesc", .sourceDescription), ("relevantRequestParameterType", .sourceType),
  ]

  static let base64Rule: Fields = [("name", .base64RuleName), ("value", .base64RuleValues)]

  static let usagePlan: Fields = [
    ("usagePlanId", .usagePlanId), ("usagePlanName", .usagePlanName), ("usagePlanDesc", .usagePlanDescription),
    ("maxRequestNum", .maxRequestNumber), ("maxRequestNumPreSec", .maxRequestsPerSecond),
  ]

  static let auth: Fields = [("secretName", .secretName), ("secretIds", .secretIds)]

  // MARK: Domains

  static let domain: Fields = [
    ("domain", .domainName), ("certificateId", .certificateId), ("isDefaultMapping", .isDefaultMapping),
    ("pathMappingSet", .pathMappingSet), ("protocols", .domainProtocol), ("isForcedHttps", .isForcedHTTPS),
    ("netType", .domainNetType),
  ]

  static let flatDomain: Fields = [
    ("domain", .domainName), ("certId", .certificateId), ("customMap", .customMapping), ("pathMap", .pathMappingSet),
    ("protocols", .domainProtocol), ("netType", .domainNetType),
  ]

  static let pathMapping: Fields = [("path", .mappingPath), ("environment", .mappingEnvironment)]

  // MARK: Plugin, templates, Serverless Devs

  static let pluginParameters: Fields = [
    ("stageName", .environmentName), ("serviceId", .serviceId), ("httpMethod", .method), ("path", .path),
    ("integratedResponse", .isIntegratedResponse), ("enableCORS", .enableCORS), ("serviceTimeout", .timeout),
  ]

  static let pluginEventV0: Fields = [
    ("service", .serviceId), ("method", .method), ("stage", .environmentName), ("path", .path),
  ]

  static let templateEvent: Fields = [
    ("StageName", .environmentName), ("ServiceId", .serviceId), ("HttpMethod", .method),
    ("IntegratedResponse", .isIntegratedResponse),
  ]

  static let devsServiceFields: Fields =
    commonService + [
      ("id", .serviceId), ("name", .serviceName), ("description", .serviceDescription), ("domains", .domainList),
    ]

  private static func devsEntries(of level: ServerlessLevel) -> [(String, ServerlessKey)] {
    switch level {
    case .devsTrigger: inBothCases(fields(devsServiceFields + named)) + [("API", .field(.apiList))]
    default: inBothCases(fields(devsServiceFields + named) + passive(["tags"]))
    }
  }

  /// Entries whose first letter may be a capital: Serverless Devs lowers it before it looks.
  static func inBothCases<Meaning>(_ entries: [(String, Meaning)]) -> [(String, Meaning)] {
    entries.flatMap { key, meaning in [(capitalised(key), meaning), (key, meaning)] }
  }

  static func capitalised(_ key: String) -> String { key.prefix(1).uppercased() + key.dropFirst() }
}
