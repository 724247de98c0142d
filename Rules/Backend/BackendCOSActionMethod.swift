import GatewayModel
import Linting

/// `backend-cos-action-method`.
let backendCOSActionMethod: Rule = Rule(
  id: "backend-cos-action-method",
  family: .backend,
  severity: .error,
  faults: [.apiConfigError],
  confidence: [.sdk, .official],
  summary: Text(
    en: "The action of a COS back end does not fit the API's method",
    zh: "COS 后端的操作与 API 的方法不匹配"),
  explanation: Text(
    en: """
      Every method has actions of its own: GET `GetObject`, PUT `PutObject`, POST `PostObject` or `AppendObject`, HEAD \
      `HeadObject`, DELETE `DeleteObject`. Other methods, ANY among them, have none.
      """,
    zh: """
      每种方法对应各自的操作：GET 对应 `GetObject`，PUT 对应 `PutObject`，POST 对应 `PostObject` 或 `AppendObject`，HEAD \
      对应 `HeadObject`，DELETE 对应 `DeleteObject`。包括 ANY 在内的其他方法没有可用的操作。
      """),
  runtime: Text(
    en: "The API is refused when it is created, or answers 481 `API config error.`.",
    zh: "创建 API 时会被拒绝，否则调用时返回 481 `API config error.`。"),
  evidence: Text(
    en:
      "The table stands in the Cloud API definition; that ANY is not supported, in the vendor's page on COS back ends.",
    zh: "对应关系见云 API 定义；不支持 ANY 见官方的 COS 后端页面。"),
  url: "https://cloud.tencent.com/document/product/628/70988",
  fixSafety: .safe(
    Text(
      en: "A method with one action leaves no choice; for POST, which has two, no edit is offered.",
      zh: "只对应一种操作的方法没有其他选择；POST 对应两种操作，因此不提供修改。")),
  examples: [
    Example(
      bad: """
        paths:
          /img/:
            put:
              operationId: up
              x-apigw-backend: {ServiceType: COS, ServiceConfig: {Path: /, CosConfig: {Action: GetObject, BucketName: b-1250000000}}}
        """,
      good: """
        paths:
          /img/:
            put:
              operationId: up
              x-apigw-backend: {ServiceType: COS, ServiceConfig: {Path: /, CosConfig: {Action: PutObject, BucketName: b-1250000000}}}
        """,
      fixed: """
        paths:
          /img/:
            put:
              operationId: up
              x-apigw-backend: {ServiceType: COS, ServiceConfig: {Path: /, CosConfig: {Action: PutObject, BucketName: b-1250000000}}}
        """,
      at: "GetObject"),
    Example(
      bad: """
        paths:
          /img/:
            any:
              operationId: img
              x-apigw-backend: {ServiceType: COS, ServiceConfig: {Path: /, CosConfig: {Action: GetObject, BucketName: b-1250000000}}}
        """,
      good: """
        paths:
          /img/:
            post:
              operationId: img
              x-apigw-backend: {ServiceType: COS, ServiceConfig: {Path: /, CosConfig: {Action: AppendObject, BucketName: b-1250000000}}}
        """,
      at: "any"),
  ],
  checks: [.part(.api, checkAction)])

private func actions(of method: APIMethod) -> [String] {
  switch method {
  case .get: ["GetObject"]
  case .put: ["PutObject"]
  case .post: ["PostObject", "AppendObject"]
  case .head: ["HeadObject"]
  case .delete: ["DeleteObject"]
  case .any, .begin, .options, .trace, .patch: []
  }
}

private func checkAction(_ part: Part, _ findings: inout Findings) {
  guard part.serviceType == .cos, let method = part.apiMethod, let methodOrigin = part[.method].origin else { return }
  let action = part[.cosAction]
  let allowed = actions(of: method)
  guard !allowed.isEmpty else {
    findings.report(
      at: .value(methodOrigin),
      Text(
        en: "A COS back end cannot be called with \(method.rawValue): no action fits it.",
        zh: "COS 后端不支持 \(method.rawValue) 方法：没有与之对应的操作。"),
      help: Text(
        en: "Make one API for each of GET, PUT, POST, HEAD and DELETE that is needed.",
        zh: "请按需要分别为 GET、PUT、POST、HEAD、DELETE 创建 API。"))
    return
  }
  guard !action.isBlank, !action.isTemplated, let word = action.text, let origin = action.origin else { return }
  let names = allowed.map { "`\($0)`" }
  switch KnownWord(word, among: allowed) {
  case .exact: break
  case .inOtherCase(let known):
    findings.report(
      at: .value(origin),
      Text(
        en: "\(action.spelling) `\(word)` is written `\(known)` by the Cloud API.",
        zh: "\(action.spelling) `\(word)` 在云 API 中写作 `\(known)`。"),
      severity: .warning,
      mends: [.safe(Text(en: "write `\(known)`", zh: "改为 `\(known)`"), .set(origin, .string(known)))])
  case .unknown:
    let choice = Text(en: names.joined(separator: " or "), zh: names.joined(separator: " 或 "))
    findings.report(
      at: .value(origin),
      Text(
        en: "\(action.spelling) `\(word)` does not fit the method \(method.rawValue), which has \(choice.en).",
        zh: "\(action.spelling) `\(word)` 与方法 \(method.rawValue) 不匹配，应为 \(choice.zh)。"),
      related: [RelatedPlace(.value(methodOrigin), Text(en: "the API's method", zh: "API 的方法"))],
      mends: allowed.count == 1
        ? [.safe(Text(en: "write \(names[0])", zh: "改为 \(names[0])"), .set(origin, .string(allowed[0])))] : [])
  }
}
