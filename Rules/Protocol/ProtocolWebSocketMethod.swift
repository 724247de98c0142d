import GatewayModel
import Linting

/// `protocol-websocket-method`.
let protocolWebSocketMethod: Rule = Rule(
  id: "protocol-websocket-method",
  family: .protocol,
  severity: .error,
  faults: [.apiConfigError],
  confidence: [.sdk],
  summary: Text(en: "A WebSocket API's method is not GET", zh: "WebSocket API 的方法不是 GET"),
  explanation: Text(
    en: """
      A WebSocket connection begins with a GET request, so that an API with a WEBSOCKET back end has the method GET. For a \
      function behind a WebSocket front end the same is a warning.
      """,
    zh: """
      WebSocket 连接以 GET 请求开始，因此后端为 WEBSOCKET 的 API 方法必须是 GET。WebSocket 前端的云函数后端同样如此，作警告。
      """),
  runtime: Text(
    en: "The API is refused (`InvalidWSMethod`), or answers 481 `API config error.`.",
    zh: "API 会被拒绝（`InvalidWSMethod`），否则返回 481 `API config error.`。"),
  evidence: Text(
    en: "An error code of the control plane; for functions it is deduced from the protocol itself.",
    zh: "依据控制面的错误码；云函数的情形由协议本身推断。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(
      en: "No other method can open a WebSocket connection. Where the path has a GET already, no edit is offered.",
      zh: "其他方法无法建立 WebSocket 连接。如果该路径已有 GET，则不提供修改。")),
  examples: [
    Example(
      bad: """
        paths:
          /ws:
            post:
              operationId: ws
              x-apigw-protocol: WEBSOCKET
              x-apigw-backend: {ServiceType: WEBSOCKET, ServiceConfig: {Url: 'ws://a.shop.cn', Path: /, Method: GET}}
        """,
      good: """
        paths:
          /ws:
            get:
              operationId: ws
              x-apigw-protocol: WEBSOCKET
              x-apigw-backend: {ServiceType: WEBSOCKET, ServiceConfig: {Url: 'ws://a.shop.cn', Path: /, Method: GET}}
        """,
      fixed: """
        paths:
          /ws:
            get:
              operationId: ws
              x-apigw-protocol: WEBSOCKET
              x-apigw-backend: {ServiceType: WEBSOCKET, ServiceConfig: {Url: 'ws://a.shop.cn', Path: /, Method: GET}}
        """,
      at: "post"),
    Example(
      bad: """
        paths:
          /ws:
            post:
              operationId: ws
              x-apigw-protocol: WEBSOCKET
              x-apigw-backend: {ServiceType: SCF, ServiceWebsocketTransportFunctionName: talk}
        """,
      good: """
        paths:
          /ws:
            post:
              operationId: ws
              x-apigw-protocol: HTTP
              x-apigw-backend: {ServiceType: SCF, ServiceScfFunctionName: talk}
        """,
      fixed: """
        paths:
          /ws:
            get:
              operationId: ws
              x-apigw-protocol: WEBSOCKET
              x-apigw-backend: {ServiceType: SCF, ServiceWebsocketTransportFunctionName: talk}
        """,
      at: "post"),
  ],
  checks: [.service(checkMethods)])

private func checkMethods(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  var pathsWithGet: Set<String>?
  for api in project.parts(.api, of: service) {
    guard let backend = api.serviceType, backend == .webSocket || backend == .scf && api.isWebSocketFront,
      !api.facts.backend.choosesFrontEnd, let method = api.apiMethod, method != .get, let origin = api[.method].origin
    else { continue }
    let known = pathsWithGet ?? pathsOfGet(project.parts(.api, of: service))
    pathsWithGet = known
    let canBeGet = api.pathText.map { !known.contains($0) } ?? false
    let word = api[.method].text == method.rawValue ? "GET" : "get"
    findings.report(
      at: .value(origin),
      Text(
        en: "The method of a WebSocket API is GET, not \(method.rawValue).",
        zh: "WebSocket API 的方法应为 GET，而不是 \(method.rawValue)。"),
      severity: backend == .webSocket ? nil : .warning,
      mends: canBeGet
        ? [.safe(Text(en: "make it GET", zh: "改为 GET"), api[.method].replacement(.string(word)))] : [],
      subject: api.id)
  }
}

private func pathsOfGet(_ apis: [Part]) -> Set<String> {
  Set(apis.lazy.filter { $0.apiMethod == .get }.compactMap(\.pathText))
}
