import GatewayModel
import Linting

/// `param-body-method`.
let paramBodyMethod: Rule = Rule(
  id: "param-body-method",
  family: .param,
  severity: .warning,
  faults: [.bodyParameterRequired, .formContentTypeRequired],
  confidence: [.official, .inferred],
  summary: Text(
    en: "A form field is declared for a method that rarely carries a body",
    zh: "为通常没有请求体的方法声明了表单参数"),
  explanation: Text(
    en: """
      A parameter in position BODY is a field of a form. Requests with GET, HEAD or DELETE rarely carry one, and a \
      WebSocket handshake never does.
      """,
    zh: "位置为 BODY 的参数是表单字段。GET、HEAD、DELETE 请求很少携带请求体，WebSocket 握手则从不携带。"),
  runtime: Text(
    en: """
      Requests without a form are answered with 403 `body param xxx is required.` or `req content type need \
      application/x-www-form-urlencoded.`
      """,
    zh: """
      没有表单的请求返回 403 `body param xxx is required.` 或 `req content type need application/x-www-form-urlencoded.`。
      """),
  evidence: Text(
    en: "The two messages stand in the gateway's error table; a GET may carry a form, so this is a warning.",
    zh: "两条信息见于网关错误码表；GET 也可能携带表单，因此只给出警告。"),
  url: "https://cloud.tencent.com/document/product/628/34086",
  fixSafety: .unsafe(
    Text(en: "Either edit changes what clients must send.", zh: "两种修改都会改变客户端的请求方式。")),
  examples: [
    Example(
      bad: """
        paths:
          /login:
            get:
              operationId: login
              x-apigw-request-parameters:
                - {Name: user, Position: BODY, Type: string, Required: true}
                - {Name: code, Position: BODY, Type: string, Required: true}
        """,
      good: """
        paths:
          /login:
            post:
              operationId: login
              x-apigw-request-parameters:
                - {Name: user, Position: BODY, Type: string, Required: true}
                - {Name: code, Position: BODY, Type: string, Required: true}
            get:
              operationId: askLogin
              x-apigw-request-parameters: [{Name: user, Position: QUERY, Type: string}]
        """,
      fixed: """
        paths:
          /login:
            get:
              operationId: login
              x-apigw-request-parameters:
                - {Name: user, Position: QUERY, Type: string, Required: true}
                - {Name: code, Position: QUERY, Type: string, Required: true}
        """,
      at: "BODY")
  ],
  checks: [.part(.api, checkMethod)])

private func checkMethod(_ api: Part, _ findings: inout Findings) {
  let fields = api.bodyParameters
  guard let first = fields.first, let origin = first[.parameterPosition].origin else { return }
  let isBodiless: Bool
  switch api.apiMethod {
  case .get, .head, .delete: isBodiless = true
  default: isBodiless = false
  }
  guard isBodiless || api.isWebSocketFront else { return }
  let method = api.apiMethod?.rawValue ?? "WEBSOCKET"
  let names = Text.list(fields.map { "`\($0.parameterNameText ?? "?")`" })
  let query = ParameterPosition.query.spelled(first.positionSpelling)
  let positions = fields.compactMap { $0[.parameterPosition].origin }
  var related = positions.dropFirst().map { RelatedPlace(.value($0), Text(en: "another form field", zh: "另一个表单字段")) }
  if let place = api[.method].origin { related.append(RelatedPlace(.value(place), Text(en: "the method", zh: "请求方法"))) }
  var mends = [
    Mend(
      title: Text(en: "take them from the query", zh: "改为从 query 读取"), applicability: .unsafe,
      steps: positions.map { .set($0, .string(query)) })
  ]
  if isBodiless, !api.isWebSocketFront, api[.method].origin != nil {
    mends.append(.unsafe(Text(en: "use POST", zh: "改用 POST"), api[.method].replacement(.string(post(like: api)))))
  }
  findings.report(
    at: .value(origin),
    api.isWebSocketFront
      ? Text(
        en: "A WebSocket handshake carries no form, so \(names.en) can never be sent.",
        zh: "WebSocket 握手不携带表单，\(names.zh) 无法传递。")
      : Text(
        en: "\(method) requests rarely carry a form, yet \(names.en) are declared as form fields.",
        zh: "\(method) 请求很少携带表单，但 \(names.zh) 被声明为表单字段。"),
    help: Text(
      en: "Take them from the query, or use a method with a body such as POST.",
      zh: "请改为从 query 读取，或使用 POST 等带请求体的方法。"),
    related: related, mends: mends)
}

/// POST in the letter case in which the method is written.
private func post(like api: Part) -> String {
  let written = api[.method].text ?? ""
  return written == written.lowercased() ? "post" : "POST"
}

extension Part {
  /// The front-end parameters of an API that are form fields.
  var bodyParameters: [Part] {
    requestParameters.filter { parameter in
      // In an import document's own list `body` is no position at all.
      guard parameter.parameterPosition == .body else { return false }
      return parameter.usesAlternateSpelling || !parameter.facts.isImportDocument
    }
  }
}
