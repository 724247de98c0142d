import Testing
import TestSupport

/// Keys and values of the dialects beside OpenAPI and the manifest.
@Suite struct DialectCompletionTests {
  private func words(_ text: String, _ uri: String = "file:///t/serverless.yml") throws -> [String] {
    try EditorClient().completions(uri, text).map(\.word)
  }

  // MARK: Components

  @Test func componentsAreOffered() throws {
    #expect(try words("component: ¦\ninputs: {}\n").isEmpty, "nobody knows what it will be")
    let offered = try words("component: scf\nname: x\ninputs:\n  ¦\n")
    #expect(offered.contains("events"))
    #expect(!offered.contains("apigatewayConf"))
    #expect(try words("component: tencent-express@1.0\nname: x\ninputs:\n  ¦\n").contains("apigatewayConf"))
    #expect(try words("component: http\nname: x\ninputs:\n  apigw:\n    ¦\n").contains("api"))
    #expect(try words("component: wordpress\nname: x\ninputs:\n  apigw:\n    ¦\n").contains("customDomains"))
  }

  @Test func functionsLeadToTheirEvents() throws {
    let head = "component: scf\nname: x\ninputs:\n  name: f\n  events:\n"
    #expect(try words(head + "    - ¦\n").contains("apigw"))
    let parameters = head + "    - apigw:\n        parameters:\n          ¦\n"
    #expect(try words(parameters).contains("endpoints"))
    #expect(try words(parameters).contains("protocols"))
    let endpoint =
      head + "    - apigw:\n        parameters:\n          endpoints:\n            - path: /\n              ¦\n"
    let offered = try words(endpoint)
    #expect(offered.contains("enableCORS"))
    #expect(!offered.contains("path"))
    #expect(!offered.contains("internalDomain"), "the component writes it itself")
    #expect(
      try words(endpoint.replacing("¦", with: "authType: ¦")) == ["NONE", "SECRET", "APP", "OAUTH", "EIAM"])
    #expect(try words(endpoint.replacing("¦", with: "enableCORS: ¦")) == ["true", "false"])
    let plan = endpoint.replacing("¦", with: "usagePlan:\n                ¦")
    #expect(try words(plan).contains("usagePlanName"))
    let function = endpoint.replacing("¦", with: "function: {¦}")
    #expect(try words(function).contains("functionQualifier"))
  }

  @Test func gatewaysLeadToTheirDomains() throws {
    let head = "component: apigateway\nname: x\ninputs:\n  region: ap-guangzhou\n"
    #expect(try words(head + "  ¦\n").contains("endpoints"))
    #expect(try words(head + "  environment: ¦\n") == ["release", "prepub", "test"])
    #expect(try words(head + "  customDomains:\n    - ¦\n").contains("pathMappingSet"))
    #expect(
      try words(head + "  customDomains:\n    - domain: a.cn\n      pathMappingSet:\n        - ¦\n")
        == ["path", "environment"])
    #expect(try words(head + "  ap-guangzhou:\n    ¦\n").contains("serviceId"))
  }

  @Test func functionsOfAProjectAreOfferedByName() throws {
    let text = """
      component: multi-scf
      name: x
      inputs:
        functions:
          list: {handler: a.b}
          pay: {handler: a.b}
        triggers:
          - type: apigw
            parameters:
              apis:
                - path: /
                  function: ¦

      """
    #expect(try words(text) == ["list", "pay"])
    #expect(try words(text.replacing("function: ¦", with: "¦")).contains("method"))
    #expect(try words(text.replacing("type: apigw", with: "type: ¦").replacing("function: ¦", with: "")) == ["apigw"])
  }

  @Test func firstVersionNamesItsInstances() throws {
    let head = "rest:\n  component: '@serverless/tencent-apigateway'\n  inputs:\n    serviceName: a\n"
    #expect(try words(head + "    ¦\n").contains("customDomain"))
    #expect(try words(head + "    endpoints:\n      - path: /\n        ¦\n").contains("method"))
  }

  @Test func pluginAndTemplatesLeadToTheirEvents() throws {
    let plugin = """
      service: x
      provider: {name: tencent}
      functions:
        hello:
          events:
            - apigw:
                name: a
                parameters:
                  path: /
                  ¦

      """
    #expect(try words(plugin).contains("httpMethod"))
    let template = """
      Resources:
        default:
          Type: TencentCloud::Serverless::Namespace
          hello:
            Type: TencentCloud::Serverless::Function
            Properties:
              Events:
                web:
                  Type: APIGW
                  Properties:
                    ¦

      """
    #expect(try words(template).contains("StageName"))
    #expect(try words(template.replacing("Type: APIGW", with: "Type: ¦").replacing("  ¦\n", with: "")) == ["APIGW"])
  }

  @Test func serverlessDevsIsWrittenWithCapitals() throws {
    let text = """
      Gateway:
        Component: apigateway
        Provider: tencent
        Properties:
          Service: {Name: x}
          API:
            - Path: /
              ¦

      """
    let offered = try words(text)
    #expect(offered.contains("Method"))
    #expect(!offered.contains("method"))
    #expect(offered.contains("ServiceTimeout"))
    #expect(!(try words(text.replacing("¦", with: "serviceTimeout: 15\n        ¦"))).contains("ServiceTimeout"))
  }

  // MARK: Cloud API

  @Test func requestsAreKnownByTheirKeys() throws {
    let api =
      #"{"ServiceId": "service-1", "ApiName": "a", "ServiceType": "MOCK", "RequestConfig": {"Path": "/", "Method": "GET"}, ¦}"#
    let offered = try words(api, "file:///t/api.json")
    #expect(offered.contains("ServiceMockReturnMessage"))
    #expect(!offered.contains("PluginType"))
    #expect(
      try words(api.replacing("¦", with: "\"AuthType\": \"¦\""), "file:///t/api.json")
        == ["NONE", "SECRET", "APP", "OAUTH", "EIAM"])
    let reply = #"{"Response": {"Result": {"ApiIdStatusSet": [{"ApiId": "api-1", "Path": "/", ¦}]}}}"#
    #expect(try words(reply, "file:///t/reply.json").contains("Method"))
    let list = "- ServiceId: s\n  NetTypes: [OUTER]\n  OuterSubDomain: a\n  ¦\n"
    #expect(try words(list, "file:///t/list.yaml").contains("Protocol"))
  }

  // MARK: Infrastructure

  @Test func terraformKnowsTypesAndAttributes() throws {
    let uri = "file:///t/main.tf.json"
    let head = #"{"resource": {"tencentcloud_api_gateway_api": {"a": {"#
    #expect(try words(head + #""¦"}}}}"#, uri).contains("request_config_path"))
    #expect(try words(head + #""service_config_type": "¦"}}}}"#, uri).contains("MOCK"))
    #expect(try words(head + #"}}, "¦"}}"#, uri).contains("tencentcloud_api_gateway_service"))
    #expect(try words(head + #""request_parameters": [{"¦"}]}}}}"#, uri).contains("default_value"))
  }

  @Test func pulumiAndCrossplaneKnowTypesAndAttributes() throws {
    let pulumi = """
      resources:
        svc:
          type: tencentcloud:ApiGateway:Service
          properties: {serviceName: a}
        api:
          type: tencentcloud:ApiGateway/api:Api
          properties:
            ¦

      """
    #expect(try words(pulumi, "file:///t/Pulumi.yaml").contains("requestConfigPath"))
    #expect(
      try words(pulumi.replacing("tencentcloud:ApiGateway/api:Api", with: "¦").replacing("      ¦\n", with: ""))
        .contains("tencentcloud:ApiGateway:Api"))
    let crossplane = """
      apiVersion: v1
      kind: ConfigMap
      ---
      apiVersion: apigateway.tencentcloud.crossplane.io/v1alpha1
      kind: Api
      metadata: {name: a}
      spec:
        forProvider:
          ¦
      ---
      apiVersion: apigateway.tencentcloud.crossplane.io/v1alpha1
      kind: Service

      """
    #expect(try words(crossplane, "file:///t/c.yaml").contains("requestConfigPath"))
    #expect(!(try words(crossplane, "file:///t/c.yaml")).contains("serviceName"))
  }
}
