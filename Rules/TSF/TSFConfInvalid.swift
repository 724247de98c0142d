import GatewayModel
import Linting
import YAMLDocument

/// `tsf-conf-invalid`.
let tsfConfInvalid: Rule = Rule(
  id: "tsf-conf-invalid",
  family: .tsf,
  severity: .error,
  faults: [.tsfConfigError],
  confidence: [.sdk, .inferred],
  summary: Text(
    en: "Load balancing or health checks of a TSF back end have impossible values",
    zh: "TSF 后端的负载均衡或健康检查取值无效"),
  explanation: Text(
    en: """
      Thresholds, windows and time-outs cannot be negative, and a percentage ends at 100. What is accepted but cannot do \
      what it says is a warning: balancing without a method, sticky sessions that end at once, an active health check \
      with a threshold of 0, a method that is no rule name, a missing back-end path.
      """,
    zh: """
      阈值、时间窗和超时不能为负数，百分比不能超过 100。能被接受但起不到作用的写法作警告：开启负载均衡却没有方法、会话保持\
      立即失效、开启健康检查而阈值为 0、方法不是已知的规则名、缺少后端路径。
      """),
  runtime: Text(en: "Calls answer 481 `TSF config error.`.", zh: "调用返回 481 `TSF config error.`。"),
  evidence: Text(
    en: """
      The types stand in the Cloud API definition; the ranges are deduced. `RoundRobinRule` is the one documented method; \
      the other names that are accepted here are those of the library that it comes from.
      """,
    zh: """
      类型见云 API 定义，范围为推断。文档中只出现过 `RoundRobinRule`，此处接受的其他名称来自它所属的开源库。
      """),
  url: "https://cloud.tencent.com/document/product/628/52203",
  fixSafety: .safe(
    Text(
      en: "A threshold of 0 is replaced by the value of the vendor's own sample.", zh: "为 0 的阈值改为官方示例中的取值。")),
  examples: [
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
                ServiceTsfHealthCheckConf: {IsHealthCheck: true, RequestVolumeThreshold: 20, SleepWindowInMilliseconds: 5000, ErrorThresholdPercentage: 500}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
                ServiceTsfHealthCheckConf: {IsHealthCheck: true, RequestVolumeThreshold: 20, SleepWindowInMilliseconds: 5000, ErrorThresholdPercentage: 50}
        """,
      at: "500}"),
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
                ServiceTsfHealthCheckConf: {IsHealthCheck: true, RequestVolumeThreshold: 0}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
                ServiceTsfHealthCheckConf: {IsHealthCheck: false, RequestVolumeThreshold: 0}
        """,
      fixed: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
                ServiceTsfHealthCheckConf: {IsHealthCheck: true, RequestVolumeThreshold: 20}
        """,
      at: "0}"),
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-backend:
                ServiceType: TSF
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
                ServiceTsfLoadBalanceConf: {IsLoadBalance: true, Method: RoundRobinRule}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
                ServiceTsfLoadBalanceConf: {IsLoadBalance: true, Method: RoundRobinRule, SessionStickRequired: false, SessionStickTimeout: 0}
        """,
      at: "x-apigw-backend"),
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
                ServiceTsfLoadBalanceConf: {IsLoadBalance: true}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
                ServiceTsfLoadBalanceConf: {IsLoadBalance: false}
        """,
      at: "ServiceTsfLoadBalanceConf"),
  ],
  checks: [.part(.api, checkConfiguration)])

private func checkConfiguration(_ api: Part, _ findings: inout Findings) {
  guard api.serviceType == .tsf else { return }
  for name in [FieldName.sessionStickTimeout, .requestVolumeThreshold, .sleepWindow, .errorThresholdPercentage] {
    checkRange(of: api[name], &findings)
  }
  checkLoadBalance(api, &findings)
  checkHealthCheck(api, &findings)
  let path = api[.backendPath]
  if path.isMissingKey, api.facts.backend.takesTSFPath {
    findings.report(
      at: .field(path),
      Text(en: "The TSF back end has no \(path.spelling).", zh: "TSF 后端没有写 \(path.spelling)。"), severity: .warning,
      help: Text(en: "Write the path on the microservice, at least `/`.", zh: "请写明微服务上的路径，至少写 `/`。"))
  }
}

private func checkRange(of field: Field, _ findings: inout Findings) {
  guard !field.isTemplated, let text = field.text, let origin = field.origin,
    case .integer(let number) = ScalarSchema.core.resolve(text)
  else { return }
  let isNegative = number.map { $0 < 0 } ?? text.hasPrefix("-")
  let isOverHundred = field.name == .errorThresholdPercentage && (number.map { $0 > 100 } ?? !isNegative)
  guard isNegative || isOverHundred else { return }
  findings.report(
    at: .value(origin),
    isNegative
      ? Text(en: "\(field.spelling) is \(text); it cannot be negative.", zh: "\(field.spelling) 为 \(text)，不能为负数。")
      : Text(
        en: "\(field.spelling) is \(text); a percentage ends at 100.", zh: "\(field.spelling) 为 \(text)，百分比不能超过 100。"))
}

private func checkLoadBalance(_ api: Part, _ findings: inout Findings) {
  let method = api[.loadBalanceMethod]
  if api[.isLoadBalance].boolean == true, method.isMissing {
    findings.report(
      at: .field(method),
      Text(
        en: "\(api[.isLoadBalance].spelling) is on, but \(method.spelling) is missing.",
        zh: "\(api[.isLoadBalance].spelling) 已开启，但缺少 \(method.spelling)。"),
      severity: .warning, help: Text(en: "The documented method is `RoundRobinRule`.", zh: "文档中的方法是 `RoundRobinRule`。"))
  }
  checkMethod(method, &findings)
  let timeout = api[.sessionStickTimeout]
  if api[.sessionStickRequired].boolean == true, timeout.integer == 0, let origin = timeout.origin {
    findings.report(
      at: .value(origin),
      Text(
        en: "\(api[.sessionStickRequired].spelling) is on, but with \(timeout.spelling) 0 no session lasts.",
        zh: "\(api[.sessionStickRequired].spelling) 已开启，但 \(timeout.spelling) 为 0，会话无法保持。"),
      severity: .warning,
      help: Text(
        en: "Write a \(timeout.spelling) above 0, or set `\(api[.sessionStickRequired].spelling): false`.",
        zh: "请把 \(timeout.spelling) 设为大于 0 的值，或改为 `\(api[.sessionStickRequired].spelling): false`。"))
  }
}

private func checkMethod(_ method: Field, _ findings: inout Findings) {
  guard !method.isBlank, !method.isTemplated, let word = method.text, let origin = method.origin,
    word != "RoundRobinRule"
  else { return }
  switch KnownWord(word, among: ["RoundRobinRule"] + ribbonRules) {
  case .exact:
    findings.report(
      at: .value(origin),
      Text(
        en: "\(method.spelling) `\(word)` is not documented; only `RoundRobinRule` is.",
        zh: "\(method.spelling) `\(word)` 没有文档说明，文档中只有 `RoundRobinRule`。"),
      severity: .hint)
  case .inOtherCase(let known):
    findings.report(
      at: .value(origin),
      Text(
        en: "\(method.spelling) `\(word)` is written `\(known)`.", zh: "\(method.spelling) `\(word)` 应写作 `\(known)`。"),
      severity: .warning,
      mends: [.safe(Text(en: "write `\(known)`", zh: "改为 `\(known)`"), .set(origin, .string(known)))])
  case .unknown:
    findings.report(
      at: .value(origin),
      Text(
        en: "\(method.spelling) `\(word)` is no known load-balancing rule.",
        zh: "\(method.spelling) `\(word)` 不是已知的负载均衡规则。"),
      severity: .warning, help: Text(en: "The documented method is `RoundRobinRule`.", zh: "文档中的方法是 `RoundRobinRule`。"))
  }
}

/// The other rules of Netflix Ribbon, the library that `RoundRobinRule` is a class of.
private let ribbonRules = [
  "RandomRule", "RetryRule", "BestAvailableRule", "WeightedResponseTimeRule", "ResponseTimeWeightedRule",
  "AvailabilityFilteringRule", "ZoneAvoidanceRule",
]

private func checkHealthCheck(_ api: Part, _ findings: inout Findings) {
  guard api[.isHealthCheck].boolean == true else { return }
  let samples: [(FieldName, Int64)] = [
    (.requestVolumeThreshold, 20), (.sleepWindow, 5000), (.errorThresholdPercentage, 50),
  ]
  for (name, sample) in samples {
    let field = api[name]
    guard field.integer == 0, let origin = field.origin else { continue }
    findings.report(
      at: .value(origin),
      Text(
        en: "\(api[.isHealthCheck].spelling) is on, but \(field.spelling) is 0.",
        zh: "\(api[.isHealthCheck].spelling) 已开启，但 \(field.spelling) 为 0。"),
      severity: .warning,
      mends: [.safe(Text(en: "write \(sample)", zh: "改为 \(sample)"), .set(origin, .integer(sample)))])
  }
}
