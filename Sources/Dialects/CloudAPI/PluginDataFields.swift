import GatewayModel

/// The keys of `PluginData`, by the type of the plugin.
///
/// Source: the vendor's page of each plugin type [official]; the types CustomRsp and anti-replay have a page, but no
/// published type name.
enum PluginDataFields {
  typealias Table = [(FieldName, String)]

  static let cors: Table = [
    (.allowOrigin, "allow_origin"), (.allowMethods, "allow_methods"), (.allowHeaders, "allow_headers"),
    (.exposeHeaders, "expose_headers"), (.allowCredentials, "allow_credentials"), (.maxAge, "max_age"),
  ]
  static let ipControl: Table = [(.ipControlType, "type"), (.ipBlocks, "blocks")]
  static let trafficControl: Table = [
    (.expireType, "expire_type"), (.expire, "expire"), (.apiRateLimit, "api_rate_limit"),
    (.appRateLimit, "app_rate_limit"), (.ipRateLimit, "ip_rate_limit"), (.specAppRateLimits, "spec_app_rate_limits"),
    (.specIPRateLimits, "spec_ip_rate_limits"),
  ]
  static let trafficControlByParameter: Table = [
    (.defaultWindow, "default_window"), (.defaultRateLimit, "default_rate_limit"), (.strategies, "strategies"),
  ]
  static let proxyCache: Table = [
    (.cacheKeyParameters, "cache_key_params"), (.cacheableMethods, "cacheable_methods"),
    (.cacheableResponseCodes, "cacheable_response_codes"), (.cacheControl, "cache_control"), (.cacheTTL, "ttl"),
  ]
  static let circuitBreaker: Table = [
    (.failureCondition, "failure_condition"), (.failureThreshold, "failure_threshold"), (.timeWindow, "time_window"),
    (.openStateDuration, "open_state_duration"),
  ]
  static let function: Table = [
    (.endpointTimeout, "endpoint_timeout"), (.pluginFunctionName, "func_name"),
    (.pluginFunctionNamespace, "func_namespace"), (.pluginFunctionQualifier, "func_qualifier"),
    (.pluginFunctionType, "func_type"), (.pluginUserId, "user_id"), (.pluginVersion, "version"),
  ]
  static let customAuthentication: Table = [
    (.cacheTime, "cache_time"), (.isSendBody, "is_send_body"), (.headerAuthParameters, "header_auth_parameters"),
    (.queryAuthParameters, "query_auth_parameters"),
  ]
  static let customMessage: Table = [
    (.isBase64EncodedBody, "is_base64_encoded"), (.isCustomStatus, "is_custom_status"),
    (.isCustomHeaders, "is_custom_headers"), (.isCustomBody, "is_custom_body"),
  ]
  static let antiReplay: Table = [(.forceNonce, "force_nonce"), (.nonceTTL, "nonce_ttl")]

  /// A strategy of TrafficControlByParameter.
  static let strategy: Table = [
    (.strategyName, "name"), (.strategyWeight, "strategy_weight"), (.strategyParameters, "parameters"),
    (.rateLimit, "rate_limit"), (.rateWindow, "window"), (.strategyCondition, "condition"),
  ]
  /// A parameter that a cache key is made of.
  static let cacheKeyParameter: Table = [(.pluginParameterName, "parameter"), (.pluginParameterPosition, "position")]
  /// A parameter that a strategy counts by.
  static let strategyParameter: Table = [(.pluginParameterName, "name"), (.pluginParameterPosition, "type")]

  /// The back end that a circuit breaker turns to.
  static let breakerBackend: Table = [(.serviceType, "backend_type"), (.backendConfig, "backend_config")]
  /// A strategy of Routing, with the back end that it leads to.
  static let routingStrategy: Table =
    [(.strategyName, "strategy_name"), (.strategyWeight, "strategy_weight"), (.strategyCondition, "condition")]
    + breakerBackend

  /// The location of a TSF microservice, written out in the back end that a strategy leads to.
  static let locationFields: Table = [
    (.literalMicroServiceName, "X-MicroService-Name"), (.literalNamespaceCode, "X-NameSpace-Code"),
  ]

  /// All keys of the data itself.
  static let all: Table =
    cors + ipControl + trafficControl + trafficControlByParameter + proxyCache + circuitBreaker + function
    + customAuthentication + customMessage + antiReplay
}
