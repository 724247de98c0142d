import GatewayModel
import Linting

/// `route-mapping-env-unreleased`.
let routeMappingEnvUnreleased: Rule = Rule(
  id: "route-mapping-env-unreleased",
  family: .route,
  severity: .error,
  faults: [.uriMiss],
  confidence: [.official, .inferred],
  summary: Text(
    en: "A path mapping, plugin or application names an environment that the service is not released to",
    zh: "路径映射、插件或应用指向服务未发布的环境"),
  explanation: Text(
    en: """
      A domain's mapping leads requests into an environment. Where the service is not released there, no API is found. \
      It is an error when no mapping of the domain leads to a released environment, a warning otherwise: people map all \
      three environments and release one. A plugin or application that is bound to an unreleased environment has no \
      effect. Where only one file's release is in the input, another file or stage may release the environment.
      """,
    zh: """
      域名的映射把请求带入某个环境；服务没有发布到该环境时找不到任何 API。如果该域名的所有映射都指向未发布的环境，则为错误，\
      否则为警告：很多人映射了三个环境，却只发布一个。绑定到未发布环境的插件或应用不起作用。如果输入中只有一个文件的发布信息，\
      其他文件或阶段可能会发布该环境。
      """),
  runtime: Text(
    en: "Requests through that mapping are answered with 404 `There is no api match uri[$uri].`.",
    zh: "经由该映射的请求返回 404 `There is no api match uri[$uri].`。"),
  evidence: Text(
    en:
      "The vendor's FAQ names the missing release as first cause of this answer; that a mapping leads there is deduced.",
    zh: "厂商常见问题把未发布列为该报错的首要原因；映射会导致同样结果属于推断。"),
  url: "https://cloud.tencent.com/document/product/628/14906",
  examples: [
    Example(
      .manifest,
      bad: """
        ReleasedEnvironments: [test]
        SubDomains: [{SubDomain: api.shop.cn, Protocol: http, IsDefaultMapping: false, PathMappingSet: [{Path: /, Environment: release}]}]
        """,
      good: """
        ReleasedEnvironments: [test, release]
        SubDomains: [{SubDomain: api.shop.cn, Protocol: http, IsDefaultMapping: false, PathMappingSet: [{Path: /, Environment: release}]}]
        """,
      at: "release}"),
    Example(
      .manifest,
      bad: """
        ReleasedEnvironments: [release]
        Plugins:
          - {PluginName: p, PluginType: IPControl, PluginData: {type: white_list, blocks: 10.0.0.1}, Attach: [{EnvironmentName: test, Apis: [a]}]}
        """,
      good: """
        ReleasedEnvironments: []
        Plugins:
          - {PluginName: p, PluginType: IPControl, PluginData: {type: white_list, blocks: 10.0.0.1}, Attach: [{EnvironmentName: test, Apis: [a]}]}
        """,
      at: "test, Apis"),
    Example(
      .manifest,
      bad: """
        ReleasedEnvironments: [release]
        ApiApps: [{ApiAppName: mobile, Bind: [{Environment: prepub, Apis: [a]}]}]
        """,
      good: """
        ReleasedEnvironments: [release]
        ApiApps: [{ApiAppName: mobile, Bind: [{Environment: release, Apis: [a]}]}]
        """,
      at: "prepub"),
  ],
  checks: [
    .part(.domain, checkDomain), .part(.pluginAttachment, checkBinding), .part(.appBinding, checkBinding),
  ])

private func checkDomain(_ domain: Part, _ findings: inout Findings) {
  guard domain.usesOwnMappings == true, let released = domain.releasedEnvironments else { return }
  let led = domain.children(.pathMapping).map { (mapping: $0, environment: $0.environment(.mappingEnvironment)) }
  let missed = led.filter { $0.environment.map { !released.environments.contains($0) } ?? false }
  guard !missed.isEmpty else { return }
  let severity = severity(of: domain, leadsToReleased: missed.count < led.count)
  for (mapping, environment) in missed {
    guard let environment, let origin = mapping[.mappingEnvironment].origin else { continue }
    report(environment, at: origin, released, of: domain, severity, &findings)
  }
}

private func checkBinding(_ binding: Part, _ findings: inout Findings) {
  guard let environment = binding.environment(.environmentName), let released = binding.releasedEnvironments,
    !released.environments.contains(environment), let origin = binding[.environmentName].origin
  else { return }
  let isWhole = binding.facts.isWholeService
  guard isWhole else { return }
  report(environment, at: origin, released, of: binding, .warning, &findings)
}

/// An error where all is known and no mapping works; a warning where another file may release more; a hint where the
/// service exists already and may have been released elsewhere.
private func severity(of domain: Part, leadsToReleased: Bool) -> Severity {
  if domain.facts.isWholeService { return leadsToReleased ? .warning : .error }
  let service = domain.enclosing(.service)
  let isGiven = service.map { !$0[.serviceId].isBlank } ?? false
  return domain.facts.tool.joinsProtocols && isGiven ? .hint : .warning
}

private func report(
  _ environment: GatewayEnvironment, at origin: Origin, _ released: ReleasedEnvironments, of part: Part,
  _ severity: Severity, _ findings: inout Findings
) {
  let names = Text.list(
    GatewayEnvironment.allCases.filter(released.environments.contains).map { "`\($0.rawValue)`" })
  let isWhole = part.facts.isWholeService
  findings.report(
    at: .value(origin),
    isWhole
      ? Text(
        en: "The service is not released to `\(environment.rawValue)`, only to \(names.en).",
        zh: "服务没有发布到 `\(environment.rawValue)`，只发布到 \(names.zh)。")
      : Text(
        en: """
          This file releases the service to \(names.en), not to `\(environment.rawValue)`; another file or stage may \
          do so.
          """,
        zh: "该文件只把服务发布到 \(names.zh)，没有发布到 `\(environment.rawValue)`；可能由其他文件或阶段发布。"),
    severity: severity,
    help: Text(
      en: "Release the service to `\(environment.rawValue)`, or name a released environment.",
      zh: "请把服务发布到 `\(environment.rawValue)`，或改为已发布的环境。"),
    related: released.places.map { RelatedPlace(.value($0), Text(en: "released here", zh: "发布环境在此处")) })
}
