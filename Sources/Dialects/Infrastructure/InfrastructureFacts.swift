import GatewayModel
import YAMLDocument

/// Facts of the infrastructure tools.
///
/// Source: defaults and argument checks of the official Terraform provider [terraform]; the other tools are generated
/// from it.
enum InfrastructureFacts {
  /// Which facts hold for a part.
  enum Form: UInt8 {
    /// What people write: what is absent has the provider's default.
    case written
    /// What a plan or state tells: what is absent is not known yet, what is null is not set.
    case planned
  }

  static func all(_ dialect: Dialect, _ style: AttributeStyle) -> [DialectFacts] {
    [facts(dialect, style, defaults: defaults), facts(dialect, style, defaults: [:])]
  }

  private static func facts(
    _ dialect: Dialect, _ style: AttributeStyle, defaults: [FieldName: String]
  ) -> DialectFacts {
    var spelling: [FieldName: String] = [:]
    for level in AttributeLevel.allCases {
      for (field, name) in level.attributes where spelling[field] == nil { spelling[field] = style.spelled(name) }
    }
    for role in ResourceRole.allCases where spelling[role.field] == nil {
      spelling[role.field] = style.spelled(role.attribute)
    }
    for (field, name) in PluginDataFields.all { spelling[field] = name }
    var containers: [FieldName: FieldName] = [:]
    for level in [AttributeLevel.api, .upstream] {
      for (holder, inner) in level.nestedMappings { for (field, _) in inner.attributes { containers[field] = holder } }
    }
    for (field, _) in PluginDataFields.all { containers[field] = .pluginData }
    return DialectFacts(
      dialect: dialect,
      schema: dialect == .terraform ? .json : .core,
      spelling: spelling,
      alternateSpelling: CloudAPISpelling.alternate,
      container: containers,
      alternateContainer: CloudAPISpelling.alternateContainers,
      defaults: defaults,
      backend: BackendConventions(refusesEmptyPath: true, demandsFunctionDetails: true, takesTSFPath: false),
      tool: ToolConventions(quotedBooleans: dialect == .crossplane ? .refused : .converted),
      releasesAreResources: true,
      mappingSeparator: UInt8(ascii: "#"))
  }

  private static let defaults: [FieldName: String] = [
    .method: "GET", .frontProtocol: "HTTP", .authType: "NONE", .apiType: "NORMAL", .enableCORS: "true",
    .timeout: "5", .isDefaultMapping: "true", .bindType: "SERVICE", .maxRequestNumber: "-1",
    .maxRequestsPerSecond: "-1", .parameterRequired: "false", .declaredFunctionTimeout: "3",
  ]
}
