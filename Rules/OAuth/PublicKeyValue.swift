import GatewayModel
import PublicKeys
import YAMLDocument

/// The value of a public key field, and what it holds.
struct PublicKeyValue {
  /// The field.
  let field: Field
  /// Where its value is written.
  let origin: Origin
  /// What the text holds; for a mapping or list, what its JSON text would hold.
  let material: KeyMaterial

  /// The value as it should be written, where the key can be given in that form without loss.
  var documentedForm: String? { material.keyCount > 1 ? nil : material.rsa?.jwk }
}

extension Part {
  /// The API's public key; `nil` where none is written, it is filled in later, or it is a number or a truth value.
  var publicKeyValue: PublicKeyValue? {
    let field = self[.oauthPublicKey]
    guard let origin = field.origin else { return nil }
    let text: String?
    switch field.shape {
    case .null: return nil
    case .scalar: text = field.isTemplated || !field.isText ? nil : field.text
    case .list, .mapping: text = JSONText(of: project.document(origin.document).yaml).text(of: origin.node)
    }
    return text.flatMap { KeyMaterial.read($0.utf8) }
      .map { PublicKeyValue(field: field, origin: origin, material: $0) }
  }
}

/// Writes a small collection as JSON; `nil` where it holds a text that is filled in later, or more than a key ever has.
private struct JSONText {
  private let yaml: YAMLDocument
  private static let depthLimit = 6
  private static let nodeLimit = 400

  init(of yaml: YAMLDocument) {
    self.yaml = yaml
  }

  func text(of node: NodeID) -> String? {
    var room = Self.nodeLimit
    return text(of: node, depth: 0, room: &room)
  }

  private func text(of node: NodeID, depth: Int, room: inout Int) -> String? {
    let node = yaml.resolved(node)
    room -= 1
    guard room > 0, depth < Self.depthLimit else { return nil }
    switch yaml.kind(node) {
    case .alias: return nil
    case .scalar:
      let bytes = yaml.scalar(node)
      if Field.isTemplate(bytes) { return nil }
      switch yaml.resolve(node, schema: .core) {
      case .null: return "null"
      case .bool(let value): return value ? "true" : "false"
      case .integer, .float: return "0"
      case .string: return quoted(bytes)
      }
    case .sequence:
      var items: [String] = []
      for item in yaml.children(of: node) {
        guard let item = text(of: item, depth: depth + 1, room: &room) else { return nil }
        items.append(item)
      }
      return "[" + items.joined(separator: ",") + "]"
    case .mapping:
      var members: [String] = []
      for entry in yaml.entries(of: node) {
        guard yaml.kind(entry.key) == .scalar, let value = text(of: entry.value, depth: depth + 1, room: &room) else {
          return nil
        }
        members.append(quoted(yaml.scalar(entry.key)) + ":" + value)
      }
      return "{" + members.joined(separator: ",") + "}"
    }
  }

  private func quoted(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = [UInt8(ascii: "\"")]
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): text += Array("\\n".utf8)
      case 0..<0x20: text.append(0x20)
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
    return String(decoding: text, as: UTF8.self)
  }
}
