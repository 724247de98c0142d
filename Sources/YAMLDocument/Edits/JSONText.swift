/// The JSON text of nodes, on one line and without blanks, members in the order in which they are written.
public enum JSONText {
  /// The text; nil where JSON has no word for a value (`.inf`, a key that is no scalar), or where what is meant depends
  /// on aliases, tags, merges or a key that stands twice.
  /// - Complexity: O(n) in the number of nodes below the node.
  public static func text(of node: NodeID, in yaml: YAMLDocument, schema: ScalarSchema) -> String? {
    text(of: node, yaml, schema)
  }

  private static func text(of node: NodeID, _ yaml: YAMLDocument, _ schema: ScalarSchema) -> String? {
    guard yaml.tag(node) == nil else { return nil }
    switch yaml.kind(node) {
    case .alias: return nil
    case .scalar: return scalar(node, yaml, schema)
    case .sequence:
      var items: [String] = []
      for item in yaml.children(of: node) {
        guard let text = text(of: item, yaml, schema) else { return nil }
        items.append(text)
      }
      return "[" + items.joined(separator: ",") + "]"
    case .mapping:
      guard yaml.duplicateKeys(in: node).isEmpty else { return nil }
      var members: [String] = []
      for (key, value) in yaml.pairs(of: node) {
        guard yaml.kind(key) == .scalar, !yaml.isMergeKey(key), let text = text(of: value, yaml, schema) else {
          return nil
        }
        members.append(ScalarWriter.doubleQuoted(yaml.string(key)) + ":" + text)
      }
      return "{" + members.joined(separator: ",") + "}"
    }
  }

  private static func scalar(_ node: NodeID, _ yaml: YAMLDocument, _ schema: ScalarSchema) -> String? {
    switch yaml.resolve(node, schema: schema) {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .string: return ScalarWriter.doubleQuoted(yaml.string(node))
    case .integer, .float:
      if ScalarSchema.json.resolve(yaml.scalar(node)) != .string { return yaml.string(node) }
      switch yaml.resolve(node, schema: schema) {
      case .integer(let value?): return String(value)
      case .float(let value) where value.isFinite: return "\(value)"
      default: return nil
      }
    }
  }
}
