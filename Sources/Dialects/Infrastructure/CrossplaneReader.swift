import GatewayModel
import YAMLDocument

/// Reads Crossplane manifests of the gateway's resources: a document each, tied by name or labels.
struct CrossplaneReader: DialectReader {
  /// What the API version of the gateway's resources begins with.
  static let groupPrefix = "apigateway.tencentcloud.crossplane.io/"

  static func recognise(_ root: NodeID, in yaml: YAMLDocument) -> Recognition {
    guard let version = yaml.value(of: root, key: "apiVersion").map({ yaml.resolved($0) }) else { return .other }
    return yaml.scalar(version).starts(with: Array(groupPrefix.utf8))
      ? .gateway(.crossplane) : .other
  }

  static func read(_ yaml: YAMLDocument, as dialect: Dialect, file: String) -> DocumentModel {
    let objects = yaml.roots.filter { recognise($0, in: yaml) != .other }.compactMap { Object($0, in: yaml) }
    let resources = objects.map { object in
      var resource = Resource(kind: object.kind, address: object.address, node: object.attributes)
      for role in ResourceRole.allCases { resource.references[role] = object.reference(role, among: objects) }
      resource.accessKeys = object.accessKeys
      return resource
    }
    var model = ResourceModel(yaml, resources, style: .camel, isPlanned: false, file: file)
    model.read()
    for root in yaml.roots { model.builder.noteDuplicateKeys(below: root) }
    model.builder.noteAccidents(variables: false, booleans: false, placeholders: .inTexts)
    return model.builder.finish(file: file, allFacts: InfrastructureFacts.all(.crossplane, .camel))
  }

  /// One document.
  private struct Object {
    let kind: ResourceKind
    let name: String
    let labels: [String: String]
    let attributes: NodeID
    let yaml: YAMLDocument

    var address: String { kind.rawValue + "/" + name }

    init?(_ root: NodeID, in yaml: YAMLDocument) {
      guard let word = yaml.value(of: root, key: "kind").map({ yaml.string($0) }),
        let kind = ResourceKind(pascal: word),
        let spec = yaml.value(of: root, key: "spec"), let attributes = yaml.value(of: spec, key: "forProvider")
      else { return nil }
      let metadata = yaml.value(of: root, key: "metadata")
      self.kind = kind
      self.yaml = yaml
      self.attributes = yaml.resolved(attributes)
      name = metadata.flatMap { yaml.value(of: $0, key: "name") }.map { yaml.string($0) } ?? ""
      labels = Self.texts(metadata.flatMap { yaml.value(of: $0, key: "labels") }, yaml)
    }

    private static func texts(_ mapping: NodeID?, _ yaml: YAMLDocument) -> [String: String] {
      guard let mapping else { return [:] }
      return Dictionary(
        yaml.entries(of: mapping).map { (yaml.string($0.key), yaml.string(yaml.resolved($0.value))) },
        uniquingKeysWith: { first, _ in first })
    }

    /// The keys in a usage plan's attachment, which are written out.
    var accessKeys: [ResourceReference]? {
      yaml.value(of: attributes, key: AttributeStyle.camel.spelled(Resource.accessKeysAttribute)).map { list in
        yaml.children(of: yaml.resolved(list)).map { item in
          let text = yaml.string(yaml.resolved(item))
          return text.isEmpty || Field.isTemplate(text.utf8) ? .unknown : .id(text)
        }
      }
    }

    func reference(_ role: ResourceRole, among objects: [Object]) -> ResourceReference? {
      let key = AttributeStyle.camel.spelled(role.attribute)
      if let value = yaml.value(of: attributes, key: key).map({ yaml.string(yaml.resolved($0)) }), !value.isEmpty {
        return Field.isTemplate(value.utf8) ? .unknown : .id(value)
      }
      let kind = role.kind
      if let name = yaml.value(of: attributes, key: key + "Ref").flatMap({ yaml.value(of: $0, key: "name") }) {
        return .address(kind.rawValue + "/" + yaml.string(name))
      }
      guard let selector = yaml.value(of: attributes, key: key + "Selector") else { return nil }
      let wanted = Self.texts(yaml.value(of: selector, key: "matchLabels"), yaml)
      let matching = objects.filter { other in
        other.kind == kind && !wanted.isEmpty && wanted.allSatisfy { other.labels[$0.key] == $0.value }
      }
      return matching.count == 1 ? .address(matching[0].address) : .unknown
    }
  }
}

extension ResourceRole {
  fileprivate var kind: ResourceKind {
    switch self {
    case .service: .service
    case .usagePlan: .usagePlan
    case .plugin: .plugin
    case .app: .apiApp
    case .api: .api
    case .apiKey: .apiKey
    }
  }
}
