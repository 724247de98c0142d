import GatewayModel
import Linting

/// `backend-unresolvable-host`.
let backendUnresolvableHost: Rule = Rule(
  id: "backend-unresolvable-host",
  family: .backend,
  severity: .warning,
  faults: [.balancerError, .oauthServerCallFailed],
  confidence: [.inferred],
  summary: Text(
    en: "A back end's host name cannot be resolved by any public name server",
    zh: "后端主机名无法被公共 DNS 解析"),
  explanation: Text(
    en: """
      The gateway asks the public name system for the back end's address. A name that is no host name, that has a single \
      label, that ends in a suffix reserved for private or sample use, or that is a placeholder has none. Inside a VPC \
      private names may resolve, so that there only the form counts.
      """,
    zh: """
      网关通过公共 DNS 查询后端地址。不符合主机名语法、只有一段、以私有或示例专用后缀结尾，或者只是占位符的名称都没有\
      解析结果。VPC 内可能有私有域名解析，因此写了 VPC 时只检查语法。
      """),
  runtime: Text(
    en: "Calls answer 503 `Apigw balancer error`.", zh: "调用返回 503 `Apigw balancer error`。"),
  evidence: Text(
    en: "The suffixes are reserved by RFC 2606, RFC 6761 and RFC 6762; how the gateway answers is deduced.",
    zh: "这些后缀由 RFC 2606、RFC 6761 和 RFC 6762 保留；网关的应答属于推断。"),
  url: "https://cloud.tencent.com/document/product/628/52199",
  examples: [
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://my_backend', Path: /, Method: GET}}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://my-backend.shop.cn', Path: /, Method: GET}}
        """,
      at: "'http://my_backend'"),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'https://your-domain.com', Path: /, Method: GET}}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'https://${env:HOST}', Path: /, Method: GET}}
        """,
      at: "'https://your-domain.com'"),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://orders.internal', Path: /, Method: GET}}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Product: clb, UniqVpcId: vpc-7ofs5mz1, Url: 'http://orders.internal', Path: /, Method: GET}
        """,
      at: "'http://orders.internal'"),
  ],
  checks: [.part(.api, checkHost)])

private func checkHost(_ part: Part, _ findings: inout Findings) {
  guard let url = part.soundURL, let origin = part[.backendURL].origin, url.address == nil, !url.isLocalhost,
    let reason = reason(of: url, isInVPC: !part[.vpcId].isBlank)
  else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "The host `\(url.hostName)` of \(part[.backendURL].spelling) cannot be resolved: \(reason.en).",
      zh: "\(part[.backendURL].spelling) 的主机 `\(url.hostName)` 无法解析：\(reason.zh)。"),
    help: Text(
      en: "Write a name that public name servers know, or an address.", zh: "请写公共 DNS 可以解析的域名，或 IP 地址。"),
    // Callers of business APIs meet the dead server of their authorization API as a fault of their own.
    faults: part.oauthRole == "OAUTH" ? nil : [.balancerError])
}

private func reason(of url: ParsedURL, isInVPC: Bool) -> Text? {
  let name = url.hostName.lowercased()
  let bytes = name.utf8
  // `$HOST` and the like are filled in later.
  guard !bytes.contains(UInt8(ascii: "$")) else { return nil }
  if isPlaceholder(bytes) { return Text(en: "it is a placeholder", zh: "它只是占位符") }
  if let defect = HostName.defect(in: bytes) { return text(of: defect) }
  guard !isInVPC else { return nil }
  let labels = bytes.split(separator: dot)
  guard let last = labels.last else { return nil }
  if labels.count == 1 { return Text(en: "it has a single label", zh: "它只有一段") }
  let suffix = String(Substring(last))
  if privateSuffixes.contains(suffix) {
    return Text(en: "`.\(suffix)` is no public suffix", zh: "`.\(suffix)` 不是公共后缀")
  }
  let domain = String(Substring(labels[labels.count - 2])) + "." + suffix
  if ["example.com", "example.net", "example.org"].contains(domain) {
    return Text(en: "`\(domain)` is reserved for samples", zh: "`\(domain)` 保留作示例使用")
  }
  return nil
}

private let dot = UInt8(ascii: ".")

private let privateSuffixes = ["local", "localhost", "internal", "invalid", "test", "example"]

private func isPlaceholder(_ name: String.UTF8View) -> Bool {
  if name.contains(UInt8(ascii: "<")) || name.contains(UInt8(ascii: ">")) { return true }
  let labels = name.split(separator: dot)
  if labels.count == 4, labels.allSatisfy({ isNumber($0) || isMask($0) }), labels.contains(where: isMask) {
    return true
  }
  return labels.enumerated().contains { index, label in
    let isTopLevel = index == labels.count - 1 && labels.count > 1
    if isMask(label), label.count >= 3 { return !isTopLevel }
    guard label.first == UInt8(ascii: "y") else { return false }
    return label.starts(with: "your-".utf8) || label.starts(with: "your_".utf8)
      || label.elementsEqual("yourdomain".utf8) || label.elementsEqual("yourhost".utf8)
  }
}

private func isNumber(_ label: Substring.UTF8View) -> Bool { label.allSatisfy { (0x30...0x39).contains($0) } }

private func isMask(_ label: Substring.UTF8View) -> Bool {
  label.allSatisfy { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "*") }
}

private func text(of defect: HostNameDefect) -> Text {
  switch defect {
  case .empty, .emptyLabel: Text(en: "a label is empty", zh: "其中有空的一段")
  case .tooLong: Text(en: "it is longer than 253 characters", zh: "长度超过 253 个字符")
  case .labelTooLong: Text(en: "a label is longer than 63 characters", zh: "其中一段超过 63 个字符")
  case .hyphenAtEdge: Text(en: "a label begins or ends with `-`", zh: "其中一段以 `-` 开头或结尾")
  case .character(let byte):
    Text(
      en: "`\(Unicode.Scalar(byte))` cannot stand in a host name", zh: "主机名中不能出现 `\(Unicode.Scalar(byte))`")
  case .numericLastLabel: Text(en: "it is neither a name nor an IP address", zh: "它既不是域名也不是 IP 地址")
  }
}
