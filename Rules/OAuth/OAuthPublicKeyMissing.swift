import GatewayModel
import Linting
import PublicKeys

/// `oauth-public-key-missing`.
let oauthPublicKeyMissing: Rule = Rule(
  id: "oauth-public-key-missing",
  family: .oauth,
  severity: .error,
  faults: [.oauthPublicKeyMissing],
  confidence: [.sdk, .inferred],
  summary: Text(
    en: "The OAuth configuration has no public key",
    zh: "OAuth 配置没有公钥"),
  explanation: Text(
    en: """
      The gateway verifies every token with `OauthConfig.PublicKey`. It is missing, null, blank, or a JWK whose modulus \
      `n` is empty.
      """,
    zh: "网关用 `OauthConfig.PublicKey` 验证每个 token。该字段缺失、为 null、为空白，或是模数 `n` 为空的 JWK。"),
  runtime: Text(
    en: "Calls of the APIs that rely on it are answered with 481 `Oauth found no public key.`",
    zh: "调用依赖它的业务 API 会返回 481 `Oauth found no public key.`"),
  evidence: Text(
    en: "The Cloud API demands the field; the row of the table is deduced from its words.",
    zh: "云 API 规定该字段必填；对应的错误码由字面含义推断。"),
  url: OAuthExamples.page,
  examples: [
    Example(
      bad: OAuthExamples.api(publicKey: "''"), good: OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'"), at: "''"),
    Example(
      bad: OAuthExamples.api(config: "{TokenLocation: method.req.header.authorization}"),
      good: OAuthExamples.api(publicKey: "'${env:PUBLIC_KEY}'"), at: "x-apigw-oauth-config"),
    Example(
      bad: OAuthExamples.api(publicKey: #"'{"e":"AQAB","kty":"RSA","n":""}'"#),
      good: OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'"), at: #"'{"e""#),
  ],
  checks: [.part(.api, checkPublicKeyMissing)])

private func checkPublicKeyMissing(_ api: Part, _ findings: inout Findings) {
  guard api.oauthConfigMayCount, !api[.oauthConfig].isEmptyMapping else { return }
  let key = api[.oauthPublicKey]
  let help = Text(
    en: "Write the public key as a JWK in one JSON text: `{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"…\"}`.",
    zh: "请填写一段 JSON 文本形式的 JWK 公钥：`{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"…\"}`。")
  if key.isMissing {
    findings.report(
      at: .field(key),
      Text(
        en: "The OAuth configuration has no \(key.spelling): no token can be verified.",
        zh: "OAuth 配置缺少 \(key.spelling)，无法验证任何 token。"),
      help: help)
  } else if let value = api.publicKeyValue, value.material.defect == .modulusEmpty {
    findings.report(
      at: .value(value.origin),
      Text(
        en: "The JWK in \(key.spelling) is empty: its modulus `n` has no digits.",
        zh: "\(key.spelling) 中的 JWK 没有内容：模数 `n` 为空。"),
      help: help)
  }
}
