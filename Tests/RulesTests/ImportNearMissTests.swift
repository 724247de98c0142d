import Engine
import Linting
import Rules
import SourceText
import Testing

/// Documents that look wrong and are right, or have one fault that several rules could speak of.
@Suite struct ImportNearMissTests {
  private func lint(_ text: String, file: String = "api.yaml") -> [Diagnostic] {
    let head = "openapi: 3.0.0\ninfo: {title: example, version: \"1.0.0\"}\n"
    let input = InputText(display: file, bytes: Array((head + text + "\n").utf8), isNamed: true)
    return Linter(rules: allRules).lint([input]).diagnostics
  }

  private func rules(_ text: String, in families: String..., file: String = "api.yaml") -> [String] {
    lint(text, file: file).map(\.rule).filter { rule in families.contains { rule.hasPrefix($0) } }.sorted()
  }

  // MARK: One cause, one finding

  @Test func misspelledKeyIsNotMissedAsWell() {
    let text = """
      paths:
        /orders:
          get:
            operationId: listOrders
            x-apigw-service-timeout: 15
            x-apigw-backends: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
      """
    #expect(rules(text, in: "config-", "backend-") == ["config-unknown-extension"])
  }

  @Test func misspelledFieldIsNotMissedAsWell() {
    let text = """
      paths:
        /orders:
          get:
            operationId: listOrders
            x-apigw-service-timeout: 15
            x-apigw-backend: {servicetype: MOCK, ServiceMockReturnMessage: ok}
      """
    #expect(rules(text, in: "config-", "backend-") == ["config-unknown-extension"])
  }

  @Test func unquotedPlaceholderIsOneFinding() {
    let text = """
      paths:
        /token:
          get:
            operationId: token
            x-apigw-service-timeout: 15
            x-apigw-auth-type: OAUTH
            x-apigw-api-business-type: OAUTH
            x-apigw-oauth-config: {PublicKey: {KEY}, TokenLocation: {LOCATION}}
            x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: {BACKEND}, Path: {PATH}, Method: GET}}
      """
    let found = rules(text, in: "config-wrong", "yaml-", "oauth-", "backend-")
    #expect(found == [String](repeating: "yaml-flow-placeholder", count: 4))
    let mapping = text.replacing("{BACKEND}", with: "{host: users}")
    #expect(rules(mapping, in: "config-wrong") == ["config-wrong-type"], "a mapping that is no placeholder")
  }

  @Test func methodWithoutAPathIsOneFinding() {
    let text = """
      paths:
        get:
          operationId: listOrders
          responses: {}
          x-apigw-service-timeout: 15
          x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
      """
    #expect(rules(text, in: "config-", "route-", "backend-", "mock-") == ["route-path-invalid"])
    let path = "paths:\n  get:\n    get: {operationId: a, x-apigw-service-timeout: 15}"
    let mends = lint(path).filter { $0.rule == "route-path-invalid" }.flatMap(\.fixes)
    #expect(mends.contains { $0.edits.contains { $0.text.contains("/get") } }, "a path that lacks its slash")
  }

  @Test func whatStandsAmongThePathsIsTold() {
    let text = "paths:\n  operationId: a\n  /a:\n  /b: {}\n  x-internal: text\n  '${PREFIX}/c': {get: {operationId: c}}"
    #expect(rules(text, in: "config-wrong", "route-") == ["route-path-invalid"])
    #expect(rules("paths:\n  /a: text\n  /b: [1]", in: "config-wrong") == ["config-wrong-type", "config-wrong-type"])
    #expect(rules("paths:\n  /a: '${ORDERS}'", in: "config-wrong") == [])
    #expect(rules("paths:\n  $ref: ./paths.yaml", in: "config-wrong", "route-") == [])
  }

  @Test func keyAboveTheOperationsIsNotMissedBelow() {
    let text = """
      x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
      paths:
        /orders:
          get: {operationId: listOrders}
          post: {operationId: createOrder}
      """
    let found = lint(text).filter { $0.rule.hasPrefix("config-") }
    #expect(found.map(\.rule) == ["config-unknown-extension"])
    #expect(found.allSatisfy { $0.fixes.isEmpty }, "it is not known which of the operations is meant")
  }

  @Test func variableAndParameterThatAreMeantForEachOtherAreOneFinding() {
    let text = """
      servers: [{url: 'https://users.shop.cn'}]
      paths:
        /users/{userId}:
          get:
            operationId: getUser
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      """
    #expect(rules(text, in: "param-") == ["param-path-undefined"])
  }

  @Test func parameterInNoPositionIsNotUndeclaredAsWell() {
    let text = """
      servers: [{url: 'https://users.shop.cn'}]
      paths:
        /users/{userId}:
          get:
            operationId: getUser
            parameters: [{name: userId, in: pahts, required: true, schema: {type: string}}]
      """
    #expect(rules(text, in: "param-") == ["param-position-invalid"])
  }

  @Test func locationParametersOfMicroservicesHaveTheirOwnRules() {
    let text = """
      paths:
        /{X-NameSpace-Code}/{X-MicroService-Name}:
          get:
            operationId: pay
            x-apigw-api-type: TSF
            x-apigw-service-timeout: 15
            parameters:
              - {name: X-NameSpace-Code, in: cookie, required: true, schema: {type: string}}
              - {name: X-MicroService-Name, in: path, required: true, schema: {type: string}}
            x-apigw-backend:
              ServiceType: TSF
              ServiceConfig: {Path: /pay}
              MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: pay}]
      """
    #expect(rules(text, in: "param-position", "param-adjacent", "param-path-undefined").isEmpty)
  }

  // MARK: What only looks wrong

  @Test func templatesAreUnknownAndNeverWrong() {
    let text = """
      paths:
        /orders/{id}:
          get:
            operationId: "{{ name }}"
            x-apigw-cors: ${CORS}
            x-apigw-service-timeout: ${TIMEOUT}
            x-apigw-auth-type: ${AUTH}
            x-apigw-backend: {ServiceType: "${TYPE}"}
            parameters: [{name: "${ID}", in: path, required: true, schema: {type: "${TYPE}"}}]
      """
    let found = lint(text).filter { $0.severity != .hint && !$0.rule.hasPrefix("route-") }
    #expect(found.map(\.rule) == [])
  }

  @Test func parametersBehindAForeignReferenceAreUnknown() {
    let text = """
      servers: [{url: 'https://orders.shop.cn'}]
      paths:
        /orders/{id}:
          get:
            operationId: getOrder
            parameters: [{$ref: 'common.yaml#/parameters/Id'}]
            x-apigw-service-parameters:
              - Name: id
                Position: QUERY
                RelevantRequestParameterName: id
                RelevantRequestParameterPosition: QUERY
      """
    #expect(rules(text, in: "param-").isEmpty)
  }

  @Test func serversOfAPathItemAreABackEnd() {
    let text = """
      paths:
        /orders:
          servers: [{url: 'https://orders.shop.cn'}]
          get: {operationId: listOrders, x-apigw-protocol: HTTP}
      """
    #expect(rules(text, in: "config-").isEmpty)
  }

  @Test func listInPlaceOfPathsIsTold() {
    #expect(rules("paths: [/orders]\nx-apigw-cors: true", in: "config-wrong-type") == ["config-wrong-type"])
  }

  // MARK: Limits of one import

  @Test func sizeAndSuffixAreLimited() {
    let text = """
      servers: [{url: 'https://orders.shop.cn'}]
      paths:
        /orders:
          get: {operationId: listOrders}
      """
    let padding = "\n#" + String(repeating: "x", count: 102_400)
    #expect(rules(text + padding, in: "config-import-limits") == ["config-import-limits"])
    #expect(rules(text, in: "config-import-limits", file: "orders.txt") == ["config-import-limits"])
    #expect(rules(text, in: "config-import-limits", file: "ORDERS.YML").isEmpty)
    #expect(rules(text, in: "config-import-limits", file: "-").isEmpty)
  }

  // MARK: Suppression comments

  @Test(arguments: ["# gwlint:disable-line", "# gwlint:disable-next-line until=soon mock-message-missing"])
  func suppressionThatSaysNothingIsTold(_ comment: String) {
    let text = """
      servers: [{url: 'https://orders.shop.cn'}]
      paths:
        /orders:
          \(comment)
          get: {operationId: listOrders}
      """
    #expect(rules(text, in: "config-suppression-unknown") == ["config-suppression-unknown"])
  }
}
