import GatewayModel
import Linting
import YAMLDocument

/// `backend-base64-not-scf`.
let backendBase64NotSCF: Rule = Rule(
  id: "backend-base64-not-scf",
  family: .backend,
  severity: .hint,
  confidence: [.sdk],
  summary: Text(
    en: "A Base64 setting has no effect, or breaks the limits of its rules",
    zh: "Base64 设置不生效，或超出规则的限制"),
  explanation: Text(
    en: """
      Requests are Base64-encoded for functions alone, and triggers only matter where encoding is on. A trigger has at \
      most ten rules, each about `Accept` or `Content_Type`, with values of at most 40 characters.
      """,
    zh: """
      只有云函数后端才会对请求做 Base64 编码，触发规则也只在开启编码后才有意义。触发规则最多 10 条，名称只能是 \
      `Accept` 或 `Content_Type`，每个值最多 40 个字符。
      """),
  runtime: Text(
    en: "The setting is ignored, or the change of the API is refused.", zh: "该设置被忽略，或修改 API 时被拒绝。"),
  evidence: Text(
    en: "Comments of the Cloud API definition.", zh: "依据云 API 定义的注释。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(en: "What has no effect can go.", zh: "不生效的设置可以直接删除。")),
  examples: [
    Example(
      bad: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: ok
                IsBase64Encoded: true
        """,
      good: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: ok
                IsBase64Encoded: false
        """,
      fixed: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: ok
        """,
      at: "true"),
    Example(
      bad: """
        paths:
          /f:
            get:
              operationId: f
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionName: f
                IsBase64Trigger: true
                Base64EncodedTriggerRules: [{Name: Accept, Value: [image/png]}]
        """,
      good: """
        paths:
          /f:
            get:
              operationId: f
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionName: f
                IsBase64Encoded: true
                IsBase64Trigger: true
                Base64EncodedTriggerRules: [{Name: Accept, Value: [image/png]}]
        """,
      at: "true"),
    Example(
      bad: """
        paths:
          /f:
            get:
              operationId: f
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionName: f
                IsBase64Encoded: true
                IsBase64Trigger: true
                Base64EncodedTriggerRules: [{Name: Content-Type, Value: [image/png]}]
        """,
      good: """
        paths:
          /f:
            get:
              operationId: f
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionName: f
                IsBase64Encoded: true
                IsBase64Trigger: true
                Base64EncodedTriggerRules: [{Name: Content_Type, Value: [image/png]}]
        """,
      at: "Content-Type"),
  ],
  checks: [.part(.api, checkBase64)])

private func checkBase64(_ part: Part, _ findings: inout Findings) {
  guard let type = part.serviceType else { return }
  let encoded = part[.isBase64Encoded]
  let trigger = part[.isBase64Trigger]
  guard type == .scf else {
    for field in [encoded, trigger] where field.boolean == true {
      guard let origin = field.origin else { continue }
      findings.report(
        at: .value(origin),
        Text(
          en: "\(field.spelling) has no effect on a \(type.rawValue) back end: only functions are sent Base64.",
          zh: "\(field.spelling) 对 \(type.rawValue) 后端不生效：只有云函数才会收到 Base64 编码的请求。"),
        mends: [.safe(Text(en: "remove it", zh: "删除该设置"), .remove(origin))])
    }
    return
  }
  guard trigger.boolean == true, let origin = trigger.origin else { return }
  if encoded.boolean == false || encoded.isMissing {
    findings.report(
      at: .value(origin),
      Text(
        en: "\(trigger.spelling) has no effect while \(encoded.spelling) is off.",
        zh: "\(encoded.spelling) 没有开启，\(trigger.spelling) 不生效。"),
      help: Text(en: "Set \(encoded.spelling) to true.", zh: "请将 \(encoded.spelling) 设为 true。"))
  }
  checkRules(part, &findings)
}

private func checkRules(_ part: Part, _ findings: inout Findings) {
  let list = part[.base64Rules]
  let rules = part.children(.base64Rule)
  if rules.count > 10, let origin = list.origin {
    findings.report(
      at: .value(origin),
      Text(
        en: "\(list.spelling) has \(rules.count) rules; at most 10 are allowed.",
        zh: "\(list.spelling) 有 \(rules.count) 条规则，最多允许 10 条。"),
      help: Text(
        en: "Remove \(rules.count - 10) of the rules.", zh: "请删除其中 \(rules.count - 10) 条规则。"))
  }
  for rule in rules {
    let name = rule[.base64RuleName]
    if !name.isBlank, !name.isTemplated, let word = name.text, let origin = name.origin,
      word != "Accept", word != "Content_Type"
    {
      findings.report(
        at: .value(origin),
        Text(
          en: "The trigger rule is about `\(word)`; only `Accept` and `Content_Type` can be asked for.",
          zh: "触发规则的名称是 `\(word)`，只能是 `Accept` 或 `Content_Type`。"),
        help: Text(
          en: "Write one of the two in exactly this way: `Content_Type` has an underscore, no hyphen.",
          zh: "请照原样填写其中之一：`Content_Type` 中是下划线，不是连字符。"))
    }
    for item in rule[.base64RuleValues].items {
      let text = rule.project.document(item.document).yaml.string(item.node)
      guard text.count > 40, !Field.isTemplate(text.utf8) else { continue }
      findings.report(
        at: .value(item),
        Text(
          en: "A value of a trigger rule has at most 40 characters; this one has \(text.count).",
          zh: "触发规则的值最多 40 个字符，此处有 \(text.count) 个。"),
        help: Text(en: "Shorten the value, or remove it from the rule.", zh: "请缩短该值，或将其从规则中删除。"))
    }
  }
}
