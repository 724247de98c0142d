/// What a text that should be a public key really holds.
///
/// The gateway documents one form: an RSA key as a JWK in one JSON text. All others are recognised so that the user can
/// be told what they are and be given the documented form.
public struct KeyMaterial: Sendable, Hashable {
  /// The form it is written in.
  public enum Form: Sendable, Hashable {
    /// A JSON object that is meant as a JWK.
    case jwk
    /// A JSON object with a list of keys, or a list itself.
    case jwkSet
    /// PEM: text lines between markers. The label of the first block.
    case pem(label: String)
    /// ASN.1 in binary form.
    case der
    /// A line of OpenSSH's own format.
    case openSSH
    /// None that is known.
    case unknown
  }

  /// What kind of key it is.
  public enum Kind: Sendable, Hashable {
    /// RSA.
    case rsa(RSAPublicKey)
    /// An elliptic curve; its name where it is known.
    case ellipticCurve(String)
    /// An Edwards or Montgomery curve: Ed25519, X448 and their like.
    case octetKeyPair(String)
    /// A secret that both sides share.
    case symmetric
    /// Another algorithm, by its name or object identifier.
    case other(String)
  }

  /// A member of a JWK that asks for something else than verifying RS256 signatures.
  public enum Conflict: Sendable, Hashable {
    /// `alg` names another algorithm.
    case algorithm(String)
    /// `use` names another use.
    case use(String)
    /// `key_ops` does not contain `verify`.
    case operations
  }

  /// The form it is written in, wrappings taken off.
  public var form: Form
  /// Whether it is wrapped in base64 as a whole.
  public var isBase64 = false
  /// Whether it is wrapped in a JSON text once more.
  public var isJSONText = false
  /// The key; `nil` where none can be read.
  public var kind: Kind?
  /// Why there is no usable key.
  public var defect: KeyDefect?
  /// What gives the secret away: names of JWK members, or the label of a PEM block, or `DER`. Never their values.
  public var privateParts: [String] = []
  /// JWK members that are written in standard base64: with `+`, `/` or `=`.
  public var membersInStandardBase64: [String] = []
  /// What a JWK asks for that RS256 verification is not.
  public var conflicts: [Conflict] = []
  /// How many different keys it holds.
  public var keyCount = 0
  /// Bytes behind the end of a binary key.
  public var trailingByteCount = 0
  /// The JSON text without its private members, on one line; `nil` where it has none or is no JWK.
  public var jwkWithoutPrivateMembers: String?

  init(_ form: Form) {
    self.form = form
  }

  /// The RSA key; `nil` where it is none or its numbers are impossible.
  public var rsa: RSAPublicKey? {
    guard defect == nil, case .rsa(let key) = kind else { return nil }
    return key
  }

  /// Whether it holds a secret.
  public var isPrivate: Bool { !privateParts.isEmpty }

  /// Whether it is written as the gateway documents it, whatever the key: one JWK in plain JSON.
  public var isDocumentedForm: Bool {
    form == .jwk && !isBase64 && !isJSONText && membersInStandardBase64.isEmpty
  }

  /// Whether a JWK member of this name is for the owner of a key alone (RFC 7518 §6).
  public static func isPrivateMember(_ name: some Collection<UInt8>) -> Bool {
    JSONKey.privateMembers.contains(String(decoding: name, as: UTF8.self))
  }

  /// Reads a text; `nil` where it holds nothing but white space.
  ///
  /// White space and a byte order mark around the key do not matter. Nothing that stands in the text makes it fail: what
  /// cannot be read is said by `defect`.
  /// - Complexity: O(n) in the length of the text.
  public static func read(_ text: some Sequence<UInt8>) -> KeyMaterial? {
    KeyReader.read(Array(text))
  }
}

/// Why a text is no usable key. Carries nothing of the key itself.
public enum KeyDefect: Sendable, Hashable {
  /// Neither JSON, PEM nor base64 of a key.
  case notAKey
  /// JSON that breaks at a byte of the text.
  case json(JSONFault, offset: Int)
  /// A JSON value that is no object.
  case notAnObject
  /// A JWK without `kty`.
  case keyTypeMissing
  /// A JWK whose `kty` is none that is registered, as written and shortened.
  case keyTypeUnknown(String)
  /// A symmetric key, which cannot verify what another side signed.
  case symmetric
  /// A member that a key of its type must have.
  case memberMissing(String)
  /// A member that must be a text.
  case memberNotText(String)
  /// A member with characters of neither base64 alphabet, or cut off.
  case memberNotBase64(String)
  /// An RSA key whose modulus is empty.
  case modulusEmpty
  /// An RSA modulus of so few bits that it is no key.
  case modulusTooShort(bits: Int)
  /// An even RSA modulus.
  case modulusEven
  /// An RSA exponent that is even or below 3.
  case exponentImpossible
  /// A curve that is none of the registered ones.
  case curveUnknown(String)
  /// A coordinate whose length does not fit its curve.
  case coordinateLength(String)
  /// A key set without keys.
  case noKeys
  /// A PEM block whose text is no base64 of a key.
  case pemBroken(label: String)
  /// A PEM block that holds no key.
  case pemWithoutKey(label: String)
  /// Binary data that is no key.
  case derBroken
  /// A private key that is encrypted, or of a kind from which gwlint cannot derive the public half.
  case publicHalfUnknown
}
