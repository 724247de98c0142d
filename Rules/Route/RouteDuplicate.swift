import GatewayModel
import GatewayRouting
import Linting
import Routing
import YAMLDocument

/// `route-duplicate`.
let routeDuplicate: Rule = Rule(
  id: "route-duplicate",
  family: .route,
  severity: .error,
  faults: [.uriMiss],
  confidence: [.official],
  summary: Text(en: "Two APIs of a service have the same method and path", zh: "同一服务中有两个 API 的方法和路径相同"),
  explanation: Text(
    en: """
      Path and method together are the key of an API in its service. Paths that differ in the names of their variables \
      alone match the same requests, so that one of the two never answers. A difference in case alone, or in the protocol \
      alone, is a warning: tools that look APIs up by their path take one for the other.
      """,
    zh: """
      路径和方法共同构成 API 在服务中的唯一键。只有变量名不同的路径匹配同样的请求，其中一个永远不会响应。仅大小写不同或仅协议不同\
      作为警告：按路径查找 API 的工具会把两者混为一个。
      """),
  runtime: Text(
    en: "The control plane refuses the second API of a key; of two paths that differ in names alone one never answers.",
    zh: "控制面会拒绝键相同的第二个 API；仅变量名不同的两条路径中，有一条永远不会响应。"),
  evidence: Text(
    en: "That path and method are unique is documented; that names of variables do not count follows from matching.",
    zh: "路径加方法唯一有官方文档说明；变量名不影响匹配由匹配规则推出。"),
  url: "https://cloud.tencent.com/document/product/628/11775",
  examples: [
    Example(
      bad: """
        paths:
          /u/{id}: {get: {operationId: a, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}}
          /u/{name}: {get: {operationId: b, parameters: [{name: name, in: path, required: true, schema: {type: string}}]}}
        """,
      good: """
        paths:
          /u/{id}: {get: {operationId: a, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}}
          /n/{name}: {get: {operationId: b, parameters: [{name: name, in: path, required: true, schema: {type: string}}]}}
        """,
      at: "/u/{name}", exempt: [.anchored: "a key has no value of its own to share"]),
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: /u, Method: GET}}
          - {ApiName: b, RequestConfig: {Path: "/u", Method: GET}}
        """,
      good: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: /u, Method: GET}}
          - {ApiName: b, RequestConfig: {Path: "/u", Method: POST}}
        """,
      at: "\"/u\""),
    Example(
      bad: """
        paths:
          /Users: {get: {operationId: a}}
          /users: {get: {operationId: b}}
        """,
      good: """
        paths:
          /Users: {get: {operationId: a}}
          /users: {post: {operationId: b}}
        """,
      at: "/users", exempt: [.anchored: "a key has no value of its own to share"]),
  ],
  checks: [.service(checkDuplicates)])

private func checkDuplicates(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let routes = ServiceRoutes.of(service, in: project)
  let duplicateKeys = keysWrittenTwice(service, project)
  // Files that only name the same service may be alternatives of which one is deployed.
  let isWhole = service.isWhole(in: project)
  var exact: [RouteKey: [Int]] = [:]
  var folded: [RouteKey: Int] = [:]
  for (route, api) in routes.apis.enumerated() where !isUnderDuplicateKey(api, duplicateKeys) {
    let pattern = routes.table.routes[route].pattern
    let method = api.apiMethod
    let key = RouteKey(method: method, path: pattern.identity)
    let loose = RouteKey(method: method, path: pattern.identity.lowercased)
    if let known = exact[key] {
      let sameProtocol = known.first { routes.api($0).isWebSocketFront == api.isWebSocketFront }
      let other = routes.api(sameProtocol ?? known[0])
      let isCertain = isWhole || other.id.document == api.id.document
      report(api, like: other, sameProtocol == nil ? .protocols : .none, isCertain: isCertain, &findings)
    } else if let known = folded[loose] {
      report(api, like: routes.api(known), .letterCase, isCertain: false, &findings)
    }
    exact[key, default: []].append(route)
    if folded[loose] == nil { folded[loose] = route }
  }
}

private struct RouteKey: Hashable {
  let method: APIMethod?
  let path: PathIdentity
}

/// What tells two APIs apart that are nearly the same.
private enum SmallDifference {
  case none
  case protocols
  case letterCase
}

private func report(
  _ api: Part, like other: Part, _ difference: SmallDifference, isCertain: Bool, _ findings: inout Findings
) {
  let own = api.routeTitle
  let first = other.routeTitle
  let message =
    switch difference {
    case .none where api.pathText == other.pathText:
      Text(en: "\(own) has the method and path of \(first).", zh: "\(own) 与 \(first) 的方法和路径相同。")
    case .none:
      Text(
        en: "\(own) matches the same requests as \(first): one of them can never answer.",
        zh: "\(own) 与 \(first) 匹配同样的请求，其中一个永远不会响应。")
    case .protocols:
      Text(
        en: "\(own) differs from \(first) in the protocol alone.", zh: "\(own) 与 \(first) 只有协议不同。")
    case .letterCase:
      Text(en: "\(own) differs from \(first) in case alone.", zh: "\(own) 与 \(first) 只有大小写不同。")
    }
  findings.report(
    at: .field(api[.path]), message, severity: difference == .none && isCertain ? .error : .warning,
    help: Text(en: "Give one of them another path or method.", zh: "请为其中一个改用不同的路径或方法。"),
    related: [RelatedPlace(.field(other[.path]), Text(en: "\(first) is here", zh: "\(first) 在此处"))],
    faults: difference == .none ? nil : [], subject: api.id)
}

/// Keys that one mapping has twice: that is a fault of its own.
private func keysWrittenTwice(_ service: ServiceGroup, _ project: Project) -> Set<Origin> {
  var keys: Set<Origin> = []
  for document in service.documents {
    for note in project.document(document).notes where note.kind == .duplicateKey {
      keys.insert(Origin(document: document, node: note.key))
    }
  }
  return keys
}

private func isUnderDuplicateKey(_ api: Part, _ keys: Set<Origin>) -> Bool {
  guard !keys.isEmpty else { return false }
  return [api[.path], api[.method]].contains { field in
    field.origin.map { keys.contains(Origin(document: $0.document, node: $0.node)) } ?? false
  }
}
