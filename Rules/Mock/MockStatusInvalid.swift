import GatewayModel
import Linting
import YAMLDocument

/// `mock-status-invalid`.
let mockStatusInvalid: Rule = Rule(
  id: "mock-status-invalid",
  family: .mock,
  severity: .error,
  faults: [.mockConfigError],
  confidence: [.inferred],
  summary: Text(
    en: "A MOCK back end's status is no HTTP status", zh: "MOCK 后端的状态码不是有效的 HTTP 状态码"),
  explanation: Text(
    en: """
      `MockReturnHttpStatusCode` is a whole number from 100 to 599. A number in quotes is a warning: whether the import \
      takes it is not documented. With 1xx, 204 and 304 no body is sent, so that the message, which the gateway demands \
      all the same, reaches nobody.
      """,
    zh: """
      `MockReturnHttpStatusCode` 应为 100～599 的整数。加了引号的数字作警告：导入时是否接受没有文档说明。1xx、204 和 304 \
      不带响应体，网关虽然要求填写返回内容，但调用方收不到。
      """),
  runtime: Text(
    en: "Calls answer 481 `Mock config error.`, unless the import refuses the API before.",
    zh: "调用返回 481 `Mock config error.`，除非导入时已被拒绝。"),
  evidence: Text(
    en: "The vendor's import samples show the number 200; its range is not documented and follows from HTTP.",
    zh: "官方导入示例中的取值是数字 200；范围没有文档说明，按 HTTP 规范推断。"),
  url: "https://cloud.tencent.com/document/product/628/64198",
  fixSafety: .safe(
    Text(
      en: "The number that the text begins with is the status that it names.", zh: "文本开头的数字就是它所指的状态码。")),
  examples: [
    Example(
      bad: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok, MockReturnHttpStatusCode: "200 OK"}
        """,
      good: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok, MockReturnHttpStatusCode: 200}
        """,
      fixed: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok, MockReturnHttpStatusCode: 200}
        """,
      at: "\"200 OK\""),
    Example(
      bad: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: ok
                MockReturnHttpStatusCode: 0
        """,
      good: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: ok
                MockReturnHttpStatusCode: 599
        """,
      at: "0"),
    Example(
      bad: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: ok
                MockReturnHttpStatusCode: 204
        """,
      good: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: ok
                MockReturnHttpStatusCode: ${env:STATUS}
        """,
      at: "204"),
  ],
  checks: [.part(.api, checkMockStatus)])

private func checkMockStatus(_ api: Part, _ findings: inout Findings) {
  let status = api[.mockStatus]
  guard api.serviceType == .mock, status.shape != .null, !status.isTemplated, let origin = status.origin else { return }
  let key = status.spelling
  let help = Text(en: "Write a whole number from 100 to 599.", zh: "请写 100～599 的整数。")
  guard status.shape == .scalar, let text = status.text else {
    findings.report(
      at: .value(origin),
      Text(
        en: "\(key) is \(status.kindText.en), not a status.", zh: "\(key) 是\(status.kindText.zh)，不是状态码。"),
      help: help)
    return
  }
  guard let number = status.integer else {
    reportNoNumber(status, text, origin, help, &findings)
    return
  }
  if !(100...599).contains(number) {
    findings.report(
      at: .value(origin),
      Text(en: "\(key) `\(text)` is no HTTP status.", zh: "\(key) `\(text)` 不是 HTTP 状态码。"), help: help)
  } else if number < 200 || number == 204 || number == 304, !api[.mockMessage].isBlank {
    findings.report(
      at: .value(origin),
      Text(
        en: "With status \(number) no body is sent: callers will not see \(api[.mockMessage].spelling).",
        zh: "状态码 \(number) 不带响应体，调用方收不到 \(api[.mockMessage].spelling)。"),
      severity: .hint,
      help: Text(
        en: "Write another status, such as 200, if callers are to see the message.",
        zh: "如果需要让调用方收到返回内容，请改用其他状态码，例如 200。"))
  }
}

private func reportNoNumber(
  _ status: Field, _ text: String, _ origin: Origin, _ help: Text, _ findings: inout Findings
) {
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  let number = digits.count == 3 ? Int64(digits) : nil
  let named = number.flatMap { (100...599).contains($0) ? $0 : nil }
  let isQuotedNumber = named != nil && digits.count == text.count
  findings.report(
    at: .value(origin),
    isQuotedNumber
      ? Text(
        en: "\(status.spelling) is text; the vendor's samples have a number here.",
        zh: "\(status.spelling) 是文本，官方示例中此处是数字。")
      : Text(
        en: "\(status.spelling) `\(text)` is no whole number.", zh: "\(status.spelling) `\(text)` 不是整数。"),
    severity: isQuotedNumber ? .warning : nil,
    help: help,
    mends: named.map { [.safe(Text(en: "write \($0)", zh: "改为 \($0)"), .set(origin, .integer($0)))] } ?? [])
}
