import GatewayModel
import Linting

/// `tsf-location-missing`.
let tsfLocationMissing: Rule = Rule(
  id: "tsf-location-missing",
  family: .tsf,
  severity: .error,
  faults: [.microServiceLocationMissing],
  confidence: [.official],
  summary: Text(
    en: "A microservice API does not declare the parameters that locate the microservice",
    zh: "微服务 API 没有声明用于定位微服务的参数"),
  explanation: Text(
    en: """
      The gateway finds the microservice by two front-end parameters that every request carries: `X-NameSpace-Code`, the \
      namespace's code in TSF, and `X-MicroService-Name`. Both must be declared, each in the header, the query or the \
      path. A Routing plugin's TSF target writes both as literal values instead.
      """,
    zh: """
      网关根据请求携带的两个前端参数查找微服务：`X-NameSpace-Code`（命名空间在 TSF 中的 code）和 `X-MicroService-Name`。\
      二者都必须声明，位置可以是 Header、Query 或 Path。条件路由插件的 TSF 目标则直接写出这两个值。
      """),
  runtime: Text(
    en: "Every call answers 481 `Get location of micro service info fail.`.",
    zh: "调用一律返回 481 `Get location of micro service info fail.`。"),
  evidence: Text(
    en: "The vendor's page on microservice APIs calls both parameters mandatory.",
    zh: "官方的微服务 API 页面说明这两个参数必填。"),
  url: "https://cloud.tencent.com/document/product/628/52203",
  fixSafety: .safe(
    Text(
      en:
        "Both parameters are mandatory and no call works without them; requests that send them already start to work.",
      zh: "两个参数都是必填项，缺少时任何调用都不会成功；已经携带它们的请求会开始正常工作。")),
  examples: [
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: header, required: true, schema: {type: string}}
                - {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      fixed: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-MicroService-Name, in: header, required: true, schema: {type: string}}, {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      at: "parameters"),
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
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: x-microservice-name, in: header, required: true, schema: {type: string}}
                - {name: X-NAMESPACE-CODE, in: header, required: true, schema: {type: string}}
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
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
              parameters:
                - name: X-NameSpace-Code
                  in: header
                  required: true
                  schema:
                    type: string
                - name: X-MicroService-Name
                  in: header
                  required: true
                  schema:
                    type: string
        """,
      at: "get"),
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: x-microservice-name, in: query, required: true, schema: {type: string}}
                - {name: X-NameSpace-Code, in: query, required: true, schema: {type: string}}
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
              parameters: [{$ref: 'common.yaml#/components/parameters/Location'}]
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
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
              x-apigw-backend:
                ServiceType: TSF
                ServiceConfig: {Path: /t}
                MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]
        """,
      at: "x-microservice-name"),
  ],
  checks: [.part(.api, checkLocations), .part(.pluginBackend, checkRoutedLocations)])

private func checkLocations(_ api: Part, _ findings: inout Findings) {
  guard api.serviceType == .tsf, let parameters = api.knownParameters else { return }
  var missing: [TSFLocationName] = []
  for location in TSFLocationName.allCases where !parameters.contains(where: { $0.declares(location) }) {
    // One in a position that no location parameter can have is judged by its position alone.
    let near = parameters.first {
      $0[.parameterName].text.flatMap { TSFLocationName(name: $0) } == location
    }
    if let near { reportCase(near, location, &findings) } else { missing.append(location) }
  }
  guard !missing.isEmpty else { return }
  let list = [FieldName.requestParameters, .conventionRequestParameters].map { api[$0] }.first { $0.isWritten }
  let place: Place = list?.origin.map { .keyOfValue($0) } ?? .missing(.requestParameters, api.id)
  let position = position(besides: missing, in: parameters)
  let names = Text.list(missing.map { "`\($0.rawValue)`" })
  findings.report(
    at: place,
    Text(
      en: "The microservice API does not declare \(names.en): the gateway cannot find the microservice.",
      zh: "微服务 API 没有声明 \(names.zh)，网关无法定位微服务。"),
    help: Text(
      en: "Declare both parameters, each in the header, the query or the path.",
      zh: "请声明这两个参数，位置可以是 Header、Query 或 Path。"),
    mends: [
      Mend(
        title: Text(en: "declare \(names.en) (\(position.rawValue))", zh: "声明 \(names.zh)（\(position.rawValue)）"),
        applicability: .safe,
        steps: missing.map { .addParameter(name: $0.rawValue, position: position, api.id) })
    ])
}

/// Where a missing parameter is put: where the other one is, unless that takes a change of the path.
private func position(besides missing: [TSFLocationName], in parameters: [Part]) -> ParameterPosition {
  guard let other = TSFLocationName.allCases.first(where: { !missing.contains($0) }),
    let declared = parameters.first(where: { $0.declares(other) }),
    let position = declared.parameterPosition, position == .header || position == .query
  else { return .header }
  return position
}

private func reportCase(_ parameter: Part, _ location: TSFLocationName, _ findings: inout Findings) {
  let name = parameter[.parameterName]
  guard let text = name.text, let origin = name.origin else { return }
  let isPath = parameter.parameterPosition == .path
  findings.report(
    at: .value(origin),
    Text(
      en: "`\(text)` is not `\(location.rawValue)`: outside the header, names are compared with their case.",
      zh: "`\(text)` 与 `\(location.rawValue)` 大小写不同：除 Header 外，参数名区分大小写。"),
    help: isPath
      ? Text(
        en: "Write `\(location.rawValue)` here and in the path.", zh: "请在此处和路径中都改为 `\(location.rawValue)`。") : nil,
    mends: isPath
      ? []
      : [
        .unsafe(
          Text(en: "write `\(location.rawValue)`", zh: "改为 `\(location.rawValue)`"),
          .set(origin, .string(location.rawValue)))
      ], subject: parameter.id)
}

private func checkRoutedLocations(_ target: Part, _ findings: inout Findings) {
  guard target.serviceType == .tsf, let plugin = target.enclosing(.plugin),
    plugin[.pluginType].text?.lowercased() == "routing"
  else { return }
  let missing = [FieldName.literalNamespaceCode, .literalMicroServiceName].map { target[$0] }.filter(\.isMissing)
  guard let first = missing.first else { return }
  let names = Text.list(missing.map(\.spelling))
  findings.report(
    at: .field(first),
    Text(
      en: "The TSF target lacks \(names.en): the plugin does not say which microservice to call.",
      zh: "TSF 目标缺少 \(names.zh)，插件没有写明要调用哪个微服务。"),
    help: Text(
      en: "A routing target writes both values literally.", zh: "条件路由的目标需要直接写出这两个值。"))
}
