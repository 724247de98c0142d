import GatewayModel
import Linting

/// `oauth-config-missing`.
let oauthConfigMissing: Rule = Rule(
  id: "oauth-config-missing",
  family: .oauth,
  severity: .error,
  faults: [.oauthConfigMissing],
  confidence: [.sdk, .component, .inferred],
  summary: Text(
    en: "An authorization API has no OAuth configuration",
    zh: "授权 API 没有 OAuth 配置"),
  explanation: Text(
    en: """
      An API that authenticates by OAUTH and has the business type OAUTH issues the tokens that the other APIs of its \
      service ask for. Its `OauthConfig` says where a token stands and by which public key it is verified.
      """,
    zh: """
      认证类型为 OAUTH、业务类型也为 OAUTH 的 API 是授权 API，由它签发同一服务中业务 API 所需的 token。\
      `OauthConfig` 说明 token 的位置，以及用哪个公钥验证。
      """),
  runtime: Text(
    en: "Calls of every API that relies on it are answered with 481 `Oauth found no oauth config.`",
    zh: "调用依赖它的业务 API 会返回 481 `Oauth found no oauth config.`"),
  evidence: Text(
    en: "Cloud API and serverless component demand the field for this business type; the row of the table is deduced.",
    zh: "云 API 和 Serverless 组件规定该业务类型必须填写此字段；对应的错误码属于推断。"),
  url: OAuthExamples.page,
  fixSafety: .unsafe(
    Text(
      en: "Only the token's location can be filled in; the public key is yours.",
      zh: "只能补写 token 位置，公钥需要自行提供。")),
  examples: [
    Example(
      bad: """
        paths:
          /token:
            get:
              operationId: issueToken
              x-apigw-auth-type: OAUTH
              x-apigw-api-business-type: OAUTH
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'https://auth.shop.cn', Path: /token, Method: GET}}
        """,
      good: """
        paths:
          /token:
            get:
              operationId: issueToken
              x-apigw-auth-type: OAUTH
              x-apigw-api-business-type: OAUTH
              x-apigw-oauth-config: {TokenLocation: method.req.header.authorization, PublicKey: '\(OAuthExamples.key)'}
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'https://auth.shop.cn', Path: /token, Method: GET}}
        """,
      fixed: """
        paths:
          /token:
            get:
              operationId: issueToken
              x-apigw-auth-type: OAUTH
              x-apigw-api-business-type: OAUTH
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'https://auth.shop.cn', Path: /token, Method: GET}}
              x-apigw-oauth-config: {TokenLocation: method.req.header.authorization}
        """,
      at: "get:"),
    Example(
      bad: OAuthExamples.api(config: "{}"),
      good: """
        paths:
          /me:
            get:
              operationId: me
              x-apigw-auth-type: OAUTH
              x-apigw-auth-relation-api: issueToken
        """,
      at: "{}"),
  ],
  checks: [.part(.api, checkOAuthConfigMissing)])

private func checkOAuthConfigMissing(_ api: Part, _ findings: inout Findings) {
  guard api.authenticationKind == .oauth, api.isAuthorizationAPI == true else { return }
  let config = api[.oauthConfig]
  guard config.isMissing || config.isEmptyMapping else { return }
  let location = MendStep.insert(
    .oauthTokenLocation, .string(TokenLocation.authorization.rawValue), api.id)
  findings.report(
    at: .field(config),
    Text(
      en: "This authorization API has no \(config.spelling): nothing says how its tokens are verified.",
      zh: "该授权 API 缺少 \(config.spelling)，网关无法验证它签发的 token。"),
    help: Text(
      en: "Write `TokenLocation` and `PublicKey`, the public key as a JWK in one JSON text.",
      zh: "请填写 `TokenLocation` 和 `PublicKey`，公钥为一段 JSON 文本形式的 JWK。"),
    mends: [.unsafe(Text(en: "begin it with the location of the token", zh: "补写 token 的位置"), location)])
}
