import GatewayModel
import Linting

/// `route-domain-duplicate`.
let routeDomainDuplicate: Rule = Rule(
  id: "route-domain-duplicate",
  family: .route,
  severity: .error,
  faults: [.hostMiss],
  confidence: [.sdk],
  summary: Text(
    en: "A custom domain is bound twice, or is no host name", zh: "自定义域名重复绑定，或不是合法的主机名"),
  explanation: Text(
    en: """
      A custom domain belongs to one service, and to it once a network. The control plane refuses the second binding, so \
      that one of the two services never hears its requests. More than five domains a service need a raised limit.
      """,
    zh: """
      一个自定义域名只能绑定到一个服务，在同一网络类型下只能绑定一次。控制面会拒绝第二次绑定，其中一个服务将收不到请求。\
      一个服务超过五个自定义域名时需要提高配额。
      """),
  runtime: Text(
    en: "The binding is refused; requests to the domain are answered with 404 `There is no api match host[$host].`.",
    zh: "绑定会被拒绝；对该域名的请求返回 404 `There is no api match host[$host].`。"),
  evidence: Text(
    en: "Error codes and limits of the control plane for domains.", zh: "依据控制面关于域名的错误码和限制。"),
  url: "https://cloud.tencent.com/document/product/628/14906",
  examples: [
    Example(
      .manifest,
      bad: """
        SubDomains:
          - {SubDomain: api.shop.cn, Protocol: http, IsDefaultMapping: true}
          - {SubDomain: API.shop.cn, Protocol: http, IsDefaultMapping: true}
        """,
      good: """
        SubDomains:
          - {SubDomain: api.shop.cn, Protocol: http, NetType: OUTER, IsDefaultMapping: true}
          - {SubDomain: api.shop.cn, Protocol: http, NetType: INNER, IsDefaultMapping: true}
        """,
      at: "API.shop.cn"),
    Example(
      .manifest,
      bad: "SubDomains: [{SubDomain: https://api.shop.cn, Protocol: https, CertificateId: c1}]",
      good: "SubDomains: [{SubDomain: 'api.${DOMAIN}', Protocol: https, CertificateId: c1}]", at: "https://api"),
    Example(
      .manifest,
      bad: """
        Service: {ServiceName: shop}
        SubDomains: [{SubDomain: api.shop.cn, Protocol: http}]
        """,
      good: """
        Service: {ServiceName: admin}
        SubDomains: [{SubDomain: api.shop.cn, Protocol: http}]
        """,
      files: [
        "admin.yaml":
          "gwlint: 1\nService: {ServiceName: admin}\nSubDomains: [{SubDomain: api.shop.cn, Protocol: http}]\n"
      ]),
  ],
  checks: [.part(.domain, checkHostName), .document(checkDuplicates), .service(checkCount)])

private func checkHostName(_ domain: Part, _ findings: inout Findings) {
  let field = domain[.domainName]
  guard !field.isTemplated, let text = field.text, let origin = field.origin, !text.isEmpty,
    HostName.defect(in: Array(text.utf8)) != nil || !text.contains(".")
  else { return }
  findings.report(
    at: .value(origin),
    Text(en: "`\(text)` is no host name.", zh: "`\(text)` 不是合法的主机名。"),
    help: Text(
      en: "Write the domain alone, without scheme, port, path or wildcard.", zh: "请只写域名，不要带协议、端口、路径或通配符。"))
}

/// One binding of a domain.
private struct Binding {
  let domain: Part
  let origin: Origin
  let serviceIndex: Int
  /// What the service is known by, where that is written.
  let serviceName: String?
}

/// Looks at all domains of the project at once, when the first document comes.
private func checkDuplicates(_ document: UInt32, _ project: Project, _ findings: inout Findings) {
  guard document == 0 else { return }
  var bindings: [String: [Binding]] = [:]
  for (index, service) in project.services.enumerated() {
    for domain in project.parts(.domain, of: service) {
      let field = domain[.domainName]
      guard !field.isTemplated, let text = field.text, let origin = field.origin, !text.isEmpty else { continue }
      let owner = domain.enclosing(.service)
      let name = owner.flatMap { $0[.serviceId].text ?? ($0.facts.isWholeService ? $0[.serviceName].text : nil) }
      bindings[text.lowercased(), default: []].append(
        Binding(domain: domain, origin: origin, serviceIndex: index, serviceName: name))
    }
  }
  for (_, same) in bindings.sorted(by: { $0.key < $1.key }) where same.count > 1 {
    for (index, binding) in same.enumerated() {
      guard let earlier = same[..<index].first(where: { clash($0, binding) }) else { continue }
      report(binding, after: earlier, &findings)
    }
  }
}

private func clash(_ first: Binding, _ second: Binding) -> Bool {
  let isOneFile = first.domain.id.document == second.domain.id.document
  if first.serviceIndex == second.serviceIndex {
    // Two files of one service may each say what the one binding is.
    guard isOneFile, !first.domain.facts.isReply || !second.domain.facts.isReply else { return false }
    let nets = [first, second].map { $0.domain[.domainNetType] }
    guard nets.allSatisfy({ !$0.isTemplated }) else { return false }
    return nets[0].effectiveText?.uppercased() == nets[1].effectiveText?.uppercased()
  }
  if isOneFile { return true }
  guard let firstName = first.serviceName, let secondName = second.serviceName,
    !Field.isTemplate(firstName.utf8), !Field.isTemplate(secondName.utf8), !isExampleName(first)
  else { return false }
  return firstName != secondName
}

/// Whether a domain stands in documentation only, so that two files which name it say nothing of each other.
///
/// Source: the names that RFC 2606 reserves, and the one that the vendor's own examples bind.
private func isExampleName(_ binding: Binding) -> Bool {
  guard let name = binding.domain[.domainName].text?.lowercased() else { return false }
  let reserved = ["abc.com", "example.com", "example.net", "example.org"]
  return reserved.contains { name == $0 || name.hasSuffix("." + $0) }
    || [".example", ".test", ".invalid", ".localhost"].contains { name.hasSuffix($0) }
}

private func report(_ binding: Binding, after earlier: Binding, _ findings: inout Findings) {
  let name = binding.domain[.domainName].text ?? ""
  findings.report(
    at: .value(binding.origin),
    binding.serviceIndex == earlier.serviceIndex
      ? Text(en: "`\(name)` is bound to this service twice.", zh: "`\(name)` 重复绑定到同一服务。")
      : Text(en: "`\(name)` is bound to another service as well.", zh: "`\(name)` 同时绑定到另一个服务。"),
    help: Text(en: "A domain belongs to one service; remove one binding.", zh: "一个域名只能属于一个服务，请删除其中一个绑定。"),
    related: [RelatedPlace(.value(earlier.origin), Text(en: "bound first here", zh: "第一次绑定在此处"))],
    subject: binding.domain.id)
}

private let domainLimit = 5

private func checkCount(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  var names = Set<String>()
  for domain in project.parts(.domain, of: service) {
    let field = domain[.domainName]
    guard !field.isTemplated, let text = field.text, let origin = field.origin else { continue }
    guard names.insert(text.lowercased()).inserted, names.count == domainLimit + 1 else { continue }
    findings.report(
      at: .value(origin),
      Text(
        en: "A service has up to \(domainLimit) custom domains unless its limit is raised; this is one more.",
        zh: "一个服务默认最多 \(domainLimit) 个自定义域名，此处超出；如已提高配额可忽略。"),
      severity: .warning,
      help: Text(
        en: "Remove a domain from the service, or have its limit raised.",
        zh: "请从该服务中删除一个域名，或申请提高配额。"),
      faults: [], subject: domain.id)
  }
}
