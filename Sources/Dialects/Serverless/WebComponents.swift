import GatewayModel
import YAMLDocument

/// Reading the components that put a web application behind one API: the frameworks, the applications and `http`.
extension ServerlessReader {
  /// Reads a web framework, whose gateway's settings stand in `apigatewayConf` and some beside it.
  mutating func readFramework(_ deployment: Deployment) {
    guard let inputs = deployment.inputs else {
      readDefaultGateway(deployment.node)
      return
    }
    let regions = regions(of: deployment)
    let base = settings(of: Self.block(of: inputs, in: yaml))
    readDeclaredFunction(of: inputs, in: ["functionConf", "functionConfig"])
    if let base, noteDisabled(base) {
      builder.end()
      return
    }
    builder.end()
    for region in regions {
      let own = region.overrides.flatMap { settings(of: Self.block(of: $0, in: yaml)) }
      let function = region.overrides.flatMap { declaredFunction(of: $0, in: ["functionConf", "functionConfig"]) }
      readFrameworkService(
        blocks: [(own, nil), (base, region.use)].compactMap { block, use in block.map { ($0, use) } }, inputs: inputs,
        use: region.use,
        function: function ?? declaredFunction(of: inputs, in: ["functionConf", "functionConfig"])
          ?? FunctionDeclaration())
    }
  }

  private func settings(of block: NodeID?) -> NodeID? {
    guard let block else { return nil }
    let mapping = yaml.resolved(block)
    return yaml.kind(mapping) == .mapping ? mapping : nil
  }

  private mutating func readFrameworkService(
    blocks: [(mapping: NodeID, use: NodeID?)], inputs: NodeID, use: NodeID?, function: FunctionDeclaration
  ) {
    let level: ServerlessLevel = era == .v1 ? .frameworkBlockV1 : .frameworkBlock
    let node = blocks.first?.mapping ?? inputs
    builder.begin(.service, node: node, use: use)
    var apiFields: [FoundField] = []
    for block in blocks { readFields(of: block.mapping, level: level, use: block.use, apiFields: &apiFields) }
    for (key, field) in ServerlessKeys.besideFrameworkBlock {
      if let value = yaml.value(of: inputs, key: key) { builder.set(field, value: value, use: use) }
    }
    readDomains(level: level.domains)
    if let (list, listUse) = builder.value(of: .apiList) {
      self.use(.frameworkEndpoints)
      readEndpoints(list, level: level.endpoints, use: listUse) { _, _ in function }
      self.use(.framework)
    } else {
      readAPI(node: node, use: use, fields: apiFields, function: function)
    }
    builder.end()
  }

  /// Reads the one API that stands in its service's settings.
  private func readAPI(node: NodeID, use: NodeID?, fields: [FoundField], function: FunctionDeclaration) {
    builder.begin(.api, node: node, use: use)
    for field in fields { builder.set(field.name, value: field.value, use: field.use) }
    set(function)
    readNestedSettings(use: use)
    builder.end()
  }

  /// Reads a component with an `apigw` block, flat or with `api` inside.
  func readFlat(_ deployment: Deployment, level: ServerlessLevel) {
    guard let inputs = deployment.inputs else {
      readDefaultGateway(deployment.node)
      return
    }
    readDeclaredFunction(of: inputs, in: ["faas"])
    let block = settings(of: yaml.value(of: inputs, key: ServerlessHolder.apigw))
    noteSettingsOfFrameworks(in: inputs)
    if let block, noteDisabled(block) {
      builder.end()
      return
    }
    builder.end()
    let function = declaredFunction(of: inputs, in: ["faas"]) ?? FunctionDeclaration()
    builder.begin(.service, node: block ?? inputs)
    var apiFields: [FoundField] = []
    if let block { readFields(of: block, level: level, apiFields: &apiFields) }
    let isAdopted = level == .flatBlock && adoptsService(deployment.name)
    if !isAdopted { readDomains(level: level.domains) }
    var api: NodeID?
    if let (value, _) = builder.value(of: .apiSettings) {
      api = value
      readPlan(use: nil)
    }
    builder.begin(.api, node: block ?? inputs)
    if let api {
      builder.set(.apiSettings, value: api)
      readFields(of: api, level: .httpAPI)
    }
    for field in apiFields { builder.set(field.name, value: field.value, use: field.use) }
    set(function)
    readNestedSettings(use: nil)
    builder.end()
    builder.end()
  }

  /// Whether the component changes neither protocols nor domains of a service that exists already, and the file names
  /// one.
  ///
  /// Source: the source of components wordpress and discuzq [component].
  private func adoptsService(_ name: ComponentName) -> Bool {
    guard name.name == "wordpress" || name.name == "discuzq" else { return false }
    guard let id = builder.value(of: .serviceId)?.value else { return false }
    return !yaml.scalar(yaml.resolved(id)).isEmpty
  }

  /// Notes a block of settings that the frameworks read and this component does not.
  private func noteSettingsOfFrameworks(in inputs: NodeID) {
    for entry in yaml.entries(of: inputs) where !builder.isNegligible(entry) {
      guard
        yaml.isScalar(entry.key, equalTo: ServerlessHolder.frameworkBlock)
          || yaml.isScalar(entry.key, equalTo: ServerlessHolder.olderFrameworkBlock)
      else { continue }
      builder.note(.misplacedKey, key: entry.key, value: entry.value, use: entry.use)
    }
  }

  /// Notes a gateway that is switched off; whether it is.
  private func noteDisabled(_ block: NodeID) -> Bool {
    guard let flag = yaml.pairs(of: block).first(where: { yaml.isScalar($0.key, equalTo: "isDisabled") }),
      yaml.resolve(flag.value, schema: .core) == .bool(true)
    else { return false }
    let others = yaml.pairs(of: block).first { $0.key != flag.key }
    if let others { builder.note(.disabledGateway, key: flag.key, value: flag.value, other: others.key) }
    return true
  }

  private func readDefaultGateway(_ instance: NodeID) {
    builder.end()
    builder.begin(.service, node: instance)
    builder.begin(.api, node: instance)
    builder.end()
    builder.end()
  }

  // MARK: Functions

  private func readDeclaredFunction(of inputs: NodeID, in keys: [String]) {
    let block = functionBlock(of: inputs, in: keys)
    builder.begin(.function, node: block ?? inputs)
    let name = yaml.value(of: inputs, key: "functionName") ?? block.flatMap { yaml.value(of: $0, key: "name") }
    if let name { builder.set(.declaredFunctionName, value: name) }
    if let block { set(declaration(of: block)) }
    builder.end()
  }

  private func declaredFunction(of inputs: NodeID, in keys: [String]) -> FunctionDeclaration? {
    functionBlock(of: inputs, in: keys).map { declaration(of: $0) }
  }

  private func functionBlock(of inputs: NodeID, in keys: [String]) -> NodeID? {
    for key in keys {
      if let block = yaml.value(of: inputs, key: key) { return settings(of: block) }
    }
    return nil
  }
}
