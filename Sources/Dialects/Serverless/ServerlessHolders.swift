/// The keys that lead through a serverless file to the gateway's settings.
///
/// Source: the documentation and source of the components, the plugin and the tools [component].
enum ServerlessHolder {
  // Components
  static let component: StaticString = "component"
  static let inputs: StaticString = "inputs"
  static let region: StaticString = "region"
  static let events: StaticString = "events"
  static let triggers: StaticString = "triggers"
  /// An event, the type of a trigger, and the flat block of a web application.
  static let apigw: StaticString = "apigw"
  static let triggerType: StaticString = "type"
  static let parameters: StaticString = "parameters"
  static let function: StaticString = "function"
  static let functions: StaticString = "functions"
  static let frameworkBlock: StaticString = "apigatewayConf"
  static let olderFrameworkBlock: StaticString = "apigwConfig"
  static let serviceId: StaticString = "serviceId"

  // Plugin
  static let provider: StaticString = "provider"
  static let providerName: StaticString = "name"
  static let providerGateway: StaticString = "apiGateway"

  // Templates
  static let resources: StaticString = "Resources"
  static let templateType: StaticString = "Type"
  static let properties: StaticString = "Properties"
  static let templateEvents: StaticString = "Events"
  static let templateFunction: StaticString = "TencentCloud::Serverless::Function"
  static let templateTrigger: StaticString = "APIGW"

  // Serverless Devs
  static let devsComponent: StaticString = "Component"
  static let devsProvider: StaticString = "Provider"
  static let devsProviderName: StaticString = "tencent"
  static let devsGateway: StaticString = "API"
  // The first letter of these may be small.
  static let devsService = "Service"
  static let devsFunction = "Function"
  static let devsTriggers = "Triggers"
  static let devsTriggerType = "Type"
  static let devsParameters = "Parameters"
}
