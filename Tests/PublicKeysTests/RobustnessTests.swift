import PublicKeys
import Testing

/// No text may make the reader fail, and none may make it take longer than its length allows.
@Suite struct RobustnessTests {
  /// A generator whose numbers are the same in every run.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  static let seeds = [
    KeyVectors.rsaA, KeyVectors.rsaASPKI, KeyVectors.rsaBCertificate, KeyVectors.rsaBPrivatePKCS8, KeyVectors.ecPrivate,
    KeyVectors.rsaBOpenSSH, KeyVectors.rsaBEncryptedTraditional, base64(KeyVectors.rsaA),
    KeyVectors.body(KeyVectors.rsaBPrivate), #"{"keys":[\#(KeyVectors.rsaA)]}"#, KeyVectors.ecA,
  ]

  @Test(arguments: 0..<8) func mutationsNeverFail(_ seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    for _ in 0..<600 {
      var text = Array(Self.seeds.randomElement(using: &numbers)!.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &numbers) where !text.isEmpty {
        let index = Int.random(in: 0..<text.count, using: &numbers)
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: text[index] = UInt8.random(in: 0...255, using: &numbers)
        case 1: text.remove(at: index)
        case 2: text.insert(#""\{}[],:-=+/ "#.utf8.randomElement(using: &numbers)!, at: index)
        case 3: text.removeSubrange(index...)
        default: text.insert(contentsOf: text[index..<min(text.count, index + 9)], at: index)
        }
      }
      check(text)
    }
  }

  @Test func mutatedBinaryKeysNeverFail() throws {
    var numbers = Numbers(state: 99)
    for pem in [KeyVectors.rsaASPKI, KeyVectors.rsaBCertificate, KeyVectors.rsaBPrivate, KeyVectors.rsaBPrivatePKCS8] {
      let bytes = try #require(Base64.decode(KeyVectors.body(pem).utf8)).bytes
      for _ in 0..<800 {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...3, using: &numbers) {
          changed[Int.random(in: 0..<changed.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
        }
        if Bool.random(using: &numbers) { changed.removeLast(Int.random(in: 0..<changed.count, using: &numbers)) }
        check(Array(Base64.urlEncoded(changed).utf8))
      }
    }
  }

  @Test func randomBytesNeverFail() {
    var numbers = Numbers(state: 7)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...80, using: &numbers)
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) })
    }
  }

  @Test(arguments: ["-----BEGIN ", "{\"a\":", "[", "\"", "-----BEGIN A-----", "MIIB", "\\", "ssh-rsa "])
  func longRepetitionsAreReadInLinearTime(_ unit: String) {
    check(Array(String(repeating: unit, count: 200_000).utf8))
  }

  /// What is read is either a key that its own JWK form gives again, or says what is wrong.
  private func check(_ text: [UInt8]) {
    guard let material = KeyMaterial.read(text) else { return }
    #expect(material.defect != nil || material.kind != nil)
    if let key = material.rsa {
      let again = KeyMaterial.read(key.jwk.utf8)
      #expect(again?.rsa == key && again?.isDocumentedForm == true)
    }
    if let open = material.jwkWithoutPrivateMembers, material.form == .jwk {
      #expect(KeyMaterial.read(open.utf8)?.isPrivate == false)
    }
  }

  @Test func base64GivesTheBytesAgain() {
    var numbers = Numbers(state: 3)
    for count in 0..<100 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      #expect(Base64.decode(Base64.urlEncoded(bytes).utf8)?.bytes == bytes)
    }
    #expect(Base64.decode("_-8=".utf8)?.bytes == [255, 239])
    #expect(
      Base64.decode("_-8=".utf8)?.isUnpaddedURLForm == false && Base64.decode("_-8".utf8)?.isUnpaddedURLForm == true)
    #expect(Base64.decode("a=b".utf8) == nil && Base64.decode("a".utf8) == nil && Base64.decode("é".utf8) == nil)
  }
}
