import GatewayModel
import Linting

/// `tsf-location-remapped`.
let tsfLocationRemapped: Rule = Rule(
  id: "tsf-location-remapped",
  family: .tsf,
  severity: .error,
  faults: [.tsfConfigError],
  confidence: [.official],
  summary: Text(
    en: "A parameter that locates a microservice is mapped to another one", zh: "用于定位微服务的参数被映射为其他参数"),
  explanation: Text(
    en: """
      The location parameters are fixed: they may not be mapped to another name or position on the back end. A mapping to \
      itself is what holds anyway. A constant of the same name is a warning.
      """,
    zh: """
      定位参数是固定参数，不能映射为后端的其他名称或位置；映射为自身与默认行为一致。同名的常量参数作警告。
      """),
  runtime: Text(en: "Calls answer 481 `TSF config error.`.", zh: "调用返回 481 `TSF config error.`。"),
  evidence: Text(
    en: "The vendor's page on microservice APIs says that the two parameters cannot be mapped.",
    zh: "官方的微服务 API 页面说明这两个参数不可做映射。"),
  url: "https://cloud.tencent.com/document/product/628/52203",
  fixSafety: .safe(
    Text(
      en: "No call works while the mapping is there.", zh: "只要该映射存在，任何调用都不会成功。")),
  examples: [
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-service-parameters: [{Name: svc, Position: QUERY, RelevantRequestParameterName: X-MicroService-Name, RelevantRequestParameterPosition: HEADER}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-service-parameters: []
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      fixed: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-service-parameters: []
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      at: "svc"),
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-const-paramters: [{Name: X-MicroService-Name, Position: HEADER, DefaultValue: a}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-service-parameters:
                - Name: X-MicroService-Name
                  Position: HEADER
                  RelevantRequestParameterName: X-MicroService-Name
                  RelevantRequestParameterPosition: HEADER
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      at: "X-MicroService-Name, Position"),
  ],
  checks: [.part(.serviceParameter, checkMapping), .part(.constantParameter, checkConstant)])

private func checkMapping(_ mapping: Part, _ findings: inout Findings) {
  guard mapping.parent?.serviceType == .tsf, mapping[.mapFrom].isAbsent, let source = mapping[.sourceName].text,
    let location = TSFLocationName(name: source)
  else { return }
  let name = mapping[.targetName]
  let position = mapping[.targetPosition]
  let isRenamed = !name.isBlank && !name.isTemplated && name.text.flatMap { TSFLocationName(name: $0) } != location
  let isMoved =
    !position.isBlank && !position.isTemplated && !mapping[.sourcePosition].isBlank
    && position.text?.lowercased() != mapping[.sourcePosition].text?.lowercased()
    && !mapping[.sourcePosition].isTemplated
  guard let origin = isRenamed ? name.origin : isMoved ? position.origin : nil else { return }
  let target = [name.text.map { "`\($0)`" }, position.text].compactMap { $0 }
  findings.report(
    at: .value(origin),
    Text(
      en: "`\(location.rawValue)` is mapped to \(target.joined(separator: " in ")); it cannot be mapped.",
      zh: "`\(location.rawValue)` 被映射为 \(target.joined(separator: "，位置 "))，但该参数不可做映射。"),
    help: Text(en: "Remove the mapping.", zh: "请删除该映射。"),
    mends: [.safe(Text(en: "remove the mapping", zh: "删除该映射"), .remove(mapping.origin))])
}

private func checkConstant(_ constant: Part, _ findings: inout Findings) {
  guard constant.parent?.serviceType == .tsf, let name = constant[.constantName].text,
    let location = TSFLocationName(name: name), let origin = constant[.constantName].origin
  else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "A constant is named `\(location.rawValue)`, like the parameter that locates the microservice.",
      zh: "常量参数与定位微服务的参数同名：`\(location.rawValue)`。"),
    severity: .warning,
    help: Text(
      en: "The microservice is found by what the request carries, not by a constant.",
      zh: "网关按请求携带的参数定位微服务，而不是常量参数。"))
}
