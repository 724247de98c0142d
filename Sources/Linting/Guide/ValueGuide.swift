public import GatewayModel

/// A value that a field may have, and what it means.
public struct FieldValue: Sendable {
  /// The word as the Cloud API writes it.
  public let word: String
  /// What it means.
  public let meaning: Text

  init(_ word: String, _ meaning: Text) {
    self.word = word
    self.meaning = meaning
  }
}

extension FieldName {
  /// The words that a field takes, in the order in which they are offered; empty where its values are no closed list.
  ///
  /// Source: the Cloud API definition [sdk], the vendor's documentation [official], for `TokenLocation` the vendor's
  /// serverless component [component].
  public var values: [FieldValue] {
    switch self {
    case .serviceType: Self.backEndKinds
    case .apiType:
      [
        FieldValue("NORMAL", Text(en: "any back end but TSF", zh: "TSF 以外的后端")),
        FieldValue("TSF", Text(en: "TSF microservices", zh: "TSF 微服务")),
      ]
    case .businessType:
      [
        FieldValue("NORMAL", Text(en: "business API", zh: "业务 API")),
        FieldValue("OAUTH", Text(en: "authorization API: issues tokens", zh: "授权 API：签发令牌")),
      ]
    case .frontProtocol:
      [
        FieldValue("HTTP", Text(en: "HTTP and HTTPS", zh: "HTTP 和 HTTPS")),
        FieldValue("WEBSOCKET", Text(en: "WebSocket; the method is GET", zh: "WebSocket，方法须为 GET")),
      ]
    case .authType: Self.authenticationKinds
    case .oauthTokenLocation:
      [
        FieldValue(
          "method.req.header.authorization",
          Text(en: "`Authorization: Bearer id_token=\"…\"`", zh: "`Authorization: Bearer id_token=\"…\"`")),
        FieldValue("method.req.header.cookie", Text(en: "`Cookie: id_token=…`", zh: "`Cookie: id_token=…`")),
      ]
    case .parameterPosition, .sourcePosition, .targetPosition:
      [
        FieldValue("HEADER", Text(en: "request header", zh: "请求头")),
        FieldValue("QUERY", Text(en: "query string", zh: "查询参数")),
        FieldValue("PATH", Text(en: "variable of the path", zh: "路径变量")),
        FieldValue("BODY", Text(en: "field of a form body", zh: "表单字段")),
      ]
    case .parameterType:
      ["string", "int", "long", "float", "double", "boolean"].map { FieldValue($0, Text(en: "type", zh: "类型")) }
    case .functionType:
      [
        FieldValue("EVENT", Text(en: "event function", zh: "事件函数")),
        FieldValue("HTTP", Text(en: "web function", zh: "Web 函数")),
      ]
    case .functionQualifier:
      [
        FieldValue("$DEFAULT", Text(en: "default alias", zh: "默认别名")),
        FieldValue("$LATEST", Text(en: "latest version", zh: "最新版本")),
      ]
    case .cosAction:
      [
        FieldValue("GetObject", Text(en: "for GET", zh: "对应 GET")),
        FieldValue("PutObject", Text(en: "for PUT", zh: "对应 PUT")),
        FieldValue("PostObject", Text(en: "for POST", zh: "对应 POST")),
        FieldValue("AppendObject", Text(en: "for POST", zh: "对应 POST")),
        FieldValue("HeadObject", Text(en: "for HEAD", zh: "对应 HEAD")),
        FieldValue("DeleteObject", Text(en: "for DELETE", zh: "对应 DELETE")),
      ]
    case .cosPathMatchMode:
      [
        FieldValue("BackEndPath", Text(en: "the configured path as it is", zh: "使用配置的后端路径")),
        FieldValue("FullPath", Text(en: "what follows the API's path", zh: "使用 API 路径之后的部分")),
      ]
    case .product:
      [
        FieldValue("clb", Text(en: "load balancer", zh: "负载均衡")),
        FieldValue("cvm", Text(en: "virtual machine", zh: "云服务器")),
        FieldValue("upstream", Text(en: "VPC channel", zh: "VPC 通道")),
      ]
    case .responseType: ["HTML", "JSON", "TEXT", "BINARY", "XML"].map { FieldValue($0, Text(en: "form", zh: "格式")) }
    case .mappingEnvironment, .environmentName, .releasedEnvironments: Self.environments
    case .serviceProtocol, .domainProtocol:
      [
        FieldValue("http&https", Text(en: "both", zh: "两者都支持")),
        FieldValue("https", Text(en: "https only", zh: "仅 https")),
        FieldValue("http", Text(en: "http only", zh: "仅 http")),
      ]
    case .netTypes, .domainNetType:
      [
        FieldValue("OUTER", Text(en: "internet", zh: "公网")),
        FieldValue("INNER", Text(en: "private network", zh: "内网")),
      ]
    case .pluginType: Self.pluginKinds
    case .bindType:
      [
        FieldValue("SERVICE", Text(en: "all APIs of the service", zh: "服务的全部 API")),
        FieldValue("API", Text(en: "single APIs", zh: "指定的 API")),
      ]
    default: []
    }
  }

  /// The words that the field takes where it is set by a key: the key `in` is OpenAPI's own and takes lower case.
  public func values(ofKey key: String) -> [FieldValue] {
    key == "in" ? values.map { FieldValue($0.word.lowercased(), $0.meaning) } : values
  }

  private static let environments = [
    FieldValue("release", Text(en: "release environment, `/release`", zh: "发布环境，`/release`")),
    FieldValue("prepub", Text(en: "pre-release environment, `/prepub`", zh: "预发布环境，`/prepub`")),
    FieldValue("test", Text(en: "test environment, `/test`", zh: "测试环境，`/test`")),
  ]

  private static let backEndKinds = [
    FieldValue("HTTP", Text(en: "HTTP address, or a VPC with Product", zh: "HTTP 地址，或配合 Product 使用的 VPC 后端")),
    FieldValue("MOCK", Text(en: "a fixed answer", zh: "固定返回内容")),
    FieldValue("SCF", Text(en: "cloud function", zh: "云函数")),
    FieldValue("TSF", Text(en: "TSF microservices; api-type TSF", zh: "TSF 微服务，API 类型须为 TSF")),
    FieldValue("COS", Text(en: "object storage", zh: "对象存储")),
    FieldValue(
      "WEBSOCKET", Text(en: "WebSocket server; front protocol WEBSOCKET", zh: "WebSocket 服务，前端协议须为 WEBSOCKET")),
    FieldValue("EB", Text(en: "event bus", zh: "事件总线")),
    FieldValue("GRPC", Text(en: "gRPC server", zh: "gRPC 服务")),
    FieldValue("UPSTREAM", Text(en: "VPC channel", zh: "VPC 通道")),
    FieldValue("VPC", Text(en: "private network", zh: "VPC 内网资源")),
    FieldValue("CLB", Text(en: "load balancer", zh: "负载均衡")),
    FieldValue("TARGET", Text(en: "CVM instances (beta)", zh: "CVM 实例（内测）")),
  ]

  private static let authenticationKinds = [
    FieldValue("NONE", Text(en: "no authentication", zh: "免认证")),
    FieldValue("SECRET", Text(en: "key pair; needs a usage plan", zh: "密钥对认证，需要使用计划")),
    FieldValue("APP", Text(en: "application; needs a bound application", zh: "应用认证，需要绑定应用")),
    FieldValue("OAUTH", Text(en: "OAuth 2.0 id_token", zh: "OAuth 2.0 id_token")),
    FieldValue("EIAM", Text(en: "EIAM, public network only", zh: "EIAM 认证，仅限公网")),
  ]

  private static let pluginKinds = [
    FieldValue("Cors", Text(en: "cross-origin access", zh: "跨域访问控制")),
    FieldValue("IPControl", Text(en: "allowed or denied addresses", zh: "IP 访问控制")),
    FieldValue("TrafficControl", Text(en: "rate limits", zh: "基础流量控制")),
    FieldValue("TrafficControlByParameter", Text(en: "rate limits by parameter", zh: "参数流量控制")),
    FieldValue("Routing", Text(en: "back ends by condition", zh: "条件路由")),
    FieldValue("ProxyCache", Text(en: "cached answers", zh: "缓存")),
    FieldValue("CircuitBreaker", Text(en: "stops calling a failing back end", zh: "断路器")),
    FieldValue("CustomAuth", Text(en: "authentication by a function", zh: "自定义认证")),
    FieldValue("CustomReq", Text(en: "request rewritten by a function", zh: "自定义请求体")),
  ]
}
