import Engine
import GatewayModel
import Linting
import Rules
import Testing

/// What the rules about back ends, MOCK, TSF and front protocols say of whole documents, and what they pass over.
@Suite struct BackendRulesTests {
  /// The findings of one rule, each as its level and message.
  private func findings(
    _ rule: String, _ snippet: String, dialect: Dialect = .openAPI
  ) -> [(severity: Severity, message: String)] {
    let text = ExampleText(snippet, at: nil, dialect: dialect)
    let result = Linter(rules: allRules).lint([InputText(display: "example.yaml", bytes: text.bytes, isNamed: true)])
    #expect(result.diagnostics.allSatisfy { $0.rule != "yaml-syntax" }, "the snippet does not parse")
    return result.diagnostics.filter { $0.rule == rule }.map { ($0.severity, $0.message) }
  }

  private func backend(_ backend: String, method: String = "get", path: String = "/a", more: String = "") -> String {
    """
    paths:
      \(path):
        \(method): {operationId: a, \(more)x-apigw-backend: {\(backend)}}
    """
  }

  private func url(_ url: String, type: String = "HTTP") -> String {
    backend("ServiceType: \(type), ServiceConfig: {Url: '\(url)', Path: /a, Method: GET}")
  }

  // MARK: Addresses

  @Test(arguments: [
    "http://a.shop.cn", "https://a.shop.cn:8443", "HTTP://A.SHOP.CN", "http://10.1.2.3", "http://[2001:db8::1]:80",
    "http://网关.cn", "${env:URL}", "http://{{host}}/x", "http://a.shop.cn.",
  ])
  func soundURLIsNoFinding(_ text: String) {
    #expect(findings("backend-url-invalid", url(text)).isEmpty)
  }

  @Test(arguments: [
    ("ftp://a.cn", Severity.error), ("http://", .error), ("http:///x", .error), ("http://a.cn:0", .error),
    ("http://a.cn:65536", .error), ("http://a .cn", .error), ("http://a.cn ", .error), ("http:/a.cn", .error),
    ("http://2001:db8::1", .error), ("ws://a.cn", .error), ("a.cn", .warning), ("http://a.cn/v1", .warning),
    ("http://a.cn?x=1", .warning), ("http://a.cn#x", .warning), ("http://u:p@a.cn", .warning),
    ("https://a.cn:80", .warning), ("http://a.cn:443", .warning), ("grpc://a.cn", .warning), ("http://a.cn/", .hint),
  ])
  func unsoundURLIsOneFindingOfItsLevel(_ text: String, _ severity: Severity) {
    #expect(findings("backend-url-invalid", url(text)).map(\.severity) == [severity])
  }

  @Test func webSocketAndGRPCHaveSchemesOfTheirOwn() {
    #expect(findings("backend-url-invalid", url("wss://a.cn", type: "WEBSOCKET")).isEmpty)
    #expect(findings("backend-url-invalid", url("grpcs://a.cn", type: "GRPC")).isEmpty)
    #expect(findings("backend-url-invalid", url("https://a.cn", type: "GRPC")).count == 1)
  }

  @Test func passwordInAURLIsNotRepeated() {
    let found = findings("backend-url-invalid", url("http://root:hunter2@a.cn"))
    #expect(found.count == 1)
    #expect(found.allSatisfy { !$0.message.contains("hunter2") })
  }

  @Test func brokenURLIsNotJudgedByItsHostAsWell() {
    let text = url("http://172.x.x.x:8xxx")
    #expect(findings("backend-url-invalid", text).count == 1)
    #expect(findings("backend-unresolvable-host", text).isEmpty)
  }

  @Test(arguments: [
    "http://0.0.0.0", "http://127.9.9.9:80", "http://169.254.169.254", "http://224.0.0.1", "http://255.255.255.255",
    "http://[::]", "http://[::1]", "http://[fe80::1]", "http://[ff02::1]", "http://[::ffff:127.0.0.1]",
    "http://LOCALHOST:80",
  ])
  func addressThatNoGatewayReachesIsForbidden(_ text: String) {
    #expect(findings("backend-forbidden-ip", url(text)).map(\.severity) == [.warning])
    #expect(findings("backend-unresolvable-host", url(text)).isEmpty)
  }

  @Test(arguments: ["http://10.0.0.1", "http://223.255.255.255", "http://[2001:db8::1]", "http://localhost.shop.cn"])
  func otherAddressesAreNotForbidden(_ text: String) {
    #expect(findings("backend-forbidden-ip", url(text)).isEmpty)
  }

  @Test(arguments: [
    "http://my_backend.cn", "http://orders", "http://a..cn", "http://-a.cn", "http://a.local", "http://b.test",
    "http://www.example.com", "http://xxx.com", "http://xxx", "http://your-host.com", "http://<host>",
    "http://10.0.0.256",
    "http://1.2.3", "http://10.0.x.x",
  ])
  func hostThatNobodyResolvesIsAWarning(_ text: String) {
    #expect(findings("backend-unresolvable-host", url(text)).map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "http://a.xxx", "http://xx.shop.cn", "http://x.com", "http://yours.cn", "http://example.com.cn",
    "http://local.shop.cn", "http://$HOST", "http://xn--fiq228c.cn", "http://myexample.com",
  ])
  func unusualHostIsNotAWarning(_ text: String) {
    #expect(findings("backend-unresolvable-host", url(text)).isEmpty)
  }

  // MARK: Paths

  private func joined(_ front: String, _ back: String, type: String = "HTTP") -> String {
    backend("ServiceType: \(type), ServiceConfig: {Url: 'http://a.cn', Path: '\(back)', Method: GET}", path: front)
  }

  @Test func slashesAreComparedForPlainPathsOnly() {
    #expect(findings("backend-path-join", joined("/a/", "/b")).map(\.severity) == [.warning])
    #expect(findings("backend-path-join", joined("/a", "/b/")).map(\.severity) == [.warning])
    #expect(findings("backend-path-join", joined("/a", "/")).map(\.severity) == [.hint])
    #expect(findings("backend-path-join", joined("/", "/api")).map(\.severity) == [.warning])
    for (front, back) in [("/a", "/b"), ("/a/", "/b/"), ("/", "/"), ("=/a/", "/b"), ("^~/a/", "/b"), ("/a.*/", "/b")] {
      #expect(findings("backend-path-join", joined("'\(front)'", back)).isEmpty, "\(front) \(back)")
    }
  }

  @Test func quantifiersAndConstantsAreNoUnmappedVariables() {
    #expect(findings("backend-path-variable-unmapped", joined("/a", "/b/[0-9]{2,4}")).isEmpty)
    let constant = """
      paths:
        /a:
          get:
            operationId: a
            x-apigw-const-paramters: [{Name: tenant, Position: PATH, DefaultValue: shop}]
            x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.cn', Path: '/{tenant}/a', Method: GET}}
      """
    #expect(findings("backend-path-variable-unmapped", constant).isEmpty)
    #expect(findings("backend-path-variable-unmapped", joined("/{id}", "/x/{id}")).isEmpty)
    let twice = joined("/a", "/{x}/{x}/{y}")
    #expect(findings("backend-path-variable-unmapped", twice).count == 2)
  }

  @Test func parametersBehindAForeignReferenceAreUnknown() {
    let text = """
      paths:
        /a:
          get:
            operationId: a
            parameters: [{$ref: 'other.yaml#/id'}]
            x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.cn', Path: '/{id}'}}
      """
    #expect(findings("backend-path-variable-unmapped", text).isEmpty)
    // What the file itself leaves out is missing all the same.
    #expect(findings("backend-http-incomplete", text).count == 1)
  }

  @Test func backendPathIsJudgedOnlyWhereOneIsCalled() {
    #expect(findings("backend-path-invalid", backend("ServiceType: SCF, ServiceConfig: {Path: x}")).isEmpty)
    #expect(findings("backend-path-invalid", joined("/a", "a?b")).map(\.severity) == [.error])
    #expect(findings("backend-path-invalid", joined("/a", "/a?b")).map(\.severity) == [.warning])
    #expect(findings("backend-path-invalid", joined("/a", "/{x}")).isEmpty)
  }

  // MARK: Completeness

  @Test func oneFindingNamesAllThatIsMissing() {
    let found = findings("backend-http-incomplete", backend("ServiceType: HTTP, ServiceConfig: {Path: /}"))
    #expect(found.count == 1)
    #expect(found.first?.message.contains("ServiceConfig.Url and ServiceConfig.Method") == true)
  }

  @Test(arguments: [
    "ServiceType: HTTP, ServiceConfig: '${file(x)}'", "ServiceType: '${type}'", "ServiceType: VPC", "ServiceType: EB",
    "ServiceType: UPSTREAM, ServiceConfig: {UpstreamId: upstream-1}", "ServiceType: GRPC",
  ])
  func unknownBackendsAreNotJudged(_ text: String) {
    for rule in ["backend-http-incomplete", "backend-scf-incomplete", "backend-cos-incomplete", "mock-message-missing"]
    {
      #expect(findings(rule, backend(text)).isEmpty, "\(rule)")
    }
  }

  @Test func privateAddressIsJudgedOnlyWhereTheServiceIsKnownToBeShared() {
    let api = """
      Apis:
        - ApiName: a
          ServiceType: HTTP
          ServiceTimeout: 15
          RequestConfig: {Path: /a, Method: GET}
          ServiceConfig: {Url: 'http://10.0.0.4', Path: /a, Method: GET}
      """
    func count(_ service: String) -> Int {
      findings("backend-vpc-invalid", "gwlint: 1\n" + service + api, dialect: .manifest).count
    }
    #expect(count("Service: {ServiceName: shop, Protocol: http}\n") == 1)
    #expect(count("Service: {ServiceName: shop, Protocol: http, InstanceId: instance-1}\n") == 0)
    #expect(count("") == 0)
    #expect(findings("backend-vpc-invalid", url("http://10.0.0.4")).isEmpty)
  }

  @Test func vpcOfTheServiceIsTheVPCOfItsBackEnds() {
    func text(_ vpc: String) -> String {
      """
      gwlint: 1
      Service: {ServiceName: shop, Protocol: http, UniqVpcId: vpc-1}
      Apis:
        - ApiName: a
          ServiceType: HTTP
          ServiceTimeout: 15
          RequestConfig: {Path: /a, Method: GET}
          ServiceConfig: {Product: cvm, UniqVpcId: \(vpc), Url: 'http://10.0.0.4', Path: /a, Method: GET}
      """
    }
    #expect(findings("backend-vpc-invalid", text("vpc-2"), dialect: .manifest).map(\.severity) == [.warning])
    #expect(findings("backend-vpc-invalid", text("vpc-1"), dialect: .manifest).isEmpty)
  }

  @Test(arguments: [("$LATEST", 0), ("$DEFAULT", 0), ("12", 0), ("prod", 0), ("$Latest", 1), ("$LIVE", 1)])
  func qualifierIsAVersionAnAliasOrOneOfTwoWords(_ qualifier: String, _ count: Int) {
    let text = backend(
      "ServiceType: SCF, ServiceScfFunctionName: f, ServiceScfFunctionNamespace: default, "
        + "ServiceScfFunctionQualifier: '\(qualifier)', ServiceScfFunctionType: EVENT")
    #expect(findings("backend-scf-incomplete", text).count == count)
  }

  @Test func missingDetailsOfAFunctionAreOneHint() {
    let text = backend("ServiceType: SCF, ServiceScfFunctionName: f")
    #expect(findings("backend-scf-incomplete", text).map(\.severity) == [.hint])
  }

  @Test(arguments: [("get", "GetObject"), ("post", "AppendObject"), ("post", "PostObject"), ("delete", "DeleteObject")])
  func actionOfTheMethodIsSound(_ method: String, _ action: String) {
    let text = backend(
      "ServiceType: COS, ServiceConfig: {Path: /, CosConfig: {Action: \(action), BucketName: b}}", method: method)
    #expect(findings("backend-cos-action-method", text).isEmpty)
  }

  @Test func triggerCallsTheFunctionThatItStandsAt() {
    let devs = """
      shop:
        Component: scf
        Provider: tencent
        Properties:
          Region: ap-guangzhou
          Function:
            Name: shop
            Triggers:
              - Type: apigw
                Name: shop
                Parameters:
                  Protocols: [http]
                  Environment: release
                  API: [{Path: /, Method: ANY}]
      """
    #expect(findings("backend-scf-incomplete", devs, dialect: .serverlessDevs).isEmpty)
    func component(_ type: String) -> String {
      """
      component: scf
      name: shop
      inputs:
        src: ./src
        events:
          - apigw:
              parameters:
                endpoints: [{path: /, method: GET, function: {type: \(type)}}]
      """
    }
    #expect(findings("backend-scf-incomplete", component("web"), dialect: .componentSCF).isEmpty)
    #expect(findings("backend-scf-incomplete", component("image"), dialect: .componentSCF).count == 1)
  }

  // MARK: Time-outs

  @Test(arguments: [
    ("1", 0), ("1800", 0), ("0", 1), ("-5", 1), ("1801", 1), ("99999999999999999999", 1), ("'3600'", 1), ("15s", 0),
    ("'${timeout}'", 0),
  ])
  func timeoutIsOneToEighteenHundredSeconds(_ value: String, _ count: Int) {
    let text = backend("ServiceType: SCF", more: "x-apigw-service-timeout: \(value), ")
    #expect(findings("backend-timeout-range", text).count == count)
  }

  @Test func timeoutUnderAMisspelledKeyIsNotMissingAsWell() {
    let text = backend("ServiceType: SCF", more: "x-apigw-timeout: 15, ")
    #expect(findings("backend-timeout-range", text).isEmpty)
    #expect(findings("config-unknown-extension", text).count == 1)
  }

  // MARK: MOCK

  @Test(arguments: [
    ("200", []), ("100", [Severity.hint]), ("304", [.hint]), ("599", []), ("600", [.error]), ("99", [.error]),
    ("'200'", [.warning]), ("200 OK", [.error]), ("2000", [.error]), ("200.5", [.error]), ("[200]", [.error]),
    ("true", [.error]), ("", []), ("null", []),
  ])
  func statusIsAWholeNumber(_ value: String, _ severities: [Severity]) {
    let text = backend(
      "ServiceType: MOCK, ServiceMockReturnMessage: ok, MockReturnHttpStatusCode: \(value)")
    #expect(findings("mock-status-invalid", text).map(\.severity) == severities)
  }

  @Test(arguments: [
    ("[]", []), ("", [Severity.error]), ("{A: b}", [.error]), ("text", [.error]), ("[{Name: X-A, Value: b}]", [.hint]),
    ("[{X-A: b}]", [.hint]), ("['X-A: b']", [.hint]), ("['${header}']", [.hint]),
    ("[{Name: Content-Length, Value: '2'}]", [.hint, .warning]), ("[{Name: 'X A', Value: b}]", [.hint, .warning]),
    ("[{Value: b, Desc: c}]", [.hint, .warning]), ("[{Name: X-A, Value: \"b\\nc\"}]", [.hint, .warning]),
  ])
  func headersAreAList(_ value: String, _ severities: [Severity]) {
    let text = backend("ServiceType: MOCK, ServiceMockReturnMessage: ok, MockReturnHttpHeaders: \(value)")
    #expect(findings("mock-headers-invalid", text).map(\.severity).sorted() == severities)
  }

  @Test func itemsThatAreFilledInLaterAreNoWrongOnes() {
    #expect(findings("config-wrong-type", "SubDomains: ['${DOMAIN}', ~]", dialect: .manifest).isEmpty)
    #expect(findings("config-wrong-type", "SubDomains: [a.shop.cn, [b]]", dialect: .manifest).count == 2)
    for version in ["'1'", "1.0", "0x1", "'${VERSION}'"] {
      #expect(findings("config-manifest-version", "gwlint: \(version)\nApis: []", dialect: .manifest).isEmpty)
    }
  }

  // MARK: TSF

  private func tsf(_ parameters: String, path: String = "/t", more: String = "", backend: String = "") -> String {
    """
    paths:
      \(path):
        get:
          operationId: t
          x-apigw-api-type: TSF
          parameters: [\(parameters)]
          \(more)
          x-apigw-backend:
            ServiceType: TSF
            ServiceConfig: {Path: /t}
            MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: pay}]
            \(backend)
    """
  }

  private let both = """
    {name: X-MicroService-Name, in: header, required: true, schema: {type: string}}, \
    {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}
    """

  private let rules = [
    "tsf-type-mismatch", "tsf-microservices-missing", "tsf-microservice-incomplete", "tsf-location-missing",
    "tsf-location-position", "tsf-location-optional", "tsf-location-remapped", "tsf-path-location-adjacent",
    "tsf-conf-invalid", "tsf-service-key-unknown",
  ]

  @Test func wholeMicroserviceAPIHasNoFinding() {
    for rule in rules { #expect(findings(rule, tsf(both)).isEmpty, "\(rule)") }
  }

  @Test func locationParametersOfOtherAPIsAreParametersLikeAnyOther() {
    let text = """
      paths:
        /t:
          get:
            operationId: t
            parameters: [{name: X-MicroService-Name, in: cookie, schema: {type: string}}]
            x-apigw-service-parameters: [{Name: svc, Position: QUERY, RelevantRequestParameterName: X-MicroService-Name}]
            x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.cn', Path: /t, Method: GET}}
      """
    for rule in rules { #expect(findings(rule, text).isEmpty, "\(rule)") }
  }

  /// The raw form of a source is judged wherever it stands; an entry that has one is judged by that alone.
  @Test(arguments: [
    ("map_from: method.req.query.q", "", []), ("MapFrom: method.req.query.q", "", []),
    ("map_from: method.req.query.Q", "", ["is not declared there"]),
    ("map_from: method.req.header.x-tenant", "", []),
    ("map_from: method.req.query.x-tenant", "", ["is not declared there"]),
    ("map_from: method.req.body.q", "", ["is not of the form"]), ("map_from: query.q", "", ["is not of the form"]),
    ("map_from: Method.Req.Query.q", "", ["is not of the form"]), ("map_from: '${SOURCE}'", "", []),
    ("map_from:", "", []),
    ("operationId: a", ", map_from: method.req.query.q", []),
    ("operationId: a", ", map_from: method.req.query.gone", ["is not declared there"]),
    (
      "operationId: a",
      ", RelevantRequestParameterName: gone, RelevantRequestParameterPosition: QUERY, map_from: method.req.query.q", []
    ),
  ]) func rawSourceIsJudgedOnAnyAPI(_ operation: String, _ mapping: String, _ words: [String]) {
    let text = """
      paths:
        /t:
          get:
            \(operation)
            parameters: [{name: q, in: query, schema: {type: string}}, {name: X-Tenant, in: header, schema: {type: string}}]
            x-apigw-service-parameters: [{Name: t, Position: QUERY\(mapping)}]
            x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.cn', Path: /t, Method: GET}}
      """
    let found = findings("tsf-location-position", text)
    #expect(found.count == words.count && zip(found, words).allSatisfy { $0.message.contains($1) }, "\(found)")
    #expect(findings("param-mapping-unknown", text).isEmpty)
    #expect(findings("config-unknown-key", text).isEmpty)
  }

  @Test func pathItemParametersCount() {
    let text = """
      paths:
        /t:
          parameters: [\(both)]
          get:
            operationId: t
            x-apigw-api-type: TSF
            x-apigw-backend: {ServiceType: TSF}
      """
    #expect(findings("tsf-location-missing", text).isEmpty)
  }

  @Test func bothMissingIsOneFinding() {
    let found = findings("tsf-location-missing", tsf(""))
    #expect(found.count == 1)
    #expect(found.first?.message.contains("`X-NameSpace-Code` and `X-MicroService-Name`") == true)
  }

  @Test func separatedVariablesWithAnEndAreSound() {
    let parameters = both.replacing("header", with: "path")
    for path in [
      "/{X-NameSpace-Code}/{X-MicroService-Name}/service", "/{X-MicroService-Name}/x/{X-NameSpace-Code}.json",
    ] {
      #expect(findings("tsf-path-location-adjacent", tsf(parameters, path: path)).isEmpty, "\(path)")
      #expect(findings("tsf-location-position", tsf(parameters, path: path)).isEmpty, "\(path)")
    }
    for path in ["/{X-NameSpace-Code}/x/{X-MicroService-Name}", "/{X-NameSpace-Code}/{X-MicroService-Name}/"] {
      #expect(findings("tsf-path-location-adjacent", tsf(parameters, path: path)).count == 1, "\(path)")
    }
  }

  @Test(arguments: [
    ("method.req.header.X-NameSpace-Code", 0), ("method.req.header.x-namespace-code", 0),
    ("method.req.query.X-NameSpace-Code", 1), ("method.req.cookie.X-NameSpace-Code", 1),
    ("method.request.header.X-NameSpace-Code", 1), ("X-NameSpace-Code", 1), ("method.req.header.", 1),
    ("method.req.header.a.b", 1), ("method.req.header.a b", 1), ("${source}", 0),
  ])
  func rawSourceHasOneForm(_ source: String, _ count: Int) {
    let parameters = both.replacing(
      "{name: X-NameSpace-Code,", with: "{name: X-NameSpace-Code, map_from: '\(source)',")
    #expect(findings("tsf-location-position", tsf(parameters)).count == count)
  }

  @Test func enumeratedNamesAreComparedOneByOne() {
    let parameters = both.replacing(
      "{name: X-MicroService-Name, in: header, required: true, schema: {type: string}}",
      with: "{name: X-MicroService-Name, in: header, required: true, schema: {type: string, enum: [pay, pya, '${x}']}}")
    #expect(findings("tsf-service-key-unknown", tsf(parameters)).count == 1)
  }

  @Test(arguments: [
    ("ServiceTsfHealthCheckConf: {IsHealthCheck: true}", []),
    ("ServiceTsfHealthCheckConf: {IsHealthCheck: false, ErrorThresholdPercentage: 0}", []),
    ("ServiceTsfHealthCheckConf: {SleepWindowInMilliseconds: -1}", [Severity.error]),
    ("ServiceTsfHealthCheckConf: {SleepWindowInMilliseconds: 5s}", []),
    ("ServiceTsfLoadBalanceConf: {IsLoadBalance: true, Method: RandomRule}", [.hint]),
    ("ServiceTsfLoadBalanceConf: {IsLoadBalance: true, Method: roundrobinrule}", [.warning]),
    ("ServiceTsfLoadBalanceConf: {SessionStickRequired: true, SessionStickTimeout: 0}", [.warning]),
  ])
  func configurationIsJudgedByWhatIsWritten(_ text: String, _ severities: [Severity]) {
    #expect(findings("tsf-conf-invalid", tsf(both, backend: text)).map(\.severity) == severities)
  }

  // MARK: Front protocols

  @Test(arguments: [
    ("HTTP", []), ("WEBSOCKET", []), ("https", [Severity.warning]), ("WS&WSS", [.warning]), ("TCP", [.error]),
    ("[HTTP]", [.error]), ("'${p}'", []), ("", []),
  ])
  func frontProtocolIsOneOfTwoWords(_ word: String, _ severities: [Severity]) {
    let text = backend("ServiceType: SCF", more: "x-apigw-protocol: \(word), ")
    #expect(findings("protocol-frontend-invalid", text).map(\.severity) == severities)
  }

  @Test func webSocketMethodIsMendedOnlyWhereThePathHasNoGet() {
    let api = "x-apigw-protocol: WEBSOCKET, x-apigw-backend: {ServiceType: WEBSOCKET}"
    let text = ExampleText(
      "paths:\n  /ws:\n    get: {operationId: a}\n    post: {operationId: b, \(api)}", at: nil, dialect: .openAPI)
    let result = Linter(rules: allRules).lint([InputText(display: "example.yaml", bytes: text.bytes, isNamed: true)])
    let found = result.diagnostics.filter { $0.rule == "protocol-websocket-method" }
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.fixes.isEmpty })
  }

  // MARK: Plugins and channels

  @Test func backendsOfPluginsAreNotJudgedByTypeTimeoutOrURL() {
    let text = """
      Plugins:
        - PluginName: by_tenant
          PluginType: Routing
          PluginData:
            - strategy_name: vip
              condition: header.tenant = "vip"
              backend_type: TSF
              backend_config:
                X-MicroService-Name: pay
                X-NameSpace-Code: shop
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: pay}]
            - strategy_name: rest
              condition: header.tenant = "rest"
              backend_type: HTTP
              backend_config: {ServiceConfig: {Url: 'vip.shop.cn/v1/', Path: /, Method: GET}}
      """
    for rule in rules + ["plugin-backend-invalid", "backend-url-invalid", "backend-timeout-range"] {
      #expect(findings(rule, text, dialect: .manifest).isEmpty, "\(rule)")
    }
  }

  @Test func routedMicroserviceIsNamedLiterally() {
    func text(_ keys: String) -> String {
      """
      Plugins:
        - PluginName: by_tenant
          PluginType: Routing
          PluginData:
            - strategy_name: vip
              condition: header.tenant = "vip"
              backend_type: TSF
              backend_config:
                \(keys)
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: pay}]
      """
    }
    #expect(findings("tsf-location-missing", text("X-NameSpace-Code: shop"), dialect: .manifest).count == 1)
    let unbound = text("X-NameSpace-Code: shop\n          X-MicroService-Name: order")
    #expect(findings("tsf-location-missing", unbound, dialect: .manifest).isEmpty)
    #expect(findings("tsf-service-key-unknown", unbound, dialect: .manifest).count == 1)
  }

  @Test func pluginsThatAreNotListedAreUnknown() {
    let api = """
      Apis:
        - ApiName: hello
          ServiceType: GRPC
          ServiceTimeout: 15
          RequestConfig: {Path: /hello, Method: POST}
          ServiceConfig: {Url: 'grpc://a.shop.cn:50051', Path: /hello, Method: POST}
      """
    #expect(findings("backend-grpc-plugin-missing", api, dialect: .manifest).isEmpty)
    #expect(findings("backend-grpc-plugin-missing", api + "\nPlugins: []", dialect: .manifest).count == 1)
    #expect(findings("backend-grpc-plugin-missing", url("grpc://a.cn", type: "GRPC")).isEmpty)
  }

  @Test func officialImportSamplesHaveNoErrorAndNoWarning() throws {
    for (name, bytes) in try ImportSamples.sound() {
      let result = Linter(rules: allRules).lint([InputText(display: name, bytes: bytes, isNamed: true)])
      let loud = result.diagnostics.filter { $0.severity > .hint }
      #expect(loud.isEmpty, "\(name): \(loud.map(\.message))")
    }
  }
}
