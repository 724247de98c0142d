import GatewayModel
import Linting

/// `auth-eiam-inner`.
let authEIAMInner: Rule = Rule(
  id: "auth-eiam-inner",
  family: .auth,
  severity: .error,
  confidence: [.official],
  summary: Text(
    en: "EIAM authentication in a service without public access",
    zh: "未开通公网的服务使用了 EIAM 认证"),
  explanation: Text(
    en: """
      EIAM works for services with public access only: callers are sent to a login page on the internet. The service's \
      `NetTypes` must hold `OUTER`, which is also what holds where nothing is written.
      """,
    zh: """
      EIAM 认证只适用于开通了公网访问的服务：调用者会被引导到公网上的登录页面。服务的 `NetTypes` 必须包含 `OUTER`；\
      未填写时默认即为 `OUTER`。
      """),
  runtime: Text(
    en: "The API cannot be called: nobody can log in.", zh: "该 API 无法调用：无人能够登录。"),
  evidence: Text(
    en: "The page on EIAM authentication states the condition.", zh: "《EIAM 认证》页面说明了这一条件。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  examples: [
    Example(
      .manifest,
      bad: """
        Service: {ServiceName: shop, Protocol: https, NetTypes: [INNER]}
        Apis:
          - ApiName: listOrders
            RequestConfig: {Path: /orders, Method: GET}
            AuthType: EIAM
            ServiceType: MOCK
            ServiceMockReturnMessage: ok
        """,
      good: """
        Service: {ServiceName: shop, Protocol: https, NetTypes: [INNER, OUTER]}
        Apis:
          - ApiName: listOrders
            RequestConfig: {Path: /orders, Method: GET}
            AuthType: EIAM
            ServiceType: MOCK
            ServiceMockReturnMessage: ok
        """,
      at: "EIAM")
  ],
  checks: [.service(checkNetworks)])

private func checkNetworks(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let networks = project.parts(.service, of: service).map { $0[.netTypes] }.filter { $0.shape == .list }
  guard let written = networks.first, isInnerOnly(written), let place = written.origin else { return }
  for api in project.parts(.api, of: service) where api.authentication == "EIAM" {
    guard let origin = api[.authType].origin else { continue }
    findings.report(
      at: .value(origin),
      Text(
        en: "EIAM needs public access, but the service's networks do not hold OUTER.",
        zh: "EIAM 认证需要公网访问，但该服务的网络类型不包含 OUTER。"),
      help: Text(
        en: "Add OUTER to \(written.spelling), or use another authentication type.",
        zh: "请在 \(written.spelling) 中加入 OUTER，或使用其他认证类型。"),
      related: [RelatedPlace(.value(place), Text(en: "the service's networks", zh: "服务的网络类型"))],
      subject: api.id)
  }
}

private func isInnerOnly(_ networks: Field) -> Bool {
  let words = networks.itemTexts
  return !words.isEmpty && words.allSatisfy { $0.uppercased() == "INNER" }
}
