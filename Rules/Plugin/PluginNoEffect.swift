import GatewayModel
import Linting

/// `plugin-no-effect`.
let pluginNoEffect: Rule = Rule(
  id: "plugin-no-effect",
  family: .plugin,
  severity: .hint,
  faults: [],
  confidence: [.official],
  summary: Text(
    en: "A plugin is attached where it does nothing",
    zh: "插件绑定在不起作用的地方"),
  explanation: Text(
    en:
      "CustomRsp does not touch answers of MOCK and TSF back ends; CircuitBreaker works on dedicated instances alone.",
    zh: "CustomRsp 对 MOCK 和 TSF 后端不起作用；CircuitBreaker 只在专享实例上有效。"),
  runtime: Text(en: "The plugin is ignored.", zh: "插件被忽略。"),
  evidence: Text(en: "The pages of the two plugins say so.", zh: "见这两个插件的官方文档。"),
  url: "https://cloud.tencent.com/document/product/628/46836",
  examples: [
    Example(
      .manifest,
      bad: """
        Apis: [a.yaml]
        Plugins:
          - {PluginName: answer, PluginType: CustomRsp, PluginData: {func_name: f}, Attach: [{EnvironmentName: release, Apis: ["a"]}]}
        """,
      good: """
        Apis: [a.yaml]
        Plugins:
          - {PluginName: request, PluginType: CustomReq, PluginData: {func_name: f}, Attach: [{EnvironmentName: release, Apis: ["a"]}]}
        """,
      at: "\"a\"", files: ["a.yaml": PluginExamples.apis(["get /a a"])]),
    Example(
      .manifest,
      bad: """
        Service: {ServiceName: shop, Protocol: http}
        Plugins: [{PluginName: breaker, PluginType: CircuitBreaker, PluginData: {failure_threshold: 10, time_window: 10, open_state_duration: 15}}]
        """,
      good: """
        Service: {ServiceName: shop, Protocol: http, InstanceId: instance-a1b2c3d4}
        Plugins: [{PluginName: breaker, PluginType: CircuitBreaker, PluginData: {failure_threshold: 10, time_window: 10, open_state_duration: 15}}]
        """,
      at: "CircuitBreaker"),
  ],
  checks: [.service(checkPluginEffect)])

private func checkPluginEffect(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let plugins = project.parts(.plugin, of: service)
  guard !plugins.isEmpty else { return }
  let settings = project.parts(.service, of: service)
  let isShared =
    settings.contains { $0[.serviceSettings].shape == .mapping } && settings.allSatisfy { $0[.instanceId].isBlank }
  if isShared, service.isWhole(in: project) {
    for plugin in plugins where plugin.pluginKind == .circuitBreaker {
      findings.report(
        at: .field(plugin[.pluginType]),
        Text(
          en:
            "A CircuitBreaker plugin works on a dedicated instance alone; this service names no \(settings[0][.instanceId].spelling).",
          zh: "CircuitBreaker 插件只在专享实例上有效，而该服务没有填写 \(settings[0][.instanceId].spelling)。"),
        help: Text(
          en: "Write the id of a dedicated instance in \(settings[0][.instanceId].spelling), or remove the plugin.",
          zh: "请在 \(settings[0][.instanceId].spelling) 中填写专享实例的 ID，或删除该插件。"),
        subject: plugin.id)
    }
  }
  guard plugins.contains(where: { $0.pluginKind == .customResponse }) else { return }
  let directory = APIDirectory(project.parts(.api, of: service))
  for use in AttachedPlugins(service, project, directory).uses(of: .customResponse) {
    guard let type = use.api.serviceType, type == .mock || type == .tsf else { continue }
    findings.report(
      at: use.place,
      Text(
        en: "A CustomRsp plugin does nothing for `\(use.api.displayName)`, whose back end is \(type.rawValue).",
        zh: "CustomRsp 插件对后端类型为 \(type.rawValue) 的 `\(use.api.displayName)` 不起作用。"),
      help: Text(
        en: "Do not attach the plugin to this API.",
        zh: "请不要把该插件绑定到这个 API。"),
      subject: use.plugin.id)
  }
}
