import GatewayModel
import Linting

/// `backend-scf-incomplete`.
let backendSCFIncomplete: Rule = Rule(
  id: "backend-scf-incomplete",
  family: .backend,
  severity: .error,
  faults: [.apiConfigError],
  confidence: [.sdk, .terraform],
  summary: Text(
    en: "A function back end does not say which function to call, or how",
    zh: "云函数后端没有写明调用哪个函数或如何调用"),
  explanation: Text(
    en: """
      An SCF back end names the function, its namespace, its qualifier (a version, an alias, `$LATEST` or `$DEFAULT`) and \
      its type (`EVENT` or `HTTP`). Behind a WebSocket front end a transport function takes the place of the function. A \
      web function (`HTTP`) answers by itself: an integrated response has no meaning there.
      """,
    zh: """
      SCF 后端需要写明函数名、命名空间、版本（版本号、别名、`$LATEST` 或 `$DEFAULT`）和函数类型（`EVENT` 或 `HTTP`）。\
      前端为 WebSocket 时，由传输函数代替。Web 函数（`HTTP`）自行返回响应，集成响应对它没有意义。
      """),
  runtime: Text(
    en: "The API is refused when it is created (`InvalidScfConfig`), or answers 481 `API config error.`.",
    zh: "创建 API 时会被拒绝（`InvalidScfConfig`），否则调用时返回 481 `API config error.`。"),
  evidence: Text(
    en: """
      The Cloud API definition and the Terraform provider. Namespace, qualifier and type have defaults in the console \
      alone; that an import fills them in is not documented, so that their absence is a hint.
      """,
    zh: """
      依据云 API 定义和 Terraform Provider。命名空间、版本和类型只在控制台有默认值；导入时是否会自动补全没有文档说明，\
      因此缺失只作提示。
      """),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(
      en: "A qualifier or type in the wrong case can mean only one word. Filling in what is missing is a guess.",
      zh: "仅大小写不同的版本或类型只可能是一个词；补写缺失的内容属于猜测。")),
  examples: [
    Example(
      bad: """
        paths:
          /f:
            get:
              operationId: f
              x-apigw-backend: {ServiceType: SCF, ServiceScfFunctionNamespace: default, ServiceScfFunctionType: EVENT}
        """,
      good: """
        paths:
          /f:
            get:
              operationId: f
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionName: f
                ServiceScfFunctionNamespace: default
                ServiceScfFunctionQualifier: $DEFAULT
                ServiceScfFunctionType: EVENT
                ServiceScfIsIntegratedResponse: false
        """,
      at: "x-apigw-backend"),
    Example(
      bad: """
        paths:
          /f:
            get:
              operationId: f
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionName: f
                ServiceScfFunctionNamespace: default
                ServiceScfFunctionQualifier: $latest
                ServiceScfFunctionType: EVENT
        """,
      good: """
        paths:
          /f:
            get:
              operationId: f
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionName: f
                ServiceScfFunctionNamespace: default
                ServiceScfFunctionQualifier: ${env:QUALIFIER}
                ServiceScfFunctionType: EVENT
        """,
      fixed: """
        paths:
          /f:
            get:
              operationId: f
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionName: f
                ServiceScfFunctionNamespace: default
                ServiceScfFunctionQualifier: $LATEST
                ServiceScfFunctionType: EVENT
        """,
      at: "$latest"),
    Example(
      bad: """
        paths:
          /f:
            get:
              operationId: f
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionName: f
                ServiceScfFunctionNamespace: default
                ServiceScfFunctionQualifier: $DEFAULT
                ServiceScfFunctionType: HTTP
                ServiceScfIsIntegratedResponse: true
        """,
      good: """
        paths:
          /f:
            get:
              operationId: f
              x-apigw-protocol: WEBSOCKET
              x-apigw-backend:
                ServiceType: SCF
                ServiceWebsocketTransportFunctionName: talk
        """,
      at: "true"),
    Example(
      bad: """
        paths:
          /f:
            get:
              operationId: f
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionName: f
        """,
      good: """
        paths:
          /f:
            get:
              operationId: f
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionName: f
                ServiceScfFunctionNamespace: default
                ServiceScfFunctionQualifier: '12'
                ServiceScfFunctionType: EVENT
        """,
      at: "x-apigw-backend"),
  ],
  checks: [.part(.api, checkFunctionCompleteness)])

/// Reports what a function back end lacks or says wrongly.
func checkFunctionCompleteness(_ part: Part, _ findings: inout Findings) {
  guard part.serviceType == .scf else { return }
  let hasName = checkFunctionName(part, &findings)
  checkFunctionType(part, &findings)
  for name in [
    FieldName.functionQualifier, .transportFunctionQualifier, .registerFunctionQualifier, .cleanupFunctionQualifier,
  ] {
    checkQualifier(part[name], &findings)
  }
  if hasName { checkFunctionDetails(part, &findings) }
  let integrated = part[.isIntegratedResponse]
  if integrated.boolean == true, part[.functionType].text?.uppercased() == "HTTP", let origin = integrated.origin {
    findings.report(
      at: .value(origin),
      Text(
        en: "\(integrated.spelling) is on, but a web function (HTTP) answers by itself.",
        zh: "\(integrated.spelling) 已开启，但 Web 函数（HTTP）自行返回响应。"),
      severity: .warning,
      help: Text(en: "Turn it off, or call an event function.", zh: "请关闭它，或改用事件函数。"),
      related: part[.functionType].origin.map {
        [RelatedPlace(.value($0), Text(en: "the function's type", zh: "函数类型"))]
      } ?? [])
  }
}

/// Reports a missing function name and returns whether the back end names a function other than a transport function.
private func checkFunctionName(_ part: Part, _ findings: inout Findings) -> Bool {
  let name = part[.functionName]
  let transport = part[.transportFunctionName]
  if part.isWebSocketFront {
    let needsTransport = part.facts.backend.demandsTransportFunction
    guard transport.isMissing, name.isMissing || needsTransport else { return !name.isBlank }
    findings.report(
      at: .field(transport),
      needsTransport
        ? Text(
          en: "A function behind a WebSocket front end must be named as \(transport.spelling).",
          zh: "WebSocket 前端的云函数必须通过 \(transport.spelling) 指定。")
        : Text(
          en: "The SCF back end names no function: neither \(name.spelling) nor \(transport.spelling).",
          zh: "SCF 后端没有指定函数：\(name.spelling) 和 \(transport.spelling) 都没有写。"),
      help: Text(
        en: "Write the name of the transport function as \(transport.spelling).",
        zh: "请在 \(transport.spelling) 中填写传输函数的名称。"))
    return !name.isBlank
  }
  guard name.isMissing else { return !name.isBlank }
  findings.report(
    at: .field(name),
    Text(en: "The SCF back end lacks \(name.spelling).", zh: "SCF 后端缺少 \(name.spelling)。"),
    help: Text(en: "Name the function to call.", zh: "请写明要调用的函数名。"))
  return false
}

private func checkFunctionType(_ part: Part, _ findings: inout Findings) {
  let type = part[.functionType]
  guard !type.isBlank, !type.isTemplated, let word = type.text, let origin = type.origin,
    type.part.facts.backend.functionTypes[word] == nil
  else { return }
  switch KnownWord(word, among: ["EVENT", "HTTP"]) {
  case .exact: break
  case .inOtherCase(let known): reportCase(type, word, known, origin, &findings)
  case .unknown:
    findings.report(
      at: .value(origin),
      Text(
        en: "\(type.spelling) `\(word)` is neither `EVENT` nor `HTTP`.",
        zh: "\(type.spelling) `\(word)` 既不是 `EVENT` 也不是 `HTTP`。"),
      help: Text(
        en: "Event functions are `EVENT`, web functions `HTTP`.", zh: "事件函数写 `EVENT`，Web 函数写 `HTTP`。"))
  }
}

private func checkQualifier(_ qualifier: Field, _ findings: inout Findings) {
  guard !qualifier.isTemplated, let word = qualifier.text, word.hasPrefix("$"), let origin = qualifier.origin else {
    return
  }
  switch KnownWord(word, among: ["$LATEST", "$DEFAULT"]) {
  case .exact: break
  case .inOtherCase(let known): reportCase(qualifier, word, known, origin, &findings)
  case .unknown:
    findings.report(
      at: .value(origin),
      Text(
        en: "\(qualifier.spelling) `\(word)` is neither `$LATEST` nor `$DEFAULT`; no other qualifier begins with `$`.",
        zh: "\(qualifier.spelling) `\(word)` 既不是 `$LATEST` 也不是 `$DEFAULT`；其他版本名不会以 `$` 开头。"),
      help: Text(
        en: "Write one of the two, a version number or an alias.", zh: "请写其中之一，或版本号、别名。"))
  }
}

private func reportCase(
  _ field: Field, _ word: String, _ known: String, _ origin: Origin, _ findings: inout Findings
) {
  findings.report(
    at: .value(origin),
    Text(
      en: "\(field.spelling) `\(word)` is written `\(known)` by the Cloud API.",
      zh: "\(field.spelling) `\(word)` 在云 API 中写作 `\(known)`。"),
    severity: .warning,
    mends: [.safe(Text(en: "write `\(known)`", zh: "改为 `\(known)`"), .set(origin, .string(known)))])
}

private func checkFunctionDetails(_ part: Part, _ findings: inout Findings) {
  let values: [(FieldName, String)] = [
    (.functionNamespace, "default"), (.functionQualifier, "$DEFAULT"), (.functionType, "EVENT"),
  ]
  let missing = values.map { (field: part[$0.0], value: $0.1) }.filter { $0.field.isMissing }
  guard let first = missing.first(where: { !$0.field.isWritten }) ?? missing.first else { return }
  let isDemanded = part.facts.backend.demandsFunctionDetails
  let names = Text.list(missing.map(\.field.spelling))
  let wording = Text.list(missing.map { "`\($0.value)`" })
  findings.report(
    at: .field(first.field),
    Text(en: "The SCF back end lacks \(names.en).", zh: "SCF 后端缺少 \(names.zh)。"),
    severity: isDemanded ? nil : .hint,
    help: isDemanded
      ? Text(en: "The deploying tool refuses a function without them.", zh: "部署工具缺少这些字段会报错。")
      : Text(
        en: "The console fills in defaults; whether an import does is not documented.",
        zh: "控制台会填默认值；导入时是否会补全没有文档说明。"),
    mends: [
      Mend(
        title: Text(en: "fill in \(wording.en)", zh: "填写 \(wording.zh)"), applicability: .unsafe,
        steps: missing.map { $0.field.replacement(.string($0.value)) })
    ])
}
