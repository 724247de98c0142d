import SwiftASN1

/// Reads keys in ASN.1: SPKI, PKCS#1, PKCS#8, SEC 1 and X.509.
enum DERKey {
  static func read(_ bytes: [UInt8]) -> KeyMaterial {
    var material = KeyMaterial(.der)
    guard let length = lengthOfFirstValue(in: bytes), length <= bytes.count,
      let root = try? DER.parse(bytes[..<length]), let content = content(of: root)
    else {
      material.defect = .derBroken
      return material
    }
    material.trailingByteCount = bytes.count - length
    material.kind = content.kind
    material.keyCount = content.kind == nil ? 0 : 1
    if content.isPrivate { material.privateParts = ["DER"] }
    switch content.kind {
    case .rsa(let key): material.defect = key.defect
    case nil: material.defect = .publicHalfUnknown
    default: break
    }
    return material
  }

  private typealias Content = (kind: KeyMaterial.Kind?, isPrivate: Bool)

  /// How many bytes the value takes that begins here, header included; `nil` where the header is broken.
  private static func lengthOfFirstValue(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 2 else { return nil }
    if bytes[1] < 0x80 { return 2 + Int(bytes[1]) }
    let count = Int(bytes[1] & 0x7F)
    guard (1...4).contains(count), bytes.count >= 2 + count else { return nil }
    return bytes[2..<2 + count].reduce(0) { $0 << 8 | Int($1) } + 2 + count
  }

  private static func content(of root: ASN1Node) -> Content? {
    guard let children = root.children, children.count >= 2 else { return nil }
    switch (children[0].identifier, children[1].identifier) {
    case (.integer, .integer): return rsaNumbers(children)
    case (.integer, .sequence): return pkcs8(children)
    case (.integer, .octetString): return (.ellipticCurve(curve(ofSEC1: children)), true)
    case (.sequence, .bitString): return children.count == 2 ? publicKeyInfo(children).map { ($0, false) } : nil
    case (.sequence, .octetString): return (nil, true)
    case (.sequence, .sequence): return certificate(children)
    default: return nil
    }
  }

  /// PKCS#1: two numbers are a public key, nine a private one behind its version. DSA's private keys have six.
  private static func rsaNumbers(_ children: [ASN1Node]) -> Content? {
    guard children.allSatisfy({ $0.identifier == .integer }) || children.count == 10 else { return nil }
    switch children.count {
    case 2: return rsa(children[0], children[1]).map { ($0, false) }
    case 9, 10: return rsa(children[1], children[2]).map { ($0, true) }
    case 6: return (.other("DSA"), true)
    default: return nil
    }
  }

  private static func rsa(_ modulus: ASN1Node, _ exponent: ASN1Node) -> KeyMaterial.Kind? {
    guard let modulus = modulus.unsignedInteger, let exponent = exponent.unsignedInteger else { return nil }
    return .rsa(RSAPublicKey(modulus: modulus, exponent: exponent))
  }

  /// PKCS#8: version, algorithm, and the key in a format that the algorithm decides.
  private static func pkcs8(_ children: [ASN1Node]) -> Content? {
    guard children.count >= 3, children[2].identifier == .octetString, case .primitive(let inner) = children[2].content,
      let algorithm = algorithm(of: children[1])
    else { return nil }
    guard algorithm.isRSA else { return (algorithm.kind, true) }
    guard let key = try? DER.parse(inner), let numbers = key.children, numbers.count >= 9 else { return (nil, true) }
    return (rsa(numbers[1], numbers[2]), true)
  }

  /// SPKI: algorithm, and the key as a bit string.
  private static func publicKeyInfo(_ children: [ASN1Node]) -> KeyMaterial.Kind? {
    guard let algorithm = algorithm(of: children[0]) else { return nil }
    guard algorithm.isRSA else { return algorithm.kind }
    guard let bits = try? ASN1BitString(derEncoded: children[1]), bits.paddingBits == 0,
      let key = try? DER.parse(bits.bytes), let numbers = key.children, numbers.count == 2
    else { return nil }
    return rsa(numbers[0], numbers[1])
  }

  /// X.509: the public key stands in the signed part, behind the subject. A signing request has it there too.
  private static func certificate(_ children: [ASN1Node]) -> Content? {
    guard children.count == 3, children[2].identifier == .bitString, let signed = children[0].children else {
      return nil
    }
    for node in signed {
      if let info = node.children, info.count == 2, info[0].identifier == .sequence, info[1].identifier == .bitString {
        return publicKeyInfo(info).map { ($0, false) }
      }
    }
    return nil
  }

  /// The curve that a SEC 1 private key names in its element with tag 0.
  private static func curve(ofSEC1 children: [ASN1Node]) -> String {
    for child in children.dropFirst(2) {
      if let parameters = child.children?.first, let oid = try? ASN1ObjectIdentifier(derEncoded: parameters) {
        return KeyAlgorithm.curveName(oid) ?? "\(oid)"
      }
    }
    return ""
  }

  private static func algorithm(of node: ASN1Node) -> KeyAlgorithm? {
    guard let children = node.children, let first = children.first,
      let oid = try? ASN1ObjectIdentifier(derEncoded: first)
    else { return nil }
    let parameters = children.dropFirst().first.flatMap { try? ASN1ObjectIdentifier(derEncoded: $0) }
    return KeyAlgorithm(oid: oid, parameters: parameters)
  }
}

/// The algorithm that a key names by its object identifier.
struct KeyAlgorithm {
  let oid: ASN1ObjectIdentifier
  let parameters: ASN1ObjectIdentifier?

  var isRSA: Bool { oid == [1, 2, 840, 113_549, 1, 1, 1] }

  /// What it is; for RSA the numbers must be read first.
  var kind: KeyMaterial.Kind {
    switch oid {
    case [1, 2, 840, 10045, 2, 1]: .ellipticCurve(parameters.map { Self.curveName($0) ?? "\($0)" } ?? "")
    case [1, 3, 101, 110]: .octetKeyPair("X25519")
    case [1, 3, 101, 111]: .octetKeyPair("X448")
    case [1, 3, 101, 112]: .octetKeyPair("Ed25519")
    case [1, 3, 101, 113]: .octetKeyPair("Ed448")
    case [1, 2, 840, 113_549, 1, 1, 10]: .other("RSASSA-PSS")
    case [1, 2, 840, 10040, 4, 1]: .other("DSA")
    default: .other("\(oid)")
    }
  }

  static func curveName(_ oid: ASN1ObjectIdentifier) -> String? {
    switch oid {
    case [1, 2, 840, 10045, 3, 1, 7]: "P-256"
    case [1, 3, 132, 0, 34]: "P-384"
    case [1, 3, 132, 0, 35]: "P-521"
    case [1, 3, 132, 0, 10]: "secp256k1"
    case [1, 2, 156, 10197, 1, 301]: "SM2"
    default: nil
    }
  }
}

extension ASN1Node {
  /// What it is built of; `nil` for a primitive value.
  fileprivate var children: [ASN1Node]? {
    guard case .constructed(let nodes) = content else { return nil }
    return Array(nodes)
  }

  /// The bytes of a number that is not negative.
  fileprivate var unsignedInteger: ArraySlice<UInt8>? {
    guard identifier == .integer, case .primitive(let bytes) = content, let first = bytes.first, first < 0x80 else {
      return nil
    }
    return bytes
  }
}
