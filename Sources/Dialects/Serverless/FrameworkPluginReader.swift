import GatewayModel
import YAMLDocument

/// Reads the files of the Serverless Framework's plugins for Tencent Cloud: functions with gateway events.
///
/// An event without a path gets `/` with the name under which its function is deployed: service, stage and key, joined by
/// hyphens [component]. The stage may come from the command line, so the path is unknown here.
struct FrameworkPluginReader {
  private let yaml: YAMLDocument
  private let builder: ModelBuilder
  private var services = EventServices()

  private init(yaml: YAMLDocument) {
    self.yaml = yaml
    builder = ModelBuilder(yaml: yaml)
  }

  static func read(_ yaml: YAMLDocument, file: String) -> DocumentModel {
    var reader = FrameworkPluginReader(yaml: yaml)
    for root in yaml.roots where yaml.kind(root) == .mapping { reader.readRoot(root) }
    for root in yaml.roots { reader.builder.noteDuplicateKeys(below: root) }
    reader.builder.noteAccidents(variables: false, booleans: true)
    return reader.builder.finish(
      file: file, facts: EventDialectFacts.plugin, knownKeys: ServerlessLevel.knownKeys)
  }

  /// The functions of a file: a mapping by name, or a list of such mappings.
  static func functions(of value: NodeID, in yaml: YAMLDocument) -> [(key: NodeID, function: NodeID)] {
    let node = yaml.resolved(value)
    let mappings = yaml.kind(node) == .sequence ? yaml.children(of: node).map { yaml.resolved($0) } : [node]
    return mappings.flatMap { mapping in
      yaml.entries(of: mapping).map { ($0.key, yaml.resolved($0.value)) }.filter { yaml.kind($0.1) == .mapping }
    }
  }

  private mutating func readRoot(_ root: NodeID) {
    let provider = yaml.value(of: root, key: ServerlessHolder.provider).map { yaml.resolved($0) }
    builder.begin(.deployment, node: root)
    if let region = provider.flatMap({ yaml.value(of: $0, key: ServerlessHolder.region) }) {
      builder.set(.region, value: region)
    }
    services.defaultId = provider.flatMap { yaml.value(of: $0, key: ServerlessHolder.providerGateway) }
      .flatMap { yaml.value(of: $0, key: ServerlessHolder.serviceId) }
    let timeout = provider.flatMap { yaml.value(of: $0, key: "timeout") }
    if let functions = yaml.value(of: root, key: ServerlessHolder.functions) {
      for (key, function) in Self.functions(of: functions, in: yaml) {
        readFunction(key, function, providerTimeout: timeout)
      }
    }
    builder.end()
    services.read(into: builder, home: root, readAPI: Self.readAPI)
  }

  private mutating func readFunction(_ key: NodeID, _ function: NodeID, providerTimeout: NodeID?) {
    let timeout = yaml.value(of: function, key: "timeout") ?? providerTimeout
    builder.begin(.function, node: function)
    builder.set(.declaredFunctionName, value: key)
    if let timeout { builder.set(.declaredFunctionTimeout, value: timeout) }
    let events =
      yaml.value(of: function, key: ServerlessHolder.events).map { Array(yaml.children(of: yaml.resolved($0))) } ?? []
    if let first = events.first { builder.set(.firstTrigger, value: first) }
    for item in events {
      for (eventKey, value) in yaml.pairs(of: yaml.resolved(item)) {
        let event = yaml.resolved(value)
        if yaml.isScalar(eventKey, equalTo: ServerlessHolder.apigw) {
          note(eventKey, event)
        } else if !yaml.isScalar(eventKey, equalTo: "http") {
          continue
        }
        services.add(
          EventServices.Event(
            mapping: event, level: level(of: event, key: eventKey), functionTimeout: timeout,
            id: serviceId(of: event)), in: yaml)
      }
    }
    builder.end()
  }

  /// Notes an event whose settings stand one level too high. The older plugin's event has no parameters.
  private func note(_ key: NodeID, _ event: NodeID) {
    guard yaml.kind(event) == .mapping, yaml.value(of: event, key: ServerlessHolder.parameters) == nil else { return }
    let current = yaml.pairs(of: event).first { Self.currentKeys.contains(yaml.string($0.key)) }
    if let current { builder.note(.missingParameters, key: key, value: event, other: current.key) }
  }

  private static let currentKeys: Set<String> = [
    "stageName", "serviceId", "httpMethod", "integratedResponse", "enableCORS", "serviceTimeout",
  ]

  private func level(of event: NodeID, key: NodeID) -> ServerlessLevel {
    if yaml.isScalar(key, equalTo: "http") { return .pluginHTTPEvent }
    if yaml.value(of: event, key: ServerlessHolder.parameters) != nil { return .pluginParameters }
    let isCurrent = yaml.pairs(of: event).contains { Self.currentKeys.contains(yaml.string($0.key)) }
    return isCurrent ? .pluginParameters : .pluginEventV0
  }

  private func serviceId(of event: NodeID) -> NodeID? {
    let holder = yaml.value(of: event, key: ServerlessHolder.parameters).map { yaml.resolved($0) } ?? event
    return yaml.value(of: holder, key: ServerlessHolder.serviceId) ?? yaml.value(of: holder, key: "service")
  }

  private static func readAPI(_ event: EventServices.Event, _ builder: ModelBuilder) {
    let yaml = builder.yaml
    let parameters = yaml.value(of: event.mapping, key: ServerlessHolder.parameters).map { yaml.resolved($0) }
    builder.begin(.api, node: parameters ?? event.mapping)
    for entry in yaml.entries(of: parameters ?? event.mapping) {
      switch event.level.table[yaml.scalar(entry.key)] {
      case .field(.serviceId), .apiField, .passive: break
      case .field(.path) where event.level == .pluginHTTPEvent && yaml.scalar(entry.value).first != UInt8(ascii: "/"):
        // Whether the plugin puts the slash there is not known.
        builder.markIncomplete()
      case .field(let field): builder.set(field, value: entry.value, use: entry.use)
      case nil:
        if parameters == nil, yaml.isScalar(entry.key, equalTo: "name") { continue }
        builder.noteUnread(entry, level: event.level, use: entry.use)
      }
    }
    if yaml.kind(event.mapping) != .mapping || event.level == .pluginEventV0 { builder.markIncomplete() }
    if let timeout = event.functionTimeout { builder.set(.declaredFunctionTimeout, value: timeout) }
    builder.end()
  }
}
