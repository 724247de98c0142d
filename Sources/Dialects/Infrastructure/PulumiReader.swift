import GatewayModel
import YAMLDocument

/// Reads Pulumi YAML: resources by name, their properties the provider's attributes in camel case.
struct PulumiReader: DialectReader {
  /// What the types of the gateway's resources begin with.
  static let prefix = "tencentcloud:ApiGateway"

  static func recognise(_ root: NodeID, in yaml: YAMLDocument) -> Recognition {
    let resources = yaml.value(of: root, key: "resources").map { yaml.resolved($0) }
    let isGateway = resources.map { resources in
      yaml.pairs(of: resources).contains { _, body in
        yaml.value(of: body, key: "type").map { yaml.string($0).hasPrefix(prefix) } ?? false
      }
    }
    if isGateway == true { return .gateway(.pulumi) }
    guard let variables = yaml.value(of: root, key: "variables").map({ yaml.resolved($0) }) else { return .other }
    let invokes = yaml.pairs(of: variables).contains { _, body in
      guard let call = yaml.value(of: body, key: "fn::invoke") ?? yaml.value(of: body, key: "Fn::Invoke"),
        let function = yaml.value(of: call, key: "function") ?? yaml.value(of: call, key: "Function")
      else { return false }
      return yaml.string(function).hasPrefix(prefix)
    }
    return invokes ? .gateway(.pulumi) : .other
  }

  static func read(_ yaml: YAMLDocument, as dialect: Dialect, file: String) -> DocumentModel {
    var resources: [Resource] = []
    for root in yaml.roots {
      guard let blocks = yaml.value(of: root, key: "resources").map({ yaml.resolved($0) }) else { continue }
      for (name, body) in yaml.pairs(of: blocks) {
        guard let type = yaml.value(of: body, key: "type").map({ yaml.string($0) }), let kind = kind(of: type),
          let properties = yaml.value(of: body, key: "properties").map({ yaml.resolved($0) }),
          yaml.kind(properties) == .mapping
        else { continue }
        var resource = Resource(kind: kind, address: yaml.string(name), node: properties)
        for role in ResourceRole.allCases {
          guard let value = yaml.value(of: properties, key: AttributeStyle.camel.spelled(role.attribute)),
            yaml.resolve(value, schema: .core) != .null
          else { continue }
          resource.references[role] = TerraformReader.reference(yaml.string(yaml.resolved(value)), addressWords: 1)
        }
        let keys = AttributeStyle.camel.spelled(Resource.accessKeysAttribute)
        resource.accessKeys = yaml.value(of: properties, key: keys).map {
          TerraformReader.references(in: $0, of: yaml, addressWords: 1)
        }
        resources.append(resource)
      }
    }
    var model = ResourceModel(yaml, resources, style: .camel, isPlanned: false, file: file)
    model.read()
    for root in yaml.roots { model.builder.noteDuplicateKeys(below: root) }
    model.builder.noteAccidents(variables: false, booleans: false, placeholders: .inTexts)
    return model.builder.finish(file: file, allFacts: InfrastructureFacts.all(.pulumi, .camel))
  }

  /// The kind of `tencentcloud:ApiGateway:Api`, or of the long form `tencentcloud:ApiGateway/api:Api`.
  static func kind(of type: String) -> ResourceKind? {
    guard let word = type.split(separator: ":").last else { return nil }
    if type.hasPrefix("tencentcloud:Scf") { return word == "Function" ? .function : nil }
    return type.hasPrefix(prefix) ? ResourceKind(pascal: word) : nil
  }

  /// The short form of a kind's type.
  static func type(of kind: ResourceKind) -> String {
    kind == .function ? "tencentcloud:Scf:Function" : "\(prefix):\(kind.pascalName)"
  }
}
