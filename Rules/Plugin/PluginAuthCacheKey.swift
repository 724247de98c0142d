import GatewayModel
import Linting

/// `plugin-auth-cache-key`.
let pluginAuthCacheKey: Rule = Rule(
  id: "plugin-auth-cache-key",
  family: .plugin,
  severity: .error,
  faults: [],
  confidence: [.official],
  summary: Text(
    en: "A CustomAuth plugin caches results without a parameter to tell callers apart",
    zh: "CustomAuth 插件缓存认证结果，却没有区分调用方的参数"),
  explanation: Text(
    en: """
      With `cache_time` above 0 the answer of the function is kept for callers with the same authentication parameters. \
      Without any, one caller's answer would hold for all.
      """,
    zh: """
      `cache_time` 大于 0 时，认证结果按认证参数缓存。没有任何认证参数时，一个调用方的结果会用于所有调用方。
      """),
  runtime: Text(en: "The plugin is refused.", zh: "插件被拒绝。"),
  evidence: Text(
    en: "The plugin's page demands the parameters where cache_time is not 0.",
    zh: "插件文档规定 cache_time 不为 0 时必须填写认证参数。"),
  url: "https://cloud.tencent.com/document/product/628/51834",
  examples: [
    Example(
      .manifest,
      bad: """
        Plugins:
          - {PluginName: login, PluginType: CustomAuth, PluginData: {func_name: f, cache_time: 300}}
        """,
      good: """
        Plugins:
          - {PluginName: login, PluginType: CustomAuth, PluginData: {func_name: f, cache_time: 300, header_auth_parameters: [Authorization]}}
          - {PluginName: open, PluginType: CustomAuth, PluginData: {func_name: f, cache_time: 0}}
        """,
      at: "300")
  ],
  checks: [.part(.plugin, checkCacheKey)])

private func checkCacheKey(_ plugin: Part, _ findings: inout Findings) {
  let time = plugin[.cacheTime]
  guard plugin.pluginKind == .customAuthentication, let seconds = time.integer, seconds > 0, let origin = time.origin
  else { return }
  let lists = [plugin[.headerAuthParameters], plugin[.queryAuthParameters]]
  guard lists.allSatisfy({ $0.isBlank || $0.shape == .list && $0.items.isEmpty }) else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "The plugin keeps results for \(seconds) seconds, but names no parameter that tells callers apart.",
      zh: "插件会缓存认证结果 \(seconds) 秒，但没有指定区分调用方的参数。"),
    help: Text(
      en: "Name them in \(lists[0].spelling) or \(lists[1].spelling), or set \(time.spelling) to 0.",
      zh: "请在 \(lists[0].spelling) 或 \(lists[1].spelling) 中指定，或将 \(time.spelling) 设为 0。"))
}
