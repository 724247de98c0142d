import GatewayModel
import YAMLDocument

extension OpenAPIReader {
  /// Reads an operation's parameters and, as far as they are not overridden, those of its path item.
  func readParameters(own: NodeID?, shared: NodeID?, operation: NodeID, root: NodeID, use: NodeID?) {
    var declared = Set<String>()
    if let own { readParameterList(own, root: root, use: use, skipping: [], into: &declared) }
    guard let shared else { return }
    var ignored = Set<String>()
    readParameterList(shared, root: root, use: operation, skipping: declared, into: &ignored)
  }

  private func readParameterList(
    _ value: NodeID, root: NodeID, use: NodeID?, skipping overridden: Set<String>, into declared: inout Set<String>
  ) {
    let list = yaml.resolved(value)
    guard yaml.kind(list) == .sequence else { return }
    let listUse = use ?? (list == value ? nil : value)
    for item in yaml.children(of: list) {
      guard !builder.limitReached else { return }
      var node = yaml.resolved(item)
      var use = listUse ?? (node == item ? nil : item)
      if let reference = yaml.value(of: node, key: "$ref") {
        guard let target = resolveReference(yaml.string(reference), root: root) else {
          builder.note(.unresolvedReference, key: reference, value: reference, use: use)
          builder.markIncomplete()
          continue
        }
        use = use ?? node
        node = target
      }
      guard yaml.kind(node) == .mapping else {
        builder.note(.itemNotMapping, key: node, value: node, use: use, within: .requestParameters)
        continue
      }
      let identity = identity(ofParameter: node)
      guard !overridden.contains(identity) else { continue }
      declared.insert(identity)
      readParameter(node, use: use)
    }
  }

  private func identity(ofParameter node: NodeID) -> String {
    let name = yaml.value(of: node, key: "name").map { yaml.string($0) } ?? ""
    let position = yaml.value(of: node, key: "in").map { yaml.string($0) } ?? ""
    return position + "\u{0}" + name
  }

  private func readParameter(_ node: NodeID, use: NodeID?) {
    builder.begin(.requestParameter, node: node, use: use)
    defer { builder.end() }
    for entry in yaml.entries(of: node) {
      let use = use ?? entry.use
      guard let field = Self.parameterKeys[yaml.scalar(entry.key)] else { continue }
      builder.set(field, value: entry.value, use: use)
      guard field == .parameterSchema, yaml.kind(yaml.resolved(entry.value)) == .mapping else { continue }
      for inner in yaml.entries(of: yaml.resolved(entry.value)) {
        if let field = Self.schemaKeys[yaml.scalar(inner.key)] {
          builder.set(field, value: inner.value, use: use ?? inner.use)
        }
      }
    }
  }

  private static let parameterKeys = KeyTable<FieldName>([
    ("name", .parameterName), ("in", .parameterPosition), ("required", .parameterRequired),
    ("description", .parameterDescription), ("schema", .parameterSchema), ("map_from", .mapFrom), ("MapFrom", .mapFrom),
  ])

  private static let schemaKeys = KeyTable<FieldName>([
    ("type", .parameterType), ("default", .parameterDefault), ("enum", .parameterEnum),
  ])
}
