import GatewayModel
import Linting

/// `config-service-type-invalid`.
let configServiceTypeInvalid: Rule = Rule(
  id: "config-service-type-invalid",
  family: .config,
  severity: .error,
  faults: [.apiConfigError],
  confidence: [.sdk],
  summary: Text(
    en: "The kind of back end is missing or unknown",
    zh: "后端类型缺失或无法识别"),
  explanation: Text(
    en: """
      `ServiceType` is one of HTTP, MOCK, TSF, SCF, EB, TARGET, VPC, UPSTREAM, GRPC, COS, WEBSOCKET and CLB, in capitals. \
      In an import document a back end in a VPC is written as HTTP with `Product` and `UniqVpcId`.
      """,
    zh: """
      `ServiceType` 的取值为 HTTP、MOCK、TSF、SCF、EB、TARGET、VPC、UPSTREAM、GRPC、COS、WEBSOCKET、CLB，均为大写。导入\
      文档中 VPC 内的后端应写成 HTTP 加 `Product` 和 `UniqVpcId`。
      """),
  runtime: Text(
    en: "The control plane refuses the API; one that slipped through answers 481 `API config error.`",
    zh: "控制面会拒绝该 API；若未被拒绝，调用时返回 481 `API config error.`。"),
  evidence: Text(
    en: "The list stands in the Cloud API's CreateApi and ModifyApi; how case matters is not said.",
    zh: "取值列表来自云 API CreateApi 与 ModifyApi；大小写是否敏感没有说明。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(
      en: "Only capitals, or the one known word that is near, take the place of a word that means nothing.",
      zh: "只改为大写，或用唯一相近的已知取值替换无意义的词。")),
  examples: [
    Example(
      bad: """
        paths:
          /ping:
            get:
              operationId: ping
              x-apigw-backend: {ServiceType: Mock, ServiceMockReturnMessage: pong}
        """,
      good: """
        paths:
          /ping:
            get:
              operationId: ping
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: pong}
        """,
      fixed: """
        paths:
          /ping:
            get:
              operationId: ping
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: pong}
        """,
      at: "Mock,"),
    Example(
      bad: """
        paths:
          /ping:
            get:
              operationId: ping
              x-apigw-backend: {ServiceMockReturnMessage: pong}
        """,
      good: """
        paths:
          /ping:
            get:
              operationId: ping
              x-apigw-backend: {ServiceType: "${BACKEND}", ServiceMockReturnMessage: pong}
        """,
      at: "x-apigw-backend"),
    Example(
      bad: """
        paths:
          /site:
            get:
              operationId: site
              x-apigw-backend: {ServiceType: MOKC, ServiceMockReturnMessage: pong}
        """,
      good: """
        paths:
          /site:
            get:
              operationId: site
              x-apigw-backend: {ServiceType: EB, EventBusId: eb-1a2b3c4d}
        """,
      fixed: """
        paths:
          /site:
            get:
              operationId: site
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: pong}
        """,
      at: "MOKC"),
  ],
  checks: [.part(.api, checkServiceType)])

private func checkServiceType(_ api: Part, _ findings: inout Findings) {
  let type = api[.serviceType]
  var key: String { type.spelling }
  if type.isMissing {
    guard api.facts.spelling[.backend] == nil || api[.backend].shape == .mapping else { return }
    findings.report(
      at: .field(type),
      Text(en: "The back end has no \(key).", zh: "后端缺少 \(key)。"),
      help: Text(en: "Write one of \(wordList).", zh: "请填写以下取值之一：\(wordList)。"))
    return
  }
  guard let word = type.text, let origin = type.origin, !type.isTemplated else { return }
  guard let known = ServiceType(word: word) else {
    let meant = NearestWord.nearest(to: word.uppercased(), among: ServiceType.allCases.map(\.rawValue))
    findings.report(
      at: .value(origin),
      Text(en: "\(key) `\(word)` is no kind of back end.", zh: "\(key) 的取值 `\(word)` 不是有效的后端类型。"),
      help: meant.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") }
        ?? Text(en: "Write one of \(wordList).", zh: "请填写以下取值之一：\(wordList)。"),
      mends: meant.map { [.safe(Text(en: "set `\($0)`", zh: "改为 `\($0)`"), .set(origin, .string($0)))] } ?? [])
    return
  }
  if word != known.rawValue {
    let capitals = known.rawValue
    findings.report(
      at: .value(origin),
      Text(
        en: "\(key) `\(word)` is documented in capitals: `\(capitals)`.",
        zh: "\(key) 的取值 `\(word)` 应为大写：`\(capitals)`。"),
      severity: .warning, help: Text(en: "Write `\(capitals)`.", zh: "请写作 `\(capitals)`。"),
      mends: [.safe(Text(en: "set `\(capitals)`", zh: "改为 `\(capitals)`"), .set(origin, .string(capitals)))])
  } else if api.facts.isImportDocument, [.vpc, .clb, .upstream].contains(known) {
    findings.report(
      at: .value(origin),
      Text(
        en: "The import documents a back end in a VPC as `HTTP` with Product and UniqVpcId, not as `\(word)`.",
        zh: "导入文档中 VPC 内的后端写作 `HTTP` 加 Product 和 UniqVpcId，而不是 `\(word)`。"),
      severity: .hint,
      help: Text(
        en: "Write ServiceType: HTTP with ServiceConfig.Product and ServiceConfig.UniqVpcId.",
        zh: "请写 ServiceType: HTTP，并配置 ServiceConfig.Product 与 ServiceConfig.UniqVpcId。"))
  }
}

private let wordList = ServiceType.allCases.map(\.rawValue).joined(separator: ", ")
