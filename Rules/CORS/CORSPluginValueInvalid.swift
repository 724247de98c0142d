import GatewayModel
import Linting

/// `cors-plugin-value-invalid`.
let corsPluginValueInvalid: Rule = Rule(
  id: "cors-plugin-value-invalid",
  family: .cors,
  severity: .error,
  faults: [.noValidCORSConfig],
  confidence: [.official],
  summary: Text(
    en: "A value of a Cors plugin is outside what the gateway takes",
    zh: "Cors 插件的值超出网关允许的范围"),
  explanation: Text(
    en: """
      `allow_methods` takes GET, PUT, POST, DELETE and HEAD, `max_age` is a positive whole number of seconds and must be \
      there, `allow_credentials` is a truth value.
      """,
    zh: """
      `allow_methods` 只支持 GET、PUT、POST、DELETE 和 HEAD；`max_age` 必填，为正整数（秒）；`allow_credentials` 为布尔值。
      """),
  runtime: Text(
    en: "The plugin is refused, or calls of the attached APIs are answered with 481 `Found no valid cors config.`",
    zh: "插件被拒绝，或调用已绑定的 API 时返回 481 `Found no valid cors config.`"),
  evidence: Text(
    en: "Methods and types are those of the plugin's page; how lenient the gateway is with text is not known.",
    zh: "方法和类型见该插件的官方文档；网关对文本形式的容忍程度没有资料说明。"),
  url: CORSData.page,
  fixSafety: .safe(
    Text(
      en: "Capitals and a number without quotes say the same. Methods that are not on the list have no fix.",
      zh: "改为大写、去掉数字的引号不改变含义；不在列表中的方法无法自动修复。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [get, PATCH], max_age: "600"}
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET], max_age: 600}
        """,
      at: "PATCH"),
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [get, POST], max_age: "600", allow_credentials: "true"}
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: ['${METHOD}'], max_age: '${AGE}'}
        """,
      fixed: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET, POST], max_age: 600, allow_credentials: true}
        """,
      at: "get,", exempt: [:]),
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET]}
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET], max-age: 600}
        """,
      at: "PluginData"),
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET], max_age: 0}
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET], max_age: 1}
        """,
      at: "0}"),
  ],
  checks: [.part(.plugin, checkCORSValues)])

private func checkCORSValues(_ plugin: Part, _ findings: inout Findings) {
  guard plugin.isReadableCORSPlugin else { return }
  checkMethods(plugin[.allowMethods], &findings)
  checkMaxAge(plugin[.maxAge], of: plugin, &findings)
  let credentials = plugin[.allowCredentials]
  guard credentials.shape != .null, credentials.boolean == nil, !credentials.isTemplated,
    let origin = credentials.origin
  else { return }
  let meant = credentials.text?.lowercased()
  findings.report(
    at: .value(origin),
    Text(
      en: "\(credentials.spelling) is \(credentials.kindText.en), not `true` or `false`.",
      zh: "\(credentials.spelling) 是\(credentials.kindText.zh)，而不是 `true` 或 `false`。"),
    severity: .warning, help: Text(en: "Write `true` or `false` without quotes.", zh: "请写 `true` 或 `false`，不加引号。"),
    mends: meant == "true" || meant == "false"
      ? [.safe(Text(en: "remove the quotes", zh: "去掉引号"), .set(origin, .boolean(meant == "true")))] : [])
}

private func checkMethods(_ methods: Field, _ findings: inout Findings) {
  var seen: Set<String> = []
  for item in methods.listItems where !item.isTemplated {
    let word = item.text ?? ""
    let upper = word.uppercased()
    if !CORSData.methods.contains(upper) {
      findings.report(
        at: .value(item.origin),
        Text(
          en: "`\(word)` is no method that a Cors plugin can allow.", zh: "Cors 插件不支持允许方法 `\(word)`。"),
        help: Text(
          en: "It can allow \(Text.list(CORSData.methods).en).", zh: "可以允许的方法：\(Text.list(CORSData.methods).zh)。"))
    } else if word != upper {
      findings.report(
        at: .value(item.origin),
        Text(en: "`\(word)` is documented in capitals only.", zh: "`\(word)` 在文档中只有大写形式。"), severity: .warning,
        mends: [.safe(Text(en: "write `\(upper)`", zh: "改为 `\(upper)`"), .set(item.origin, .string(upper)))])
    } else if seen.contains(upper) {
      findings.report(
        at: .value(item.origin),
        Text(en: "`\(upper)` is listed twice.", zh: "`\(upper)` 重复列出。"), severity: .warning,
        mends: [.safe(Text(en: "remove the second one", zh: "删除重复项"), .remove(item.origin))])
    }
    seen.insert(upper)
  }
}

private func checkMaxAge(_ age: Field, of plugin: Part, _ findings: inout Findings) {
  guard !age.isTemplated else { return }
  if age.shape == .null {
    guard !plugin.unknownCORSKeys.contains(where: { $0.meant == .maxAge }) else { return }
    findings.report(
      at: .field(age), Text(en: "The Cors plugin has no \(age.spelling).", zh: "Cors 插件缺少 \(age.spelling)。"),
      help: Text(
        en: "Write how many seconds browsers may keep the answer, such as 600.", zh: "请填写浏览器缓存预检结果的秒数，例如 600。"))
    return
  }
  guard let origin = age.origin, (age.integer ?? 0) <= 0 else { return }
  if age.isText, let text = age.text, let number = Int64(text), number > 0 {
    findings.report(
      at: .value(origin),
      Text(en: "\(age.spelling) is text, not a number.", zh: "\(age.spelling) 是文本而不是数字。"), severity: .warning,
      mends: [.safe(Text(en: "write the number \(number)", zh: "改为数字 \(number)"), .set(origin, .integer(number)))])
    return
  }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(age.spelling) is no positive whole number of seconds.", zh: "\(age.spelling) 不是正整数（秒）。"),
    help: Text(en: "Write a number of seconds such as 600.", zh: "请填写秒数，例如 600。"))
}
