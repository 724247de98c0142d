import GatewayModel
import Linting
import PublicKeys

/// `oauth-public-key-invalid`.
let oauthPublicKeyInvalid: Rule = Rule(
  id: "oauth-public-key-invalid",
  family: .oauth,
  severity: .error,
  faults: [.oauthPublicKeyError],
  confidence: [.official, .inferred],
  summary: Text(
    en: "The public key cannot be read, or its numbers cannot be those of a key",
    zh: "公钥无法解析，或其数值不可能是公钥"),
  explanation: Text(
    en: """
      The text is neither JSON nor PEM nor base64 of a key; its JSON breaks; the JWK lacks a member or holds characters \
      that base64url does not have; the modulus is even or too short for any key (placeholders such as `xxxxxxxx`); the \
      exponent is even or below 3. Several keys in one field, and bytes behind a key, are a warning.
      """,
    zh: """
      文本既不是 JSON、PEM，也不是公钥的 base64；或 JSON 有语法错误；或 JWK 缺少成员、含有 base64url 之外的字符；\
      或模数为偶数、短到不可能是公钥（如占位符 `xxxxxxxx`）；或指数为偶数、小于 3。一个字段中有多把公钥、公钥后面有多余字节时给出警告。
      """),
  runtime: Text(
    en: "The key is refused, or calls of the APIs that rely on it are answered with 481 `Oauth public key error.`",
    zh: "公钥被拒绝，或调用依赖它的业务 API 时返回 481 `Oauth public key error.`"),
  evidence: Text(
    en: "The documentation gives the form of the key; which defects the gateway looks for is deduced.",
    zh: "公钥的格式见官方文档；网关具体检查哪些内容属于推断。"),
  url: OAuthExamples.page,
  examples: [
    Example(
      bad: OAuthExamples.api(publicKey: #"'{"e":"AQAB","kty":"RSA","n":"xxxxxxxx"}'"#),
      good: OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'"), at: #"'{"e""#),
    Example(
      bad: OAuthExamples.api(publicKey: "公钥内容"), good: OAuthExamples.api(publicKey: "'${file(key.json)}'"),
      at: "公钥内容"),
    Example(
      bad: OAuthExamples.api(publicKey: #"'{"e":"AQAB","kty":"RSA","n":"dkdd}'"#),
      good: OAuthExamples.api(publicKey: "'{{ public_key }}'"), at: #"'{"e""#),
    Example(
      bad: OAuthExamples.api(publicKey: #"'{"keys":[]}'"#), good: OAuthExamples.api(publicKey: "''"),
      at: #"'{"keys""#),
    Example(
      bad: OAuthExamples.api(publicKeyLines: "|\n  -----BEGIN PUBLIC KEY-----\n  ...\n  -----END PUBLIC KEY-----"),
      good: OAuthExamples.api(publicKeyLines: OAuthExamples.key), at: "|\n"),
  ],
  checks: [.part(.api, checkPublicKeyValidity)])

private func checkPublicKeyValidity(_ api: Part, _ findings: inout Findings) {
  guard api.oauthConfigMayCount, let value = api.publicKeyValue else { return }
  let material = value.material
  let key = value.field.spelling
  if let defect = material.defect {
    guard value.isReportedAsInvalid(defect) else { return }
    let reason = defect.text
    findings.report(
      at: .value(value.origin), Text(en: "\(key) is no public key: \(reason.en).", zh: "\(key) 不是有效的公钥：\(reason.zh)。"),
      help: Text(
        en: "Write the public key as a JWK in one JSON text: `{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"…\"}`.",
        zh: "请填写一段 JSON 文本形式的 JWK 公钥：`{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"…\"}`。"))
  } else if material.keyCount > 1 {
    findings.report(
      at: .value(value.origin),
      Text(
        en: "\(key) holds \(material.keyCount) different keys; the gateway documents one.",
        zh: "\(key) 中有 \(material.keyCount) 把不同的公钥，而文档只支持一把。"),
      severity: .warning,
      help: Text(
        en: "Keep the key that the tokens are signed with.", zh: "请只保留签发 token 所用的那把公钥。"))
  } else if material.trailingByteCount > 0 {
    findings.report(
      at: .value(value.origin),
      Text(
        en: "\(material.trailingByteCount) bytes follow the key in \(key): it was cut or joined wrongly.",
        zh: "\(key) 的公钥后面有 \(material.trailingByteCount) 个多余字节，可能被截断或拼接过。"),
      severity: .warning, help: Text(en: "Copy the key again.", zh: "请重新复制公钥。"))
  }
}

extension PublicKeyValue {
  /// Whether no narrower rule speaks of a defect: a missing key, a secret, or a value that is no text at all.
  fileprivate func isReportedAsInvalid(_ defect: KeyDefect) -> Bool {
    switch defect {
    case .modulusEmpty: false
    case .symmetric, .publicHalfUnknown: !material.isPrivate
    case .keyTypeMissing, .notAnObject, .noKeys: field.isText
    default: true
    }
  }
}

extension KeyDefect {
  /// What is wrong, as the end of a sentence.
  fileprivate var text: Text {
    switch self {
    case .notAKey:
      Text(
        en: "it is neither JSON nor PEM nor base64 of a key, so probably a placeholder",
        zh: "内容既不是 JSON、PEM，也不是公钥的 base64，可能是占位符")
    case .json(let fault, let offset):
      Text(
        en: "its JSON breaks at byte \(offset + 1), where \(fault.text.en)",
        zh: "JSON 在第 \(offset + 1) 个字节处出错，\(fault.text.zh)")
    case .notAnObject: Text(en: "its JSON is no object", zh: "JSON 不是对象")
    case .keyTypeMissing: Text(en: "the JWK has no `kty`", zh: "JWK 缺少 `kty`")
    case .keyTypeUnknown(let type):
      Text(en: "`kty` is `\(type)`, which no standard knows; write `RSA`", zh: "`kty` 为 `\(type)`，标准中没有这种类型，应为 `RSA`")
    case .symmetric:
      Text(
        en: "`kty` is `oct`, a shared secret that verifies no signature of another side",
        zh: "`kty` 为 `oct`，对称密钥不能用来验证他人的签名")
    case .memberMissing(let name): Text(en: "the JWK has no `\(name)`", zh: "JWK 缺少 `\(name)`")
    case .memberNotText(let name): Text(en: "`\(name)` of the JWK is no text", zh: "JWK 的 `\(name)` 不是字符串")
    case .memberNotBase64(let name):
      Text(
        en: "`\(name)` of the JWK is empty, cut off, or has characters that base64url does not have",
        zh: "JWK 的 `\(name)` 为空、不完整，或含有 base64url 之外的字符")
    case .modulusEmpty: Text(en: "the modulus `n` is empty", zh: "模数 `n` 为空")
    case .modulusTooShort(let bits):
      Text(
        en: "the modulus `n` has \(bits) bits where a key has at least \(RSAPublicKey.shortestModulus)",
        zh: "模数 `n` 只有 \(bits) 位，公钥至少有 \(RSAPublicKey.shortestModulus) 位")
    case .modulusEven: Text(en: "the modulus `n` is even", zh: "模数 `n` 是偶数")
    case .exponentImpossible:
      Text(en: "the exponent `e` is even or below 3; the usual one is `AQAB`", zh: "指数 `e` 是偶数或小于 3，常用值为 `AQAB`")
    case .curveUnknown(let name): Text(en: "no standard knows the curve `\(name)`", zh: "标准中没有曲线 `\(name)`")
    case .coordinateLength(let name):
      Text(en: "the length of `\(name)` does not fit the curve", zh: "`\(name)` 的长度与曲线不符")
    case .noKeys: Text(en: "the key set is empty", zh: "JWKS 中没有公钥")
    case .pemBroken(let label):
      Text(en: "the text of the PEM block `\(label)` is no base64 of a key", zh: "PEM 块 `\(label)` 的内容不是公钥的 base64")
    case .pemWithoutKey(let label): Text(en: "a PEM block `\(label)` holds no public key", zh: "PEM 块 `\(label)` 中没有公钥")
    case .derBroken: Text(en: "it is base64, but not of a whole key", zh: "内容是 base64，但不是完整的公钥")
    case .publicHalfUnknown:
      Text(en: "the public half cannot be derived from it", zh: "无法由它得出公钥")
    }
  }
}

extension JSONFault {
  /// What stands at the place where JSON breaks, as the end of a sentence.
  fileprivate var text: Text {
    switch self {
    case .valueExpected: Text(en: "a value is due", zh: "此处应为值")
    case .nameExpected: Text(en: "a name in double quotes is due", zh: "此处应为双引号括起的成员名")
    case .colonExpected: Text(en: "a colon is due", zh: "此处应为冒号")
    case .separatorExpected: Text(en: "a comma or the closing bracket is due", zh: "此处应为逗号或右括号")
    case .brokenText: Text(en: "a text is not closed or holds a line end", zh: "字符串没有结束或含有换行")
    case .textBehindEnd: Text(en: "something follows the end", zh: "结束之后还有内容")
    case .tooDeep: Text(en: "it is nested deeper than a key is", zh: "嵌套层级超过公钥应有的深度")
    }
  }
}
