import GatewayModel
import YAMLDocument

/// Keys and facts of the OpenAPI import dialect.
///
/// Source: the vendor's import examples (cloud.tencent.com/document/product/628/43135 and the import page) [official] for
/// the seven documented `x-apigw-*` keys; the rest follows the names of the Cloud API's `CreateApi` [inferred].
enum OpenAPIFacts {
  static let facts = DialectFacts(
    dialect: .openAPI,
    schema: .core,
    spelling: Dictionary(
      uniqueKeysWithValues: extensions.map { ($0.field, $0.key) } + backendFields + serviceConfigFields
        + cosConfigFields + loadBalanceFields + healthCheckFields + oauthFields + microServiceFields
        + serviceParameterFields + constantFields + errorCodeFields + base64RuleFields + standardFields),
    alternateSpelling: Dictionary(uniqueKeysWithValues: conventionParameterFields),
    container: containers,
    defaults: [.apiType: "NORMAL", .businessType: "NORMAL", .frontProtocol: "HTTP", .authType: "NONE"],
    positionSpelling: .lowercase)

  /// A key on an operation: its field, and whether the vendor documents it.
  struct Extension: Sendable {
    let key: String
    let field: FieldName
    let isDocumented: Bool
    var otherSpelling: String?
  }

  static let extensions: [Extension] = [
    Extension(key: "x-apigw-api-type", field: .apiType, isDocumented: true),
    Extension(key: "x-apigw-api-business-type", field: .businessType, isDocumented: true),
    Extension(key: "x-apigw-backend", field: .backend, isDocumented: true),
    Extension(key: "x-apigw-cors", field: .enableCORS, isDocumented: true),
    Extension(key: "x-apigw-protocol", field: .frontProtocol, isDocumented: true),
    Extension(key: "x-apigw-service-timeout", field: .timeout, isDocumented: true),
    Extension(key: "x-apigw-const-paramters", field: .constantParameters, isDocumented: true),
    Extension(key: "x-apigw-auth-type", field: .authType, isDocumented: false, otherSpelling: "x-apigw-auth"),
    Extension(key: "x-apigw-oauth-config", field: .oauthConfig, isDocumented: false, otherSpelling: "x-apigw-oauth"),
    Extension(key: "x-apigw-auth-relation-api-id", field: .authRelationAPIId, isDocumented: false),
    Extension(key: "x-apigw-auth-relation-api", field: .authRelationAPI, isDocumented: false),
    Extension(
      key: "x-apigw-service-parameters", field: .serviceParameters, isDocumented: false,
      otherSpelling: "x-apigw-service-paramters"),
    Extension(
      key: "x-apigw-request-parameters", field: .conventionRequestParameters, isDocumented: false,
      otherSpelling: "x-apigw-request-paramters"),
    Extension(key: "x-apigw-response-type", field: .responseType, isDocumented: false),
    Extension(key: "x-apigw-response-error-codes", field: .responseErrorCodes, isDocumented: false),
  ]

  static let misspelledConstants = "x-apigw-const-parameters"

  /// Keys of an operation that OpenAPI itself defines and gwlint reads.
  static let standardFields: [(FieldName, String)] = [
    (.apiName, "operationId"), (.apiDescription, "description"), (.requestParameters, "parameters"),
    (.requestBodyContent, "content"), (.parameterName, "name"), (.parameterPosition, "in"),
    (.parameterRequired, "required"), (.parameterDescription, "description"), (.parameterSchema, "schema"),
    (.parameterType, "type"), (.parameterDefault, "default"), (.parameterEnum, "enum"), (.mapFrom, "map_from"),
    (.servers, "servers"), (.openAPIVersion, "openapi"), (.apiList, "paths"),
  ]

  static let backendFields: [(FieldName, String)] = [
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

  /// Fields of `CreateApi` that stand on the operation by a key of their own and are read inside the back end as well.
  static let createAPIFieldsInBackend: [(FieldName, String)] = [
    (.authType, "AuthType"), (.oauthConfig, "OauthConfig"), (.authRelationAPIId, "AuthRelationApiId"),
    (.businessType, "ApiBusinessType"), (.apiType, "ApiType"), (.timeout, "ServiceTimeout"),
    (.enableCORS, "EnableCORS"), (.responseType, "ResponseType"), (.responseErrorCodes, "ResponseErrorCodes"),
    (.serviceParameters, "ServiceParameters"), (.constantParameters, "ConstantParameters"),
    (.conventionRequestParameters, "RequestParameters"), (.frontProtocol, "Protocol"),
  ]

  /// Fields of `CreateApi` that say nothing a rule asks for.
  static let passiveBackendKeys = [
    "TargetServicesLoadBalanceConf", "TargetServicesHealthCheckConf", "TargetNamespaceId", "ApiName", "ApiDesc",
    "RequestConfig", "ResponseSuccessExample", "ResponseFailExample", "IsDebugAfterCharge",
    "IsDeleteResponseErrorCodes",
    "UserType", "OwnerUin", "ServiceName", "EiamAppId", "EiamAppType", "EiamAuthType", "EIAMAuthType", "TokenTimeout",
  ]

  static let serviceConfigFields: [(FieldName, String)] = [
    (.backendURL, "Url"), (.backendPath, "Path"), (.backendMethod, "Method"), (.product, "Product"),
    (.vpcId, "UniqVpcId"), (.upstreamId, "UpstreamId"), (.cosConfig, "CosConfig"),
  ]
  static let cosConfigFields: [(FieldName, String)] = [
    (.cosAction, "Action"), (.cosBucket, "BucketName"), (.cosAuthorization, "Authorization"),
    (.cosPathMatchMode, "PathMatchMode"),
  ]
  static let loadBalanceFields: [(FieldName, String)] = [
    (.isLoadBalance, "IsLoadBalance"), (.loadBalanceMethod, "Method"), (.sessionStickRequired, "SessionStickRequired"),
    (.sessionStickTimeout, "SessionStickTimeout"),
  ]
  static let healthCheckFields: [(FieldName, String)] = [
    (.isHealthCheck, "IsHealthCheck"), (.requestVolumeThreshold, "RequestVolumeThreshold"),
    (.sleepWindow, "SleepWindowInMilliseconds"), (.errorThresholdPercentage, "ErrorThresholdPercentage"),
  ]
  static let oauthFields: [(FieldName, String)] = [
    (.oauthPublicKey, "PublicKey"), (.oauthTokenLocation, "TokenLocation"), (.oauthRedirectURL, "LoginRedirectUrl"),
  ]
  static let microServiceFields: [(FieldName, String)] = [
    (.clusterId, "ClusterId"), (.namespaceId, "NamespaceId"), (.microServiceName, "MicroServiceName"),
  ]
  static let serviceParameterFields: [(FieldName, String)] = [
    (.targetName, "Name"), (.targetPosition, "Position"), (.sourceName, "RelevantRequestParameterName"),
    (.sourcePosition, "RelevantRequestParameterPosition"), (.targetDefault, "DefaultValue"),
    (.sourceDescription, "RelevantRequestParameterDesc"), (.sourceType, "RelevantRequestParameterType"),
  ]
  static let constantFields: [(FieldName, String)] = [
    (.constantName, "Name"), (.constantPosition, "Position"), (.constantValue, "DefaultValue"),
    (.constantDescription, "Desc"),
  ]
  static let conventionParameterFields: [(FieldName, String)] = [
    (.parameterName, "Name"), (.parameterPosition, "Position"), (.parameterType, "Type"),
    (.parameterDefault, "DefaultValue"), (.parameterRequired, "Required"), (.parameterDescription, "Desc"),
  ]
  static let errorCodeFields: [(FieldName, String)] = [
    (.errorCode, "Code"), (.errorMessage, "Msg"), (.errorDescription, "Desc"), (.convertedCode, "ConvertedCode"),
    (.needConvert, "NeedConvert"),
  ]
  static let base64RuleFields: [(FieldName, String)] = [(.base64RuleName, "Name"), (.base64RuleValues, "Value")]

  /// Both spellings under which a parameter mapping carries its raw source.
  static let mapFromKeys = ["map_from", "MapFrom"]

  private static let containers: [FieldName: FieldName] = {
    var holder: [FieldName: FieldName] = [:]
    for (field, _) in backendFields { holder[field] = .backend }
    for (field, _) in serviceConfigFields { holder[field] = .serviceConfig }
    for (field, _) in cosConfigFields { holder[field] = .cosConfig }
    for (field, _) in loadBalanceFields { holder[field] = .loadBalance }
    for (field, _) in healthCheckFields { holder[field] = .healthCheck }
    for (field, _) in oauthFields { holder[field] = .oauthConfig }
    for field in [FieldName.parameterType, .parameterDefault, .parameterEnum] { holder[field] = .parameterSchema }
    return holder
  }()
}
