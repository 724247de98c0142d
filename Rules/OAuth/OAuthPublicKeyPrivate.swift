import GatewayModel
import Linting
import PublicKeys

/// `oauth-public-key-private`.
let oauthPublicKeyPrivate: Rule = Rule(
  id: "oauth-public-key-private",
  family: .oauth,
  severity: .error,
  faults: [],
  confidence: [.certain, .inferred],
  summary: Text(
    en: "A private key stands in the field for the public key",
    zh: "公钥字段中写入了私钥"),
  explanation: Text(
    en: """
      Whoever can read the file, its history or the gateway's console can issue tokens with a private key. The value has \
      JWK members that only the owner may know (`d`, `p`, `q`, `dp`, `dq`, `qi`, `oth`, `k`), a PEM block of a private \
      key, or its binary form.
      """,
    zh: """
      任何能看到该文件、其历史记录或网关控制台的人，都可以用私钥签发 token。该值含有只应由持有者保存的 JWK 成员\
      （`d`、`p`、`q`、`dp`、`dq`、`qi`、`oth`、`k`）、PEM 私钥块，或私钥的二进制形式。
      """),
  runtime: Text(
    en: "The secret leaks; the gateway may also refuse the key with 481 `Oauth public key error.`",
    zh: "私钥泄露；网关还可能因此返回 481 `Oauth public key error.`"),
  evidence: Text(
    en:
      "That the material is private follows from RFC 7517, RFC 7518, PKCS#1 and PKCS#8; no page of the vendor names it.",
    zh: "依据 RFC 7517、RFC 7518、PKCS#1 和 PKCS#8 判定为私钥内容；厂商文档没有提及。"),
  url: OAuthExamples.page,
  fixSafety: .safe(
    Text(
      en: "The public half stays the same. The private half must be replaced all the same: it counts as known.",
      zh: "公钥部分保持不变。但私钥应视为已泄露，仍须更换。")),
  examples: [
    Example(
      bad: OAuthExamples.api(publicKey: "'\(OAuthExamples.key.dropLast()),\"d\":\"AAECAwQF\"}'"),
      good: OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'"),
      fixed: OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'"), at: #"'{"e""#),
    Example(
      bad: OAuthExamples.api(publicKey: #"'{"kty":"oct","k":"AAECAwQF"}'"#),
      good: OAuthExamples.api(publicKey: #"'{"kty":"oct"}'"#), at: #"'{"kty""#),
    Example(
      bad: OAuthExamples.api(
        publicKeyLines: "|\n  -----BEGIN PRIVATE KEY-----\n  AAECAwQF\n  -----END PRIVATE KEY-----"),
      good: OAuthExamples.api(
        publicKeyLines: "|\n  -----BEGIN PUBLIC KEY-----\n  AAECAwQF\n  -----END PUBLIC KEY-----"), at: "|\n"),
  ],
  checks: [.part(.api, checkPublicKeySecrecy)])

private func checkPublicKeySecrecy(_ api: Part, _ findings: inout Findings) {
  guard let value = api.publicKeyValue, value.material.isPrivate else { return }
  let material = value.material
  let parts = material.privatePartsText
  let consequence =
    material.kind == .symmetric
    ? Text(en: "A shared secret is no public key. ", zh: "对称密钥不是公钥。") : Text(en: "", zh: "")
  findings.report(
    at: .value(value.origin),
    Text(
      en:
        "\(value.field.spelling) gives away a private key: \(parts.en). \(consequence.en)Replace the key pair: it counts as known.",
      zh: "\(value.field.spelling) 泄露了私钥：\(parts.zh)。\(consequence.zh)请更换密钥对，原私钥应视为已泄露。"),
    help: Text(
      en:
        "Make a new key pair, keep its private half on the server that issues tokens, and write the public half here.",
      zh: "请重新生成密钥对，私钥只保存在签发 token 的服务器上，此处只填写公钥。"),
    mends: value.publicHalf.map { [.safe($0.title, .set(value.origin, .string($0.text)))] } ?? [])
}

extension PublicKeyValue {
  /// The value without its secret.
  fileprivate var publicHalf: (title: Text, text: String)? {
    guard material.kind != .symmetric else { return nil }
    let isPlainJWK = material.form == .jwk && !material.isBase64 && !material.isJSONText
    if isPlainJWK, material.membersInStandardBase64.isEmpty || documentedForm == nil,
      let text = material.jwkWithoutPrivateMembers
    {
      return (
        Text(en: "remove the private members (the key must be replaced all the same)", zh: "删除私钥成员（仍须更换密钥）"), text
      )
    }
    return documentedForm.map {
      (Text(en: "write the public half as a JWK (the key must be replaced all the same)", zh: "改为公钥的 JWK（仍须更换密钥）"), $0)
    }
  }
}

extension KeyMaterial {
  /// What gives the secret away, for messages.
  fileprivate var privatePartsText: Text {
    let names = privateParts.map { "`\($0)`" }.joined(separator: ", ")
    switch form {
    case .jwk, .jwkSet: return Text(en: "the JWK has \(names)", zh: "JWK 含有 \(names)")
    case .pem: return Text(en: "a PEM block \(names)", zh: "PEM 块 \(names)")
    case .der, .openSSH, .unknown: return Text(en: "the private key in binary form", zh: "二进制形式的私钥")
    }
  }
}
