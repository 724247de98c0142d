import GatewayModel
import GatewayRouting
import Linting
import Routing

/// `route-env-collision`.
let routeEnvCollision: Rule = Rule(
  id: "route-env-collision",
  family: .route,
  severity: .hint,
  faults: [],
  confidence: [.inferred],
  summary: Text(en: "An API path begins like an environment", zh: "API 路径的开头与环境标识相同"),
  explanation: Text(
    en: """
      In a URL the environment stands before the path of the API: `/release/orders` is `/orders` in `release`. A path that \
      itself begins with `/test/`, `/prepub/` or `/release/`, or with a mapping of a custom domain, makes URLs that are \
      easily read wrongly, and behind a mapping `/` it is not reached where a longer mapping begins like it.
      """,
    zh: """
      URL 中环境位于 API 路径之前：`/release/orders` 是 `release` 环境的 `/orders`。如果路径本身以 `/test/`、`/prepub/`、`/release/` \
      或自定义域名的映射路径开头，URL 容易被误读；当根路径 `/` 也有映射时，更长的映射会先匹配，该路径就访问不到。
      """),
  runtime: Text(
    en: "Requests may be taken for another environment, and miss.", zh: "请求可能被当作另一个环境的请求，从而匹配不到 API。"),
  evidence: Text(
    en: "That the environment comes first is documented; that the longest mapping wins is deduced.",
    zh: "环境位于路径之前有官方文档说明；最长映射优先属于推断。"),
  url: "https://cloud.tencent.com/document/product/628/11791",
  examples: [
    Example(
      bad: """
        paths:
          /test/orders: {get: {operationId: orders}}
        """,
      good: """
        paths:
          /tests/orders: {get: {operationId: orders}}
        """,
      at: "/test/orders", exempt: [.anchored: "a key has no value of its own to share"]),
    Example(
      .manifest,
      bad: """
        SubDomains:
          - {SubDomain: a.shop.cn, IsDefaultMapping: false, PathMappingSet: [{Path: /, Environment: release}, {Path: /beta, Environment: test}]}
        Apis:
          - {ApiName: a, RequestConfig: {Path: '/beta/orders', Method: GET}}
        """,
      good: """
        SubDomains:
          - {SubDomain: a.shop.cn, IsDefaultMapping: false, PathMappingSet: [{Path: /, Environment: release}, {Path: /beta, Environment: test}]}
        Apis:
          - {ApiName: a, RequestConfig: {Path: '/betas', Method: GET}}
        """,
      at: "'/beta/orders'"),
  ],
  checks: [.service(checkEnvironmentNames)])

private func checkEnvironmentNames(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let mappings = project.parts(.pathMapping, of: service).filter { mapping in
    !mapping[.mappingPath].isTemplated && (mapping[.mappingPath].text ?? "/") != "/"
  }
  let environments = RouteEnvironment.allCases.map { "/" + $0.name }
  for shared in SharedPath.all(of: service, in: project) {
    guard let pattern = shared.pattern else { continue }
    let environment = environments.first { begins(pattern, with: $0) }
    let mapping = mappings.first { begins(pattern, with: $0[.mappingPath].text ?? "/") }
    guard environment != nil || mapping != nil else { continue }
    let word = environment ?? mapping?[.mappingPath].text ?? ""
    let related = mapping.map { mapping in
      RelatedPlace(
        .field(mapping[.mappingPath]), Text(en: "the mapping is here", zh: "映射路径在此处"))
    }
    findings.report(
      at: shared.place,
      environment != nil
        ? Text(
          en: "`\(shared.path)` begins like the environment `\(word)`: its URL is `/release\(shared.path)`.",
          zh: "`\(shared.path)` 的开头与环境 `\(word)` 相同，它的 URL 是 `/release\(shared.path)`。")
        : Text(
          en: "`\(shared.path)` begins like the mapping `\(word)` of a custom domain, which takes the request first.",
          zh: "`\(shared.path)` 的开头与自定义域名的映射 `\(word)` 相同，请求会先匹配该映射。"),
      help: Text(en: "Choose another first segment.", zh: "请换一个首段路径。"), related: related.map { [$0] } ?? [],
      subject: shared.apis[0].id)
  }
}

private func begins(_ pattern: PathPattern, with word: String) -> Bool {
  guard pattern.text.starts(with: word.utf8) else { return false }
  let rest = pattern.text.dropFirst(word.utf8.count)
  return word.hasSuffix("/") || rest.isEmpty || rest.first == UInt8(ascii: "/")
}
