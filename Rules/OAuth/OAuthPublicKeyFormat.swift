import GatewayModel
import Linting
import PublicKeys

/// `oauth-public-key-format`.
let oauthPublicKeyFormat: Rule = Rule(
  id: "oauth-public-key-format",
  family: .oauth,
  severity: .error,
  faults: [.oauthPublicKeyError],
  confidence: [.official, .inferred],
  summary: Text(
    en: "The public key is a good RSA key, but not in the documented form",
    zh: "公钥是有效的 RSA 公钥，但不是文档规定的格式"),
  explanation: Text(
    en: """
      The documented form of `PublicKey` is one JWK in plain JSON: `{"e":"AQAB","kty":"RSA","n":"…"}`, its numbers in \
      base64url without padding (RFC 7518). PEM, certificates, OpenSSH lines, DER in base64, key sets and standard base64 \
      hold the same key in another wrapping.
      """,
    zh: """
      文档规定 `PublicKey` 为一段普通 JSON 形式的 JWK：`{"e":"AQAB","kty":"RSA","n":"…"}`，其中的数值采用不带填充的 \
      base64url（RFC 7518）。PEM、证书、OpenSSH 公钥行、base64 编码的 DER、JWKS 以及标准 base64 只是换了一种封装。
      """),
  runtime: Text(
    en: "Probably the key is refused, or calls are answered with 481 `Oauth public key error.`",
    zh: "公钥很可能被拒绝，或调用时返回 481 `Oauth public key error.`"),
  evidence: Text(
    en: "The documentation shows the JWK alone. That the gateway refuses other forms is deduced, nowhere stated.",
    zh: "文档只给出 JWK 一种形式。网关拒绝其他格式属于推断，没有资料明确说明。"),
  url: OAuthExamples.page,
  fixSafety: .safe(
    Text(
      en: "The JWK is computed from the same modulus and exponent: it is the same key.",
      zh: "JWK 由同一个模数和指数计算得出，是同一把公钥。")),
  examples: [
    Example(
      bad: OAuthExamples.api(
        publicKeyLines: """
          |
            -----BEGIN RSA PUBLIC KEY-----
            MIIBCgKCAQEA4RSGdy/tPJA+8EsTNQ79gMaAUNhFtaj9DtjYS2VqpTaTmQmdVqI7
            Du3g4bN2GihnSua65+VBZypnunnj0ljHPkHziqnCGiNlhKZ/jUARKzZAjyXR/jXl
            hcOWPtvfIy6qhzbuwwTvhaU+f5xsX6sYM9xrs1T8ckfOiZ8PKOr8K1YU+AncT5sp
            oBiqH1R1BrhaVzZ9/zbdjqi9daAERjWj2OJalV8pziQlEHup5NN8aMCK2rwm7qcp
            6akTxkAuRb3s2OkPwUs3xaH9UpMc27sgzVafYNQ7NCHar+0Nj/DfBNu4oP0sdrXQ
            xYpw34JdiscqSgUNL6wB6nrvd+XIYe+42QIDAQAB
            -----END RSA PUBLIC KEY-----
          """),
      good: OAuthExamples.api(publicKeyLines: "'\(OAuthExamples.key)'"),
      fixed: OAuthExamples.api(publicKeyLines: "'\(OAuthExamples.key)'"), at: "|\n"),
    Example(
      bad: OAuthExamples.api(publicKey: #"'{"keys":[\#(OAuthExamples.key)]}'"#),
      good: OAuthExamples.api(
        publicKeyLines: """
          |
            {
              "e": "AQAB",
              "kty": "RSA",
              "n": "\(OAuthExamples.modulus)"
            }
          """),
      fixed: OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'"), at: #"'{"keys""#),
    Example(
      bad: OAuthExamples.api(publicKey: #"'{"e":"AQAB","kty":"RSA","n":"\#(OAuthExamples.modulus)=="}'"#),
      good: OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'"),
      fixed: OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'"), at: #"'{"e""#),
  ],
  checks: [.part(.api, checkPublicKeyFormat)])

private func checkPublicKeyFormat(_ api: Part, _ findings: inout Findings) {
  guard api.oauthConfigMayCount, let value = api.publicKeyValue else { return }
  let material = value.material
  guard !material.isPrivate, !material.isDocumentedForm, let jwk = value.documentedForm else { return }
  let form = material.formText
  findings.report(
    at: .value(value.origin),
    Text(
      en:
        "\(value.field.spelling) is \(form.en). The documented form is a JWK in one JSON text; that the gateway refuses others is likely, but not documented.",
      zh:
        "\(value.field.spelling) 是\(form.zh.first?.isASCII == true ? " " : "")\(form.zh)。文档规定的格式是一段 JSON 文本形式的 JWK；其他格式很可能被网关拒绝，但没有资料明确说明。"
    ),
    help: Text(
      en: "Write the same key as `{\"e\":…,\"kty\":\"RSA\",\"n\":…}`.",
      zh: "请将同一公钥写成 `{\"e\":…,\"kty\":\"RSA\",\"n\":…}`。"),
    mends: [.safe(Text(en: "write the same key as a JWK", zh: "将同一公钥转换为 JWK"), .set(value.origin, .string(jwk)))])
}

extension KeyMaterial {
  /// What form the key is in, for messages.
  fileprivate var formText: Text {
    if isJSONText { return Text(en: "a JSON text that holds the key once more as text", zh: "套了两层的 JSON 字符串") }
    let inBase64 = isBase64 ? Text(en: " in base64", zh: "（base64 编码）") : Text(en: "", zh: "")
    let form =
      switch form {
      case .jwk where !membersInStandardBase64.isEmpty:
        Text(
          en:
            "a JWK that writes \(membersInStandardBase64.map { "`\($0)`" }.joined(separator: " and ")) with `+`, `/` or `=`",
          zh: "\(membersInStandardBase64.map { "`\($0)`" }.joined(separator: "、")) 含有 `+`、`/` 或 `=` 的 JWK")
      case .jwk: Text(en: "a JWK", zh: "JWK")
      case .jwkSet: Text(en: "a key set (JWKS) with one key", zh: "只有一把公钥的 JWKS")
      case .pem(label: "CERTIFICATE"): Text(en: "an X.509 certificate", zh: "X.509 证书")
      case .pem(let label): Text(en: "a PEM block `\(label)`", zh: "PEM 格式的 `\(label)`")
      case .der: Text(en: "a binary key (DER)", zh: "二进制公钥（DER）")
      case .openSSH: Text(en: "an OpenSSH public key", zh: "OpenSSH 公钥")
      case .unknown: Text(en: "a key in another form", zh: "其他格式的公钥")
      }
    return Text(en: form.en + inBase64.en, zh: form.zh + inBase64.zh)
  }
}
