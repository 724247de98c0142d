import GatewayModel
import Linting

/// `param-path-undefined`.
let paramPathUndefined: Rule = Rule(
  id: "param-path-undefined",
  family: .param,
  severity: .error,
  faults: [.pathVariableRequired],
  confidence: [.official, .inferred],
  summary: Text(
    en: "A path parameter has no variable in the path",
    zh: "path 参数在路径中没有对应的变量"),
  explanation: Text(
    en: """
      A parameter in position path takes its value from `{name}` in the path, name and case alike. Without that variable \
      no request can carry it, and a path parameter is always required.
      """,
    zh: """
      path 位置的参数从路径中的 `{name}` 取值，名称和大小写都必须一致。缺少该变量时，任何请求都无法携带它，而 path 参数\
      总是必填的。
      """),
  runtime: Text(
    en: "Every request is answered with 403 `path variable xxx is required.`",
    zh: "所有请求都返回 403 `path variable xxx is required.`。"),
  evidence: Text(
    en: "The message stands in the gateway's error table; that the name must fit exactly follows from it.",
    zh: "该错误信息见于网关错误码表；名称须完全一致由此推断。"),
  url: "https://cloud.tencent.com/document/product/628/34086",
  fixSafety: .safe(
    Text(
      en: "A parameter is renamed to the one variable that it is near, unless something else uses its name.",
      zh: "只有在唯一相近的变量存在、且旧名称没有被其他地方使用时，才会自动改名。")),
  examples: [
    Example(
      bad: """
        paths:
          /users/{userId}:
            get:
              operationId: getUser
              parameters:
                - {name: userID, in: path, required: true, schema: {type: string}}
        """,
      good: """
        paths:
          /users/{userId}:
            get:
              operationId: getUser
              parameters:
                - {name: userId, in: path, required: true, schema: {type: string}}
        """,
      fixed: """
        paths:
          /users/{userId}:
            get:
              operationId: getUser
              parameters:
                - {name: userId, in: path, required: true, schema: {type: string}}
        """,
      at: "userID"),
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters:
                - {name: userId, in: path, required: true, schema: {type: string}}
                - {name: page, in: query, schema: {type: integer}}
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters:
                - {name: page, in: query, schema: {type: integer}}
        """,
      at: "userId"),
    Example(
      bad: """
        paths:
          /users/{userId}:
            get:
              operationId: getUser
              parameters:
                - {name: member, in: path, required: true, schema: {type: string}}
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Url: 'http://users.shop.cn', Path: '/{member}', Method: GET}
        """,
      good: """
        paths:
          /users/{userId}/{userId}:
            get:
              operationId: getUser
              parameters:
                - {name: userId, in: path, required: true, schema: {type: string}}
        """,
      at: "member"),
  ],
  checks: [.part(.api, checkParameters)])

private func checkParameters(_ api: Part, _ findings: inout Findings) {
  guard let path = api.pathText, let pathOrigin = api[.path].origin else { return }
  for entry in PathBinding(of: api).undefined {
    guard let origin = entry.parameter[.parameterName].origin, !entry.parameter.isTSFLocationParameter else { continue }
    guard !path.contains("{\(entry.name)}") else { continue }
    let meant = entry.meant
    findings.report(
      at: .value(origin),
      meant.map {
        Text(
          en: "The path has `{\($0.name)}`, not `{\(entry.name)}`: this parameter is never filled.",
          zh: "路径中是 `{\($0.name)}` 而不是 `{\(entry.name)}`：该参数永远取不到值。")
      }
        ?? Text(
          en: "The path `\(path)` has no `{\(entry.name)}`: this parameter is never filled.",
          zh: "路径 `\(path)` 中没有 `{\(entry.name)}`：该参数永远取不到值。"),
      help: meant.map { Text(en: "Call it `\($0.name)`.", zh: "请改名为 `\($0.name)`。") }
        ?? Text(
          en: "Write `{\(entry.name)}` into the path, or remove the parameter.",
          zh: "请在路径中写 `{\(entry.name)}`，或删除该参数。"),
      related: [RelatedPlace(.value(pathOrigin), Text(en: "the path", zh: "路径"))],
      mends: mends(for: entry, at: origin, of: api))
  }
}

private func mends(for entry: PathBinding.Undefined, at origin: Origin, of api: Part) -> [Mend] {
  guard let meant = entry.meant else {
    return [
      .unsafe(
        Text(en: "remove the parameter", zh: "删除该参数"), .remove(entry.parameter.origin))
    ]
  }
  let isSafe = entry.isNear && !uses(entry.name, api)
  return [
    Mend(
      title: Text(en: "rename it to `\(meant.name)`", zh: "改名为 `\(meant.name)`"),
      applicability: isSafe ? .safe : .unsafe, steps: [.set(origin, .string(meant.name))])
  ]
}

/// Whether the back-end path or a mapping names the parameter.
private func uses(_ name: String, _ api: Part) -> Bool {
  if let path = api[.backendPath].text, path.contains("{\(name)}") { return true }
  return api.children(.serviceParameter).contains { $0[.sourceName].text == name }
}
