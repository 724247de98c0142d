import PublicKeys
import Testing

/// Keys of other kinds, placeholders and accidents.
@Suite struct DefectTests {
  static let modulus =
    "4RSGdy_tPJA-8EsTNQ79gMaAUNhFtaj9DtjYS2VqpTaTmQmdVqI7Du3g4bN2GihnSua65-VBZypnunnj0ljHPkHziqnCGiNlhKY"

  static let defects: [(String, KeyDefect)] = [
    ("公钥内容", .notAKey), ("dkdd", .notAKey), ("xxxxxxxx", .notAKey), ("<your public key>", .notAKey),
    ("MAIN", .notAKey), ("0", .notAKey), ("\"x\"", .notAKey), ("\"", .notAKey),
    (#"{"e":"AQAB","kty":"RSA","n":"xxxxxxxx"}"#, .modulusTooShort(bits: 48)),
    (#"{"e":"AQAB","kty":"RSA","n":"dkdd"}"#, .modulusTooShort(bits: 23)),
    (#"{"kty":"RSA","alg":"RS256","e":"","n":"公钥内容"}"#, .memberNotBase64("n")),
    (#"{"kty":"RSA","alg":"RS256","e":"AQAB","n":""}"#, .modulusEmpty),
    (#"{"kty":"RSA","e":"AQAB"}"#, .memberMissing("n")), (#"{"kty":"RSA","n":"\#(modulus)"}"#, .memberMissing("e")),
    (#"{"kty":"RSA","e":65537,"n":"\#(modulus)"}"#, .memberNotText("e")),
    (#"{"kty":"RSA","e":"AQAB","n":["a"]}"#, .memberNotText("n")),
    (#"{"kty":"RSA","e":"A","n":"\#(modulus)"}"#, .memberNotBase64("e")),
    (#"{"kty":"RSA","e":"AQAB","n":"AB CD"}"#, .memberNotBase64("n")),
    (#"{"kty":"RSA","e":"AQAB","n":"\#(modulus)"}"#, .modulusEven),
    (KeyVectors.rsaA.replacing("AQAB", with: "AQAC"), .exponentImpossible),
    (KeyVectors.rsaA.replacing("AQAB", with: "AQ"), .exponentImpossible), ("{}", .keyTypeMissing),
    (#"{"e":"AQAB","n":"a"}"#, .keyTypeMissing), (#"{"kty":"rsa"}"#, .keyTypeUnknown("rsa")),
    (#"{"kty":1}"#, .memberNotText("kty")), (#"{"kty":"oct"}"#, .symmetric),
    (#"{"keys":[]}"#, .noKeys), ("[]", .noKeys), (#"{"keys":{}}"#, .noKeys),
    (#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#, .coordinateLength("x")),
    (#"{"kty":"EC","crv":"P-999","x":"AA","y":"AA"}"#, .curveUnknown("P-999")),
    (#"{"e":"AQAB","kty":"RSA","n":"abc}"#, .json(.brokenText, offset: 28)),
    ("{'e':'AQAB'}", .json(.nameExpected, offset: 1)), (#"{"e" "AQAB"}"#, .json(.colonExpected, offset: 5)),
    (#"{"e":AQAB}"#, .json(.valueExpected, offset: 5)),
    (#"{"e":"AQAB" "n":""}"#, .json(.separatorExpected, offset: 12)),
    (#"{"e":"AQAB",}"#, .json(.nameExpected, offset: 12)), ("{} x", .json(.textBehindEnd, offset: 3)),
    (String(repeating: "[", count: 100), .json(.tooDeep, offset: 12)),
    (#"{"e":01}"#, .json(.valueExpected, offset: 5)),
    ("-----BEGIN PUBLIC KEY-----\n...\n-----END PUBLIC KEY-----", .pemBroken(label: "PUBLIC KEY")),
    ("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", .pemBroken(label: "PUBLIC KEY")),
    ("-----BEGIN PUBLIC KEY-----", .pemBroken(label: "PUBLIC KEY")),
    ("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----", .pemBroken(label: "CERTIFICATE")),
    ("-----BEGIN DH PARAMETERS-----\nAAAA\n-----END DH PARAMETERS-----", .pemWithoutKey(label: "DH PARAMETERS")),
    (String(KeyVectors.body(KeyVectors.rsaASPKI).prefix(80)), .derBroken), ("ssh-rsa AAAA", .notAKey),
  ]

  @Test(arguments: defects) func defectIsNamed(_ text: String, _ defect: KeyDefect) throws {
    let material = try read(text)
    #expect(material.defect == defect)
    #expect(material.rsa == nil)
    #expect(!material.isPrivate)
  }

  @Test func shortModulusIsNoKeyAndWeakModulusIs() throws {
    #expect(try read(KeyVectors.rsa1024).rsa?.bitLength == 1024)
    #expect(try read(KeyVectors.rsa1024).defect == nil)
    let three = try #require(try read(KeyVectors.exponentThree).rsa)
    #expect(three.hasExponentThree && three.bitLength == 2048)
    #expect(three.jwk.hasPrefix(#"{"e":"Aw","kty":"RSA","n":"2ua3"#))
  }

  @Test(arguments: [
    (KeyVectors.ecA, KeyMaterial.Kind.ellipticCurve("P-256")), (KeyVectors.ecASPKI, .ellipticCurve("P-256")),
    (KeyVectors.ed25519, .octetKeyPair("Ed25519")), (KeyVectors.pss, .other("RSASSA-PSS")),
    (#"{"kty":"OKP","crv":"Ed25519","x":"TlekeVUogLMf4YN3Vgpf2r3rs9dygg-dTYeZTpsopNc"}"#, .octetKeyPair("Ed25519")),
  ]) func otherKindsAreValidKeys(_ text: String, _ kind: KeyMaterial.Kind) throws {
    let material = try read(text)
    #expect(material.kind == kind && material.defect == nil && material.rsa == nil && !material.isPrivate)
  }

  @Test func trailingBytesAreCounted() throws {
    let bytes = try #require(Base64.decode(KeyVectors.body(KeyVectors.rsaASPKI).utf8)).bytes
    let material = try read(Base64.urlEncoded(bytes + [1, 2, 3]))
    #expect(material.trailingByteCount == 3)
    #expect(material.rsa?.jwk == KeyVectors.rsaA)
  }

  @Test func severalKeysAreCounted() throws {
    #expect(try read(#"{"keys":[\#(KeyVectors.rsaA),\#(KeyVectors.rsaB)]}"#).keyCount == 2)
    #expect(try read(#"{"keys":[\#(KeyVectors.rsaA),\#(KeyVectors.rsaA)]}"#).keyCount == 1)
    #expect(try read(KeyVectors.rsaASPKI + "\n" + KeyVectors.rsaBSPKI).keyCount == 2)
  }

  @Test func conflictingMembersAreNamed() throws {
    func conflicts(_ members: String) throws -> [KeyMaterial.Conflict] {
      try read(KeyVectors.rsaA.dropLast() + "," + members + "}").conflicts
    }
    #expect(try conflicts(#""alg":"RS512""#) == [.algorithm("RS512")])
    #expect(try conflicts(#""use":"enc""#) == [.use("enc")])
    #expect(try conflicts(#""key_ops":["encrypt"]"#) == [.operations])
    #expect(try conflicts(#""key_ops":["sign","verify"],"use":"sig","alg":"RS256""#) == [])
  }

  @Test func longWordsAreCutInReports() throws {
    #expect(try read(#"{"kty":"\#(KeyVectors.modulusLike)"}"#).defect == .keyTypeUnknown("4RSGdy_tPJA-8EsT…"))
  }
}

extension KeyVectors {
  fileprivate static let modulusLike = DefectTests.modulus
}
