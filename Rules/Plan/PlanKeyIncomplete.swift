import GatewayModel
import Linting

/// `plan-key-incomplete`.
let planKeyIncomplete: Rule = Rule(
  id: "plan-key-incomplete",
  family: .plan,
  severity: .error,
  faults: [],
  confidence: [.sdk, .terraform],
  summary: Text(
    en: "A key of type manual, or a binding to single APIs, lacks what it must say",
    zh: "自定义密钥或 API 级绑定缺少必填项"),
  explanation: Text(
    en: "A key of type `manual` brings its own id and secret. A binding of type `API` names the APIs.",
    zh: "`manual` 类型的密钥必须自带 ID 和密钥内容；`API` 类型的绑定必须列出 API。"),
  runtime: Text(en: "The control plane refuses the request.", zh: "控制面会拒绝请求。"),
  evidence: Text(en: "The comments of the Cloud API demand it.", zh: "云 API 的字段说明要求填写。"),
  url: "https://cloud.tencent.com/document/product/628/14947",
  examples: [
    Example(
      .manifest,
      bad: """
        ApiKeys: [{SecretName: k, AccessKeyType: manual, AccessKeyId: shop_partner}]
        """,
      good: """
        ApiKeys: [{SecretName: k, AccessKeyType: auto}, {SecretName: m, AccessKeyType: '${TYPE}'}]
        """,
      at: "SecretName"),
    Example(
      .manifest,
      bad: """
        UsagePlans: [{UsagePlanName: p, Bind: [{BindType: API, Environment: release, Apis: []}]}]
        """,
      good: """
        UsagePlans: [{UsagePlanName: p, Bind: [{BindType: SERVICE, Environment: release}]}]
        """,
      at: "[]}"),
    Example(
      .pulumi, bad: PlanExamples.resources(authType: "SECRET", bindings: ["{bindType: API, environment: release}"]),
      good: PlanExamples.resources(authType: "SECRET", bindings: ["{environment: release}"]),
      at: "properties: {bindType"),
  ],
  checks: [.part(.apiKey, checkManualKeyParts), .part(.planBinding, checkBoundAPIs)])

private func checkManualKeyParts(_ key: Part, _ findings: inout Findings) {
  guard key[.accessKeyType].text?.lowercased() == "manual" else { return }
  let missing = [FieldName.accessKeyId, .accessKeySecret].map { key[$0] }.filter(\.isMissing)
  guard let first = missing.first else { return }
  let names = Text.list(missing.map(\.spelling))
  findings.report(
    at: .field(first),
    Text(en: "A key of type manual needs \(names.en).", zh: "manual 类型的密钥需要填写 \(names.zh)。"),
    help: Text(
      en: "Write \(names.en) at the key, or set `\(key[.accessKeyType].spelling): auto`.",
      zh: "请为该密钥补写 \(names.zh)，或改为 `\(key[.accessKeyType].spelling): auto`。"))
}

private func checkBoundAPIs(_ binding: Part, _ findings: inout Findings) {
  // Where each binding is an object of its own, it names one API by its id.
  let apis = binding[binding.facts.spelling[.apiNames] == nil ? .apiId : .apiNames]
  guard binding[.bindType].text?.uppercased() == "API", binding.referents(of: .apiId) == nil else { return }
  let isEmpty = apis.shape == .list && apis.items.isEmpty
  guard apis.isMissing || isEmpty else { return }
  findings.report(
    at: .field(apis),
    Text(
      en: "A binding of type API names no API.", zh: "API 类型的绑定没有列出任何 API。"),
    help: apis.name == .apiId
      ? Text(en: "Name it in \(apis.spelling).", zh: "请在 \(apis.spelling) 中填写。")
      : Text(en: "List them in \(apis.spelling).", zh: "请在 \(apis.spelling) 中列出。"))
}
