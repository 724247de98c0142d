import GatewayModel
import Linting

/// `plugin-condition-undeclared`.
let pluginConditionUndeclared: Rule = Rule(
  id: "plugin-condition-undeclared",
  family: .plugin,
  severity: .warning,
  faults: [],
  confidence: [.official],
  summary: Text(
    en: "A plugin looks at a parameter that the API does not declare",
    zh: "插件使用了 API 没有声明的参数"),
  explanation: Text(
    en: """
      A condition of a Routing or TrafficControlByParameter plugin, and a cache key, see declared parameters only: \
      comparing an undeclared one is false. A path in a condition begins with `/`, and a cache holds answers of the methods \
      that it lists.
      """,
    zh: """
      Routing、TrafficControlByParameter 插件的条件和缓存键只能使用 API 声明的参数，与未声明参数的比较结果为假。\
      条件中的路径以 `/` 开头；缓存只对列出的方法有效。
      """),
  runtime: Text(
    en: "The condition is never true, or nothing is cached.", zh: "条件永远不成立，或没有任何缓存。"),
  evidence: Text(
    en: "The page on conditional routing says so.", zh: "见条件路由的官方文档。"),
  url: "https://cloud.tencent.com/document/product/628/53391",
  examples: [
    Example(
      .manifest,
      bad: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: routes
            PluginType: Routing
            PluginData: [{strategy_name: a, condition: 'header.X-Tennant = "1"', backend_type: MOCK, backend_config: {ServiceMockReturnMessage: a}}]
            Attach: [{EnvironmentName: release, Apis: [a]}]
        """,
      good: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: routes
            PluginType: Routing
            PluginData: [{strategy_name: a, condition: 'header.X-Tenant = "header.x" and sysparam.clientIp = "1.2.3.4"', backend_type: MOCK, backend_config: {ServiceMockReturnMessage: a}}]
            Attach: [{EnvironmentName: release, Apis: [a]}]
        """,
      at: "'header.X-Tennant",
      files: [
        "a.yaml": PluginExamples.apis(
          ["get /a a"], lines: ["parameters: [{name: X-Tenant, in: header, schema: {type: string}}]"])
      ]),
    Example(
      .manifest,
      bad: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: cache
            PluginType: ProxyCache
            PluginData: {cache_key_params: [{parameter: id, position: query}], cacheable_methods: [GET], ttl: 60}
            Attach: [{EnvironmentName: release, Apis: [a]}]
        """,
      good: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: cache
            PluginType: ProxyCache
            PluginData: {cache_key_params: [{parameter: x-tenant, position: header}], cacheable_methods: [GET], ttl: 60}
            Attach: [{EnvironmentName: release, Apis: [a]}]
        """,
      at: "id, position",
      files: [
        "a.yaml": PluginExamples.apis(
          ["get /a a"], lines: ["parameters: [{name: X-Tenant, in: header, schema: {type: string}}]"])
      ]),
    Example(
      .manifest,
      bad: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: routes
            PluginType: Routing
            PluginData: [{strategy_name: a, condition: 'path = "a"', backend_type: MOCK, backend_config: {ServiceMockReturnMessage: a}}]
        """,
      good: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: routes
            PluginType: Routing
            PluginData: [{strategy_name: a, condition: 'path = "/a" or regex(path, "a.*")', backend_type: MOCK, backend_config: {ServiceMockReturnMessage: a}}]
        """,
      at: "'path", files: ["a.yaml": PluginExamples.apis(["get /a a"])]),
    Example(
      .manifest,
      bad: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: cache
            PluginType: ProxyCache
            PluginData: {cacheable_methods: [GET], ttl: 60}
            Attach: [{EnvironmentName: release, Apis: [a]}]
        """,
      good: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: cache
            PluginType: ProxyCache
            PluginData: {cacheable_methods: [GET, POST], ttl: 60}
            Attach: [{EnvironmentName: release, Apis: [a]}]
        """,
      at: "[GET]", files: ["a.yaml": PluginExamples.apis(["post /a a"])]),
  ],
  checks: [.service(checkPluginParameters)])

private func checkPluginParameters(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  guard service.hasPlugins(in: project) else { return }
  for plugin in project.parts(.plugin, of: service) {
    for strategy in plugin.children(.pluginBackend) + plugin.children(.pluginStrategy) {
      checkPathConstants(strategy[.strategyCondition], &findings)
    }
  }
  let directory = APIDirectory(project.parts(.api, of: service))
  let attached = AttachedPlugins(service, project, directory)
  for kind in [PluginKind.routing, .trafficControlByParameter, .proxyCache] {
    for (plugin, uses) in attached.grouped(kind) { check(plugin, uses, &findings) }
  }
}

private func checkPathConstants(_ condition: Field, _ findings: inout Findings) {
  guard !condition.isTemplated, let text = condition.text, let origin = condition.origin,
    let constant = PluginCondition(text).pathConstants.first(where: { !$0.hasPrefix("/") })
  else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "The condition compares the path with `\(constant.prefix(60))`; paths begin with `/`, so it never holds.",
      zh: "条件将路径与 `\(constant.prefix(60))` 比较，而路径都以 `/` 开头，条件永远不成立。"),
    help: Text(
      en: "Write the path in the condition from its first `/` on.",
      zh: "请在条件中写以 `/` 开头的完整路径。"),
    subject: condition.part.id)
}

private func check(_ plugin: Part, _ uses: [PluginUse], _ findings: inout Findings) {
  for strategy in plugin.children(.pluginBackend) + plugin.children(.pluginStrategy) {
    let condition = strategy[.strategyCondition]
    guard !condition.isTemplated, let text = condition.text, let origin = condition.origin else { continue }
    for reference in PluginCondition(text).references {
      guard let api = uses.first(where: { !$0.api.declares(reference) })?.api else { continue }
      report(reference, api, at: origin, strategy, &findings)
      break
    }
  }
  for parameter in plugin.children(.pluginParameter) {
    let name = parameter[.pluginParameterName]
    let position = parameter[.pluginParameterPosition].text?.lowercased()
    guard !name.isTemplated, let text = name.text, let origin = name.origin, position == "header" || position == "query"
    else { continue }
    let reference = ConditionReference(source: position == "header" ? .header : .query, name: text)
    if let api = uses.first(where: { !$0.api.declares(reference) })?.api {
      report(reference, api, at: origin, parameter, &findings)
    }
  }
  checkMethods(plugin, uses, &findings)
}

private func report(
  _ reference: ConditionReference, _ api: Part, at origin: Origin, _ part: Part, _ findings: inout Findings
) {
  let position = reference.source == .header ? "header" : "query"
  let names = api.requestParameters.filter { $0.parameterPosition?.isOf(reference.source) ?? false }
    .compactMap { $0[.parameterName].text }
  let nearest = NearestWord.nearest(to: reference.name, among: names)
  findings.report(
    at: .value(origin),
    Text(
      en: "`\(position).\(reference.name)` is no parameter that `\(api.displayName)` declares, so it is never seen.",
      zh: "`\(api.displayName)` 没有声明 `\(position).\(reference.name)`，插件无法取到它的值。"),
    help: nearest.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") }
      ?? Text(en: "Declare the parameter at the API.", zh: "请在 API 中声明该参数。"),
    related: [RelatedPlace(.part(api.id), Text(en: "the API", zh: "该 API"))], subject: part.id)
}

private func checkMethods(_ plugin: Part, _ uses: [PluginUse], _ findings: inout Findings) {
  let methods = plugin[.cacheableMethods]
  guard methods.shape == .list, !methods.items.isEmpty, !methods.hasTemplate, let origin = methods.origin else {
    return
  }
  let words = Set(methods.listItems.compactMap { $0.text?.uppercased() })
  guard
    let api = uses.first(where: { use in
      guard let method = use.api.apiMethod, method != .any else { return false }
      return !words.contains(method.rawValue)
    })?.api
  else { return }
  findings.report(
    at: .value(origin),
    Text(
      en:
        "`\(api.displayName)` answers \(api.apiMethod?.rawValue ?? "") alone, which \(methods.spelling) does not list: nothing of it is cached.",
      zh: "`\(api.displayName)` 的方法是 \(api.apiMethod?.rawValue ?? "")，不在 \(methods.spelling) 中，不会被缓存。"),
    help: Text(
      en: "Add `\(api.apiMethod?.rawValue ?? "")` to \(methods.spelling), or do not attach the plugin to this API.",
      zh: "请在 \(methods.spelling) 中加上 `\(api.apiMethod?.rawValue ?? "")`，或不要把插件绑定到该 API。"),
    related: [RelatedPlace(.part(api.id), Text(en: "the API", zh: "该 API"))], subject: plugin.id)
}

extension Part {
  /// Whether an API declares a parameter, or may: names of headers are compared without regard to case.
  fileprivate func declares(_ reference: ConditionReference) -> Bool {
    guard facts.declaresParameters, !isIncomplete else { return true }
    return requestParameters.contains { parameter in
      let name = parameter[.parameterName]
      guard !name.isTemplated, let text = name.text, let position = parameter.parameterPosition else { return true }
      guard position.isOf(reference.source) else { return false }
      return reference.source == .header
        ? text.lowercased() == reference.name.lowercased() : text == reference.name
    }
  }
}

extension ParameterPosition {
  fileprivate func isOf(_ source: ConditionReference.Source) -> Bool {
    source == .header ? self == .header : self == .query
  }
}
