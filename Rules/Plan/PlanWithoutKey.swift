import GatewayModel
import Linting

/// `plan-without-key`.
let planWithoutKey: Rule = Rule(
  id: "plan-without-key",
  family: .plan,
  severity: .warning,
  faults: [.hmacKeyNotBound, .hmacSignatureNotVerified],
  confidence: [.official],
  summary: Text(
    en: "A bound usage plan has no key with which anyone could call",
    zh: "已绑定的使用计划没有可用的密钥"),
  explanation: Text(
    en: """
      Callers of an API with `AuthType: SECRET` sign with a key of a usage plan. A plan without keys, or whose keys are all \
      disabled or defined nowhere, lets nobody in.
      """,
    zh: """
      `AuthType` 为 `SECRET` 的 API 需要用使用计划中的密钥签名。没有密钥，或密钥全部被禁用、没有定义的使用计划，无法让任何人调用。
      """),
  runtime: Text(
    en: "Calls are answered with 401, since no key is known.", zh: "没有可识别的密钥，调用返回 401。"),
  evidence: Text(
    en: "The vendor's page on signatures names these causes.", zh: "见厂商的签名说明文档。"),
  url: "https://cloud.tencent.com/document/product/628/11814",
  examples: [
    Example(
      .manifest,
      bad: """
        UsagePlans: [{UsagePlanName: p, SecretNames: [], Bind: [{BindType: SERVICE, Environment: release}]}]
        """,
      good: """
        ApiKeys: [{SecretName: k}]
        UsagePlans: [{UsagePlanName: p, SecretNames: [k], Bind: [{BindType: SERVICE, Environment: release}]}]
        """,
      at: "[], Bind"),
    Example(
      .manifest,
      bad: """
        ApiKeys: [{SecretName: k, Status: off}, {SecretName: j}]
        UsagePlans: [{UsagePlanName: p, SecretNames: [k], Bind: [{BindType: SERVICE, Environment: release}]}]
        """,
      good: """
        UsagePlans: [{UsagePlanName: p, SecretNames: [k], Bind: [{BindType: SERVICE, Environment: release}]}]
        """,
      at: "[k]"),
    Example(
      .manifest,
      bad: """
        ApiKeys: [{SecretName: j}]
        UsagePlans: [{UsagePlanName: p, SecretNames: [k], Bind: [{BindType: SERVICE, Environment: release}]}]
        """,
      good: """
        ApiKeys: []
        UsagePlans: [{UsagePlanName: p, SecretNames: []}]
        """,
      at: "[k]"),
  ],
  checks: [.service(checkPlansForKeys)])

private func checkPlansForKeys(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let plans = project.parts(.usagePlan, of: service)
  guard !plans.isEmpty else { return }
  let keys = DeclaredKeys(service, project)
  for plan in plans where plan.hasNoUsableKey(keys) && !plan.children(.planBinding).isEmpty {
    let names = plan[.secretNames]
    let isEmpty = names.isBlank || names.items.isEmpty
    findings.report(
      at: .field(names),
      Text(
        en:
          "The usage plan `\(plan.planName)` is bound, but \(isEmpty ? "has no key" : "none of its keys can be used").",
        zh: "使用计划 `\(plan.planName)` 已绑定，但\(isEmpty ? "没有密钥" : "其密钥都不可用")。"),
      help: Text(
        en: "Add a key that is declared and enabled.", zh: "请添加一个已定义且启用的密钥。"), subject: plan.id)
  }
}
