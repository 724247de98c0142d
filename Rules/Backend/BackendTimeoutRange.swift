import GatewayModel
import Linting
import YAMLDocument

/// `backend-timeout-range`.
let backendTimeoutRange: Rule = Rule(
  id: "backend-timeout-range",
  family: .backend,
  severity: .error,
  faults: [.apiConfigError, .gatewayTimeout],
  confidence: [.official, .component],
  summary: Text(
    en: "A back-end time-out is missing or outside its range",
    zh: "后端超时时间缺失或超出范围"),
  explanation: Text(
    en: """
      The gateway waits for the back end for 1 to 1800 seconds, for a microservice for at most 30. The unit is seconds. \
      A time-out that is not written is a warning, since the Cloud API demands one.
      """,
    zh: """
      网关等待后端的时间为 1～1800 秒，微服务最多 30 秒，单位是秒。没有填写超时时间作警告，因为云 API 要求必填。
      """),
  runtime: Text(
    en: """
      A time-out outside the range is refused or answers 481 `API config error.`; a back end that takes longer than it \
      gets answers 504 `Gateway Time-out.`.
      """,
    zh: "超出范围的值会被拒绝或返回 481 `API config error.`；后端未在限定时间内应答则返回 504 `Gateway Time-out.`。"),
  evidence: Text(
    en:
      "The vendor's pages give 30 minutes, and 30 seconds for microservices; the serverless components check 1 to 1800.",
    zh: "官方页面给出的上限是 30 分钟，微服务为 30 秒；Serverless 组件校验 1～1800。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(
      en: "A value above the limit can at most be the limit; 15 is the documented default.",
      zh: "超过上限的值最多只能按上限处理；15 是文档给出的默认值。")),
  examples: [
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-service-timeout: 3600
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-service-timeout: 1800
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      fixed: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-service-timeout: 1800
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      at: "3600"),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              responses: {'200': {description: ok}}
        """,
      fixed: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
              x-apigw-service-timeout: 15
        """,
      at: "get"),
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-service-timeout: 60
              parameters:
                - {name: X-MicroService-Name, in: header, required: true, schema: {type: string}}
                - {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-service-timeout: 30
              parameters:
                - {name: X-MicroService-Name, in: header, required: true, schema: {type: string}}
                - {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
        """,
      at: "60"),
  ],
  checks: [.part(.api, checkTimeout)])

private func checkTimeout(_ api: Part, _ findings: inout Findings) {
  let timeout = api[.timeout]
  if timeout.isMissing {
    guard api.hasGatewaySettings else { return }
    findings.report(
      at: .field(timeout),
      Text(en: "\(timeout.spelling) is missing; the Cloud API demands one.", zh: "缺少 \(timeout.spelling)，而云 API 要求必填。"),
      severity: .warning,
      help: Text(en: "Write the seconds to wait for the back end.", zh: "请写明等待后端的秒数。"),
      mends: [.safe(Text(en: "write 15, the default", zh: "填写默认值 15"), timeout.replacement(.integer(15)))])
    return
  }
  guard !timeout.isTemplated, let text = timeout.text, let origin = timeout.origin,
    case .integer(let number) = ScalarSchema.core.resolve(text)
  else { return }
  let limit: Int64 = api.serviceType == .tsf ? 30 : 1800
  // A number that does not fit into 64 bits is above every limit.
  let seconds = number ?? .max
  guard seconds < 1 || seconds > limit else { return }
  findings.report(
    at: .value(origin),
    Text(
      en:
        "\(timeout.spelling) is \(text) seconds; \(limit == 30 ? "a microservice has" : "allowed are") 1 to \(limit).",
      zh: "\(timeout.spelling) 为 \(text) 秒，\(limit == 30 ? "微服务" : "")允许的范围是 1～\(limit)。"),
    help: seconds > 1800
      ? Text(en: "The unit is seconds, not milliseconds.", zh: "单位是秒，不是毫秒。")
      : Text(en: "Write the seconds to wait for the back end.", zh: "请写明等待后端的秒数。"),
    mends: seconds > limit
      ? [.safe(Text(en: "write \(limit)", zh: "改为 \(limit)"), .set(origin, .integer(limit)))] : [])
}

extension Part {
  /// Whether the API says anything that only the gateway understands. An operation that does not is plain OpenAPI.
  fileprivate var hasGatewaySettings: Bool {
    writtenFields.contains {
      switch $0.name {
      case .path, .method, .operation, .pathItem, .apiName, .apiDescription, .requestParameters, .servers,
        .requestBodyContent:
        false
      default: true
      }
    }
  }
}
