import GatewayModel
import Linting
import PublicKeys

/// `oauth-public-key-not-string`.
let oauthPublicKeyNotString: Rule = Rule(
  id: "oauth-public-key-not-string",
  family: .oauth,
  severity: .error,
  faults: [.oauthPublicKeyError],
  confidence: [.sdk, .inferred],
  summary: Text(
    en: "The public key is a mapping, not a text",
    zh: "公钥是映射而不是字符串"),
  explanation: Text(
    en: """
      `PublicKey` is a text that holds JSON. Without quotes, YAML reads the braces as a mapping of its own, and the field \
      gets a value of another type.
      """,
    zh: "`PublicKey` 是内容为 JSON 的字符串。不加引号时，YAML 会把花括号解析成映射，字段的类型就变了。"),
  runtime: Text(
    en: "The import refuses the API, or calls are answered with 481 `Oauth public key error.`",
    zh: "导入被拒绝，或调用时返回 481 `Oauth public key error.`"),
  evidence: Text(
    en: "The Cloud API's field is a string; which of the two happens is not documented.",
    zh: "云 API 中该字段是字符串；具体是哪种结果没有资料说明。"),
  url: OAuthExamples.page,
  fixSafety: .safe(
    Text(
      en: "The mapping's JSON text says the same; nothing is added.",
      zh: "转换成 JSON 文本后含义不变，不增加任何内容。")),
  examples: [
    Example(
      bad: OAuthExamples.api(publicKeyLines: OAuthExamples.key),
      good: OAuthExamples.api(publicKeyLines: "'\(OAuthExamples.key)'"),
      fixed: OAuthExamples.api(publicKeyLines: "'\(OAuthExamples.key)'"), at: #"{"e""#),
    Example(
      bad: OAuthExamples.api(publicKeyLines: "\n  e: AQAB\n  kty: RSA\n  n: \(OAuthExamples.modulus)"),
      good: OAuthExamples.api(publicKeyLines: "|\n  \(OAuthExamples.key)"),
      fixed: OAuthExamples.api(publicKeyLines: "'\(OAuthExamples.key)'"), at: "e: AQAB"),
    Example(
      bad: OAuthExamples.api(publicKey: "12345"), good: OAuthExamples.api(publicKey: "'${PUBLIC_KEY}'"), at: "12345"),
  ],
  checks: [.part(.api, checkPublicKeyIsText)])

private func checkPublicKeyIsText(_ api: Part, _ findings: inout Findings) {
  guard api.oauthConfigMayCount else { return }
  let key = api[.oauthPublicKey]
  guard key.shape != .null, !key.isText, !key.isTemplated, !key.isTemplateInBraces, let origin = key.origin else {
    return
  }
  var mends: [Mend] = []
  if key.shape == .mapping, let material = api.publicKeyValue?.material, material.defect != .keyTypeMissing {
    mends = [.safe(Text(en: "quote the key as JSON text", zh: "将公钥写成 JSON 字符串"), .quoteAsJSON(origin))]
  }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(key.spelling) is read as \(key.kindText.en); the gateway wants the JWK as a text.",
      zh: "\(key.spelling) 会被解析为\(key.kindText.zh)，而网关需要的是字符串形式的 JWK。"),
    help: Text(en: "Put the JSON in single quotes, on one line.", zh: "请把 JSON 写在一行并加上单引号。"), mends: mends)
}
