import GatewayModel
import Linting

/// `config-servers-meaning`.
let configServersMeaning: Rule = Rule(
  id: "config-servers-meaning",
  family: .config,
  severity: .hint,
  confidence: [.official, .inferred],
  summary: Text(
    en: "`servers` names the gateway itself, though the import takes it for the back end",
    zh: "`servers` 写的是网关自身的地址，但导入会把它当作后端地址"),
  explanation: Text(
    en: """
      In OpenAPI `servers` says where clients call the API. The gateway's import reads it the other way round: the first \
      address is what the gateway calls for every operation without `x-apigw-backend`. A host of the gateway's own there \
      makes the gateway call itself.
      """,
    zh: """
      在 OpenAPI 中 `servers` 表示客户端的访问地址；网关的导入则相反：对没有 `x-apigw-backend` 的操作，其中的地址就是网关要\
      调用的后端。如果写的是网关自己的域名，网关就会调用自己。
      """),
  runtime: Text(
    en: "A request goes round in the gateway until it times out, or is answered by another API of it.",
    zh: "请求会在网关内循环直至超时，或由网关的其他 API 应答。"),
  evidence: Text(
    en: "That `servers` is the back end is stated on the import page; the rest follows.",
    zh: "导入页面说明 `servers` 为后端地址；其余由此推断。"),
  url: "https://www.tencentcloud.com/document/product/628/37875",
  examples: [
    Example(
      bad: """
        servers:
          - url: https://service-1a2b3c4d-1250000000.gz.apigw.tencentcs.com/release
        paths:
          /orders:
            get: {operationId: listOrders}
        """,
      good: """
        servers:
          - url: https://orders.shop.cn
        paths:
          /orders:
            get: {operationId: listOrders}
        """,
      at: "https"),
    Example(
      bad: """
        paths:
          /orders:
            servers: [{url: 'http://service-1a2b3c4d-1250000000.ap-guangzhou.apigateway.myqcloud.com/test'}]
            get: {operationId: listOrders, x-apigw-protocol: HTTP}
        """,
      good: """
        servers:
          - url: https://service-1a2b3c4d-1250000000.gz.apigw.tencentcs.com/release
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      at: "'http"),
  ],
  checks: [.service(checkServers)])

private func checkServers(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let own = OwnHosts(of: service, in: project)
  var isUsed: [PartID: Bool] = [:]
  for server in project.parts(.server, of: service) {
    let url = server[.serverURL]
    guard !url.isTemplated, let text = url.text, let origin = url.origin, own.contains(hostOf: text) else { continue }
    guard let holder = server.parent else { continue }
    let isNeeded = isUsed[holder.id] ?? needsServers(holder)
    isUsed[holder.id] = isNeeded
    guard isNeeded else { continue }
    findings.report(
      at: .value(origin),
      Text(
        en: "`\(text)` is an address of the gateway itself; the import takes it for the back end that is called.",
        zh: "`\(text)` 是网关自身的地址；导入会把它当作要调用的后端。"),
      help: Text(
        en: "Write the address of the service behind the gateway, or give each operation an x-apigw-backend.",
        zh: "请写网关后面真实服务的地址，或为每个操作写 x-apigw-backend。"),
      subject: server.id)
  }
}

/// Whether an API that the servers of this part are for has no other back end.
private func needsServers(_ holder: Part) -> Bool {
  let apis = holder.kind == .api ? [holder] : holder.children(.api).filter { $0[.servers].isAbsent }
  return apis.contains { $0[.backend].shape == .null && !$0.isMislaid(.backend) }
}

/// The hosts that are known to lead to this service.
private struct OwnHosts {
  private var customDomains = Set<String>()
  private var serviceId: String?

  init(of service: ServiceGroup, in project: Project) {
    for domain in project.parts(.domain, of: service) where !domain[.domainName].isTemplated {
      if let name = domain[.domainName].text { customDomains.insert(name.lowercased()) }
    }
    serviceId = project.parts(.service, of: service).compactMap { $0[.serviceId].text }
      .first { IdentifierKind.service.isIdentifier($0) }
  }

  /// Whether an address leads to the service: through a custom domain of it, or a default domain that is not known to be
  /// another service's.
  func contains(hostOf url: String) -> Bool {
    let parsed = ParsedURL(url)
    let host = parsed.hostName.lowercased()
    if customDomains.contains(host) { return true }
    guard host.hasPrefix("service-"), Self.defaultSuffixes.contains(where: { host.hasSuffix($0) }) else { return false }
    guard let serviceId else { return true }
    return host.hasPrefix(serviceId.lowercased() + "-")
  }

  /// Source: the two documented shapes of default domains [official].
  private static let defaultSuffixes = [
    ".apigw.tencentcs.com", ".apigateway.myqcloud.com", ".apigateway.qcloud.com",
  ]
}
