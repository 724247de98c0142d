import GatewayModel
import Linting

/// `plan-env-mismatch`.
let planEnvMismatch: Rule = Rule(
  id: "plan-env-mismatch",
  family: .plan,
  severity: .warning,
  faults: [.hmacSignatureNotVerified],
  confidence: [.official],
  summary: Text(
    en: "A usage plan is bound only where the service is not released",
    zh: "使用计划只绑定到了服务未发布的环境"),
  explanation: Text(
    en: """
      A plan counts in the environment that it is bound to. All of this plan's bindings name environments without a \
      release. Where releases and bindings are resources (Terraform, Pulumi, Crossplane), those of one configuration are \
      compared.
      """,
    zh: """
      使用计划只在所绑定的环境中有效，而该计划绑定的环境都没有发布。发布和绑定都以资源表示时（Terraform、Pulumi、Crossplane），\
      以同一配置中的资源对照。
      """),
  runtime: Text(
    en: "Its keys open nothing: calls in the released environments are answered with 401.",
    zh: "其密钥在任何已发布的环境中都无效，调用返回 401。"),
  evidence: Text(
    en: "The documentation binds plans to environments.", zh: "官方文档说明使用计划按环境绑定。"),
  url: "https://cloud.tencent.com/document/product/628/14947",
  fixSafety: .unsafe(Text(en: "The environment that is meant is a guess.", zh: "实际想绑定的环境只能猜测。")),
  examples: [
    Example(
      .manifest,
      bad: """
        ReleasedEnvironments: [release]
        UsagePlans: [{UsagePlanName: p, Bind: [{BindType: SERVICE, Environment: test}]}]
        """,
      good: """
        ReleasedEnvironments: [release]
        UsagePlans: [{UsagePlanName: p, Bind: [{Environment: test}, {Environment: release}]}]
        """,
      fixed: """
        ReleasedEnvironments: [release]
        UsagePlans: [{UsagePlanName: p, Bind: [{BindType: SERVICE, Environment: release}]}]
        """,
      at: "test"),
    Example(
      .manifest,
      bad: """
        ReleasedEnvironments: [release, test]
        UsagePlans: [{UsagePlanName: p, Bind: [{BindType: SERVICE, Environment: prepub}]}]
        """,
      good: """
        ReleasedEnvironments: ['${env:STAGE}']
        UsagePlans: [{UsagePlanName: p, Bind: [{BindType: SERVICE, Environment: test}]}]
        """,
      at: "prepub"),
    Example(
      .pulumi,
      bad: PlanExamples.resources(authType: "NONE", bindings: ["{environment: test}"]),
      good: PlanExamples.resources(authType: "NONE", bindings: ["{environment: test}", "{environment: release}"]),
      fixed: PlanExamples.resources(authType: "NONE", bindings: ["{environment: release}"]), at: "test"),
  ],
  checks: [.service(checkPlanEnvironments)])

private func checkPlanEnvironments(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let plans = project.parts(.usagePlan, of: service)
  let released = project.environmentsOfPlans(of: service)
  // Where an API lacks a plan for that reason, the API is what matters.
  guard !plans.isEmpty, !released.isEmpty, project.secretAccessGaps(of: service).apis.isEmpty else { return }
  let isWhole = service.isWhole(in: project)
  for plan in plans {
    let environments = plan.children(.planBinding).map { $0[.environmentName] }
    let words = environments.compactMap { $0.isTemplated ? nil : $0.text }
    guard !words.isEmpty, words.count == environments.count,
      words.allSatisfy({ GatewayEnvironment(rawValue: $0) != nil && !released.contains($0) }),
      let origin = environments[0].origin
    else { continue }
    let names = Text.list(released)
    let mends: [Mend] =
      released.count == 1 && words.count == 1
      ? [
        .unsafe(
          Text(en: "bind it to `\(released[0])`", zh: "绑定到 `\(released[0])`"), .set(origin, .string(released[0])))
      ] : []
    findings.report(
      at: .value(origin),
      isWhole
        ? Text(
          en:
            "The usage plan `\(plan.planName)` is bound to `\(words[0])`, but the service is released to \(names.en) only.",
          zh: "使用计划 `\(plan.planName)` 绑定到 `\(words[0])` 环境，但服务只发布到 \(names.zh)。")
        : Text(
          en: """
            The usage plan `\(plan.planName)` is bound to `\(words[0])`, but the service is released to \(names.en) \
            only, as far as this configuration says.
            """,
          zh: "使用计划 `\(plan.planName)` 绑定到 `\(words[0])` 环境，但此配置只把服务发布到 \(names.zh)。"),
      related: environments.dropFirst().compactMap { field in
        field.origin.map { RelatedPlace(.value($0), Text(en: "not released either", zh: "同样没有发布")) }
      },
      mends: mends, subject: plan.id)
  }
}
