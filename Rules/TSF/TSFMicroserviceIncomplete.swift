import GatewayModel
import Linting

/// `tsf-microservice-incomplete`.
let tsfMicroserviceIncomplete: Rule = Rule(
  id: "tsf-microservice-incomplete",
  family: .tsf,
  severity: .error,
  faults: [.tsfConfigError],
  confidence: [.sdk],
  summary: Text(
    en: "A microservice is named only in part", zh: "微服务的信息不完整"),
  explanation: Text(
    en: """
      A microservice is known by three things: the cluster (`cluster-…` or `cls-…`), the namespace (`namespace-…`) and its \
      name. All three are required.
      """,
    zh: """
      微服务由三项确定：集群（`cluster-…` 或 `cls-…`）、命名空间（`namespace-…`）和名称，三项都必填。
      """),
  runtime: Text(
    en: "Calls answer 481 `TSF config error.`, unless the API is refused before.",
    zh: "调用返回 481 `TSF config error.`，除非创建时已被拒绝。"),
  evidence: Text(
    en: "The Cloud API definition marks all three as required; the form of the ids is taken from its examples.",
    zh: "云 API 定义将三项都标为必填；ID 的格式取自其示例。"),
  url: "https://cloud.tencent.com/document/product/628/52203",
  fixSafety: .safe(
    Text(en: "An entry that says the same again says nothing.", zh: "完全相同的条目没有额外含义。")),
  examples: [
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, MicroServiceName: a}]}
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
      at: "ClusterId"),
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
                MicroServices:
                  - {ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}
                  - {MicroServiceName: a, NamespaceId: namespace-1, ClusterId: cluster-1}
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
                MicroServices:
                  - {ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}
                  - {ClusterId: cls-2, NamespaceId: namespace-2, MicroServiceName: a}
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
                MicroServices:
                  - {ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}
        """,
      at: "MicroServiceName: a, NamespaceId"),
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
                MicroServices:
                  - {ClusterId: shop, NamespaceId: namespace-1, MicroServiceName: a}
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
                MicroServices:
                  - {ClusterId: '${cluster}', NamespaceId: '${namespace}', MicroServiceName: a}
        """,
      at: "shop"),
  ],
  checks: [.part(.api, checkEachMicroService)])

/// Reports what the microservices of a TSF back end lack or say wrongly.
func checkEachMicroService(_ part: Part, _ findings: inout Findings) {
  guard part.serviceType == .tsf else { return }
  var first: [[String]: Part] = [:]
  for service in part.children(.microService) {
    checkMicroService(service, &findings)
    let key = [FieldName.clusterId, .namespaceId, .microServiceName].compactMap { service[$0].text }
    guard key.count == 3 else { continue }
    guard let earlier = first[key] else {
      first[key] = service
      continue
    }
    findings.report(
      at: .part(service.id),
      Text(en: "This microservice is bound twice.", zh: "该微服务重复绑定。"), severity: .hint,
      related: [RelatedPlace(.part(earlier.id), Text(en: "bound here before", zh: "此处已绑定"))],
      mends: [.safe(Text(en: "remove the entry", zh: "删除该条目"), .remove(service.origin))], subject: service.id)
  }
}

private func checkMicroService(_ service: Part, _ findings: inout Findings) {
  let fields = [FieldName.clusterId, .namespaceId, .microServiceName].map { service[$0] }
  let absent = fields.filter { !$0.isWritten && $0.isMissing }
  if let first = absent.first {
    let names = Text.list(absent.map(\.spelling))
    findings.report(
      at: .field(first), Text(en: "The microservice lacks \(names.en).", zh: "微服务缺少 \(names.zh)。"),
      help: valueHelp(absent),
      subject: service.id)
  }
  for field in fields where field.isWritten && field.isMissing {
    findings.report(
      at: .field(field),
      Text(en: "\(field.spelling) of the microservice is empty.", zh: "微服务的 \(field.spelling) 为空。"),
      help: valueHelp([field]),
      subject: service.id)
  }
  checkForm(of: service[.clusterId], prefixes: ["cluster-", "cls-"], &findings)
  checkForm(of: service[.namespaceId], prefixes: ["namespace-"], &findings)
}

/// What to write into fields of a microservice that say nothing.
private func valueHelp(_ fields: [Field]) -> Text {
  let values = fields.map { field -> Text in
    switch field.name {
    case .clusterId: Text(en: "the cluster's id (`cluster-…` or `cls-…`)", zh: "集群 ID（`cluster-…` 或 `cls-…`）")
    case .namespaceId: Text(en: "the namespace's id (`namespace-…`)", zh: "命名空间 ID（`namespace-…`）")
    default: Text(en: "the microservice's name", zh: "微服务名称")
    }
  }
  return Text(
    en: "Write \(Text.list(values.map(\.en)).en).", zh: "请填写\(Text.list(values.map(\.zh)).zh)。")
}

private func checkForm(of field: Field, prefixes: [String], _ findings: inout Findings) {
  guard !field.isBlank, !field.isTemplated, let id = field.text, let origin = field.origin,
    !prefixes.contains(where: id.hasPrefix)
  else { return }
  let forms = prefixes.map { "`\($0)…`" }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(field.spelling) `\(id)` does not look like an id, which begins \(forms.joined(separator: " or ")).",
      zh: "\(field.spelling) `\(id)` 不像 ID，ID 以 \(forms.joined(separator: " 或 ")) 开头。"),
    severity: .warning, subject: field.part.id)
}
