import GatewayModel
import Linting
import YAMLDocument

/// `route-method-unsupported`.
let routeMethodUnsupported: Rule = Rule(
  id: "route-method-unsupported",
  family: .route,
  severity: .error,
  faults: [.methodNotSupported],
  confidence: [.sdk],
  summary: Text(en: "The gateway does not know the method", zh: "网关不支持该请求方法"),
  explanation: Text(
    en: """
      The control plane takes GET, POST, PUT, DELETE, HEAD, OPTIONS, PATCH, TRACE, BEGIN and ANY. A difference in case \
      alone is a warning. OPTIONS, PATCH, TRACE and BEGIN are hints: console and Terraform do not offer them. In an \
      OpenAPI document a key of a path item that is no method, and the pseudo-method `any`, are reported here.
      """,
    zh: """
      控制面接受 GET、POST、PUT、DELETE、HEAD、OPTIONS、PATCH、TRACE、BEGIN 和 ANY。仅大小写不同作为警告。OPTIONS、PATCH、TRACE、\
      BEGIN 作为提示：控制台和 Terraform 不提供这些方法。OpenAPI 文档中路径项下不是方法的键以及伪方法 `any` 也在此报告。
      """),
  runtime: Text(
    en:
      "The control plane refuses the API (`InvalidMethod`); requests of that method get 404 `Could not support method.`.",
    zh: "控制面会拒绝该 API（`InvalidMethod`）；使用该方法的请求会收到 404 `Could not support method.`。"),
  evidence: Text(
    en: "The list stands in the text of the control plane's error code.", zh: "方法列表来自控制面错误码的说明。"),
  url: "https://cloud.tencent.com/document/product/628/45431",
  fixSafety: .safe(
    Text(
      en: "Only the case of a method that the gateway knows is changed.", zh: "只修改网关已知方法的大小写。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: /a, Method: CONNECT}}
        """,
      good: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: /a, Method: GET}}
        """,
      at: "CONNECT"),
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: /a, Method: get}}
        """,
      good: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: /a, Method: '${method}'}}
        """,
      fixed: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: /a, Method: GET}}
        """,
      at: "get"),
    Example(
      bad: """
        paths:
          /a:
            fetch: {operationId: a}
        """,
      good: """
        paths:
          /a:
            summary: a
            get: {operationId: a}
        """,
      at: "fetch", exempt: [.anchored: "a key has no value of its own to share"]),
    Example(
      bad: """
        paths:
          /a:
            patch: {operationId: a}
        """,
      good: """
        paths:
          /a:
            put: {operationId: a}
        """,
      at: "patch", exempt: [.anchored: "a key has no value of its own to share"]),
  ],
  checks: [.part(.api, checkMethod), .note(.unknownMethod, reportUnknownMethod)])

private func reportUnknownMethod(_ note: Note, _ findings: inout Findings) {
  findings.report(
    at: .key(note.key),
    Text(en: "`\(note.keyText)` is no method that the gateway knows.", zh: "`\(note.keyText)` 不是网关支持的请求方法。"),
    help: nearest(note.keyText))
}

private func checkMethod(_ api: Part, _ findings: inout Findings) {
  let field = api[.method]
  guard !field.isTemplated, let word = field.text, let origin = field.origin else { return }
  let isKey = api.document.yaml.isKey(origin.node)
  guard let method = APIMethod(word: word) else {
    findings.report(
      at: .field(field),
      Text(en: "`\(word)` is no method that the gateway knows.", zh: "`\(word)` 不是网关支持的请求方法。"), help: nearest(word))
    return
  }
  let written = isKey ? method.rawValue.lowercased() : method.rawValue
  switch method {
  case .any where isKey:
    findings.report(
      at: .field(field),
      Text(
        en: "`\(word)` for all methods is not documented for OpenAPI documents.",
        zh: "在 OpenAPI 文档中用 `\(word)` 表示任意方法没有文档依据。"),
      severity: .hint,
      help: Text(
        en: "Check after the import that the API takes all methods.", zh: "导入后请确认该 API 接受所有方法。"))
  case _ where word != written && (isKey || api.facts.spelling[.method] == "Method"):
    // Small keys in OpenAPI, capitals in the Cloud API's own names; the tools of other dialects turn them into capitals.
    findings.report(
      at: .field(field), Text(en: "`\(word)` is written `\(written)`.", zh: "`\(word)` 应写成 `\(written)`。"),
      severity: .warning,
      mends: [.safe(Text(en: "write `\(written)`", zh: "写成 `\(written)`"), field.replacement(.string(written)))])
  case .options, .patch, .trace, .begin:
    findings.report(
      at: .field(field),
      Text(
        en: "Neither the console nor Terraform offers \(method.rawValue), though the control plane takes it.",
        zh: "控制面接受 \(method.rawValue)，但控制台和 Terraform 都不提供该方法。"),
      severity: .hint,
      help: Text(
        en: "Where it must work everywhere, use one of GET, POST, PUT, DELETE, HEAD.",
        zh: "如需在各处都可用，请改用 GET、POST、PUT、DELETE、HEAD 之一。"))
  default: break
  }
}

private func nearest(_ word: String) -> Text {
  let known = APIMethod.allCases.map(\.rawValue)
  if let near = NearestWord.nearest(to: word.uppercased(), among: known) {
    return Text(en: "Did you mean `\(near)`?", zh: "是否想写 `\(near)`？")
  }
  let list = known.joined(separator: ", ")
  return Text(en: "The methods are \(list).", zh: "支持的方法：\(list)。")
}
