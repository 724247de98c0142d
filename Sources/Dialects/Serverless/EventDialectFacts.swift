import GatewayModel
import YAMLDocument

/// Facts of the dialects whose gateway consists of functions' events alone.
enum EventDialectFacts {
  /// The Serverless Framework's plugins.
  ///
  /// Source: the plugin's deployment code [component].
  static let plugin = DialectFacts(
    dialect: .frameworkPlugin, schema: .core, spelling: spelling(ServerlessKeys.pluginParameters),
    defaults: common.merging([.environmentName: "release", .method: "GET", .timeout: "10"]) { _, own in own },
    declaresParameters: false,
    tool: ToolConventions(
      quotedBooleans: .converted, checksKeys: true, declaresFunctions: true, regionAliases: ["gz", "sh", "bj"]))

  /// Templates of the function tools. What environment an event without one is released to depends on the service.
  ///
  /// Source: the template tool's schema and specification [component].
  static let template = DialectFacts(
    dialect: .tcsam, schema: .yaml11,
    spelling: spelling(
      ServerlessKeys.templateEvent + [("Properties", .functionProperties), ("Events", .functionEvents)]),
    container: [.functionEvents: .functionProperties],
    defaults: common.merging([.method: "ANY"]) { _, own in own }, declaresParameters: false,
    tool: ToolConventions(quotedBooleans: .refused, checksKeys: true, declaresFunctions: true))

  private static let common: [FieldName: String] = [
    .serviceType: "SCF", .frontProtocol: "HTTP", .authType: "NONE", .businessType: "NORMAL", .apiType: "NORMAL",
    .enableCORS: "false", .isIntegratedResponse: "false", .declaredFunctionTimeout: "3",
  ]

  private static func spelling(_ fields: ServerlessKeys.Fields) -> [FieldName: String] {
    var spelling: [FieldName: String] = [.region: "region", .declaredFunctionTimeout: "timeout"]
    for (key, field) in fields { spelling[field] = key }
    return spelling
  }
}
