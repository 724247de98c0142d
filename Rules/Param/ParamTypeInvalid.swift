import GatewayModel
import Linting

/// `param-type-invalid`.
let paramTypeInvalid: Rule = Rule(
  id: "param-type-invalid",
  family: .param,
  severity: .warning,
  faults: [.parametersFail],
  confidence: [.component],
  summary: Text(
    en: "A parameter's type is none that the gateway knows",
    zh: "参数类型不受网关支持"),
  explanation: Text(
    en: """
      The gateway knows `string`, `int`, `long`, `float`, `double` and `boolean`. OpenAPI's `integer` and `number` stand \
      for `int` and `double`; an array or an object cannot be told from a text in a header, a query or a path.
      """,
    zh: """
      网关支持 `string`、`int`、`long`、`float`、`double`、`boolean`。OpenAPI 的 `integer` 和 `number` 对应 `int` 和 \
      `double`；数组和对象在请求头、query 或路径中无法与文本区分。
      """),
  runtime: Text(
    en: "The parameter is refused, or a request is answered with 403 `Get xxx params fail.`",
    zh: "参数会被拒绝，或请求返回 403 `Get xxx params fail.`。"),
  evidence: Text(
    en: "The list is that of the vendor's serverless component; the import publishes none.",
    zh: "取值列表来自厂商的 Serverless 组件；导入没有公开列表。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(en: "Only letter case is corrected.", zh: "只更正大小写。")),
  examples: [
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: ids, in: query, schema: {type: array, items: {type: string}}}]
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters:
                - {name: ids, in: query, schema: {type: string}}
                - {name: page, in: query, schema: {type: integer}}
                - {name: price, in: query, schema: {type: number}}
                - {name: size, in: query, schema: {type: int}}
                - {name: any, in: query, schema: {}}
                - {name: other, in: query, schema: {$ref: '#/components/schemas/Other'}}
                - {name: late, in: query, schema: {type: "${TYPE}"}}
        """,
      at: "array"),
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              x-apigw-request-parameters: [{Name: page, Position: QUERY, Type: Int}]
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              x-apigw-request-parameters: [{Name: page, Position: QUERY, Type: int}]
        """,
      fixed: """
        paths:
          /users:
            get:
              operationId: listUsers
              x-apigw-request-parameters: [{Name: page, Position: QUERY, Type: int}]
        """,
      at: "Int}"),
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: page, in: query, schema: {type: [string, 'null']}}]
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: page, in: query, schema: {type: string}}]
        """,
      at: "[string"),
  ],
  checks: [.part(.requestParameter, checkType)])

/// Source: the schema of the vendor's serverless component [component].
private let gatewayTypes = ["string", "int", "long", "float", "double", "boolean"]
/// What OpenAPI calls the same.
private let openAPITypes = gatewayTypes + ["integer", "number"]

private func checkType(_ parameter: Part, _ findings: inout Findings) {
  let type = parameter[.parameterType]
  guard let origin = type.origin, !type.isTemplated, !type.isBlank else { return }
  let isOpenAPI = parameter.facts.isImportDocument && !parameter.usesAlternateSpelling
  let known = isOpenAPI ? openAPITypes : gatewayTypes
  let list = gatewayTypes.joined(separator: ", ")
  guard let word = type.text else {
    let kind = type.kindText
    findings.report(
      at: .value(origin),
      Text(
        en: "\(type.spelling) names one type; this is \(kind.en).", zh: "\(type.spelling) 应为单个类型，此处是\(kind.zh)。"),
      help: Text(en: "Write one of \(list).", zh: "请填写以下取值之一：\(list)。"))
    return
  }
  let name = parameter.parameterNameText ?? "?"
  switch KnownWord(word, among: known) {
  case .exact: break
  case .inOtherCase(let due):
    findings.report(
      at: .value(origin),
      Text(en: "The type `\(word)` of `\(name)` is written `\(due)`.", zh: "`\(name)` 的类型 `\(word)` 应写作 `\(due)`。"),
      help: Text(en: "Write `\(due)`.", zh: "请写作 `\(due)`。"),
      mends: [.safe(Text(en: "set `\(due)`", zh: "改为 `\(due)`"), .set(origin, .string(due)))])
  case .unknown:
    findings.report(
      at: .value(origin),
      Text(
        en: "The gateway knows no parameter type `\(word)` (`\(name)`).", zh: "网关不支持参数类型 `\(word)`（`\(name)`）。"),
      help: Text(
        en: "Write one of \(list); take what is structured as text.", zh: "请填写以下取值之一：\(list)；结构化的值请按文本传递。"))
  }
}
