import GatewayModel
import Linting

/// `protocol-domain-not-in-service`.
let protocolDomainNotInService: Rule = Rule(
  id: "protocol-domain-not-in-service",
  family: .protocol,
  severity: .warning,
  faults: [.httpsNotAllowed, .httpNotAllowed, .protocolNotAllowedOlder],
  confidence: [.inferred],
  summary: Text(
    en: "A domain serves a protocol that its service does not", zh: "自定义域名使用了服务不支持的协议"),
  explanation: Text(
    en: """
      A service answers the protocols that it declares, whatever the domain in front admits. A domain for `https` before \
      a service for `http` lets requests in that the service then refuses. Where the two share no protocol, nothing can \
      be called through the domain. Forced HTTPS turns plain requests away before they get that far.
      """,
    zh: """
      服务只响应自身声明的协议，与前面的域名允许什么无关。服务只支持 `http` 而域名使用 `https` 时，请求会被服务拒绝；\
      二者没有共同协议时，通过该域名什么也调用不了。启用强制 HTTPS 后，HTTP 请求会先被重定向。
      """),
  runtime: Text(
    en: "Requests are answered with 426 `Not allow use HTTPS protocol.` or `Not allow use HTTP protocol.`.",
    zh: "请求返回 426 `Not allow use HTTPS protocol.` 或 `Not allow use HTTP protocol.`。"),
  evidence: Text(
    en: "Deduced from these rows of the error table; older clusters answer 404.", zh: "从错误码表的对应行推断；旧集群返回 404。"),
  url: "https://cloud.tencent.com/document/product/628/14906",
  fixSafety: .unsafe(
    Text(en: "It opens the service to another protocol.", zh: "会让服务开放另一种协议。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Service: {ServiceName: shop, Protocol: http}
        SubDomains: [{SubDomain: api.shop.cn, Protocol: https, CertificateId: c1, IsDefaultMapping: true}]
        """,
      good: """
        Service: {ServiceName: shop, Protocol: http&https}
        SubDomains: [{SubDomain: api.shop.cn, Protocol: https, CertificateId: c1, IsDefaultMapping: true}]
        """,
      fixed: """
        Service: {ServiceName: shop, Protocol: http&https}
        SubDomains: [{SubDomain: api.shop.cn, Protocol: https, CertificateId: c1, IsDefaultMapping: true}]
        """,
      at: "https"),
    Example(
      .manifest,
      bad: """
        Service: {ServiceName: shop, Protocol: https}
        SubDomains: [{SubDomain: api.shop.cn, Protocol: http&https, CertificateId: c1}]
        """,
      good: """
        Service: {ServiceName: shop, Protocol: https}
        SubDomains: [{SubDomain: api.shop.cn, Protocol: http&https, CertificateId: c1, IsForcedHttps: true}]
        """,
      at: "http&https"),
  ],
  checks: [.part(.domain, checkProtocol)])

private func checkProtocol(_ domain: Part, _ findings: inout Findings) {
  let field = domain[.domainProtocol]
  guard field.isWritten, let own = field.schemes, let (service, served) = domain.servedByService,
    let origin = field.origin
  else { return }
  let isForced = domain[.isForcedHTTPS].boolean == true
  let refused = own.subtracting(served)
  guard !refused.isEmpty, !(refused == .http && isForced && served.contains(.https)) else { return }
  let isDead = own.isDisjoint(with: served)
  let serviceWord = served.word
  let mend =
    service.origin.map { origin in
      let value: MendValue =
        service.shape == .list ? .list([.string("http"), .string("https")]) : .string("http&https")
      return Mend.unsafe(Text(en: "let the service serve both", zh: "让服务同时支持两种协议"), .set(origin, value))
    }
  findings.report(
    at: .value(origin),
    isDead
      ? Text(
        en: "The service serves `\(serviceWord)` only: nothing can be called through this domain.",
        zh: "服务只支持 `\(serviceWord)`，通过该域名什么也调用不了。")
      : Text(
        en: "The domain admits `\(refused.word)`, which the service (`\(serviceWord)`) refuses.",
        zh: "该域名允许 `\(refused.word)`，但服务（`\(serviceWord)`）会拒绝。"),
    // What a tool sets by itself is not the author's word: another file may say otherwise.
    severity: isDead && service.isWritten ? .error : .warning,
    related: service.origin.map {
      [RelatedPlace(.value($0), Text(en: "the service's protocol", zh: "服务的协议"))]
    } ?? [],
    mends: mend.map { [$0] } ?? [],
    faults: refused == .http ? [.httpNotAllowed] : refused == .https ? [.httpsNotAllowed] : nil)
}
