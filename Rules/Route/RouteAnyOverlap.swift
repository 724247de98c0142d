import GatewayModel
import GatewayRouting
import Linting
import Routing

/// `route-any-overlap`.
let routeAnyOverlap: Rule = Rule(
  id: "route-any-overlap",
  family: .route,
  severity: .hint,
  faults: [],
  confidence: [.inferred],
  summary: Text(en: "A path has ANY and a method of its own", zh: "同一路径既有 ANY 又有具体方法"),
  explanation: Text(
    en:
      "ANY takes every method. Where the same path also has an API for one method, both match its requests, and which of them answers is documented nowhere.",
    zh: "ANY 匹配所有方法。如果同一路径还有针对某个方法的 API，两者都匹配该方法的请求，由谁响应没有文档说明。"),
  runtime: Text(en: "Either API may answer.", zh: "任意一个 API 都可能响应。"),
  evidence: Text(
    en: "Path and method together are the key of an API, so both may exist; their order is deduced to be undefined.",
    zh: "路径加方法是 API 的唯一键，因此两者可以并存；其先后顺序没有资料说明。"),
  url: "https://cloud.tencent.com/document/product/628/11775",
  examples: [
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: get, RequestConfig: {Path: /a, Method: GET}}
          - {ApiName: all, RequestConfig: {Path: '/a', Method: ANY}}
        """,
      good: """
        Apis:
          - {ApiName: get, RequestConfig: {Path: /a, Method: GET}}
          - {ApiName: all, RequestConfig: {Path: '=/a', Method: ANY}}
        """,
      at: "'/a'")
  ],
  checks: [.service(checkAnyMethods)])

private func checkAnyMethods(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let routes = ServiceRoutes.of(service, in: project)
  for members in routes.table.routesOfPattern where members.count > 1 {
    guard let any = members.first(where: { routes.api($0).apiMethod == .any }) else { continue }
    let scope = routes.table.routes[any].scope
    let specific = members.filter {
      routes.api($0).apiMethod != .any && !routes.table.routes[$0].scope.isDisjoint(with: scope)
    }.map { routes.api($0) }
    guard !specific.isEmpty else { continue }
    let api = routes.api(any)
    let methods = Text.list(specific.map { $0.apiMethod?.rawValue ?? "?" })
    findings.report(
      at: .field(api[.path]),
      Text(
        en: "\(api.routeTitle) stands beside \(methods.en) of the same path: which of them answers is not documented.",
        zh: "\(api.routeTitle) 与同一路径的 \(methods.zh) 并存，由谁响应没有文档说明。"),
      help: Text(
        en: "Give each method an API of its own instead of ANY, or drop the single ones.",
        zh: "请用各方法的 API 代替 ANY，或删除单独的方法。"),
      related: specific.map {
        RelatedPlace(.field($0[.path]), Text(en: "\($0.routeTitle) is here", zh: "\($0.routeTitle) 在此处"))
      }, subject: api.id)
  }
}
