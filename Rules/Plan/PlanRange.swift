import GatewayModel
import Linting

/// `plan-range`.
let planRange: Rule = Rule(
  id: "plan-range",
  family: .plan,
  severity: .error,
  faults: [.rateLimitExceeded, .quotaExceeded],
  confidence: [.sdk, .terraform],
  summary: Text(
    en: "A limit of a usage plan, or a key written by hand, is outside the range",
    zh: "使用计划的限额或自定义密钥超出允许范围"),
  explanation: Text(
    en: """
      `MaxRequestNum` is -1 (no limit) or 1 to 99999999, `MaxRequestNumPreSec` is -1 or 1 to 2000. The id of a key of type \
      manual has 5 to 50 letters, digits and `_`, its secret 10 to 50.
      """,
    zh: """
      `MaxRequestNum` 为 -1（不限制）或 1–99999999，`MaxRequestNumPreSec` 为 -1 或 1–2000。\
      自定义密钥的 ID 为 5–50 个字母、数字或 `_`，密钥内容为 10–50 个。
      """),
  runtime: Text(
    en: "The control plane refuses the value; a limit of 0 would answer every call with 429.",
    zh: "控制面会拒绝该值；限额为 0 时所有调用都会返回 429。"),
  evidence: Text(
    en: "The ranges are those of the Cloud API's comments and of the Terraform provider.",
    zh: "范围见云 API 的字段说明和 Terraform Provider。"),
  url: "https://cloud.tencent.com/document/product/628/14947",
  fixSafety: .unsafe(
    Text(en: "The limit that is meant is a guess.", zh: "实际想要的限额只能猜测。")),
  examples: [
    Example(
      .manifest,
      bad: """
        UsagePlans: [{UsagePlanName: p, MaxRequestNum: 0, MaxRequestNumPreSec: 5000}]
        """,
      good: """
        UsagePlans: [{UsagePlanName: p, MaxRequestNum: -1, MaxRequestNumPreSec: 2000}]
        """,
      fixed: """
        UsagePlans: [{UsagePlanName: p, MaxRequestNum: -1, MaxRequestNumPreSec: 2000}]
        """,
      at: "0,"),
    Example(
      .manifest,
      bad: """
        ApiKeys: [{SecretName: k, AccessKeyType: manual, AccessKeyId: abc, AccessKeySecret: short}]
        """,
      good: """
        ApiKeys:
          - {SecretName: k, AccessKeyType: auto}
          - {SecretName: m, AccessKeyType: manual, AccessKeyId: shop_partner, AccessKeySecret: '${env:KEY}'}
        """,
      at: "abc"),
    Example(
      .manifest,
      bad: """
        UsagePlans: [{UsagePlanName: p, MaxRequestNum: -2}]
        """,
      good: """
        UsagePlans: [{UsagePlanName: p, MaxRequestNum: 99999999, MaxRequestNumPreSec: 1}]
        """,
      at: "-2"),
  ],
  checks: [.part(.usagePlan, checkPlanLimits), .part(.apiKey, checkManualKey)])

private func checkPlanLimits(_ plan: Part, _ findings: inout Findings) {
  for (name, limit) in [(FieldName.maxRequestNumber, Int64(99_999_999)), (.maxRequestsPerSecond, 2000)] {
    let field = plan[name]
    guard let number = field.integer, number != -1, !(1...limit).contains(number), let origin = field.origin else {
      continue
    }
    var mends: [Mend] = []
    if number == 0 {
      mends = [.unsafe(Text(en: "set no limit (-1)", zh: "不限制（-1）"), .set(origin, .integer(-1)))]
    } else if number > limit {
      mends = [
        .unsafe(Text(en: "set the highest limit (\(limit))", zh: "设为上限（\(limit)）"), .set(origin, .integer(limit)))
      ]
    }
    findings.report(
      at: .value(origin),
      Text(
        en: "\(field.spelling) is \(number); the gateway takes -1 (no limit) or 1 to \(limit).",
        zh: "\(field.spelling) 为 \(number)，网关只接受 -1（不限制）或 1–\(limit)。"),
      mends: mends)
  }
}

private func checkManualKey(_ key: Part, _ findings: inout Findings) {
  guard key[.accessKeyType].text?.lowercased() == "manual" else { return }
  for (name, range) in [(FieldName.accessKeyId, 5...50), (.accessKeySecret, 10...50)] {
    let field = key[name]
    guard !field.isBlank, !field.isTemplated, let text = field.text, let origin = field.origin else { continue }
    let isAllowed = text.utf8.allSatisfy { $0 == UInt8(ascii: "_") || Character(Unicode.Scalar($0)).isASCIIWordPart }
    guard !isAllowed || !range.contains(text.utf8.count) else { continue }
    findings.report(
      at: .value(origin),
      isAllowed
        ? Text(
          en:
            "\(field.spelling) has \(text.utf8.count) characters; it needs \(range.lowerBound) to \(range.upperBound).",
          zh: "\(field.spelling) 有 \(text.utf8.count) 个字符，应为 \(range.lowerBound)–\(range.upperBound) 个。")
        : Text(
          en: "\(field.spelling) has characters other than letters, digits and `_`.",
          zh: "\(field.spelling) 含有字母、数字和 `_` 以外的字符。"),
      help: Text(
        en: "Write \(range.lowerBound) to \(range.upperBound) letters, digits and `_`.",
        zh: "请填写 \(range.lowerBound)–\(range.upperBound) 个字母、数字或 `_`。"),
      faults: [])
  }
}

extension Character {
  fileprivate var isASCIIWordPart: Bool { isASCII && (isLetter || isNumber) }
}
