import GatewayModel
import Linting

/// `backend-vpc-invalid`.
let backendVPCInvalid: Rule = Rule(
  id: "backend-vpc-invalid",
  family: .backend,
  severity: .error,
  faults: [.apiConfigError, .internalServerError],
  confidence: [.sdk, .terraform],
  summary: Text(
    en: "A back end inside a VPC is described only in part",
    zh: "VPC 内的后端配置不完整"),
  explanation: Text(
    en: """
      A back end inside a VPC has `Product` (`clb`, `cvm` or `upstream`) and `UniqVpcId` (`vpc-…`); with `upstream` also \
      the id of the VPC channel. The VPC must be the one of the service. A private address without a VPC can only be \
      reached from a dedicated instance.
      """,
    zh: """
      VPC 内的后端需要写 `Product`（`clb`、`cvm` 或 `upstream`）和 `UniqVpcId`（`vpc-…`），`upstream` 还需要 VPC 通道 \
      ID。所用 VPC 必须与服务的 VPC 一致。不写 VPC 而使用内网地址，只有专享实例才能访问。
      """),
  runtime: Text(
    en: "Calls answer 481 `API config error.` or 500 `Internal Server Error.`.",
    zh: "调用返回 481 `API config error.` 或 500 `Internal Server Error.`。"),
  evidence: Text(
    en:
      "Comments of the Cloud API definition and checks of the Terraform provider. That the two VPCs must agree is deduced.",
    zh: "依据云 API 定义的注释和 Terraform Provider 的校验；两处 VPC 必须一致属于推断。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  examples: [
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Product: clb, Url: 'http://172.16.0.9:80', Path: /, Method: GET}}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Product: clb, UniqVpcId: vpc-7ofs5mz1, Url: 'http://172.16.0.9:80', Path: /, Method: GET}}
        """,
      at: "ServiceConfig"),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Product: CLB, UniqVpcId: vpc-7ofs5mz1, Url: 'http://172.16.0.9:80', Path: /, Method: GET}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Product: clb, UniqVpcId: vpc-7ofs5mz1, Url: 'http://172.16.0.9:80', Path: /, Method: GET}
        """,
      at: "CLB"),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Product: upstream, UniqVpcId: 7ofs5mz1, UpstreamId: upstream-1, Path: /a, Method: GET}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Product: upstream, UniqVpcId: vpc-7ofs5mz1, UpstreamId: upstream-1, Path: /a, Method: GET}
        """,
      at: "7ofs5mz1"),
  ],
  checks: [.part(.api, checkVPC)])

private let products = ["clb", "cvm", "upstream"]

private func checkVPC(_ part: Part, _ findings: inout Findings) {
  guard part.serviceType == .http || part.serviceType == .webSocket else { return }
  let product = part[.product]
  let vpc = part[.vpcId]
  if !product.isBlank, !product.isTemplated, !part.facts.backend.setsProduct, let word = product.text,
    let origin = product.origin
  {
    switch KnownWord(word, among: products) {
    case .exact: break
    case .inOtherCase(let known):
      findings.report(
        at: .value(origin),
        Text(
          en: "\(product.spelling) `\(word)` is written `\(known)` by the Cloud API.",
          zh: "\(product.spelling) `\(word)` 在云 API 中写作 `\(known)`。"),
        severity: .warning, help: Text(en: "Write `\(known)`.", zh: "改为 `\(known)`。"))
    case .unknown:
      let names = Text.list(products.map { "`\($0)`" })
      findings.report(
        at: .value(origin),
        Text(
          en: "\(product.spelling) `\(word)` is none of \(names.en).",
          zh: "\(product.spelling) `\(word)` 不是 \(names.zh) 之一。"),
        help: Text(
          en: "Leave \(product.spelling) out where the back end has a public address.",
          zh: "后端是公网地址时不要写 \(product.spelling)。"))
      return
    }
    reportMissing(vpc, of: part, besides: product, &findings)
    if word.lowercased() == "upstream" { reportMissing(part[.upstreamId], of: part, besides: product, &findings) }
  }
  checkVPCId(part, &findings)
  checkPrivateAddress(part, &findings)
}

private func reportMissing(_ field: Field, of part: Part, besides product: Field, _ findings: inout Findings) {
  guard field.isMissing else { return }
  let word = product.text ?? ""
  findings.report(
    at: .field(field),
    Text(
      en: "\(product.spelling) is `\(word)`, but \(field.spelling) is missing.",
      zh: "\(product.spelling) 为 `\(word)`，但缺少 \(field.spelling)。"),
    help: field.name == .vpcId
      ? Text(en: "Write the id of the VPC that the back end is in: `vpc-…`.", zh: "请写明后端所在 VPC 的 ID：`vpc-…`。")
      : Text(en: "Write the id of the VPC channel: `upstream-…`.", zh: "请写明 VPC 通道的 ID：`upstream-…`。"),
    related: product.origin.map { [RelatedPlace(.value($0), Text(en: "demanded by this", zh: "由此处要求"))] } ?? [])
}

private func checkVPCId(_ part: Part, _ findings: inout Findings) {
  let vpc = part[.vpcId]
  guard !vpc.isBlank, !vpc.isTemplated, let id = vpc.text, let origin = vpc.origin else { return }
  guard id.hasPrefix("vpc-"), id.utf8.count > 4 else {
    findings.report(
      at: .value(origin),
      Text(en: "\(vpc.spelling) `\(id)` is no VPC id.", zh: "\(vpc.spelling) `\(id)` 不是 VPC ID。"),
      help: Text(en: "VPC ids have the form `vpc-…`.", zh: "VPC ID 的格式为 `vpc-…`。"))
    return
  }
  guard let own = part.serviceSettings?[.serviceVPCId], !own.isBlank, !own.isTemplated, let ownId = own.text,
    ownId != id
  else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(vpc.spelling) is `\(id)`, but the service is in `\(ownId)`.",
      zh: "\(vpc.spelling) 为 `\(id)`，但服务所在的 VPC 是 `\(ownId)`。"),
    severity: .warning,
    help: Text(
      en: "A service reaches one VPC alone, which is fixed once it is set.", zh: "一个服务只能访问一个 VPC，设定后不能更改。"),
    related: own.origin.map { [RelatedPlace(.value($0), Text(en: "the service's VPC", zh: "服务的 VPC"))] } ?? [])
}

private func checkPrivateAddress(_ part: Part, _ findings: inout Findings) {
  guard part[.vpcId].isBlank, part[.product].isBlank, let url = part.soundURL, let address = url.address?.unmapped,
    privateNetworks.contains(where: { $0.contains(address) }), let service = part.serviceSettings,
    service[.instanceId].isBlank, let origin = part[.backendURL].origin
  else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(url.hostName) is a private address, \(part[.vpcId].spelling) is missing, and the service runs on a shared "
        + "instance.",
      zh: "\(url.hostName) 是内网地址，但没有写 \(part[.vpcId].spelling)，而该服务运行在共享实例上。"),
    severity: .warning,
    help: Text(
      en: "Name the VPC and its product, or use a public address.", zh: "请写明 VPC 及其产品类型，或使用公网地址。"))
}

/// Source: RFC 1918 and RFC 4193.
private let privateNetworks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"].compactMap {
  IPNetwork($0.utf8)
}

extension Part {
  /// The service with its settings; nil where the input says no more of it than an id, or nothing.
  var serviceSettings: Part? {
    if let own = enclosing(.service), own.hasSettings { return own }
    guard let group = project.service(of: self) else { return nil }
    return group.documents.lazy.filter { $0 != id.document }
      .compactMap { project.parts(.service, in: $0).first(where: \.hasSettings) }.first
  }

  private var hasSettings: Bool {
    self[.serviceName].isWritten || self[.serviceProtocol].isWritten || self[.netTypes].isWritten
      || self[.serviceVPCId].isWritten || self[.instanceId].isWritten
  }
}
