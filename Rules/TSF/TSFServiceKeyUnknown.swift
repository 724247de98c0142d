import GatewayModel
import Linting
import YAMLDocument

/// `tsf-service-key-unknown`.
let tsfServiceKeyUnknown: Rule = Rule(
  id: "tsf-service-key-unknown",
  family: .tsf,
  severity: .warning,
  faults: [.microServiceNotFound],
  confidence: [.inferred],
  summary: Text(
    en: "A microservice name is offered that the API is not bound to", zh: "给出的微服务名称没有绑定到该 API"),
  explanation: Text(
    en: """
      The gateway looks the value of `X-MicroService-Name` up among the microservices that the API is bound to. A default \
      or an enumerated value that none of them has can never be found; so with the literal name of a Routing target. The \
      namespace cannot be compared: the parameter carries its code, the list its id.
      """,
    zh: """
      网关用 `X-MicroService-Name` 的值在该 API 绑定的微服务中查找。默认值或枚举值如果不在其中，就永远找不到；条件路由目标中\
      直接写出的名称也是如此。命名空间无法比较：参数携带的是 code，列表中写的是 ID。
      """),
  runtime: Text(
    en: "Requests with that value answer 404 `Not found micro service with key.`.",
    zh: "使用该值的请求返回 404 `Not found micro service with key.`。"),
  evidence: Text(
    en: "Follows from the row of the error table; how the key is built is deduced.",
    zh: "由错误表中的这一行推得；查找键的构成属于推断。"),
  url: "https://cloud.tencent.com/document/product/628/52203",
  fixSafety: .unsafe(
    Text(en: "The nearest bound name is probably meant, but not surely.", zh: "最接近的已绑定名称很可能就是所指，但并不确定。")),
  examples: [
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string, enum: [b]}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string, enum: [a]}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      fixed: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string, enum: [a]}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      at: "b]"),
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: header, required: true, schema: {type: string, default: pay-provider}}
                - {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: order-provider}]
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: header, required: true, schema: {type: string, default: pay-provider}}
                - {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: '${service}'}]
        """,
      at: "pay-provider"),
  ],
  checks: [.part(.requestParameter, checkOfferedNames), .part(.pluginBackend, checkRoutedName)])

private func checkOfferedNames(_ parameter: Part, _ findings: inout Findings) {
  guard parameter.locationParameter == .microServiceName, let api = parameter.parent, let bound = boundNames(of: api)
  else { return }
  if !parameter[.parameterDefault].isBlank, let origin = parameter[.parameterDefault].origin {
    checkName(at: origin, among: bound, of: api, &findings)
  }
  for item in parameter[.parameterEnum].items { checkName(at: item, among: bound, of: api, &findings) }
}

private func checkRoutedName(_ target: Part, _ findings: inout Findings) {
  let name = target[.literalMicroServiceName]
  guard target.serviceType == .tsf, !name.isBlank, let origin = name.origin, let bound = boundNames(of: target) else {
    return
  }
  checkName(at: origin, among: bound, of: target, &findings)
}

/// The names of all microservices that a back end is bound to; nil where not all are known, or there are none.
private func boundNames(of part: Part) -> [String]? {
  guard let services = part.boundMicroServices, !services.isEmpty else { return nil }
  let names = services.map { $0[.microServiceName] }
  guard names.allSatisfy({ !$0.isTemplated && !$0.isBlank }) else { return nil }
  return names.compactMap(\.text)
}

private func checkName(at origin: Origin, among bound: [String], of part: Part, _ findings: inout Findings) {
  let yaml = part.project.document(origin.document).yaml
  guard yaml.kind(origin.node) == .scalar, !Field.isTemplate(yaml.scalar(origin.node)) else { return }
  let name = yaml.string(origin.node)
  guard !bound.contains(name) else { return }
  let nearest = NearestWord.nearest(to: name, among: bound, limit: 2)
  let names = Text.list(bound.prefix(5).map { "`\($0)`" })
  findings.report(
    at: .value(origin),
    Text(
      en: "`\(name)` is the name of no microservice that the back end is bound to.",
      zh: "`\(name)` 不是该后端绑定的任何一个微服务的名称。"),
    help: nearest.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") }
      ?? Text(en: "It is bound to \(names.en).", zh: "已绑定的微服务：\(names.zh)。"),
    related: part[.microServices].origin.map {
      [RelatedPlace(.keyOfValue($0), Text(en: "the microservices", zh: "绑定的微服务"))]
    } ?? [],
    mends: nearest.map {
      [.unsafe(Text(en: "write `\($0)`", zh: "改为 `\($0)`"), .set(origin, .string($0)))]
    } ?? [])
}
