/// A block of PEM: a label and the text between its markers.
struct PEMBlock {
  var label: String
  var body: ArraySlice<UInt8>

  private static let opening = Array("-----BEGIN ".utf8)
  private static let dashes = Array("-----".utf8)

  /// The blocks of a text; `nil` where it has no opening marker. A block without closing marker reaches to the end.
  /// - Complexity: O(n).
  static func blocks(in text: [UInt8]) -> [PEMBlock]? {
    var blocks: [PEMBlock] = []
    var index = 0
    while let start = find(opening, in: text, from: index) {
      let labelStart = start + opening.count
      guard let labelEnd = find(dashes, in: text, from: labelStart) else { break }
      let bodyStart = labelEnd + dashes.count
      let bodyEnd = find(dashes, in: text, from: bodyStart) ?? text.count
      let label = String(decoding: text[labelStart..<labelEnd].prefix(40), as: UTF8.self)
      blocks.append(PEMBlock(label: label, body: text[bodyStart..<bodyEnd]))
      index = bodyEnd
    }
    return blocks.isEmpty ? nil : blocks
  }

  private static func find(_ needle: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard text.count >= needle.count else { return nil }
    var index = start
    while index <= text.count - needle.count {
      if text[index] == needle[0], text[index..<index + needle.count].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }

  /// What the blocks hold together.
  static func material(of blocks: [PEMBlock]) -> KeyMaterial {
    var material = KeyMaterial(.pem(label: blocks[0].label))
    var kinds: Set<KeyMaterial.Kind> = []
    for block in blocks {
      let content = block.content
      if block.isPrivate || content.isPrivate {
        if !material.privateParts.contains(block.label) { material.privateParts.append(block.label) }
      }
      material.trailingByteCount += content.trailingByteCount
      if let kind = content.kind {
        kinds.insert(kind)
        material.kind = material.kind ?? kind
      }
      if material.kind == nil { material.defect = material.defect ?? content.defect }
    }
    material.keyCount = kinds.count
    if let kind = material.kind {
      if case .rsa(let key) = kind { material.defect = key.defect } else { material.defect = nil }
    }
    return material
  }

  private var isPrivate: Bool { label.contains("PRIVATE KEY") }

  private var content: KeyMaterial {
    if let headerless = Base64.decode(body, ignoresWhiteSpace: true) {
      var material = DERKey.read(headerless.bytes)
      if material.defect == .derBroken { material.defect = defectOfUnknown }
      return material
    }
    var material = KeyMaterial(.der)
    material.defect = defectOfUnknown
    return material
  }

  /// What is wrong with a block whose text is no key that DER can hold.
  private var defectOfUnknown: KeyDefect {
    if isPrivate { return .publicHalfUnknown }
    return label.hasSuffix("PUBLIC KEY") || label.hasSuffix("CERTIFICATE")
      ? .pemBroken(label: label) : .pemWithoutKey(label: label)
  }
}
