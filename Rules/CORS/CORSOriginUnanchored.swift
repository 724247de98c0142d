import GatewayModel
import Linting

/// `cors-origin-unanchored`.
let corsOriginUnanchored: Rule = Rule(
  id: "cors-origin-unanchored",
  family: .cors,
  severity: .warning,
  faults: [],
  confidence: [.official],
  summary: Text(
    en: "An allowed origin also matches look-alikes",
    zh: "允许的来源也会匹配相似域名"),
  explanation: Text(
    en: """
      The gateway looks for the text of `allow_origin` anywhere in the `Origin` header, and takes `.` for any character. \
      `https://www.shop.cn` allows `https://www.shop.cn.evil.io` as well. Between `^` and `$`, with `\\.` for each dot, it \
      allows itself alone.
      """,
    zh: """
      网关会在 `Origin` 头中查找 `allow_origin` 的内容，并把 `.` 当作任意字符。`https://www.shop.cn` 也会允许 \
      `https://www.shop.cn.evil.io`。写成 `^…$` 并用 `\\.` 表示点号，才只允许该来源本身。
      """),
  runtime: Text(
    en: "Pages of other sites may read the answers of the API.",
    zh: "其他网站的页面可能读取该 API 的响应。"),
  evidence: Text(
    en:
      "The plugin's page says that matching is by containment and gives the form with `^` and `$`; its sample leaves dots unescaped.",
    zh: "该插件的文档说明采用包含匹配，并给出了 `^…$` 写法；示例中没有转义点号。"),
  url: CORSData.page,
  fixSafety: .unsafe(
    Text(
      en: "The dialect of the gateway's regular expressions is not documented, and other hosts may rely on the match.",
      zh: "网关的正则语法没有文档说明，也可能有其他主机依赖该匹配。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["https://www.shop.cn"], allow_methods: [GET], allow_credentials: true, max_age: 600}
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["^https://www\\\\.shop\\\\.cn$"], allow_methods: [GET], allow_credentials: true, max_age: 600}
        """,
      at: "\"https://www.shop.cn\""),
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ['^https://www.shop.cn'], allow_methods: [GET], max_age: 600}
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ['*', 'https://[^.]+\\.shop\\.cn$', '${ORIGIN}'], allow_methods: [GET], max_age: 600}
        """,
      fixed: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ['^https://www\\.shop\\.cn$'], allow_methods: [GET], max_age: 600}
        """,
      at: "'^https"),
  ],
  checks: [.part(.plugin, checkOriginAnchors)])

private func checkOriginAnchors(_ plugin: Part, _ findings: inout Findings) {
  let hasCredentials = plugin[.allowCredentials].text?.lowercased() == "true"
  for (item, origin) in plugin.allowedOrigins {
    guard let plain = origin.origin, plain.contains("://"), origin.defect == nil, let anchored = origin.anchored,
      !origin.isAnchoredAtEnd
    else { continue }
    let warning =
      hasCredentials
      ? Text(en: " Credentials are allowed, so they can act as your users.", zh: "由于允许携带凭证，它们可以冒用用户身份。")
      : Text(en: "", zh: "")
    let lookalike = plain + ".evil.io"
    findings.report(
      at: .value(item.origin),
      Text(
        en: "`\(origin.text)` also allows look-alikes such as `\(lookalike)`.\(warning.en)",
        zh: "`\(origin.text)` 也会允许 `\(lookalike)` 这样的相似来源。\(warning.zh)"),
      help: Text(en: "Write `\(anchored)`.", zh: "请写成 `\(anchored)`。"),
      mends: [.unsafe(Text(en: "match this origin alone", zh: "只匹配该来源"), .set(item.origin, .string(anchored)))])
  }
}
