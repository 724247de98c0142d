/// Reads a key that is written in JSON: a JWK (RFC 7517), or a set of them.
struct JSONKey {
  private let text: [UInt8]
  private var material = KeyMaterial(.jwk)

  /// Members that only the owner of a key may know.
  static let privateMembers: Set<String> = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"]

  static func read(_ text: [UInt8]) -> KeyMaterial {
    var material = KeyMaterial(.jwk)
    do throws(JSONReader.Failure) {
      switch try JSONReader.read(text) {
      case .object(let members):
        if let keys = members.last(where: { $0.name == "keys" }), !members.contains(where: { $0.name == "kty" }) {
          return set(of: keys.value, text)
        }
        return key(of: members, text)
      case .array(let items): return set(of: .array(items), text)
      case .string, .other: material.defect = .notAnObject
      }
    } catch {
      material.defect = .json(error.fault, offset: error.offset)
    }
    return material
  }

  private static func set(of value: JSONValue, _ text: [UInt8]) -> KeyMaterial {
    var material = KeyMaterial(.jwkSet)
    guard case .array(let items) = value else {
      material.defect = .noKeys
      return material
    }
    let keys = items.compactMap { item -> KeyMaterial? in
      if case .object(let members) = item { key(of: members, text) } else { nil }
    }
    guard let first = keys.first else {
      material.defect = .noKeys
      return material
    }
    material = first
    material.form = .jwkSet
    material.jwkWithoutPrivateMembers = nil
    material.keyCount = Set(keys.map(\.kind)).count
    for key in keys.dropFirst() {
      material.privateParts += key.privateParts.filter { !material.privateParts.contains($0) }
    }
    return material
  }

  private static func key(of members: [JSONMember], _ text: [UInt8]) -> KeyMaterial {
    var reader = JSONKey(text: text)
    reader.readPrivateMembers(members)
    reader.readConflicts(members)
    reader.readKind(members)
    return reader.material
  }

  private init(text: [UInt8]) {
    self.text = text
  }

  private mutating func readPrivateMembers(_ members: [JSONMember]) {
    let secret = members.filter { Self.privateMembers.contains($0.name) && !$0.value.isEmptyText }
    guard !secret.isEmpty else { return }
    for member in secret where !material.privateParts.contains(member.name) {
      material.privateParts.append(member.name)
    }
    let open = members.filter { !Self.privateMembers.contains($0.name) }.map { member in
      String(decoding: text[member.nameRange], as: UTF8.self) + ":"
        + String(decoding: text[member.valueRange].filter { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    }
    material.jwkWithoutPrivateMembers = "{" + open.joined(separator: ",") + "}"
  }

  private mutating func readConflicts(_ members: [JSONMember]) {
    for member in members {
      switch (member.name, member.value) {
      case ("alg", .string(let name)) where name != "RS256": material.conflicts.append(.algorithm(Self.short(name)))
      case ("use", .string(let name)) where name != "sig": material.conflicts.append(.use(Self.short(name)))
      case ("key_ops", .array(let operations)) where !operations.contains { $0.isText("verify") }:
        material.conflicts.append(.operations)
      default: break
      }
    }
  }

  private mutating func readKind(_ members: [JSONMember]) {
    guard let type = members.last(where: { $0.name == "kty" }) else {
      material.defect = .keyTypeMissing
      return
    }
    guard case .string(let name) = type.value else {
      material.defect = .memberNotText("kty")
      return
    }
    do throws(Refusal) {
      switch name {
      case "RSA": try readRSA(members)
      case "EC": try readCurve(members, sizes: ["P-256": 32, "P-384": 48, "P-521": 66, "secp256k1": 32], ["x", "y"])
      case "OKP": try readCurve(members, sizes: ["Ed25519": 32, "Ed448": 57, "X25519": 32, "X448": 56], ["x"])
      case "oct":
        material.kind = .symmetric
        throw Refusal(defect: .symmetric)
      default: throw Refusal(defect: .keyTypeUnknown(Self.short(name)))
      }
      material.keyCount = 1
    } catch {
      material.defect = error.defect
    }
  }

  private struct Refusal: Error {
    var defect: KeyDefect
  }

  private mutating func readRSA(_ members: [JSONMember]) throws(Refusal) {
    if let modulus = members.last(where: { $0.name == "n" }), modulus.value.isEmptyText {
      throw Refusal(defect: .modulusEmpty)
    }
    let modulus = try number("n", of: members)
    let exponent = try number("e", of: members)
    let key = RSAPublicKey(modulus: modulus, exponent: exponent)
    material.kind = .rsa(key)
    if let defect = key.defect { throw Refusal(defect: defect) }
  }

  private mutating func readCurve(
    _ members: [JSONMember], sizes: [String: Int], _ coordinates: [String]
  ) throws(Refusal) {
    guard let curve = members.last(where: { $0.name == "crv" }) else { throw Refusal(defect: .memberMissing("crv")) }
    guard case .string(let name) = curve.value else { throw Refusal(defect: .memberNotText("crv")) }
    guard let size = sizes[name] else { throw Refusal(defect: .curveUnknown(Self.short(name))) }
    for coordinate in coordinates {
      guard try number(coordinate, of: members).count == size else {
        throw Refusal(defect: .coordinateLength(coordinate))
      }
    }
    material.kind = coordinates.count == 2 ? .ellipticCurve(name) : .octetKeyPair(name)
  }

  private mutating func number(_ name: String, of members: [JSONMember]) throws(Refusal) -> [UInt8] {
    guard let member = members.last(where: { $0.name == name }) else { throw Refusal(defect: .memberMissing(name)) }
    guard case .string(let text) = member.value else { throw Refusal(defect: .memberNotText(name)) }
    guard !text.isEmpty, let decoded = Base64.decode(text.utf8) else { throw Refusal(defect: .memberNotBase64(name)) }
    if !decoded.isUnpaddedURLForm { material.membersInStandardBase64.append(name) }
    return decoded.bytes
  }

  /// A word of the user's for messages, cut to a harmless length.
  private static func short(_ word: String) -> String {
    word.count > 16 ? word.prefix(16) + "…" : word
  }
}

extension JSONValue {
  fileprivate var isEmptyText: Bool {
    if case .string(let text) = self { return text.utf8.allSatisfy(\.isWhiteSpace) }
    return false
  }

  fileprivate func isText(_ word: String) -> Bool {
    if case .string(word) = self { return true }
    return false
  }
}
