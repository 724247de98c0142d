import GatewayModel
import Linting

/// `oauth-redirect-url`.
let oauthRedirectURL: Rule = Rule(
  id: "oauth-redirect-url",
  family: .oauth,
  severity: .warning,
  faults: [],
  confidence: [.component],
  summary: Text(
    en: "The login page is no absolute http(s) URL",
    zh: "登录页地址不是完整的 http(s) URL"),
  explanation: Text(
    en: "`LoginRedirectUrl` is where a caller without a token is sent. It needs scheme and host.",
    zh: "`LoginRedirectUrl` 是未登录的调用方被重定向到的地址，需要包含协议和主机。"),
  runtime: Text(
    en: "Callers without a token are redirected to an address that does not exist.",
    zh: "没有 token 的调用方会被重定向到不存在的地址。"),
  evidence: Text(
    en: "The serverless component describes the field as a URL; the gateway's own check is not documented.",
    zh: "Serverless 组件说明该字段是 URL；网关自身的校验没有资料说明。"),
  url: OAuthExamples.page,
  examples: [
    Example(
      bad: OAuthExamples.api(
        config:
          "{TokenLocation: method.req.header.cookie, PublicKey: '\(OAuthExamples.key)', LoginRedirectUrl: www.shop.cn/login}"
      ),
      good: OAuthExamples.api(
        config:
          "{TokenLocation: method.req.header.cookie, PublicKey: '\(OAuthExamples.key)', LoginRedirectUrl: 'https://www.shop.cn/login'}"
      ),
      at: "www.shop.cn/login"),
    Example(
      bad: OAuthExamples.api(
        config:
          "{TokenLocation: method.req.header.cookie, PublicKey: '\(OAuthExamples.key)', LoginRedirectUrl: /login}"),
      good: OAuthExamples.api(
        config:
          "{TokenLocation: method.req.header.cookie, PublicKey: '\(OAuthExamples.key)', LoginRedirectUrl: '${env:LOGIN}'}"
      ),
      at: "/login"),
  ],
  checks: [.part(.api, checkRedirectURL)])

private func checkRedirectURL(_ api: Part, _ findings: inout Findings) {
  let url = api[.oauthRedirectURL]
  guard api.oauthConfigMayCount, !url.isBlank, !url.isTemplated, let text = url.text, let origin = url.origin else {
    return
  }
  let parsed = ParsedURL(text)
  let isWeb = parsed.schemeName == "http" || parsed.schemeName == "https"
  guard !(isWeb && parsed.isSchemeDelimited && !parsed.host.isEmpty) else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(url.spelling) `\(text.prefix(80))` is no absolute http(s) URL: the redirect leads nowhere.",
      zh: "\(url.spelling) `\(text.prefix(80))` 不是完整的 http(s) URL，无法完成重定向。"),
    help: Text(en: "Write it with scheme and host: `https://…`.", zh: "请写明协议和主机，例如 `https://…`。"))
}
