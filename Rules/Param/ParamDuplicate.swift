import GatewayModel
import Linting

/// `param-duplicate`.
let paramDuplicate: Rule = Rule(
  id: "param-duplicate",
  family: .param,
  severity: .error,
  faults: [.parametersFail],
  confidence: [.official, .inferred],
  summary: Text(
    en: "A parameter is declared twice",
    zh: "参数重复声明"),
  explanation: Text(
    en: """
      Within one list a parameter is known by its name and position, and each pair may stand once. An operation's \
      parameter that overrides its path item's is legal. HTTP compares header names without regard to case, so two that \
      differ in case alone are one header.
      """,
    zh: """
      在同一列表中，参数以“名称 + 位置”为标识，每个组合只能出现一次。操作的参数覆盖路径项的同名参数是合法的。HTTP 不区分\
      请求头名称的大小写，仅大小写不同的两个参数其实是同一个请求头。
      """),
  runtime: Text(
    en: "The import refuses the API, or a request is answered with 403 `Get xxx params fail.`",
    zh: "导入会拒绝该 API，或请求返回 403 `Get xxx params fail.`。"),
  evidence: Text(
    en: "OpenAPI demands unique parameters; what the gateway does with two is deduced.",
    zh: "OpenAPI 要求参数唯一；网关如何处理重复参数属于推断。"),
  url: "https://spec.openapis.org/oas/v3.0.0.html",
  fixSafety: .safe(
    Text(en: "Only a later one that is the same to the letter is removed.", zh: "只删除与前者逐字相同的后一个。")),
  examples: [
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters:
                - {name: X-Tenant, in: header, schema: {type: string}}
                - {name: x-tenant, in: header, schema: {type: integer}}
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters:
                - {name: X-Tenant, in: header, schema: {type: string}}
        """,
      at: "x-tenant"),
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters:
                - {name: page, in: query, schema: {type: integer}}
                - {name: size, in: query, schema: {type: integer}}
                - {name: page, in: query, schema: {type: integer}}
        """,
      good: """
        paths:
          /users:
            parameters: [{name: page, in: query, schema: {type: string}}]
            get:
              operationId: listUsers
              parameters:
                - {name: page, in: query, schema: {type: integer}}
                - {name: page, in: header, schema: {type: integer}}
                - {name: Page, in: query, schema: {type: integer}}
                - {name: "${NAME}", in: query, schema: {type: integer}}
                - {name: "${NAME}", in: query, schema: {type: integer}}
        """,
      fixed: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters:
                - {name: page, in: query, schema: {type: integer}}
                - {name: size, in: query, schema: {type: integer}}
        """),
  ],
  checks: [.part(.api, checkDuplicates)])

/// What a parameter is known by in its list.
private struct Identity: Hashable {
  let list: ParameterListKind
  let position: ParameterPosition
  let name: String
}

/// Which of the lists of an API a parameter stands in.
private enum ParameterListKind {
  case own
  case shared
  case convention
}

private func checkDuplicates(_ api: Part, _ findings: inout Findings) {
  let parameters = api.requestParameters
  guard parameters.count > 1 else { return }
  var first: [Identity: Part] = [:]
  for parameter in parameters {
    guard let name = parameter.parameterNameText, let position = parameter.parameterPosition,
      let origin = parameter[.parameterName].origin
    else { continue }
    let identity = Identity(
      list: list(of: parameter, in: api), position: position, name: position == .header ? name.lowercased() : name)
    guard let earlier = first[identity] else {
      first[identity] = parameter
      continue
    }
    let earlierName = earlier.parameterNameText ?? name
    let isSame = earlier.isWrittenLike(parameter)
    findings.report(
      at: .value(origin),
      earlierName == name
        ? Text(
          en: "`\(name)` is declared twice in position \(position.rawValue).",
          zh: "`\(name)` 在 \(position.rawValue) 位置重复声明。")
        : Text(
          en: "`\(name)` and `\(earlierName)` are one header: header names do not differ in case.",
          zh: "`\(name)` 与 `\(earlierName)` 是同一个请求头：请求头名称不区分大小写。"),
      severity: earlierName == name ? .error : .warning,
      help: Text(en: "Keep the declaration that is meant.", zh: "请只保留需要的那个声明。"),
      related: earlier[.parameterName].origin.map {
        [RelatedPlace(.value($0), Text(en: "first declared here", zh: "首次声明于此处"))]
      } ?? [],
      mends: isSame
        ? [.safe(Text(en: "remove the second declaration", zh: "删除后一个声明"), .remove(parameter.origin))] : [])
  }
}

private func list(of parameter: Part, in api: Part) -> ParameterListKind {
  if parameter.usesAlternateSpelling { return .convention }
  // The parameters of a path item are used by its operations.
  return parameter.origin.use == api.origin.node ? .shared : .own
}
