import GatewayModel
import Linting
import YAMLDocument

/// `backend-upstream-dead`.
let backendUpstreamDead: Rule = Rule(
  id: "backend-upstream-dead",
  family: .backend,
  severity: .error,
  faults: [.badGateway, .balancerError],
  confidence: [.sdk],
  summary: Text(
    en: "A VPC channel has no node that can answer", zh: "VPC 通道没有可用的节点"),
  explanation: Text(
    en: """
      A VPC channel needs nodes, or services of a container cluster. A node of weight 0 takes no requests, so that one \
      with a weight must be left. Ports are 0 to 65535. With a passive health check whose `UnhealthyTimeout` is 0, a node \
      that has failed once never comes back.
      """,
    zh: """
      VPC 通道需要节点或容器集群中的服务。权重为 0 的节点不接收请求，因此至少要有一个权重不为 0 的节点。端口范围是 0～65535。\
      开启被动健康检查而 `UnhealthyTimeout` 为 0 时，失败过一次的节点不会恢复。
      """),
  runtime: Text(
    en: "Calls answer 502 `Bad Gateway.` or 503 `Apigw balancer error`.",
    zh: "调用返回 502 `Bad Gateway.` 或 503 `Apigw balancer error`。"),
  evidence: Text(
    en: "Ranges and meanings stand in the comments of the Cloud API definition.", zh: "范围和含义见云 API 定义的注释。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  examples: [
    Example(
      .manifest,
      bad: """
        Upstreams:
          - UpstreamName: shop
            UniqVpcId: vpc-7ofs5mz1
            Scheme: HTTP
            Algorithm: ROUND-ROBIN
            Nodes:
              - {Host: 10.0.0.4, Port: 80, Weight: 0}
              - {Host: 10.0.0.5, Port: 80, Weight: 0}
        """,
      good: """
        Upstreams:
          - UpstreamName: shop
            UniqVpcId: vpc-7ofs5mz1
            Scheme: HTTP
            Algorithm: ROUND-ROBIN
            Nodes:
              - {Host: 10.0.0.4, Port: 80, Weight: 0}
              - {Host: 10.0.0.5, Port: 80, Weight: 100}
        """,
      at: "Nodes"),
    Example(
      .manifest,
      bad: """
        Upstreams:
          - UpstreamName: shop
            Scheme: HTTP
            Algorithm: ROUND-ROBIN
        """,
      good: """
        Upstreams:
          - UpstreamName: shop
            Scheme: gRPC
            Algorithm: ROUND_ROBIN
            K8sService:
              - {ClusterId: cls-1, Namespace: default, ServiceName: shop, Port: 80, Weight: 100}
        """,
      at: "UpstreamName"),
    Example(
      .manifest,
      bad: """
        Upstreams:
          - UpstreamName: shop
            Scheme: TCP
            Nodes: [{Host: 10.0.0.4, Port: 70000, Weight: 1}]
        """,
      good: """
        Upstreams:
          - UpstreamName: shop
            Scheme: HTTPS
            Nodes: [{Host: 10.0.0.4, Port: '${port}', Weight: '${weight}'}]
        """,
      at: "70000"),
    Example(
      .manifest,
      bad: """
        Upstreams:
          - UpstreamName: shop
            Nodes: [{Host: 10.0.0.4, Port: 80, Weight: 1}]
            HealthChecker: {EnablePassiveCheck: true, UnhealthyTimeout: 0}
        """,
      good: """
        Upstreams:
          - UpstreamName: shop
            Nodes: [{Host: 10.0.0.4, Port: 80, Weight: 1}]
            HealthChecker: {EnablePassiveCheck: false, UnhealthyTimeout: 0}
        """,
      at: "0}"),
  ],
  checks: [.part(.upstream, checkUpstream)])

private func checkUpstream(_ upstream: Part, _ findings: inout Findings) {
  checkNodes(upstream, &findings)
  for node in upstream.children(.upstreamNode) { checkPort(node[.nodePort], &findings) }
  let timeout = upstream[.unhealthyTimeout]
  if upstream[.hasPassiveCheck].boolean == true, timeout.integer == 0, let origin = timeout.origin {
    findings.report(
      at: .value(origin),
      Text(
        en: "With \(timeout.spelling) 0 a node that has failed once never comes back.",
        zh: "\(timeout.spelling) 为 0，失败过一次的节点不会恢复。"),
      help: Text(en: "Write the seconds after which a node is tried again.", zh: "请写明多少秒后重新尝试该节点。"))
  }
  checkWord(upstream[.upstreamScheme], among: ["HTTP", "HTTPS", "gRPC", "gRPCs"], &findings)
  checkWord(upstream[.upstreamAlgorithm], among: ["ROUND-ROBIN", "ROUND_ROBIN"], &findings)
}

private func checkNodes(_ upstream: Part, _ findings: inout Findings) {
  let nodes = upstream[.upstreamNodes]
  let services = upstream[.upstreamServices]
  if hasNone(nodes), hasNone(services) {
    findings.report(
      at: .part(upstream.id),
      Text(
        en: "The VPC channel has neither \(nodes.spelling) nor \(services.spelling).",
        zh: "VPC 通道既没有 \(nodes.spelling)，也没有 \(services.spelling)。"),
      help: Text(en: "List the machines or services that answer.", zh: "请列出提供服务的机器或容器服务。"))
    return
  }
  let parts = upstream.children(.upstreamNode)
  guard !parts.isEmpty, parts.count == nodes.items.count, parts.allSatisfy({ $0[.nodeWeight].integer == 0 }),
    hasNone(services), let origin = nodes.origin
  else { return }
  findings.report(
    at: .keyOfValue(origin),
    Text(
      en: "Every node of the VPC channel has the weight 0: none takes requests.",
      zh: "VPC 通道的所有节点权重都为 0，没有节点接收请求。"),
    help: Text(en: "Give at least one node a weight from 1 to 100.", zh: "请至少给一个节点设置 1～100 的权重。"))
}

private func hasNone(_ list: Field) -> Bool { list.isMissing || list.shape == .list && list.items.isEmpty }

private func checkPort(_ port: Field, _ findings: inout Findings) {
  guard !port.isTemplated, let text = port.text, let origin = port.origin,
    case .integer(let number) = ScalarSchema.core.resolve(text), !(0...65535).contains(number ?? .max)
  else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(port.spelling) `\(text)` is no port, which is 0 to 65535.",
      zh: "\(port.spelling) `\(text)` 不是有效端口，范围是 0～65535。"),
    help: Text(en: "Write the port on which the node takes requests.", zh: "请填写节点接收请求的端口。"),
    subject: port.part.id)
}

private func checkWord(_ field: Field, among words: [String], _ findings: inout Findings) {
  guard !field.isBlank, !field.isTemplated, let word = field.text, let origin = field.origin,
    KnownWord(word, among: words) == .unknown
  else { return }
  let names = Text.list(words.map { "`\($0)`" })
  findings.report(
    at: .value(origin),
    Text(
      en: "\(field.spelling) `\(word)` is none of \(names.en).", zh: "\(field.spelling) `\(word)` 不是 \(names.zh) 之一。"),
    severity: .warning)
}
