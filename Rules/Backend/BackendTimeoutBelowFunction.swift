import GatewayModel
import Linting
import YAMLDocument

/// `backend-timeout-below-function`.
let backendTimeoutBelowFunction: Rule = Rule(
  id: "backend-timeout-below-function",
  family: .backend,
  severity: .warning,
  faults: [.gatewayTimeout],
  confidence: [.component, .official],
  summary: Text(
    en: "The gateway gives up before the function may be done",
    zh: "网关的超时时间短于云函数的超时时间"),
  explanation: Text(
    en: """
      A function may run as long as its own time-out says, but the gateway waits only as long as the API's. Where the \
      API's is shorter, or not written and the tool's default is shorter, every call between the two ends in 504 while \
      the function goes on and is paid for.
      """,
    zh: """
      云函数最长可以运行到自身的超时时间，网关却只等待 API 的超时时间。后者更短（或没有填写而部署工具的默认值更短）时，\
      耗时介于两者之间的请求都会返回 504，而函数仍在运行并计费。
      """),
  runtime: Text(
    en: "A call that takes longer than the gateway waits is answered with 504 `Gateway Time-out.`.",
    zh: "耗时超过网关等待时间的请求返回 504 `Gateway Time-out.`。"),
  evidence: Text(
    en: "The defaults are those of the deploying tools' source; the 504 is in the gateway's error table.",
    zh: "默认值来自部署工具的源码；504 见网关错误码表。"),
  url: "https://cloud.tencent.com/document/product/628/34086",
  fixSafety: .unsafe(
    Text(
      en: "Whether the gateway's time-out is too short or the function's too long is for its author to say.",
      zh: "究竟是网关超时太短还是函数超时太长，需要由作者判断。")),
  examples: [
    Example(
      .componentSCF,
      bad: """
        component: scf
        name: report
        inputs:
          handler: index.main
          timeout: 60
          events:
            - apigw:
                parameters:
                  endpoints:
                    - path: /report
                      method: GET
                      serviceTimeout: 10
        """,
      good: """
        component: scf
        name: report
        inputs:
          handler: index.main
          timeout: 60
          events:
            - apigw:
                parameters:
                  endpoints:
                    - path: /report
                      method: GET
                      serviceTimeout: 60
        """,
      fixed: """
        component: scf
        name: report
        inputs:
          handler: index.main
          timeout: 60
          events:
            - apigw:
                parameters:
                  endpoints:
                    - path: /report
                      method: GET
                      serviceTimeout: 60
        """,
      at: "10"),
    Example(
      .componentHTTP,
      bad: """
        component: http
        name: web
        inputs:
          faas:
            framework: koa
            timeout: 100
          apigw:
            api:
              cors: true
            protocols:
              - https
        """,
      good: """
        component: http
        name: web
        inputs:
          faas:
            framework: koa
            timeout: ${env:TIMEOUT}
          apigw:
            api:
              cors: true
            protocols:
              - https
        """,
      fixed: """
        component: http
        name: web
        inputs:
          faas:
            framework: koa
            timeout: 100
          apigw:
            api:
              cors: true
              timeout: 100
            protocols:
              - https
        """,
      at: "api:"),
    Example(
      .frameworkPlugin,
      bad: """
        service: shop
        provider:
          name: tencent
          timeout: 30
        functions:
          list:
            handler: index.list
            events:
              - apigw:
                  name: list
                  parameters:
                    httpMethod: GET
        """,
      good: """
        service: shop
        provider:
          name: tencent
        functions:
          list:
            handler: index.list
            events:
              - apigw:
                  name: list
                  parameters:
                    httpMethod: GET
        """,
      at: "parameters"),
    Example(
      .serverlessDevs,
      bad: """
        Report:
          Component: scf
          Provider: tencent
          Properties:
            Region: ap-guangzhou
            Function:
              Name: report
              Timeout: 20
              Triggers:
                - Type: apigw
                  Name: report
                  Parameters:
                    Environment: release
                    API:
                      - Path: /report
                        Method: GET
        """,
      good: """
        Report:
          Component: scf
          Provider: tencent
          Properties:
            Region: ap-guangzhou
            Function:
              Name: report
              Timeout: 15
              Triggers:
                - Type: apigw
                  Name: report
                  Parameters:
                    Environment: release
                    API:
                      - Path: /report
                        Method: GET
        """,
      at: "Path"),
  ],
  checks: [.part(.api, checkTimeouts)])

private func checkTimeouts(_ api: Part, _ findings: inout Findings) {
  guard api.serviceType == .scf || api.serviceType == nil && api[.serviceType].isAbsent else { return }
  let function = api[.declaredFunctionTimeout]
  guard let allowed = function.seconds, let place = function.origin else { return }
  let gateway = api[.timeout]
  guard let waits = gateway.effectiveSeconds, waits >= 1, waits < allowed, !api.hasMisplacedTimeout else { return }
  let written = gateway.isWritten && gateway.shape == .scalar
  let message =
    written
    ? Text(
      en: "The gateway waits \(waits) seconds (`\(gateway.spelling)`), but the function may take \(allowed).",
      zh: "网关只等待 \(waits) 秒（`\(gateway.spelling)`），而云函数最长可运行 \(allowed) 秒。")
    : Text(
      en:
        "`\(gateway.spelling)` is not written, so the gateway waits \(waits) seconds; the function may take \(allowed).",
      zh: "没有填写 `\(gateway.spelling)`，网关按默认值等待 \(waits) 秒，而云函数最长可运行 \(allowed) 秒。")
  let wanted = min(allowed, 1800)
  findings.report(
    at: .field(gateway), message, severity: allowed > 900 ? .hint : nil,
    help: allowed > 900
      ? Text(
        en: "A function over 900 seconds runs asynchronously: make sure that it answers the gateway in time.",
        zh: "超过 900 秒的函数以异步方式运行：请确认它能及时向网关返回结果。")
      : Text(
        en: "Give the gateway at least the function's time, or the function less.",
        zh: "请把网关超时调到不小于函数超时，或缩短函数超时。"),
    related: [RelatedPlace(.value(place), Text(en: "the function's time-out", zh: "云函数的超时时间"))],
    mends: [
      .unsafe(
        Text(en: "let the gateway wait \(wanted) seconds", zh: "网关等待 \(wanted) 秒"),
        gateway.replacement(.integer(wanted)))
    ])
}

extension Field {
  /// The number of seconds that is written, quoted or not; `nil` where it is templated or no whole number.
  fileprivate var seconds: Int64? {
    guard !isTemplated, let text, case .integer(let number?) = ScalarSchema.core.resolve(text) else { return nil }
    return number
  }

  /// The seconds that are written, else those that hold by default.
  fileprivate var effectiveSeconds: Int64? {
    guard !isTemplated, shape == .scalar || shape == .null, let text = effectiveText,
      case .integer(let number?) = ScalarSchema.core.resolve(text)
    else { return nil }
    return number
  }
}

extension Part {
  /// Whether a time-out of the API stands where it is not read: the rule about misplaced keys speaks of it.
  fileprivate var hasMisplacedTimeout: Bool {
    isMislaid(.timeout) || enclosing(.service)?.isMislaid(.timeout) == true
  }
}
