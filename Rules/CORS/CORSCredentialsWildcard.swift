import GatewayModel
import Linting

/// `cors-credentials-wildcard`.
let corsCredentialsWildcard: Rule = Rule(
  id: "cors-credentials-wildcard",
  family: .cors,
  severity: .warning,
  faults: [],
  confidence: [.inferred],
  summary: Text(
    en: "A Cors plugin allows credentials and answers with a wildcard",
    zh: "Cors 插件允许携带凭证，却使用了通配符"),
  explanation: Text(
    en: """
      With credentials, browsers take `*` in `Access-Control-Allow-Origin` for no permission, and in the lists of headers \
      for a header of that name.
      """,
    zh: """
      携带凭证时，浏览器不接受 `Access-Control-Allow-Origin: *`；请求头列表中的 `*` 只被当作名为 `*` 的头。
      """),
  runtime: Text(
    en: "The gateway answers, and the browser withholds the answer from the page.",
    zh: "网关正常响应，但浏览器会拦截响应，页面无法读取。"),
  evidence: Text(
    en: "It follows from the Fetch standard. Whether the gateway echoes the origin instead of `*` is not documented.",
    zh: "依据 Fetch 标准推断。网关是否会回显来源而不是返回 `*`，没有资料说明。"),
  url: CORSData.page,
  fixSafety: .unsafe(
    Text(
      en: "Pages that send cookies stop doing so; naming the origins may be what is wanted.",
      zh: "页面将不再携带 Cookie；也许真正需要的是列出具体来源。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET], allow_credentials: true, max_age: 600}
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["^https://www\\\\.shop\\\\.cn$"], allow_methods: [GET], allow_credentials: true, max_age: 600}
        """,
      fixed: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET], allow_credentials: false, max_age: 600}
        """,
      at: "true"),
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["^https://a$"], allow_methods: [GET], allow_headers: ["*"], allow_credentials: true, max_age: 600}
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET], allow_headers: ["*"], max_age: 600}
        """,
      at: "true"),
  ],
  checks: [.part(.plugin, checkCredentialsWildcard)])

private func checkCredentialsWildcard(_ plugin: Part, _ findings: inout Findings) {
  let credentials = plugin[.allowCredentials]
  guard plugin.isReadableCORSPlugin, credentials.text?.lowercased() == "true", let origin = credentials.origin else {
    return
  }
  let wildcards = [FieldName.allowOrigin, .allowHeaders, .exposeHeaders].flatMap { name in
    plugin[name].listItems.filter { $0.text == "*" }.map { (name, $0.origin) }
  }
  guard let first = wildcards.first else { return }
  let key = plugin[first.0].spelling
  findings.report(
    at: .value(origin),
    Text(
      en:
        "\(credentials.spelling) is true while \(key) has `*`, which browsers do not accept together with credentials.",
      zh: "\(credentials.spelling) 为 true，但 \(key) 含有 `*`，携带凭证时浏览器不接受通配符。"),
    help: Text(
      en: "Name the origins and headers one by one, or allow no credentials.", zh: "请逐一列出来源和请求头，或不允许携带凭证。"),
    related: wildcards.map { RelatedPlace(.value($0.1), Text(en: "the wildcard", zh: "通配符")) },
    mends: [
      .unsafe(Text(en: "allow no credentials", zh: "不允许携带凭证"), .set(origin, .boolean(false)))
    ])
}
