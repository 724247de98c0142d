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
  var owners: [KeySlot: (plan: Part, key: PlanKey)] = [:]
  var counts: [PlanKey.Identity: Int] = [:]
  for plan in plans {
    let keys = plan.keys
    if keys.count > keysPerPlan { reportTooMany(keys, of: plan, &findings) }
    let environments = plan.serviceEnvironments
    for key in keys {
      counts[key.identity, default: 0] += 1
      if counts[key.identity] == plansPerKey + 1 {
        findings.report(
          at: key.place,
          Text(
            en: "The key `\(key.name)` is in more than \(plansPerKey) usage plans.",
            zh: "密钥 `\(key.name)` 所属的使用计划超过 \(plansPerKey) 个。"),
          help: Text(
            en: "Give the plan a key of its own here, or take `\(key.name)` out of it.",
            zh: "请在此处为该计划改用另一个密钥，或把 `\(key.name)` 从该计划移除。"),
          subject: plan.id)
      }
      for environment in environments {
        let slot = KeySlot(key: key.identity, environment: environment)
        guard let other = owners[slot] else {
          owners[slot] = (plan, key)
          continue
        }
        guard other.plan != plan else { continue }
        findings.report(
          at: key.place,
          Text(
            en:
              "The key `\(key.name)` is also in the usage plan `\(other.plan.planName)`, which is bound to the service in `\(environment)` too.",
            zh: "密钥 `\(key.name)` 也属于使用计划 `\(other.plan.planName)`，而后者同样绑定到服务的 `\(environment)` 环境。"),
          help: Text(
            en: "Take the key out of one plan, or bind the plans to different environments.",
            zh: "请将密钥从其中一个计划移除，或绑定到不同环境。"),
          related: [RelatedPlace(other.key.place, Text(en: "the same key", zh: "相同的密钥"))],
          subject: plan.id)
        break
      }
    }
  }
}

private func reportTooMany(_ keys: [PlanKey], of plan: Part, _ findings: inout Findings) {
  findings.report(
    at: plan[.secretNames].origin.map { .value($0) } ?? .part(plan.id),
    Text(
      en: "The usage plan `\(plan.planName)` has \(keys.count) keys; the gateway takes \(keysPerPlan).",
      zh: "使用计划 `\(plan.planName)` 有 \(keys.count) 个密钥，上限为 \(keysPerPlan) 个。"),
    help: Text(
      en: "Move \(keys.count - keysPerPlan) of the keys to another plan, or take them out.",
      zh: "请把其中 \(keys.count - keysPerPlan) 个密钥移到其他使用计划，或将其移除。"),
    subject: plan.id)
}

/// A key in an environment of the service.
private struct KeySlot: Hashable {
  let key: PlanKey.Identity
  let environment: String
}

/// A key in a usage plan.
private struct PlanKey {
  /// What tells keys apart: their names, or where each is an object of its own, the objects.
  enum Identity: Hashable {
    case name(String)
    case part(PartID)
  }

  let identity: Identity
  let name: String
  /// Where the plan gets it.
  let place: Place
}

extension Part {
  /// The keys of a usage plan, as far as they are known.
  fileprivate var keys: [PlanKey] {
    let named = self[.secretNames].listItems.compactMap { item in
      item.isTemplated ? nil : item.text.map { PlanKey(identity: .name($0), name: $0, place: .value(item.origin)) }
    }
    let attached = children(.keyBinding).flatMap { $0.keys(in: .accessKeyId) }
    let bound = children(.planBinding).flatMap { $0.keys(in: .secretIds) }
    var seen: Set<PlanKey.Identity> = []
    return named + (attached + bound).filter { seen.insert($0.identity).inserted }
  }

  private func keys(in field: FieldName) -> [PlanKey] {
    (referents(of: field)?.parts ?? []).map { key in
      PlanKey(identity: .part(key.id), name: key[.secretName].text ?? "?", place: .field(self[field]))
    }
  }

  /// The environments in which a usage plan is bound to its service as a whole.
  fileprivate var serviceEnvironments: [String] {
    var result: [String] = []
    for binding in children(.planBinding) where !binding.isAPIBinding && !binding[.environmentName].isTemplated {
      if let word = binding[.environmentName].text, !result.contains(word) { result.append(word) }
    }
    return result
  }
}
