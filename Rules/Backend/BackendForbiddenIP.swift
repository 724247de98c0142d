import GatewayModel
import Linting

/// `backend-forbidden-ip`.
let backendForbiddenIP: Rule = Rule(
  id: "backend-forbidden-ip",
  family: .backend,
  severity: .warning,
  faults: [.endpointIPNotAllowed, .internalServerError],
  confidence: [.inferred],
  summary: Text(
    en: "A back end's address is one that no gateway can reach",
    zh: "后端地址是网关不可能访问到的地址"),
  explanation: Text(
    en: """
      Loopback, unspecified, link-local, multicast and reserved addresses mean the machine that asks or nobody at all: \
      seen from the gateway, `127.0.0.1` is the gateway. They are usually left over from a developer's machine.
      """,
    zh: """
      回环、未指定、链路本地、组播和保留地址指的是发起请求的机器自身，或不存在的机器：对网关来说，`127.0.0.1` \
      就是网关自己。这类地址通常是本地开发时留下的。
      """),
  runtime: Text(
    en: "Calls answer 403 `Endpoint IP address is not allowed.` or 500 `Internal Server Error.`.",
    zh: "调用返回 403 `Endpoint IP address is not allowed.` 或 500 `Internal Server Error.`。"),
  evidence: Text(
    en:
      "The control plane knows forbidden back-end addresses (`IllegalProxyIp`), but publishes no list; this one is deduced.",
    zh: "控制面存在禁止使用的后端地址（`IllegalProxyIp`），但没有公布清单；此处的范围是推断得出的。"),
  url: "https://cloud.tencent.com/document/product/628/52199",
  examples: [
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://127.0.0.1:9090', Path: /, Method: GET}}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn:9090', Path: /, Method: GET}}
        """,
      at: "'http://127.0.0.1:9090'"),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Url: 'http://localhost:8080', Path: /, Method: GET}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig:
                  Product: upstream
                  UniqVpcId: vpc-7ofs5mz1
                  UpstreamId: upstream-1a2b3c4d
                  Url: http://localhost:8080
                  Path: /
                  Method: GET
        """,
      at: "'http://localhost:8080'"),
  ],
  checks: [.part(.api, checkAddress)])

private func checkAddress(_ part: Part, _ findings: inout Findings) {
  guard let url = part.soundURL, let origin = part[.backendURL].origin, let kind = kind(of: url) else { return }
  findings.report(
    at: .value(origin),
    Text(
      en:
        "\(part[.backendURL].spelling) leads to \(url.hostName), \(kind.en): the gateway cannot reach a back end there.",
      zh: "\(part[.backendURL].spelling) 指向 \(url.hostName)（\(kind.zh)），网关无法访问到后端。"),
    help: Text(
      en: "Write the address under which the back end can be reached from outside, or from the VPC.",
      zh: "请写明后端在公网或 VPC 内可访问的地址。"))
}

private func kind(of url: ParsedURL) -> Text? {
  if url.isLocalhost { return Text(en: "the gateway itself", zh: "网关自身") }
  guard let address = url.address?.unmapped else { return nil }
  return forbidden.first { $0.network.contains(address) }?.name
}

extension ParsedURL {
  /// Whether the host is `localhost`.
  var isLocalhost: Bool {
    let name = hostName.lowercased()
    return name == "localhost" || name == "localhost."
  }
}

/// Source: the special-purpose address registries of RFC 6890; that the gateway refuses them is deduced.
private let forbidden: [(network: IPNetwork, name: Text)] = {
  let unspecified = Text(en: "no address of a machine", zh: "未指定地址")
  let loopback = Text(en: "the gateway itself", zh: "网关自身")
  let linkLocal = Text(en: "a link-local address", zh: "链路本地地址")
  let multicast = Text(en: "a multicast address", zh: "组播地址")
  let reserved = Text(en: "a reserved address", zh: "保留地址")
  let table = [
    ("0.0.0.0/8", unspecified), ("127.0.0.0/8", loopback), ("169.254.0.0/16", linkLocal), ("224.0.0.0/4", multicast),
    ("240.0.0.0/4", reserved), ("::/128", unspecified), ("::1/128", loopback), ("fe80::/10", linkLocal),
    ("ff00::/8", multicast),
  ]
  return table.compactMap { entry in IPNetwork(entry.0.utf8).map { ($0, entry.1) } }
}()
