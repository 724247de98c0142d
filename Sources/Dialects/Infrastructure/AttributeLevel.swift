import GatewayModel

/// The kinds of mapping in resources of infrastructure tools, each with attributes of its own.
///
/// Source: the documentation of the official Terraform provider, whose attributes the other tools take over [terraform].
enum AttributeLevel: Int, CaseIterable {
  case service, api, domain, release, usagePlan, planBinding, apiKey, keyBinding, app, appBinding, plugin,
    pluginAttachment, upstream, function
  case requestParameter, serviceParameter, constant, errorCode, microService, loadBalance, healthCheck, cosConfig,
    oauthConfig, base64Rule, upstreamNode, healthChecker

  typealias Table = [(FieldName, String)]

  /// The attributes as Terraform names them.
  var attributes: Table {
    switch self {
    case .service:
      [
        (.serviceName, "service_name"), (.serviceProtocol, "protocol"), (.netTypes, "net_type"),
        (.serviceDescription, "service_desc"), (.ipVersion, "ip_version"), (.serviceVPCId, "uniq_vpc_id"),
        (.instanceId, "instance_id"),
      ]
    case .api: Self.front + Self.back
    case .domain:
      [
        (.domainName, "sub_domain"), (.domainProtocol, "protocol"), (.domainNetType, "net_type"),
        (.netSubDomain, "default_domain"), (.isDefaultMapping, "is_default_mapping"),
        (.pathMappingSet, "path_mappings"), (.certificateId, "certificate_id"), (.isForcedHTTPS, "is_forced_https"),
      ]
    case .release: [(.environmentName, "environment_name")]
    case .usagePlan:
      [
        (.usagePlanName, "usage_plan_name"), (.usagePlanDescription, "usage_plan_desc"),
        (.maxRequestNumber, "max_request_num"), (.maxRequestsPerSecond, "max_request_num_pre_sec"),
      ]
    case .planBinding:
      [
        (.bindType, "bind_type"), (.environmentName, "environment"), (.secretIds, Resource.accessKeysAttribute),
      ]
    case .apiKey:
      [
        (.secretName, "secret_name"), (.accessKeyType, "access_key_type"), (.accessKeyId, "access_key_id"),
        (.accessKeySecret, "access_key_secret"), (.keyStatus, "status"),
      ]
    case .keyBinding: []
    case .app: [(.appName, "api_app_name"), (.appDescription, "api_app_desc")]
    case .appBinding: [(.environmentName, "environment")]
    case .plugin:
      [
        (.pluginName, "plugin_name"), (.pluginType, "plugin_type"), (.pluginData, "plugin_data"),
        (.pluginDescription, "description"),
      ]
    case .pluginAttachment: [(.environmentName, "environment_name")]
    case .upstream:
      [
        (.upstreamName, "upstream_name"), (.upstreamType, "upstream_type"), (.upstreamHost, "upstream_host"),
        (.upstreamVPCId, "uniq_vpc_id"), (.upstreamScheme, "scheme"), (.upstreamAlgorithm, "algorithm"),
        (.upstreamRetries, "retries"), (.upstreamNodes, "nodes"), (.upstreamServices, "k8s_service"),
        (.upstreamHealthChecker, "health_checker"),
      ]
    case .function:
      [
        (.declaredFunctionName, "name"), (.declaredFunctionTimeout, "timeout"),
        (.declaredFunctionType, "func_type"),
      ]
    case .requestParameter:
      [
        (.parameterName, "name"), (.parameterPosition, "position"), (.parameterType, "type"),
        (.parameterDefault, "default_value"), (.parameterRequired, "required"), (.parameterDescription, "desc"),
      ]
    case .serviceParameter:
      [
        (.targetName, "name"), (.targetPosition, "position"), (.sourceName, "relevant_request_parameter_name"),
        (.sourcePosition, "relevant_request_parameter_position"), (.targetDefault, "default_value"),
        (.sourceDescription, "relevant_request_parameter_desc"), (.sourceType, "relevant_request_parameter_type"),
      ]
    case .constant:
      [
        (.constantName, "name"), (.constantPosition, "position"), (.constantValue, "default_value"),
        (.constantDescription, "desc"),
      ]
    case .errorCode:
      [
        (.errorCode, "code"), (.errorMessage, "msg"), (.errorDescription, "desc"),
        (.convertedCode, "converted_code"), (.needConvert, "need_convert"),
      ]
    case .microService:
      [(.clusterId, "cluster_id"), (.namespaceId, "namespace_id"), (.microServiceName, "micro_service_name")]
    case .loadBalance:
      [
        (.isLoadBalance, "is_load_balance"), (.loadBalanceMethod, "method"),
        (.sessionStickRequired, "session_stick_required"), (.sessionStickTimeout, "session_stick_timeout"),
      ]
    case .healthCheck:
      [
        (.isHealthCheck, "is_health_check"), (.requestVolumeThreshold, "request_volume_threshold"),
        (.sleepWindow, "sleep_window_in_milliseconds"), (.errorThresholdPercentage, "error_threshold_percentage"),
      ]
    case .cosConfig:
      [
        (.cosAction, "action"), (.cosBucket, "bucket_name"), (.cosAuthorization, "authorization"),
        (.cosPathMatchMode, "path_match_mode"),
      ]
    case .oauthConfig:
      [
        (.oauthPublicKey, "public_key"), (.oauthTokenLocation, "token_location"),
        (.oauthRedirectURL, "login_redirect_url"),
      ]
    case .base64Rule: [(.base64RuleName, "name"), (.base64RuleValues, "value")]
    case .upstreamNode: [(.nodeHost, "host"), (.nodePort, "port"), (.nodeWeight, "weight")]
    case .healthChecker:
      [(.hasPassiveCheck, "enable_passive_check"), (.unhealthyTimeout, "unhealthy_timeout")]
    }
  }

  private static let front: Table = [
    (.apiName, "api_name"), (.apiDescription, "api_desc"), (.path, "request_config_path"),
    (.method, "request_config_method"), (.frontProtocol, "protocol"), (.authType, "auth_type"),
    (.apiType, "api_type"), (.businessType, "api_business_type"), (.authRelationAPIId, "auth_relation_api_id"),
    (.enableCORS, "enable_cors"), (.requestParameters, "request_parameters"), (.responseType, "response_type"),
    (.responseErrorCodes, "response_error_codes"), (.timeout, "service_config_timeout"),
    (.oauthConfig, "oauth_config"),
  ]
  private static let back: Table = [
    (.serviceType, "service_config_type"), (.backendURL, "service_config_url"), (.backendPath, "service_config_path"),
    (.backendMethod, "service_config_method"), (.product, "service_config_product"), (.vpcId, "service_config_vpc_id"),
    (.upstreamId, "service_config_upstream_id"), (.mockMessage, "service_config_mock_return_message"),
    (.functionName, "service_config_scf_function_name"),
    (.functionNamespace, "service_config_scf_function_namespace"),
    (.functionQualifier, "service_config_scf_function_qualifier"),
    (.functionType, "service_config_scf_function_type"),
    (.isIntegratedResponse, "service_config_scf_is_integrated_response"),
    (.transportFunctionName, "service_config_websocket_transport_function_name"),
    (.transportFunctionNamespace, "service_config_websocket_transport_function_namespace"),
    (.transportFunctionQualifier, "service_config_websocket_transport_function_qualifier"),
    (.registerFunctionName, "service_config_websocket_register_function_name"),
    (.registerFunctionNamespace, "service_config_websocket_register_function_namespace"),
    (.registerFunctionQualifier, "service_config_websocket_register_function_qualifier"),
    (.cleanupFunctionName, "service_config_websocket_cleanup_function_name"),
    (.cleanupFunctionNamespace, "service_config_websocket_cleanup_function_namespace"),
    (.cleanupFunctionQualifier, "service_config_websocket_cleanup_function_qualifier"),
    (.cosConfig, "service_config_cos_config"), (.microServices, "micro_services"),
    (.loadBalance, "service_tsf_load_balance_conf"), (.healthCheck, "service_tsf_health_check_conf"),
    (.serviceParameters, "service_parameters"), (.constantParameters, "constant_parameters"),
    (.isBase64Encoded, "is_base64_encoded"), (.isBase64Trigger, "is_base64_trigger"),
    (.base64Rules, "base64_encoded_trigger_rules"), (.eventBusId, "event_bus_id"),
    (.targetServices, "target_services"),
  ]

  /// Attributes that hold a mapping, or a list of one.
  var nestedMappings: [(FieldName, AttributeLevel)] {
    switch self {
    case .api:
      [
        (.cosConfig, .cosConfig), (.loadBalance, .loadBalance), (.healthCheck, .healthCheck),
        (.oauthConfig, .oauthConfig),
      ]
    case .upstream: [(.upstreamHealthChecker, .healthChecker)]
    default: []
    }
  }

  /// Attributes that hold a list of mappings.
  var nestedLists: [(FieldName, PartKind, AttributeLevel)] {
    switch self {
    case .api:
      [
        (.requestParameters, .requestParameter, .requestParameter),
        (.serviceParameters, .serviceParameter, .serviceParameter),
        (.constantParameters, .constantParameter, .constant), (.responseErrorCodes, .responseErrorCode, .errorCode),
        (.microServices, .microService, .microService), (.base64Rules, .base64Rule, .base64Rule),
      ]
    case .upstream: [(.upstreamNodes, .upstreamNode, .upstreamNode)]
    default: []
    }
  }
}

/// How a tool writes the words of an attribute.
enum AttributeStyle {
  /// `request_config_path`.
  case snake
  /// `requestConfigPath`.
  case camel

  /// An attribute that Terraform names so.
  func spelled(_ name: String) -> String {
    guard self == .camel else { return name }
    let words = name.split(separator: "_")
    return words.dropFirst().reduce(String(words[0])) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
  }

  /// The attributes of a level, with the plural that Pulumi makes of a list.
  func table(_ level: AttributeLevel) -> KeyTable<FieldName> {
    self == .snake ? Self.snakeTables[level.rawValue] : Self.camelTables[level.rawValue]
  }

  private static let snakeTables = AttributeLevel.allCases.map { AttributeStyle.snake.makeTable($0) }
  private static let camelTables = AttributeLevel.allCases.map { AttributeStyle.camel.makeTable($0) }

  private func makeTable(_ level: AttributeLevel) -> KeyTable<FieldName> {
    KeyTable(
      level.attributes.flatMap { field, name -> [(String, FieldName)] in
        let spelled = spelled(name)
        return self == .camel && field == .netTypes ? [(spelled, field), (spelled + "s", field)] : [(spelled, field)]
      })
  }
}
