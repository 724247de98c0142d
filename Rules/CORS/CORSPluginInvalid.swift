import GatewayModel
import Linting

/// `cors-plugin-invalid`.
let corsPluginInvalid: Rule = Rule(
  id: "cors-plugin-invalid",
  family: .cors,
  severity: .error,
  faults: [.noValidCORSConfig],
  confidence: [.official],
  summary: Text(
    en: "A Cors plugin's data lacks what it must have, or has the wrong shape",
    zh: "Cors 插件的数据缺少必填项或类型不对"),
  explanation: Text(
    en: """
      `PluginData` of a Cors plugin is one JSON object. `allow_origin` and `allow_methods` are lists with at least one \
      item; `allow_headers` and `expose_headers` are lists. Keys that the gateway does not know are ignored.
      """,
    zh: """
      Cors 插件的 `PluginData` 是一个 JSON 对象。`allow_origin` 和 `allow_methods` 为非空列表，\
      `allow_headers` 和 `expose_headers` 为列表。网关不认识的键会被忽略。
      """),
  runtime: Text(
    en: "The plugin is refused, or calls of the attached APIs are answered with 481 `Found no valid cors config.`",
    zh: "插件被拒绝，或调用已绑定的 API 时返回 481 `Found no valid cors config.`"),
  evidence: Text(
    en: "The field list is that of the plugin's page.", zh: "字段列表见该插件的官方文档。"),
  url: CORSData.page,
  fixSafety: .safe(
    Text(
      en: "Putting a single value into a list and renaming a misspelled key change nothing that was meant.",
      zh: "将单个值放入列表、改正拼错的键，不会改变原意。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: "*", allow_methods: [], allow_credentials: false, max_age: 600}
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET, POST], allow_headers: ["*"], expose_headers: [], allow_credentials: false, max_age: 600}
        """,
      at: "\"*\""),
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData:
              allow_origin: https://www.shop.cn
              allow_methods: GET,POST
              max_age: 600
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: '${file(cors.json)}'
        """,
      fixed: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData:
              allow_origin: [https://www.shop.cn]
              allow_methods: [GET, POST]
              max_age: 600
        """,
      at: "GET,POST", exempt: [:]),
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allowOrigin: ["*"], allow_methods: [GET], max_age: 600}
        """,
      good: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: '{"allow_origin": ["*"], "allow_methods": ["GET"], "max_age": 600}'
        """,
      fixed: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET], max_age: 600}
        """,
      at: "allowOrigin"),
    Example(
      .manifest,
      bad: """
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: '{"allow_origin": ["*"]'
        """,
      good: """
        Plugins:
          - PluginName: limits
            PluginType: IPControl
            PluginData: {type: white_list, blocks: 10.0.0.1}
        """,
      at: "'{"),
  ],
  checks: [.part(.plugin, checkCORSPlugin)])

private func checkCORSPlugin(_ plugin: Part, _ findings: inout Findings) {
  let data = plugin[.pluginData]
  guard plugin.pluginKind == .cors, !data.isTemplated, !data.isTemplateInBraces else { return }
  guard data.shape == .mapping else {
    if data.shape != .null || data.isMissing { reportNoObject(data, &findings) }
    return
  }
  let unknown = plugin.unknownCORSKeys
  for key in unknown { report(key, of: plugin, &findings) }
  for name in [FieldName.allowOrigin, .allowMethods] where !unknown.contains(where: { $0.meant == name }) {
    checkRequired(plugin[name], of: plugin, &findings)
  }
  for name in CORSData.lists { checkShape(plugin[name], &findings) }
}

private func reportNoObject(_ data: Field, _ findings: inout Findings) {
  findings.report(
    at: .field(data),
    Text(
      en: "\(data.spelling) of the Cors plugin is no JSON object: the gateway has no CORS settings to apply.",
      zh: "Cors 插件的 \(data.spelling) 不是 JSON 对象，网关没有可用的跨域配置。"),
    help: Text(
      en: "Write an object with `allow_origin`, `allow_methods` and `max_age`.",
      zh: "请填写包含 `allow_origin`、`allow_methods` 和 `max_age` 的对象。"))
}

private func report(_ key: UnknownCORSKey, of plugin: Part, _ findings: inout Findings) {
  let spelling = key.meant.flatMap { plugin.facts.spelling[$0] }
  let isDemanded = key.meant == .allowOrigin || key.meant == .allowMethods || key.meant == .maxAge
  findings.report(
    at: .key(key.key),
    Text(
      en: "The Cors plugin does not know `\(key.text)`: it is ignored.",
      zh: "Cors 插件没有 `\(key.text)` 这个键，会被忽略。"),
    severity: isDemanded ? .error : .warning,
    help: spelling.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") },
    mends: spelling.map {
      [.safe(Text(en: "rename it to `\($0)`", zh: "改为 `\($0)`"), .renameKey(key.key, $0))]
    } ?? [])
}

private func checkRequired(_ list: Field, of plugin: Part, _ findings: inout Findings) {
  let isEmpty = list.shape == .list && list.items.isEmpty
  guard list.shape == .null || isEmpty else { return }
  let key = list.spelling
  findings.report(
    at: .field(list),
    isEmpty
      ? Text(en: "\(key) is empty: no cross-origin request is allowed.", zh: "\(key) 为空，不允许任何跨域请求。")
      : Text(en: "The Cors plugin has no \(key).", zh: "Cors 插件缺少 \(key)。"),
    help: list.name == .allowMethods
      ? Text(en: "List the methods that browsers may use, such as `[GET, POST]`.", zh: "请列出允许的方法，例如 `[GET, POST]`。")
      : Text(en: "List the origins, such as `^https://www\\.shop\\.cn$`.", zh: "请列出来源，例如 `^https://www\\.shop\\.cn$`。"),
    mends: list.name == .allowMethods ? methodsOfAttachedAPIs(list, of: plugin) : [])
}

/// Fills the methods in from the APIs that the plugin is attached to.
private func methodsOfAttachedAPIs(_ list: Field, of plugin: Part) -> [Mend] {
  guard !plugin.children(.pluginAttachment).isEmpty, let service = plugin.project.service(of: plugin) else { return [] }
  let directory = APIDirectory(plugin.project.parts(.api, of: service))
  let attached = AttachedPlugins(service, plugin.project, directory).uses.filter { $0.plugin == plugin }
  let methods = CORSData.methods.filter { method in
    attached.contains { $0.api.apiMethod == .any || $0.api.apiMethod?.rawValue == method }
  }
  guard !methods.isEmpty else { return [] }
  return [
    .unsafe(
      Text(en: "allow the methods of the attached APIs", zh: "允许已绑定 API 的方法"),
      list.replacement(.list(methods.map { .string($0) })))
  ]
}

private func checkShape(_ list: Field, _ findings: inout Findings) {
  guard list.shape != .null, list.shape != .list, !list.hasTemplate, let origin = list.origin else { return }
  let mend: [Mend]
  if let text = list.text, text.contains(",") {
    let items = text.split(separator: ",").map { String($0.trimmed) }.filter { !$0.isEmpty }
    mend = [
      .safe(
        Text(en: "make it a list", zh: "改为列表"), .set(origin, .list(items.map { .string($0) })))
    ]
  } else if list.shape == .scalar {
    mend = [.safe(Text(en: "put it into a list", zh: "放入列表"), .wrapInList(origin))]
  } else {
    mend = []
  }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(list.spelling) is \(list.kindText.en), where the plugin wants a list.",
      zh: "\(list.spelling) 是\(list.kindText.zh)，而插件需要列表。"),
    help: Text(en: "Write `[…]`.", zh: "请写成 `[…]`。"), mends: mend)
}

extension Substring {
  /// Without blanks around it.
  fileprivate var trimmed: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
