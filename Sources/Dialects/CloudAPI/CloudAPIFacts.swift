import GatewayModel
import YAMLDocument

/// Facts of requests and replies of the Cloud API.
enum CloudAPIFacts {
  /// Which facts hold for a part.
  enum Form: UInt8 {
    /// A whole request.
    case request
    /// A request that names only what it changes: nothing holds by default.
    case partialRequest
    /// The reply that describes one API.
    case reply
    /// A reply that names only some of what there is.
    case partialReply
    /// The description of a function's trigger.
    case trigger

    init(isReply: Bool, isPartial: Bool) {
      self = isReply ? (isPartial ? .partialReply : .reply) : (isPartial ? .partialRequest : .request)
    }
  }

  static let all: [DialectFacts] = [
    facts(isReply: false, defaults: CloudAPISpelling.defaults), facts(isReply: false, defaults: [:]),
    facts(isReply: true, defaults: CloudAPISpelling.defaults), facts(isReply: true, defaults: [:]), TriggerFacts.facts,
  ]

  private static func facts(isReply: Bool, defaults: [FieldName: String]) -> DialectFacts {
    DialectFacts(
      dialect: .cloudAPI,
      schema: .core,
      spelling: CloudAPISpelling.spelling(
        CloudAPIFields.serviceReplyFields, CloudAPIFields.pluginReplyFields, CloudAPIFields.usagePlanReplyFields,
        [(.environmentName, "EnvironmentName"), (.apiNames, "ApiIds")]),
      alternateSpelling: CloudAPISpelling.alternate,
      container: CloudAPISpelling.containers,
      alternateContainer: CloudAPISpelling.alternateContainers,
      defaults: defaults,
      isReply: isReply,
      acceptsForcedHTTPSOnHTTP: true)
  }
}

/// Keys and facts of a function's gateway trigger, as the functions' API describes it.
///
/// Source: what the serverless plugin sends as `TriggerDesc` [component]: truth values are the texts TRUE and FALSE.
enum TriggerFacts {
  static let apiFields: CloudAPIFields.Table = [
    (.requestConfig, "requestConfig"), (.isIntegratedResponse, "isIntegratedResponse"), (.enableCORS, "enableCORS"),
    (.timeout, "serviceTimeout"), (.apiName, "apiName"), (.apiId, "apiId"), (.isBase64Encoded, "isBase64Encoded"),
  ]
  static let requestFields: CloudAPIFields.Table = [(.path, "path"), (.method, "method")]
  static let serviceFields: CloudAPIFields.Table = [(.serviceId, "serviceId"), (.serviceName, "serviceName")]
  static let releaseFields: CloudAPIFields.Table = [(.environmentName, "environmentName")]

  static let facts = DialectFacts(
    dialect: .cloudAPI,
    schema: .core,
    spelling: Dictionary(
      (apiFields + requestFields + serviceFields + releaseFields).map { ($0.0, $0.1) },
      uniquingKeysWith: { first, _ in first }),
    container: Dictionary(uniqueKeysWithValues: requestFields.map { ($0.0, .requestConfig) }),
    defaults: [.serviceType: "SCF", .apiType: "NORMAL", .frontProtocol: "HTTP"],
    declaresParameters: false,
    tool: ToolConventions(quotedBooleans: .converted))
}
