public import GatewayModel
public import Routing
import YAMLDocument

/// A service as its callers meet it: hosts, environments, schemes and routes, with the parts of the configuration that say
/// so.
public struct ServiceFront: Sendable {
  /// The documents of the service.
  public let group: ServiceGroup
  /// The service's own part: the one that names it, else the first.
  public let service: Part?
  /// The APIs and their routes.
  public let routes: ServiceRoutes
  /// What requests are followed through.
  public let front: GatewayFront
  /// For each host of the front the part that binds it.
  public let domains: PartList
  /// Whether nothing of the service lies outside of the input.
  public let isWhole: Bool

  /// A service's front; worked out once for a project.
  public static func of(_ group: ServiceGroup, in project: Project) -> ServiceFront {
    let routes = ServiceRoutes.of(group, in: project)
    let kept = project.derived(from: group) { KeptFront(group, routes.table, in: project) }
    return ServiceFront(
      group: group, service: kept.service.map(project.part), routes: routes, front: kept.front,
      domains: PartList(kept.domains, of: project), isWhole: kept.isWhole)
  }

  /// What people call the service; `nil` where the input names it nowhere.
  public var name: String? { service.flatMap { $0[.serviceName].text ?? $0[.serviceId].text } }
}

/// What a project keeps of a service's front.
private struct KeptFront: Sendable {
  let service: PartID?
  let front: GatewayFront
  let domains: [PartID]
  let isWhole: Bool

  init(_ group: ServiceGroup, _ table: RouteTable, in project: Project) {
    isWhole = group.isWhole(in: project)
    let services = project.parts(.service, of: group)
    service = (services.first { $0[.serviceName].text != nil } ?? services.first)?.id
    var hosts: [GatewayFront.Host] = []
    var domains: [PartID] = []
    for domain in project.parts(.domain, of: group) {
      if let name = Self.text(domain[.domainName]) {
        let schemes = Self.text(domain[.domainProtocol]).flatMap { Schemes(word: $0) }
        hosts.append(
          GatewayFront.Host(
            name: Array(name.utf8), mapping: Self.mapping(of: domain), schemes: schemes,
            redirectsToSecure: domain[.isForcedHTTPS].boolean ?? false))
        domains.append(domain.id)
      }
      if let name = Self.text(domain[.netSubDomain]), !hosts.contains(where: { $0.name.elementsEqual(name.utf8) }) {
        hosts.append(GatewayFront.Host(name: Array(name.utf8), mapping: .defaultDomain))
        domains.append(domain.id)
      }
    }
    self.domains = domains
    front = GatewayFront(
      hosts: hosts, namesDefaultDomain: hosts.contains { $0.mapping == .defaultDomain },
      schemes: services.lazy.compactMap { Self.text($0[.serviceProtocol]) }.first.flatMap { Schemes(word: $0) },
      releasedEnvironments: services.lazy.compactMap(Self.released).first, table: table)
  }

  private static func text(_ field: Field) -> String? {
    guard !field.isTemplated, !field.isBlank else { return nil }
    return field.text
  }

  /// What the first segments mean on a custom domain. Where it is not known which of the two mappings holds, both do.
  private static func mapping(of domain: Part) -> GatewayFront.EnvironmentMapping {
    let paths = domain.children(.pathMapping).compactMap { mapping -> GatewayFront.MappedPath? in
      guard let path = text(mapping[.mappingPath]), let word = text(mapping[.mappingEnvironment]),
        let environment = RouteEnvironment(name: word)
      else { return nil }
      return GatewayFront.MappedPath(path: Array(path.utf8), environment: environment)
    }
    let isDefault = domain[.isDefaultMapping]
    if let isCustom = domain[.customMapping].boolean { return isCustom ? .paths(paths) : .environmentNames }
    if isDefault.isTemplated || domain[.customMapping].isTemplated {
      let names = RouteEnvironment.allCases.map {
        GatewayFront.MappedPath(path: Array("/\($0.name)".utf8), environment: $0)
      }
      return .paths(paths + names)
    }
    return isDefault.boolean == false ? .paths(paths) : .environmentNames
  }

  private static func released(_ service: Part) -> [RouteEnvironment]? {
    let field = service[.releasedEnvironments]
    guard field.shape == .list else { return nil }
    let words = field.items.map { service.document.yaml.string($0.node) }
    guard !words.contains(where: { Field.isTemplate($0.utf8) }) else { return nil }
    return words.compactMap { RouteEnvironment(name: $0) }
  }
}
