import GatewayModel
import GatewayRouting
import Linting
import Testing

/// Requests followed through a manifest, as `gwlint trace` follows them.
@Suite struct TraceTests {
  static let shop = """
    Service: {ServiceName: shop, Protocol: https}
    ReleasedEnvironments: [release, test]
    SubDomains:
      - SubDomain: api.shop.cn
        Protocol: http&https
        IsForcedHttps: true
        IsDefaultMapping: false
        PathMappingSet: [{Path: /, Environment: release}, {Path: /t, Environment: test}]
      - {SubDomain: www.shop.cn, Protocol: https, IsDefaultMapping: true}
      - {SubDomain: old.shop.cn, Protocol: http, IsDefaultMapping: true}
    Plugins:
      - PluginName: cors_web
        PluginType: Cors
        PluginData: {allow_origin: ['^https://www.shop.cn$'], allow_methods: [GET], allow_headers: [A], expose_headers: [], allow_credentials: true, max_age: 600}
        Attach: [{EnvironmentName: release, Apis: [order]}]
    Apis:
      - {ApiName: order, RequestConfig: {Path: '/orders/{id}', Method: GET}, ServiceType: HTTP, ServiceConfig: {Url: 'https://b.cn', Path: '/v2/{id}', Method: GET}}
      - {ApiName: product, RequestConfig: {Path: /product/, Method: ANY}, ServiceType: HTTP, ServiceConfig: {Url: 'https://b.cn', Path: /tencent/, Method: ANY}}
      - {ApiName: chat, Protocol: WEBSOCKET, RequestConfig: {Path: /chat, Method: GET}}
      - {ApiName: free, EnableCORS: true, RequestConfig: {Path: /free, Method: POST}}
    """

  struct Case: CustomTestStringConvertible, Sendable {
    let method: String
    let url: String
    let end: String
    var testDescription: String { "\(method) \(url)" }

    init(_ method: String, _ url: String, _ end: String) {
      self.method = method
      self.url = url
      self.end = end
    }
  }

  @Test(arguments: [
    Case("GET", "https://api.shop.cn/orders/7", "order"),
    Case("get", "https://API.SHOP.CN./orders/7", "order"),
    Case("GET", "https://api.shop.cn:8443/orders/7?x=1#y", "order"),
    Case("GET", "https://user:secret@api.shop.cn/orders/7", "order"),
    Case("GET", "http://api.shop.cn/orders/7", "order"),
    Case("GET", "https://api.shop.cn/t/orders/7", "order"),
    Case("GET", "https://api.shop.cn/tx/orders/7", "404 There is no api match uri[/tx/orders/7]."),
    Case("GET", "https://www.shop.cn/release/orders/7", "order"),
    Case("GET", "https://www.shop.cn/orders/7", "404 There is no api match env_mapping[/orders]."),
    Case("GET", "https://www.shop.cn/", "404 There is no api match env_mapping[/]."),
    Case("GET", "https://www.shop.cn", "404 There is no api match env_mapping[/]."),
    Case("GET", "https://www.shop.cn/prepub/orders/7", "404 There is no api match uri[/orders/7]."),
    Case("GET", "http://www.shop.cn/release/orders/7", "426 Not allow use HTTP protocol."),
    Case("GET", "https://old.shop.cn/release/orders/7", "426 Not allow use HTTPS protocol."),
    Case("GET", "http://old.shop.cn/release/orders/7", "426 Not allow use HTTP protocol."),
    Case("GET", "https://no.shop.cn/orders/7", "404 There is no api match host[no.shop.cn]."),
    Case("GET", "/release/orders/7", "order"),
    Case("GET", "/prod/orders/7", "404 There is no api match default env_mapping[prod]."),
    Case("GET", "/release", "404 There is no api match uri[/]."),
    Case("GET", "https://service-ab12cd34-1250000000.gz.apigw.tencentcs.com/test/orders/7", "order"),
    Case("GET", "https://service-ab12cd34-1250000000.ap-guangzhou.apigateway.myqcloud.com/test/orders/7", "order"),
    Case("POST", "https://api.shop.cn/orders/7", "405 Method Not Allowed."),
    Case("CONNECT", "https://api.shop.cn/orders/7", "404 Could not support method."),
    Case("GET", "https://api.shop.cn/x", "404 There is no api match uri[/x]."),
    Case("GET", "wss://api.shop.cn/chat", "chat"),
    Case("GET", "wss://api.shop.cn/orders/7", "426 Not allow use WEBSOCKET protocol."),
    Case("GET", "https://api.shop.cn/chat", "426 Not allow use HTTP protocol."),
    Case("GET", "https://api.shop.cn/orders/a%2Fb", "order"),
    Case("GET", "https://api.shop.cn//orders/7", "404 There is no api match uri[//orders/7]."),
    Case("GET", "https://api.shop.cn/x/../orders/7", "404 There is no api match uri[/x/../orders/7]."),
    Case("GET", "https://api.shop.cn/orders/订单", "order"),
    Case("OPTIONS", "https://api.shop.cn/orders/7", "order"),
    Case("OPTIONS", "https://api.shop.cn/free", "free"),
    Case("OPTIONS", "https://api.shop.cn/t/orders/7", "405 Method Not Allowed."),
  ])
  func requestsEndAsTheTablesSay(_ testCase: Case) throws {
    let trace = try ManifestProject.trace(testCase.method, testCase.url, in: Self.shop)
    let end = trace.fault.map { "\($0.status) \($0.message)" } ?? trace.api?.displayName ?? "\(trace.outcome)"
    #expect(end == testCase.end)
    #expect((trace.outcome == .api) == (trace.fault == nil))
    #expect(trace.steps.allSatisfy { !$0.detail.en.isEmpty && !$0.detail.zh.isEmpty })
  }

  @Test(arguments: [
    ("https://api.shop.cn/product/apigw/document", "https://b.cn/tencent/apigw/document"),
    ("https://api.shop.cn/orders/7", "https://b.cn/v2/7"),
    ("https://api.shop.cn/orders/a/b", "https://b.cn/v2/a/b"),
  ])
  func backEndIsTheRewrittenOne(_ url: String, _ backend: String) throws {
    #expect(try ManifestProject.trace("GET", url, in: Self.shop).backend == backend)
  }

  @Test func preflightShowsWhatCORSAnswers() throws {
    func detail(_ origin: String) throws -> String {
      let trace = try ManifestProject.trace("OPTIONS", "https://api.shop.cn/orders/7", origin: origin, in: Self.shop)
      return trace.steps.first { $0.name == .cors }?.detail.en ?? ""
    }
    #expect(try detail("https://www.shop.cn").contains("allows `https://www.shop.cn`"))
    #expect(try detail("https://www.shop.cn.evil.cn").contains("does not allow"))
  }

  @Test func aMissSaysWhatToChange() throws {
    func help(_ method: String, _ url: String) throws -> String {
      try ManifestProject.trace(method, url, in: Self.shop).help?.en ?? ""
    }
    #expect(try help("GET", "/prod/orders/7").contains("`/release/orders/7` reaches `order`"))
    #expect(try help("GET", "/orders/7").contains("`/release/orders/7` reaches `order`"))
    #expect(try help("GET", "https://www.shop.cn/orders/7").contains("https://www.shop.cn/release/orders/7"))
    #expect(try help("GET", "https://ap.shop.cn/orders/7").contains("`api.shop.cn`"))
    #expect(try help("GET", "https://api.shop.cn/product").contains("slash"))
    #expect(try help("GET", "https://api.shop.cn/Orders/7").contains("case"))
    #expect(try help("GET", "https://api.shop.cn/order/7").contains("nearest API is GET /orders/{id}"))
    #expect(try help("POST", "https://api.shop.cn/orders/7").contains("GET"))
  }

  @Test func twoExpressionsAreAmbiguous() throws {
    let trace = try ManifestProject.trace(
      "GET", "/release/shop/list",
      in: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: '/{a}/list', Method: GET}}
          - {ApiName: b, RequestConfig: {Path: '/shop/{b}', Method: GET}}
          - {ApiName: c, RequestConfig: {Path: /shop/list, Method: GET}}
        """)
    #expect(trace.outcome == .ambiguous)
    #expect(trace.candidates.map(\.api.displayName) == ["a", "b"])
    #expect(trace.fault == nil && trace.api == nil)
  }

  @Test(arguments: ["", "ftp://a.cn/x", "https:///x", "https://a.cn:99999/x"]) func whatIsNoURLIsRefused(_ text: String)
  {
    #expect(throws: TracedURL.Refusal.self) { try TracedURL(text) }
  }

  @Test func draftsAreMetByTheirOwnProject() throws {
    let draft = ExpectationDraft(ManifestProject.read(Self.shop))
    #expect(draft.entries.map(\.api.displayName) == ["order", "product", "chat", "free"])
    for entry in draft.entries {
      let trace = try ManifestProject.trace(entry.method, entry.url, in: Self.shop)
      #expect(trace.api?.displayName == entry.api.displayName)
    }
  }

  @Test func expectationsAreMetOrMissed() {
    let project = ManifestProject.read(
      Self.shop + """

        ExpectedUrls:
          - {Method: GET, Url: 'https://api.shop.cn/orders/7', Api: order}
          - {Url: 'https://api.shop.cn/orders/7', Api: 'GET /orders/{id}'}
          - {Method: GET, Url: 'https://api.shop.cn/orders/7', Api: product}
          - {Method: GET, Url: 'https://api.shop.cn/nothing'}
          - {Method: GET, Url: 'https://${host}/orders/7', Api: order}
          - {Method: GET, Url: 'ftp://api.shop.cn/orders/7', Api: order}
        """)
    let words = Expectation.all(in: project).map { expectation in
      switch expectation.verdict {
      case .met: "met"
      case .missed: "missed"
      case .unusable: "unusable"
      case .unknown: "unknown"
      }
    }
    #expect(words == ["met", "met", "missed", "missed", "unknown", "unusable"])
  }
}
