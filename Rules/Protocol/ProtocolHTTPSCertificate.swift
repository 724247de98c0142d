import GatewayModel
import Linting

/// `protocol-https-certificate`.
let protocolHTTPSCertificate: Rule = Rule(
  id: "protocol-https-certificate",
  family: .protocol,
  severity: .error,
  faults: [.tlsHandshakeFailed],
  confidence: [.sdk],
  summary: Text(
    en: "A domain serves HTTPS without a certificate", zh: "自定义域名使用 HTTPS 却没有证书"),
  explanation: Text(
    en: """
      The gateway has a certificate for its own default domains only. A custom domain that serves HTTPS names one of the \
      account's certificates; without it no TLS connection comes about.
      """,
    zh: "网关只为默认域名提供证书。使用 HTTPS 的自定义域名必须指定账号下的证书，否则无法建立 TLS 连接。"),
  runtime: Text(
    en: "The binding is refused, or callers cannot connect (`SSL_ERROR_SYSCALL`).",
    zh: "绑定会被拒绝，或调用方无法建立连接（`SSL_ERROR_SYSCALL`）。"),
  evidence: Text(
    en: "`ModifySubDomain` demands the certificate for HTTPS; error code `CertificateIsNull`.",
    zh: "`ModifySubDomain` 规定 HTTPS 必须传证书；错误码 `CertificateIsNull`。"),
  url: "https://cloud.tencent.com/document/product/628/14906",
  examples: [
    Example(
      .manifest,
      bad: "SubDomains: [{SubDomain: api.shop.cn, Protocol: https, IsDefaultMapping: true}]",
      good: "SubDomains: [{SubDomain: api.shop.cn, Protocol: https, CertificateId: c1, IsDefaultMapping: true}]",
      at: "SubDomain:"),
    Example(
      .manifest,
      bad: """
        SubDomains:
          - SubDomain: api.shop.cn
            Protocol: http&https
            CertificateId: ""
        """,
      good: """
        SubDomains:
          - SubDomain: api.shop.cn
            Protocol: http
            CertificateId: ""
        """,
      at: "\"\""),
    Example(
      .cloudAPI,
      bad: """
        Response:
          Result:
            DomainSet: [{DomainName: api.shop.cn, Protocol: https, CertificateId: null, IsDefaultMapping: true}]
        """,
      good: """
        Response:
          Result:
            DomainSet: [{DomainName: api.shop.cn, Protocol: https, IsDefaultMapping: true}]
        """,
      at: "null"),
  ],
  checks: [.part(.domain, checkCertificate)])

private func checkCertificate(_ domain: Part, _ findings: inout Findings) {
  guard let schemes = domain.domainSchemes else { return }
  let certificate = domain[.certificateId]
  let isInherited = domain[.domainProtocol].isAbsent || domain[.domainProtocol].shape == .null
  guard schemes.contains(.https) else {
    // A tool's own component documents what the certificate is for: there it is likely forgotten protocol.
    guard domain.facts.tool.joinsProtocols, !certificate.isBlank, let origin = certificate.origin else { return }
    findings.report(
      at: .value(origin),
      Text(
        en: "The domain does not serve HTTPS: the certificate is not used.", zh: "该域名没有启用 HTTPS，证书不会被使用。"),
      severity: .hint,
      help: Text(
        en: "Add HTTPS to \(domain[.domainProtocol].spelling), or remove \(certificate.spelling).",
        zh: "请在 \(domain[.domainProtocol].spelling) 中加上 HTTPS，或删除 \(certificate.spelling)。"),
      faults: [])
    return
  }
  guard certificate.isMissing, !hasCertificateElsewhere(domain) else { return }
  findings.report(
    at: .field(certificate),
    Text(
      en: "The domain serves HTTPS and has no \(certificate.spelling).",
      zh: "该域名使用 HTTPS，但没有填写 \(certificate.spelling)。"),
    severity: isInherited ? .warning : .error,
    help: Text(
      en: "Write the id of a certificate for the domain.", zh: "请填写适用于该域名的证书 ID。"))
}

/// Whether another object of the input sets the certificate of the same domain.
private func hasCertificateElsewhere(_ domain: Part) -> Bool {
  guard let name = domain[.domainName].text, let group = domain.project.service(of: domain) else { return false }
  return domain.project.parts(.domain, of: group).contains { other in
    other != domain && other[.domainName].text == name && !other[.certificateId].isBlank
  }
}
