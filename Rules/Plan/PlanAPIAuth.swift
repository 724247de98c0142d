import GatewayModel
import Linting

/// `plan-api-auth`.
let planAPIAuth: Rule = Rule(
  id: "plan-api-auth",
  family: .plan,
  severity: .warning,
  faults: [],
  confidence: [.terraform],
  summary: Text(
    en: "A usage plan is bound to an API that asks for no key",
    zh: "使用计划绑定到了不需要密钥认证的 API"),
  explanation: Text(
    en:
      "Only an API with `AuthType: SECRET` asks for the key of a usage plan. Terraform refuses to bind a plan to any other.",
    zh: "只有 `AuthType` 为 `SECRET` 的 API 才需要使用计划的密钥。Terraform 会拒绝将计划绑定到其他 API。"),
  runtime: Text(
    en: "The plan has no effect on that API, or the deployment is refused.", zh: "该计划对此 API 不起作用，或部署被拒绝。"),
  evidence: Text(
    en: "The Terraform provider checks it; the Cloud API's own answer is not documented.",
    zh: "Terraform Provider 会检查；云 API 如何处理没有资料说明。"),
  url: "https://cloud.tencent.com/document/product/628/14947",
  examples: [
    Example(
      .manifest,
      bad: """
        Apis: [a.yaml]
        UsagePlans: [{UsagePlanName: p, Bind: [{BindType: API, Environment: release, Apis: [open]}]}]
        """,
      good: """
        Apis: [a.yaml]
        UsagePlans: [{UsagePlanName: p, Bind: [{BindType: SERVICE, Environment: release}]}]
        """,
      at: "open", files: ["a.yaml": PluginExamples.apis(["get /a open"])]),
    Example(
      .pulumi,
      bad: PlanExamples.resources(
        authType: "NONE", bindings: ["{bindType: API, environment: release, apiId: '${a.id}'}"]),
      good: PlanExamples.resources(
        authType: "SECRET", bindings: ["{bindType: API, environment: release, apiId: '${a.id}'}"]), at: "'${a.id}'"),
  ],
  checks: [.service(checkAuthenticationOfBoundAPIs)])

private func checkAuthenticationOfBoundAPIs(
  _ service: ServiceGroup, _ project: Project, _ findings: inout Findings
) {
  let known = project.planBindings(of: service) ?? project.parts(.planBinding, of: service)
  let bindings = known.filter(\.isAPIBinding)
  guard !bindings.isEmpty else { return }
  let directory = APIDirectory(project.parts(.api, of: service))
  for (binding, name) in bindings.flatMap({ binding in NamedAPIs(binding, directory).names.map { (binding, $0) } }) {
    let apis = name.apis
    guard apis.count == 1, let kind = apis[0].authenticationKind, kind != .secret else { continue }
    findings.report(
      at: name.place,
      Text(
        en:
          "`\(apis[0].displayName)` asks for no key (\(apis[0][.authType].spelling) is \(kind.rawValue)), so the usage plan has no effect on it.",
        zh: "`\(apis[0].displayName)` 不需要密钥认证（\(apis[0][.authType].spelling) 为 \(kind.rawValue)），使用计划对它不起作用。"),
      help: Text(
        en: "Set its \(apis[0][.authType].spelling) to SECRET, or take it out.",
        zh: "请将其 \(apis[0][.authType].spelling) 设为 SECRET，或从绑定中移除。"),
      related: [RelatedPlace(.part(apis[0].id), Text(en: "the API", zh: "该 API"))], subject: binding.id)
  }
}
