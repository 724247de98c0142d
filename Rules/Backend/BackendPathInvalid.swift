import GatewayModel
import Linting

/// `backend-path-invalid`.
let backendPathInvalid: Rule = Rule(
  id: "backend-path-invalid",
  family: .backend,
  severity: .error,
  faults: [.apiConfigError],
  confidence: [.official],
  summary: Text(en: "A back-end path does not begin with `/`", zh: "后端路径不是以 `/` 开头"),
  explanation: Text(
    en: """
      The path on the back end begins with `/`. The marks `=` and `^~` belong to front-end paths alone. An empty path is \
      a warning: what is forwarded then is documented in two contradicting ways. So are blanks, `?` and `#`, which no \
      path can carry as they are.
      """,
    zh: """
      后端路径必须以 `/` 开头；`=` 和 `^~` 只能用于前端路径。空路径作警告：官方文档对此时转发的路径有两种互相矛盾的说法。\
      路径中的空白、`?` 和 `#` 也作警告，它们不能原样出现在路径里。
      """),
  runtime: Text(
    en: """
      The control plane refuses the path (`InvalidBackendPath`); an API that gets through answers 481 `API config error.`.
      """,
    zh: "控制面会拒绝该路径（`InvalidBackendPath`）；若未被拒绝，调用时返回 481 `API config error.`。"),
  evidence: Text(
    en: "The vendor's page on back ends, and the error code of the control plane.",
    zh: "依据官方的后端配置页面以及控制面的错误码。"),
  url: "https://cloud.tencent.com/document/product/628/52199",
  fixSafety: .safe(
    Text(
      en: "A path without its first slash can only mean the path with it.",
      zh: "缺少开头斜杠的路径只可能是补上斜杠后的路径。")),
  examples: [
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: a, Method: GET}}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: /a, Method: GET}}
        """,
      fixed: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: /a, Method: GET}}
        """,
      at: "a, Method"),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: '', Method: GET}}
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: '${path}', Method: GET}}
        """,
      at: "''"),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: '^~/a', Method: GET}}
        """,
      good: """
        paths:
          /a/{id}:
            get:
              operationId: a
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: '/a/{id}', Method: GET}}
        """,
      at: "'^~/a'"),
  ],
  checks: [.part(.api, checkPath)])

private func checkPath(_ part: Part, _ findings: inout Findings) {
  let field = part[.backendPath]
  guard let path = part.calledPath, let origin = field.origin else { return }
  var key: String { field.spelling }
  if field.isBlank {
    // Tools that refuse an empty path make it a missing one.
    if part.facts.backend.refusesEmptyPath, part.serviceType == .http || part.serviceType == .webSocket { return }
    findings.report(
      at: .value(origin),
      Text(
        en: "\(key) is empty: the vendor's pages contradict each other about what is forwarded then.",
        zh: "\(key) 为空：此时转发什么路径，官方文档的说法互相矛盾。"),
      severity: .warning,
      help: Text(en: "Write the path in full, at least `/`.", zh: "请写出完整路径，至少写 `/`。"))
    return
  }
  if path.hasPrefix("=") || path.hasPrefix("^~") {
    findings.report(
      at: .value(origin),
      Text(
        en: "\(key) `\(path)` begins with a mark that only front-end paths know.",
        zh: "\(key) `\(path)` 以只有前端路径才支持的标记开头。"),
      help: Text(en: "Write the path alone; it begins with `/`.", zh: "只写以 `/` 开头的路径。"))
  } else if !path.hasPrefix("/") {
    let canPrefix = !path.contains("://") && path.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
    findings.report(
      at: .value(origin),
      Text(en: "\(key) `\(path)` does not begin with `/`.", zh: "\(key) `\(path)` 没有以 `/` 开头。"),
      help: Text(en: "Write `/\(path)`.", zh: "改为 `/\(path)`。"),
      mends: canPrefix
        ? [.safe(Text(en: "write `/\(path)`", zh: "改为 `/\(path)`"), .set(origin, .string("/" + path)))] : [])
  } else if let sign = path.unicodeScalars.first(where: cannotStandInPath) {
    let name =
      sign.properties.isWhitespace ? Text(en: "white space", zh: "空白字符") : Text(en: "`\(sign)`", zh: "`\(sign)`")
    findings.report(
      at: .value(origin),
      Text(
        en: "\(key) `\(path)` contains \(name.en), which no path can carry as it is.",
        zh: "\(key) `\(path)` 含有\(name.zh)，不能原样出现在路径中。"),
      severity: .warning,
      help: Text(
        en: "Declare what follows `?` as back-end parameters; percent-encode what belongs to the path.",
        zh: "`?` 之后的内容请声明为后端参数；确属路径的字符请做百分号编码。"))
  }
}

private func cannotStandInPath(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "?", "#": true
  case "!"..."~": false
  default: scalar.properties.isWhitespace
  }
}
