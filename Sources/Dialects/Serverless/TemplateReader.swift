import GatewayModel
import YAMLDocument

/// Reads templates of the function tools: namespaces with functions, whose events may be gateway events.
struct TemplateReader {
  private let yaml: YAMLDocument
  private let builder: ModelBuilder
  private var services = EventServices()

  private init(yaml: YAMLDocument) {
    self.yaml = yaml
    builder = ModelBuilder(yaml: yaml)
  }

  static func read(_ yaml: YAMLDocument, file: String) -> DocumentModel {
    var reader = TemplateReader(yaml: yaml)
    for root in yaml.roots where yaml.kind(root) == .mapping { reader.readRoot(root) }
    for root in yaml.roots { reader.builder.noteDuplicateKeys(below: root) }
    reader.builder.noteAccidents(variables: false, booleans: false)
    return reader.builder.finish(
      file: file, facts: EventDialectFacts.template, knownKeys: ServerlessLevel.knownKeys)
  }

  private mutating func readRoot(_ root: NodeID) {
    guard let resources = yaml.value(of: root, key: ServerlessHolder.resources).map({ yaml.resolved($0) }) else {
      return
    }
    let globals = yaml.value(of: root, key: "Globals").flatMap { yaml.value(of: $0, key: "Function") }
      .flatMap { yaml.value(of: $0, key: "Timeout") }
    builder.begin(.deployment, node: root)
    for namespace in yaml.entries(of: resources) {
      let mapping = yaml.resolved(namespace.value)
      if isFunction(mapping) { readFunction(namespace.key, mapping, globalTimeout: globals) }
      for entry in yaml.entries(of: mapping) where isFunction(yaml.resolved(entry.value)) {
        readFunction(entry.key, yaml.resolved(entry.value), globalTimeout: globals)
      }
    }
    builder.end()
    services.read(into: builder, home: resources, readAPI: Self.readAPI)
  }

  private func isFunction(_ mapping: NodeID) -> Bool {
    guard let type = yaml.value(of: mapping, key: ServerlessHolder.templateType) else { return false }
    return yaml.isScalar(yaml.resolved(type), equalTo: ServerlessHolder.templateFunction)
  }

  private mutating func readFunction(_ key: NodeID, _ function: NodeID, globalTimeout: NodeID?) {
    let properties = yaml.value(of: function, key: ServerlessHolder.properties).map { yaml.resolved($0) }
    let timeout = properties.flatMap { yaml.value(of: $0, key: "Timeout") } ?? globalTimeout
    builder.begin(.function, node: function)
    builder.set(.declaredFunctionName, value: key)
    if let timeout { builder.set(.declaredFunctionTimeout, value: timeout) }
    if let type = properties.flatMap({ yaml.value(of: $0, key: ServerlessHolder.templateType) }) {
      builder.set(.declaredFunctionType, value: type)
    }
    if let properties { builder.set(.functionProperties, value: properties) }
    if let events = properties.flatMap({ yaml.value(of: $0, key: ServerlessHolder.templateEvents) }) {
      builder.set(.functionEvents, value: events)
      readEvents(events, functionTimeout: timeout)
    }
    if let outside = yaml.pairs(of: function).first(where: {
      yaml.isScalar($0.key, equalTo: ServerlessHolder.templateEvents)
    }),
      yaml.kind(yaml.resolved(outside.value)) == .mapping
    {
      builder.note(.misplacedEvents, key: outside.key, value: outside.value)
      readEvents(outside.value, functionTimeout: timeout)
    }
    builder.end()
  }

  private mutating func readEvents(_ events: NodeID, functionTimeout: NodeID?) {
    for entry in yaml.entries(of: events) {
      if !builder.has(.firstTrigger) { builder.set(.firstTrigger, value: entry.value) }
      let event = yaml.resolved(entry.value)
      guard let type = yaml.value(of: event, key: ServerlessHolder.templateType),
        yaml.isScalar(yaml.resolved(type), equalTo: ServerlessHolder.templateTrigger)
      else {
        continue
      }
      let properties = yaml.value(of: event, key: ServerlessHolder.properties).map { yaml.resolved($0) }
      services.add(
        EventServices.Event(
          mapping: properties ?? event, level: properties == nil ? .none : .templateEvent,
          functionTimeout: functionTimeout, id: properties.flatMap { yaml.value(of: $0, key: "ServiceId") }), in: yaml)
    }
  }

  private static func readAPI(_ event: EventServices.Event, _ builder: ModelBuilder) {
    let yaml = builder.yaml
    builder.begin(.api, node: event.mapping)
    if event.level != .none {
      for entry in yaml.entries(of: event.mapping) {
        switch event.level.table[yaml.scalar(entry.key)] {
        case .field(.serviceId), .apiField, .passive: break
        case .field(let field): builder.set(field, value: entry.value, use: entry.use)
        case nil: builder.noteUnread(entry, level: event.level, use: entry.use)
        }
      }
    }
    if let timeout = event.functionTimeout { builder.set(.declaredFunctionTimeout, value: timeout) }
    builder.end()
  }
}
