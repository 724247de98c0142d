import Testing

/// Definitions and uses of names, in one file and across the files of a project.
@Suite struct NavigationTests {
  private static let manifest = """
    gwlint: 1
    Service: {ServiceName: shop, Protocol: http}
    ReleasedEnvironments: [release, test]
    Apis: ["*.openapi.yaml"]
    SubDomains:
      - SubDomain: api.shop.cn
        IsDefaultMapping: false
        PathMappingSet:
          - {Path: /, Environment: release}
    Plugins:
      - PluginName: cross
        PluginType: Cors
        PluginData: {allow_origin: "*"}
        Attach:
          - {EnvironmentName: release, Apis: [getOrder]}
    ApiKeys:
      - SecretName: partner
    UsagePlans:
      - UsagePlanName: basic
        SecretNames: [partner]
        Bind:
          - {BindType: API, Environment: release, Apis: [getOrder]}

    """

  private static let api = """
    openapi: 3.0.0
    info: {title: t, version: "1"}
    paths:
      /orders:
        get:
          operationId: getOrder
          x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}

    """

  private func project() throws -> (client: EditorClient, folder: TestFolder) {
    let folder = try TestFolder(["gateway.yaml": Self.manifest, "a.openapi.yaml": Self.api])
    return (try EditorClient(folders: [folder.path]), folder)
  }

  private func at(_ text: String, _ mark: String) -> String { text.replacing(mark, with: mark + "¦") }

  @Test func apiIsDefinedInAnotherFile() throws {
    let (client, folder) = try project()
    let uri = folder.uri("gateway.yaml")
    let text = at(Self.manifest, "release, Apis: [getO")
    #expect(try client.places("textDocument/definition", uri, text) == ["a.openapi.yaml 6"])
    let uses = try client.places(
      "textDocument/references", folder.uri("a.openapi.yaml"), at(Self.api, "operationId: get"))
    #expect(uses == ["a.openapi.yaml 6", "gateway.yaml 15", "gateway.yaml 22"])
    let others = try client.places(
      "textDocument/references", folder.uri("a.openapi.yaml"), at(Self.api, "operationId: get"),
      includesDeclaration: false)
    #expect(others == ["gateway.yaml 15", "gateway.yaml 22"])
  }

  @Test func pluginsAndPlansLeadToWhatTheyAreBoundTo() throws {
    let (client, folder) = try project()
    let uri = folder.uri("gateway.yaml")
    #expect(
      try client.places("textDocument/references", uri, at(Self.manifest, "PluginName: cr"))
        == ["gateway.yaml 11", "gateway.yaml 15"])
    #expect(
      try client.places("textDocument/references", uri, at(Self.manifest, "UsagePlanName: ba"))
        == ["gateway.yaml 19", "gateway.yaml 22"])
    #expect(
      try client.places("textDocument/definition", uri, at(Self.manifest, "SecretNames: [par")) == ["gateway.yaml 17"])
    #expect(
      try client.places("textDocument/definition", uri, at(Self.manifest, "PluginName: cr")) == ["gateway.yaml 11"])
  }

  @Test func environmentsAreDefinedWhereTheServiceIsReleased() throws {
    let (client, folder) = try project()
    let uri = folder.uri("gateway.yaml")
    #expect(
      try client.places("textDocument/definition", uri, at(Self.manifest, "{Path: /, Environment: rel"))
        == ["gateway.yaml 3"])
    #expect(
      try client.places("textDocument/references", uri, at(Self.manifest, "Environments: [rel"))
        == ["gateway.yaml 15", "gateway.yaml 22", "gateway.yaml 3", "gateway.yaml 9"])
  }

  @Test func planThatIsWrittenWhereItIsBoundIsOneByName() throws {
    let client = try EditorClient()
    let text = """
      component: apigateway
      name: x
      inputs:
        protocols: [http]
        environment: release
        endpoints:
          - path: /a
            method: GET
            usagePlan: {usagePlanName: ba¦sic}
          - path: /b
            method: GET
            usagePlan: {usagePlanName: basic}

      """
    #expect(
      try client.places("textDocument/references", "file:///t/serverless.yml", text)
        == ["serverless.yml 12", "serverless.yml 9"])
  }

  @Test func resourcesAreFollowed() throws {
    let text = """
      {"resource": {
        "tencentcloud_api_gateway_service": {
          "shop": {"service_name": "shop", "protocol": "http", "net_type": ["OUTER"]}},
        "tencentcloud_api_gateway_api": {
          "get": {"service_id": "${tencentcloud_api_gateway_service.shop.id}", "api_name": "get"}},
        "tencentcloud_api_gateway_plugin": {
          "cross": {"plugin_name": "cross", "plugin_type": "Cors", "plugin_data": "{}"}},
        "tencentcloud_api_gateway_plugin_attachment": {
          "a": {"plugin_id": "${tencentcloud_api_gateway_plugin.cross.id}", "environment_name": "release",
                "service_id": "${tencentcloud_api_gateway_service.shop.id}",
                "api_id": "${tencentcloud_api_gateway_api.get.id}"}}
      }}
      """
    func definition(_ mark: String) throws -> [String] {
      try EditorClient().places("textDocument/definition", "file:///t/main.tf.json", at(text, mark))
    }
    #expect(try definition("\"plugin_id\": \"${ten") == ["main.tf.json 7"])
    #expect(try definition("\"api_id\": \"${ten") == ["main.tf.json 5"])
    #expect(try definition("\"get\": {\"service_id\": \"${ten") == ["main.tf.json 3"])
  }

  @Test func anchorsLeadToTheirAliases() throws {
    let client = try EditorClient()
    let text = Self.api + "  /b:\n    get: &b¦ {operationId: b}\n  /c:\n    get: *b\n"
    #expect(
      try client.places("textDocument/references", "file:///t/a.yaml", text) == ["a.yaml 11", "a.yaml 9"])
  }

  @Test func referenceIsFollowedInItsFile() throws {
    let client = try EditorClient()
    let text = """
      openapi: 3.0.0
      info: {title: t, version: "1"}
      components:
        parameters:
          id: {name: id, in: query}
      paths:
        /m:
          get:
            operationId: m
            parameters:
              - $ref: '#/components/par¦ameters/id'
            x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}

      """
    #expect(try client.places("textDocument/definition", "file:///t/a.yaml", text) == ["a.yaml 5"])
  }
}
