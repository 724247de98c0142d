import GatewayModel
import YAMLDocument

/// Reading component `apigateway`, its variant for several regions included.
extension ServerlessReader {
  func readAPIGateway(_ deployment: Deployment) {
    guard let inputs = deployment.inputs else {
      builder.end()
      return
    }
    let regions = regions(of: deployment)
    if deployment.name.isMultiRegion { noteBaseServiceId(of: inputs, regions: regions) }
    builder.end()
    for region in regions { readService(of: inputs, region: region) }
  }

  /// A region that an instance is deployed to.
  struct Region {
    /// The mapping with the settings that hold there only.
    var overrides: NodeID?
    /// The item of the list of regions, where there are several: what the base says is used there.
    var use: NodeID?
  }

  /// The regions that an instance is deployed to; one without settings of its own where none is named.
  func regions(of deployment: Deployment) -> [Region] {
    guard let inputs = deployment.inputs, let value = yaml.value(of: inputs, key: ServerlessHolder.region) else {
      return [Region()]
    }
    let region = yaml.resolved(value)
    guard yaml.kind(region) == .sequence else {
      return [Region(overrides: overrides(of: region, in: inputs))]
    }
    let items = yaml.children(of: region).map { yaml.resolved($0) }
    guard !items.isEmpty else { return [Region()] }
    let limited = items.prefix(Self.regionLimit)
    return limited.map { item in
      Region(overrides: overrides(of: item, in: inputs), use: items.count > 1 ? item : nil)
    }
  }

  /// More regions than the cloud has.
  private static let regionLimit = 64

  private func overrides(of region: NodeID, in inputs: NodeID) -> NodeID? {
    guard yaml.kind(region) == .scalar, let value = yaml.value(of: inputs, key: yaml.string(region)) else { return nil }
    let mapping = yaml.resolved(value)
    return yaml.kind(mapping) == .mapping ? mapping : nil
  }

  /// Records a service id of the base where several regions would share it.
  private func noteBaseServiceId(of inputs: NodeID, regions: [Region]) {
    guard regions.count > 1, let id = yaml.value(of: inputs, key: ServerlessHolder.serviceId) else { return }
    builder.set(.serviceId, value: id)
  }

  private func readService(of inputs: NodeID, region: Region) {
    let level: ServerlessLevel = era == .v1 ? .apiGatewayInputsV1 : .apiGatewayInputs
    builder.begin(.service, node: inputs, use: region.use)
    var endpoints: [(list: NodeID, use: NodeID?)] = []
    var domains: [(list: NodeID, use: NodeID?)] = []
    if let overrides = region.overrides {
      readFields(of: overrides, level: level)
      if let (list, use) = builder.value(of: .apiList) { endpoints.append((list, use)) }
      if let (list, use) = builder.value(of: .domainList) { domains.append((list, use)) }
    }
    for entry in yaml.entries(of: inputs) where !isRegionName(entry.key) {
      let use = region.use ?? entry.use
      switch level.table[yaml.scalar(entry.key)] {
      case .field(let field):
        builder.set(field, value: entry.value, use: use)
        if field == .apiList { endpoints.append((entry.value, use)) }
        if field == .domainList { domains.append((entry.value, use)) }
      case .apiField, .passive: break
      case nil: builder.noteUnread(entry, level: level, use: use)
      }
    }
    for (list, use) in domains { readDomains(list, level: level.domains, use: use) }
    readPlan(use: region.use)
    for (list, use) in endpoints { readEndpoints(list, level: level.endpoints, use: use) }
    builder.end()
  }

  /// Whether a key names a region, and so holds what is particular to it.
  private func isRegionName(_ key: NodeID) -> Bool {
    let bytes = yaml.scalar(key)
    return ["ap-", "na-", "eu-", "sa-"].contains { bytes.starts(with: $0.utf8) }
  }
}
