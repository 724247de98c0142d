import GatewayModel
import Linting

/// `backend-clb-host-missing`.
let backendCLBHostMissing: Rule = Rule(
  id: "backend-clb-host-missing",
  family: .backend,
  severity: .hint,
  faults: [.badGateway],
  confidence: [.official],
  summary: Text(
    en: "A back end behind a CLB gets no `Host` header",
    zh: "CLB 后端没有设置 `Host` 请求头"),
  explanation: Text(
    en: """
      A layer-7 listener of a CLB chooses by the `Host` header. The gateway calls the CLB by its address, so that the \
      listener's domain has to be sent as a constant parameter `Host` in the header. Layer-4 listeners need none.
      """,
    zh: """
      CLB 的七层监听器按 `Host` 请求头转发。网关通过 IP 地址调用 CLB，因此需要用常量参数把监听器的域名作为 `Host` \
      请求头发送。四层监听器不需要。
      """),
  runtime: Text(
    en: "A layer-7 listener answers 404, or the call ends with 502 `Bad Gateway.`.",
    zh: "七层监听器会返回 404，或调用以 502 `Bad Gateway.` 结束。"),
  evidence: Text(
    en: "The vendor's page on CLB back ends; which kind of listener it is cannot be seen here.",
    zh: "依据官方的 CLB 后端页面；此处无法判断监听器的类型。"),
  url: "https://cloud.tencent.com/document/product/628/52199",
  fixSafety: .unsafe(
    Text(
      en: "The listener's domain is only a guess.", zh: "监听器的域名只能猜测。")),
  examples: [
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Product: clb, UniqVpcId: vpc-7ofs5mz1, Url: 'http://172.16.0.9:80', Path: /, Method: GET}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-const-paramters: [{Name: Host, Desc: '', Position: HEADER, DefaultValue: a.shop.cn}]
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Product: clb, UniqVpcId: vpc-7ofs5mz1, Url: 'http://172.16.0.9:80', Path: /, Method: GET}
        """,
      at: "get"),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-const-paramters: [{Name: X-From, Desc: '', Position: HEADER, DefaultValue: gateway}]
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Product: clb, UniqVpcId: vpc-7ofs5mz1, Url: 'http://172.16.0.9:80', Path: /, Method: GET}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Product: cvm, UniqVpcId: vpc-7ofs5mz1, Url: 'http://172.16.0.9:80', Path: /, Method: GET}
        """,
      at: "x-apigw-const-paramters"),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-const-paramters:
                - Name: X-From
                  Desc: ''
                  Position: HEADER
                  DefaultValue: gateway
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Product: clb, UniqVpcId: vpc-7ofs5mz1, Url: 'http://orders.shop.cn', Path: /, Method: GET}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-const-paramters:
                - {Name: '${name}', Desc: '', Position: HEADER, DefaultValue: a.shop.cn}
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Product: clb, UniqVpcId: vpc-7ofs5mz1, Url: 'http://orders.shop.cn', Path: /, Method: GET}
        """,
      fixed: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-const-paramters:
                - Name: X-From
                  Desc: ''
                  Position: HEADER
                  DefaultValue: gateway
                - Name: Host
                  Desc: ''
                  Position: HEADER
                  DefaultValue: orders.shop.cn
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Product: clb, UniqVpcId: vpc-7ofs5mz1, Url: 'http://orders.shop.cn', Path: /, Method: GET}
        """,
      at: "x-apigw-const-paramters"),
  ],
  checks: [.part(.api, checkHostHeader)])

private func checkHostHeader(_ part: Part, _ findings: inout Findings) {
  guard part.serviceType == .http, part[.product].text?.lowercased() == "clb" else { return }
  let constants = part[.constantParameters]
  guard constants.shape == .list || constants.isMissing else { return }
  let declared = part.children(.constantParameter)
  guard !declared.contains(where: mayBeHost) else { return }
  let place: Place =
    if let origin = constants.origin { .keyOfValue(origin) } else { .missing(.constantParameters, part.id) }
  findings.report(
    at: place,
    Text(
      en: "No constant `Host` header is set for the CLB: a layer-7 listener will not know which domain is meant.",
      zh: "没有为 CLB 设置常量请求头 `Host`：七层监听器无法判断域名。"),
    help: Text(
      en: "For a layer-7 listener add a constant parameter `Host` in the header with the listener's domain.",
      zh: "如果是七层监听器，请添加位于请求头的常量参数 `Host`，值为监听器的域名。"),
    mends: mend(constants, part).map { [$0] } ?? [])
}

private func mayBeHost(_ constant: Part) -> Bool {
  let name = constant[.constantName]
  let position = constant[.constantPosition]
  guard !name.isTemplated, !position.isTemplated else { return true }
  return name.text?.lowercased() == "host" && (position.isBlank || position.text?.lowercased() == "header")
}

private func mend(_ constants: Field, _ part: Part) -> Mend? {
  guard let url = part.soundURL, url.address == nil else { return nil }
  let entry = MendValue.fields([
    MendField(.constantName, .string("Host")), MendField(.constantDescription, .string("")),
    MendField(.constantPosition, .string("HEADER")), MendField(.constantValue, .string(url.hostName)),
  ])
  let title = Text(en: "send `\(url.hostName)` as Host", zh: "以 `\(url.hostName)` 作为 Host 发送")
  if constants.shape == .list { return .unsafe(title, .append(entry, .constantParameters, part.id)) }
  return .unsafe(title, constants.replacement(.list([entry])))
}
