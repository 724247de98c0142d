import GatewayModel
import Linting

/// `cors-origin-format`.
let corsOriginFormat: Rule = Rule(
  id: "cors-origin-format",
  family: .cors,
  severity: .warning,
  faults: [.noValidCORSConfig],
  confidence: [.official],
  summary: Text(
    en: "An allowed origin can never match what browsers send",
    zh: "允许的来源不可能与浏览器发送的 Origin 匹配"),
  explanation: Text(
    en: """
      A browser's `Origin` is scheme, host and, unless it is the usual one, port: `https://www.shop.cn`. It has no path, no \
      slash at its end and no `:443` or `:80`.
      """,
    zh: """
      浏览器发送的 `Origin` 由协议、主机和非默认端口组成，例如 `https://www.shop.cn`，不含路径、末尾斜杠，也不含 `:443` 或 `:80`。
      """),
  runtime: Text(
    en: "Requests from that origin are refused, or the plugin is with 481 `Found no valid cors config.`",
    zh: "来自该来源的请求被拒绝，或返回 481 `Found no valid cors config.`"),
  evidence: Text(
    en: "The plugin's page demands the scheme, and the port unless it is 80.", zh: "该插件的文档要求写明协议，以及非 80 端口。"),
  url: CORSData.page,
  fixSafety: .safe(
    Text(
      en: "A slash at the end and a usual port are never sent, so dropping them widens nothing else.",
      zh: "浏览器不会发送末尾斜杠和默认端口，去掉后只会匹配到原本想要的来源。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["www.shop.cn/"], allow_methods: [GET], max_age: 600}
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["^https://www\\\\.shop\\\\.cn$"], allow_methods: [GET], max_age: 600}
        """,
      at: "\"www.shop.cn/\""),
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["https://www.shop.cn/"], allow_methods: [GET], max_age: 600}
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ['https?://[a-z]+\\.shop\\.cn(:\\d+)?', "null"], allow_methods: [GET], max_age: 600}
        """,
      fixed: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["https://www.shop.cn"], allow_methods: [GET], max_age: 600}
        """,
      at: "\"https://www.shop.cn/\""),
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["https://www.shop.cn:443"], allow_methods: [GET], max_age: 600}
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["https://www.shop.cn:8443", "*"], allow_methods: [GET], max_age: 600}
        """,
      fixed: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["https://www.shop.cn"], allow_methods: [GET], max_age: 600}
        """,
      at: "\"https://www.shop.cn:443\""),
  ],
  checks: [.part(.plugin, checkOriginFormats)])

private func checkOriginFormats(_ plugin: Part, _ findings: inout Findings) {
  for (item, origin) in plugin.allowedOrigins {
    guard let defect = origin.defect else { continue }
    var mends: [Mend] = []
    let reason: Text
    switch defect {
    case .scheme: reason = Text(en: "it lacks `http://` or `https://`", zh: "缺少 `http://` 或 `https://`")
    case .slash(let plain):
      reason = Text(en: "it ends with a slash", zh: "末尾多了斜杠")
      mends = [.safe(Text(en: "drop the slash", zh: "去掉斜杠"), .set(item.origin, .string(plain)))]
    case .path: reason = Text(en: "it has a path", zh: "带有路径")
    case .defaultPort(let plain):
      reason = Text(en: "it names the usual port, which browsers leave out", zh: "写了默认端口，而浏览器不会发送")
      mends = [.safe(Text(en: "drop the port", zh: "去掉端口"), .set(item.origin, .string(plain)))]
    }
    findings.report(
      at: .value(item.origin),
      Text(
        en: "The origin `\(origin.text)` matches no browser's: \(reason.en).",
        zh: "来源 `\(origin.text)` 不会与浏览器的 Origin 匹配：\(reason.zh)。"),
      help: Text(en: "Write scheme and host, such as `https://www.shop.cn`.", zh: "请写明协议和主机，例如 `https://www.shop.cn`。"),
      mends: mends)
  }
}
