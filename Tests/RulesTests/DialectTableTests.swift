import Engine
import GatewayModel
import Linting
import Rules
import Testing

/// One service with the same faults, written in every dialect that can carry it: the same findings.
@Suite struct DialectTableTests {
  /// An API of the service: path, method, seconds that the gateway waits.
  private static let apis = [("orders", "GET", "30"), ("/users", "FETCH", "30"), ("/users/list", "POST", "3600")]

  private static func items(_ format: (String, String, String) -> String, indentedBy columns: Int) -> String {
    apis.map { String(repeating: " ", count: columns) + format($0.0, $0.1, $0.2) }.joined(separator: "\n")
  }

  private static func endpoints(indentedBy columns: Int, _ more: String = "") -> String {
    items({ "- {path: \($0), method: \($1), serviceTimeout: \($2)\(more)}" }, indentedBy: columns)
  }

  static let texts: [(name: String, text: String)] = [
    (
      "apigateway",
      """
      component: apigateway
      name: shop
      inputs:
        endpoints:
      \(endpoints(indentedBy: 4, ", function: {functionName: f}"))
      """
    ),
    (
      "apigateway, version one",
      """
      shop:
        component: '@serverless/tencent-apigateway'
        inputs:
          endpoints:
      \(endpoints(indentedBy: 6, ", function: {functionName: f}"))
      """
    ),
    (
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
    (
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
    (
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
    (
      "framework plugin",
      "service: s\nprovider: {name: tencent}\nfunctions:\n"
        + apis.enumerated().map { index, api in
          "  f\(index): {events: [{apigw: {parameters: {path: \(api.0), httpMethod: \(api.1), serviceTimeout: \(api.2)}}}]}"
        }.joined(separator: "\n")
    ),
    (
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
    (
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
    (
      "manifest",
      """
      gwlint: 1
      Service: {ServiceName: shop, Protocol: http}
      Apis:
      \(items({ "- {ApiName: '\($0) \($1)', RequestConfig: {Path: \($0), Method: \($1)}, Protocol: HTTP, ServiceType: SCF, ServiceTimeout: \($2), ServiceScfFunctionName: f, ServiceScfFunctionNamespace: default, ServiceScfFunctionQualifier: $DEFAULT, ServiceScfFunctionType: EVENT}" }, indentedBy: 2))
      """
    ),
  ]

  @Test(arguments: texts) func hasTheSameFindings(_ name: String, _ text: String) {
    let found = Linter(rules: allRules).lint([InputText(display: "a.yml", bytes: Array(text.utf8), isNamed: true)])
    #expect(
      found.diagnostics.filter { $0.severity != .hint }.map { "\($0.rule) \($0.severity.name)" }.sorted()
        == ["backend-timeout-range error", "route-method-unsupported error", "route-path-invalid error"])
  }
}
