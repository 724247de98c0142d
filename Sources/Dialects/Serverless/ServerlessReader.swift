import GatewayModel
import YAMLDocument

/// Reads the files of serverless components: one instance a file (version 2), or a map of instances (version 1).
struct ServerlessReader: DialectReader {
  let yaml: YAMLDocument
  let builder: ModelBuilder
  /// The kinds of facts that the parts have so far, the file's own first.
  private var kinds: [ServerlessFacts.Kind] = []
  /// The version of the component framework that the file is written for.
  private(set) var era = ServerlessFacts.Era.v2

  init(yaml: YAMLDocument) {
    self.yaml = yaml
    builder = ModelBuilder(yaml: yaml)
  }

  static func recognise(_ root: NodeID, in yaml: YAMLDocument) -> Recognition {
    ServerlessRecognition.recognise(root, in: yaml)
  }

  static func read(_ yaml: YAMLDocument, as dialect: Dialect, file: String) -> DocumentModel {
    switch dialect {
    case .frameworkPlugin: return FrameworkPluginReader.read(yaml, file: file)
    case .tcsam: return TemplateReader.read(yaml, file: file)
    case .serverlessDevs: return ServerlessDevsReader.read(yaml, file: file)
    default: break
    }
    var reader = ServerlessReader(yaml: yaml)
    for root in yaml.roots where yaml.kind(root) == .mapping {
      if dialect == .componentsV1 { reader.readInstances(root) } else { reader.readInstance(root) }
    }
    for root in yaml.roots { reader.builder.noteDuplicateKeys(below: root) }
    reader.builder.noteAccidents(variables: reader.era == .v2, booleans: true)
    let facts = reader.kinds.map { ServerlessFacts.facts($0, reader.era) }
    return reader.builder.finish(
      file: file, allFacts: facts.isEmpty ? [ServerlessFacts.facts(.instances, reader.era)] : facts,
      knownKeys: ServerlessLevel.knownKeys)
  }

  /// Chooses the facts that hold for the parts that are opened from now on.
  mutating func use(_ kind: ServerlessFacts.Kind) {
    let index = kinds.firstIndex(of: kind) ?? kinds.count
    if index == kinds.count { kinds.append(kind) }
    builder.useFacts(UInt8(index))
  }

  // MARK: Instances

  /// The family of a component that may bring a gateway: its own, and where the name does not decide, that of the
  /// block of settings that is there.
  static func family(of name: ComponentName, inputs: NodeID?, in yaml: YAMLDocument) -> ComponentFamily? {
    let family = name.family
    switch family {
    case .apiGateway, .function, .functions, .http: return family
    case .framework, .flat, nil: break
    }
    guard !name.hasNoGateway else { return nil }
    guard let inputs else { return family }
    var places = [inputs]
    if let inner = yaml.value(of: inputs, key: ServerlessHolder.inputs) { places.append(inner) }
    for place in places {
      if block(of: place, in: yaml) != nil { return .framework }
      guard let flat = yaml.value(of: place, key: ServerlessHolder.apigw), yaml.kind(yaml.resolved(flat)) == .mapping
      else { continue }
      if family != nil || yaml.value(of: place, key: "faas") != nil { return .flat }
    }
    return family
  }

  /// The gateway's settings in the inputs of a web framework.
  static func block(of inputs: NodeID, in yaml: YAMLDocument) -> NodeID? {
    yaml.value(of: inputs, key: ServerlessHolder.frameworkBlock)
      ?? yaml.value(of: inputs, key: ServerlessHolder.olderFrameworkBlock)
  }

  private mutating func readInstance(_ root: NodeID) {
    guard let component = yaml.value(of: root, key: ServerlessHolder.component),
      yaml.kind(yaml.resolved(component)) == .scalar
    else {
      return
    }
    read(ComponentName(yaml.string(yaml.resolved(component))), of: root)
  }

  private mutating func readInstances(_ root: NodeID) {
    era = .v1
    use(.instances)
    for entry in yaml.entries(of: root) {
      let instance = yaml.resolved(entry.value)
      guard yaml.kind(instance) == .mapping, yaml.value(of: instance, key: ServerlessHolder.inputs) != nil else {
        continue
      }
      readInstance(instance)
    }
  }

  private mutating func read(_ name: ComponentName, of instance: NodeID) {
    let inputs = yaml.value(of: instance, key: ServerlessHolder.inputs).map { yaml.resolved($0) }
    let mapping = inputs.flatMap { yaml.kind($0) == .mapping ? $0 : nil }
    guard let family = Self.family(of: name, inputs: mapping, in: yaml) else { return }
    use(kind(of: family, component: name.name))
    var effective = mapping
    builder.begin(.deployment, node: instance)
    if let mapping, let nested = nestedInputs(of: mapping) {
      builder.note(.nestedInputs, key: nested.key, value: nested.value)
      effective = yaml.resolved(nested.value)
    }
    let region = effective.flatMap { yaml.value(of: $0, key: ServerlessHolder.region) }
    if let region { builder.set(.region, value: region) }
    let deployment = Deployment(name: name, node: instance, inputs: effective)
    switch family {
    case .apiGateway: readAPIGateway(deployment)
    case .function: readFunction(deployment)
    case .functions: readFunctions(deployment)
    case .framework: readFramework(deployment)
    case .flat where isPublished(name): readFlat(deployment, level: .flatBlock)
    case .flat: readFlat(deployment, level: .unsureBlock)
    case .http: readFlat(deployment, level: .httpBlock)
    }
  }

  /// Whether it is known what a component with a flat block reads: not of an application that nobody has published,
  /// nor of a framework's file in the form that stood between two others.
  private func isPublished(_ name: ComponentName) -> Bool { name.family == .flat }

  private func kind(of family: ComponentFamily, component: String) -> ServerlessFacts.Kind {
    switch family {
    case .apiGateway: return .apiGateway
    case .function: return .function
    case .functions: return .functions
    case .framework: return .framework
    case .http: return .http
    case .flat: break
    }
    switch component {
    case "wordpress": return .wordpress
    case "discuzq": return .discuzq
    case "websocket": return .websocket
    case "framework": return .flat
    default: return .application
    }
  }

  /// Inputs that stand inside inputs: no component has a setting of that name.
  private func nestedInputs(of inputs: NodeID) -> (key: NodeID, value: NodeID)? {
    yaml.pairs(of: inputs).first {
      yaml.isScalar($0.key, equalTo: ServerlessHolder.inputs) && yaml.kind(yaml.resolved($0.value)) == .mapping
    }
  }

  // MARK: Mappings

  /// Reads the keys of a mapping into the part that is open, and notes those that are not read there.
  /// - Parameter apiFields: takes the fields of the API that the mapping holds beside its service.
  func readFields(
    of value: NodeID, level: ServerlessLevel, use: NodeID? = nil, apiFields: inout [FoundField]
  ) {
    let mapping = yaml.resolved(value)
    guard yaml.kind(mapping) == .mapping else { return }
    let use = use ?? (mapping == value ? nil : value)
    for entry in yaml.entries(of: mapping) {
      switch level.table[yaml.scalar(entry.key)] {
      case .field(let field): builder.set(field, value: entry.value, use: use ?? entry.use)
      case .apiField(let field):
        if !apiFields.contains(where: { $0.name == field }) {
          apiFields.append(FoundField(name: field, value: entry.value, use: use ?? entry.use))
        }
      case .passive: break
      case nil: builder.noteUnread(entry, level: level, use: use ?? entry.use)
      }
    }
  }

  /// Reads the keys of a mapping of which all mean fields of the part that is open.
  func readFields(of value: NodeID, level: ServerlessLevel, use: NodeID? = nil) {
    var none: [FoundField] = []
    readFields(of: value, level: level, use: use, apiFields: &none)
  }
}

/// A field that was found in a mapping and belongs to a part that is not open yet.
struct FoundField {
  let name: FieldName
  let value: NodeID
  let use: NodeID?
}

/// An instance of a component while it is read.
struct Deployment {
  /// The component.
  let name: ComponentName
  /// The mapping that holds the instance.
  let node: NodeID
  /// Its inputs; `nil` where there are none.
  let inputs: NodeID?
}
