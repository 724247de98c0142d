import GatewayModel
import Linting

/// `mock-message-missing`.
let mockMessageMissing: Rule = Rule(
  id: "mock-message-missing",
  family: .mock,
  severity: .error,
  faults: [.mockConfigError],
  confidence: [.sdk, .inferred],
  summary: Text(
    en: "A MOCK back end has no message to answer with",
    zh: "MOCK 后端没有配置返回内容"),
  explanation: Text(
    en: """
      A MOCK back end answers with `ServiceMockReturnMessage` and nothing else. The field must be a text that is not \
      empty. A number, a truth value or an unquoted `{"a":1}` is read as something other than text.
      """,
    zh: """
      MOCK 后端只返回 `ServiceMockReturnMessage` 的内容。该字段必须是非空文本；不加引号的数字、布尔值或 `{"a":1}` \
      会被解析成其他类型。
      """),
  runtime: Text(
    en: "Every call of the API is answered with 481 `Mock config error.`, unless the import refuses the API before.",
    zh: "调用该 API 一律返回 481 `Mock config error.`，除非导入时已被拒绝。"),
  evidence: Text(
    en: "The Cloud API demands the field when ServiceType is MOCK; that 481 follows at run time is deduced.",
    zh: "云 API 规定 ServiceType 为 MOCK 时该字段必填；运行时返回 481 属于推断。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(
      en: "Quoting a value keeps its text. A missing message is only filled in on request, since its text is a guess.",
      zh: "给值加引号不改变其文本。缺失的内容只能猜测，因此仅在明确要求时补写。")),
  examples: [
    Example(
      bad: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK, MockReturnHttpStatusCode: 200}
        """,
      good: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK, MockReturnHttpStatusCode: 200, ServiceMockReturnMessage: ok}
        """,
      fixed: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK, MockReturnHttpStatusCode: 200, ServiceMockReturnMessage: ok}
        """,
      at: "x-apigw-backend"),
    Example(
      bad: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: {"pong": true}
        """,
      good: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: '{"pong": true}'
        """,
      fixed: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: '{"pong":true}'
        """,
      at: #"{"pong""#),
  ],
  checks: [.part(.api, checkMockMessage)])

/// Reports a MOCK back end that has nothing to answer with.
func checkMockMessage(_ part: Part, _ findings: inout Findings) {
  guard part.serviceType == .mock else { return }
  let message = part[.mockMessage]
  guard !message.isTemplated else { return }
  let key = message.spelling
  if message.isMissing {
    findings.report(
      at: .field(message),
      Text(
        en: "The MOCK back end has no \(key): the gateway has nothing to answer with.",
        zh: "MOCK 后端缺少 \(key)，网关没有可返回的内容。"),
      help: Text(
        en: "Write the text to answer with, for example `\(key): ok`.", zh: "写明要返回的文本，例如 `\(key): ok`。"),
      mends: [.unsafe(Text(en: "answer with `ok`", zh: "返回 `ok`"), message.replacement(.string("ok")))])
    return
  }
  guard !message.isBlank, !message.isText, let origin = message.origin else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(key) is read as \(message.kindText.en), not as text.",
      zh: "\(key) 会被解析为\(message.kindText.zh)，而不是文本。"),
    severity: .warning,
    help: Text(en: "Put the message in quotes.", zh: "给返回内容加上引号。"),
    mends: [.safe(Text(en: "quote the message", zh: "给返回内容加引号"), .quoteAsJSON(origin))])
}
