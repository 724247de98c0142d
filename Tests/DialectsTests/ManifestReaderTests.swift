import GatewayModel
import Testing

@Suite struct ManifestReaderTests {
  static let whole = """
    gwlint: 1
    Service: {ServiceName: shop, Protocol: http&https, NetTypes: [OUTER]}
    ReleasedEnvironments: [release, test]
    Apis:
      - openapi/*.yaml
      - ApiName: ping
        RequestConfig: {Path: /ping, Method: GET}
        ServiceType: MOCK
        ServiceMockReturnMessage: pong
        ServiceConfig: {Path: /p}
        RequestParameters: [{Name: q, Position: QUERY, Type: string, map_from: method.req.query.q}]
    SubDomains:
      - SubDomain: api.shop.cn
        Protocol: https
        CertificateId: abcd1234
        IsDefaultMapping: false
        PathMappingSet: [{Path: /, Environment: release}]
    Plugins:
      - PluginName: cors_web
        PluginType: Cors
        PluginData: {allow_origin: ["*"], allow_methods: [GET, POST], max_age: 600}
        Attach: [{EnvironmentName: release, Apis: [ping]}]
    ApiKeys: [{SecretName: partner_a, AccessKeyType: auto}]
    UsagePlans:
      - UsagePlanName: partner
        MaxRequestNumPreSec: 100
        SecretNames: [partner_a]
        Bind: [{BindType: SERVICE, Environment: release}]
    ApiApps: [{ApiAppName: mobile, Bind: [{Environment: test, Apis: [ping]}]}]
    Upstreams: [{UpstreamName: up, Algorithm: ROUND_ROBIN, Nodes: [{Host: 10.0.0.1, Port: 80, Weight: 0}]}]
    ExpectedUrls: [{Method: GET, Url: 'https://api.shop.cn/ping', Api: ping}]
    """

  @Test func readsEverySection() throws {
    let manifest = try ModelText(Self.whole)
    #expect(manifest.dialect == .manifest)
    #expect(manifest.notes.isEmpty)
    let service = try manifest.part(.service)
    #expect(service[.serviceName].text == "shop")
    #expect(service[.serviceName].spelling == "Service.ServiceName")
    #expect(manifest.texts(ofItems: service[.releasedEnvironments]) == ["release", "test"])
    #expect(manifest.project.document(0).memberGlobs.count == 1)

    let api = try manifest.part(.api)
    #expect(api.displayName == "ping" && api.pathText == "/ping" && api.apiMethod == .get)
    #expect(api.serviceType == .mock && api[.backendPath].text == "/p")
    #expect(api[.path].spelling == "RequestConfig.Path" && api[.mockMessage].spelling == "ServiceMockReturnMessage")
    #expect(api.requestParameters.first?.parameterPosition == .query)
    #expect(api.requestParameters.first?[.mapFrom].text == "method.req.query.q")

    let domain = try manifest.part(.domain)
    #expect(domain[.domainName].text == "api.shop.cn" && domain[.isDefaultMapping].boolean == false)
    #expect(try manifest.part(.pathMapping)[.mappingEnvironment].text == "release")

    let plugin = try manifest.part(.plugin)
    #expect(plugin[.pluginData].shape == .mapping && plugin[.maxAge].integer == 600)
    #expect(plugin[.maxAge].spelling == "PluginData.max_age")
    #expect(manifest.texts(ofItems: plugin[.allowMethods]) == ["GET", "POST"])
    let attachment = try manifest.part(.pluginAttachment)
    #expect(attachment[.environmentName].spelling == "EnvironmentName" && attachment.parent == plugin)

    #expect(try manifest.part(.apiKey)[.secretName].text == "partner_a")
    #expect(try manifest.part(.usagePlan)[.maxRequestsPerSecond].integer == 100)
    let binding = try manifest.part(.planBinding)
    #expect(binding[.environmentName].spelling == "Environment" && binding[.environmentName].text == "release")
    #expect(try manifest.part(.app)[.appName].text == "mobile")
    #expect(manifest.texts(ofItems: try manifest.part(.appBinding)[.apiNames]) == ["ping"])
    #expect(try manifest.part(.upstream)[.upstreamAlgorithm].text == "ROUND_ROBIN")
    #expect(try manifest.part(.upstreamNode)[.nodeWeight].integer == 0)
    #expect(try manifest.part(.expectedURL)[.expectedAPI].text == "ping")
  }

  @Test func aSectionLeftOutIsUnknownAndAnEmptyOneIsWritten() throws {
    let service = try ModelText("gwlint: 1\nApiApps: []\n").part(.service)
    #expect(service[.appList].isWritten && service[.appList].items.isEmpty)
    #expect(service[.usagePlanList].isAbsent && service[.releasedEnvironments].isAbsent)
  }

  @Test func pluginDataMayBeTextWithPlacesInTheFile() throws {
    let manifest = try ModelText(
      #"""
      gwlint: 1
      Plugins:
        - PluginName: 跨域
          PluginType: Cors
          PluginData: "{\"allow_origin\": [\"https://www.shop.cn/\"], \"allow_methods\": [\"GET\"], \"max_age\": 600}"
        - PluginName: block
          PluginType: Cors
          PluginData: |
            {"allow_origin": ["*"],
             "max_age": 60}
        - {PluginName: broken, PluginType: Cors, PluginData: '{"allow_origin": ['}
        - {PluginName: unknown, PluginType: Cors, PluginData: '${file(cors.json)}'}
      """#)
    let plugins = manifest.parts(.plugin)
    #expect(plugins[0][.pluginData].shape == .mapping)
    #expect(manifest.texts(ofItems: plugins[0][.allowOrigin]) == ["https://www.shop.cn/"])
    #expect(manifest.text(at: try #require(plugins[0][.allowOrigin].items.first)) == #"\"https://www.shop.cn/\""#)
    #expect(try manifest.text(of: plugins[0][.maxAge]) == "600")
    #expect(try manifest.text(of: plugins[1][.maxAge]) == "60")
    #expect(plugins[1][.allowMethods].isAbsent)
    #expect(plugins[2][.pluginData].shape == .scalar && plugins[2][.allowOrigin].isAbsent)
    #expect(plugins[3][.pluginData].isTemplated)
  }

  @Test func routingStrategiesAreBackEndsEvenAsTextInText() throws {
    let manifest = try ModelText(
      #"""
      gwlint: 1
      Plugins:
        - PluginName: canary
          PluginType: Routing
          PluginData: |
            [{"strategy_name": "a", "condition": "header.x = 1", "backend_type": "HTTP",
              "backend_config": "ServiceConfig:\n  Url: http://new.shop.cn\n  Path: /v2\n"},
             {"strategy_name": "b", "backend_type": "MOCK", "backend_config": {"ServiceMockReturnMessage": "ok"}}]
      """#)
    let backends = manifest.parts(.pluginBackend)
    #expect(backends.map(\.serviceType) == [.http, .mock])
    #expect(backends[0][.serviceType].spelling == "backend_type")
    #expect(backends[0][.backendURL].text == "http://new.shop.cn")
    #expect(try manifest.text(of: backends[0][.backendURL]) == "http://new.shop.cn")
    #expect(backends[1][.mockMessage].text == "ok" && backends[1][.strategyName].text == "b")
  }

  @Test func leavesNotesAboutKeysThatItCannotPlace() throws {
    let manifest = try ModelText(
      """
      gwlint: 1
      Service: {ServiceNam: shop, ReleasedEnvironments: [release]}
      SubDomains:
        - {SubDomain: a.shop.cn, Protocol: http, Protocol: https, Certificate: c}
        - b.shop.cn
      Plugins:
        - {PluginName: p, PluginType: Cors, PluginData: '{"allow_origins": ["*"], "max_age": 1, "max_age": 2}'}
      """)
    let notes = manifest.notes.map { "\($0.kind) \($0.keyText)" }
    #expect(
      Set(notes) == [
        "unknownKey ServiceNam", "misplacedKey ReleasedEnvironments", "duplicateKey Protocol", "unknownKey Certificate",
        "itemNotMapping b.shop.cn", "unknownKey allow_origins", "duplicateKey max_age",
      ])
    #expect(notes.count == 7)
    let unknown = try #require(manifest.notes.first { $0.keyText == "allow_origins" })
    #expect(unknown.within == .pluginData && unknown.knownKeys.contains("allow_origin"))
    #expect(manifest.text(at: unknown.key) == "\"allow_origins\"")
    let misplaced = try #require(manifest.notes.first { $0.kind == .misplacedKey })
    #expect(misplaced.expected == .releasedEnvironments && misplaced.within == .serviceSettings)
  }
}
