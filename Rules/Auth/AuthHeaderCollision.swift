import GatewayModel
import Linting

/// `auth-header-collision`.
let authHeaderCollision: Rule = Rule(
  id: "auth-header-collision",
  family: .auth,
  severity: .warning,
  faults: [.hmacFormatError, .oauthHeaderFormatError],
  confidence: [.inferred],
  summary: Text(
    en: "A parameter uses a header that the API's authentication needs",
    zh: "参数占用了认证所需的请求头"),
  explanation: Text(
    en: """
      Key pairs and applications sign requests in `Authorization` and `X-Date` (or `Date`), OAuth carries its token in \
      `Authorization`. A parameter of that name with a meaning of its own (a constant, a default, a list of values, \
      another type) fights for the same header. A plain declaration is only hinted at: it may describe the signature.
      """,
    zh: """
      密钥对和应用认证通过 `Authorization` 与 `X-Date`（或 `Date`）传递签名，OAuth 通过 `Authorization` 传递令牌。若同名参数\
      另有含义（常量、默认值、枚举、其他类型），就会争用同一个请求头。普通声明可能只是在描述签名，因此只给出提示。
      """),
  runtime: Text(
    en: "Requests that carry the application's own value there fail with 401: the signature or token cannot be read.",
    zh: "携带业务自身取值的请求返回 401：无法读取签名或令牌。"),
  evidence: Text(
    en: "The headers of the authentication types are documented; what a parameter of the same name does is deduced.",
    zh: "各认证类型使用的请求头有文档说明；同名参数的影响属于推断。"),
  url: "https://cloud.tencent.com/document/product/628/34086",
  fixSafety: .unsafe(
    Text(en: "Clients and back end have to use the new name.", zh: "客户端和后端都需要改用新名称。")),
  examples: [
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              parameters:
                - {name: Authorization, in: header, schema: {type: string, enum: [a, b]}}
              x-apigw-auth-type: SECRET
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              parameters:
                - {name: X-App-Authorization, in: header, schema: {type: string, enum: [a, b]}}
              x-apigw-auth-type: SECRET
        """,
      fixed: """
        paths:
          /orders:
            get:
              operationId: listOrders
              parameters:
                - {name: X-App-Authorization, in: header, schema: {type: string, enum: [a, b]}}
              x-apigw-auth-type: SECRET
        """,
      at: "Authorization"),
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-auth-type: APP
              x-apigw-const-paramters: [{Name: x-date, Position: HEADER, DefaultValue: today}]
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-auth-type: NONE
              x-apigw-const-paramters: [{Name: Authorization, Position: HEADER, DefaultValue: Basic abc}]
        """,
      at: "x-date"),
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-auth-type: OAUTH
              parameters: [{name: authorization, in: header, required: true, schema: {type: string}}]
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-auth-type: OAUTH
              x-apigw-oauth-config: {TokenLocation: method.req.header.cookie}
              parameters: [{name: authorization, in: header, required: true, schema: {type: string}}]
          /users:
            get:
              operationId: listUsers
              x-apigw-auth-type: OAUTH
              parameters:
                - {name: Date, in: header, schema: {type: string}}
                - {name: Authorization, in: query, schema: {type: string}}
        """,
      at: "authorization"),
  ],
  checks: [.part(.api, checkHeaders)])

private func checkHeaders(_ api: Part, _ findings: inout Findings) {
  let needed = neededHeaders(api)
  guard !needed.isEmpty else { return }
  for parameter in api.requestParameters where parameter.parameterPosition == .header {
    let name = parameter[.parameterName]
    guard let text = parameter.parameterNameText, needed.contains(text.lowercased()) else { continue }
    report(name, text, of: api, hasOwnMeaning: hasOwnMeaning(parameter), &findings)
  }
  for constant in api.children(.constantParameter) {
    let name = constant[.constantName]
    guard !name.isTemplated, let text = name.text, needed.contains(text.lowercased()),
      constant[.constantPosition].text.flatMap({ ParameterPosition(word: $0) }) == .header
    else { continue }
    report(name, text, of: api, hasOwnMeaning: true, &findings)
  }
}

/// Source: the vendor's pages on key-pair and application authentication and on OAuth 2.0 [official].
private func neededHeaders(_ api: Part) -> Set<String> {
  switch api.authentication {
  case "SECRET", "APP": return ["authorization", "date", "x-date"]
  case "OAUTH":
    // The token of a business API is placed by its authorization API, which may be elsewhere: header is the default.
    let location = api[.oauthTokenLocation]
    return location.isTemplated || location.text?.lowercased().hasSuffix("cookie") == true ? [] : ["authorization"]
  default: return []
  }
}

/// Whether the parameter cannot be the signature itself.
private func hasOwnMeaning(_ parameter: Part) -> Bool {
  let type = parameter[.parameterType]
  return !parameter[.parameterDefault].isBlank || parameter[.parameterEnum].shape == .list
    || !(type.isBlank || type.isTemplated || type.text?.lowercased() == "string")
}

private func report(_ field: Field, _ name: String, of api: Part, hasOwnMeaning: Bool, _ findings: inout Findings) {
  guard let origin = field.origin, let type = api.authentication else { return }
  let other = "X-App-" + name
  findings.report(
    at: .value(origin),
    hasOwnMeaning
      ? Text(
        en: "`\(name)` carries what \(type) authentication reads; here it has a meaning of its own.",
        zh: "`\(name)` 用于传递 \(type) 认证信息，而此处另有含义。")
      : Text(
        en: "`\(name)` carries what \(type) authentication reads; a value of the application's own has no room there.",
        zh: "`\(name)` 用于传递 \(type) 认证信息，无法再传递业务自身的值。"),
    severity: hasOwnMeaning ? .warning : .hint,
    help: Text(
      en: "Use another header for the application's own value, such as `\(other)`.",
      zh: "业务自身的值请使用其他请求头，例如 `\(other)`。"),
    related: api[.authType].origin.map {
      [RelatedPlace(.value($0), Text(en: "the authentication type", zh: "认证类型"))]
    } ?? [],
    mends: [.unsafe(Text(en: "rename it to `\(other)`", zh: "改名为 `\(other)`"), .set(origin, .string(other)))])
}
