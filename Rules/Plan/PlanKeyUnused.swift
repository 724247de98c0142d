import GatewayModel
import Linting

/// `plan-key-unused`.
let planKeyUnused: Rule = Rule(
  id: "plan-key-unused",
  family: .plan,
  severity: .hint,
  faults: [.hmacKeyNotBound],
  confidence: [.official],
  summary: Text(
    en: "A key is in no usage plan, or a usage plan is bound nowhere",
    zh: "密钥不属于任何使用计划，或使用计划没有绑定"),
  explanation: Text(
    en:
      "A key opens what the plans that it is in are bound to. Without a plan, or with a plan that is bound nowhere, it opens nothing.",
    zh: "密钥只能访问所属使用计划绑定的内容。不属于任何计划，或计划没有绑定时，密钥没有任何作用。"),
  runtime: Text(
    en: "Calls with the key are answered with 401 `HMAC apikey is invalid for API.`",
    zh: "使用该密钥调用会返回 401 `HMAC apikey is invalid for API.`"),
  evidence: Text(en: "The documentation describes the chain.", zh: "官方文档说明了这一关系。"),
  url: "https://cloud.tencent.com/document/product/628/14947",
  examples: [
    Example(
      .manifest,
      bad: """
        ApiKeys: [{SecretName: k}, {SecretName: unused}]
        UsagePlans: [{UsagePlanName: p, SecretNames: [k], Bind: [{Environment: release}]}]
        """,
      good: """
        ApiKeys: [{SecretName: k}]
        UsagePlans: [{UsagePlanName: p, SecretNames: [k], Bind: [{Environment: release}]}]
        """,
      at: "unused"),
    Example(
      .manifest,
      bad: """
        UsagePlans: [{UsagePlanName: p, MaxRequestNumPreSec: 10}]
        """,
      good: """
        ApiKeys: [{SecretName: k}]
        """,
      at: "p,"),
  ],
  checks: [.service(checkUnusedKeys)])

private func checkUnusedKeys(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  guard service.isWhole(in: project) else { return }
  let plans = project.parts(.usagePlan, of: service)
  // Where an API lacks a plan, binding this one is what mends it, and that finding says so.
  let isWanted = !project.secretAccessGaps(of: service).apis.isEmpty
  for plan in plans where plan.children(.planBinding).isEmpty && !isWanted {
    let bindings = plan[.planBindings]
    // Bindings that are written and are no mappings have a finding of their own.
    guard bindings.isBlank || (bindings.shape == .list && bindings.items.isEmpty), plan[.usagePlanId].isBlank else {
      continue
    }
    findings.report(
      at: plan[.usagePlanName].origin.map { .value($0) } ?? .part(plan.id),
      Text(
        en: "The usage plan `\(plan.planName)` is bound to nothing.", zh: "使用计划 `\(plan.planName)` 没有绑定任何服务或 API。"),
      help: Text(
        en: "Bind the plan to the service or to some of its APIs in an environment, or remove it.",
        zh: "请在某个环境中把该计划绑定到服务或其中的 API，否则请删除该计划。"),
      subject: plan.id)
  }
  guard project.parts(.service, of: service).contains(where: { $0[.usagePlanList].isWritten }),
    plans.allSatisfy({ $0[.secretNames].isWritten && !$0[.secretNames].hasTemplate })
  else { return }
  let used = Set(plans.flatMap { $0[.secretNames].listItems.compactMap(\.text) })
  for key in project.parts(.apiKey, of: service) {
    let name = key[.secretName]
    guard !name.isTemplated, let text = name.text, !used.contains(text), let origin = name.origin else { continue }
    findings.report(
      at: .value(origin),
      Text(en: "The key `\(text)` is in no usage plan.", zh: "密钥 `\(text)` 不属于任何使用计划。"),
      help: Text(
        en: "Add `\(text)` to \(plans.first?[.secretNames].spelling ?? "the keys") of a usage plan, or remove the key.",
        zh: "请把 `\(text)` 加入某个使用计划的 \(plans.first?[.secretNames].spelling ?? "密钥列表")，或删除该密钥。"),
      subject: key.id)
  }
}
