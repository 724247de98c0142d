import GatewayModel
import GatewayRouting
import Linting
import Routing

/// `route-prefix-with-regex`.
let routePrefixWithRegex: Rule = Rule(
  id: "route-prefix-with-regex",
  family: .route,
  severity: .error,
  faults: [.uriMiss],
  confidence: [.official],
  summary: Text(en: "A priority prefix holds a variable or a regular expression", zh: "优先前缀中含有变量或正则"),
  explanation: Text(
    en:
      "`^~` means that everything which begins with the text goes to this API. The text is plain: no variable and no sign of a regular expression may follow. A lone `.` is plain.",
    zh: "`^~` 表示以该文本开头的请求都交给这个 API。其后必须是普通文本，不能跟变量或正则符号；单独的 `.` 视为普通字符。"),
  runtime: Text(
    en:
      "No request begins with the braces or signs themselves: calls are answered with 404 `There is no api match uri[…]`.",
    zh: "请求不会以花括号或正则符号本身开头，调用会返回 404 `There is no api match uri[…]`。"),
  evidence: Text(
    en: "The vendor's page says that no regular expression may follow `^~`.", zh: "官方文档说明 `^~` 后面不能跟正则表达式。"),
  url: "https://cloud.tencent.com/document/product/628/11797",
  fixSafety: .unsafe(
    Text(
      en: "Without the mark the path loses its priority; cut short it takes more requests.",
      zh: "去掉标记会失去优先级，截短则会匹配更多请求。")),
  examples: [
    Example(
      bad: """
        paths:
          ^~/user/{id}:
            get: {operationId: u}
        """,
      good: """
        paths:
          ^~/user/:
            get: {operationId: u}
        """,
      at: "^~/user/{id}", exempt: [.anchored: "a key has no value of its own to share"]),
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: '^~/img/.*', Method: GET}}
        """,
      good: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: ^~/img/logo.png, Method: GET}}
        """,
      fixed: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: '/img/.*', Method: GET}}
        """,
      at: "'^~/img/.*'"),
  ],
  checks: [.service(checkPriorityPrefixes)])

private func checkPriorityPrefixes(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  for shared in SharedPath.all(of: service, in: project) {
    guard let pattern = shared.pattern, pattern.kind == .priorityPrefix,
      let index = pattern.text.firstIndex(where: isSign)
    else { continue }
    let isVariable = pattern.text[index] == UInt8(ascii: "{")
    let rest = String(decoding: pattern.text, as: UTF8.self)
    let head = "^~" + String(decoding: pattern.text[..<index], as: UTF8.self)
    let path = shared.apis[0][.path]
    findings.report(
      at: shared.place,
      Text(
        en:
          "`^~` takes plain text, but `\(pattern.description)` holds \(isVariable ? "a variable" : "a regular expression").",
        zh: "`^~` 后只能是普通文本，但 `\(pattern.description)` 含有\(isVariable ? "变量" : "正则")。"),
      help: Text(
        en: "Write `\(rest)` without the mark, or `\(head)` for everything that begins so.",
        zh: "请去掉标记写成 `\(rest)`，或写成 `\(head)` 以匹配所有以此开头的请求。"),
      mends: [
        .unsafe(Text(en: "drop the `^~`", zh: "去掉 `^~`"), path.replacement(.string(rest))),
        .unsafe(Text(en: "write `\(head)`", zh: "写成 `\(head)`"), path.replacement(.string(head))),
      ], subject: shared.apis[0].id)
  }
}

private func isSign(_ byte: UInt8) -> Bool {
  PathPattern.isExpressionSign(byte) || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
}
