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
      uniqueKeysWithValues: extensions.map { ($0.field, $0.key) } + CloudAPIFields.backendFields
        + CloudAPIFields.serviceConfigFields
        + CloudAPIFields.cosConfigFields + CloudAPIFields.loadBalanceFields + CloudAPIFields.healthCheckFields
        + CloudAPIFields.oauthConfigFields + CloudAPIFields.microServiceFields
        + CloudAPIFields.serviceParameterFields + CloudAPIFields.constantFields + CloudAPIFields.errorCodeFields
        + CloudAPIFields.base64RuleFields + standardFields),
    alternateSpelling: Dictionary(uniqueKeysWithValues: CloudAPIFields.requestParameterFields),
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
    (.servers, "servers"), (.serverURL, "url"), (.openAPIVersion, "openapi"), (.apiList, "paths"),
  ]

  private static let containers: [FieldName: FieldName] = {
    var holder: [FieldName: FieldName] = [:]
    for (field, _) in CloudAPIFields.backendFields { holder[field] = .backend }
    for (field, _) in CloudAPIFields.serviceConfigFields { holder[field] = .serviceConfig }
    for (field, _) in CloudAPIFields.cosConfigFields { holder[field] = .cosConfig }
    for (field, _) in CloudAPIFields.loadBalanceFields { holder[field] = .loadBalance }
    for (field, _) in CloudAPIFields.healthCheckFields { holder[field] = .healthCheck }
    for (field, _) in CloudAPIFields.oauthConfigFields { holder[field] = .oauthConfig }
    for field in [FieldName.parameterType, .parameterDefault, .parameterEnum] { holder[field] = .parameterSchema }
    return holder
  }()
}
