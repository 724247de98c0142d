import GatewayModel
import Linting

/// `backend-http-incomplete`.
let backendHTTPIncomplete: Rule = Rule(
  id: "backend-http-incomplete",
  family: .backend,
  severity: .error,
  faults: [.apiConfigError],
  confidence: [.sdk, .terraform],
  summary: Text(
    en: "An HTTP or WEBSOCKET back end lacks its URL, path or method",
    zh: "HTTP 或 WEBSOCKET 后端缺少地址、路径或方法"),
  explanation: Text(
    en: """
      The gateway needs three things to call an HTTP or WEBSOCKET back end: `Url`, `Path` and `Method`, all in \
      `ServiceConfig`. Behind a VPC channel (`Product: upstream`) the address comes from the channel, so that `Url` may \
      be left out.
      """,
    zh: """
      网关调用 HTTP 或 WEBSOCKET 后端需要 `ServiceConfig` 中的三项：`Url`、`Path` 和 `Method`。使用 VPC 通道\
      （`Product: upstream`）时地址来自通道，可以不写 `Url`。
      """),
  runtime: Text(
    en: "The API is refused when it is created; one that gets through answers 481 `API config error.`.",
    zh: "创建 API 时会被拒绝；若未被拒绝，调用时返回 481 `API config error.`。"),
  evidence: Text(
    en: "The Cloud API definition demands the three fields, and the Terraform provider refuses to go on without them.",
    zh: "云 API 定义要求填写这三个字段，Terraform Provider 缺少任何一项都会报错。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .unsafe(
    Text(
      en: "The front-end method is the usual back-end method, but nothing says that it is the right one.",
      zh: "后端方法通常与前端方法相同，但并无依据证明一定如此。")),
  examples: [
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend: {ServiceType: HTTP, ServiceConfig: {Url: 'http://a.shop.cn', Path: /a}}
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
      at: "ServiceConfig"),
    Example(
      bad: """
        paths:
          /a:
            post:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
        """,
      good: """
        paths:
          /a:
            post:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig:
                  Product: upstream
                  UpstreamId: upstream-1a2b3c4d
                  UniqVpcId: vpc-7ofs5mz1
                  Path: /a
                  Method: POST
        """,
      at: "x-apigw-backend"),
    Example(
      bad: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig:
                  Url: ''
                  Path: /a
                  Method: GET
        """,
      good: """
        paths:
          /a:
            get:
              operationId: a
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig:
                  Url: ${env:BACKEND_URL}
                  Path: /a
                  Method: GET
        """,
      at: "''"),
  ],
  checks: [.part(.api, checkHTTPCompleteness)])

/// Reports what an HTTP or WEBSOCKET back end lacks.
func checkHTTPCompleteness(_ part: Part, _ findings: inout Findings) {
  guard let type = part.serviceType, type == .http || type == .webSocket else { return }
  let config = part[.serviceConfig]
  if config.isMissing {
    findings.report(
      at: .field(config),
      Text(
        en: "The \(type.rawValue) back end has no \(config.spelling), so that the gateway knows nothing to call.",
        zh: "\(type.rawValue) 后端缺少 \(config.spelling)，网关不知道该调用什么。"),
      help: completenessHelp)
    return
  }
  let needed: [FieldName] = (part.mayBeBehindUpstream ? [] : [.backendURL]) + [.backendPath, .backendMethod]
  let missing = needed.map { part[$0] }.filter {
    $0.name == .backendPath && !part.facts.backend.refusesEmptyPath ? $0.isMissingKey : $0.isMissing
  }
  let isMethodAlone = missing.map(\.name) == [.backendMethod]
  let mends = isMethodAlone ? methodMend(part).map { [$0] } ?? [] : []
  let absent = missing.filter { !$0.isWritten }
  if let first = absent.first {
    let names = Text.list(absent.map(\.spelling))
    findings.report(
      at: .field(first),
      Text(en: "The \(type.rawValue) back end lacks \(names.en).", zh: "\(type.rawValue) 后端缺少 \(names.zh)。"),
      help: completenessHelp, mends: mends)
  }
  for field in missing where field.isWritten {
    findings.report(
      at: .field(field),
      Text(
        en: "\(field.spelling) of the \(type.rawValue) back end is empty.",
        zh: "\(type.rawValue) 后端的 \(field.spelling) 为空。"),
      help: completenessHelp, mends: mends)
  }
}

private let completenessHelp = Text(
  en: "Write the address (`http://host:port`), the path (it begins with `/`) and the method to call the back end with.",
  zh: "请写明后端地址（`http://host:port`）、路径（以 `/` 开头）和调用方法。")

private func methodMend(_ part: Part) -> Mend? {
  guard let method = part.apiMethod, method != .any, method != .begin else { return nil }
  return .unsafe(
    Text(en: "call the back end with \(method.rawValue)", zh: "用 \(method.rawValue) 方法调用后端"),
    part[.backendMethod].replacement(.string(method.rawValue)))
}
