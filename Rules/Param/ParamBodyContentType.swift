import GatewayModel
import Linting

/// `param-body-content-type`.
let paramBodyContentType: Rule = Rule(
  id: "param-body-content-type",
  family: .param,
  severity: .warning,
  faults: [.formContentTypeRequired],
  confidence: [.official],
  summary: Text(
    en: "Form fields are declared for a request body that is no form",
    zh: "请求体不是表单，却声明了表单参数"),
  explanation: Text(
    en: """
      Once a parameter stands in position BODY, the gateway insists on `application/x-www-form-urlencoded`. A body of \
      another type, such as JSON, is passed on to the back end as it is and must not be declared as parameters.
      """,
    zh: """
      只要有参数位于 BODY，网关就要求请求类型为 `application/x-www-form-urlencoded`。JSON 等其他类型的请求体会原样透传给\
      后端，不应声明为参数。
      """),
  runtime: Text(
    en:
      "Requests of the described type are answered with 403 `req content type need application/x-www-form-urlencoded.`",
    zh: "按文档所写类型发送的请求返回 403 `req content type need application/x-www-form-urlencoded.`。"),
  evidence: Text(
    en: "The message stands in the gateway's error table; that JSON bodies are passed on is documented.",
    zh: "该信息见于网关错误码表；JSON 请求体透传有文档说明。"),
  url: "https://cloud.tencent.com/document/product/628/34086",
  fixSafety: .unsafe(
    Text(
      en: "One edit changes what clients must send, the other what the gateway checks.",
      zh: "一种修改改变客户端的请求方式，另一种改变网关的校验内容。")),
  examples: [
    Example(
      bad: """
        paths:
          /login:
            post:
              operationId: login
              x-apigw-request-parameters: [{Name: user, Position: BODY, Type: string, Required: true}]
              requestBody: {content: {application/json: {schema: {type: object}}}}
        """,
      good: """
        paths:
          /login:
            post:
              operationId: login
              x-apigw-request-parameters: [{Name: user, Position: BODY, Type: string, Required: true}]
              requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
          /raw:
            post:
              operationId: raw
              requestBody: {content: {application/json: {schema: {type: object}}}}
        """,
      fixed: """
        paths:
          /login:
            post:
              operationId: login
              x-apigw-request-parameters: [{Name: user, Position: BODY, Type: string, Required: true}]
              requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
        """,
      at: "application/json"),
    Example(
      bad: """
        paths:
          /login:
            post:
              operationId: login
              x-apigw-request-parameters: [{Name: user, Position: BODY, Type: string}]
              requestBody: {content: {multipart/form-data: {schema: {type: object}}}}
        """,
      good: """
        paths:
          /login:
            post:
              operationId: login
              x-apigw-request-parameters: [{Name: user, Position: BODY, Type: string}]
              requestBody:
                content:
                  application/json: {schema: {type: object}}
                  Application/X-WWW-Form-Urlencoded; charset=utf-8: {schema: {type: object}}
          /any:
            post:
              operationId: any
              x-apigw-request-parameters: [{Name: user, Position: BODY, Type: string}]
              requestBody: {content: {'*/*': {schema: {type: object}}}}
        """,
      at: "multipart"),
  ],
  checks: [.part(.api, checkContent)])

private let form = "application/x-www-form-urlencoded"

private func checkContent(_ api: Part, _ findings: inout Findings) {
  let types = api[.requestBodyContent].keys
  guard let first = types.first, let field = api.bodyParameters.first else { return }
  guard !types.contains(where: { takesForm($0.text) }) else { return }
  let name = field.parameterNameText ?? "?"
  var mends: [Mend] = []
  if types.count == 1 {
    mends.append(.unsafe(Text(en: "describe a form", zh: "改为表单类型"), .renameKey(first.origin, form)))
  }
  mends.append(
    Mend(
      title: Text(en: "remove the form fields", zh: "删除表单参数"), applicability: .unsafe,
      steps: api.bodyParameters.map { .remove($0.origin) }))
  findings.report(
    at: .key(first.origin),
    Text(
      en: "The body is described as `\(first.text)`, but the form field `\(name)` makes the gateway insist on a form.",
      zh: "请求体类型为 `\(first.text)`，但表单参数 `\(name)` 会使网关只接受表单。"),
    help: Text(
      en: "Describe the body as \(form), or declare no BODY parameters: other bodies are passed on as they are.",
      zh: "请将请求体类型写为 \(form)，或不声明 BODY 参数：其他请求体会原样透传。"),
    related: field[.parameterPosition].origin.map {
      [RelatedPlace(.value($0), Text(en: "the form field", zh: "表单参数"))]
    } ?? [], mends: mends)
}

private func takesForm(_ type: String) -> Bool {
  let type = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
  return type == form || type == "*/*" || type == "application/*"
}
