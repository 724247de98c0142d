import GatewayModel
import Linting

/// `protocol-websocket-backend`.
let protocolWebSocketBackend: Rule = Rule(
  id: "protocol-websocket-backend",
  family: .protocol,
  severity: .error,
  faults: [.apiConfigError, .webSocketKeyRequired, .webSocketVersionRequired],
  confidence: [.sdk, .official],
  summary: Text(
    en: "Front end and back end disagree about WebSocket", zh: "前端与后端在 WebSocket 上不一致"),
  explanation: Text(
    en: """
      A WEBSOCKET back end needs the front protocol WEBSOCKET. Behind that front protocol stands a WEBSOCKET back end or a \
      function; other kinds are not in the vendor's table.
      """,
    zh: """
      WEBSOCKET 后端要求前端协议也是 WEBSOCKET。前端协议为 WEBSOCKET 时，后端应为 WEBSOCKET 或云函数，其他类型不在官方的\
      对应表中。
      """),
  runtime: Text(
    en: """
      The API is refused (`InvalidServiceType`) or answers 481 `API config error.`; a plain request to a WebSocket API \
      answers 403 `need header Sec-WebSocket-Key.`.
      """,
    zh: """
      API 会被拒绝（`InvalidServiceType`）或返回 481 `API config error.`；用普通请求调用 WebSocket API 返回 403 \
      `need header Sec-WebSocket-Key.`。
      """),
  evidence: Text(
    en: "An error code of the control plane, and the vendor's table of front and back ends.",
    zh: "依据控制面的错误码和官方的前后端对应表。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(
      en: "A WEBSOCKET back end works with one front protocol alone.", zh: "WEBSOCKET 后端只能搭配一种前端协议。")),
  examples: [
    Example(
      bad: """
        paths:
          /ws:
            get:
              operationId: ws
              x-apigw-protocol: HTTP
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
      at: "HTTP"),
    Example(
      bad: """
        paths:
          /ws:
            get:
              operationId: ws
              x-apigw-backend:
                ServiceType: WEBSOCKET
                ServiceConfig: {Url: 'ws://a.shop.cn', Path: /, Method: GET}
        """,
      good: """
        paths:
          /ws:
            get:
              operationId: ws
              x-apigw-protocol: ${env:PROTOCOL}
              x-apigw-backend:
                ServiceType: WEBSOCKET
                ServiceConfig: {Url: 'ws://a.shop.cn', Path: /, Method: GET}
        """,
      at: "get"),
    Example(
      bad: """
        paths:
          /ws:
            get:
              operationId: ws
              x-apigw-protocol: WEBSOCKET
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      good: """
        paths:
          /ws:
            get:
              operationId: ws
              x-apigw-protocol: WEBSOCKET
              x-apigw-backend: {ServiceType: SCF, ServiceWebsocketTransportFunctionName: talk}
        """,
      at: "MOCK"),
  ],
  checks: [.part(.api, checkWebSocketBackend)])

private func checkWebSocketBackend(_ api: Part, _ findings: inout Findings) {
  let front = api[.frontProtocol]
  guard let backend = api.serviceType, !front.isTemplated else { return }
  let type = api[.serviceType]
  if backend == .webSocket {
    // A word that is none is reported by itself; what a file that names only its changes leaves out is not the default.
    guard !api.facts.backend.choosesFrontEnd, front.isWritten || !api.isIncomplete,
      let word = front.effectiveText?.uppercased(), ["HTTP", "HTTPS", "HTTP&HTTPS"].contains(word)
    else { return }
    findings.report(
      at: .field(front),
      front.isBlank
        ? Text(
          en: "The back end is WEBSOCKET, but \(front.spelling) is not set, which means HTTP.",
          zh: "后端是 WEBSOCKET，但没有设置 \(front.spelling)，相当于 HTTP。")
        : Text(
          en: "The back end is WEBSOCKET, but \(front.spelling) is `\(word)`.",
          zh: "后端是 WEBSOCKET，但 \(front.spelling) 是 `\(word)`。"),
      related: type.origin.map { [RelatedPlace(.value($0), Text(en: "the kind of back end", zh: "后端类型"))] } ?? [],
      mends: [
        .safe(
          Text(en: "set \(front.spelling) to WEBSOCKET", zh: "将 \(front.spelling) 设为 WEBSOCKET"),
          front.replacement(.string("WEBSOCKET")))
      ])
  } else if api.isWebSocketFront, backend != .scf, !type.isBlank {
    findings.report(
      at: .field(type),
      Text(
        en: "\(front.spelling) is WEBSOCKET, but the back end is \(backend.rawValue).",
        zh: "\(front.spelling) 是 WEBSOCKET，但后端是 \(backend.rawValue)。"),
      severity: .warning,
      help: Text(
        en: "Behind a WebSocket front end stands a WEBSOCKET back end or a function.",
        zh: "WebSocket 前端的后端应为 WEBSOCKET 或云函数。"),
      related: front.origin.map { [RelatedPlace(.value($0), Text(en: "the front protocol", zh: "前端协议"))] } ?? [])
  }
}
