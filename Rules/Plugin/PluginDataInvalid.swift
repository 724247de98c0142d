import GatewayModel
import Linting

/// `plugin-data-invalid`.
let pluginDataInvalid: Rule = Rule(
  id: "plugin-data-invalid",
  family: .plugin,
  severity: .error,
  faults: [],
  confidence: [.sdk],
  summary: Text(
    en: "A plugin's type is not known, or its data has the wrong form",
    zh: "插件类型未知，或插件数据格式不对"),
  explanation: Text(
    en: """
      `PluginData` is one JSON object; for Routing it is a list of objects. `IPControl` has the type `white_list` or \
      `black_list` and addresses or CIDR blocks with `;` between them. A type that the Cloud API does not list is a warning.
      """,
    zh: """
      `PluginData` 是一个 JSON 对象，Routing 插件则是对象列表。`IPControl` 的 `type` 为 `white_list` 或 `black_list`，\
      `blocks` 为用 `;` 分隔的 IP 或 CIDR。云 API 没有列出的类型给出警告。
      """),
  runtime: Text(
    en: "The plugin is refused (`InvalidParameterValue.InvalidPluginConfig`).",
    zh: "插件被拒绝（`InvalidParameterValue.InvalidPluginConfig`）。"),
  evidence: Text(
    en: "The Cloud API lists types and error; CustomRsp, anti-replay and gRPC have pages, but no published type name.",
    zh: "类型和错误码见云 API；CustomRsp、防重放和 gRPC 有文档，但没有公布类型名。"),
  url: "https://cloud.tencent.com/document/product/628/46836",
  examples: [
    Example(
      .manifest,
      bad: """
        Plugins: [{PluginName: p, PluginType: IPControl, PluginData: [10.0.0.1]}]
        """,
      good: """
        Plugins: [{PluginName: p, PluginType: IPControl, PluginData: {type: white_list, blocks: '10.0.0.1;10.1.0.0/16;'}}]
        """,
      at: "[10"),
    Example(
      .manifest,
      bad: """
        Plugins: [{PluginName: p, PluginType: IPControl, PluginData: {type: whitelist, blocks: 10.0.0.300}}]
        """,
      good: """
        Plugins: [{PluginName: p, PluginType: IPControl, PluginData: {type: black_list, blocks: '${BLOCKS}'}}]
        """,
      at: "whitelist"),
    Example(
      .manifest,
      bad: """
        Plugins: [{PluginName: p, PluginType: IPControl, PluginData: {type: black_list, blocks: '10.0.0.1,10.0.0.2'}}]
        """,
      good: """
        Plugins: [{PluginName: p, PluginType: Routing, PluginData: []}]
        """,
      at: "'10.0.0.1,"),
    Example(
      .manifest,
      bad: """
        Plugins: [{PluginName: p, PluginType: Routing, PluginData: {strategy_name: a}}]
        """,
      good: """
        Plugins: [{PluginName: p, PluginType: Routing, PluginData: '${file(routes.json)}'}]
        """,
      at: "{strategy_name"),
    Example(
      .manifest,
      bad: """
        Plugins: [{PluginName: p, PluginType: TraficControl, PluginData: {api_rate_limit: 10}}]
        """,
      good: """
        Plugins: [{PluginName: p, PluginType: TrafficControl, PluginData: '{"api_rate_limit": 10}'}]
        """,
      at: "TraficControl"),
  ],
  checks: [.part(.plugin, checkPluginData)])

private func checkPluginData(_ plugin: Part, _ findings: inout Findings) {
  checkType(plugin[.pluginType], &findings)
  let data = plugin[.pluginData]
  guard plugin.pluginKind != .cors, !plugin[.pluginType].isTemplated, !data.isTemplated, !data.isTemplateInBraces,
    let origin = data.origin
  else { return }
  let isRouting = plugin.pluginKind == .routing
  let fits: Bool
  switch data.shape {
  case .null: fits = true
  case .mapping: fits = !isRouting
  case .list: fits = isRouting && plugin.children(.pluginBackend).count == data.items.count
  case .scalar: fits = false
  }
  guard fits else {
    findings.report(
      at: .value(origin),
      isRouting
        ? Text(
          en: "\(data.spelling) of a Routing plugin is a list of JSON objects; this is \(data.kindText.en).",
          zh: "Routing 插件的 \(data.spelling) 应为 JSON 对象列表，而此处是\(data.kindText.zh)。")
        : Text(
          en: "\(data.spelling) is a JSON object; this is \(data.kindText.en).",
          zh: "\(data.spelling) 应为 JSON 对象，而此处是\(data.kindText.zh)。"),
      help: isRouting
        ? Text(
          en: "Write each strategy as an object of the list: `[{…}, {…}]`.",
          zh: "请把每条策略写成列表中的一个对象：`[{…}, {…}]`。")
        : Text(
          en: "Write the plugin's settings as keys and values: `{key: value}`.",
          zh: "请以键值形式填写插件的各项设置：`{key: value}`。"))
    return
  }
  if plugin.pluginKind == .ipControl, data.shape == .mapping { checkAddresses(plugin, &findings) }
}

private func checkType(_ type: Field, _ findings: inout Findings) {
  guard !type.isBlank, !type.isTemplated, let word = type.text, let origin = type.origin else { return }
  let names = PluginKind.published.map(\.rawValue)
  guard !names.contains(word) else { return }
  let kind = PluginKind(word: word)
  // Three kinds of plugin have no published name: any word for them may be right.
  guard kind.map({ PluginKind.published.contains($0) }) ?? !word.lowercased().contains("grpc") else { return }
  let nearest = kind?.rawValue ?? NearestWord.nearest(to: word, among: names)
  findings.report(
    at: .value(origin),
    Text(
      en: "The Cloud API lists no plugin type `\(word)`.", zh: "云 API 没有列出插件类型 `\(word)`。"), severity: .warning,
    help: nearest.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") }
      ?? Text(en: "It lists \(Text.list(names).en).", zh: "可用的类型：\(Text.list(names).zh)。"))
}

private func checkAddresses(_ plugin: Part, _ findings: inout Findings) {
  let type = plugin[.ipControlType]
  if !type.isBlank, !type.isTemplated, let word = type.text, word != "white_list", word != "black_list",
    let origin = type.origin
  {
    findings.report(
      at: .value(origin),
      Text(
        en: "\(type.spelling) `\(word)` is neither `white_list` nor `black_list`.",
        zh: "\(type.spelling) `\(word)` 既不是 `white_list` 也不是 `black_list`。"),
      help: Text(
        en: "Write `white_list` to let only the listed addresses in, or `black_list` to keep them out.",
        zh: "只允许列出的地址访问时写 `white_list`，禁止这些地址访问时写 `black_list`。"))
  }
  let blocks = plugin[.ipBlocks]
  guard !blocks.isBlank, !blocks.isTemplated, let text = blocks.text, let origin = blocks.origin else { return }
  let entries = text.split { ";,".contains($0) || $0.isWhitespace }
  if let wrong = entries.first(where: { !isAddressBlock($0) }) {
    findings.report(
      at: .value(origin),
      Text(
        en: "`\(wrong.prefix(60))` in \(blocks.spelling) is neither an IP address nor a CIDR block.",
        zh: "\(blocks.spelling) 中的 `\(wrong.prefix(60))` 既不是 IP 地址也不是 CIDR。"),
      help: Text(
        en: "Write addresses or blocks with `;` between them, for example `10.0.0.1;10.1.0.0/16`.",
        zh: "请填写用 `;` 分隔的 IP 或 CIDR，例如 `10.0.0.1;10.1.0.0/16`。"))
  } else if text.split(separator: ";").contains(where: { $0.split { $0 == "," || $0.isWhitespace }.count > 1 }) {
    findings.report(
      at: .value(origin),
      Text(
        en: "The entries of \(blocks.spelling) are documented with `;` between them, not with commas or blanks.",
        zh: "\(blocks.spelling) 的各项在文档中用 `;` 分隔，而不是逗号或空白。"),
      severity: .warning,
      help: Text(
        en: "Put `;` between the entries, as in `\(entries.prefix(2).joined(separator: ";"))`.",
        zh: "请用 `;` 分隔各项，例如 `\(entries.prefix(2).joined(separator: ";"))`。"))
  }
}

private func isAddressBlock(_ text: Substring) -> Bool {
  let pieces = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
  guard let address = IPAddress(Array(pieces[0].utf8)) else { return false }
  guard pieces.count == 2 else { return true }
  guard let length = Int(pieces[1]), pieces[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
  if case .v6 = address { return length <= 128 }
  return length <= 32
}
