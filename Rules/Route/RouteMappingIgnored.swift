import GatewayModel
import Linting
import YAMLDocument

/// `route-mapping-ignored`.
let routeMappingIgnored: Rule = Rule(
  id: "route-mapping-ignored",
  family: .route,
  severity: .error,
  faults: [.environmentMappingMiss],
  confidence: [.component],
  summary: Text(
    en: "A domain's path mappings are written, but not switched on",
    zh: "自定义域名写了路径映射，但没有启用"),
  explanation: Text(
    en: """
      A domain maps either by default (`/release`, `/test`, `/prepub`) or as its file says. The components take the file's \
      mappings only if a switch says so: `isDefaultMapping: false` for apigateway and `apigatewayConf`, `customMap: true` \
      for the flat `apigw` block, and for `http` both `customMap` and `isDefaultMapping: false`. Without it the mappings \
      are passed over. Where they repeat the default, nothing is lost.
      """,
    zh: """
      自定义域名要么使用默认映射（`/release`、`/test`、`/prepub`），要么按文件中的映射。组件只有在开关打开时才采用文件里的\
      映射：apigateway 和 `apigatewayConf` 需要 `isDefaultMapping: false`，扁平的 `apigw` 需要 `customMap: true`，`http` \
      组件则需要同时写 `customMap` 和 `isDefaultMapping: false`。否则映射会被忽略；若映射与默认映射相同则没有影响。
      """),
  runtime: Text(
    en: "The mapped paths are answered with 404 `There is no api match env_mapping[…].`.",
    zh: "访问所写的映射路径返回 404 `There is no api match env_mapping[…].`。"),
  evidence: Text(
    en: "The source of the components and of the toolkit that they call.", zh: "依据组件及其调用的工具包的源码。"),
  url: "https://cloud.tencent.com/document/product/628/34086",
  fixSafety: .unsafe(
    Text(
      en: "With mappings of its own the domain's default paths stop working.",
      zh: "启用自定义映射后，该域名的默认路径不再可用。")),
  examples: [
    Example(
      .componentAPIGateway,
      bad: """
        component: apigateway
        name: shop
        inputs:
          environment: release
          customDomains:
            - domain: api.shop.cn
              pathMappingSet:
                - path: /
                  environment: release
              protocols:
                - http
          endpoints:
            - {path: /list, method: GET, function: {functionName: list}}
        """,
      good: """
        component: apigateway
        name: shop
        inputs:
          environment: release
          customDomains:
            - domain: api.shop.cn
              isDefaultMapping: false
              pathMappingSet:
                - path: /
                  environment: release
              protocols:
                - http
          endpoints:
            - {path: /list, method: GET, function: {functionName: list}}
        """,
      fixed: """
        component: apigateway
        name: shop
        inputs:
          environment: release
          customDomains:
            - domain: api.shop.cn
              pathMappingSet:
                - path: /
                  environment: release
              protocols:
                - http
              isDefaultMapping: false
          endpoints:
            - {path: /list, method: GET, function: {functionName: list}}
        """,
      at: "pathMappingSet"),
    Example(
      .componentHTTP,
      bad: """
        component: http
        name: web
        inputs:
          apigw:
            customDomains:
              - domain: www.shop.cn
                customMap: true
                pathMap:
                  - path: /
                    environment: release
        """,
      good: """
        component: http
        name: web
        inputs:
          apigw:
            customDomains:
              - domain: www.shop.cn
                customMap: true
                isDefaultMapping: false
                pathMap:
                  - path: /
                    environment: release
        """,
      fixed: """
        component: http
        name: web
        inputs:
          apigw:
            customDomains:
              - domain: www.shop.cn
                customMap: true
                pathMap:
                  - path: /
                    environment: release
                isDefaultMapping: false
        """,
      at: "pathMap"),
    Example(
      .componentFlat,
      bad: """
        component: wordpress
        name: blog
        inputs:
          apigw:
            customDomains:
              - domain: blog.shop.cn
                certId: abcdefg
                customMap: false
                pathMap:
                  - path: /
                    environment: release
        """,
      good: """
        component: wordpress
        name: blog
        inputs:
          apigw:
            customDomains:
              - domain: blog.shop.cn
                certId: abcdefg
                customMap: true
                pathMap:
                  - path: /
                    environment: release
        """,
      fixed: """
        component: wordpress
        name: blog
        inputs:
          apigw:
            customDomains:
              - domain: blog.shop.cn
                certId: abcdefg
                customMap: true
                pathMap:
                  - path: /
                    environment: release
        """,
      at: "pathMap"),
  ],
  checks: [.part(.domain, checkMappingSwitch)])

private func checkMappingSwitch(_ domain: Part, _ findings: inout Findings) {
  guard let kind = domain.facts.tool.mappingSwitch else { return }
  let mappings = domain[.pathMappingSet]
  guard let origin = mappings.origin, !mappings.items.isEmpty,
    !domain.isMislaid(.isDefaultMapping), !domain.isMislaid(.customMapping)
  else { return }
  let isDefault = domain[.isDefaultMapping]
  let custom = domain[.customMapping]
  guard !isDefault.isTemplated, !custom.isTemplated else { return }
  let wanted: [(field: Field, value: Bool)]
  switch kind {
  case .isDefaultMapping:
    guard let isOff = isDefault.isSwitchedOff, !isOff else { return }
    wanted = [(isDefault, false)]
  case .customMapping:
    guard let isOff = custom.isSwitchedOff, custom.boolean != true, isOff || custom.shape == .null else { return }
    wanted = [(custom, true)]
  case .both:
    guard let isOff = isDefault.isSwitchedOff else { return }
    if custom.isWritten, isOff { return }
    wanted = [(custom, true), (isDefault, false)].filter { $0.0.isAbsent || $0.0.boolean != $0.1 }
  }
  let words = Text.list(wanted.map { "`\($0.field.spelling): \($0.value)`" })
  findings.report(
    at: .keyOfValue(origin),
    Text(
      en: "`\(mappings.spelling)` is passed over: it counts only with \(words.en).",
      zh: "`\(mappings.spelling)` 会被忽略：只有写了 \(words.zh) 才会生效。"),
    severity: domain.children(.pathMapping).allSatisfy(\.repeatsDefault) ? .hint : nil,
    help: Text(
      en: "As the file stands the domain maps `/release`, `/test` and `/prepub`.",
      zh: "目前该域名使用默认映射 `/release`、`/test`、`/prepub`。"),
    related: [custom, isDefault].compactMap { field in
      field.origin.map { RelatedPlace(.value($0), Text(en: "the switch", zh: "映射开关")) }
    },
    mends: [
      Mend(
        title: Text(en: "write \(words.en)", zh: "填写 \(words.zh)"), applicability: .unsafe,
        steps: wanted.map { $0.field.replacement(.boolean($0.value)) })
    ])
}

extension Field {
  /// Whether the switch says no, as its tool reads it; `nil` where its text is no truth value, so that another rule
  /// speaks of it.
  fileprivate var isSwitchedOff: Bool? {
    switch shape {
    case .null: return false
    case .list, .mapping: return nil
    case .scalar: break
    }
    if let boolean { return !boolean }
    guard part.facts.tool.quotedBooleans == .converted else { return nil }
    switch text?.lowercased() {
    case "false": return true
    case "true": return false
    default: return nil
    }
  }
}

extension Part {
  /// Whether a mapping is one of those that hold by default: `/release` to release, and so on.
  fileprivate var repeatsDefault: Bool {
    guard !self[.mappingPath].isTemplated, let path = self[.mappingPath].text,
      let environment = self[.mappingEnvironment].text
    else { return false }
    return path == "/" + environment && ["release", "test", "prepub"].contains(environment)
  }
}
