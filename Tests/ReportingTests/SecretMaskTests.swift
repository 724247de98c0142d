import Linting
import SourceText
import Testing

@testable import Reporting

/// No line that a report draws may show a secret beyond its first characters.
@Suite struct SecretMaskTests {
  private func masked(_ text: String) -> String {
    let source = SourceText(Array(text.utf8))
    let mask = SecretMask(source)
    return String(decoding: mask.line(ByteSpan(0, UInt32(source.bytes.count))), as: UTF8.self)
  }

  @Test(arguments: [
    ("AccessKeySecret: abcdefghijklmnop1234", "AccessKeySecret: abcd****************"),
    (#"{"AccessKeySecret": "abcdefgh"}"#, #"{"AccessKeySecret": "ab******"}"#),
    (#""{\"SecretKey\":\"abcdefgh\"}""#, #""{\"SecretKey\":\"ab******\"}""#),
    ("client_secret: 'p w, d'\nSecretName: k", "client_secret: 'p*****'\nSecretName: k"),
    ("db-password: abc # note", "db-password: *** # note"),
    ("{secret: open sesame,now, a: b}", "{secret: ope************, a: b}"), ("secret: ${env:S}", "secret: ${env:S}"),
    ("SecretNames: [a, b]\nSecretId: AKIDabcd", "SecretNames: [a, b]\nSecretId: AKIDabcd"),
    ("x-apigw-auth-type: SECRET", "x-apigw-auth-type: SECRET"), ("secret:", "secret:"),
    ("secret: \"abc", "secret: \"***"),
    (#"'{"kty":"RSA","n":"abcd","d":"AAECAwQF"}'"#, #"'{"kty":"RSA","n":"abcd","d":"AA******"}'"#),
    (#"{"kty":"oct","k":"AAECAwQF","kid":"1"}"#, #"{"kty":"oct","k":"AA******","kid":"1"}"#),
    ("kty: RSA\nd: AAECAwQF\nq: in use\n", "kty: RSA\nd: AA******\nq: in use\n"),
    (#"{"kty":"RSA","oth":[{"r":"AA"}]}"#, #"{"kty":"RSA","oth":[{"********]}"#),
    ("d: AAECAwQF", "d: AAECAwQF"),
    (
      "a: |\n  -----BEGIN PRIVATE KEY-----\n  AAECAwQF\n  AAEC\n  -----END PRIVATE KEY-----\n  b: c",
      "a: |\n  -----BEGIN PRIVATE KEY-----\n  AA******\n  A***\n  -----END PRIVATE KEY-----\n  b: c"
    ),
    (
      #""-----BEGIN RSA PRIVATE KEY-----\nAAECAwQF\n-----END RSA PRIVATE KEY-----""#,
      #""-----BEGIN RSA PRIVATE KEY-----\nAA******\n-----END RSA PRIVATE KEY-----""#
    ),
    (
      "-----BEGIN PUBLIC KEY-----\nAAECAwQF\n-----END PUBLIC KEY-----",
      "-----BEGIN PUBLIC KEY-----\nAAECAwQF\n-----END PUBLIC KEY-----"
    ),
  ]) func secretsAreStruckOut(_ text: String, _ expected: String) {
    #expect(masked(text) == expected)
  }

  /// The beginning of a private key of 1024 bits in PKCS#8, and of its public half.
  static let privateKey = "MIICdQIBADANBgkqhkiG9w0BAQEFAASCAl8wggJbAgEAAoGBAM+hNf51SHpT1udG"
  static let publicKey = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDPoTX+dUh6U9bnRukL7AL3n9ge"

  @Test func binaryKeysAreToldApart() {
    #expect(masked("PublicKey: \(Self.privateKey)") == "PublicKey: MIIC" + String(repeating: "*", count: 60))
    #expect(masked("|\n  \(Self.privateKey)\n  AAAAAAAA\n  b: c").hasSuffix("\n  AA******\n  b: c"))
    #expect(masked("PublicKey: \(Self.publicKey)") == "PublicKey: \(Self.publicKey)")
  }

  @Test func keysInBase64AreToldApart() {
    // {"kty":"oct","k":"AAECAwQFAAECAwQFAAECAwQF"} and the same with the name x instead of k.
    let secret = "eyJrdHkiOiJvY3QiLCJrIjoiQUFFQ0F3UUZBQUVDQXdRRkFBRUNBd1FGIn0"
    let open = "eyJrdHkiOiJvY3QiLCJ4IjoiQUFFQ0F3UUZBQUVDQXdRRkFBRUNBd1FGIn0"
    #expect(masked(secret).hasSuffix(String(repeating: "*", count: 50)))
    #expect(masked(open) == open)
  }

  @Test func reportsShowTheLineWithoutTheSecret() {
    let source = SourceText(Array("ApiKeys:\n  - {SecretName: 钥, AccessKeySecret: sesame_open_1234}\n".utf8))
    var report = SampleReports.report([SampleReports.diagnostic(bytes: 13..<23)])
    report.sources = ["a.yaml": source]
    let text = SampleReports.text { TextReport().write(report, to: $0) }
    #expect(text.contains("AccessKeySecret: sesa************}"))
    #expect(!text.contains("sesame_open"))
  }

  @Test(arguments: ["secret: ", "\"k\":\"", "PRIVATE KEY-----", "MIIC", ":", "\\\"secret\\\": \\\""])
  func hostileTextsAreReadInLinearTime(_ unit: String) {
    let text = "kty " + String(repeating: unit, count: 20_000)
    #expect(masked(text).utf8.count == text.utf8.count)
  }
}
