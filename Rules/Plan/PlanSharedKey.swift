import GatewayModel
import Linting

/// `plan-shared-key`.
let planSharedKey: Rule = Rule(
  id: "plan-shared-key",
  family: .plan,
  severity: .error,
  faults: [],
  confidence: [.official],
  summary: Text(
    en: "Two usage plans with a common key are bound to the same service and environment",
    zh: "含有相同密钥的两个使用计划绑定到同一服务的同一环境"),
  explanation: Text(
    en:
      "The gateway could not tell which plan's limits hold for that key, so it refuses the second binding. A plan takes at most 50 keys, a key at most 10 plans.",
    zh: "网关无法判断该密钥适用哪个计划的限额，因此会拒绝第二次绑定。一个计划最多 50 个密钥，一个密钥最多属于 10 个计划。"),
  runtime: Text(en: "The deployment fails.", zh: "部署失败。"),
  evidence: Text(
    en: "The documentation of usage plans and the table of limits say so.", zh: "见使用计划文档和使用限制。"),
  url: "https://cloud.tencent.com/document/product/628/14947",
  examples: [
    Example(
      .manifest,
      bad: """
        UsagePlans:
          - {UsagePlanName: p, SecretNames: [k], Bind: [{BindType: SERVICE, Environment: release}]}
          - {UsagePlanName: q, SecretNames: [j, "k"], Bind: [{BindType: SERVICE, Environment: release}]}
        """,
      good: """
        UsagePlans:
          - {UsagePlanName: p, SecretNames: [k], Bind: [{BindType: SERVICE, Environment: release}]}
          - {UsagePlanName: q, SecretNames: [j, k], Bind: [{BindType: SERVICE, Environment: test}]}
        """,
      at: "\"k\"")
  ],
  checks: [.service(checkSharedKeys)])

private let keysPerPlan = 50
private let plansPerKey = 10

private func checkSharedKeys(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let plans = project.parts(.usagePlan, of: service)
  var owners: [String: (plan: Part, item: ListItem)] = [:]
  var counts: [String: Int] = [:]
  for plan in plans {
    let items = plan[.secretNames].listItems.filter { !$0.isTemplated && $0.text != nil }
    if items.count > keysPerPlan, let origin = plan[.secretNames].origin {
      findings.report(
        at: .value(origin),
        Text(
          en: "The usage plan `\(plan.planName)` has \(items.count) keys; the gateway takes \(keysPerPlan).",
          zh: "使用计划 `\(plan.planName)` 有 \(items.count) 个密钥，上限为 \(keysPerPlan) 个。"),
        help: Text(
          en: "Move \(items.count - keysPerPlan) of \(plan[.secretNames].spelling) to another plan, or remove them.",
          zh: "请把 \(plan[.secretNames].spelling) 中的 \(items.count - keysPerPlan) 个密钥移到其他使用计划，或将其删除。"),
        subject: plan.id)
    }
    let environments = plan.serviceEnvironments
    for item in items {
      let name = item.text ?? ""
      counts[name, default: 0] += 1
      if counts[name] == plansPerKey + 1 {
        findings.report(
          at: .value(item.origin),
          Text(
            en: "The key `\(name)` is in more than \(plansPerKey) usage plans.",
            zh: "密钥 `\(name)` 所属的使用计划超过 \(plansPerKey) 个。"),
          help: Text(
            en: "Put a key of its own into \(plan[.secretNames].spelling) here, or take `\(name)` out of the plan.",
            zh: "请在此处的 \(plan[.secretNames].spelling) 中改用另一个密钥，或把 `\(name)` 从该计划移除。"),
          subject: plan.id)
      }
      for environment in environments {
        let place = name + "\u{1F}" + environment
        guard let other = owners[place] else {
          owners[place] = (plan, item)
          continue
        }
        guard other.plan != plan else { continue }
        findings.report(
          at: .value(item.origin),
          Text(
            en:
              "The key `\(name)` is also in the usage plan `\(other.plan.planName)`, which is bound to the service in `\(environment)` too.",
            zh: "密钥 `\(name)` 也属于使用计划 `\(other.plan.planName)`，而后者同样绑定到服务的 `\(environment)` 环境。"),
          help: Text(
            en: "Take the key out of one plan, or bind the plans to different environments.",
            zh: "请将密钥从其中一个计划移除，或绑定到不同环境。"),
          related: [RelatedPlace(.value(other.item.origin), Text(en: "the same key", zh: "相同的密钥"))],
          subject: plan.id)
        break
      }
    }
  }
}

extension Part {
  /// The environments in which a usage plan is bound to its service as a whole.
  fileprivate var serviceEnvironments: [String] {
    var result: [String] = []
    for binding in children(.planBinding) where !binding.isAPIBinding && !binding[.environmentName].isTemplated {
      if let word = binding[.environmentName].text, !result.contains(word) { result.append(word) }
    }
    return result
  }
}
