import GatewayModel
import Linting

/// `param-position-invalid`.
let paramPositionInvalid: Rule = Rule(
  id: "param-position-invalid",
  family: .param,
  severity: .error,
  faults: [.parametersFail],
  confidence: [.sdk, .component],
  summary: Text(
    en: "A parameter stands in a position that the gateway does not read",
    zh: "参数位置不受网关支持"),
  explanation: Text(
    en: """
      The gateway takes parameters from the header, the query, the path and, as form fields, the body. OpenAPI's `cookie` \
      has no counterpart, and OpenAPI 3 has no `body` or `formData`; form fields can only be declared in the Cloud API's \
      form. In a mapping to the back end any other word may be a system parameter.
      """,
    zh: """
      网关从 header、query、path 以及 body（表单字段）读取参数。OpenAPI 的 `cookie` 没有对应的位置，OpenAPI 3 也没有 \
      `body` 和 `formData`，表单字段只能用云 API 的写法声明。后端参数映射中的其他取值可能是系统参数。
      """),
  runtime: Text(
    en: "The parameter is refused, or a request is answered with 403 `Get xxx params fail.`",
    zh: "参数会被拒绝，或请求返回 403 `Get xxx params fail.`。"),
  evidence: Text(
    en: "The positions are those of the Cloud API and the vendor's component; case is not said to matter.",
    zh: "位置取值来自云 API 与厂商组件；大小写是否敏感没有说明。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(
      en: "Only letter case and `head` are corrected; another position changes what clients must send.",
      zh: "只更正大小写和 `head`；换成其他位置会改变客户端的传参方式。")),
  examples: [
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: token, in: cookie, schema: {type: string}}]
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: token, in: header, schema: {type: string}}]
        """,
      at: "cookie"),
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: page, in: Query, schema: {type: string}}]
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: page, in: query, schema: {type: string}}]
        """,
      fixed: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: page, in: query, schema: {type: string}}]
        """,
      at: "Query"),
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: page, in: querry, schema: {type: string}}]
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: page, in: "${POSITION}", schema: {type: string}}]
        """,
      at: "querry"),
    Example(
      bad: """
        paths:
          /users:
            post:
              operationId: createUser
              x-apigw-const-paramters: [{Name: Host, Position: COOKIE, DefaultValue: users.shop.cn}]
        """,
      good: """
        paths:
          /users:
            post:
              operationId: createUser
              x-apigw-const-paramters: [{Name: Host, Position: HEADER, DefaultValue: users.shop.cn}]
              x-apigw-request-parameters: [{Name: user, Position: BODY, Type: string}]
              x-apigw-service-parameters:
                - Name: requestId
                  Position: HEADER
                  RelevantRequestParameterName: requestId
                  RelevantRequestParameterPosition: SYSTEM
        """,
      at: "COOKIE"),
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: page, schema: {type: string}}]
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters: [{name: page, in: query, schema: {type: string}}]
        """,
      at: "name: page"),
  ],
  checks: [.part(.requestParameter, checkParameter), .part(.constantParameter, checkConstant)])

private func checkParameter(_ parameter: Part, _ findings: inout Findings) {
  guard !parameter.isTSFLocationParameter else { return }
  let position = parameter[.parameterPosition]
  if position.isMissing, parameter.facts.isImportDocument, !parameter.usesAlternateSpelling {
    findings.report(
      at: .field(position),
      Text(en: "The parameter says nothing of its position.", zh: "该参数没有写明位置。"),
      help: Text(en: "Write `in: header`, `in: query` or `in: path`.", zh: "请写 `in: header`、`in: query` 或 `in: path`。"))
    return
  }
  PositionCheck(field: position, spelling: parameter.positionSpelling).run(&findings)
}

private func checkConstant(_ constant: Part, _ findings: inout Findings) {
  PositionCheck(field: constant[.constantPosition], spelling: constant.positionSpelling).run(&findings)
}

/// One written position against the words that the gateway knows.
private struct PositionCheck {
  let field: Field
  let spelling: DialectFacts.PositionSpelling

  /// Whether a form field can be written in this place.
  private var takesBody: Bool { spelling == .uppercase || !field.part.facts.isImportDocument }
  private var known: [ParameterPosition] { takesBody ? [.header, .query, .path, .body] : [.header, .query, .path] }
  private var list: String { known.map { $0.spelled(spelling) }.joined(separator: ", ") }

  func run(_ findings: inout Findings) {
    guard !field.isTemplated, !field.isBlank, let word = field.text, let origin = field.origin else { return }
    if let position = ParameterPosition(word: word), known.contains(position) {
      let due = position.spelled(spelling)
      if word != due { report(word, at: origin, as: due, &findings) }
    } else if word.lowercased() == "head" {
      report(word, at: origin, as: ParameterPosition.header.spelled(spelling), &findings)
    } else if ["cookie", "body", "formdata"].contains(word.lowercased()), field.name == .parameterPosition {
      reportForeign(word, at: origin, &findings)
    } else {
      reportUnknown(word, at: origin, &findings)
    }
  }

  private func report(_ word: String, at origin: Origin, as due: String, _ findings: inout Findings) {
    findings.report(
      at: .value(origin),
      Text(en: "The position `\(word)` is written `\(due)` here.", zh: "位置 `\(word)` 在此处应写作 `\(due)`。"),
      severity: .hint, help: Text(en: "Write `\(due)`.", zh: "请写作 `\(due)`。"),
      mends: [.safe(Text(en: "set `\(due)`", zh: "改为 `\(due)`"), .set(origin, .string(due)))])
  }

  private func reportForeign(_ word: String, at origin: Origin, _ findings: inout Findings) {
    let header = ParameterPosition.header.spelled(spelling)
    let isCookie = word.lowercased() == "cookie"
    findings.report(
      at: .value(origin),
      Text(
        en: "The gateway takes no parameters from `\(word)`; here it knows \(list).",
        zh: "网关不支持从 `\(word)` 读取参数；此处支持的位置为 \(list)。"),
      severity: .warning,
      help: isCookie
        ? Text(
          en: "Have clients send it in a header, or leave the declaration out: cookies are passed on.",
          zh: "请让客户端改用请求头传递，或去掉声明：Cookie 会原样透传。")
        : Text(
          en: "A JSON body is passed on undeclared; form fields are declared with Position BODY.",
          zh: "JSON 请求体无需声明即可透传；表单字段请以 Position BODY 声明。"),
      mends: isCookie
        ? [.unsafe(Text(en: "take it from the header", zh: "改为从请求头读取"), .set(origin, .string(header)))] : [])
  }

  private func reportUnknown(_ word: String, at origin: Origin, _ findings: inout Findings) {
    let words = known.map { $0.spelled(spelling) }
    let meant = NearestWord.nearest(to: spelling == .uppercase ? word.uppercased() : word.lowercased(), among: words)
    findings.report(
      at: .value(origin),
      Text(en: "`\(word)` is no position; here the gateway knows \(list).", zh: "`\(word)` 不是有效的位置；此处支持 \(list)。"),
      help: meant.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") }
        ?? Text(en: "Write one of \(list).", zh: "请填写以下取值之一：\(list)。"),
      mends: meant.map { [.unsafe(Text(en: "set `\($0)`", zh: "改为 `\($0)`"), .set(origin, .string($0)))] } ?? [])
  }
}
