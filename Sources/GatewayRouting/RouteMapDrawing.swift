public import GatewayModel
public import Linting
import Routing
import SourceText
import YAMLDocument

extension RouteMap {
  /// The map of a project: every service that has routes, with its environments and who answers there.
  /// - Complexity: that of finding unreachable and ambiguous routes, near O(n) for ordinary tables.
  public init(_ project: Project) {
    self.init(
      services: project.services.compactMap { group in
        let front = ServiceFront.of(group, in: project)
        return front.routes.apis.isEmpty ? nil : RouteMapService(front, project).service
      })
  }
}

/// One service of a route map.
private struct RouteMapService {
  private let front: ServiceFront
  private let project: Project
  /// The routes in the order in which they win, as indices into the table.
  private let order: [Int]
  private let losses: [Int: Reachability.Loss]
  private let ambiguities: [Int: RouteOverlaps.Ambiguity]

  init(_ front: ServiceFront, _ project: Project) {
    self.front = front
    self.project = project
    let table = front.routes.table
    order = table.routes.indices.sorted { left, right in
      let (one, other) = (table.routes[left].pattern, table.routes[right].pattern)
      if one.kind != other.kind { return one.kind < other.kind }
      let isPrefix = one.kind == .plain || one.kind == .priorityPrefix
      if isPrefix, one.text.count != other.text.count { return one.text.count > other.text.count }
      return left < right
    }
    losses = Dictionary(Reachability(table).losses().map { ($0.pattern, $0) }, uniquingKeysWith: { first, _ in first })
    ambiguities = Dictionary(
      RouteOverlaps(table).find().ambiguities.map { ($0.pattern, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var service: RouteMap.Service {
    let document = front.service?.document ?? front.routes.apis[0].document
    return RouteMap.Service(name: front.name ?? document.file, environments: environments)
  }

  // MARK: Environments

  private var environments: [RouteMap.Environment] {
    let released = front.front.releasedEnvironments
    let all: [RouteEnvironment] = [.release, .prepub, .test]
    let known = all.filter { released?.contains($0) ?? false }
    let mapped = all.filter { environment in !known.contains(environment) && isMapped(environment) }
    if released == nil, mapped.isEmpty {
      // The one that a tool deploys to; others may hold what was deployed to them before.
      let deployed = front.service?.releasedEnvironments?.environments ?? []
      let names = all.filter { environment in deployed.contains { $0.rawValue == environment.name } }
      guard names.isEmpty else {
        return names.map { environment in
          RouteMap.Environment(
            name: environment.name, isUnreleased: false, bases: bases(environment), routes: routes,
            misses: misses(environment))
        }
      }
      return [
        RouteMap.Environment(
          name: "release, prepub, test", isUnreleased: false, bases: bases(nil), routes: routes, misses: misses(nil))
      ]
    }
    return (known + mapped).map { environment in
      let isUnreleased = released.map { !$0.contains(environment) } ?? false
      return RouteMap.Environment(
        name: environment.name, isUnreleased: isUnreleased, bases: bases(environment),
        routes: isUnreleased ? [] : routes, misses: misses(environment))
    }
  }

  private func isMapped(_ environment: RouteEnvironment) -> Bool {
    front.front.hosts.contains { host in
      if case .paths(let paths) = host.mapping { paths.contains { $0.environment == environment } } else { false }
    }
  }

  private func scheme(of host: GatewayFront.Host?) -> String {
    let schemes = host?.schemes ?? front.front.schemes
    return schemes.map { $0.contains(.secure) } ?? true ? "https" : "http"
  }

  /// What URLs of an environment begin with; of any environment where none is given.
  private func bases(_ environment: RouteEnvironment?) -> [String] {
    var bases: [String] = []
    for host in front.front.hosts {
      let start = "\(scheme(of: host))://\(String(decoding: host.name, as: UTF8.self))"
      switch host.mapping {
      case .paths(let paths):
        for mapped in paths where environment == nil || mapped.environment == environment {
          let path = String(decoding: mapped.path, as: UTF8.self)
          bases.append(start + (path.hasSuffix("/") ? String(path.dropLast()) : path))
        }
      case .environmentNames, .defaultDomain: bases.append(start + "/" + (environment?.name ?? "<environment>"))
      }
    }
    if !front.front.namesDefaultDomain {
      bases.append("\(scheme(of: nil))://<default domain>/" + (environment?.name ?? "<environment>"))
    }
    return bases
  }

  /// What clients are likely to call and no API answers.
  private func misses(_ environment: RouteEnvironment?) -> [RouteMap.Miss] {
    var misses: [RouteMap.Miss] = []
    for host in front.front.hosts {
      let start = "\(scheme(of: host))://\(String(decoding: host.name, as: UTF8.self))"
      switch host.mapping {
      case .paths(let paths):
        if !paths.contains(where: { $0.path == [UInt8(ascii: "/")] }) {
          misses.append(RouteMap.Miss(url: start + "/…", answer: "404 There is no api match env_mapping[/…]."))
        }
      case .environmentNames:
        misses.append(RouteMap.Miss(url: start + "/…", answer: "404 There is no api match env_mapping[/…]."))
      case .defaultDomain:
        misses.append(RouteMap.Miss(url: start + "/…", answer: "404 There is no api match default env_mapping[…]."))
      }
    }
    if !front.front.namesDefaultDomain {
      misses.append(
        RouteMap.Miss(
          url: "\(scheme(of: nil))://<default domain>/…", answer: "404 There is no api match default env_mapping[…]."))
    }
    let takesAll = front.routes.table.routes.contains {
      $0.pattern.kind == .plain && $0.pattern.text == [UInt8(ascii: "/")]
    }
    if !takesAll, let base = bases(environment).first {
      misses.append(RouteMap.Miss(url: base + "/…", answer: "404 There is no api match uri[/…]."))
    }
    return misses
  }

  // MARK: Routes

  private var routes: [RouteMap.Route] {
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
    return order.map { index in
      let table = front.routes.table
      let pattern = table.patternOfRoute[index]
      let api = front.routes.apis[index]
      let (verdict, rivals, witness) = verdict(ofPattern: pattern)
      let rows = rivals.flatMap { table.routesOfPattern[$0] }
        .filter { !table.routes[$0].scope.isDisjoint(with: table.routes[index].scope) }
        .compactMap { place[$0] }
      let method = api.apiMethod?.rawValue ?? ""
      return RouteMap.Route(
        method: method, path: api[.path].text ?? "", api: api[.apiName].text ?? "",
        kind: Self.kind(table.routes[index].pattern.kind), verdict: verdict, rivals: rows,
        witness: witness.map { "\(method == "ANY" ? "GET" : method) \($0)" } ?? "", backEnd: backEnd(of: api),
        authentication: api.authentication.flatMap { $0 == "NONE" ? nil : $0 } ?? "", location: location(of: api))
    }
  }

  private func verdict(ofPattern pattern: Int) -> (RouteMap.Verdict, [Int], String?) {
    if let loss = losses[pattern] {
      let verdict: RouteMap.Verdict =
        switch loss.extent {
        case .everything: .unreachable
        case .naturalRequests: .partlyShadowed
        case .undecided: .undecided
        }
      return (
        verdict, loss.blockers.isEmpty ? loss.answeredBy : loss.blockers, String(decoding: loss.request, as: UTF8.self)
      )
    }
    if let ambiguity = ambiguities[pattern], let first = ambiguity.others.first {
      return (.ambiguous, ambiguity.others.map(\.pattern), String(decoding: first.shared, as: UTF8.self))
    }
    return (.answers, [], nil)
  }

  private static func kind(_ kind: PathKind) -> RouteMap.Kind {
    switch kind {
    case .exact: .exact
    case .priorityPrefix: .priorityPrefix
    case .expression: .expression
    case .plain: .prefix
    }
  }

  private func backEnd(of api: Part) -> String {
    guard let type = api.serviceType else { return "" }
    switch type {
    case .scf: return named(type, api[.functionName])
    case .cos: return named(type, api[.cosBucket])
    case .mock, .tsf, .eb, .target: return type.rawValue
    default: return (api[.backendURL].text ?? type.rawValue) + (api[.backendPath].text ?? "")
    }
  }

  private func named(_ type: ServiceType, _ name: Field) -> String {
    name.text.map { "\(type.rawValue) \($0)" } ?? type.rawValue
  }

  private func location(of api: Part) -> Location {
    let origin = api[.path].origin ?? api.origin
    let span = project.document(origin.document).yaml.span(origin.node)
    let (document, place) = project.placeInFile(span, ofDocument: origin.document)
    let file = project.document(document)
    return Location(file: file.file, range: file.yaml.source.range(of: place))
  }
}
