import GatewayModel
import Linting
import PublicKeys

/// `oauth-public-key-unsupported`.
let oauthPublicKeyUnsupported: Rule = Rule(
  id: "oauth-public-key-unsupported",
  family: .oauth,
  severity: .warning,
  faults: [.oauthTokenVerifyError],
  confidence: [.inferred],
  summary: Text(
    en: "The key is valid, but not for RS256, the only signature that is documented",
    zh: "公钥有效，但不适用于文档中唯一的签名算法 RS256"),
  explanation: Text(
    en: """
      All of the vendor's samples use an RSA key and RS256. An elliptic or Edwards key, an `alg` other than RS256, a `use` \
      other than `sig` or `key_ops` without `verify` speak of something else.
      """,
    zh: """
      厂商的示例都使用 RSA 公钥和 RS256。椭圆曲线或 Edwards 曲线公钥、`alg` 不是 RS256、`use` 不是 `sig`、\
      `key_ops` 不含 `verify`，都表示另有用途。
      """),
  runtime: Text(
    en: "Tokens may be refused with 401 `Oauth id_token verify error.`",
    zh: "token 可能被拒绝，返回 401 `Oauth id_token verify error.`"),
  evidence: Text(
    en: "Only RSA with RS256 is documented; that other kinds fail is deduced.",
    zh: "文档只提到 RSA 和 RS256；其他类型会失败属于推断。"),
  url: OAuthExamples.page,
  examples: [
    Example(
      bad: OAuthExamples.api(
        publicKey:
          #"'{"kty":"EC","crv":"P-256","x":"TvqP9ksBd1hxy6VISovceEyWkoRMIx8PP8f6i90C60w","y":"t2SiC_X4qeupzNNZAzOLH8d7aNqW1aUK63nLdkvHI1k"}'"#
      ),
      good: OAuthExamples.api(publicKey: "'\(OAuthExamples.key)'"), at: #"'{"kty""#),
    Example(
      bad: OAuthExamples.api(publicKey: "'\(OAuthExamples.key.dropLast()),\"alg\":\"RS512\"}'"),
      good: OAuthExamples.api(publicKey: "'\(OAuthExamples.key.dropLast()),\"alg\":\"RS256\",\"use\":\"sig\"}'"),
      at: #"'{"e""#),
  ],
  checks: [.part(.api, checkPublicKeyKind)])

private func checkPublicKeyKind(_ api: Part, _ findings: inout Findings) {
  guard api.oauthConfigMayCount, let value = api.publicKeyValue, value.material.defect == nil,
    let reason = value.material.unsupportedText
  else { return }
  findings.report(
    at: .value(value.origin),
    Text(
      en: "\(reason.en); only RSA keys for RS256 are documented, so tokens may not verify.",
      zh: "\(reason.zh)；文档只提到用于 RS256 的 RSA 公钥，token 可能无法通过验证。"),
    help: Text(en: "Sign the tokens with RS256 and write that RSA key.", zh: "请使用 RS256 签发 token，并填写对应的 RSA 公钥。"))
}

extension KeyMaterial {
  /// What speaks against RS256; `nil` where nothing does.
  fileprivate var unsupportedText: Text? {
    switch kind {
    case .ellipticCurve(let name):
      return Text(en: "This is an elliptic key \(name)", zh: "这是椭圆曲线公钥 \(name)")
    case .octetKeyPair(let name): return Text(en: "This is an \(name) key", zh: "这是 \(name) 公钥")
    case .other(let name): return Text(en: "This is a key for \(name)", zh: "这是用于 \(name) 的公钥")
    case .rsa, .symmetric, nil: break
    }
    switch conflicts.first {
    case .algorithm(let name): return Text(en: "The key is meant for `\(name)`", zh: "该公钥用于 `\(name)`")
    case .use(let name):
      return Text(en: "The key has the use `\(name)`, not `sig`", zh: "该公钥的 `use` 为 `\(name)`，不是 `sig`")
    case .operations: return Text(en: "The key's `key_ops` lack `verify`", zh: "该公钥的 `key_ops` 不含 `verify`")
    case nil: return nil
    }
  }
}
