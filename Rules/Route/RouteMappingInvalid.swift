import GatewayModel
import Linting

/// `route-mapping-invalid`.
let routeMappingInvalid: Rule = Rule(
  id: "route-mapping-invalid",
  family: .route,
  severity: .error,
  faults: [.environmentMappingMiss],
  confidence: [.sdk, .inferred],
  summary: Text(
    en: "The path mapping of a domain cannot work as it is written", zh: "自定义域名的路径映射写法有误，无法生效"),
  explanation: Text(
    en: """
      A custom domain either has the default mapping (`/test`, `/prepub` and `/release`) or up to three mappings of its \
      own, each from a path that begins with `/` to one of the three environments, no path and no environment twice. \
      Mappings beside `IsDefaultMapping: true` are ignored; `IsDefaultMapping: false` without any leaves the domain \
      without a way in.
      """,
    zh: """
      自定义域名要么使用默认映射（`/test`、`/prepub`、`/release`），要么使用最多三条自定义映射：路径以 `/` 开头，指向三个环境\
      之一，路径和环境都不能重复。`IsDefaultMapping: true` 时自定义映射会被忽略；`IsDefaultMapping: false` 却没有映射时，\
      域名下没有任何可访问的路径。
      """),
  runtime: Text(
    en: "The binding is refused, or requests are answered with 404 `There is no api match env_mapping[$env_mapping].`.",
    zh: "绑定会被拒绝，或请求返回 404 `There is no api match env_mapping[$env_mapping].`。"),
  evidence: Text(
    en: """
      Limits and error codes of `BindSubDomain` in the Cloud API definition. The vendor's own example sends the default \
      mapping together with a set, so that this is a warning; that a path begins with `/` is deduced from all examples.
      """,
    zh: "依据云 API `BindSubDomain` 的限制和错误码。厂商示例同时发送默认映射和映射列表，因此该情况只是警告；路径以 `/` 开头是从全部示例推断的。"),
  url: "https://cloud.tencent.com/document/product/628/14906",
  fixSafety: .unsafe(
    Text(
      en: "Every edit of a mapping changes which URLs work.", zh: "修改映射会改变可以访问的 URL。")),
  examples: [
    Example(
      .manifest,
      bad: """
        SubDomains:
          - {SubDomain: api.shop.cn, Protocol: http, IsDefaultMapping: true, PathMappingSet: [{Path: /, Environment: release}]}
        """,
      good: """
        SubDomains:
          - {SubDomain: api.shop.cn, Protocol: http, IsDefaultMapping: false, PathMappingSet: [{Path: /, Environment: release}]}
        """,
      fixed: """
        SubDomains:
          - {SubDomain: api.shop.cn, Protocol: http, IsDefaultMapping: false, PathMappingSet: [{Path: /, Environment: release}]}
        """,
      at: "PathMappingSet", exempt: [.anchored: "the key of a list is marked, and the list holds what is mapped"]),
    Example(
      .manifest,
      bad: """
        SubDomains:
          - SubDomain: api.shop.cn
            Protocol: http
            IsDefaultMapping: false
            PathMappingSet:
              - {Path: /, Environment: prod}
        """,
      good: """
        SubDomains:
          - SubDomain: api.shop.cn
            Protocol: http
            IsDefaultMapping: false
            PathMappingSet:
              - {Path: /, Environment: '${STAGE}'}
        """,
      fixed: """
        SubDomains:
          - SubDomain: api.shop.cn
            Protocol: http
            IsDefaultMapping: false
            PathMappingSet:
              - {Path: /, Environment: release}
        """,
      at: "prod"),
    Example(
      .manifest,
      bad: """
        SubDomains:
          - {SubDomain: api.shop.cn, Protocol: http, IsDefaultMapping: false, PathMappingSet: []}
        """,
      good: """
        SubDomains:
          - {SubDomain: api.shop.cn, Protocol: http, IsDefaultMapping: true, PathMappingSet: []}
        """,
      at: "[]"),
    Example(
      .manifest,
      bad: """
        SubDomains:
          - SubDomain: api.shop.cn
            IsDefaultMapping: false
            PathMappingSet: [{Path: /a, Environment: test}, {Path: /b, Environment: test}]
        """,
      good: """
        SubDomains:
          - SubDomain: api.shop.cn
            IsDefaultMapping: false
            PathMappingSet: [{Path: /a, Environment: test}, {Path: /b, Environment: prepub}]
        """,
      at: "test}]"),
    Example(
      .cloudAPI,
      bad: """
        SubDomain: api.shop.cn
        NetSubDomain: service-ab12cd34-1250000000.gz.apigw.tencentcs.com
        Protocol: http
        IsDefaultMapping: false
        PathMappingSet: [{Path: api, Environment: release}]
        """,
      good: """
        SubDomain: api.shop.cn
        NetSubDomain: service-ab12cd34-1250000000.gz.apigw.tencentcs.com
        Protocol: http
        IsDefaultMapping: false
        PathMappingSet: [{Path: /api, Environment: release}]
        """,
      at: "api, Env"),
    Example(
      .manifest,
      bad: """
        SubDomains:
          - SubDomain: api.shop.cn
            IsDefaultMapping: false
            PathMappingSet: [{Path: /release, Environment: test}]
        """,
      good: """
        SubDomains:
          - SubDomain: api.shop.cn
            IsDefaultMapping: false
            PathMappingSet: [{Path: /release, Environment: release}]
        """,
      at: "/release"),
  ],
  checks: [.part(.domain, checkMapping)])

private func checkMapping(_ domain: Part, _ findings: inout Findings) {
  let mappings = domain.children(.pathMapping)
  checkSwitch(domain, mappings, &findings)
  for mapping in mappings {
    checkEnvironment(of: mapping, &findings)
    checkPath(of: mapping, &findings)
  }
  reportRepeated(mappings, .mappingEnvironment, &findings) {
    GatewayEnvironment(word: $0) == nil ? nil : $0.lowercased()
  }
  reportRepeated(mappings, .mappingPath, &findings) { $0 }
}

private func checkSwitch(_ domain: Part, _ mappings: [Part], _ findings: inout Findings) {
  let set = domain[.pathMappingSet]
  let isDefault = domain[.isDefaultMapping]
  // Where the deploying tool has a switch of its own, another rule speaks of mappings that are ignored.
  if domain.facts.tool.mappingSwitch == nil, domain.usesOwnMappings == false, !mappings.isEmpty, let origin = set.origin
  {
    let written = isDefault.origin
    findings.report(
      at: .keyOfValue(origin),
      Text(
        en: "The domain keeps its default mapping, so that \(set.spelling) is ignored.",
        zh: "该域名使用默认映射，\(set.spelling) 会被忽略。"),
      severity: .warning,
      help: Text(
        en: "Write `\(isDefault.spelling): false`, or remove the mappings.",
        zh: "请写 `\(isDefault.spelling): false`，或删除这些映射。"),
      related: written.map { [RelatedPlace(.value($0), Text(en: "default mapping is on here", zh: "此处启用了默认映射"))] }
        ?? [],
      mends: [
        .unsafe(
          Text(en: "use the mappings", zh: "启用自定义映射"), isDefault.replacement(.boolean(false)))
      ])
  }
  if domain.usesOwnMappings == true, set.isMissing || (set.shape == .list && set.items.isEmpty) {
    findings.report(
      at: .field(set),
      Text(
        en: "The domain has neither the default mapping nor one of its own: no URL of it leads to an environment.",
        zh: "该域名既不使用默认映射，也没有自定义映射，任何 URL 都到不了环境。"),
      help: Text(
        en: "Map a path to an environment, for example `{Path: /, Environment: release}`, or keep the default mapping.",
        zh: "请把路径映射到环境，例如 `{Path: /, Environment: release}`，或使用默认映射。"),
      mends: domain.facts.tool.mappingSwitch == nil && isDefault.isWritten
        ? [.unsafe(Text(en: "keep the default mapping", zh: "使用默认映射"), isDefault.replacement(.boolean(true)))] : [])
  }
  if mappings.count > 3 {
    findings.report(
      at: .part(mappings[3].id),
      Text(
        en: "A domain takes at most three path mappings; this is number 4 of \(mappings.count).",
        zh: "一个域名最多三条路径映射，这里是 \(mappings.count) 条中的第 4 条。"),
      help: Text(
        en: "Keep at most one mapping each for `test`, `prepub` and `release`, and remove the others.",
        zh: "请为 `test`、`prepub`、`release` 各保留至多一条映射，删除其余映射。"))
  }
}

private func checkEnvironment(of mapping: Part, _ findings: inout Findings) {
  let field = mapping[.mappingEnvironment]
  if field.isMissing {
    findings.report(
      at: .field(field), Text(en: "The mapping leads to no environment.", zh: "该映射没有指定环境。"),
      help: Text(en: "Name `test`, `prepub` or `release`.", zh: "请填写 `test`、`prepub` 或 `release`。"))
    return
  }
  guard !field.isTemplated, let word = field.text, let origin = field.origin else { return }
  switch KnownWord(word, among: GatewayEnvironment.allCases.map(\.rawValue)) {
  case .exact: return
  case .inOtherCase(let known):
    findings.report(
      at: .value(origin),
      Text(en: "The environment `\(known)` is written in lower case.", zh: "环境名 `\(known)` 应为小写。"),
      severity: .warning,
      mends: [.safe(Text(en: "write `\(known)`", zh: "改为 `\(known)`"), field.replacement(.string(known)))])
  case .unknown:
    let meant = GatewayEnvironment(nickname: word)?.rawValue
    findings.report(
      at: .value(origin),
      Text(
        en: "`\(word)` is no environment: a mapping leads to `test`, `prepub` or `release`.",
        zh: "`\(word)` 不是环境名，映射只能指向 `test`、`prepub` 或 `release`。"),
      mends: meant.map {
        [.unsafe(Text(en: "lead to `\($0)`", zh: "指向 `\($0)`"), field.replacement(.string($0)))]
      } ?? [])
  }
}

private func checkPath(of mapping: Part, _ findings: inout Findings) {
  let field = mapping[.mappingPath]
  if field.isMissing {
    findings.report(
      at: .field(field), Text(en: "The mapping has no path.", zh: "该映射没有路径。"),
      help: Text(en: "Write the path that leads to the environment, for example `/`.", zh: "请填写映射路径，例如 `/`。"))
    return
  }
  guard !field.isTemplated, let path = field.text, let origin = field.origin else { return }
  guard path.hasPrefix("/") else {
    findings.report(
      at: .value(origin),
      Text(en: "The path of a mapping begins with `/`: `\(path)` does not.", zh: "映射路径必须以 `/` 开头，`\(path)` 不是。"),
      mends: [.unsafe(Text(en: "write `/\(path)`", zh: "改为 `/\(path)`"), field.replacement(.string("/" + path)))])
    return
  }
  guard let named = GatewayEnvironment(rawValue: String(path.dropFirst())),
    let meant = mapping.environment(.mappingEnvironment), meant != named
  else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "`\(path)` is how the default mapping names `\(named.rawValue)`, but it leads to `\(meant.rawValue)` here.",
      zh: "`\(path)` 在默认映射中代表 `\(named.rawValue)` 环境，此处却指向 `\(meant.rawValue)`。"),
    severity: .hint,
    help: Text(
      en: "Write the path `/\(meant.rawValue)`, or lead the mapping to `\(named.rawValue)`.",
      zh: "请把路径改为 `/\(meant.rawValue)`，或让该映射指向 `\(named.rawValue)`。"))
}

/// Reports values that occur again, each with the first place.
private func reportRepeated(
  _ mappings: [Part], _ name: FieldName, _ findings: inout Findings, identity: (String) -> String?
) {
  var first: [String: Origin] = [:]
  for mapping in mappings {
    let field = mapping[name]
    guard !field.isTemplated, let text = field.text, let key = identity(text), let origin = field.origin else {
      continue
    }
    guard let earlier = first[key] else {
      first[key] = origin
      continue
    }
    findings.report(
      at: .value(origin),
      name == .mappingPath
        ? Text(en: "The path `\(text)` is mapped twice.", zh: "路径 `\(text)` 被映射了两次。")
        : Text(
          en: "Each environment can be mapped once: `\(text)` is mapped already.",
          zh: "每个环境只能映射一次，`\(text)` 已经映射过。"),
      help: name == .mappingPath
        ? Text(
          en: "Write another path that begins with `/`, or remove one of the mappings.",
          zh: "请改用另一个以 `/` 开头的路径，或删除其中一条映射。")
        : Text(
          en: "Name another of `test`, `prepub` and `release`, or remove one of the mappings.",
          zh: "请改为 `test`、`prepub`、`release` 中的另一个环境，或删除其中一条映射。"),
      related: [RelatedPlace(.value(earlier), Text(en: "mapped first here", zh: "第一次映射在此处"))])
  }
}
