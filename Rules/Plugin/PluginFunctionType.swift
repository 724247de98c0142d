import GatewayModel
import Linting

/// `plugin-function-type`.
let pluginFunctionType: Rule = Rule(
  id: "plugin-function-type",
  family: .plugin,
  severity: .error,
  faults: [],
  confidence: [.official],
  summary: Text(
    en: "A plugin calls a web function where it needs an event function",
    zh: "插件调用了 Web 函数，而它需要事件函数"),
  explanation: Text(
    en: "CustomAuth and CustomReq plugins hand an event to their function; web functions take HTTP requests only.",
    zh: "CustomAuth 和 CustomReq 插件以事件方式调用云函数，而 Web 函数只处理 HTTP 请求。"),
  runtime: Text(
    en: "The plugin's call fails, and with it every call of the APIs that it is attached to.",
    zh: "插件调用云函数失败，已绑定的 API 也随之失败。"),
  evidence: Text(en: "The plugins' pages allow event functions only.", zh: "插件文档说明只支持事件函数。"),
  url: "https://cloud.tencent.com/document/product/628/51834",
  examples: [
    Example(
      .manifest,
      bad: """
        Plugins:
          - {PluginName: login, PluginType: CustomAuth, PluginData: {func_name: login, cache_time: 0}}
        """,
      good: """
        Plugins:
          - {PluginName: login, PluginType: CustomAuth, PluginData: {func_name: check, cache_time: 0}}
        """,
      at: "login, cache",
      files: [
        "serverless.yml": """
        component: scf
        name: login
        inputs:
          name: login
          type: web
          region: ap-guangzhou
          src: ./src
          events:
            - apigw:
                parameters:
                  endpoints: [{path: /, method: GET}]
        """
      ])
  ],
  checks: [.part(.plugin, checkCalledFunction)])

private func checkCalledFunction(_ plugin: Part, _ findings: inout Findings) {
  let name = plugin[.pluginFunctionName]
  guard plugin.pluginKind == .customAuthentication || plugin.pluginKind == .customRequest, !name.isTemplated,
    let text = name.text, let origin = name.origin
  else { return }
  let project = plugin.project
  for document in project.documents.indices {
    for function in project.parts(.function, in: UInt32(document)) where function[.declaredFunctionName].text == text {
      let type = function[.declaredFunctionType]
      guard !type.isTemplated, let word = type.text?.lowercased(), word == "web" || word == "http" else { continue }
      findings.report(
        at: .value(origin),
        Text(
          en: "`\(text)` is a web function; a plugin can call event functions only.",
          zh: "`\(text)` 是 Web 函数，插件只能调用事件函数。"),
        help: Text(
          en: "Name an event function in \(name.spelling).",
          zh: "请在 \(name.spelling) 中改填一个事件函数。"),
        related: [RelatedPlace(.field(type), Text(en: "declared here", zh: "在此处声明"))])
      return
    }
  }
}
