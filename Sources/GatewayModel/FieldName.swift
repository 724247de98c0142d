/// What a value is expected to be.
public enum ValueType: UInt8, Sendable {
  /// Text.
  case string
  /// A whole number.
  case integer
  /// `true` or `false`.
  case boolean
  /// A list.
  case list
  /// A mapping.
  case mapping
  /// Anything: the readers take it apart themselves.
  case any
}

/// The fields of all parts, under names of the model's own. How a field is spelled in a file is a fact of its dialect.
///
/// The Cloud API's name of a field, where it has one, stands behind it.
public enum FieldName: UInt16, Sendable, BitwiseCopyable, CaseIterable {
  // Service
  case serviceName  // ServiceName
  case serviceId  // ServiceId
  case serviceDescription  // ServiceDesc
  case serviceProtocol  // Protocol
  case netTypes  // NetTypes
  case ipVersion  // IpVersion
  case serviceVPCId  // UniqVpcId of the service
  case instanceId  // InstanceId
  case region  // the region, or the regions, that a deployment goes to
  case usagePlan  // a usage plan that is written where it is bound
  case auth  // the keys of such a plan
  case apiSettings  // the mapping that holds an API's settings beside those of its service
  case isDisabled  // whether a component makes no gateway at all
  case eventParameters  // the mapping that holds the settings of a function's gateway event
  case serviceSettings  // the mapping that holds the service's own settings, where a dialect has one
  case outerSubDomain  // OuterSubDomain: the default domain of the public network
  case innerSubDomain  // InnerSubDomain: the default domain of the internal network
  case releasedEnvironments  // environments the service is released to
  case apiList  // the APIs themselves, or where they are described
  case domainList  // the custom domains
  case pluginList  // the plugins
  case keyList  // the key pairs
  case usagePlanList  // the usage plans
  case appList  // the applications
  case upstreamList  // the VPC channels
  case expectedURLList  // the URLs with the APIs that should answer them
  case servers  // OpenAPI `servers`
  case serverURL  // url of an entry of OpenAPI `servers`
  case openAPIVersion  // OpenAPI `openapi`
  case manifestVersion  // the version of a manifest's format
  case operation  // an OpenAPI operation as a whole
  case pathItem  // an OpenAPI path item as a whole

  // Domain
  case domainName  // SubDomain
  case domainProtocol  // Protocol of the domain
  case domainNetType  // NetType
  case netSubDomain  // NetSubDomain: the default domain that the domain points to
  case isDefaultMapping  // IsDefaultMapping
  case customMapping  // the second half of the mapping switch in some dialects
  case pathMappingSet  // PathMappingSet
  case certificateId  // CertificateId
  case isForcedHTTPS  // IsForcedHttps
  case mappingPath  // PathMappingSet.Path
  case mappingEnvironment  // PathMappingSet.Environment

  // API, front end
  case apiName  // ApiName
  case apiId  // ApiId
  case apiDescription  // ApiDesc
  case path  // RequestConfig.Path
  case method  // RequestConfig.Method
  case requestConfig  // RequestConfig
  case apiType  // ApiType
  case frontProtocol  // Protocol of the API
  case authType  // AuthType
  case businessType  // ApiBusinessType
  case enableCORS  // EnableCORS
  case timeout  // ServiceTimeout, seconds
  case oauthConfig  // OauthConfig
  case oauthPublicKey  // OauthConfig.PublicKey
  case oauthTokenLocation  // OauthConfig.TokenLocation
  case oauthRedirectURL  // OauthConfig.LoginRedirectUrl
  case authRelationAPIId  // AuthRelationApiId
  case authRelationAPI  // the authorization API by name, or the mapping that names it by path and method
  case authRelationPath  // the authorization API's path
  case authRelationMethod  // the authorization API's method
  case app  // an application that is written where it is bound
  case responseType  // ResponseType
  case responseErrorCodes  // ResponseErrorCodes
  case requestParameters  // RequestParameters
  case conventionRequestParameters  // RequestParameters beside OpenAPI's own list
  case serviceParameters  // ServiceParameters
  case constantParameters  // ConstantParameters
  case requestBodyContent  // OpenAPI `requestBody.content`

  // API, back end
  case backend  // the mapping that holds the back end, where a dialect has one
  case serviceType  // ServiceType
  case serviceConfig  // ServiceConfig
  case backendURL  // ServiceConfig.Url
  case backendPath  // ServiceConfig.Path
  case backendMethod  // ServiceConfig.Method
  case product  // ServiceConfig.Product
  case vpcId  // ServiceConfig.UniqVpcId
  case upstreamId  // ServiceConfig.UpstreamId
  case cosConfig  // ServiceConfig.CosConfig
  case cosAction  // CosConfig.Action
  case cosBucket  // CosConfig.BucketName
  case cosAuthorization  // CosConfig.Authorization
  case cosPathMatchMode  // CosConfig.PathMatchMode
  case mockMessage  // ServiceMockReturnMessage
  case mockStatus  // MockReturnHttpStatusCode
  case mockHeaders  // MockReturnHttpHeaders
  case functionSettings  // the mapping that holds the function's settings, where a dialect has one
  case functionReference  // the function that all APIs of a trigger use
  case functionName  // ServiceScfFunctionName
  case functionNamespace  // ServiceScfFunctionNamespace
  case functionQualifier  // ServiceScfFunctionQualifier
  case functionType  // ServiceScfFunctionType
  case isIntegratedResponse  // ServiceScfIsIntegratedResponse
  case isAsyncCall  // ServiceScfEventIsAsyncCall
  case isBase64Encoded  // IsBase64Encoded
  case isBase64Trigger  // IsBase64Trigger
  case base64Rules  // Base64EncodedTriggerRules
  case transportFunctionName  // ServiceWebsocketTransportFunctionName
  case transportFunctionNamespace
  case transportFunctionQualifier
  case registerFunctionName  // ServiceWebsocketRegisterFunctionName
  case registerFunctionNamespace
  case registerFunctionQualifier
  case cleanupFunctionName  // ServiceWebsocketCleanupFunctionName
  case cleanupFunctionNamespace
  case cleanupFunctionQualifier
  case microServices  // MicroServices
  case loadBalance  // ServiceTsfLoadBalanceConf
  case isLoadBalance
  case loadBalanceMethod
  case sessionStickRequired
  case sessionStickTimeout
  case healthCheck  // ServiceTsfHealthCheckConf
  case isHealthCheck
  case requestVolumeThreshold
  case sleepWindow  // SleepWindowInMilliseconds
  case errorThresholdPercentage
  case eventBusId  // EventBusId
  case targetServices  // TargetServices

  // Request parameter
  case parameterName
  case parameterPosition
  case parameterType
  case parameterDefault
  case parameterRequired
  case parameterDescription
  case parameterEnum
  case parameterSchema
  case mapFrom  // map_from

  // Service parameter
  case targetName  // ServiceParameters.Name
  case targetPosition  // ServiceParameters.Position
  case sourceName  // RelevantRequestParameterName
  case sourcePosition  // RelevantRequestParameterPosition
  case targetDefault
  case sourceDescription
  case sourceType

  // Constant parameter
  case constantName
  case constantPosition
  case constantValue
  case constantDescription

  // Microservice
  case clusterId
  case namespaceId
  case microServiceName

  // Response error code
  case errorCode
  case errorMessage
  case errorDescription
  case convertedCode
  case needConvert

  // Base64 rule
  case base64RuleName
  case base64RuleValues

  // Plugin
  case pluginName
  case pluginId
  case pluginType
  case pluginData
  case pluginDescription
  case pluginAttachments
  case environmentName
  case apiNames
  case allowOrigin  // Cors: allow_origin, and so on
  case allowMethods
  case allowHeaders
  case exposeHeaders
  case allowCredentials
  case maxAge  // seconds
  case ipControlType  // IPControl: type
  case ipBlocks  // IPControl: blocks
  case expireType  // TrafficControl: expire_type, and so on
  case expire
  case apiRateLimit
  case appRateLimit
  case ipRateLimit
  case specAppRateLimits
  case specIPRateLimits
  case defaultWindow  // TrafficControlByParameter: default_window, seconds
  case defaultRateLimit
  case strategies
  case cacheKeyParameters  // ProxyCache: cache_key_params
  case cacheableMethods
  case cacheableResponseCodes
  case cacheControl
  case cacheTTL  // ttl, seconds
  case failureCondition  // CircuitBreaker: failure_condition
  case failureThreshold
  case timeWindow  // seconds
  case openStateDuration  // seconds
  case cacheTime  // CustomAuth: cache_time, seconds
  case endpointTimeout  // CustomAuth, CustomReq: endpoint_timeout, seconds
  case pluginFunctionName  // func_name
  case pluginFunctionNamespace
  case pluginFunctionQualifier
  case pluginFunctionType
  case isSendBody
  case headerAuthParameters
  case queryAuthParameters
  case isBase64EncodedBody  // CustomReq: is_base64_encoded
  case isCustomStatus
  case isCustomHeaders
  case isCustomBody
  case pluginUserId
  case pluginVersion
  case forceNonce  // anti-replay: force_nonce
  case nonceTTL  // seconds

  // A strategy of a plugin, and the back end that it leads to
  case strategyName
  case strategyWeight
  case strategyCondition
  case strategyParameters
  case rateLimit
  case rateWindow  // seconds
  case backendConfig  // the fields of CreateApi that say where requests go
  case literalMicroServiceName  // X-MicroService-Name, written out in a back end's configuration
  case literalNamespaceCode  // X-NameSpace-Code, likewise
  case pluginParameterName
  case pluginParameterPosition

  // Usage plans, keys, applications
  case usagePlanName
  case usagePlanId
  case usagePlanDescription
  case maxRequestNumber  // MaxRequestNum
  case maxRequestsPerSecond  // MaxRequestNumPreSec
  case secretNames
  case planBindings
  case bindType
  case secretName
  case secretIds  // the ids of the keys of a plan that is written where it is bound
  case accessKeyType
  case accessKeyId
  case accessKeySecret
  case keyStatus
  case appName
  case appId
  case appDescription
  case appBindings

  // Expected URL
  case expectedMethod
  case expectedURL
  case expectedAPI

  // Function
  case declaredFunctionName
  case declaredFunctionTimeout
  case declaredFunctionType
  case functionProperties  // the mapping that holds the function's settings in a template
  case functionEvents  // the function's events in a template
  case firstTrigger  // the first trigger, event or API that uses the function

  // Upstream
  case upstreamName
  case upstreamType
  case upstreamHost
  case upstreamVPCId
  case upstreamScheme
  case upstreamAlgorithm
  case upstreamRetries
  case upstreamNodes
  case upstreamServices  // K8sService, K8sServices
  case upstreamHealthChecker  // HealthChecker
  case hasPassiveCheck  // HealthChecker.EnablePassiveCheck
  case unhealthyTimeout  // HealthChecker.UnhealthyTimeout, seconds

  // Upstream node
  case nodeHost
  case nodePort
  case nodeWeight

  /// What its value is expected to be.
  ///
  /// Source: the types of the Cloud API definition (`CreateApi`, `BindSubDomain`, …) [sdk]; of the fields that only an
  /// import document has, the vendor's import examples [official].
  public var valueType: ValueType {
    switch self {
    case .timeout, .sessionStickTimeout, .requestVolumeThreshold, .sleepWindow, .errorThresholdPercentage, .mockStatus,
      .maxRequestNumber, .maxRequestsPerSecond, .errorCode, .manifestVersion, .convertedCode, .declaredFunctionTimeout,
      .maxAge,
      .nodePort, .nodeWeight, .upstreamRetries, .unhealthyTimeout, .expire, .apiRateLimit, .appRateLimit, .ipRateLimit,
      .defaultWindow, .defaultRateLimit, .cacheTTL, .failureThreshold, .timeWindow, .openStateDuration, .cacheTime,
      .endpointTimeout, .nonceTTL, .strategyWeight, .rateLimit, .rateWindow:
      .integer
    case .enableCORS, .isDefaultMapping, .customMapping, .isForcedHTTPS, .cosAuthorization, .isIntegratedResponse,
      .isAsyncCall, .isBase64Encoded, .isBase64Trigger, .isLoadBalance, .sessionStickRequired, .isHealthCheck,
      .parameterRequired, .isDisabled, .needConvert, .allowCredentials, .hasPassiveCheck, .cacheControl, .isSendBody,
      .isBase64EncodedBody, .isCustomStatus, .isCustomHeaders, .isCustomBody, .forceNonce:
      .boolean
    case .netTypes, .releasedEnvironments, .pathMappingSet, .responseErrorCodes, .requestParameters,
      .conventionRequestParameters, .serviceParameters, .constantParameters, .mockHeaders, .base64Rules, .microServices,
      .targetServices, .base64RuleValues, .pluginAttachments, .apiNames, .allowOrigin, .allowMethods, .allowHeaders,
      .exposeHeaders, .secretNames, .planBindings, .appBindings, .upstreamNodes, .upstreamServices, .servers,
      .domainList, .pluginList, .keyList, .usagePlanList, .appList, .upstreamList, .expectedURLList, .strategies,
      .specAppRateLimits, .specIPRateLimits, .cacheKeyParameters, .cacheableMethods, .cacheableResponseCodes,
      .headerAuthParameters, .queryAuthParameters, .strategyParameters:
      .list
    case .oauthConfig, .backend, .serviceConfig, .cosConfig, .loadBalance, .healthCheck, .requestConfig,
      .parameterSchema, .requestBodyContent, .operation, .pathItem, .serviceSettings, .upstreamHealthChecker,
      .usagePlan, .auth, .app, .apiSettings, .eventParameters, .functionSettings, .functionProperties, .functionEvents:
      .mapping
    case .parameterDefault, .parameterEnum, .apiList, .pluginData, .backendConfig, .targetDefault, .keyStatus,
      .constantValue, .region, .secretIds, .firstTrigger:
      .any
    default: .string
    }
  }
}
