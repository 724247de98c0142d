import GatewayModel
import Linting

/// `backend-base64-rules-missing`.
let backendBase64RulesMissing: Rule = Rule(
  id: "backend-base64-rules-missing",
  family: .backend,
  severity: .warning,
  confidence: [.official],
  summary: Text(
    en: "Base64 encoding by trigger is on, but there are no trigger rules",
    zh: "开启了 Base64 触发编码，却没有触发规则"),
  explanation: Text(
    en: """
      With `IsBase64Trigger` only those requests are encoded whose `Accept` or `Content_Type` header fits a trigger rule. \
      Without rules no request fits.
      """,
    zh: """
      开启 `IsBase64Trigger` 后，只有 `Accept` 或 `Content_Type` 请求头符合触发规则的请求才会编码。没有规则，\
      就没有请求符合条件。
      """),
  runtime: Text(
    en: "Requests reach the function unencoded; binary bodies are damaged.",
    zh: "请求不经编码就发给云函数，二进制内容会损坏。"),
  evidence: Text(
    en: "The vendor's page on Base64 encoding for functions.", zh: "依据官方的 Base64 编码页面。"),
  url: "https://cloud.tencent.com/document/product/1340/51799",
  examples: [
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
      at: "x-apigw-backend"),
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
                Base64EncodedTriggerRules: []
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
                Base64EncodedTriggerRules: []
        """,
      at: "[]"),
  ],
  checks: [.part(.api, checkTriggerRules)])

private func checkTriggerRules(_ part: Part, _ findings: inout Findings) {
  // Elsewhere than at a function the trigger itself has no effect.
  guard part.serviceType == .scf, part[.isBase64Trigger].boolean == true else { return }
  let rules = part[.base64Rules]
  guard rules.isMissing || (rules.shape == .list && rules.items.isEmpty) else { return }
  findings.report(
    at: .field(rules),
    Text(
      en: "\(part[.isBase64Trigger].spelling) is on, but \(rules.spelling) has no rules: nothing will be encoded.",
      zh: "\(part[.isBase64Trigger].spelling) 已开启，但 \(rules.spelling) 没有规则：不会对任何请求编码。"),
    help: Text(
      en: "Add a rule, for example `{Name: Accept, Value: [image/png]}`.",
      zh: "请添加规则，例如 `{Name: Accept, Value: [image/png]}`。"))
}
