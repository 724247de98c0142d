import GatewayModel
import Linting

/// `backend-grpc-plugin-missing`.
let backendGRPCPluginMissing: Rule = Rule(
  id: "backend-grpc-plugin-missing",
  family: .backend,
  severity: .error,
  faults: [.apiConfigError],
  confidence: [.official],
  summary: Text(
    en: "A gRPC back end has no gRPC plugin", zh: "gRPC 后端没有绑定 gRPC 插件"),
  explanation: Text(
    en: """
      The gateway calls a gRPC back end through a plugin that has to be attached to the API, and for POST, GET, PUT, PATCH \
      and DELETE alone. The plugin's type name is not published: every plugin of an unknown type counts as one.
      """,
    zh: """
      网关通过绑定在 API 上的插件调用 gRPC 后端，并且只支持 POST、GET、PUT、PATCH 和 DELETE。该插件的类型名没有公开，\
      因此凡是未知类型的插件都按 gRPC 插件处理。
      """),
  runtime: Text(en: "Requests fail.", zh: "请求会失败。"),
  evidence: Text(
    en: "The vendor's page on the gRPC plugin. Only a manifest that lists the plugins is judged.",
    zh: "依据官方的 gRPC 插件页面；只检查列出了插件的清单文件。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  examples: [
    Example(
      .manifest,
      bad: """
        Apis:
          - ApiName: hello
            ServiceType: GRPC
            ServiceTimeout: 15
            RequestConfig: {Path: /hello, Method: POST}
            ServiceConfig: {Url: 'grpc://a.shop.cn:50051', Path: /hello, Method: POST}
        Plugins:
          - PluginName: cors_web
            PluginType: Cors
            PluginData: {allow_origin: ['*'], allow_methods: [GET], max_age: 600}
            Attach: [{EnvironmentName: release, Apis: [hello]}]
        """,
      good: """
        Apis:
          - ApiName: hello
            ServiceType: GRPC
            ServiceTimeout: 15
            RequestConfig: {Path: /hello, Method: POST}
            ServiceConfig: {Url: 'grpc://a.shop.cn:50051', Path: /hello, Method: POST}
        Plugins:
          - PluginName: grpc_web
            PluginType: GrpcTranscode
            PluginData: {}
            Attach: [{EnvironmentName: release, Apis: [hello]}]
        """,
      at: "GRPC"),
    Example(
      .manifest,
      bad: """
        Apis:
          - ApiName: hello
            ServiceType: HTTP
            ServiceTimeout: 15
            RequestConfig: {Path: /hello, Method: HEAD}
            ServiceConfig: {Url: 'grpc://a.shop.cn:50051', Path: /hello, Method: POST}
        Plugins:
          - PluginName: grpc_web
            PluginType: GrpcTranscode
            PluginData: {}
            Attach: [{EnvironmentName: release, Apis: [hello]}]
        """,
      good: """
        Apis:
          - ApiName: hello
            ServiceType: HTTP
            ServiceTimeout: 15
            RequestConfig: {Path: /hello, Method: HEAD}
            ServiceConfig: {Url: 'http://a.shop.cn:50051', Path: /hello, Method: POST}
        Plugins: []
        """,
      at: "HEAD"),
  ],
  checks: [.service(checkPlugins)])

private func checkPlugins(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let apis = project.parts(.api, of: service).filter(\.callsGRPC)
  guard let first = apis.first, first.knowsItsPlugins else { return }
  let attached = GRPCAttachments(project.parts(.plugin, of: service))
  for api in apis {
    guard attached.mayInclude(api) else {
      reportMissing(api, &findings)
      continue
    }
    if let method = api.apiMethod, !callable.contains(method), let origin = api[.method].origin {
      findings.report(
        at: .value(origin),
        Text(
          en: "A gRPC back end cannot be called with \(method.rawValue).", zh: "gRPC 后端不支持 \(method.rawValue) 方法。"),
        help: Text(en: "Use POST, GET, PUT, PATCH or DELETE.", zh: "请使用 POST、GET、PUT、PATCH 或 DELETE。"),
        subject: api.id)
    }
  }
}

private let callable: Set<APIMethod> = [.post, .get, .put, .patch, .delete]

private func reportMissing(_ api: Part, _ findings: inout Findings) {
  let isByType = api.serviceType == .grpc
  let field = isByType ? api[.serviceType] : api[.backendURL]
  findings.report(
    at: .field(field),
    Text(
      en: "The back end speaks gRPC, but no gRPC plugin is attached to `\(api.displayName)`.",
      zh: "后端使用 gRPC，但 `\(api.displayName)` 没有绑定 gRPC 插件。"),
    help: Text(en: "Attach the gRPC plugin in every released environment.", zh: "请在每个已发布的环境中绑定 gRPC 插件。"),
    subject: api.id)
}

/// The APIs that a plugin for gRPC may be attached to, by name.
private struct GRPCAttachments {
  private var names: Set<String> = []
  /// Whether some attachment cannot be read, so that any API may be meant.
  private var mayBeAny = false

  init(_ plugins: [Part]) {
    for plugin in plugins where plugin.mayBeGRPCPlugin {
      let attachments = plugin.children(.pluginAttachment)
      let list = plugin[.pluginAttachments]
      if list.shape == .scalar || attachments.count != list.items.count { mayBeAny = true }
      for attachment in attachments { add(attachment[.apiNames]) }
    }
  }

  private mutating func add(_ apis: Field) {
    guard apis.shape == .list else {
      mayBeAny = true
      return
    }
    for text in apis.itemTexts {
      if Field.isTemplate(text.utf8) { mayBeAny = true }
      names.insert(text)
    }
  }

  func mayInclude(_ api: Part) -> Bool {
    if mayBeAny || api[.apiName].isTemplated { return true }
    return [api[.apiName].text, api[.apiId].text, api.displayName].contains { $0.map(names.contains) ?? false }
  }
}
