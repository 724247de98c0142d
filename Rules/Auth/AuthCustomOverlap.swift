import GatewayModel
import Linting

/// `auth-custom-overlap`.
let authCustomOverlap: Rule = Rule(
  id: "auth-custom-overlap",
  family: .auth,
  severity: .hint,
  faults: [],
  confidence: [.official],
  summary: Text(
    en: "An API with a CustomAuth plugin asks for a second authentication",
    zh: "绑定 CustomAuth 插件的 API 还启用了另一种认证"),
  explanation: Text(
    en:
      "The API's own authentication runs before the plugin's function. The documentation advises `AuthType: NONE` together with the plugin.",
    zh: "API 自身的认证先于插件的云函数执行。官方文档建议使用该插件时将 `AuthType` 设为 `NONE`。"),
  runtime: Text(
    en: "Callers must pass both.", zh: "调用方需要同时通过两次认证。"),
  evidence: Text(en: "The plugin's page says so.", zh: "见该插件的官方文档。"),
  url: "https://cloud.tencent.com/document/product/628/51834",
  fixSafety: .unsafe(Text(en: "It removes one of two locks.", zh: "会去掉其中一道认证。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: a, AuthType: SECRET, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        Plugins:
          - PluginName: login
            PluginType: CustomAuth
            PluginData: {func_name: login, cache_time: 0}
            Attach: [{EnvironmentName: release, Apis: [a]}]
        """,
      good: """
        Apis:
          - {ApiName: a, AuthType: NONE, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        Plugins:
          - PluginName: login
            PluginType: CustomAuth
            PluginData: {func_name: login, cache_time: 0}
            Attach: [{EnvironmentName: release, Apis: [a]}]
        """,
      fixed: """
        Apis:
          - {ApiName: a, AuthType: NONE, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        Plugins:
          - PluginName: login
            PluginType: CustomAuth
            PluginData: {func_name: login, cache_time: 0}
            Attach: [{EnvironmentName: release, Apis: [a]}]
        """,
      at: "SECRET")
  ],
  checks: [.service(checkAuthenticationOverlap)])

private func checkAuthenticationOverlap(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  guard service.hasPlugins(in: project) else { return }
  let directory = APIDirectory(project.parts(.api, of: service))
  var seen: Set<PartID> = []
  for use in AttachedPlugins(service, project, directory).uses(of: .customAuthentication) {
    guard let kind = use.api.authenticationKind, kind != .none, let origin = use.api[.authType].origin,
      seen.insert(use.api.id).inserted
    else { continue }
    findings.report(
      at: .value(origin),
      Text(
        en:
          "The API asks for \(kind.rawValue) before the CustomAuth plugin `\(use.plugin.pluginDisplayName)` does its own check.",
        zh: "在 CustomAuth 插件 `\(use.plugin.pluginDisplayName)` 校验之前，该 API 还要求 \(kind.rawValue) 认证。"),
      help: Text(en: "Set it to NONE if the plugin is to decide alone.", zh: "如果只由插件校验，请设为 NONE。"),
      related: [RelatedPlace(use.place, Text(en: "attached here", zh: "在此处绑定"))],
      mends: [.unsafe(Text(en: "let the plugin decide alone", zh: "只由插件校验"), .set(origin, .string("NONE")))],
      subject: use.api.id)
  }
}
