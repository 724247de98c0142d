import GatewayModel
import Linting

/// `oauth-token-location`.
let oauthTokenLocation: Rule = Rule(
  id: "oauth-token-location",
  family: .oauth,
  severity: .error,
  faults: [.oauthTokenLocationForbidden],
  confidence: [.component, .inferred],
  summary: Text(
    en: "TokenLocation is none of the two places that the gateway reads a token from",
    zh: "TokenLocation 不是网关支持的两个位置之一"),
  explanation: Text(
    en: """
      A token is read from the header `Authorization` or from a cookie. `TokenLocation` names the place as \
      `method.req.header.authorization` or `method.req.header.cookie`, in lower case; no other place is known.
      """,
    zh: """
      网关只从 `Authorization` 请求头或 Cookie 中读取 token。`TokenLocation` 写作 `method.req.header.authorization` \
      或 `method.req.header.cookie`（小写），没有其他位置。
      """),
  runtime: Text(
    en: "Calls of the APIs that rely on it are answered with 481 `Oauth id_token location forbidden.`",
    zh: "调用依赖它的业务 API 会返回 481 `Oauth id_token location forbidden.`"),
  evidence: Text(
    en: "The serverless component accepts these two values alone; that others lead to this row is deduced.",
    zh: "Serverless 组件只接受这两个值；其他值对应该错误码属于推断。"),
  url: OAuthExamples.page,
  fixSafety: .safe(
    Text(
      en: "A short or miscased form of a known place has one meaning. Other places are not guessed at.",
      zh: "简写或大小写不同的写法只有一种含义；其他位置不做猜测。")),
  examples: [
    Example(
      bad: OAuthExamples.api(
        config: "{TokenLocation: method.req.query.token, PublicKey: '\(OAuthExamples.key)'}"),
      good: OAuthExamples.api(
        config: "{TokenLocation: method.req.header.authorization, PublicKey: '\(OAuthExamples.key)'}"),
      at: "method.req.query.token"),
    Example(
      bad: OAuthExamples.api(config: "{TokenLocation: Cookie, PublicKey: '\(OAuthExamples.key)'}"),
      good: OAuthExamples.api(config: "{TokenLocation: method.req.header.cookie, PublicKey: '\(OAuthExamples.key)'}"),
      fixed: OAuthExamples.api(config: "{TokenLocation: method.req.header.cookie, PublicKey: '\(OAuthExamples.key)'}"),
      at: "Cookie"),
    Example(
      bad: OAuthExamples.api(
        config: "{TokenLocation: method.req.header.Authorization, PublicKey: '\(OAuthExamples.key)'}"),
      good: OAuthExamples.api(config: "{TokenLocation: '${self:custom.location}', PublicKey: '\(OAuthExamples.key)'}"),
      fixed: OAuthExamples.api(
        config: "{TokenLocation: method.req.header.authorization, PublicKey: '\(OAuthExamples.key)'}"),
      at: "method.req.header.Authorization"),
    Example(
      bad: OAuthExamples.api(config: "{PublicKey: '\(OAuthExamples.key)'}"),
      good: """
        paths:
          /me:
            get: {operationId: me, x-apigw-auth-type: NONE, x-apigw-oauth-config: {TokenLocation: none}}
        """,
      at: "x-apigw-oauth-config"),
    Example(
      .componentAPIGateway,
      bad: """
        component: apigateway
        name: shop
        inputs:
          endpoints:
            - path: /token
              method: POST
              authType: OAUTH
              businessType: OAUTH
              oauthConfig: {tokenLocation: query, loginRedirectUrl: 'https://a.cn', publicKey: '${env:KEY}'}
              function: {functionName: token}
        """,
      good: """
        component: apigateway
        name: shop
        inputs:
          endpoints:
            - path: /token
              method: POST
              authType: OAUTH
              businessType: OAUTH
              oauthConfig: {tokenLocation: cookie, loginRedirectUrl: 'https://a.cn', publicKey: '${env:KEY}'}
              function: {functionName: token}
        """,
      at: "query"),
  ],
  checks: [.part(.api, checkTokenLocation)])

private func checkTokenLocation(_ api: Part, _ findings: inout Findings) {
  let location = api[.oauthTokenLocation]
  guard api.oauthConfigMayCount, !location.isTemplated else { return }
  if location.isMissing {
    if !api[.oauthConfig].isEmptyMapping { reportMissing(location, &findings) }
    return
  }
  guard let origin = location.origin else { return }
  guard let text = location.text else {
    reportForeign(location, at: origin, "\(location.kindText.en)", "\(location.kindText.zh)", &findings)
    return
  }
  let allowed = TokenLocation.allCases
    .flatMap { api.facts.tool.expandsTokenLocation ? [$0.rawValue, $0.shortForm] : [$0.rawValue] }
  if allowed.contains(text) { return }
  if let same = allowed.first(where: { $0 == text.lowercased() }) {
    findings.report(
      at: .value(origin),
      Text(
        en: "\(location.spelling) `\(text)` is documented in lower case only; whether this is accepted is not known.",
        zh: "\(location.spelling) `\(text)` 在文档中只有小写形式，大小写不同能否被接受没有资料说明。"),
      severity: .warning,
      mends: [.safe(Text(en: "write `\(same)`", zh: "改为 `\(same)`"), .set(origin, .string(same)))])
    return
  }
  guard let meant = TokenLocation(meaning: text) else {
    reportForeign(location, at: origin, "`\(text)`", "`\(text)`", &findings)
    return
  }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(location.spelling) `\(text)` is not the form that the gateway reads.",
      zh: "\(location.spelling) `\(text)` 不是网关能识别的写法。"),
    help: Text(en: "Write `\(meant.rawValue)`.", zh: "请写成 `\(meant.rawValue)`。"),
    mends: [
      .safe(
        Text(en: "write `\(meant.rawValue)`", zh: "改为 `\(meant.rawValue)`"), .set(origin, .string(meant.rawValue)))
    ])
}

private func reportMissing(_ location: Field, _ findings: inout Findings) {
  let value = TokenLocation.authorization.rawValue
  findings.report(
    at: .field(location),
    Text(
      en: "The OAuth configuration has no \(location.spelling): the gateway does not know where the token stands.",
      zh: "OAuth 配置缺少 \(location.spelling)，网关不知道从哪里读取 token。"),
    help: Text(
      en: "Write `\(value)` or `\(TokenLocation.cookie.rawValue)`.",
      zh: "请填写 `\(value)` 或 `\(TokenLocation.cookie.rawValue)`。"),
    mends: [
      .unsafe(
        Text(en: "take the token from the header Authorization", zh: "从 Authorization 请求头读取 token"),
        location.replacement(.string(value)))
    ])
}

private func reportForeign(
  _ location: Field, at origin: Origin, _ english: String, _ chinese: String, _ findings: inout Findings
) {
  findings.report(
    at: .value(origin),
    Text(
      en:
        "\(location.spelling) is \(english): the gateway reads tokens from the header Authorization or a cookie only.",
      zh: "\(location.spelling) 为\(chinese)：网关只支持从 Authorization 请求头或 Cookie 读取 token。"),
    help: Text(
      en: "Write `\(TokenLocation.authorization.rawValue)` or `\(TokenLocation.cookie.rawValue)`.",
      zh: "请填写 `\(TokenLocation.authorization.rawValue)` 或 `\(TokenLocation.cookie.rawValue)`。"))
}
