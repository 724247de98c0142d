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
      disabled or defined nowhere, lets nobody in. Where keys are attached by resources (Terraform, Pulumi, Crossplane), a \
      plan is reported if all the keys that the configuration gives it are disabled; one without any may get some elsewhere.
      """,
    zh: """
      `AuthType` 为 `SECRET` 的 API 需要用使用计划中的密钥签名。没有密钥，或密钥全部被禁用、没有定义的使用计划，无法让任何人调用。\
      以资源绑定密钥时（Terraform、Pulumi、Crossplane），只有配置中为计划绑定的密钥全部停用才会报告；没有绑定密钥的计划可能在别处绑定。
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
    Example(
      .componentAPIGateway,
      bad: """
        component: apigateway
        name: shop
        inputs:
          endpoints:
            - path: /orders
              method: GET
              function:
                functionName: list
              usagePlan:
                usagePlanName: partner
                maxRequestNum: 1000
        """,
      good: """
        component: apigateway
        name: shop
        inputs:
          endpoints:
            - path: /orders
              method: GET
              function:
                functionName: list
              usagePlan:
                usagePlanName: partner
                maxRequestNum: 1000
              auth:
                secretName: partner
            - path: /orders
              method: POST
              function:
                functionName: create
              usagePlan:
                usagePlanId: usagePlan-8dsikiq6
        """,
      at: "usagePlan"),
    Example(
      .pulumi,
      bad: PlanExamples.resources(
        authType: "SECRET", bindings: ["{environment: release, accessKeyIds: ['${k.id}']}"], keys: ["k": "off"]),
      good: PlanExamples.resources(
        authType: "SECRET", bindings: ["{environment: release, accessKeyIds: ['${k.id}', '${j.id}']}"],
        keys: ["j": "on", "k": "off"]),
      at: "properties: {usagePlanName"),
  ],
  checks: [
    .service(checkPlansForKeys), .part(.usagePlan, checkPlanInPlace), .part(.usagePlan, checkAttachedKeys),
  ])

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

/// A plan whose keys are objects of their own. One without any may get some elsewhere.
private func checkAttachedKeys(_ plan: Part, _ findings: inout Findings) {
  guard let keys = plan.referents(of: .secretNames), !keys.hasUnknown, keys.parts.allSatisfy(\.isDisabledKey),
    !plan.children(.planBinding).isEmpty
  else { return }
  findings.report(
    at: .part(plan.id),
    Text(
      en: "The usage plan `\(plan.planName)` is bound, but every key that it gets here is switched off.",
      zh: "使用计划 `\(plan.planName)` 已绑定，但此处为它绑定的密钥都已停用。"),
    help: Text(en: "Switch a key on, or give the plan another one.", zh: "请启用密钥，或为该计划绑定其他密钥。"),
    related: keys.parts.map { RelatedPlace(.field($0[.keyStatus]), Text(en: "switched off here", zh: "在此处停用")) })
}

/// A serverless file's plan, which is bound where it is written: its keys stand in `auth` beside it. A plan that exists
/// already may have keys of its own.
private func checkPlanInPlace(_ plan: Part, _ findings: inout Findings) {
  guard plan.facts.tool.bindsPlansInPlace, plan[.usagePlanId].isBlank, let holder = plan.parent,
    holder[.auth].isBlank || holder[.auth].isEmptyMapping, !holder[.auth].isTemplated, !holder.isMislaid(.auth),
    !holder.children(.api).contains(where: { !$0[.auth].isBlank })
  else { return }
  let key = holder[.auth].spelling
  findings.report(
    at: .part(plan.id),
    Text(
      en: "The usage plan is bound, but no `\(key)` beside it gives it a key.",
      zh: "使用计划已绑定，但旁边没有 `\(key)`，因此没有密钥。"),
    help: Text(
      en: "Write `\(key)` beside it, or name an existing plan by its id.",
      zh: "请在旁边填写 `\(key)`，或用 ID 引用已有的使用计划。"))
}
