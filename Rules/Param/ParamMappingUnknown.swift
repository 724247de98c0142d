import GatewayModel
import Linting

/// `param-mapping-unknown`.
let paramMappingUnknown: Rule = Rule(
  id: "param-mapping-unknown",
  family: .param,
  severity: .error,
  faults: [.queryParametersError],
  confidence: [.sdk],
  summary: Text(
    en: "A mapping to the back end takes its value from a parameter that does not exist",
    zh: "后端参数映射的来源参数不存在"),
  explanation: Text(
    en: """
      A service parameter takes its value from a front-end parameter, named by `RelevantRequestParameterName` and \
      `RelevantRequestParameterPosition`. Both must fit a declared one; other positions are system parameters. A value \
      for position PATH needs a place in the back-end path, and one for BODY a back-end method with a body.
      """,
    zh: """
      后端参数通过 `RelevantRequestParameterName` 和 `RelevantRequestParameterPosition` 指定前端参数作为来源，两者都必须与\
      已声明的参数一致；其他位置表示系统参数。映射到 PATH 需要后端路径中有对应位置，映射到 BODY 需要后端方法带请求体。
      """),
  runtime: Text(
    en: "The control plane refuses it (ParameterNotMatch); else requests get 500 `Error occurred during query params.`",
    zh: "控制面会拒绝（ParameterNotMatch）；否则请求返回 500 `Error occurred during query params.`。"),
  evidence: Text(
    en: "The error code for a source that does not exist is published with the Cloud API.", zh: "来源参数不存在时的错误码见于云 API。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .unsafe(
    Text(en: "Which parameter is meant is a guess.", zh: "具体指哪个参数属于猜测。")),
  examples: [
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: tenant, in: query, schema: {type: string}}]
              x-apigw-service-parameters:
                - Name: t
                  Position: QUERY
                  RelevantRequestParameterName: tenantt
                  RelevantRequestParameterPosition: QUERY
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: tenant, in: query, schema: {type: string}}]
              x-apigw-service-parameters:
                - Name: t
                  Position: QUERY
                  RelevantRequestParameterName: tenant
                  RelevantRequestParameterPosition: QUERY
                - Name: stage
                  Position: HEADER
                  RelevantRequestParameterName: stage
                  RelevantRequestParameterPosition: SYSTEM
        """,
      fixed: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: tenant, in: query, schema: {type: string}}]
              x-apigw-service-parameters:
                - Name: t
                  Position: QUERY
                  RelevantRequestParameterName: tenant
                  RelevantRequestParameterPosition: QUERY
        """,
      at: "tenantt"),
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: tenant, in: query, schema: {type: string}}]
              x-apigw-service-parameters:
                - Name: t
                  Position: QUERY
                  RelevantRequestParameterName: tenant
                  RelevantRequestParameterPosition: HEADER
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: X-Tenant, in: header, schema: {type: string}}]
              x-apigw-service-parameters:
                - Name: t
                  Position: QUERY
                  RelevantRequestParameterName: x-tenant
                  RelevantRequestParameterPosition: HEADER
        """,
      at: "HEADER"),
    Example(
      bad: """
        paths:
          /users/{userId}:
            get:
              operationId: getUser
              parameters: [{name: userId, in: path, required: true, schema: {type: string}}]
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Url: 'http://users.shop.cn', Path: '/v2/{id}', Method: GET}
              x-apigw-service-parameters:
                - Name: uid
                  Position: PATH
                  RelevantRequestParameterName: userId
                  RelevantRequestParameterPosition: PATH
        """,
      good: """
        paths:
          /users/{userId}:
            get:
              operationId: getUser
              parameters: [{name: userId, in: path, required: true, schema: {type: string}}]
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Url: 'http://users.shop.cn', Path: '/v2/{uid}', Method: GET}
              x-apigw-service-parameters:
                - Name: uid
                  Position: PATH
                  RelevantRequestParameterName: userId
                  RelevantRequestParameterPosition: PATH
        """,
      at: "uid"),
  ],
  checks: [.part(.api, checkMappings)])

private func checkMappings(_ api: Part, _ findings: inout Findings) {
  // An entry with the raw form of its source is judged by `tsf-location-position` alone.
  let mappings = api.children(.serviceParameter).filter { $0[.mapFrom].isAbsent }
  guard !mappings.isEmpty else { return }
  let declared = DeclaredParameters(of: api)
  for mapping in mappings {
    if let declared { checkSource(mapping, of: api, declared, &findings) }
    checkTarget(mapping, of: api, &findings)
  }
}

// MARK: Source

/// The front-end parameters of an API by name.
private struct DeclaredParameters {
  private var byName: [String: [Part]] = [:]
  let variables: Set<String>
  let all: [Part]

  /// `nil` where some parameters are not in the input.
  init?(of api: Part) {
    guard api.knowsRequestParameters, !api.isMislaid(.requestParameters), !api.isMislaid(.conventionRequestParameters)
    else { return nil }
    all = api.requestParameters
    variables = Set(api.pathVariables.map(\.name))
    for parameter in all {
      guard let name = parameter.parameterNameText else { continue }
      byName[name.lowercased(), default: []].append(parameter)
    }
  }

  /// The parameter of a name in a position. Header names are compared without regard to case.
  func parameter(_ name: String, in position: ParameterPosition) -> Part? {
    byName[name.lowercased()]?.first {
      $0.parameterPosition == position && (position == .header || $0.parameterNameText == name)
    }
  }

  /// A parameter of exactly this name, wherever it is taken from.
  func parameter(_ name: String) -> Part? {
    byName[name.lowercased()]?.first { $0.parameterNameText == name }
  }

  /// The one name in a position that is near; none is looked for among more parameters than an API may have.
  func nearest(to name: String, in position: ParameterPosition) -> Part? {
    guard all.count <= 100 else { return nil }
    let candidates = all.filter { $0.parameterPosition == position }
    guard let nearest = NearestWord.nearest(to: name, among: candidates.compactMap(\.parameterNameText)) else {
      return nil
    }
    return candidates.first { $0.parameterNameText == nearest }
  }
}

private func checkSource(
  _ mapping: Part, of api: Part, _ declared: DeclaredParameters, _ findings: inout Findings
) {
  let name = mapping[.sourceName]
  let place = mapping[.sourcePosition]
  guard !name.isTemplated, !name.isBlank, !place.isTemplated, let source = name.text,
    let word = place.text, let position = ParameterPosition(word: word), let origin = name.origin
  else { return }
  // Location parameters that are missing or renamed have rules of their own.
  if api.serviceType == .tsf, TSFLocationName(name: source) != nil { return }
  guard declared.parameter(source, in: position) == nil else { return }
  // A variable that is not declared is the fault of `param-path-undeclared`.
  if position == .path, declared.variables.contains(source) { return }
  if let elsewhere = declared.parameter(source), let actual = elsewhere.parameterPosition,
    let placeOrigin = place.origin
  {
    let due = actual.spelled(mapping.positionSpelling)
    findings.report(
      at: .value(placeOrigin),
      Text(
        en: "`\(source)` is declared in position \(actual.rawValue), not \(position.rawValue).",
        zh: "`\(source)` 声明在 \(actual.rawValue) 位置，而不是 \(position.rawValue)。"),
      help: Text(en: "Write `\(due)`.", zh: "请写作 `\(due)`。"),
      related: related(elsewhere),
      mends: [.unsafe(Text(en: "set `\(due)`", zh: "改为 `\(due)`"), .set(placeOrigin, .string(due)))])
    return
  }
  let nearest = declared.nearest(to: source, in: position)
  let meant = nearest?.parameterNameText
  findings.report(
    at: .value(origin),
    Text(
      en: "No front-end parameter `\(source)` is declared in position \(position.rawValue).",
      zh: "没有在 \(position.rawValue) 位置声明名为 `\(source)` 的前端参数。"),
    help: meant.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") }
      ?? Text(
        en: "Declare the parameter, or name one that is declared.", zh: "请声明该参数，或改为已声明的参数。"),
    related: nearest.map(related) ?? [],
    mends: meant.map { [.unsafe(Text(en: "take `\($0)`", zh: "改为 `\($0)`"), .set(origin, .string($0)))] } ?? [])
}

private func related(_ parameter: Part) -> [RelatedPlace] {
  parameter[.parameterName].origin.map {
    [RelatedPlace(.value($0), Text(en: "declared here", zh: "声明于此处"))]
  } ?? []
}

// MARK: Target

private func checkTarget(_ mapping: Part, of api: Part, _ findings: inout Findings) {
  let name = mapping[.targetName]
  guard !name.isTemplated, !name.isBlank, let target = name.text, let origin = name.origin,
    let word = mapping[.targetPosition].text, let position = ParameterPosition(word: word)
  else { return }
  if position == .path, !api[.backendPath].isTemplated, let path = api[.backendPath].text,
    !path.contains("{\(target)}"), let place = api[.backendPath].origin
  {
    findings.report(
      at: .value(origin),
      Text(
        en: "The back-end path `\(path)` has no `{\(target)}`: the value goes nowhere.",
        zh: "后端路径 `\(path)` 中没有 `{\(target)}`，该值无处可放。"),
      severity: .warning,
      help: Text(
        en: "Write `{\(target)}` into the back-end path, or map to another position.",
        zh: "请在后端路径中写 `{\(target)}`，或映射到其他位置。"),
      related: [RelatedPlace(.value(place), Text(en: "the back-end path", zh: "后端路径"))])
  }
  if position == .body, let method = api[.backendMethod].text?.uppercased(), method == "GET" || method == "HEAD",
    let place = api[.backendMethod].origin
  {
    findings.report(
      at: .value(origin),
      Text(
        en: "The back end is called with \(method), which carries no form for `\(target)`.",
        zh: "后端以 \(method) 方法调用，没有表单可以携带 `\(target)`。"),
      severity: .warning,
      help: Text(
        en: "Map it to the query, or call the back end with POST.", zh: "请映射到 query，或以 POST 调用后端。"),
      related: [RelatedPlace(.value(place), Text(en: "the back-end method", zh: "后端方法"))])
  }
}
