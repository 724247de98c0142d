import GatewayModel
import Linting
import PublicKeys

/// `oauth-public-key-weak`.
let oauthPublicKeyWeak: Rule = Rule(
  id: "oauth-public-key-weak",
  family: .oauth,
  severity: .warning,
  faults: [],
  confidence: [.inferred],
  summary: Text(
    en: "The RSA key is too weak to be trusted",
    zh: "RSA 公钥强度不足"),
  explanation: Text(
    en:
      "RSA keys of less than 2048 bits can be broken, and an exponent of 3 makes mistakes in verification exploitable.",
    zh: "不足 2048 位的 RSA 密钥可能被破解；指数为 3 时，验证实现中的失误容易被利用。"),
  runtime: Text(
    en: "The gateway works; an attacker may forge tokens.",
    zh: "网关可以工作，但攻击者可能伪造 token。"),
  evidence: Text(
    en: "2048 bits is the least that NIST SP 800-57 allows today; the vendor's samples use it.",
    zh: "2048 位是 NIST SP 800-57 目前允许的最低强度，厂商示例也使用 2048 位。"),
  url: OAuthExamples.page,
  examples: [
    Example(
      bad: OAuthExamples.api(
        publicKey:
          #"'{"e":"AQAB","kty":"RSA","n":"t5aEaSr-iP5Af6cym5B2D9TT6NkTzpk8sDXvgpW734qpR55x5fW3Wjw9NaljLF--zS6n-Vem26j--aIMGWfLC0o5PvF-ys1rTBM8gTjtu_ycCcHA4mSlvZr3pldWekL01ApELEckw9NfU_ANWR3RYVKEtYMl56LYdzuQ1ChxUKU"}'"#
      ),
      good: OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'"), at: #"'{"e""#),
    Example(
      bad: OAuthExamples.api(publicKey: #"'{"e":"Aw","kty":"RSA","n":"\#(OAuthExamples.modulus)"}'"#),
      good: OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'"), at: #"'{"e""#),
  ],
  checks: [.part(.api, checkPublicKeyStrength)])

private let strongModulus = 2048

private func checkPublicKeyStrength(_ api: Part, _ findings: inout Findings) {
  guard api.oauthConfigMayCount, let value = api.publicKeyValue, let key = value.material.rsa else { return }
  if key.bitLength < strongModulus {
    findings.report(
      at: .value(value.origin),
      Text(
        en: "The RSA key has \(key.bitLength) bits; keys of less than \(strongModulus) can be broken.",
        zh: "RSA 公钥只有 \(key.bitLength) 位，不足 \(strongModulus) 位的密钥可能被破解。"),
      help: Text(en: "Make a key of \(strongModulus) bits or more.", zh: "请生成 \(strongModulus) 位或更长的密钥。"))
  } else if key.hasExponentThree {
    findings.report(
      at: .value(value.origin),
      Text(en: "The RSA key has the exponent 3.", zh: "RSA 公钥的指数为 3。"),
      help: Text(en: "Make a key with the exponent 65537 (`AQAB`).", zh: "请生成指数为 65537（`AQAB`）的密钥。"))
  }
}
