import GatewayModel
import YAMLDocument

/// Reads the files of Serverless Devs for Tencent Cloud: a map of components whose keys begin with a capital.
struct ServerlessDevsReader {
  private var reader: ServerlessReader
  private let yaml: YAMLDocument

  static func read(_ yaml: YAMLDocument, file: String) -> DocumentModel {
    let devs = ServerlessDevsReader(reader: ServerlessReader(yaml: yaml), yaml: yaml)
    for root in yaml.roots where yaml.kind(root) == .mapping { devs.readRoot(root) }
    for root in yaml.roots { devs.reader.builder.noteDuplicateKeys(below: root) }
    devs.reader.builder.noteAccidents(variables: false, booleans: true)
    return devs.reader.builder.finish(
      file: file, allFacts: [facts, triggerFacts], knownKeys: ServerlessLevel.knownKeys)
  }

  /// The gateway triggers of a function component.
  static func gatewayTriggers(of properties: NodeID, in yaml: YAMLDocument) -> [NodeID] {
    guard let function = value(ServerlessHolder.devsFunction, of: properties, in: yaml),
      let triggers = value(ServerlessHolder.devsTriggers, of: function, in: yaml)
    else { return [] }
    return yaml.children(of: triggers).map { yaml.resolved($0) }.filter { trigger in
      value(ServerlessHolder.devsTriggerType, of: trigger, in: yaml).map { yaml.string($0).lowercased() == "apigw" }
        ?? false
    }
  }

  /// The value of a key whose first letter may be small, aliases followed.
  private static func value(_ key: String, of mapping: NodeID, in yaml: YAMLDocument) -> NodeID? {
    let small = key.prefix(1).lowercased() + key.dropFirst()
    return (yaml.value(of: mapping, key: key) ?? yaml.value(of: mapping, key: small)).map { yaml.resolved($0) }
  }

  private func value(_ key: String, of mapping: NodeID) -> NodeID? { Self.value(key, of: mapping, in: yaml) }

  private func readRoot(_ root: NodeID) {
    for entry in yaml.entries(of: root) {
      let instance = yaml.resolved(entry.value)
      guard yaml.kind(instance) == .mapping,
        let component = yaml.value(of: instance, key: ServerlessHolder.devsComponent),
        let provider = yaml.value(of: instance, key: ServerlessHolder.devsProvider),
        yaml.isScalar(yaml.resolved(provider), equalTo: ServerlessHolder.devsProviderName),
        let properties = yaml.value(of: instance, key: ServerlessHolder.properties).map({ yaml.resolved($0) })
      else { continue }
      reader.builder.begin(.deployment, node: instance)
      if let region = value("Region", of: properties) { reader.builder.set(.region, value: region) }
      switch ComponentName(yaml.string(yaml.resolved(component))).family {
      case .apiGateway:
        reader.builder.end()
        readGateway(properties)
      case .function: readFunction(properties)
      default: reader.builder.end()
      }
    }
  }

  private func readGateway(_ properties: NodeID) {
    let service = value(ServerlessHolder.devsService, of: properties)
    reader.builder.begin(.service, node: service ?? properties)
    if let service { reader.readFields(of: service, level: .devsService) }
    if let apis = yaml.value(of: properties, key: ServerlessHolder.devsGateway) {
      reader.builder.set(.apiList, value: apis)
    }
    readServiceParts(function: FunctionDeclaration())
    reader.builder.end()
  }

  private func readFunction(_ properties: NodeID) {
    var declaration = FunctionDeclaration()
    if let function = value(ServerlessHolder.devsFunction, of: properties) {
      declaration = FunctionDeclaration(timeout: value("Timeout", of: function), type: value("Type", of: function))
      reader.builder.begin(.function, node: function)
      if let name = value("Name", of: function) { reader.builder.set(.declaredFunctionName, value: name) }
      reader.set(declaration)
      reader.builder.end()
    }
    reader.builder.end()
    reader.builder.useFacts(1)
    defer { reader.builder.useFacts(0) }
    for trigger in Self.gatewayTriggers(of: properties, in: yaml) {
      let parameters = value(ServerlessHolder.devsParameters, of: trigger)
      reader.builder.begin(.service, node: parameters ?? trigger)
      if let parameters { reader.readFields(of: parameters, level: .devsTrigger) }
      readServiceParts(function: declaration)
      reader.builder.end()
    }
  }

  private func readServiceParts(function: FunctionDeclaration) {
    reader.readDomains(level: .devsDomain)
    guard let (list, use) = reader.builder.value(of: .apiList) else { return }
    let sequence = yaml.resolved(list)
    guard yaml.kind(sequence) == .sequence else { return }
    for item in yaml.children(of: sequence) {
      let api = yaml.resolved(item)
      guard yaml.kind(api) == .mapping, !reader.builder.limitReached else { continue }
      let use = use ?? (api == item ? nil : item)
      reader.builder.begin(.api, node: api, use: use)
      reader.readFields(of: api, level: .devsAPI, use: use)
      reader.set(function)
      reader.readNestedSettings(use: use, levels: .serverlessDevs)
      reader.builder.end()
    }
  }

  /// Source: the tool's source; it hands the settings to the toolkit of the first components [component].
  private static let facts = facts(namesFunction: true)
  /// A trigger stands at its function and calls no other.
  private static let triggerFacts = facts(namesFunction: false)

  private static func facts(namesFunction: Bool) -> DialectFacts {
    let base = ServerlessFacts.facts(.apiGateway, .v1)
    var spelling = base.spelling.mapValues { ServerlessKeys.capitalised($0) }
    for (key, field) in ServerlessKeys.devsServiceFields { spelling[field] = ServerlessKeys.capitalised(key) }
    spelling[.apiList] = "API"
    spelling[.apiName] = nil
    spelling[.requestParameters] = "Parameters"
    if !namesFunction { spelling[.functionName] = nil }
    var tool = ServerlessFacts.tool(.converted)
    tool.mappingSwitch = .isDefaultMapping
    return DialectFacts(
      dialect: .serverlessDevs, schema: .core, spelling: spelling, container: base.container,
      defaults: base.defaults.dictionary,
      backend: BackendConventions(refusesEmptyPath: true, setsProduct: true, choosesFrontEnd: true), tool: tool)
  }
}
