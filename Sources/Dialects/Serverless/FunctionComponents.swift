import GatewayModel
import SourceText
import YAMLDocument

/// Reading components `scf` and `multi-scf`: functions with gateway triggers.
extension ServerlessReader {
  /// Reads one function with its events.
  func readFunction(_ deployment: Deployment) {
    guard let inputs = deployment.inputs else {
      builder.end()
      return
    }
    let function = declaration(of: inputs)
    builder.begin(.function, node: inputs)
    if let name = yaml.value(of: inputs, key: "name") { builder.set(.declaredFunctionName, value: name) }
    set(function)
    builder.end()
    noteSettingsBesideEvents(in: inputs)
    guard !isTrue("ignoreTriggers", in: inputs) else {
      builder.end()
      return
    }
    let events = events(in: inputs)
    noteDuplicateNames(of: events.map(\.value))
    builder.end()
    let regions = deployment.name.isMultiRegion ? regions(of: deployment) : [Region()]
    for region in regions { readEvents(events, of: function, in: region) }
    for trigger in gatewayTriggers(in: inputs) {
      readTrigger(trigger, functions: nil, ownFunction: function)
    }
    if events.isEmpty, isTrue("autoCreateApi", in: inputs) {
      builder.begin(.service, node: inputs)
      builder.end()
    }
  }

  private func isTrue(_ key: String, in mapping: NodeID) -> Bool {
    yaml.value(of: mapping, key: key).map { yaml.resolve($0, schema: .core) == .bool(true) } ?? false
  }

  func declaration(of mapping: NodeID) -> FunctionDeclaration {
    FunctionDeclaration(
      timeout: yaml.value(of: mapping, key: "timeout"), type: yaml.value(of: mapping, key: "type"))
  }

  /// Notes settings of the gateway that stand where this component keeps those of its function. A key that another
  /// value of the file refers to is a variable of the user's own.
  private func noteSettingsBesideEvents(in inputs: NodeID) {
    for entry in yaml.entries(of: inputs) where !builder.isNegligible(entry) {
      let key = yaml.string(entry.key)
      guard Self.gatewayKeys.contains(key), !isReferredTo(key) else { continue }
      let concept = ServerlessLevel.apigwEvent.concepts[yaml.scalar(entry.key)]
      builder.note(.misplacedKey, key: entry.key, value: entry.value, use: entry.use, expected: concept ?? nil)
    }
  }

  private static let gatewayKeys: Set<String> = [
    "apigatewayConf", "apigwConfig", "apigw", "serviceId", "serviceName", "serviceTimeout", "customDomains",
    "customDomain", "endpoints", "protocols", "enableCORS", "netTypes", "usagePlan",
  ]

  private func isReferredTo(_ key: String) -> Bool {
    let reference = Array("${inputs.\(key)".utf8)
    let bytes = yaml.source.bytes
    return bytes.indices.dropLast(reference.count - 1).contains { start in
      bytes[start] == reference[0] && bytes[start..<start + reference.count].elementsEqual(reference)
    }
  }

  // MARK: Events

  /// The gateway events of a function: the key `apigw` of each with its value.
  private func events(in inputs: NodeID) -> [(key: NodeID, value: NodeID)] {
    guard let list = yaml.value(of: inputs, key: ServerlessHolder.events) else { return [] }
    return yaml.children(of: yaml.resolved(list)).flatMap { item in
      yaml.pairs(of: yaml.resolved(item)).filter { yaml.isScalar($0.key, equalTo: ServerlessHolder.apigw) }.map {
        ($0.key, $0.value)
      }
    }
  }

  /// Reads the events of a function for one region: those of that region alone come beside those of the base, and its
  /// settings of the function before the base's.
  private func readEvents(
    _ events: [(key: NodeID, value: NodeID)], of function: FunctionDeclaration, in region: Region
  ) {
    let own = region.overrides.map { declaration(of: $0) } ?? FunctionDeclaration()
    let function = FunctionDeclaration(timeout: own.timeout ?? function.timeout, type: own.type ?? function.type)
    let added = region.overrides.map { self.events(in: $0) } ?? []
    for event in added { readEvent(event.value, key: event.key, function: function) }
    for event in events { readEvent(event.value, key: event.key, function: function, use: region.use) }
  }

  /// Notes events that share a written name: the component demands different ones.
  private func noteDuplicateNames(of events: [NodeID]) {
    var first: [String: NodeID] = [:]
    for event in events {
      guard let value = yaml.value(of: event, key: "name") else { continue }
      let name = yaml.resolved(value)
      guard yaml.kind(name) == .scalar, !yaml.scalar(name).isEmpty, !Field.isTemplate(yaml.scalar(name)) else {
        continue
      }
      if let earlier = first[yaml.string(name)] {
        builder.note(.duplicateEventName, key: name, value: name, other: earlier)
      } else {
        first[yaml.string(name)] = name
      }
    }
  }

  /// - Parameter use: the place that makes the event hold for one of several regions.
  private func readEvent(
    _ written: NodeID, key: NodeID, function: FunctionDeclaration, use outer: NodeID? = nil
  ) {
    let event = yaml.resolved(written)
    guard yaml.kind(event) == .mapping || yaml.resolve(event, schema: .core) == .null else { return }
    let use = outer ?? (event == written ? nil : written)
    let level: ServerlessLevel = era == .v1 ? .eventParametersV1 : .eventParameters
    let parameters = yaml.value(of: event, key: ServerlessHolder.parameters)
    builder.begin(.service, node: parameters.map { yaml.resolved($0) } ?? event, use: use)
    if let parameters {
      readFields(of: event, level: .apigwEvent, use: use)
      readFields(of: parameters, level: level, use: use)
    } else {
      let settings = yaml.entries(of: event).first { !yaml.isScalar($0.key, equalTo: "name") }
      builder.note(.missingParameters, key: key, value: written, other: settings?.key)
      for entry in yaml.entries(of: event) where !yaml.isScalar(entry.key, equalTo: "name") {
        readField(entry, level: level, use: use)
      }
    }
    readServiceParts(function: function, level: level, use: use)
    builder.end()
  }

  private func readField(_ entry: Entry, level: ServerlessLevel, use: NodeID?) {
    switch level.table[yaml.scalar(entry.key)] {
    case .field(let field): builder.set(field, value: entry.value, use: use ?? entry.use)
    case .apiField, .passive: break
    case nil: builder.noteUnread(entry, level: level, use: use ?? entry.use)
    }
  }

  private func readServiceParts(function: FunctionDeclaration, level: ServerlessLevel, use: NodeID?) {
    readDomains(level: level.domains)
    guard let (list, listUse) = builder.value(of: .apiList) else { return }
    readEndpoints(list, level: level.endpoints, use: listUse ?? use) { _, _ in function }
  }

  // MARK: Triggers

  /// Reads several functions with the triggers that lead to them.
  func readFunctions(_ deployment: Deployment) {
    guard let inputs = deployment.inputs else {
      builder.end()
      return
    }
    noteSettingsBesideEvents(in: inputs)
    let triggers = gatewayTriggers(in: inputs)
    let functions = DeclaredFunctions(in: inputs, of: yaml)
    for function in functions.all {
      builder.begin(.function, node: function.mapping)
      builder.set(.declaredFunctionName, value: function.name)
      if let name = yaml.value(of: function.mapping, key: "name") { builder.set(.functionName, value: name) }
      set(function.declaration)
      if let use = functions.firstUse(of: function) { builder.set(.firstTrigger, value: use) }
      builder.end()
    }
    builder.end()
    for trigger in triggers {
      readTrigger(trigger, functions: functions, ownFunction: declaration(of: inputs))
    }
  }

  /// The items of `triggers` that are gateway triggers.
  private func gatewayTriggers(in inputs: NodeID) -> [NodeID] {
    guard let list = yaml.value(of: inputs, key: ServerlessHolder.triggers) else { return [] }
    return yaml.children(of: yaml.resolved(list)).map { yaml.resolved($0) }.filter { trigger in
      yaml.value(of: trigger, key: ServerlessHolder.triggerType).map {
        yaml.isScalar(yaml.resolved($0), equalTo: ServerlessHolder.apigw)
      } ?? false
    }
  }

  /// - Parameter functions: the functions that APIs name; `nil` where all lead to the component's own function.
  private func readTrigger(
    _ trigger: NodeID, functions: DeclaredFunctions?, ownFunction: FunctionDeclaration
  ) {
    let parameters = yaml.value(of: trigger, key: ServerlessHolder.parameters).map { yaml.resolved($0) }
    builder.begin(.service, node: parameters ?? trigger)
    if let parameters {
      readFields(of: parameters, level: .triggerParameters)
      if let function = yaml.value(of: trigger, key: ServerlessHolder.function) {
        builder.set(.functionReference, value: function)
      }
    } else {
      if functions != nil, let first = yaml.pairs(of: trigger).first(where: { _ in true }) {
        let settings = yaml.pairs(of: trigger).first {
          !yaml.isScalar($0.key, equalTo: ServerlessHolder.triggerType)
            && !yaml.isScalar($0.key, equalTo: ServerlessHolder.function)
        }
        builder.note(.missingParameters, key: first.key, value: trigger, other: settings?.key)
      }
      readFields(of: trigger, level: .bareTrigger)
    }
    if let (list, use) = builder.value(of: .apiList) {
      let shared = builder.value(of: .functionReference)?.value
      readEndpoints(list, level: ServerlessLevel.triggerParameters.endpoints, use: use) { reader, endpoint in
        guard let functions else { return ownFunction }
        let name = reader.yaml.value(of: endpoint, key: ServerlessHolder.function) ?? shared
        return name.flatMap { functions.declaration(named: $0) } ?? FunctionDeclaration()
      }
    }
    builder.end()
  }
}

/// The functions that component `multi-scf` declares: a mapping by key, or a list of mappings with names.
struct DeclaredFunctions {
  /// One function.
  struct Function {
    /// Its key, or its name in a list.
    let name: NodeID
    /// Its settings.
    let mapping: NodeID
    /// What it declares, or the inputs for all functions.
    let declaration: FunctionDeclaration
  }

  /// All functions, in the order of the file.
  let all: [Function]
  private let byName: [String: Int]
  private let yaml: YAMLDocument
  private let uses: [String: NodeID]

  init(in inputs: NodeID, of yaml: YAMLDocument) {
    self.yaml = yaml
    let timeout = yaml.value(of: inputs, key: "timeout")
    let type = yaml.value(of: inputs, key: "type")
    var all: [Function] = []
    var byName: [String: Int] = [:]
    func add(_ name: NodeID, _ mapping: NodeID) {
      let own = FunctionDeclaration(
        timeout: yaml.value(of: mapping, key: "timeout") ?? timeout, type: yaml.value(of: mapping, key: "type") ?? type)
      byName[yaml.string(name)] = byName[yaml.string(name)] ?? all.count
      all.append(Function(name: name, mapping: mapping, declaration: own))
    }
    let functions = yaml.value(of: inputs, key: ServerlessHolder.functions).map { yaml.resolved($0) }
    for (key, value) in functions.map({ yaml.entries(of: $0).map { ($0.key, yaml.resolved($0.value)) } }) ?? [] {
      add(key, value)
    }
    if let functions, yaml.kind(functions) == .sequence {
      for item in yaml.children(of: functions).map({ yaml.resolved($0) }) {
        guard let name = yaml.value(of: item, key: "name"), yaml.kind(yaml.resolved(name)) == .scalar else { continue }
        add(yaml.resolved(name), item)
      }
    }
    // A function that the file names beside its key may be meant by that name as well.
    for (index, function) in all.enumerated() {
      guard let name = yaml.value(of: function.mapping, key: "name").map({ yaml.resolved($0) }) else { continue }
      guard yaml.kind(name) == .scalar else { continue }
      byName[yaml.string(name)] = byName[yaml.string(name)] ?? index
    }
    self.all = all
    self.byName = byName
    uses = Self.uses(in: inputs, of: yaml)
  }

  /// What the function of a name declares; `nil` where there is none.
  func declaration(named name: NodeID) -> FunctionDeclaration? {
    byName[yaml.string(yaml.resolved(name))].map { all[$0].declaration }
  }

  /// The first place that names a function as its target.
  func firstUse(of function: Function) -> NodeID? {
    if let use = uses[yaml.string(function.name)] { return use }
    return yaml.value(of: function.mapping, key: "name").flatMap { uses[yaml.string(yaml.resolved($0))] }
  }

  /// The functions that triggers and their APIs name.
  private static func uses(in inputs: NodeID, of yaml: YAMLDocument) -> [String: NodeID] {
    var uses: [String: NodeID] = [:]
    func add(_ mapping: NodeID) {
      guard let name = yaml.value(of: mapping, key: ServerlessHolder.function).map({ yaml.resolved($0) }) else {
        return
      }
      guard yaml.kind(name) == .scalar else { return }
      uses[yaml.string(name)] = uses[yaml.string(name)] ?? name
    }
    guard let triggers = yaml.value(of: inputs, key: ServerlessHolder.triggers).map({ yaml.resolved($0) }) else {
      return [:]
    }
    for trigger in yaml.children(of: triggers) {
      add(trigger)
      let holder = yaml.value(of: trigger, key: ServerlessHolder.parameters) ?? trigger
      add(holder)
      guard let apis = yaml.value(of: holder, key: "apis") else { continue }
      for api in yaml.children(of: yaml.resolved(apis)) { add(api) }
    }
    return uses
  }
}
