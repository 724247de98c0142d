import GatewayModel
import Linting

/// `param-header-unsendable`.
let paramHeaderUnsendable: Rule = Rule(
  id: "param-header-unsendable",
  family: .param,
  severity: .warning,
  faults: [.headerRequired],
  confidence: [.inferred],
  summary: Text(
    en: "A required header can never reach the gateway under this name",
    zh: "必填的请求头无法以该名称到达网关"),
  explanation: Text(
    en: """
      A header's name is a token: letters, digits and a few signs, no blanks or colons. Headers that speak of the \
      connection itself (`Connection`, `Transfer-Encoding`, `Host` and others) are set by clients and proxies, not by \
      callers. `Host` as a constant parameter for a CLB is another matter and documented.
      """,
    zh: """
      请求头名称只能由字母、数字和少数符号组成，不能有空格或冒号。描述连接本身的请求头（`Connection`、\
      `Transfer-Encoding`、`Host` 等）由客户端和代理设置，调用方无法自行填写。将 `Host` 作为 CLB 的常量参数则另有文档说明。
      """),
  runtime: Text(
    en: "Requests are answered with 403 `header xxx is required.`", zh: "请求返回 403 `header xxx is required.`。"),
  evidence: Text(
    en: "Follows from RFC 9110; the gateway's own treatment of such names is not documented.",
    zh: "依据 RFC 9110；网关如何处理这类名称没有资料说明。"),
  url: "https://cloud.tencent.com/document/product/628/34086",
  examples: [
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: "X Tenant", in: header, required: true, schema: {type: string}}]
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: X-Tenant, in: header, required: true, schema: {type: string}}]
        """,
      at: #""X Tenant""#),
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: host, in: header, required: true, schema: {type: string}}]
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters:
                - {name: Host, in: header, schema: {type: string}}
                - {name: Host, in: query, required: true, schema: {type: string}}
              x-apigw-const-paramters: [{Name: Host, Position: HEADER, DefaultValue: users.shop.cn}]
        """,
      at: "host"),
  ],
  checks: [.part(.requestParameter, checkHeader)])

/// Source: RFC 9110 §7.6.1 and §7.2.
private let connectionHeaders: Set<String> = [
  "host", "connection", "content-length", "transfer-encoding", "keep-alive", "te", "trailer", "upgrade",
]

private func checkHeader(_ parameter: Part, _ findings: inout Findings) {
  guard parameter.parameterPosition == .header, parameter.isRequiredParameter,
    let name = parameter.parameterNameText, let origin = parameter[.parameterName].origin
  else { return }
  if let sign = name.unicodeScalars.first(where: { !isTokenSign($0) }) {
    let shown = sign.value > 0x20 && sign.value != 0x7F ? "`\(sign)`" : nil
    findings.report(
      at: .value(origin),
      Text(
        en: "No header can be called `\(name)`: \(shown ?? "a blank") may not stand in a header's name.",
        zh: "请求头不能命名为 `\(name)`：名称中不能包含\(shown.map { " \($0)" } ?? "空白字符")。"),
      help: Text(en: "Use letters, digits and `-`.", zh: "请使用字母、数字和 `-`。"))
  } else if connectionHeaders.contains(name.lowercased()) || name.lowercased().hasPrefix("proxy-") {
    findings.report(
      at: .value(origin),
      Text(
        en: "`\(name)` belongs to the connection: callers cannot send a value of their own in it.",
        zh: "`\(name)` 属于连接本身的请求头，调用方无法自行传值。"),
      help: Text(en: "Use a header of your own, such as `X-\(name)`.", zh: "请使用自定义请求头，例如 `X-\(name)`。"))
  }
}

/// Source: RFC 9110 §5.6.2, `tchar`.
private func isTokenSign(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "!", "#", "$", "%", "&", "'", "*", "+", "-", ".", "^", "_", "`", "|", "~": true
  default: false
  }
}
