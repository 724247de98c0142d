import GatewayModel
import Linting
import YAMLDocument

/// `route-unreleased`.
let routeUnreleased: Rule = Rule(
  id: "route-unreleased",
  family: .route,
  severity: .error,
  faults: [.uriMiss, .noAPI],
  confidence: [.official],
  summary: Text(
    en: "The service is released to no environment", zh: "服务没有发布到任何环境"),
  explanation: Text(
    en: """
      An API answers only in the environments that its service is released to, and there are three of them: `test`, \
      `prepub` and `release`. A manifest that lists no environment, or a word that is none, describes a service that \
      nobody can call. A release publishes every API of the service; a service without APIs has nothing to publish.
      """,
    zh: """
      API 只在服务已发布的环境中可以访问，环境只有 `test`、`prepub`、`release` 三个。清单中列表为空，或写了不存在的环境，\
      意味着服务无法被调用。发布会一次性发布服务下的全部 API；没有 API 的服务没有内容可发布。
      """),
  runtime: Text(
    en: "Every request is answered with 404 `There is no api match uri[$uri].` or `Found no api.`.",
    zh: "所有请求都返回 404 `There is no api match uri[$uri].` 或 `Found no api.`。"),
  evidence: Text(
    en: "The vendor's pages on releasing a service; the three names are those of the control plane.",
    zh: "依据厂商关于服务发布的文档；三个环境名由控制面限定。"),
  url: "https://cloud.tencent.com/document/product/628/11779",
  fixSafety: .safe(
    Text(
      en: "Only the case of a name that is known is changed.", zh: "只改正已知环境名的大小写。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Service: {ServiceName: shop, Protocol: http&https}
        ReleasedEnvironments: []
        SubDomains: [{SubDomain: api.shop.cn, Protocol: http, IsDefaultMapping: false, PathMappingSet: [{Path: /, Environment: release}]}]
        """,
      good: """
        Service: {ServiceName: shop, Protocol: http&https}
        ReleasedEnvironments: [release]
        Apis: [a.yaml]
        SubDomains: [{SubDomain: api.shop.cn, Protocol: http, IsDefaultMapping: false, PathMappingSet: [{Path: /, Environment: release}]}]
        """,
      at: "[]", files: ["a.yaml": routeUnreleasedAPI]),
    Example(
      .manifest,
      bad: "ReleasedEnvironments: [test, prod]",
      good: "ReleasedEnvironments: [test, '${STAGE}']", at: "prod"),
    Example(
      .manifest,
      bad: "ReleasedEnvironments: [Release]",
      good: "ReleasedEnvironments: [release]", fixed: "ReleasedEnvironments: [release]", at: "Release]"),
    Example(
      .manifest,
      bad: "Apis: []",
      good: "Apis: [a.yaml]", at: "[]", files: ["a.yaml": routeUnreleasedAPI]),
  ],
  checks: [.part(.service, checkReleases), .service(checkAPIs)])

private let routeUnreleasedAPI = """
  openapi: 3.0.0
  info: {title: a, version: "1"}
  paths:
    /a:
      get: {operationId: a, x-apigw-protocol: HTTP}
  """

private func checkReleases(_ service: Part, _ findings: inout Findings) {
  let released = service[.releasedEnvironments]
  guard service.facts.isWholeService, released.isWritten, let origin = released.origin, !released.isTemplated else {
    return
  }
  let items = released.shape == .list ? released.items : released.shape == .scalar ? [origin] : []
  guard !items.isEmpty else {
    guard released.shape == .list || released.shape == .null else { return }
    findings.report(
      at: .value(origin),
      Text(
        en: "The service is released to no environment: no request finds an API.",
        zh: "服务没有发布到任何环境，所有请求都找不到 API。"),
      help: Text(
        en: "List the environments that it is released to: `test`, `prepub`, `release`.",
        zh: "请列出已发布的环境：`test`、`prepub`、`release`。"))
    return
  }
  for item in items { checkEnvironment(item, of: service, &findings) }
}

private func checkEnvironment(_ item: Origin, of service: Part, _ findings: inout Findings) {
  let yaml = service.project.document(item.document).yaml
  let word = yaml.string(item.node)
  guard !Field.isTemplate(word.utf8) else { return }
  switch KnownWord(word, among: GatewayEnvironment.allCases.map(\.rawValue)) {
  case .exact: return
  case .inOtherCase(let known):
    findings.report(
      at: .value(item),
      Text(en: "The environment `\(known)` is written in lower case.", zh: "环境名 `\(known)` 应为小写。"),
      severity: .warning, mends: [.safe(Text(en: "write `\(known)`", zh: "改为 `\(known)`"), .set(item, .string(known)))])
  case .unknown:
    let meant = GatewayEnvironment(nickname: word)?.rawValue
    findings.report(
      at: .value(item),
      Text(
        en: "`\(word)` is no environment: there are `test`, `prepub` and `release`.",
        zh: "`\(word)` 不是环境名，环境只有 `test`、`prepub`、`release`。"),
      help: meant.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") })
  }
}

private func checkAPIs(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  checkReleaseResources(service, project, &findings)
  guard service.isWhole(in: project), project.parts(.api, of: service).isEmpty else { return }
  for part in project.parts(.service, of: service) where part.facts.isWholeService {
    guard part[.apiList].shape == .list, let origin = part[.apiList].origin else { continue }
    findings.report(
      at: .value(origin),
      Text(en: "The service has no API: a release publishes nothing.", zh: "服务下没有任何 API，发布后没有可访问的内容。"),
      severity: .hint,
      help: Text(
        en: "List the APIs of the service in \(part[.apiList].spelling).",
        zh: "请在 \(part[.apiList].spelling) 中列出该服务的 API。"), subject: part.id)
  }
}

/// Where a release is an object of its own, a service that has APIs and none is released by somebody else, or not at all.
private func checkReleaseResources(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  for part in project.parts(.service, of: service) {
    guard part.facts.releasesAreResources, part[.serviceName].isWritten || part[.serviceProtocol].isWritten,
      part.children(.release).isEmpty, !part.children(.api).isEmpty
    else { continue }
    findings.report(
      at: .part(part.id),
      Text(
        en: "The service has APIs, but nothing here releases it: until it is released it answers nobody.",
        zh: "服务下有 API，但此处没有发布服务的资源：发布之前无法访问。"),
      severity: .hint,
      help: Text(
        en: "Add a release of the service, unless it is released elsewhere.", zh: "如果没有在其他地方发布，请添加服务发布资源。"),
      subject: part.id)
  }
}
