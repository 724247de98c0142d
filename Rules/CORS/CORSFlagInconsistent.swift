import GatewayModel
import Linting

/// `cors-flag-inconsistent`.
let corsFlagInconsistent: Rule = Rule(
  id: "cors-flag-inconsistent",
  family: .cors,
  severity: .hint,
  faults: [.crossOriginClosed, .methodNotAllowed],
  confidence: [.inferred],
  summary: Text(
    en: "CORS is on for part of what belongs together",
    zh: "跨域设置前后不一致"),
  explanation: Text(
    en: """
      One method of a path has CORS off while another has it on or OPTIONS is an API of its own; a Cors plugin is attached \
      in some of the released environments only; or the flag is on although a plugin is attached, which switches it off.
      """,
    zh: """
      同一路径的某个方法关闭了跨域，而其他方法已开启或另有 OPTIONS API；Cors 插件只绑定到部分已发布的环境；\
      或者已绑定插件（插件会使开关失效），却仍然打开了开关。
      """),
  runtime: Text(
    en: "Cross-origin calls of the one method, or in the one environment, are refused.",
    zh: "该方法或该环境中的跨域请求会被拒绝。"),
  evidence: Text(
    en: "That a plugin replaces the flag is documented; that the rest is not meant is a guess.",
    zh: "插件会替代开关有文档说明；其余情况是否有意为之属于推测。"),
  url: CORSData.page,
  fixSafety: .unsafe(Text(en: "It opens the method to pages of other sites.", zh: "会允许其他网站的页面调用该方法。")),
  examples: [
    Example(
      bad: """
        paths:
          /a:
            get: {operationId: a, x-apigw-cors: true}
            post: {operationId: b, x-apigw-cors: false}
        """,
      good: """
        paths:
          /a:
            get: {operationId: a, x-apigw-cors: false}
            post: {operationId: b, x-apigw-cors: false}
        """,
      fixed: """
        paths:
          /a:
            get: {operationId: a, x-apigw-cors: true}
            post: {operationId: b, x-apigw-cors: true}
        """,
      at: "false"),
    Example(
      .manifest,
      bad: """
        ReleasedEnvironments: [release, test]
        Apis: [{ApiName: a, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}]
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET], max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [a]}]
        """,
      good: """
        ReleasedEnvironments: [release, test]
        Apis: [{ApiName: a, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}]
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET], max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [a]}, {EnvironmentName: test, Apis: [a]}]
        """,
      at: "a]}]"),
    Example(
      .manifest,
      bad: """
        Apis: [{ApiName: a, EnableCORS: true, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}]
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET], max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [a]}]
        """,
      good: """
        Apis: [{ApiName: a, EnableCORS: true, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}]
        Plugins:
          - PluginName: limits
            PluginType: IPControl
            PluginData: {type: black_list, blocks: 10.0.0.1}
            Attach: [{EnvironmentName: release, Apis: [a]}]
        """,
      at: "true"),
  ],
  checks: [.service(checkFlagConsistency)])

private func checkFlagConsistency(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let apis = project.parts(.api, of: service)
  checkSiblings(apis, &findings)
  guard service.hasPlugins(in: project) else { return }
  let attached = AttachedPlugins(service, project, APIDirectory(apis))
  checkFlagsBesidePlugins(attached, &findings)
  if !attached.hasUnknown {
    checkEnvironments(attached, released: project.releasedEnvironments(of: service), &findings)
  }
}

private func checkSiblings(_ apis: [Part], _ findings: inout Findings) {
  var openPath: [String: Part] = [:]
  for api in apis where api[.enableCORS].boolean == true || api.apiMethod == .options {
    if let path = api.pathText, openPath[path] == nil || api[.enableCORS].boolean == true { openPath[path] = api }
  }
  guard !openPath.isEmpty else { return }
  for api in apis where api[.enableCORS].boolean == false && api.apiMethod != .options {
    guard let path = api.pathText, let other = openPath[path], let origin = api[.enableCORS].origin else { continue }
    let flag = api[.enableCORS].spelling
    findings.report(
      at: .value(origin),
      Text(
        en: "\(flag) is off here, while `\(other.displayName)` on the same path is meant for other origins.",
        zh: "此处关闭了 \(flag)，而同一路径的 `\(other.displayName)` 允许跨域访问。"),
      related: [RelatedPlace(.part(other.id), Text(en: "open to other origins", zh: "允许跨域"))],
      mends: [.unsafe(Text(en: "turn CORS on", zh: "开启跨域"), .set(origin, .boolean(true)))], subject: api.id)
  }
}

private func checkFlagsBesidePlugins(_ attached: AttachedPlugins, _ findings: inout Findings) {
  var seen: Set<PartID> = []
  for use in attached.uses(of: .cors) where use.api[.enableCORS].boolean == true && seen.insert(use.api.id).inserted {
    guard let origin = use.api[.enableCORS].origin else { continue }
    let flag = use.api[.enableCORS].spelling
    findings.report(
      at: .value(origin),
      Text(
        en: "\(flag) has no effect where the Cors plugin `\(use.plugin.pluginDisplayName)` is attached.",
        zh: "绑定 Cors 插件 `\(use.plugin.pluginDisplayName)` 后，\(flag) 不起作用。"),
      help: Text(
        en: "Remove \(flag) and set CORS up in the plugin alone, or detach the plugin from this API.",
        zh: "请删除 \(flag)，只在插件中配置跨域；或解除该 API 与插件的绑定。"),
      related: [RelatedPlace(use.place, Text(en: "attached here", zh: "在此处绑定"))], subject: use.api.id)
  }
}

private func checkEnvironments(_ attached: AttachedPlugins, released: [String], _ findings: inout Findings) {
  guard released.count > 1 else { return }
  var environments: [PartID: Set<String>] = [:]
  let uses = attached.uses(of: .cors)
  for use in uses { environments[use.api.id, default: []].insert(use.environment ?? "") }
  var seen: Set<PartID> = []
  for use in uses where seen.insert(use.api.id).inserted {
    let own = environments[use.api.id] ?? []
    let missing = released.filter { !own.contains($0) }
    guard !missing.isEmpty, missing.count < released.count else { continue }
    let names = Text.list(missing)
    findings.report(
      at: use.place,
      Text(
        en: "`\(use.api.displayName)` has its Cors plugin in some environments only; it is missing in \(names.en).",
        zh: "`\(use.api.displayName)` 只在部分环境绑定了 Cors 插件，\(names.zh) 环境没有绑定。"),
      help: Text(en: "Attach it there too, if pages call that environment.", zh: "如果网页会调用该环境，请一并绑定。"),
      subject: use.plugin.id)
  }
}
