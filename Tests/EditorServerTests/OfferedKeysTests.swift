import Testing

/// What completion offers is what the readers read: no rule calls an offered key unknown or misplaced.
@Suite struct OfferedKeysTests {
  private static let scf = "component: scf\nname: x\ninputs:\n  name: f\n  events:\n    - apigw:\n        name: a\n"
  private static let endpoint =
    scf + "        parameters:\n          endpoints:\n            - path: /a\n              ¦\n"
  private static let gateway = "component: apigateway\nname: x\ninputs:\n  region: ap-guangzhou\n"
  private static let devs = "Gateway:\n  Component: apigateway\n  Provider: tencent\n  Properties:\n"
  private static let openAPI = "openapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths:\n  /m:\n    get:\n"

  /// Texts whose line with the cursor stands in some mapping.
  private static let texts: [(file: String, text: String)] =
    [
      scf + "        parameters:\n          ¦\n", endpoint,
      endpoint.replacing("¦", with: "usagePlan:\n                ¦"),
      endpoint.replacing("¦", with: "auth:\n                ¦"),
      endpoint.replacing("¦", with: "function:\n                ¦"),
      endpoint.replacing("¦", with: "serviceConfig:\n                ¦"),
      endpoint.replacing("¦", with: "oauthConfig:\n                ¦"),
      endpoint.replacing("¦", with: "app:\n                ¦"),
      endpoint.replacing("¦", with: "param:\n                - ¦"),
      endpoint.replacing("¦", with: "serviceParameters:\n                - ¦"),
      gateway + "  ¦\n", gateway + "  endpoints:\n    - path: /\n      ¦\n", gateway + "  customDomains:\n    - ¦\n",
      gateway + "  customDomains:\n    - domain: a.cn\n      pathMappingSet:\n        - ¦\n",
      "component: multi-scf\nname: x\ninputs:\n  triggers:\n    - type: apigw\n      parameters:\n        ¦\n",
      "component: multi-scf\nname: x\ninputs:\n  triggers:\n    - type: apigw\n      parameters:\n        apis:\n          - ¦\n",
      "component: express\nname: x\ninputs:\n  apigatewayConf:\n    ¦\n",
      "component: express\nname: x\ninputs:\n  apigatewayConf:\n    customDomains:\n      - ¦\n",
      "component: http\nname: x\ninputs:\n  apigw:\n    ¦\n",
      "component: http\nname: x\ninputs:\n  apigw:\n    api:\n      ¦\n",
      "component: http\nname: x\ninputs:\n  apigw:\n    customDomains:\n      - ¦\n",
      "component: wordpress\nname: x\ninputs:\n  apigw:\n    ¦\n",
      "component: wordpress\nname: x\ninputs:\n  apigw:\n    customDomains:\n      - ¦\n",
      "rest:\n  component: '@serverless/tencent-apigateway'\n  inputs:\n    ¦\n",
      "rest:\n  component: '@serverless/tencent-apigateway'\n  inputs:\n    endpoints:\n      - path: /\n        ¦\n",
      "provider: {name: tencent}\nfunctions:\n  f:\n    events:\n      - apigw:\n          parameters:\n            ¦\n",
      "Resources:\n  n:\n    Type: TencentCloud::Serverless::Namespace\n    f:\n      Type: TencentCloud::Serverless::Function\n      Properties:\n        Events:\n"
        + "          e:\n            Type: APIGW\n            Properties:\n              ¦\n",
      devs + "    Service:\n      ¦\n", devs + "    API:\n      - Path: /\n        ¦\n",
    ].map { ("serverless.yml", $0) }
    + [
      openAPI + "      ¦\n", openAPI + "      x-apigw-backend:\n        ¦\n",
      openAPI + "      x-apigw-backend:\n        ServiceConfig:\n          ¦\n",
      openAPI + "      x-apigw-backend:\n        ServiceConfig: {CosConfig: {¦}}\n",
      openAPI + "      x-apigw-backend:\n        MicroServices:\n          - ¦\n",
      openAPI + "      x-apigw-backend:\n        ServiceTsfHealthCheckConf:\n          ¦\n",
    ].map { ("api.yaml", $0) }
    + [
      "gwlint: 1\n¦\n", "gwlint: 1\nService:\n  ¦\n", "gwlint: 1\nSubDomains:\n  - ¦\n", "gwlint: 1\nApis:\n  - ¦\n",
      "gwlint: 1\nApis:\n  - RequestConfig: {¦}\n", "gwlint: 1\nUsagePlans:\n  - ¦\n", "gwlint: 1\nUpstreams:\n  - ¦\n",
      "gwlint: 1\nPlugins:\n  - ¦\n", "gwlint: 1\nPlugins:\n  - PluginType: Cors\n    PluginData:\n      ¦\n",
      "gwlint: 1\nUsagePlans:\n  - Bind:\n      - ¦\n", "gwlint: 1\nExpectedUrls:\n  - ¦\n",
    ].map { ("gateway.yaml", $0) }

  @Test(arguments: texts.indices) func offeredKeysAreRead(_ number: Int) throws {
    let (file, text) = Self.texts[number]
    let uri = "file:///t/\(file)"
    let client = try EditorClient()
    let offered = try client.completions(uri, text).filter { $0.text.hasSuffix(":") || $0.text.hasSuffix(": ") }
    #expect(offered.count > 1, "\(text)")
    for key in offered {
      // Any value: only the key is in question.
      try client.open(uri, text.replacing("¦", with: key.text + (key.text.hasSuffix(" ") ? "1" : " [1]")))
      for diagnostic in try client.pushed()[uri] ?? [] {
        let code = diagnostic["code"] as? String ?? ""
        let message = diagnostic["message"] as? String ?? ""
        // What the vendor does not document is offered, and said to be so.
        guard !message.contains("not publicly documented") else { continue }
        let isAboutKeys =
          code == "config-unknown-key" || code == "config-key-misplaced" || code == "config-unknown-extension"
        #expect(!isAboutKeys, "\(key.word): \(message) in\n\(text)")
      }
    }
  }
}
