/// Reads a public key in the one-line format of OpenSSH: a name, base64 of length-prefixed fields, a comment.
enum OpenSSHKey {
  /// The key; `nil` where the line does not begin with a name of that format.
  static func read(_ text: [UInt8]) -> KeyMaterial? {
    let words = text.split(whereSeparator: \.isWhiteSpace).prefix(2).map { Array($0) }
    guard words.count == 2 else { return nil }
    let name = String(decoding: words[0].prefix(40), as: UTF8.self)
    guard name.hasPrefix("ssh-") || name.hasPrefix("ecdsa-sha2-") else { return nil }
    var material = KeyMaterial(.openSSH)
    guard let blob = Base64.decode(words[1]), let fields = fields(of: blob.bytes),
      fields.first.map({ $0.elementsEqual(name.utf8) }) ?? false
    else {
      material.defect = .notAKey
      return material
    }
    material.keyCount = 1
    if name == "ssh-rsa", fields.count == 3 {
      let key = RSAPublicKey(modulus: fields[2], exponent: fields[1])
      material.kind = .rsa(key)
      material.defect = key.defect
    } else if name.hasPrefix("ecdsa-") {
      material.kind = .ellipticCurve("")
    } else {
      material.kind = .other(name)
    }
    return material
  }

  private static func fields(of blob: [UInt8]) -> [ArraySlice<UInt8>]? {
    var fields: [ArraySlice<UInt8>] = []
    var index = 0
    while index < blob.count {
      guard index + 4 <= blob.count else { return nil }
      let length = blob[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
      index += 4
      guard length <= blob.count - index else { return nil }
      fields.append(blob[index..<index + length])
      index += length
    }
    return fields
  }
}
