import SourceText

/// Tells JSON from YAML in flow style.
enum JSONForm {
  /// Whether a text is JSON: one flow collection without comments, anchors, tags or aliases, its texts in double quotes.
  /// - Complexity: O(1) for block texts, else O(n).
  static func isJSON(_ yaml: YAMLDocument) -> Bool {
    guard yaml.problem == nil, yaml.roots.count == 1, yaml.kind(yaml.roots[0]) != .scalar, yaml.isFlow(yaml.roots[0]),
      yaml.table.anchors.isEmpty, yaml.table.tags.isEmpty, startsWithBracket(yaml)
    else { return false }
    return yaml.subtree(of: yaml.roots[0]).allSatisfy { isJSON($0, in: yaml) } && yaml.comments.isEmpty
  }

  /// Whether a flow mapping is written as JSON writes it: keys and texts in double quotes.
  static func isJSONLike(_ mapping: NodeID, in yaml: YAMLDocument) -> Bool {
    guard yaml.isFlow(mapping), yaml.kind(mapping) == .mapping else { return false }
    var isEmpty = true
    for (key, value) in yaml.pairs(of: mapping) {
      isEmpty = false
      guard yaml.style(key) == .doubleQuoted, yaml.kind(value) != .scalar || isJSON(value, in: yaml) else {
        return false
      }
    }
    return !isEmpty
  }

  private static func startsWithBracket(_ yaml: YAMLDocument) -> Bool {
    yaml.source.bytes.withUnsafeBufferPointer { bytes in
      let start = bytes.skipToToken(from: bytes.byteOrderMarkLength)
      return start == Int(yaml.span(yaml.roots[0]).start)
    }
  }

  private static func isJSON(_ node: NodeID, in yaml: YAMLDocument) -> Bool {
    switch yaml.kind(node) {
    case .mapping, .sequence: return yaml.isFlow(node) && !yaml.isBracelessPair(node)
    case .alias: return false
    case .scalar:
      if yaml.style(node) == .doubleQuoted { return true }
      guard yaml.style(node) == .plain, !yaml.isKey(node), !yaml.isUnwritten(node) else { return false }
      return ScalarSchema.json.resolve(yaml.scalar(node)) != .string
    }
  }
}
