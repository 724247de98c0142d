import GatewayModel
import Linting

/// `tsf-microservices-missing`.
let tsfMicroservicesMissing: Rule = Rule(
  id: "tsf-microservices-missing",
  family: .tsf,
  severity: .error,
  faults: [.tsfConfigError, .microServiceNotFound],
  confidence: [.sdk],
  summary: Text(
    en: "A TSF back end is bound to no microservice", zh: "TSF 后端没有绑定任何微服务"),
  explanation: Text(
    en: "A TSF back end lists the microservices that it may forward to in `MicroServices`, at least one.",
    zh: "TSF 后端需要在 `MicroServices` 中列出可以转发到的微服务，至少一个。"),
  runtime: Text(
    en: "Calls answer 481 `TSF config error.` or 404 `Not found micro service with key.`.",
    zh: "调用返回 481 `TSF config error.` 或 404 `Not found micro service with key.`。"),
  evidence: Text(
    en: "The Cloud API definition and the vendor's page on microservice APIs.", zh: "依据云 API 定义和官方的微服务 API 页面。"),
  url: "https://cloud.tencent.com/document/product/628/52203",
  examples: [
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      at: "x-apigw-backend"),
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: []}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: '${file(services.yml)}'}
        """,
      at: "[]"),
  ],
  checks: [.part(.api, checkMicroServices)])

/// Reports a TSF back end without microservices.
func checkMicroServices(_ part: Part, _ findings: inout Findings) {
  let services = part[.microServices]
  guard part.serviceType == .tsf, services.isMissing || (services.shape == .list && services.items.isEmpty) else {
    return
  }
  findings.report(
    at: .field(services),
    Text(
      en: "The TSF back end is bound to no microservice: \(services.spelling) "
        + (services.isAbsent ? "is missing." : "is empty."),
      zh: "TSF 后端没有绑定微服务：\(services.isAbsent ? "缺少 \(services.spelling)。" : "\(services.spelling) 为空。")"),
    help: Text(
      en: "List each microservice with cluster, namespace and name.", zh: "请列出每个微服务的集群、命名空间和名称。"))
}
