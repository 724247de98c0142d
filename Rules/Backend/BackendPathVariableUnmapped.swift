import GatewayModel
import Linting

/// `backend-path-variable-unmapped`.
let backendPathVariableUnmapped: Rule = Rule(
  id: "backend-path-variable-unmapped",
  family: .backend,
  severity: .error,
  faults: [.queryParametersError],
  confidence: [.official],
  summary: Text(
    en: "A variable of the back-end path gets its value from nowhere",
    zh: "后端路径中的变量没有取值来源"),
  explanation: Text(
    en: """
      A `{variable}` of the back-end path takes its value from the front-end path parameter of the same name, from a \
      back-end parameter that is mapped to it, or from a constant. One that none of them names stays empty.
      """,
    zh: """
      后端路径中的 `{变量}` 取值于同名的前端路径参数、映射到它的后端参数，或常量参数。三者都没有时，该变量无值可取。
      """),
  runtime: Text(
    en: """
      Calls answer 500 `Error occurred during query params.`, or the braces are sent to the back end as they are; the \
      control plane may refuse the API (`ParameterNotMatch`).
      """,
    zh: """
      调用返回 500 `Error occurred during query params.`，或者把花括号原样发给后端；控制面也可能拒绝该 API\
      （`ParameterNotMatch`）。
      """),
  evidence: Text(
    en: "The vendor's page on back ends demands that every variable of the back-end path be mapped.",
    zh: "官方的后端配置页面要求后端路径中的每个变量都有映射。"),
  url: "https://cloud.tencent.com/document/product/628/52199",
  fixSafety: .unsafe(
    Text(
      en: "The one front-end variable that the back-end path does not use is probably meant, but not surely.",
      zh: "后端路径没有用到的唯一一个前端变量很可能就是所指的变量，但并不确定。")),
  examples: [
    Example(
      bad: """
        paths:
          /o/{id}:
            get:
              operationId: o
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: '/o/{orderId}', Method: GET}}
        """,
      good: """
        paths:
          /o/{id}:
            get:
              operationId: o
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: '/o/{id}', Method: GET}}
        """,
      fixed: """
        paths:
          /o/{id}:
            get:
              operationId: o
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: '/o/{id}', Method: GET}}
        """,
      at: "'/o/{orderId}'"),
    Example(
      bad: """
        paths:
          /o:
            get:
              operationId: o
              parameters: [{name: id, in: query, required: true, schema: {type: string}}]
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Url: 'http://a.shop.cn', Path: '/o/{id}', Method: GET}
        """,
      good: """
        paths:
          /o:
            get:
              operationId: o
              parameters: [{name: id, in: query, required: true, schema: {type: string}}]
              x-apigw-service-parameters:
                - Name: id
                  Position: PATH
                  RelevantRequestParameterName: id
                  RelevantRequestParameterPosition: QUERY
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Url: 'http://a.shop.cn', Path: '/o/{id}', Method: GET}
        """,
      at: "'/o/{id}'"),
  ],
  checks: [.part(.api, checkPathVariables)])

private func checkPathVariables(_ part: Part, _ findings: inout Findings) {
  guard let path = part.calledPath, path.utf8.contains(UInt8(ascii: "{")), let origin = part[.backendPath].origin else {
    return
  }
  let written = PathSyntax.variables(in: path.utf8).map(\.name)
  let front = part.pathVariables
  guard written.contains(where: { name in !front.contains { $0.name == name } }),
    let sources = PathVariableSources(of: part)
  else { return }
  var seen = Set<String>()
  let variables = written.filter { seen.insert($0).inserted }
  let unmapped = variables.filter { !sources.all.contains($0) }
  guard !unmapped.isEmpty else { return }
  let unused = sources.frontVariables.filter { !seen.contains($0) }
  for variable in unmapped {
    let replacement = unmapped.count == 1 && unused.count == 1 ? unused.first : nil
    findings.report(
      at: .value(origin),
      Text(
        en: "`{\(variable)}` in \(part[.backendPath].spelling) is neither a path parameter of the API nor mapped.",
        zh: "\(part[.backendPath].spelling) 中的 `{\(variable)}` 既不是该 API 的路径参数，也没有映射。"),
      help: replacement.map {
        Text(en: "The front-end path has `{\($0)}`, which is not used.", zh: "前端路径中的 `{\($0)}` 没有被用到。")
      }
        ?? Text(
          en: "Declare a path parameter of this name, or map one to it.",
          zh: "请声明同名的路径参数，或把某个参数映射到它。"),
      mends: replacement.map { [renaming(variable, to: $0, in: path, at: origin)] } ?? [])
  }
}

private func renaming(_ variable: String, to name: String, in path: String, at origin: Origin) -> Mend {
  let text = path.replacing("{\(variable)}", with: "{\(name)}")
  return .unsafe(Text(en: "use `{\(name)}`", zh: "改用 `{\(name)}`"), .set(origin, .string(text)))
}

/// Where the variables of a back-end path can take their values from.
private struct PathVariableSources {
  /// Names of the variables and path parameters of the front end.
  var frontVariables: [String] = []
  /// All names that have a value.
  var all: Set<String> = []

  /// Nil where some source may not be in the input.
  init?(of api: Part) {
    guard api.knowsRequestParameters, api.pathText != nil, !api[.serviceParameters].isTemplated,
      !api[.constantParameters].isTemplated
    else { return nil }
    add(api.pathVariables.map(\.name))
    for parameter in api.requestParameters {
      if parameter.parameterPosition == .path, let name = parameter[.parameterName].text { add([name]) }
    }
    for parameter in api.children(.serviceParameter) {
      guard !parameter[.targetName].isTemplated, !parameter[.targetPosition].isTemplated else { return nil }
      if parameter[.targetPosition].text?.lowercased() == "path", let name = parameter[.targetName].text {
        all.insert(name)
      }
    }
    for constant in api.children(.constantParameter) {
      guard !constant[.constantName].isTemplated else { return nil }
      if let name = constant[.constantName].text { all.insert(name) }
    }
  }

  private mutating func add(_ names: [String]) {
    for name in names where all.insert(name).inserted { frontVariables.append(name) }
  }
}
