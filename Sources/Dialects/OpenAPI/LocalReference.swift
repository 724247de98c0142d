public import YAMLDocument

/// References within one file, such as `#/components/parameters/Id`.
public enum LocalReference {
  /// The node that a reference names; `nil` where there is none or the reference leads out of the file.
  /// - Parameter root: the root of the document that the reference stands in.
  public static func target(of reference: String, in yaml: YAMLDocument, root: NodeID) -> NodeID? {
    guard reference.hasPrefix("#/") else { return nil }
    var node = root
    for token in reference.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
      let key = unescape(token)
      switch yaml.kind(node) {
      case .mapping:
        guard let value = yaml.value(of: node, key: key) else { return nil }
        node = yaml.resolved(value)
      case .sequence:
        guard let index = Int(key), let item = Array(yaml.children(of: node)).dropFirst(index).first else { return nil }
        node = yaml.resolved(item)
      case .scalar, .alias: return nil
      }
    }
    return node
  }

  /// A token of a JSON pointer without its escapes `~0`, `~1` and percent signs.
  private static func unescape(_ token: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = token.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "~"), let next = rest.first, next == UInt8(ascii: "0") || next == UInt8(ascii: "1") {
        bytes.append(next == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/"))
        rest.removeFirst()
      } else if byte == UInt8(ascii: "%"),
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.count >= 2
      {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
