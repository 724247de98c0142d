import GatewayModel
import Linting

/// `protocol-forced-https`.
let protocolForcedHTTPS: Rule = Rule(
  id: "protocol-forced-https",
  family: .protocol,
  severity: .error,
  confidence: [.sdk],
  summary: Text(
    en: "HTTPS is forced on a domain that serves HTTP only", zh: "只支持 HTTP 的域名启用了强制 HTTPS"),
  explanation: Text(
    en: """
      Forced HTTPS redirects every plain request to HTTPS. On a domain that does not serve HTTPS there is nothing to \
      redirect to, and the control plane refuses the setting.
      """,
    zh: "强制 HTTPS 会把所有 HTTP 请求重定向到 HTTPS。域名不支持 HTTPS 时没有可重定向的目标，控制面会拒绝该设置。"),
  runtime: Text(
    en: "The binding is refused with `UnsupportedOperation.ForceHttps`.",
    zh: "绑定会以 `UnsupportedOperation.ForceHttps` 被拒绝。"),
  evidence: Text(
    en: """
      Error code of the control plane. The vendor's example of `BindSubDomain` sends the combination and shows success, \
      so that a request of the Cloud API gets a warning.
      """,
    zh: "依据控制面错误码。厂商的 `BindSubDomain` 示例发送了这一组合并显示成功，因此云 API 请求只给出警告。"),
  url: "https://cloud.tencent.com/document/product/628/14906",
  fixSafety: .safe(
    Text(
      en: "The setting cannot take effect: turning it off changes no request.", zh: "该设置不可能生效，关闭它不会影响任何请求。")),
  examples: [
    Example(
      .manifest,
      bad: "SubDomains: [{SubDomain: api.shop.cn, Protocol: http, IsForcedHttps: true, IsDefaultMapping: true}]",
      good: "SubDomains: [{SubDomain: api.shop.cn, Protocol: http, IsForcedHttps: false, IsDefaultMapping: true}]",
      fixed: "SubDomains: [{SubDomain: api.shop.cn, Protocol: http, IsForcedHttps: false, IsDefaultMapping: true}]",
      at: "true, IsDefault"),
    Example(
      .cloudAPI,
      bad: """
        SubDomain: api.shop.cn
        NetSubDomain: service-ab12cd34-1250000000.gz.apigw.tencentcs.com
        Protocol: http
        IsDefaultMapping: true
        IsForcedHttps: true
        """,
      good: """
        SubDomain: api.shop.cn
        NetSubDomain: service-ab12cd34-1250000000.gz.apigw.tencentcs.com
        Protocol: http&https
        CertificateId: c1
        IsDefaultMapping: true
        IsForcedHttps: true
        """),
  ],
  checks: [.part(.domain, checkForcedHTTPS)])

private func checkForcedHTTPS(_ domain: Part, _ findings: inout Findings) {
  let forced = domain[.isForcedHTTPS]
  guard forced.boolean == true, let origin = forced.origin, domain.domainSchemes == .http else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(forced.spelling) has nothing to redirect to: the domain serves HTTP only.",
      zh: "\(forced.spelling) 没有可重定向的目标：该域名只支持 HTTP。"),
    severity: domain.facts.acceptsForcedHTTPSOnHTTP ? .warning : .error,
    help: Text(
      en: "Serve HTTPS with a certificate, or turn it off.", zh: "请启用 HTTPS 并配置证书，或关闭该设置。"),
    mends: [.safe(Text(en: "turn it off", zh: "关闭强制 HTTPS"), .set(origin, .boolean(false)))])
}
