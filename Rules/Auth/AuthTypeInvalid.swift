import GatewayModel
import Linting

/// `auth-type-invalid`.
let authTypeInvalid: Rule = Rule(
  id: "auth-type-invalid",
  family: .auth,
  severity: .error,
  faults: [.apiConfigError],
  confidence: [.sdk],
  summary: Text(
    en: "The authentication type is none that the gateway knows",
    zh: "认证类型不受网关支持"),
  explanation: Text(
    en:
      "An API is called without authentication (`NONE`), with a key pair (`SECRET`), `OAUTH`, an application (`APP`) or `EIAM`.",
    zh: "API 的认证类型为免认证（`NONE`）、密钥对（`SECRET`）、`OAUTH`、应用（`APP`）或 `EIAM`。"),
  runtime: Text(
    en: "The control plane refuses the API; one that slipped through answers 481 `API config error.`",
    zh: "控制面会拒绝该 API；若未被拒绝，调用时返回 481 `API config error.`。"),
  evidence: Text(
    en: "The list stands in the Cloud API and, for EIAM, in the console's documentation; how case matters is not said.",
    zh: "取值列表来自云 API 定义（EIAM 见控制台文档）；大小写是否敏感没有说明。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(
      en: "Only letter case is corrected; a word such as `oauth2` is read as a guess.",
      zh: "只更正大小写；`oauth2` 之类的词只能猜测含义。")),
  examples: [
    Example(
      bad: """
        paths:
          /orders:
            get: {operationId: listOrders, x-apigw-auth-type: Secret}
        """,
      good: """
        paths:
          /orders:
            get: {operationId: listOrders, x-apigw-auth-type: SECRET}
          /users:
            get: {operationId: listUsers, x-apigw-auth-type: "${AUTH}"}
        """,
      fixed: """
        paths:
          /orders:
            get: {operationId: listOrders, x-apigw-auth-type: SECRET}
        """,
      at: "Secret"),
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-auth-type: oauth2
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-auth-type: OAUTH
        """,
      at: "oauth2"),
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-auth-type: BASIC
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-auth-type: EIAM
        """,
      at: "BASIC"),
  ],
  checks: [.part(.api, checkType)])

/// Source: CreateApi.AuthType [sdk]; EIAM by the page on that authentication [official].
private let types = ["NONE", "SECRET", "OAUTH", "APP", "EIAM"]

/// Words of other products for the same thing.
private let otherWords = [
  "oauth2": "OAUTH", "oauth2.0": "OAUTH", "jwt": "OAUTH", "key": "SECRET", "secretid": "SECRET", "hmac": "SECRET",
  "application": "APP", "no": "NONE", "open": "NONE",
]

private func checkType(_ api: Part, _ findings: inout Findings) {
  let type = api[.authType]
  guard !type.isTemplated, !type.isBlank, let word = type.text, let origin = type.origin else { return }
  let list = types.joined(separator: ", ")
  switch KnownWord(word, among: types) {
  case .exact: break
  case .inOtherCase(let due):
    findings.report(
      at: .value(origin),
      Text(
        en: "\(type.spelling) `\(word)` is documented in capitals: `\(due)`.",
        zh: "\(type.spelling) 的取值 `\(word)` 应为大写：`\(due)`。"),
      severity: .warning, help: Text(en: "Write `\(due)`.", zh: "请写作 `\(due)`。"),
      mends: [.safe(Text(en: "set `\(due)`", zh: "改为 `\(due)`"), .set(origin, .string(due)))])
  case .unknown:
    let meant = otherWords[word.lowercased()] ?? NearestWord.nearest(to: word.uppercased(), among: types)
    findings.report(
      at: .value(origin),
      Text(
        en: "\(type.spelling) `\(word)` is none of \(list).", zh: "\(type.spelling) 的取值 `\(word)` 不在 \(list) 之中。"),
      help: meant.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") }
        ?? Text(en: "Write one of \(list).", zh: "请填写以下取值之一：\(list)。"),
      mends: meant.map { [.unsafe(Text(en: "set `\($0)`", zh: "改为 `\($0)`"), .set(origin, .string($0)))] } ?? [])
  }
}
