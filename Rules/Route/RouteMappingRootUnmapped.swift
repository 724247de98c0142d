import GatewayModel
import Linting

/// `route-mapping-root-unmapped`.
let routeMappingRootUnmapped: Rule = Rule(
  id: "route-mapping-root-unmapped",
  family: .route,
  severity: .hint,
  faults: [.environmentMappingMiss],
  confidence: [.official],
  summary: Text(
    en: "The bare domain leads to no environment", zh: "直接访问域名到不了任何环境"),
  explanation: Text(
    en: """
      With the default mapping a custom domain answers below `/test`, `/prepub` and `/release` only; with mappings of its \
      own below their paths only. Unless `/` is mapped, `https://domain/path` finds nothing, though people expect it to.
      """,
    zh: """
      使用默认映射时，自定义域名只响应 `/test`、`/prepub`、`/release` 下的路径；使用自定义映射时，只响应所映射的路径。\
      没有映射 `/` 时，`https://域名/路径` 访问不到任何 API，而多数人以为可以。
      """),
  runtime: Text(
    en: "A request outside the mapped paths is answered with 404 `There is no api match env_mapping[/].`.",
    zh: "未映射路径的请求返回 404 `There is no api match env_mapping[/].`。"),
  evidence: Text(
    en: "The vendor's FAQ mends exactly this answer by mapping `/`.", zh: "厂商常见问题正是通过映射 `/` 来解决该报错。"),
  url: "https://cloud.tencent.com/document/product/628/14906",
  fixSafety: .unsafe(
    Text(
      en: "With mappings of its own the domain's default URLs stop working.",
      zh: "启用自定义映射后，该域名的默认路径将不再可用。")),
  examples: [
    Example(
      .manifest,
      bad: """
        ReleasedEnvironments: [release]
        SubDomains: [{SubDomain: www.shop.cn, Protocol: http, IsDefaultMapping: true}]
        """,
      good: """
        ReleasedEnvironments: [release]
        SubDomains: [{SubDomain: www.shop.cn, Protocol: http, IsDefaultMapping: false, PathMappingSet: [{Path: /, Environment: release}]}]
        """,
      fixed: """
        ReleasedEnvironments: [release]
        SubDomains: [{SubDomain: www.shop.cn, Protocol: http, IsDefaultMapping: false, PathMappingSet: [{Path: /, Environment: release}]}]
        """,
      at: "true"),
    Example(
      .manifest,
      bad: """
        SubDomains: [{SubDomain: www.shop.cn, IsDefaultMapping: false, PathMappingSet: [{Path: /v1, Environment: release}]}]
        """,
      good: """
        SubDomains: [{SubDomain: www.shop.cn, IsDefaultMapping: false, PathMappingSet: [{Path: '${BASE}', Environment: release}]}]
        """,
      at: "PathMappingSet", exempt: [.anchored: "the key of a list is marked, and the list holds what is mapped"]),
  ],
  checks: [.part(.domain, checkRoot)])

private func checkRoot(_ domain: Part, _ findings: inout Findings) {
  let set = domain[.pathMappingSet]
  let mappings = domain.children(.pathMapping)
  switch domain.usesOwnMappings {
  case true?:
    guard !mappings.isEmpty, let origin = set.origin,
      mappings.allSatisfy({ !$0[.mappingPath].isTemplated && $0[.mappingPath].text != "/" })
    else { return }
    report(domain, at: .keyOfValue(origin), isDefault: false, &findings)
  case false?:
    // Mappings that are ignored are what is wrong then, and a tool's own default says nothing about what is meant.
    let field = domain[.isDefaultMapping]
    guard mappings.isEmpty, domain.facts.tool.mappingSwitch == nil, field.isWritten || domain.facts.isWholeService
    else {
      return
    }
    let place: Place = field.origin.map { .value($0) } ?? .part(domain.id)
    report(domain, at: place, isDefault: true, &findings)
  case nil: return
  }
}

private func report(_ domain: Part, at place: Place, isDefault: Bool, _ findings: inout Findings) {
  let name = domain[.domainName].text ?? "…"
  findings.report(
    at: place,
    isDefault
      ? Text(
        en: "`\(name)` answers below `/test`, `/prepub` and `/release` only, not at the bare domain.",
        zh: "`\(name)` 只响应 `/test`、`/prepub`、`/release` 下的路径，直接访问域名不可用。")
      : Text(
        en: "`\(name)` answers below the mapped paths only: none of them is `/`.",
        zh: "`\(name)` 只响应所映射的路径，其中没有 `/`。"),
    help: Text(
      en: "Map `/` to an environment if the bare domain should answer.", zh: "如果希望直接访问域名，请把 `/` 映射到某个环境。"),
    mends: isDefault ? mend(domain).map { [$0] } ?? [] : [])
}

/// Maps the root to the only environment that is released.
private func mend(_ domain: Part) -> Mend? {
  guard let released = domain.releasedEnvironments?.environments, released.count == 1, let only = released.first,
    domain[.pathMappingSet].isAbsent
  else { return nil }
  let mapping = MendValue.fields([
    MendField(.mappingPath, .string("/")), MendField(.mappingEnvironment, .string(only.rawValue)),
  ])
  return .unsafe(
    Text(en: "map `/` to `\(only.rawValue)`", zh: "把 `/` 映射到 `\(only.rawValue)`"),
    domain[.isDefaultMapping].replacement(.boolean(false)), .insert(.pathMappingSet, .list([mapping]), domain.id))
}
