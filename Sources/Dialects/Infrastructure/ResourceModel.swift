import GatewayModel
import YAMLDocument

/// Fills the model from resources: each service with what names it, and all else by itself.
struct ResourceModel: SettingsReader {
  let builder: ModelBuilder
  let resources: [Resource]
  let style: AttributeStyle
  let file: String
  /// Whether the file tells what is planned or deployed, so that what is absent is not known.
  let isPlanned: Bool

  static let notesUnknownKeys = false

  private var byAddress: [String: [Int]] = [:]
  private var byId: [String: Int] = [:]
  /// The part that a resource is read as, by the index of the resource.
  private(set) var partOfResource: [Int: UInt32] = [:]
  /// What is attached, by the index of the resource that it is attached to.
  private(set) var attachments: [Int: [Int]] = [:]

  init(_ yaml: YAMLDocument, _ resources: [Resource], style: AttributeStyle, isPlanned: Bool, file: String) {
    builder = ModelBuilder(yaml: yaml)
    self.resources = resources
    self.style = style
    self.isPlanned = isPlanned
    self.file = file
    for (index, resource) in resources.enumerated() {
      byAddress[resource.address, default: []].append(index)
      if let id = resource.id { byId[yaml.string(yaml.resolved(id))] = index }
    }
    for index in resources.indices {
      guard let role = resources[index].kind.holderRole, let holder = target(of: resources[index].references[role])
      else { continue }
      attachments[holder, default: []].append(index)
    }
    builder.useFacts((isPlanned ? InfrastructureFacts.Form.planned : .written).rawValue)
  }

  /// Reads all resources.
  mutating func read() {
    let services = resources.indices.filter { resources[$0].kind == .service }
    let owners = resources.indices.map { owner(of: $0, onlyService: services.count == 1 ? services[0] : nil) }
    let hasStrayRelease = resources.indices.contains { resources[$0].kind == .serviceRelease && owners[$0] == nil }
    var written: [String: [Int]] = [:]
    var members: [Int: [Int]] = [:]
    for (index, owner) in owners.enumerated() {
      if let owner, isIndependent(index) { members[owner, default: []].append(index) }
    }
    for (index, resource) in resources.enumerated() where resource.kind != .service && owners[index] == nil {
      guard isIndependent(index) else { continue }
      if case .id(let id)? = resource.references[.service] {
        written[id, default: []].append(index)
      } else {
        readAlone(index)
      }
    }
    for (index, resource) in resources.enumerated() where resource.kind == .service {
      partOfResource[index] = builder.begin(.service, node: resource.node)
      readAttributes(of: resource.node, level: .service)
      if let id = resource.id { builder.set(.serviceId, value: id) }
      if isPlanned { builder.markIncomplete() }
      for member in members[index] ?? [] { readMember(member) }
      if hasStrayRelease { readRelease(at: resource.node) }
      builder.end()
    }
    for (_, members) in written.sorted(by: { $0.key < $1.key }) {
      let first = resources[members[0]].node
      builder.begin(.service, node: first)
      if let id = builder.yaml.value(of: first, key: style.spelled("service_id")) { builder.set(.serviceId, value: id) }
      builder.markIncomplete()
      for member in members { readMember(member) }
      builder.end()
    }
    tieParts()
  }

  /// A release whose service cannot be told may be any service's.
  private func readRelease(at node: NodeID) {
    builder.begin(.release, node: node)
    builder.markIncomplete()
    builder.end()
  }

  private mutating func readAlone(_ index: Int) {
    builder.begin(.service, node: resources[index].node)
    builder.markIncomplete()
    readMember(index)
    builder.end()
  }

  // MARK: Ties

  /// An attachment stands below what it attaches, where that is known.
  private func isIndependent(_ index: Int) -> Bool {
    guard let role = resources[index].kind.holderRole else { return true }
    return target(of: resources[index].references[role]) == nil
  }

  func target(of reference: ResourceReference?) -> Int? {
    switch reference {
    case .address(let address):
      let named = byAddress[address] ?? []
      return named.count == 1 ? named[0] : nil
    case .id(let id): return byId[id]
    case .unknown, nil: return nil
    }
  }

  /// The service resource that a resource belongs to; of what can be attached to services the one that all its
  /// attachments name.
  private func owner(of index: Int, onlyService: Int?) -> Int? {
    switch resources[index].kind {
    case .service: return nil
    case .function: return onlyService
    case .usagePlan, .plugin, .apiApp:
      let bindings = (attachments[index] ?? []).filter { resources[$0].kind != .apiKeyAttachment }
      let owners = Set(bindings.map { service(of: $0, depth: 0) })
      return owners.count == 1 ? owners.first! : nil
    default: return service(of: index, depth: 0)
    }
  }

  /// Follows the reference to a service; one that leads to another resource's own reference is followed there.
  private func service(of index: Int, depth: Int) -> Int? {
    guard depth < 4, let target = target(of: resources[index].references[.service]) else { return nil }
    return resources[target].kind == .service ? target : service(of: target, depth: depth + 1)
  }

  // MARK: Parts

  private mutating func readMember(_ index: Int) {
    let resource = resources[index]
    if resource.kind == .importOpenApi { return readContent(of: resource.node) }
    guard let (kind, level) = resource.kind.member else { return }
    readPart(kind, index, level)
  }

  /// Reads a resource as a part, with what is attached to it.
  private mutating func readPart(_ kind: PartKind, _ index: Int, _ level: AttributeLevel) {
    let resource = resources[index]
    partOfResource[index] = builder.begin(kind, node: resource.node)
    if isPlanned { builder.markIncomplete() }
    for role in resource.kind.roles {
      if let value = builder.yaml.value(of: resource.node, key: style.spelled(role.attribute)) {
        builder.set(role.field, value: value)
      }
    }
    readAttributes(of: resource.node, level: level)
    for (field, inner) in level.nestedMappings {
      if let (value, use) = builder.value(of: field) { readAttributes(of: onlyItem(of: value), level: inner, use: use) }
    }
    for (field, kind, inner) in level.nestedLists {
      if let (value, _) = builder.value(of: field) { readParts(in: value, kind, inner) }
    }
    if kind == .domain, let (value, _) = builder.value(of: .pathMappingSet) { readMappings(in: value) }
    if kind == .plugin { readPluginData() }
    for attachment in attachments[index] ?? [] { readMember(attachment) }
    builder.end()
  }

  /// Terraform writes a block as a list of one.
  private func onlyItem(of value: NodeID) -> NodeID {
    let yaml = builder.yaml
    let node = yaml.resolved(value)
    guard yaml.kind(node) == .sequence else { return node }
    let items = Array(yaml.children(of: node).prefix(2))
    return items.count == 1 ? yaml.resolved(items[0]) : node
  }

  private func readParts(in list: NodeID, _ kind: PartKind, _ level: AttributeLevel) {
    let yaml = builder.yaml
    let list = yaml.resolved(list)
    let items = yaml.kind(list) == .sequence ? Array(yaml.children(of: list)) : [list]
    for item in items.map({ yaml.resolved($0) }) where yaml.kind(item) == .mapping {
      builder.begin(kind, node: item)
      if isPlanned { builder.markIncomplete() }
      readAttributes(of: item, level: level)
      builder.end()
    }
  }

  /// An entry is one text: path, `#`, environment.
  private func readMappings(in list: NodeID) {
    let yaml = builder.yaml
    let list = yaml.resolved(list)
    guard yaml.kind(list) == .sequence else { return }
    for item in yaml.children(of: list) where yaml.kind(yaml.resolved(item)) == .scalar {
      builder.begin(.pathMapping, node: yaml.resolved(item))
      builder.set(.mappingPath, value: item)
      builder.set(.mappingEnvironment, value: item)
      builder.end()
    }
  }

  private func readAttributes(of node: NodeID, level: AttributeLevel, use: NodeID? = nil) {
    let yaml = builder.yaml
    let mapping = yaml.resolved(node)
    guard yaml.kind(mapping) == .mapping else { return }
    let table = style.table(level)
    for entry in yaml.entries(of: mapping) {
      guard let field = table[yaml.scalar(entry.key)] else { continue }
      guard let value = computed(entry.value) else {
        builder.markIncomplete()
        continue
      }
      builder.set(field, value: value, use: use ?? entry.use)
    }
  }

  /// The value itself, or what a function of Pulumi makes JSON of; `nil` for one that cannot be computed here.
  private func computed(_ value: NodeID) -> NodeID? {
    let yaml = builder.yaml
    let node = yaml.resolved(value)
    guard yaml.kind(node) == .mapping, let pair = yaml.pairs(of: node).first(where: { _ in true }),
      yaml.scalar(pair.key).starts(with: Array("fn::".utf8))
    else { return value }
    return yaml.isScalar(pair.key, equalTo: "fn::toJSON") ? pair.value : nil
  }

  private func readContent(of node: NodeID) {
    guard let text = builder.yaml.value(of: node, key: "content") else { return }
    builder.embed(textIn: text, file: file) { [file] inner in
      switch Dialects.recognise(inner) {
      case .gateway(.openAPI), .plainOpenAPI: return Dialects.read(inner, as: .openAPI, file: file)
      default: return nil
      }
    }
  }
}
