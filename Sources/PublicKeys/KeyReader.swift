/// Finds out which form a text is in, and takes its wrappings off.
struct KeyReader {
  /// How often a key may be wrapped in base64 or JSON text again.
  private static let wrappingLimit = 3

  static func read(_ text: [UInt8]) -> KeyMaterial? {
    let trimmed = trimmed(text[...])
    return trimmed.isEmpty ? nil : material(of: Array(trimmed), wrappings: 0)
  }

  private static func material(of text: [UInt8], wrappings: Int) -> KeyMaterial {
    switch text[0] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return JSONKey.read(text)
    case UInt8(ascii: "\""): return unquoted(text, wrappings: wrappings)
    case 0x30 where wrappings > 0: return DERKey.read(text)
    default: break
    }
    if let blocks = PEMBlock.blocks(in: text) { return PEMBlock.material(of: blocks) }
    if let key = OpenSSHKey.read(text) { return key }
    return decoded(text, wrappings: wrappings) ?? unknown(.notAKey)
  }

  /// A JSON text that holds the key as its content.
  private static func unquoted(_ text: [UInt8], wrappings: Int) -> KeyMaterial {
    do throws(JSONReader.Failure) {
      guard case .string(let content) = try JSONReader.read(text), wrappings < wrappingLimit else {
        return unknown(.notAKey)
      }
      let inner = Array(trimmed(Array(content.utf8)[...]))
      guard !inner.isEmpty else { return unknown(.notAKey) }
      var material = material(of: inner, wrappings: wrappings + 1)
      material.isJSONText = material.defect != .notAKey
      return material
    } catch {
      return unknown(.notAKey)
    }
  }

  /// What base64 wraps; `nil` where the text is no base64 of anything that begins like a key.
  private static func decoded(_ text: [UInt8], wrappings: Int) -> KeyMaterial? {
    guard wrappings < wrappingLimit, let decoded = Base64.decode(text, ignoresWhiteSpace: true) else { return nil }
    let inner = Array(trimmed(decoded.bytes[...]))
    guard let first = inner.first else { return nil }
    var material: KeyMaterial
    if first == 0x30 {
      material = DERKey.read(decoded.bytes)
      // Short words begin with any byte when they are decoded.
      if material.defect == .derBroken, text.count < 40 { return nil }
    } else if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || PEMBlock.blocks(in: inner) != nil {
      material = Self.material(of: inner, wrappings: wrappings + 1)
    } else {
      return nil
    }
    material.isBase64 = true
    return material
  }

  private static func unknown(_ defect: KeyDefect) -> KeyMaterial {
    var material = KeyMaterial(.unknown)
    material.defect = defect
    return material
  }

  /// Without white space and byte order marks around.
  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var text = text
    while let first = text.first {
      if first.isWhiteSpace {
        text.removeFirst()
      } else if text.starts(with: mark) {
        text.removeFirst(3)
      } else {
        break
      }
    }
    while let last = text.last, last.isWhiteSpace || text.suffix(3).elementsEqual(mark) {
      text.removeLast(last.isWhiteSpace ? 1 : 3)
    }
    return text
  }
}
