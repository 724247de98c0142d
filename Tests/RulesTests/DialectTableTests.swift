import Dialects
import Engine
import GatewayModel
import Linting
import Rules
import Testing
import YAMLDocument

/// One service with the same faults, written in every dialect: the same findings, as far as the dialect can carry them.
@Suite struct DialectTableTests {
  /// A dialect with the service written in it.
  struct Form: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    /// The rules whose faults the dialect cannot carry, each with the reason.
    let cannotCarry: [String: String]

    init(_ name: String, _ text: String, cannotCarry: [String: String] = [:]) {
      testDescription = name
      self.text = text
      self.cannotCarry = cannotCarry
    }
  }

  /// An API of the service: path, method, seconds that the gateway waits.
  private static let apis = [("orders", "GET", "30"), ("/users", "FETCH", "30"), ("/users/list", "POST", "3600")]

  private static func items(_ format: (String, String, String) -> String, indentedBy columns: Int) -> String {
    apis.map { String(repeating: " ", count: columns) + format($0.0, $0.1, $0.2) }.joined(separator: "\n")
  }

  private static func endpoints(indentedBy columns: Int, _ more: String = "") -> String {
    items({ "- {path: \($0), method: \($1), serviceTimeout: \($2)\(more)}" }, indentedBy: columns)
  }

  static let forms: [Form] = [
    Form(
      "apigateway",
      """
      component: apigateway
      name: shop
      inputs:
        endpoints:
      \(endpoints(indentedBy: 4, ", function: {functionName: f}"))
      """
    ),
    Form(
      "apigateway, version one",
      """
      shop:
        component: '@serverless/tencent-apigateway'
        inputs:
          endpoints:
      \(endpoints(indentedBy: 6, ", function: {functionName: f}"))
      """
    ),
    Form(
      "scf event",
      """
      component: scf
      name: f
      inputs:
        events:
          - apigw:
              parameters:
                endpoints:
      \(endpoints(indentedBy: 12))
      """
    ),
    Form(
      "multi-scf trigger",
      """
      component: multi-scf
      name: m
      inputs:
        functions: {f: {handler: index.main}}
        triggers:
          - type: apigw
            parameters:
              name: shop
              apis:
      \(endpoints(indentedBy: 10, ", function: f"))
      """
    ),
    Form(
      "web framework",
      """
      component: express
      name: web
      inputs:
        apigatewayConf:
          endpoints:
      \(endpoints(indentedBy: 6))
      """
    ),
    Form(
      "framework plugin",
      "service: s\nprovider: {name: tencent}\nfunctions:\n"
        + apis.enumerated().map { index, api in
          "  f\(index): {events: [{apigw: {parameters: {path: \(api.0), httpMethod: \(api.1), serviceTimeout: \(api.2)}}}]}"
        }.joined(separator: "\n")
    ),
    Form(
      "Serverless Devs",
      """
      G:
        Component: apigateway
        Provider: tencent
        Properties:
          Service: {Name: shop}
          API:
      \(items({ "- {Path: \($0), Method: \($1), ServiceTimeout: \($2), Function: {FunctionName: f}}" }, indentedBy: 6))
      """
    ),
    Form(
      "import document",
      "openapi: 3.0.0\ninfo: {title: shop, version: '1'}\npaths:\n"
        + items(
          {
            """
            \($0): {\($1.lowercased()): {operationId: '\($0) \($1)', x-apigw-service-timeout: \($2), x-apigw-backend: \
            {ServiceType: SCF, ServiceScfFunctionName: f, ServiceScfFunctionNamespace: default, \
            ServiceScfFunctionQualifier: $DEFAULT, ServiceScfFunctionType: EVENT}}}
            """
          }, indentedBy: 2)
    ),
    Form(
      "manifest",
      """
      gwlint: 1
      Service: {ServiceName: shop, Protocol: http}
      Apis:
      \(items({ "- {ApiName: '\($0) \($1)', RequestConfig: {Path: \($0), Method: \($1)}, Protocol: HTTP, ServiceType: SCF, ServiceTimeout: \($2), ServiceScfFunctionName: f, ServiceScfFunctionNamespace: default, ServiceScfFunctionQualifier: $DEFAULT, ServiceScfFunctionType: EVENT}" }, indentedBy: 2))
      """
    ),
    Form(
      "component http",
      """
      component: http
      name: web
      inputs:
        faas: {framework: koa}
        apigw:
          api: {path: orders, method: FETCH, timeout: 3600}
      """),
    Form(
      "flat component",
      """
      component: framework
      name: web
      inputs:
        faas: {framework: koa}
        apigw: {timeout: 3600}
      """,
      cannotCarry: [
        "route-path-invalid": "its only API has the path /",
        "route-method-unsupported": "its only API takes any method",
      ]),
    Form(
      "function template",
      """
      Resources:
        default:
          Type: TencentCloud::Serverless::Namespace
          f:
            Type: TencentCloud::Serverless::Function
            Properties:
              Handler: index.main
              Events: {e: {Type: APIGW, Properties: {StageName: release, HttpMethod: FETCH}}}
      """,
      cannotCarry: [
        "route-path-invalid": "the path follows from the function's name",
        "backend-timeout-range": "an event has no time-out",
      ]),
    Form(
      "Terraform configuration",
      #"{"resource": {"tencentcloud_api_gateway_service": {"s": \#(terraformService)}, "tencentcloud_api_gateway_api": {"#
        + apis.enumerated().map {
          #""a\#($0)": \#(terraformAPI($1, serviceId: "${tencentcloud_api_gateway_service.s.id}"))"#
        }
        .joined(separator: ", ") + "}}}"),
    Form(
      "Terraform plan",
      #"{"format_version": "1.2", "planned_values": {"root_module": {"resources": ["#
        + #"{"address": "x.s", "type": "tencentcloud_api_gateway_service", "values": \#(terraformService)}, "#
        + apis.enumerated().map {
          #"{"address": "x.a\#($0)", "type": "tencentcloud_api_gateway_api", "values": \#(terraformAPI($1, serviceId: nil))}"#
        }.joined(separator: ", ") + "]}}}"),
    Form(
      "Pulumi",
      """
      resources:
        s: {type: 'tencentcloud:ApiGateway:Service', properties: {serviceName: shop, protocol: http, netTypes: [OUTER]}}

      """
        + apis.enumerated().map {
          "  a\($0): {type: 'tencentcloud:ApiGateway:Api', properties: {serviceId: '${s.id}', \(camelAPI($1))}}"
        }.joined(separator: "\n")),
    Form(
      "Crossplane",
      ([
        "kind: Service\nmetadata: {name: s}\nspec: {forProvider: {serviceName: shop, protocol: http, netType: [OUTER]}}"
      ]
        + apis.enumerated().map {
          "kind: Api\nmetadata: {name: a\($0)}\nspec: {forProvider: {serviceIdRef: {name: s}, \(camelAPI($1))}}"
        }).map { "apiVersion: apigateway.tencentcloud.crossplane.io/v1alpha1\n" + $0 }.joined(separator: "\n---\n")),
    Form(
      "Cloud API requests",
      "[" + apis.map { #"{"ServiceId": "service-ab12cd34", \#(cloudAPI($0))}"# }.joined(separator: ", ") + "]"),
    Form(
      "Cloud API replies",
      "["
        + apis.map {
          #"{"Response": {"Result": {"ServiceId": "service-ab12cd34", \#(cloudAPI($0)), "CreatedTime": "2021"}, "RequestId": "1"}}"#
        }.joined(separator: ", ") + "]"),
  ]

  // MARK: APIs in the words of the other tools

  private static let terraformService = #"{"service_name": "shop", "protocol": "http", "net_type": ["OUTER"]}"#

  private static func terraformAPI(_ api: (String, String, String), serviceId: String?) -> String {
    (serviceId.map { #"{"service_id": "\#($0)", "# } ?? "{")
      + #"""
      "api_name": "\#(api.0) \#(api.1)", "request_config_path": "\#(api.0)", "request_config_method": "\#(api.1)", \#
      "protocol": "HTTP", "auth_type": "NONE", "service_config_type": "SCF", "service_config_timeout": \#(api.2), \#
      "service_config_scf_function_name": "f", "service_config_scf_function_namespace": "default", \#
      "service_config_scf_function_qualifier": "$DEFAULT", "service_config_scf_function_type": "EVENT"}
      """#
  }

  private static func camelAPI(_ api: (String, String, String)) -> String {
    """
    apiName: '\(api.0) \(api.1)', requestConfigPath: \(api.0), requestConfigMethod: \(api.1), protocol: HTTP, \
    authType: NONE, serviceConfigType: SCF, serviceConfigTimeout: \(api.2), serviceConfigScfFunctionName: f, \
    serviceConfigScfFunctionNamespace: default, serviceConfigScfFunctionQualifier: $DEFAULT, serviceConfigScfFunctionType: EVENT
    """
  }

  private static func cloudAPI(_ api: (String, String, String)) -> String {
    #"""
    "ApiName": "\#(api.0) \#(api.1)", "RequestConfig": {"Path": "\#(api.0)", "Method": "\#(api.1)"}, "Protocol": "HTTP", \#
    "AuthType": "NONE", "EnableCORS": false, "ServiceType": "SCF", "ServiceTimeout": \#(api.2), \#
    "ServiceScfFunctionName": "f", "ServiceScfFunctionNamespace": "default", \#
    "ServiceScfFunctionQualifier": "$DEFAULT", "ServiceScfFunctionType": "EVENT"
    """#
  }

  private static let faults = ["backend-timeout-range", "route-method-unsupported", "route-path-invalid"]

  @Test(arguments: forms) func hasTheSameFindings(_ form: Form) {
    let found = Linter(rules: allRules).lint([
      InputText(display: "a.yml", bytes: Array(form.text.utf8), isNamed: true)
    ])
    #expect(form.cannotCarry.keys.allSatisfy(Self.faults.contains))
    #expect(
      found.diagnostics.filter { $0.severity != .hint }.map { "\($0.rule) \($0.severity.name)" }.sorted()
        == Self.faults.filter { form.cannotCarry[$0] == nil }.map { "\($0) error" })
  }

  /// Every dialect is in the table.
  @Test func isComplete() throws {
    let dialects = try Self.forms.map { form -> Dialect in
      let recognition = Dialects.recognise(YAMLDocument.parse(Array(form.text.utf8)))
      guard case .gateway(let dialect) = recognition else { throw Unrecognised(form: form.testDescription) }
      return dialect
    }
    #expect(Set(dialects) == Set(Dialect.allCases))
  }

  struct Unrecognised: Error {
    let form: String
  }
}
