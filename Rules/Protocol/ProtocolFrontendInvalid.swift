import GatewayModel
import Linting

/// `protocol-frontend-invalid`.
let protocolFrontendInvalid: Rule = Rule(
  id: "protocol-frontend-invalid",
  family: .protocol,
  severity: .error,
  faults: [.protocolNotAllowed],
  confidence: [.sdk],
  summary: Text(
    en: "An API's front protocol is neither HTTP nor WEBSOCKET", zh: "API 的前端协议既不是 HTTP 也不是 WEBSOCKET"),
  explanation: Text(
    en: """
      An API's front protocol is `HTTP`, which covers HTTPS, or `WEBSOCKET`. Whether callers may use HTTPS is set at the \
      service and its domains. Spellings of older texts (`HTTPS`, `HTTP&HTTPS`, `WS`, `WSS`, lower case) are warnings.
      """,
    zh: """
      API 的前端协议是 `HTTP`（包含 HTTPS）或 `WEBSOCKET`。调用方能否使用 HTTPS 由服务和域名决定。旧资料中的写法\
      （`HTTPS`、`HTTP&HTTPS`、`WS`、`WSS`、小写）作警告。
      """),
  runtime: Text(
    en: "The API is refused, or calls answer 426 `Not allow use xxx protocol.`.",
    zh: "API 会被拒绝，或调用返回 426 `Not allow use xxx protocol.`。"),
  evidence: Text(
    en: "The Cloud API definition names the two words; its comments and the English pages also use others.",
    zh: "云 API 定义列出了这两个取值；其注释和英文页面还出现过其他写法。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(
      en: "Each of the older spellings means one of the two words.", zh: "每种旧写法都只对应两个取值之一。")),
  examples: [
    Example(
      bad: """
        paths:
          /a:
            get: {operationId: a, x-apigw-protocol: http}
        """,
      good: """
        paths:
          /a:
            get: {operationId: a, x-apigw-protocol: HTTP}
        """,
      fixed: """
        paths:
          /a:
            get: {operationId: a, x-apigw-protocol: HTTP}
        """,
      at: "http"),
    Example(
      bad: """
        paths:
          /a:
            get: {operationId: a, x-apigw-protocol: WSS}
        """,
      good: """
        paths:
          /a:
            get: {operationId: a, x-apigw-protocol: WEBSOCKET}
        """,
      fixed: """
        paths:
          /a:
            get: {operationId: a, x-apigw-protocol: WEBSOCKET}
        """,
      at: "WSS"),
    Example(
      bad: """
        paths:
          /a:
            get: {operationId: a, x-apigw-protocol: TCP}
        """,
      good: """
        paths:
          /a:
            get: {operationId: a, x-apigw-protocol: '${env:PROTOCOL}'}
        """,
      at: "TCP"),
  ],
  checks: [.part(.api, checkProtocol)])

/// What each known word means.
private let meanings = [
  "HTTP": "HTTP", "HTTPS": nil, "HTTP&HTTPS": "HTTP", "WEBSOCKET": "WEBSOCKET", "WS": "WEBSOCKET", "WSS": "WEBSOCKET",
  "WS&WSS": "WEBSOCKET",
]

private func checkProtocol(_ api: Part, _ findings: inout Findings) {
  let field = api[.frontProtocol]
  guard !field.isBlank, !field.isTemplated, let origin = field.origin else { return }
  var key: String { field.spelling }
  let isSent = !api.facts.backend.choosesFrontEnd
  guard let word = field.text else {
    findings.report(
      at: .value(origin),
      Text(
        en: "\(key) is \(field.kindText.en), not `HTTP` or `WEBSOCKET`.",
        zh: "\(key) 是\(field.kindText.zh)，应为 `HTTP` 或 `WEBSOCKET`。"),
      severity: isSent ? nil : .warning,
      help: Text(
        en: "Write `HTTP`, which covers HTTPS, or `WEBSOCKET`.",
        zh: "请填写 `HTTP`（包含 HTTPS）或 `WEBSOCKET`。"))
    return
  }
  guard word != "HTTP", word != "WEBSOCKET" else { return }
  guard let meaning = meanings[word.uppercased()] else {
    findings.report(
      at: .value(origin),
      Text(
        en: "\(key) `\(word)` is neither `HTTP` nor `WEBSOCKET`.", zh: "\(key) `\(word)` 既不是 `HTTP` 也不是 `WEBSOCKET`。"),
      severity: isSent ? nil : .warning,
      help: Text(
        en: "Write `HTTP`, which covers HTTPS, or `WEBSOCKET`.",
        zh: "请填写 `HTTP`（包含 HTTPS）或 `WEBSOCKET`。"))
    return
  }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(key) `\(word)` is not how the Cloud API writes it: `HTTP`, which covers HTTPS, or `WEBSOCKET`.",
      zh: "\(key) `\(word)` 不是云 API 的写法，应为 `HTTP`（包含 HTTPS）或 `WEBSOCKET`。"),
    severity: .warning,
    mends: meaning.map { [.safe(Text(en: "write `\($0)`", zh: "改为 `\($0)`"), .set(origin, .string($0)))] } ?? [])
}
