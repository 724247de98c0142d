import GatewayModel
import Linting

/// `plugin-duplicate-type`.
let pluginDuplicateType: Rule = Rule(
  id: "plugin-duplicate-type",
  family: .plugin,
  severity: .error,
  faults: [],
  confidence: [.official],
  summary: Text(
    en: "Two plugins of one type are attached to an API in one environment",
    zh: "同一环境中同一 API 绑定了两个同类型的插件"),
  explanation: Text(
    en: """
      An API takes one plugin of each type in an environment; TrafficControl and TrafficControlByParameter count as one \
      type.
      """,
    zh: "每个环境中，一个 API 每种类型的插件只能绑定一个；TrafficControl 与 TrafficControlByParameter 互斥。"),
  runtime: Text(
    en: "The second attachment is refused (`InvalidParameter.DuplicatePluginConfig`).",
    zh: "第二次绑定会被拒绝（`InvalidParameter.DuplicatePluginConfig`）。"),
  evidence: Text(en: "The documentation of plugins says so.", zh: "见插件的官方文档。"),
  url: "https://cloud.tencent.com/document/product/628/46836",
  examples: [
    Example(
      .manifest,
      bad: """
        Apis: [a.yaml]
        Plugins:
          - {PluginName: one, PluginType: IPControl, PluginData: {type: black_list, blocks: 10.0.0.1}, Attach: [{EnvironmentName: release, Apis: [a]}]}
          - {PluginName: two, PluginType: IPControl, PluginData: {type: black_list, blocks: 10.0.0.2}, Attach: [{EnvironmentName: release, Apis: ["a"]}]}
        """,
      good: """
        Apis: [a.yaml]
        Plugins:
          - {PluginName: one, PluginType: IPControl, PluginData: {type: black_list, blocks: 10.0.0.1}, Attach: [{EnvironmentName: release, Apis: [a]}]}
          - {PluginName: two, PluginType: IPControl, PluginData: {type: black_list, blocks: 10.0.0.2}, Attach: [{EnvironmentName: test, Apis: [a]}]}
        """,
      at: "\"a\"", files: ["a.yaml": PluginExamples.apis(["get /a a"])]),
    Example(
      .manifest,
      bad: """
        Apis: [a.yaml]
        Plugins:
          - {PluginName: one, PluginType: TrafficControl, PluginData: {expire_type: minute, expire: 1, api_rate_limit: 10}, Attach: [{EnvironmentName: release, Apis: [a]}]}
          - {PluginName: two, PluginType: TrafficControlByParameter, PluginData: '${file(b.json)}', Attach: [{EnvironmentName: release, Apis: ["a"]}]}
        """,
      good: """
        Apis: [a.yaml]
        Plugins:
          - {PluginName: one, PluginType: TrafficControl, PluginData: {expire_type: minute, expire: 1, api_rate_limit: 10}, Attach: [{EnvironmentName: release, Apis: [a]}]}
          - {PluginName: two, PluginType: IPControl, PluginData: {type: black_list, blocks: 10.0.0.2}, Attach: [{EnvironmentName: release, Apis: [a]}]}
        """,
      at: "\"a\"", files: ["a.yaml": PluginExamples.apis(["get /a a"])]),
  ],
  checks: [.service(checkPluginTypes)])

private struct PluginSlot: Hashable {
  let api: PartID
  let environment: String
  let kind: PluginKind
}

private func checkPluginTypes(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  guard service.hasPlugins(in: project) else { return }
  let directory = APIDirectory(project.parts(.api, of: service))
  var owners: [PluginSlot: PluginUse] = [:]
  for use in AttachedPlugins(service, project, directory).uses {
    guard let kind = use.kind, let environment = use.environment else { continue }
    let slot = PluginSlot(api: use.api.id, environment: environment, kind: kind.exclusionGroup)
    guard let other = owners[slot] else {
      owners[slot] = use
      continue
    }
    guard other.plugin != use.plugin else { continue }
    findings.report(
      at: use.place,
      Text(
        en:
          "`\(use.api.displayName)` has the plugin `\(other.plugin.pluginDisplayName)` of the same type in `\(environment)` already.",
        zh: "`\(use.api.displayName)` 在 `\(environment)` 环境已绑定同类型的插件 `\(other.plugin.pluginDisplayName)`。"),
      help: Text(en: "Keep one of them for this API.", zh: "该 API 只保留其中一个。"),
      related: [RelatedPlace(other.place, Text(en: "attached first here", zh: "首次绑定处"))],
      subject: use.plugin.id)
  }
}
