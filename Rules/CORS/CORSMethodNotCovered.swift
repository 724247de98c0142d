import GatewayModel
import Linting

/// `cors-method-not-covered`.
let corsMethodNotCovered: Rule = Rule(
  id: "cors-method-not-covered",
  family: .cors,
  severity: .warning,
  faults: [],
  confidence: [.official, .inferred],
  summary: Text(
    en: "A Cors plugin is attached to an API whose method it does not allow",
    zh: "Cors 插件绑定的 API 使用了未被允许的方法"),
  explanation: Text(
    en:
      "Browsers ask before they call: a method that `allow_methods` does not list is refused for that API. ANY needs all five.",
    zh: "浏览器会先发送预检请求：`allow_methods` 中没有的方法会被拒绝。方法为 ANY 的 API 需要列出全部五种方法。"),
  runtime: Text(
    en: "The browser's preflight for that API fails; calls from elsewhere work.",
    zh: "浏览器对该 API 的预检请求失败；非浏览器调用不受影响。"),
  evidence: Text(
    en: "The list is documented; that the preflight fails follows from the Fetch standard.",
    zh: "列表的含义见官方文档；预检失败由 Fetch 标准得出。"),
  url: CORSData.page,
  fixSafety: .unsafe(Text(en: "It widens what browsers may do.", zh: "会放宽浏览器的访问权限。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET], max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [delA]}]
        """,
      good: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET, DELETE], max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [delA]}]
        """,
      fixed: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET, DELETE], max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [delA]}]
        """,
      at: "[GET]", files: ["a.yaml": PluginExamples.apis(["delete /a delA"])]),
    Example(
      .manifest,
      bad: """
        Apis: [{ApiName: all, RequestConfig: {Path: /a, Method: ANY}, ServiceType: MOCK, ServiceMockReturnMessage: ok}]
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET, POST, PUT, DELETE], max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [all]}]
        """,
      good: """
        Apis: [{ApiName: all, RequestConfig: {Path: /a, Method: OPTIONS}, ServiceType: MOCK, ServiceMockReturnMessage: ok}]
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [GET], max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [all]}]
        """,
      at: "[GET, POST"),
  ],
  checks: [.service(checkCoveredMethods)])

private func checkCoveredMethods(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  guard service.hasPlugins(in: project) else { return }
  let directory = APIDirectory(project.parts(.api, of: service))
  let attached = AttachedPlugins(service, project, directory)
  for (plugin, uses) in attached.grouped(.cors) {
    let methods = plugin[.allowMethods]
    guard plugin.isReadableCORSPlugin, !methods.hasTemplate, let origin = methods.origin else { continue }
    let allowed = Set(methods.listItems.compactMap { $0.text?.uppercased() })
    guard !allowed.isEmpty, !allowed.contains("*"), !allowed.contains("ANY") else { continue }
    var missing: [String] = []
    var related: [RelatedPlace] = []
    for use in uses {
      let lacking = use.api.preflightedMethods.filter { !allowed.contains($0) }
      guard !lacking.isEmpty else { continue }
      missing += lacking.filter { !missing.contains($0) }
      if related.count < PluginExamples.relatedLimit {
        let name = use.api.displayName
        related.append(RelatedPlace(.part(use.api.id), Text(en: "`\(name)`", zh: "`\(name)`")))
      }
    }
    guard !missing.isEmpty else { continue }
    let addable = missing.filter { CORSData.methods.contains($0) }
    let steps = addable.map { MendStep.append(.string($0), .allowMethods, plugin.id) }
    let names = Text.list(missing)
    findings.report(
      at: .value(origin),
      Text(
        en:
          "\(methods.spelling) lacks \(names.en), which APIs that the plugin is attached to use: their preflights fail.",
        zh: "\(methods.spelling) 缺少 \(names.zh)，已绑定的 API 使用了这些方法，预检请求会失败。"),
      help: addable.count == missing.count
        ? Text(en: "Add \(names.en).", zh: "请补上 \(names.zh)。")
        : Text(
          en: "A Cors plugin can allow \(Text.list(CORSData.methods).en) only.",
          zh: "Cors 插件只能允许 \(Text.list(CORSData.methods).zh)。"),
      related: related,
      mends: steps.isEmpty || addable.count < missing.count
        ? []
        : [Mend(title: Text(en: "allow \(names.en)", zh: "允许 \(names.zh)"), applicability: .unsafe, steps: steps)],
      subject: plugin.id)
  }
}

extension Part {
  /// The methods of an API that a browser may want to use: OPTIONS asks for the others.
  fileprivate var preflightedMethods: [String] {
    switch apiMethod {
    case .any: CORSData.methods
    case .options, .begin, .trace, nil: []
    case let method?: [method.rawValue]
    }
  }
}
