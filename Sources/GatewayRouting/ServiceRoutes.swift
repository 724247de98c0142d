public import GatewayModel
public import Routing
import YAMLDocument

/// The APIs of a service as routes.
///
/// An API takes part if its path and method are known: written, neither templated nor of a form that no request can have.
/// Two descriptions of one API, told by its id, are one route.
public struct ServiceRoutes: Sendable {
  /// The APIs, in the order of the documents.
  public let apis: PartList
  /// The table of their routes, with the same indices.
  public let table: RouteTable

  /// The routes of a service; worked out once for a project.
  public static func of(_ service: ServiceGroup, in project: Project) -> ServiceRoutes {
    let kept = project.derived(from: service) { KeptRoutes(service, in: project) }
    return ServiceRoutes(apis: PartList(kept.apis, of: project), table: kept.table)
  }

  /// The API as a route; `nil` where its path or method is not known.
  static func route(of api: Part) -> Route? {
    let path = api[.path]
    guard !path.isTemplated, path.shape == .scalar, let node = path.node else { return nil }
    let scope = scope(of: api)
    let bytes = Array(api.document.yaml.scalar(node))
    return bytes.isEmpty || scope.isEmpty ? nil : Route(PathPattern(bytes), scope)
  }

  /// The situations that an API is there for; none where its method is not known.
  public static func scope(of api: Part) -> RouteScope {
    guard let method = api.apiMethod else { return [] }
    return RouteScope(methods: methods(method), isWebSocket: api.isWebSocketFront)
  }

  private static func methods(_ method: APIMethod) -> [RequestMethod]? {
    method == .any ? nil : RequestMethod(name: method.rawValue).map { [$0] }
  }

  /// The API of a route.
  public func api(_ route: Int) -> Part { apis[route] }

  /// The APIs of a path that are there for some situation.
  public func apis(ofPattern pattern: Int, in scope: RouteScope) -> [Part] {
    table.routesOfPattern[pattern].filter { !table.routes[$0].scope.isDisjoint(with: scope) }.map { apis[$0] }
  }
}

/// What a project keeps of a service's routes.
private struct KeptRoutes: Sendable {
  let apis: [PartID]
  let table: RouteTable

  init(_ service: ServiceGroup, in project: Project) {
    var apis: [PartID] = []
    var routes: [Route] = []
    var ids: Set<String> = []
    for api in project.parts(.api, of: service) {
      guard let route = ServiceRoutes.route(of: api) else { continue }
      if let id = api[.apiId].text, IdentifierKind.api.isIdentifier(id), !ids.insert(id).inserted { continue }
      apis.append(api.id)
      routes.append(route)
    }
    self.apis = apis
    table = RouteTable(routes)
  }
}
