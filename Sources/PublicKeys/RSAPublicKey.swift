/// The two numbers of an RSA public key.
public struct RSAPublicKey: Sendable, Hashable {
  /// The modulus, most significant byte first, without leading zeros.
  public let modulus: [UInt8]
  /// The public exponent, most significant byte first, without leading zeros.
  public let exponent: [UInt8]

  /// A key from its numbers; leading zeros are dropped.
  public init(modulus: some Sequence<UInt8>, exponent: some Sequence<UInt8>) {
    self.modulus = Array(modulus.drop { $0 == 0 })
    self.exponent = Array(exponent.drop { $0 == 0 })
  }

  /// Length of the modulus in bits.
  public var bitLength: Int {
    modulus.first.map { modulus.count * 8 - $0.leadingZeroBitCount } ?? 0
  }

  /// Whether the public exponent is 3.
  public var hasExponentThree: Bool { exponent == [3] }

  /// The key as the one-line JWK that the vendor's sample prints: members `e`, `kty`, `n` in this order.
  public var jwk: String {
    #"{"e":"\#(Base64.urlEncoded(exponent))","kty":"RSA","n":"\#(Base64.urlEncoded(modulus))"}"#
  }

  /// Moduli below this many bits are placeholders or accidents; no deployed key was ever shorter.
  public static let shortestModulus = 512

  /// Why the numbers cannot be those of a key; `nil` where they can.
  var defect: KeyDefect? {
    if bitLength < Self.shortestModulus { return .modulusTooShort(bits: bitLength) }
    if modulus.last.map({ $0 & 1 == 0 }) ?? true { return .modulusEven }
    if exponent.last.map({ $0 & 1 == 0 }) ?? true || exponent == [1] { return .exponentImpossible }
    return nil
  }
}
