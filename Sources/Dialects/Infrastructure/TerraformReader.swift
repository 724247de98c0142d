import GatewayModel
import YAMLDocument

/// Reads Terraform as JSON: what `terraform show -json` prints of a plan or state, and `*.tf.json` configuration.
///
/// Source: Terraform's JSON output format [inferred] and JSON configuration syntax.
struct TerraformReader: DialectReader {
  private let yaml: YAMLDocument
  private var resources: [Resource] = []
  /// What resources of a plan name, by address without index.
  private var configured: [String: [ResourceRole: ResourceReference]] = [:]
  /// The keys that attachments of a plan name, likewise.
  private var configuredKeys: [String: [ResourceReference]] = [:]

  static func recognise(_ root: NodeID, in yaml: YAMLDocument) -> Recognition {
    if let blocks = yaml.value(of: root, key: "resource"), yaml.value(of: root, key: "apiVersion") == nil {
      let types = yaml.pairs(of: yaml.resolved(blocks)).contains { isGatewayType(yaml.scalar($0.key)) }
      if types { return .gateway(.terraform) }
    }
    guard yaml.value(of: root, key: "format_version") != nil else { return .other }
    var reader = TerraformReader(yaml: yaml)
    reader.collect(root)
    return reader.resources.contains { $0.kind != .function } ? .gateway(.terraform) : .other
  }

  private static func isGatewayType(_ type: ArraySlice<UInt8>) -> Bool {
    type.starts(with: Array("tencentcloud_api_gateway_".utf8))
  }

  static func read(_ yaml: YAMLDocument, as dialect: Dialect, file: String) -> DocumentModel {
    var reader = TerraformReader(yaml: yaml)
    var isPlanned = false
    for root in yaml.roots where yaml.kind(root) == .mapping {
      if yaml.value(of: root, key: "format_version") != nil {
        isPlanned = true
        reader.collect(root)
      } else {
        reader.collectConfiguration(root)
      }
    }
    var model = ResourceModel(yaml, reader.resources, style: .snake, isPlanned: isPlanned, file: file)
    model.read()
    for root in yaml.roots { model.builder.noteDuplicateKeys(below: root) }
    return model.builder.finish(file: file, allFacts: InfrastructureFacts.all(.terraform, .snake))
  }

  init(yaml: YAMLDocument) { self.yaml = yaml }

  // MARK: Plan and state

  private mutating func collect(_ root: NodeID) {
    if let module = descend(root, ["configuration", "root_module"]) { collectReferences(module, path: "") }
    if let module = descend(root, ["planned_values", "root_module"]) ?? descend(root, ["values", "root_module"]) {
      collectModule(module)
    } else if let changes = yaml.value(of: root, key: "resource_changes") {
      for change in items(of: changes) {
        if let after = descend(change, ["change", "after"]), yaml.kind(after) == .mapping {
          add(change, attributes: after)
        }
      }
    }
  }

  private func descend(_ node: NodeID, _ keys: [String]) -> NodeID? {
    keys.reduce(Optional(node)) { node, key in
      node.flatMap { yaml.value(of: $0, key: key) }.map { yaml.resolved($0) }
    }
  }

  private func items(of node: NodeID) -> [NodeID] {
    let node = yaml.resolved(node)
    return yaml.kind(node) == .sequence ? yaml.children(of: node).map { yaml.resolved($0) } : []
  }

  /// Modules lie in modules; a list stands in for recursion, since nothing bounds how deep.
  private mutating func collectModule(_ module: NodeID) {
    var pending = [module]
    while let module = pending.popLast() {
      for resource in yaml.value(of: module, key: "resources").map({ items(of: $0) }) ?? [] {
        if let values = descend(resource, ["values"]), yaml.kind(values) == .mapping {
          add(resource, attributes: values)
        }
      }
      pending += yaml.value(of: module, key: "child_modules").map { items(of: $0) } ?? []
    }
  }

  private mutating func add(_ resource: NodeID, attributes: NodeID) {
    guard let type = yaml.value(of: resource, key: "type").map({ yaml.string($0) }),
      let kind = ResourceKind(terraform: type),
      yaml.value(of: resource, key: "mode").map({ yaml.isScalar($0, equalTo: "managed") }) ?? true
    else { return }
    let address = Self.withoutIndex(yaml.value(of: resource, key: "address").map { yaml.string($0) } ?? type)
    var added = Resource(kind: kind, address: address, node: attributes)
    added.id = text(of: attributes, "id")
    for role in ResourceRole.allCases {
      if let id = text(of: attributes, role.attribute) {
        added.references[role] = .id(yaml.string(id))
      } else if let reference = configured[address]?[role] {
        added.references[role] = reference
      }
    }
    added.accessKeys = accessKeys(in: attributes) ?? configuredKeys[address]
    resources.append(added)
  }

  /// The ids of keys that a plan or state knows; `nil` where it knows none yet.
  private func accessKeys(in attributes: NodeID) -> [ResourceReference]? {
    guard let list = yaml.value(of: attributes, key: Resource.accessKeysAttribute).map({ yaml.resolved($0) }),
      yaml.kind(list) == .sequence
    else { return nil }
    return yaml.children(of: list).map { item in
      let node = yaml.resolved(item)
      return yaml.kind(node) == .scalar && yaml.resolve(node, schema: .json) == .string
        ? .id(yaml.string(node)) : .unknown
    }
  }

  private func text(of mapping: NodeID, _ key: String) -> NodeID? {
    guard let value = yaml.value(of: mapping, key: key).map({ yaml.resolved($0) }), yaml.kind(value) == .scalar,
      yaml.resolve(value, schema: .json) == .string, !yaml.scalar(value).isEmpty
    else { return nil }
    return value
  }

  private static func withoutIndex(_ address: String) -> String {
    var result = ""
    var depth = 0
    for character in address {
      if character == "[" { depth += 1 }
      if depth == 0 { result.append(character) }
      if character == "]" { depth -= 1 }
    }
    return result
  }

  private mutating func collectReferences(_ module: NodeID, path: String) {
    var pending = [(module: module, path: path)]
    while let (module, path) = pending.popLast() {
      for resource in yaml.value(of: module, key: "resources").map({ items(of: $0) }) ?? [] {
        guard let address = yaml.value(of: resource, key: "address").map({ yaml.string($0) }) else { continue }
        for role in ResourceRole.allCases {
          guard let expression = descend(resource, ["expressions", role.attribute]) else { continue }
          configured[path + address, default: [:]][role] = reference(in: expression, path: path)
        }
        if let expression = descend(resource, ["expressions", Resource.accessKeysAttribute]) {
          configuredKeys[path + address] = references(in: expression, path: path)
        }
      }
      guard let calls = yaml.value(of: module, key: "module_calls") else { continue }
      for (key, call) in yaml.pairs(of: yaml.resolved(calls)) {
        if let inner = descend(call, ["module"]) { pending.append((inner, path + "module." + yaml.string(key) + ".")) }
      }
    }
  }

  private func reference(in expression: NodeID, path: String) -> ResourceReference {
    references(in: expression, path: path).first { $0 != .unknown } ?? .unknown
  }

  /// Everything that an expression names, each once. Terraform lists `a.b.id` and `a.b` for one and the same.
  private func references(in expression: NodeID, path: String) -> [ResourceReference] {
    guard let references = yaml.value(of: expression, key: "references") else { return [.unknown] }
    var found: [ResourceReference] = []
    for node in items(of: references) {
      let words = Self.withoutIndex(yaml.string(node)).split(separator: ".")
      let isResource = words.count >= 2 && words[0].hasPrefix("tencentcloud_")
      let reference: ResourceReference =
        isResource ? .address(path + words[0] + "." + words[1]) : .unknown
      if !found.contains(reference) { found.append(reference) }
    }
    return found.isEmpty ? [.unknown] : found
  }

  // MARK: Configuration

  private mutating func collectConfiguration(_ root: NodeID) {
    guard let blocks = yaml.value(of: root, key: "resource") else { return }
    for (type, names) in yaml.pairs(of: yaml.resolved(blocks)) {
      guard let kind = ResourceKind(terraform: yaml.string(type)) else { continue }
      for (name, body) in yaml.pairs(of: yaml.resolved(names)) {
        let node = yaml.resolved(body)
        for attributes in yaml.kind(node) == .sequence ? items(of: node) : [node] {
          var resource = Resource(kind: kind, address: yaml.string(type) + "." + yaml.string(name), node: attributes)
          for role in ResourceRole.allCases {
            guard let value = yaml.value(of: attributes, key: role.attribute),
              yaml.resolve(value, schema: .json) != .null
            else { continue }
            resource.references[role] = Self.reference(yaml.string(yaml.resolved(value)), addressWords: 2)
          }
          resource.accessKeys = yaml.value(of: attributes, key: Resource.accessKeysAttribute).map {
            Self.references(in: $0, of: yaml, addressWords: 2)
          }
          resources.append(resource)
        }
      }
    }
  }

  /// What a written value names: `${address.attribute}` another resource, a plain text an id.
  /// - Parameter addressWords: of how many words an address is made.
  static func reference(_ text: String, addressWords: Int) -> ResourceReference? {
    if text.isEmpty { return nil }
    guard text.hasPrefix("${"), text.hasSuffix("}") else { return text.contains("${") ? .unknown : .id(text) }
    let words = text.dropFirst(2).dropLast().split(separator: ".")
    guard words.count == addressWords + 1, words.allSatisfy({ $0.allSatisfy(isNamePart) }) else { return .unknown }
    return .address(words.prefix(addressWords).joined(separator: "."))
  }

  /// What the items of a written list name; a value that is no list cannot be followed.
  static func references(in list: NodeID, of yaml: YAMLDocument, addressWords: Int) -> [ResourceReference] {
    let list = yaml.resolved(list)
    guard yaml.kind(list) == .sequence else { return [.unknown] }
    return yaml.children(of: list).map { item in
      reference(yaml.string(yaml.resolved(item)), addressWords: addressWords) ?? .unknown
    }
  }

  private static func isNamePart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "-"
  }
}
