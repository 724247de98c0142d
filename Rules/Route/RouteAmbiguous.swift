import GatewayModel
import GatewayRouting
import Linting
import Routing
import YAMLDocument

/// `route-ambiguous`.
let routeAmbiguous: Rule = Rule(
  id: "route-ambiguous",
  family: .route,
  severity: .warning,
  faults: [],
  confidence: [.inferred],
  summary: Text(
    en: "Two paths with variables or expressions match the same request", zh: "两条带变量或正则的路径匹配同一个请求"),
  explanation: Text(
    en: """
      Paths with variables are regular expressions, and a variable takes as much as it can, slashes included: \
      `/users/{id}` also matches `/users/1/orders`. Which of several matching expressions wins is documented nowhere. \
      Only requests count that one of the two paths is meant for: with one segment for each of its variables.
      """,
    zh: """
      带变量的路径就是正则，变量会尽可能多地匹配，包括斜杠：`/users/{id}` 也匹配 `/users/1/orders`。多个正则都匹配时由谁响应，\
      文档没有任何说明。这里只考虑其中一条路径本来要接收的请求，即每个变量只占一段。
      """),
  runtime: Text(
    en: "Either API may answer, and another one after the next release.", zh: "任意一个 API 都可能响应，下次发布后还可能变化。"),
  evidence: Text(
    en: "Greedy variables are documented by examples; the order between expressions is not documented.",
    zh: "变量的贪婪匹配有官方示例；正则之间的先后顺序没有文档。"),
  url: "https://cloud.tencent.com/document/product/628/11797",
  examples: [
    Example(
      bad: """
        paths:
          /{a}/list: {get: {operationId: x, parameters: [{name: a, in: path, required: true, schema: {type: string}}]}}
          /shop/{b}: {get: {operationId: y, parameters: [{name: b, in: path, required: true, schema: {type: string}}]}}
        """,
      good: """
        paths:
          /by/{a}/list: {get: {operationId: x, parameters: [{name: a, in: path, required: true, schema: {type: string}}]}}
          /shop/{b}: {get: {operationId: y, parameters: [{name: b, in: path, required: true, schema: {type: string}}]}}
        """,
      at: "/shop/{b}", exempt: [.anchored: "a key has no value of its own to share"]),
    Example(
      bad: """
        paths:
          /users/{id}: {get: {operationId: user, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}}
          /users/{id}/orders: {get: {operationId: orders, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}}
        """,
      good: """
        paths:
          /users/{id}/profile: {get: {operationId: user, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}}
          /users/{id}/orders: {get: {operationId: orders, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}}
        """,
      exempt: [.anchored: "a key has no value of its own to share"]),
  ],
  checks: [.service(checkAmbiguities)])

private let relatedLimit = 20

private func checkAmbiguities(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let routes = ServiceRoutes.of(service, in: project)
  guard routes.table.patterns.count(where: { $0.kind == .expression }) > 1 else { return }
  let overlaps = RouteOverlaps(routes.table)
  let result = overlaps.find()
  for ambiguity in result.ambiguities {
    let scope = ambiguity.others.reduce(RouteScope()) { $0.union($1.scope) }
    guard let own = SharedPath.groups(routes.apis(ofPattern: ambiguity.pattern, in: scope)).first,
      let first = ambiguity.others.first
    else { continue }
    findings.report(
      at: own.place, message(own, ambiguity, first, routes, overlaps, isComplete: result.isComplete),
      help: Text(
        en:
          "Give the two paths different beginnings, or write the narrower one as `=…` or `^~…` if it has no variable.",
        zh: "请让两条路径的开头不同；如果较窄的一条没有变量，可写成 `=…` 或 `^~…`。"),
      related: related(ambiguity, routes), subject: own.apis[0].id)
  }
}

private func message(
  _ own: SharedPath, _ ambiguity: RouteOverlaps.Ambiguity, _ first: RouteOverlaps.Overlap, _ routes: ServiceRoutes,
  _ overlaps: RouteOverlaps, isComplete: Bool
) -> Text {
  let method = first.scope.methods.first?.name ?? ""
  let other = routes.table.patterns[first.pattern].description
  let request = requestText(first.shared)
  var english =
    "`\(method) \(request)` matches both \(own.path) and \(other), and nothing documented says which answers."
  var chinese = "`\(method) \(request)` 同时匹配 \(own.path) 和 \(other)，由谁响应没有文档说明。"
  let alone = [
    (own.path, overlaps.onlyAnswered(by: ambiguity.pattern, not: first.pattern, in: first.scope)),
    (other, overlaps.onlyAnswered(by: first.pattern, not: ambiguity.pattern, in: first.scope)),
  ].compactMap { path, request in request.map { (path, requestText($0)) } }
  if !alone.isEmpty {
    english += " " + alone.map { "`\($0.1)` goes to \($0.0) alone" }.joined(separator: ", ") + "."
    chinese += alone.map { "`\($0.1)` 只由 \($0.0) 响应" }.joined(separator: "，") + "。"
  }
  if let captor = routes.apis(ofPattern: first.pattern, in: first.scope).first,
    CaptureConsequence.isWeaker(lost: own.apis[0], captor: captor)
      || CaptureConsequence.isWeaker(lost: captor, captor: own.apis[0])
  {
    english += " One of the two answers without authentication."
    chinese += "两者之一不需要认证。"
  }
  let further = ambiguity.others.count - 1
  if further > 0 || !isComplete {
    let count = isComplete ? "\(further)" : "\(further)+"
    english += " It shares requests with \(count) further path\(further == 1 && isComplete ? "" : "s")."
    chinese += "它还与另外 \(count) 条路径有相同的请求。"
  }
  return Text(en: english, zh: chinese)
}

private func related(_ ambiguity: RouteOverlaps.Ambiguity, _ routes: ServiceRoutes) -> [RelatedPlace] {
  ambiguity.others.prefix(relatedLimit).compactMap { other in
    guard let api = routes.apis(ofPattern: other.pattern, in: other.scope).first else { return nil }
    let request = requestText(other.shared)
    return RelatedPlace(
      .field(api[.path]),
      Text(en: "\(api.routeTitle) matches `\(request)` as well", zh: "\(api.routeTitle) 也匹配 `\(request)`"))
  }
}
