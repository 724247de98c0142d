import GatewayModel
import Linting

/// `config-backend-missing`.
let configBackendMissing: Rule = Rule(
  id: "config-backend-missing",
  family: .config,
  severity: .warning,
  faults: [.apiConfigError, .mockConfigError],
  confidence: [.official, .inferred],
  summary: Text(
    en: "An API of the document has no back end",
    zh: "文档中的 API 没有配置后端"),
  explanation: Text(
    en: """
      Without `x-apigw-backend` and without `servers` the import knows no address to call and makes a Mock API without a \
      message. A document that is meant to be mocked says so: `ServiceType: MOCK` with a message. With `servers` the \
      first address is the back end.
      """,
    zh: """
      既没有 `x-apigw-backend` 也没有 `servers` 时，导入不知道要调用的地址，会生成一个没有返回内容的 Mock API。确实需要 \
      Mock 时应明确写出 `ServiceType: MOCK` 和返回内容；写了 `servers` 时，其地址就是后端地址。
      """),
  runtime: Text(
    en: "The API answers with an empty mock or with 481 `Mock config error.`, never with the real service.",
    zh: "该 API 返回空的 Mock 结果或 481 `Mock config error.`，永远不会访问真实服务。"),
  evidence: Text(
    en: "The vendor's plain import sample becomes a Mock API; that it may answer 481 without a message is deduced.",
    zh: "厂商的最简导入示例会生成 Mock API；没有返回内容时可能返回 481 属于推断。"),
  url: "https://www.tencentcloud.com/document/product/628/37875",
  fixSafety: .unsafe(
    Text(
      en: "An explicit mock keeps what the import does, but its message is made up.", zh: "显式的 Mock 与导入结果一致，但返回内容是编写的。")
  ),
  examples: [
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-protocol: HTTP
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-protocol: HTTP
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      fixed: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-protocol: HTTP
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: ok
        """,
      at: "get"),
    Example(
      bad: """
        servers: []
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-backend:
          /users:
            get:
              operationId: listUsers
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      good: """
        servers: [{url: 'https://legacy.shop.cn'}]
        paths:
          /orders:
            get:
              operationId: listOrders
        """,
      exempt: [.anchored: "nothing is written that could stand behind an anchor"]),
  ],
  checks: [.document(checkBackends)])

private func checkBackends(_ document: UInt32, _ project: Project, _ findings: inout Findings) {
  let model = project.document(document)
  guard model.facts.isImportDocument, model.facts.spelling[.backend] != nil else { return }
  let apis = project.parts(.api, in: document)
  let haveOthers = apis.contains { $0[.backend].shape == .mapping }
  for api in apis where api[.backend].isMissing && !hasServers(api) {
    let key = api[.backend].spelling
    findings.report(
      at: .field(api[.backend]),
      haveOthers
        ? Text(
          en: "This API has no \(key), though others of the document have one: the import makes a Mock API of it.",
          zh: "该 API 缺少 \(key)，而文档中其他 API 都有后端：导入后它会成为 Mock API。")
        : Text(
          en: "This API has no \(key) and the document no servers: the import makes a Mock API of it.",
          zh: "该 API 缺少 \(key)，文档也没有 servers：导入后它会成为 Mock API。"),
      help: Text(
        en: "Write \(key) with the real back end, or a MOCK one with the text to answer with.",
        zh: "请在 \(key) 中写明真实后端；若确需 Mock，请写明返回内容。"),
      mends: [mocking(api)], subject: api.id)
  }
}

private func hasServers(_ api: Part) -> Bool {
  for part in [api, api.enclosing(.service)].compactMap({ $0 }) where part[.servers].isWritten {
    let servers = part[.servers]
    return servers.shape != .null && (servers.shape != .list || !servers.items.isEmpty)
  }
  return false
}

private func mocking(_ api: Part) -> Mend {
  let title = Text(en: "answer with a mock", zh: "改为 Mock 后端")
  let mock = MendValue.fields([
    MendField(.serviceType, .string("MOCK")), MendField(.mockMessage, .string("ok")),
  ])
  if let origin = api[.backend].origin { return .unsafe(title, .set(origin, mock)) }
  return .unsafe(title, .insert(.backend, mock, api.id))
}
