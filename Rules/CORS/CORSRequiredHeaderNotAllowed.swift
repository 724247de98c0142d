import GatewayModel
import Linting

/// `cors-required-header-not-allowed`.
let corsRequiredHeaderNotAllowed: Rule = Rule(
  id: "cors-required-header-not-allowed",
  family: .cors,
  severity: .warning,
  faults: [.headerRequired, .hmacHeaderRequired],
  confidence: [.official, .inferred],
  summary: Text(
    en: "An API needs a header that CORS does not let browsers send",
    zh: "API 必需的请求头未被跨域配置允许"),
  explanation: Text(
    en: """
      A header that the API requires, that a signature needs (`Authorization`, `X-Date`) or that locates a TSF \
      microservice has to be in the plugin's `allow_headers`; without a plugin the gateway's built-in list holds, which \
      lacks `X-Date` and the TSF headers.
      """,
    zh: """
      API 必填的请求头、签名所需的 `Authorization` 和 `X-Date`、定位 TSF 微服务的请求头，都必须列在插件的 `allow_headers` 中；\
      没有绑定插件时使用网关内置列表，其中不含 `X-Date` 和 TSF 请求头。
      """),
  runtime: Text(
    en: "Browsers refuse to send the header, so the call never comes, or comes without it.",
    zh: "浏览器拒绝发送该请求头，请求无法发出，或到达网关时缺少该请求头。"),
  evidence: Text(
    en: "Both lists are documented; the consequence follows from the Fetch standard.",
    zh: "两个列表见官方文档；后果由 Fetch 标准得出。"),
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
            PluginData: {allow_origin: ["*"], allow_methods: [POST], allow_headers: [Content-Type], max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [pay]}]
        """,
      good: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [POST], allow_headers: [Content-Type, X-Tenant], max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [pay]}]
        """,
      fixed: """
        Apis: [a.yaml]
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ["*"], allow_methods: [POST], allow_headers: [Content-Type, X-Tenant], max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [pay]}]
        """,
      at: "[Content-Type]",
      files: [
        "a.yaml": PluginExamples.apis(
          ["post /pay pay"],
          lines: ["parameters: [{name: X-Tenant, in: header, required: true, schema: {type: string}}]"])
      ]),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-cors: true
              x-apigw-auth-type: SECRET
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-cors: true
              parameters:
                - {name: If-Match, in: header, required: true, schema: {type: string}}
                - {name: X-Trace, in: header, required: false, schema: {type: string}}
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      at: "true"),
  ],
  checks: [.service(checkRequiredHeaders)])

private func checkRequiredHeaders(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let apis = project.parts(.api, of: service)
  var covered: Set<PartID> = []
  var hasUnknown = false
  if service.hasPlugins(in: project) {
    let attached = AttachedPlugins(service, project, APIDirectory(apis))
    hasUnknown = attached.hasUnknown
    for (plugin, uses) in attached.grouped(.cors) {
      covered.formUnion(uses.map(\.api.id))
      check(plugin, uses, &findings)
    }
  }
  guard !hasUnknown else { return }
  for api in apis where api[.enableCORS].boolean == true && !covered.contains(api.id) {
    checkFlag(of: api, &findings)
  }
}

private func check(_ plugin: Part, _ uses: [PluginUse], _ findings: inout Findings) {
  let headers = plugin[.allowHeaders]
  guard plugin.isReadableCORSPlugin, headers.shape == .null || headers.shape == .list, !headers.hasTemplate,
    !plugin.unknownCORSKeys.contains(where: { $0.meant == .allowHeaders })
  else { return }
  let allowed = Set(headers.listItems.compactMap { $0.text?.lowercased() })
  guard !allowed.contains("*") else { return }
  var missing: [String] = []
  var related: [RelatedPlace] = []
  var seen: Set<PartID> = []
  for use in uses where seen.insert(use.api.id).inserted {
    let lacking = use.api.requiredCustomHeaders.filter { !allowed.contains($0.lowercased()) }
    guard !lacking.isEmpty else { continue }
    for name in lacking where !missing.contains(where: { $0.lowercased() == name.lowercased() }) {
      missing.append(name)
    }
    if related.count < PluginExamples.relatedLimit {
      let name = use.api.displayName
      related.append(RelatedPlace(.part(use.api.id), Text(en: "`\(name)` needs it", zh: "`\(name)` 需要")))
    }
  }
  guard !missing.isEmpty else { return }
  let names = Text.list(missing)
  let steps =
    headers.shape == .list
    ? missing.map { MendStep.append(.string($0), .allowHeaders, plugin.id) }
    : [headers.replacement(.list(missing.map { .string($0) }))]
  findings.report(
    at: .field(headers),
    Text(
      en: "\(headers.spelling) does not allow \(names.en), which attached APIs require: browsers will not send them.",
      zh: "\(headers.spelling) 没有允许 \(names.zh)，而已绑定的 API 需要这些请求头，浏览器不会发送。"),
    help: Text(en: "Add \(names.en).", zh: "请补上 \(names.zh)。"), related: related,
    mends: [Mend(title: Text(en: "allow \(names.en)", zh: "允许 \(names.zh)"), applicability: .unsafe, steps: steps)],
    subject: plugin.id)
}

private func checkFlag(of api: Part, _ findings: inout Findings) {
  let missing = api.requiredCustomHeaders.filter { !BuiltInCORSHeaders.allow($0) }
  guard !missing.isEmpty, let origin = api[.enableCORS].origin else { return }
  let names = Text.list(missing)
  findings.report(
    at: .value(origin),
    Text(
      en: "The gateway's own CORS list does not allow \(names.en), which this API requires: browsers will not send it.",
      zh: "网关内置的跨域请求头列表不含该 API 需要的 \(names.zh)，浏览器不会发送。"),
    help: Text(
      en: "Attach a Cors plugin whose `allow_headers` has \(names.en), unless one is attached already.",
      zh: "请绑定一个 `allow_headers` 包含 \(names.zh) 的 Cors 插件；如果已经绑定则无需处理。"),
    subject: api.id)
}
