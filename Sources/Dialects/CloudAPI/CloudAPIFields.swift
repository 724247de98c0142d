import GatewayModel

/// The names of the Cloud API, each with its field: the one declaration that every dialect uses which borrows them.
///
/// Source: the Cloud API definition, version 2018-08-08 (`CreateApi`, `CreateService`, `BindSubDomain`, `CreatePlugin`,
/// `CreateUsagePlan`, `CreateApiKey`, `CreateApiApp`, `CreateUpstream` and what describes them) [sdk]. The two
/// `MockReturnHttp…` names are shown by the vendor's import examples alone [official].
enum CloudAPIFields {
  typealias Table = [(FieldName, String)]

  // MARK: APIs

  /// Fields of `CreateApi` that an import document writes on an operation.
  static let apiOnlyFields: Table = [
    (.apiName, "ApiName"), (.apiId, "ApiId"), (.apiDescription, "ApiDesc"), (.requestConfig, "RequestConfig"),
    (.requestParameters, "RequestParameters"),
  ]
  static let requestConfigFields: Table = [(.path, "Path"), (.method, "Method")]
  static let backendFields: Table = [
    (.serviceType, "ServiceType"), (.serviceConfig, "ServiceConfig"), (.mockMessage, "ServiceMockReturnMessage"),
    (.mockStatus, "MockReturnHttpStatusCode"), (.mockHeaders, "MockReturnHttpHeaders"),
    (.functionName, "ServiceScfFunctionName"), (.functionNamespace, "ServiceScfFunctionNamespace"),
    (.functionQualifier, "ServiceScfFunctionQualifier"), (.functionType, "ServiceScfFunctionType"),
    (.isIntegratedResponse, "ServiceScfIsIntegratedResponse"), (.isAsyncCall, "ServiceScfEventIsAsyncCall"),
    (.isBase64Encoded, "IsBase64Encoded"), (.isBase64Trigger, "IsBase64Trigger"),
    (.base64Rules, "Base64EncodedTriggerRules"), (.microServices, "MicroServices"),
    (.loadBalance, "ServiceTsfLoadBalanceConf"), (.healthCheck, "ServiceTsfHealthCheckConf"),
    (.transportFunctionName, "ServiceWebsocketTransportFunctionName"),
    (.transportFunctionNamespace, "ServiceWebsocketTransportFunctionNamespace"),
    (.transportFunctionQualifier, "ServiceWebsocketTransportFunctionQualifier"),
    (.registerFunctionName, "ServiceWebsocketRegisterFunctionName"),
    (.registerFunctionNamespace, "ServiceWebsocketRegisterFunctionNamespace"),
    (.registerFunctionQualifier, "ServiceWebsocketRegisterFunctionQualifier"),
    (.cleanupFunctionName, "ServiceWebsocketCleanupFunctionName"),
    (.cleanupFunctionNamespace, "ServiceWebsocketCleanupFunctionNamespace"),
    (.cleanupFunctionQualifier, "ServiceWebsocketCleanupFunctionQualifier"), (.eventBusId, "EventBusId"),
    (.targetServices, "TargetServices"),
  ]

  /// Fields of `CreateApi` that stand on an import document's operation by a key of their own and are read inside the
  /// back end as well.
  static let frontFields: Table = [
    (.authType, "AuthType"), (.oauthConfig, "OauthConfig"), (.authRelationAPIId, "AuthRelationApiId"),
    (.businessType, "ApiBusinessType"), (.apiType, "ApiType"), (.timeout, "ServiceTimeout"),
    (.enableCORS, "EnableCORS"), (.responseType, "ResponseType"), (.responseErrorCodes, "ResponseErrorCodes"),
    (.serviceParameters, "ServiceParameters"), (.constantParameters, "ConstantParameters"),
    (.frontProtocol, "Protocol"),
  ]

  /// Fields of `CreateApi` that say nothing a rule asks for.
  static let passiveAPIKeys = [
    "TargetServicesLoadBalanceConf", "TargetServicesHealthCheckConf", "TargetNamespaceId", "ResponseSuccessExample",
    "ResponseFailExample", "IsDebugAfterCharge", "IsDeleteResponseErrorCodes", "UserType", "OwnerUin", "ServiceName",
    "ServiceId", "EiamAppId", "EiamAppType", "EiamAuthType", "EIAMAuthType", "TokenTimeout",
  ]

  static let serviceConfigFields: Table = [
    (.backendURL, "Url"), (.backendPath, "Path"), (.backendMethod, "Method"), (.product, "Product"),
    (.vpcId, "UniqVpcId"), (.upstreamId, "UpstreamId"), (.cosConfig, "CosConfig"),
  ]
  static let cosConfigFields: Table = [
    (.cosAction, "Action"), (.cosBucket, "BucketName"), (.cosAuthorization, "Authorization"),
    (.cosPathMatchMode, "PathMatchMode"),
  ]
  static let loadBalanceFields: Table = [
    (.isLoadBalance, "IsLoadBalance"), (.loadBalanceMethod, "Method"), (.sessionStickRequired, "SessionStickRequired"),
    (.sessionStickTimeout, "SessionStickTimeout"),
  ]
  static let healthCheckFields: Table = [
    (.isHealthCheck, "IsHealthCheck"), (.requestVolumeThreshold, "RequestVolumeThreshold"),
    (.sleepWindow, "SleepWindowInMilliseconds"), (.errorThresholdPercentage, "ErrorThresholdPercentage"),
  ]
  static let oauthConfigFields: Table = [
    (.oauthPublicKey, "PublicKey"), (.oauthTokenLocation, "TokenLocation"), (.oauthRedirectURL, "LoginRedirectUrl"),
  ]
  static let microServiceFields: Table = [
    (.clusterId, "ClusterId"), (.namespaceId, "NamespaceId"), (.microServiceName, "MicroServiceName"),
  ]
  static let serviceParameterFields: Table = [
    (.targetName, "Name"), (.targetPosition, "Position"), (.sourceName, "RelevantRequestParameterName"),
    (.sourcePosition, "RelevantRequestParameterPosition"), (.targetDefault, "DefaultValue"),
    (.sourceDescription, "RelevantRequestParameterDesc"), (.sourceType, "RelevantRequestParameterType"),
  ]
  static let constantFields: Table = [
    (.constantName, "Name"), (.constantPosition, "Position"), (.constantValue, "DefaultValue"),
    (.constantDescription, "Desc"),
  ]
  static let requestParameterFields: Table = [
    (.parameterName, "Name"), (.parameterPosition, "Position"), (.parameterType, "Type"),
    (.parameterDefault, "DefaultValue"), (.parameterRequired, "Required"), (.parameterDescription, "Desc"),
  ]
  static let errorCodeFields: Table = [
    (.errorCode, "Code"), (.errorMessage, "Msg"), (.errorDescription, "Desc"), (.convertedCode, "ConvertedCode"),
    (.needConvert, "NeedConvert"),
  ]
  static let base64RuleFields: Table = [(.base64RuleName, "Name"), (.base64RuleValues, "Value")]

  /// Both spellings under which a parameter or a mapping carries its raw source, by convention.
  static let mapFromKeys = ["map_from", "MapFrom"]

  // MARK: Services and domains

  static let serviceFields: Table = [
    (.serviceName, "ServiceName"), (.serviceId, "ServiceId"), (.serviceDescription, "ServiceDesc"),
    (.serviceProtocol, "Protocol"), (.netTypes, "NetTypes"), (.ipVersion, "IpVersion"),
    (.serviceVPCId, "UniqVpcId"), (.instanceId, "InstanceId"), (.outerSubDomain, "OuterSubDomain"),
    (.innerSubDomain, "InnerSubDomain"),
  ]
  /// What only replies say about a service.
  static let serviceReplyFields: Table = [
    (.releasedEnvironments, "AvailableEnvironments"), (.innerSubDomain, "InternalSubDomain"),
  ]
  static let passiveServiceKeys = [
    "ExclusiveSetName", "SetServerName", "AppIdType", "Tags", "SpecialUse", "InstanceName", "SetType",
    "DeploymentType", "UserType", "SetId", "InternalHttpPort", "InternalHttpsPort", "InternalSubDomain",
  ]
  static let domainFields: Table = [
    (.domainName, "SubDomain"), (.domainProtocol, "Protocol"), (.domainNetType, "NetType"),
    (.netSubDomain, "NetSubDomain"), (.isDefaultMapping, "IsDefaultMapping"), (.pathMappingSet, "PathMappingSet"),
    (.certificateId, "CertificateId"), (.isForcedHTTPS, "IsForcedHttps"),
  ]
  /// How replies name a domain.
  static let domainReplyFields: Table = [(.domainName, "DomainName")]
  static let pathMappingFields: Table = [(.mappingPath, "Path"), (.mappingEnvironment, "Environment")]

  // MARK: Plans, keys, applications, channels

  static let pluginFields: Table = [
    (.pluginName, "PluginName"), (.pluginId, "PluginId"), (.pluginType, "PluginType"), (.pluginData, "PluginData"),
    (.pluginDescription, "Description"),
  ]
  static let usagePlanFields: Table = [
    (.usagePlanName, "UsagePlanName"), (.usagePlanId, "UsagePlanId"), (.usagePlanDescription, "UsagePlanDesc"),
    (.maxRequestNumber, "MaxRequestNum"), (.maxRequestsPerSecond, "MaxRequestNumPreSec"),
  ]
  /// What only replies say about a plugin: the APIs that it is attached to.
  static let pluginReplyFields: Table = [(.pluginAttachments, "AttachedApis")]
  /// What replies say about a thing that is bound to an API, or to a service, in an environment.
  static let bindingReplyFields: Table = [
    (.environmentName, "Environment"), (.apiId, "ApiId"), (.serviceId, "ServiceId"),
  ]
  /// What only replies say about a plan.
  static let usagePlanReplyFields: Table = [(.secretNames, "BindSecretIds"), (.planBindings, "BindEnvironments")]
  static let apiKeyFields: Table = [
    (.secretName, "SecretName"), (.accessKeyType, "AccessKeyType"), (.accessKeyId, "AccessKeyId"),
    (.accessKeySecret, "AccessKeySecret"), (.keyStatus, "Status"),
  ]
  static let appFields: Table = [
    (.appName, "ApiAppName"), (.appId, "ApiAppId"), (.appDescription, "ApiAppDesc"),
  ]
  static let upstreamFields: Table = [
    (.upstreamName, "UpstreamName"), (.upstreamId, "UpstreamId"), (.upstreamType, "UpstreamType"),
    (.upstreamHost, "UpstreamHost"), (.upstreamVPCId, "UniqVpcId"), (.upstreamScheme, "Scheme"),
    (.upstreamAlgorithm, "Algorithm"), (.upstreamRetries, "Retries"), (.upstreamNodes, "Nodes"),
    (.upstreamServices, "K8sService"), (.upstreamHealthChecker, "HealthChecker"),
  ]
  static let passiveUpstreamKeys = ["UpstreamDesc", "Tags"]
  static let upstreamNodeFields: Table = [(.nodeHost, "Host"), (.nodePort, "Port"), (.nodeWeight, "Weight")]
  static let passiveUpstreamNodeKeys = [
    "VmInstanceId", "Tags", "Healthy", "ServiceName", "NameSpace", "ClusterId", "Source", "UniqueServiceName",
  ]
  static let healthCheckerFields: Table = [
    (.hasPassiveCheck, "EnablePassiveCheck"), (.unhealthyTimeout, "UnhealthyTimeout"),
  ]
  static let passiveHealthCheckerKeys = [
    "EnableActiveCheck", "HealthyHttpStatus", "UnhealthyHttpStatus", "TcpFailureThreshold", "TimeoutThreshold",
    "HttpFailureThreshold", "ActiveCheckHttpPath", "ActiveCheckTimeout", "ActiveCheckInterval", "ActiveRequestHeader",
  ]
}
