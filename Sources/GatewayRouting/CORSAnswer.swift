import GatewayModel
import Linting
import Routing
import YAMLDocument

/// What the gateway answers to cross-origin requests of an API: by a bound Cors plugin, else by the API's own flag.
///
/// Source: the vendor's pages on CORS [official]. A bound plugin switches the flag off.
struct CORSAnswer {
  private let plugin: Part?
  private let flag: Bool?
  private let project: Project

  init(api: Part, environment: RouteEnvironment?, _ front: ServiceFront, _ project: Project) {
    self.project = project
    flag = api[.enableCORS].boolean ?? (api[.enableCORS].effectiveText == "true" ? true : nil)
    plugin = project.parts(.plugin, of: front.group).first { plugin in
      plugin[.pluginType].text?.lowercased() == "cors"
        && plugin.children(.pluginAttachment).contains { Self.binds($0, api, environment) }
    }
  }

  private static func binds(_ attachment: Part, _ api: Part, _ environment: RouteEnvironment?) -> Bool {
    if let environment, let word = attachment[.environmentName].text, word != environment.name { return false }
    let names = attachment[.apiNames].items.map { attachment.document.yaml.string($0.node) }
    return [api[.apiName].text, api[.apiId].text].contains { $0.map(names.contains) ?? false }
  }

  /// Whether cross-origin requests are answered at all.
  var isOn: Bool { plugin != nil || flag == true }

  /// Says what a browser gets.
  /// - Parameter origin: the page that the request comes from; `nil` for none.
  func step(origin: String?) -> RequestTrace.Step {
    RequestTrace.Step(name: .cors, detail: detail(origin))
  }

  private func detail(_ origin: String?) -> Text {
    if let plugin { return detail(of: plugin, origin) }
    guard flag == true else {
      guard origin != nil else { return Text(en: "CORS is off.", zh: "未开启跨域。") }
      return Text(
        en: "CORS is off: the browser refuses the answer, or the gateway sends 429 `req is cross origin, …`.",
        zh: "未开启跨域：浏览器会拒绝响应，或网关返回 429 `req is cross origin, …`。")
    }
    let headers = """
      Access-Control-Allow-Origin: *, Access-Control-Allow-Methods: GET,POST,PUT,DELETE,HEAD,OPTIONS,PATCH, \
      Access-Control-Allow-Credentials: true, Access-Control-Max-Age: 86400
      """
    return Text(
      en: "CORS is on by the API's flag: \(headers). Browsers refuse `*` for requests with cookies.",
      zh: "由 API 开关开启跨域：\(headers)。携带 Cookie 的请求会因 `*` 被浏览器拒绝。")
  }

  private func detail(of plugin: Part, _ origin: String?) -> Text {
    let name = plugin[.pluginName].text ?? "Cors"
    let origins = list(plugin[.allowOrigin])
    let methods = list(plugin[.allowMethods])
    let headers = list(plugin[.allowHeaders])
    let values = """
      allow_origin \(origins.joined(separator: " ")); allow_methods \(methods.joined(separator: ",")); \
      allow_headers \(headers.joined(separator: ",")); allow_credentials \(plugin[.allowCredentials].text ?? "false")
      """
    guard let origin else {
      return Text(en: "The plugin `\(name)` answers: \(values).", zh: "由插件 `\(name)` 响应：\(values)。")
    }
    switch allows(origin, origins) {
    case true?:
      return Text(
        en: "The plugin `\(name)` allows `\(origin)`: \(values).", zh: "插件 `\(name)` 允许 `\(origin)`：\(values)。")
    case false?:
      return Text(
        en: "The plugin `\(name)` does not allow `\(origin)`: \(values).", zh: "插件 `\(name)` 不允许 `\(origin)`：\(values)。"
      )
    case nil:
      return Text(
        en: "Whether the plugin `\(name)` allows `\(origin)` is not decided: \(values).",
        zh: "无法判定插件 `\(name)` 是否允许 `\(origin)`：\(values)。")
    }
  }

  private func list(_ field: Field) -> [String] {
    field.items.map { project.document($0.document).yaml.string($0.node) }
  }

  /// Whether an origin matches one of the entries, each an expression that may match anywhere in it; `nil` where one is
  /// beyond what is understood.
  private func allows(_ origin: String, _ entries: [String]) -> Bool? {
    var isUnknown = false
    for entry in entries {
      if entry == "*" || origin.contains(entry) { return true }
      guard let pattern = SearchExpression(entry) else {
        isUnknown = true
        continue
      }
      if pattern.occurs(in: origin) { return true }
    }
    return isUnknown ? nil : false
  }
}
