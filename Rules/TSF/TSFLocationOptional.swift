import GatewayModel
import Linting

/// `tsf-location-optional`.
let tsfLocationOptional: Rule = Rule(
  id: "tsf-location-optional",
  family: .tsf,
  severity: .warning,
  faults: [.microServiceNotFound],
  confidence: [.official],
  summary: Text(
    en: "A parameter that locates a microservice is optional", zh: "用于定位微服务的参数不是必填"),
  explanation: Text(
    en: """
      Without the location parameters the gateway finds no microservice. If they are required, a request without them \
      gets an answer that names the missing one.
      """,
    zh: "缺少定位参数，网关找不到微服务。设为必填后，缺少参数的请求会得到指明参数名的应答。"),
  runtime: Text(
    en: "Requests that leave the parameter out answer 404 `Not found micro service with key.`.",
    zh: "未携带该参数的请求返回 404 `Not found micro service with key.`。"),
  evidence: Text(
    en: "The vendor's page on microservice APIs calls both parameters mandatory.",
    zh: "官方的微服务 API 页面说明这两个参数必填。"),
  url: "https://cloud.tencent.com/document/product/628/52203",
  fixSafety: .safe(
    Text(
      en: "Requests without the parameter fail already; only the answer changes.",
      zh: "缺少该参数的请求本来就会失败，改变的只是应答内容。")),
  examples: [
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: query, schema: {type: string}}
                - {name: X-NameSpace-Code, in: query, required: true, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: query, required: true, schema: {type: string}}
                - {name: X-NameSpace-Code, in: query, required: true, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      fixed: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: query, schema: {type: string}, required: true}
                - {name: X-NameSpace-Code, in: query, required: true, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      at: "name"),
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: query, required: false, schema: {type: string}}
                - {name: X-NameSpace-Code, in: query, required: true, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: query, required: false, schema: {type: string, default: a}}
                - {name: X-NameSpace-Code, in: query, required: true, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      fixed: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: query, required: true, schema: {type: string}}
                - {name: X-NameSpace-Code, in: query, required: true, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      at: "false"),
  ],
  checks: [.part(.requestParameter, checkRequired)])

private func checkRequired(_ parameter: Part, _ findings: inout Findings) {
  guard let location = parameter.locationParameter, parameter[.parameterDefault].isBlank else { return }
  let required = parameter[.parameterRequired]
  guard required.boolean == false || required.isMissing else { return }
  findings.report(
    at: .field(required),
    Text(
      en: "`\(location.rawValue)` is optional, but no microservice is found without it.",
      zh: "`\(location.rawValue)` 不是必填，但缺少它就找不到微服务。"),
    mends: [.safe(Text(en: "make it required", zh: "设为必填"), required.replacement(.boolean(true)))])
}
