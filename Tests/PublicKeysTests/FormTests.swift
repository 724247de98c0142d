import PublicKeys
import Testing

/// Reads a text that is expected to hold something.
func read(_ text: String) throws -> KeyMaterial {
  try #require(KeyMaterial.read(text.utf8))
}

/// Standard base64 of a text.
func base64(_ text: String) -> String {
  let url = Base64.urlEncoded(Array(text.utf8)).replacing("-", with: "+").replacing("_", with: "/")
  return url + String(repeating: "=", count: (4 - url.utf8.count % 4) % 4)
}

/// Every form in which people paste a key.
@Suite struct FormTests {
  @Test(arguments: ["", " \n\t", "\u{FEFF} "]) func blankIsNothing(_ text: String) {
    #expect(KeyMaterial.read(text.utf8) == nil)
  }

  static let pretty = KeyVectors.rsaA.replacing(",", with: ",\n  ").replacing("{", with: "{\n  ")
    .replacing("}", with: "\n}\n")

  @Test(arguments: [
    KeyVectors.rsaA, " \(KeyVectors.rsaA)\n", "\u{FEFF}" + KeyVectors.rsaA, pretty,
    KeyVectors.rsaA.replacing(#""kty":"RSA""#, with: #""kty":"RSA","alg":"RS256","use":"sig","key_ops":["verify"]"#),
    KeyVectors.rsaA.replacing(#""e""#, with: #""\u0065""#),
  ]) func documentedFormIsAccepted(_ text: String) throws {
    let material = try read(text)
    #expect(material.isDocumentedForm && material.defect == nil && material.conflicts.isEmpty && !material.isPrivate)
    #expect(material.rsa?.bitLength == 2048)
    #expect(material.rsa?.jwk == KeyVectors.rsaA)
  }

  static let wrapped: [(String, String)] = [
    (KeyVectors.rsaASPKI, KeyVectors.rsaA), (KeyVectors.rsaAPKCS1, KeyVectors.rsaA),
    (KeyVectors.rsaBSPKI, KeyVectors.rsaB), (KeyVectors.rsaBPKCS1, KeyVectors.rsaB),
    (KeyVectors.rsaBCertificate, KeyVectors.rsaB), (KeyVectors.rsaBOpenSSH, KeyVectors.rsaB),
    (KeyVectors.body(KeyVectors.rsaASPKI), KeyVectors.rsaA),
    (KeyVectors.body(KeyVectors.rsaAPKCS1), KeyVectors.rsaA),
    (KeyVectors.body(KeyVectors.rsaBCertificate), KeyVectors.rsaB),
    (KeyVectors.body(KeyVectors.rsaASPKI).replacing("+", with: "-").replacing("/", with: "_"), KeyVectors.rsaA),
    (KeyVectors.rsaASPKI.replacing("\n", with: #"\n"#), KeyVectors.rsaA),
    (KeyVectors.rsaASPKI.replacing("\n", with: " "), KeyVectors.rsaA),
    (KeyVectors.rsaASPKI.replacing("\n", with: "\r\n"), KeyVectors.rsaA),
    (base64(KeyVectors.rsaA), KeyVectors.rsaA), (base64(KeyVectors.rsaASPKI), KeyVectors.rsaA),
    (base64(FormTests.pretty), KeyVectors.rsaA), (base64(base64(KeyVectors.rsaA)), ""),
    (#"{"keys":[\#(KeyVectors.rsaA)]}"#, KeyVectors.rsaA), ("[\(KeyVectors.rsaA)]", KeyVectors.rsaA),
    ("\"" + KeyVectors.rsaA.replacing("\"", with: #"\""#) + "\"", KeyVectors.rsaA),
    (KeyVectors.rsaA.replacing("-", with: "+").replacing("_", with: "/"), KeyVectors.rsaA),
    (KeyVectors.rsaA.replacing(#"42Q""#, with: #"42Q==""#), KeyVectors.rsaA),
  ]

  @Test(arguments: wrapped) func otherFormsAreRecognisedAndConverted(_ text: String, _ jwk: String) throws {
    let material = try read(text)
    #expect(!material.isDocumentedForm)
    guard !jwk.isEmpty else {
      #expect(material.defect == .notAKey, "base64 twice is not guessed at")
      return
    }
    #expect(material.rsa?.jwk == jwk, "\(material)")
    #expect(material.keyCount == 1 && !material.isPrivate)
  }

  @Test func formIsNamed() throws {
    #expect(try read(KeyVectors.rsaASPKI).form == .pem(label: "PUBLIC KEY"))
    #expect(try read(KeyVectors.rsaBCertificate).form == .pem(label: "CERTIFICATE"))
    #expect(try read(KeyVectors.body(KeyVectors.rsaASPKI)).form == .der)
    #expect(try read(base64(KeyVectors.rsaA)).form == .jwk)
    #expect(try read(base64(KeyVectors.rsaA)).isBase64)
    #expect(try read(KeyVectors.rsaBOpenSSH).form == .openSSH)
  }

  @Test func conversionDropsLeadingZeros() {
    let key = RSAPublicKey(modulus: [0, 0, 0xC1] + [UInt8](repeating: 1, count: 127), exponent: [0, 1, 0, 1])
    #expect(key.bitLength == 1024)
    #expect(key.jwk.hasPrefix(#"{"e":"AQAB","kty":"RSA","n":"wQEB"#))
  }
}

/// Secrets in a place that is public.
@Suite struct PrivateMaterialTests {
  @Test(arguments: [
    KeyVectors.rsaBPrivate, KeyVectors.rsaBPrivatePKCS8, KeyVectors.body(KeyVectors.rsaBPrivate),
    KeyVectors.body(KeyVectors.rsaBPrivatePKCS8), base64(KeyVectors.rsaBPrivate),
    KeyVectors.rsaBPrivate + "\n" + KeyVectors.rsaBSPKI, KeyVectors.rsaBSPKI + "\n" + KeyVectors.rsaBPrivatePKCS8,
  ]) func publicHalfIsDerived(_ text: String) throws {
    let material = try read(text)
    #expect(material.isPrivate)
    #expect(material.keyCount == 1)
    #expect(material.rsa?.jwk == KeyVectors.rsaB)
  }

  @Test(arguments: [
    KeyVectors.rsaBEncrypted, KeyVectors.rsaBEncryptedTraditional, KeyVectors.body(KeyVectors.rsaBEncrypted),
    "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----",
    "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
  ]) func privateHalfThatCannotBeReadIsStillPrivate(_ text: String) throws {
    let material = try read(text)
    #expect(material.isPrivate)
    #expect(material.rsa == nil)
    #expect(material.defect == .publicHalfUnknown)
  }

  @Test func curvesAreToldApart() throws {
    #expect(try read(KeyVectors.ecPrivate).isPrivate)
    #expect(try read(KeyVectors.ecPrivate).kind == .ellipticCurve("P-256"))
    #expect(try read(KeyVectors.ed25519Private).isPrivate)
    #expect(try read(KeyVectors.ed25519Private).kind == .octetKeyPair("Ed25519"))
  }

  @Test(arguments: ["d", "p", "q", "dp", "dq", "qi", "k"]) func privateMembersAreNamedAndDropped(_ name: String) throws
  {
    let text = KeyVectors.rsaA.dropLast() + #","\#(name)":"AAECAwQF","kid":"1"}"#
    let material = try read(String(text))
    #expect(material.privateParts == [name])
    #expect(material.jwkWithoutPrivateMembers == KeyVectors.rsaA.dropLast() + #","kid":"1"}"#)
    #expect(material.rsa?.jwk == KeyVectors.rsaA)
  }

  @Test func otherPrimesAreDropped() throws {
    let text = KeyVectors.rsaA.dropLast() + #","oth":[{"r":"AA","d":"AA","t":"AA"}]}"#
    #expect(try read(String(text)).jwkWithoutPrivateMembers == KeyVectors.rsaA)
  }

  @Test func setIsPrivateIfAnyKeyIs() throws {
    let secret = KeyVectors.rsaB.dropLast() + #","d":"AAEC"}"#
    #expect(try read(#"{"keys":[\#(KeyVectors.rsaA),\#(secret)]}"#).privateParts == ["d"])
  }

  @Test func symmetricKeyIsPrivate() throws {
    let material = try read(#"{"kty":"oct","k":"AAECAwQF"}"#)
    #expect(material.privateParts == ["k"] && material.kind == .symmetric && material.defect == .symmetric)
  }

  @Test func emptyPrivateMembersGiveNothingAway() throws {
    #expect(try !read(String(KeyVectors.rsaA.dropLast() + #","d":""}"#)).isPrivate)
  }
}
