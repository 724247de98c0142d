import GatewayModel
import Linting

/// `param-path-undeclared`.
let paramPathUndeclared: Rule = Rule(
  id: "param-path-undeclared",
  family: .param,
  severity: .error,
  faults: [.pathVariableRequired, .apiConfigError],
  confidence: [.official],
  summary: Text(
    en: "A variable of the path is not declared as a parameter",
    zh: "路径中的变量没有声明为参数"),
  explanation: Text(
    en: """
      Every `{name}` in a front-end path must also be declared as a parameter in position path, on the operation or its \
      path item. A quantifier of a regular expression, such as `{2}` or `{2,4}`, is no variable.
      """,
    zh: """
      前端路径中的每个 `{name}` 都必须同时声明为 path 位置的参数，可写在操作或其路径项上。`{2}`、`{2,4}` 等正则量词不是变量。
      """),
  runtime: Text(
    en: "The control plane refuses the API, or a request is answered with 403 `path variable xxx is required.`",
    zh: "控制面会拒绝该 API，或请求返回 403 `path variable xxx is required.`。"),
  evidence: Text(
    en: "The front-end page demands the declaration in so many words.", zh: "《前端配置》页面明确要求声明。"),
  url: "https://cloud.tencent.com/document/product/607/11775",
  fixSafety: .safe(
    Text(
      en: "Only what the path says already is declared: a required text in position path.",
      zh: "只按路径已有的内容补充声明：path 位置的必填字符串。")),
  examples: [
    Example(
      bad: """
        paths:
          /users/{userId}:
            get:
              operationId: getUser
        """,
      good: """
        paths:
          /users/{userId}:
            get:
              operationId: getUser
              parameters:
                - {name: userId, in: path, required: true, schema: {type: string}}
        """,
      at: "get"),
    Example(
      bad: """
        paths:
          /users/{userId}:
            get:
              operationId: getUser
              parameters:
                - {name: verbose, in: query, schema: {type: boolean}}
        """,
      good: """
        paths:
          /users/{userId}:
            parameters:
              - {name: userId, in: path, required: true, schema: {type: string}}
            get:
              operationId: getUser
              parameters:
                - {name: verbose, in: query, schema: {type: boolean}}
        """,
      fixed: """
        paths:
          /users/{userId}:
            get:
              operationId: getUser
              parameters:
                - {name: verbose, in: query, schema: {type: boolean}}
                - {name: userId, in: path, required: true, schema: {type: string}}
        """,
      at: "parameters", exempt: [.anchored: "a list behind an anchor is the same list"]),
    Example(
      bad: """
        paths:
          /users/{userId}/{page}:
            get:
              operationId: getUser
              parameters: [{$ref: '#/components/parameters/User'}]
        components:
          parameters:
            User: {name: userId, in: path, required: true, schema: {type: string}}
        """,
      good: """
        paths:
          '/codes/[0-9]{4}':
            get: {operationId: getCode}
          /users/{userId}:
            get:
              operationId: getUser
              parameters: [{$ref: 'common.yaml#/User'}]
          =/literal/{braces}:
            get: {operationId: getBraces}
        """,
      at: "parameters: [{$ref"),
  ],
  checks: [.part(.api, checkVariables)])

private func checkVariables(_ api: Part, _ findings: inout Findings) {
  let variables = api.pathVariables
  guard !variables.isEmpty, api.knowsRequestParameters, !api.isMislaid(.requestParameters),
    let path = api[.path].origin
  else { return }
  for variable in PathBinding(of: api).undeclared where !isMissingTSFLocation(variable.name, of: api) {
    let list = api.parameterList
    findings.report(
      at: list.origin.map { .keyOfValue($0) } ?? .missing(list.name, api.id),
      Text(
        en: "The path has `{\(variable.name)}`, but no path parameter `\(variable.name)` is declared.",
        zh: "路径中有 `{\(variable.name)}`，但没有声明 path 参数 `\(variable.name)`。"),
      severity: api.facts.isReply ? .warning : nil,
      help: Text(
        en: "Declare it in \(list.spelling), in position \(spelledPath(api)).",
        zh: "请在 \(list.spelling) 中声明，位置为 \(spelledPath(api))。"),
      related: [
        RelatedPlace(
          .inside(path, offset: variable.range.lowerBound, count: variable.range.count),
          Text(en: "the variable", zh: "该变量"))
      ],
      mends: [
        .safe(
          Text(en: "declare `\(variable.name)`", zh: "声明 `\(variable.name)`"),
          .addParameter(name: variable.name, position: .path, api.id))
      ])
  }
}

/// Whether the name is a location parameter that the API does not have anywhere: `tsf-location-missing` speaks of it.
private func isMissingTSFLocation(_ name: String, of api: Part) -> Bool {
  guard api.serviceType == .tsf, let location = TSFLocationName(name: name) else { return false }
  return !api.requestParameters.contains { $0.parameterNameText.flatMap { TSFLocationName(name: $0) } == location }
}

private func spelledPath(_ api: Part) -> String { ParameterPosition.path.spelled(api.facts.positionSpelling) }

extension Part {
  /// The list in which an API's front-end parameters stand: the one that is written, else the dialect's own.
  var parameterList: Field {
    let own = self[.requestParameters]
    let convention = self[.conventionRequestParameters]
    return own.isAbsent && convention.isWritten ? convention : own
  }
}
