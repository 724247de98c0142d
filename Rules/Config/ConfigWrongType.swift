import GatewayModel
import Linting
import YAMLDocument

/// `config-wrong-type`.
let configWrongType: Rule = Rule(
  id: "config-wrong-type",
  family: .config,
  severity: .error,
  faults: [.apiConfigError],
  confidence: [.sdk, .inferred],
  summary: Text(
    en: "A field holds a value of another type than it takes",
    zh: "字段的值类型不正确"),
  explanation: Text(
    en: """
      Every field takes text, a whole number, `true` or `false`, a list or a mapping. A single value where a list or \
      mapping is due, the reverse, and a number field with a text such as `30s` cannot be meant; nor can an item of a list \
      of mappings, or what stands behind a path, that is no mapping. A quoted `"true"` or \
      `"15"`, and a bare number where text is due, are other values than they look like; so is a word of an enumeration \
      in the wrong case. `yes`, `no`, `on` and `off` are truth values in old YAML and texts in new.
      """,
    zh: """
      每个字段接受文本、整数、`true`/`false`、列表或映射中的一种。需要列表或映射却写了单个值、反之亦然，或在数字字段里写 \
      `30s` 之类的文本，都不可能是本意；映射列表中的项、路径之下的内容不是映射时也是如此。加了引号的 `"true"`、`"15"`，以及需要文本却写了裸数字，实际值与看上去不同；枚举值\
      大小写不符也是如此。`yes`、`no`、`on`、`off` 在旧版 YAML 中是布尔值，在新版中是文本。
      """),
  runtime: Text(
    en:
      "The import refuses the document or the field; a value that slipped through is answered with 481 `API config error.`",
    zh: "导入会拒绝文档或该字段；若未被拒绝，调用时返回 481 `API config error.`。"),
  evidence: Text(
    en: "The types are those of the Cloud API; how the import takes quoted numbers and truth values is not known.",
    zh: "类型来自云 API 定义；导入如何处理加引号的数字和布尔值没有资料说明。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(
      en: "Quotes are added or taken away, or letters raised, so that the value has the type it looks like.",
      zh: "只增减引号或改为大写，使值的类型与其字面一致。")),
  examples: [
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-cors: "false"
              x-apigw-service-timeout: 15
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-cors: FALSE
              x-apigw-service-timeout: ${TIMEOUT}
        """,
      fixed: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-cors: false
              x-apigw-service-timeout: 15
        """,
      at: #""false""#),
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-cors: false
              x-apigw-service-timeout: "15"
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-cors: false
              x-apigw-service-timeout:
        """,
      fixed: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-cors: false
              x-apigw-service-timeout: 15
        """,
      at: #""15""#),
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-service-timeout: 15s
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-service-timeout: 15
        """,
      at: "15s"),
    Example(
      bad: """
        paths:
          /hook:
            post:
              operationId: receiveHook
              x-apigw-service-timeout: 15
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionQualifier: 3
                ServiceScfFunctionName: hook
        """,
      good: """
        paths:
          /hook:
            post:
              operationId: receiveHook
              x-apigw-service-timeout: 15
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionQualifier: '3'
                ServiceScfFunctionName: hook
        """,
      fixed: """
        paths:
          /hook:
            post:
              operationId: receiveHook
              x-apigw-service-timeout: 15
              x-apigw-backend:
                ServiceType: SCF
                ServiceScfFunctionQualifier: '3'
                ServiceScfFunctionName: hook
        """,
      at: "3\n        ServiceScfFunctionName"),
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-backend: MOCK
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      at: "MOCK"),
    Example(
      bad: """
        paths:
          /pay:
            get:
              operationId: pay
              x-apigw-service-timeout: 15
              x-apigw-api-type: Normal
        """,
      good: """
        paths:
          /pay:
            get:
              operationId: pay
              x-apigw-service-timeout: 15
              x-apigw-api-type: NORMAL
        """,
      fixed: """
        paths:
          /pay:
            get:
              operationId: pay
              x-apigw-service-timeout: 15
              x-apigw-api-type: NORMAL
        """,
      at: "Normal"),
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              parameters: {name: page, in: query, schema: {type: string}}
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              parameters: [{name: page, in: query, required: true, schema: {type: string, default: 1}}]
        """,
      at: "{name: page"),
    Example(
      bad: """
        paths:
          /orders: listOrders
        """,
      good: """
        paths:
          /orders: {get: {operationId: listOrders}}
          /users: {}
        """,
      at: "listOrders"),
    Example(
      .manifest,
      bad: """
        SubDomains: [api.shop.cn]
        """,
      good: """
        SubDomains: [{SubDomain: api.shop.cn, Protocol: http}]
        """,
      at: "api.shop.cn"),
  ],
  checks: judgedKinds.map { .part($0, checkTypes) } + [.note(.itemNotMapping, checkItem)])

/// Kinds of part whose fields have types of their own. What stands in a plugin's data is judged by the plugin rules.
private let judgedKinds: [PartKind] = [
  .service, .domain, .pathMapping, .server, .api, .requestParameter, .serviceParameter, .constantParameter,
  .microService, .responseErrorCode, .base64Rule, .pluginAttachment, .usagePlan, .planBinding, .apiKey, .app,
  .appBinding, .expectedURL, .upstream, .upstreamNode,
]

/// An item of a list of mappings, or what stands behind a path.
private func checkItem(_ note: Note, _ findings: inout Findings) {
  let yaml = note.project.document(note.value.document).yaml
  let node = note.value.node
  let kind: Text
  if yaml.kind(node) == .sequence {
    kind = Text(en: "a list", zh: "列表")
  } else {
    guard yaml.resolve(node, schema: note.part.facts.schema) != .null, !Field.isTemplate(yaml.scalar(node)) else {
      return
    }
    kind = Text(en: "`\(yaml.string(node).prefix(60))`", zh: "`\(yaml.string(node).prefix(60))`")
  }
  guard let field = note.within, field != .pathItem else {
    findings.report(
      at: .value(note.value),
      Text(
        en: "`\(note.keyText)` takes a mapping of methods; this is \(kind.en).",
        zh: "`\(note.keyText)` 下应为以请求方法为键的映射，此处是\(kind.zh)。"),
      help: Text(
        en: "Write the operations of the path by their methods, such as `get: {…}`, or remove the path.",
        zh: "请按请求方法写出该路径的操作，例如 `get: {…}`，或删除该路径。"))
    return
  }
  let list = note.part[field].spelling
  findings.report(
    at: .value(note.value),
    Text(en: "\(list) takes mappings; this item is \(kind.en).", zh: "\(list) 的每一项应为映射，此处是\(kind.zh)。"),
    help: Text(en: "Write the item as a mapping with keys of its own.", zh: "请把该项写成带有各自键的映射。"))
}

private func checkTypes(_ part: Part, _ findings: inout Findings) {
  let facts = part.facts
  for field in part.writtenFields {
    let shape = field.shape
    switch FieldJudge.judge(of: field.name) {
    case .other: continue
    case .otherForScalars where shape == .scalar: continue
    default: break
    }
    guard shape != .null, !field.isTemplated, let origin = field.origin else { continue }
    TypeCheck(field: field, shape: shape, origin: origin, facts: facts).run(&findings)
  }
}

/// Which rule speaks of a value's type.
private enum FieldJudge {
  /// This one.
  case thisRule
  /// A narrower one, whatever the value is.
  case other
  /// A narrower one where the value is a single one.
  case otherForScalars

  static func judge(of field: FieldName) -> FieldJudge {
    switch field {
    case .mockMessage, .mockStatus, .mockHeaders, .oauthPublicKey, .oauthTokenLocation, .oauthRedirectURL,
      .frontProtocol, .openAPIVersion, .manifestVersion, .method, .path, .declaredFunctionTimeout,
      .declaredFunctionType, .parameterType,
      .apiDescription, .parameterDescription,
      .serviceDescription, .usagePlanDescription, .constantDescription, .sourceDescription, .errorDescription:
      .other
    case .serviceType, .authType, .parameterPosition, .targetPosition, .sourcePosition, .constantPosition,
      .responseType, .serviceProtocol, .domainProtocol:
      .otherForScalars
    default: .thisRule
    }
  }
}

/// One value against the type of its field.
private struct TypeCheck {
  let field: Field
  let shape: Field.Shape
  let origin: Origin
  let facts: DialectFacts

  private var key: String { field.spelling }
  /// Whether the reader of the file takes quoted scalars for what they are, texts.
  private var tellsScalarsApart: Bool { facts.tool.quotedBooleans == .wrongType }

  func run(_ findings: inout Findings) {
    if field.name == .apiList {
      guard facts.isImportDocument, shape != .mapping else { return }
      reportShape(Text(en: "a mapping", zh: "映射"), &findings)
      return
    }
    switch (facts.valueType(of: field.name), shape) {
    case (.any, _), (.mapping, .mapping), (.list, .list): break
    case (.mapping, _): reportShape(Text(en: "a mapping", zh: "映射"), &findings)
    case (.list, _): reportShape(Text(en: "a list", zh: "列表"), &findings)
    case (.string, .scalar): checkText(&findings)
    case (.integer, .scalar): checkInteger(&findings)
    case (.boolean, .scalar): checkBoolean(&findings)
    case (.string, _):
      reportShape(Text(en: "text", zh: "文本"), &findings)
    case (.integer, _): reportShape(Text(en: "a whole number", zh: "整数"), &findings)
    case (.boolean, _): reportShape(Text(en: "`true` or `false`", zh: "`true` 或 `false`"), &findings)
    }
  }

  private func reportShape(_ due: Text, _ findings: inout Findings) {
    let kind = field.kindText
    findings.report(
      at: .value(origin),
      Text(en: "\(key) takes \(due.en); this is \(kind.en).", zh: "\(key) 应为\(due.zh)，此处是\(kind.zh)。"),
      help: Text(en: "Write \(due.en) here.", zh: "请在此处写\(due.zh)。"))
  }

  // MARK: Text

  private func checkText(_ findings: inout Findings) {
    switch field.scalar {
    case .bool, .integer, .float:
      guard tellsScalarsApart, let text = field.text else { return }
      let kind = field.kindText
      findings.report(
        at: .value(origin),
        Text(
          en: "\(key) takes text, but `\(text)` is read as \(kind.en).", zh: "\(key) 应为文本，而 `\(text)` 会被解析为\(kind.zh)。"),
        severity: .warning, help: Text(en: "Put the value in quotes.", zh: "请给值加引号。"),
        mends: [.safe(Text(en: "quote the value", zh: "给值加引号"), .set(origin, .string(text)))])
    default: checkWord(&findings)
    }
  }

  /// The two enumerations that no other rule has.
  ///
  /// Source: CreateApi.ApiType and CreateApi.ApiBusinessType [sdk].
  private func checkWord(_ findings: inout Findings) {
    let words: [String]
    switch field.name {
    case .apiType: words = ["NORMAL", "TSF"]
    case .businessType: words = ["NORMAL", "OAUTH"]
    default: return
    }
    guard let text = field.text, !field.isBlank else { return }
    let list = words.map { "`\($0)`" }
    switch KnownWord(text, among: words) {
    case .exact: break
    case .inOtherCase(let known):
      findings.report(
        at: .value(origin),
        Text(
          en: "\(key) `\(text)` is documented in capitals: `\(known)`.", zh: "\(key) 的取值 `\(text)` 应为大写：`\(known)`。"),
        severity: .warning, help: Text(en: "Write `\(known)`.", zh: "请写作 `\(known)`。"),
        mends: [.safe(Text(en: "set `\(known)`", zh: "改为 `\(known)`"), .set(origin, .string(known)))])
    case .unknown:
      findings.report(
        at: .value(origin),
        Text(
          en: "\(key) is \(list[0]) or \(list[1]), not `\(text)`.",
          zh: "\(key) 的取值为 \(list[0]) 或 \(list[1])，而不是 `\(text)`。"),
        severity: .warning,
        help: Text(en: "Write \(list[0]) or \(list[1]).", zh: "请填写 \(list[0]) 或 \(list[1])。"))
    }
  }

  // MARK: Numbers

  private func checkInteger(_ findings: inout Findings) {
    if case .integer = field.scalar { return }
    guard let text = field.text, !field.isBlank else { return }
    switch field.scalar {
    case .float(let value) where value == value.rounded() && value.magnitude < 1e15:
      reportNumberText(text, Int64(value), &findings)
    case .string:
      if let number = Int64(text) { reportNumberText(text, number, &findings) } else { reportNoNumber(text, &findings) }
    default: reportNoNumber(text, &findings)
    }
  }

  private func reportNumberText(_ text: String, _ number: Int64, _ findings: inout Findings) {
    guard tellsScalarsApart else { return }
    let kind = field.kindText
    findings.report(
      at: .value(origin),
      field.scalar == .string
        ? Text(
          en: "\(key) takes a whole number, but the quoted `\(text)` is read as \(kind.en).",
          zh: "\(key) 应为整数，而加了引号的 `\(text)` 会被解析为\(kind.zh)。")
        : Text(en: "\(key) takes a whole number; write `\(number)`.", zh: "\(key) 应为整数，请写作 `\(number)`。"),
      severity: .warning, help: Text(en: "Write `\(number)` without quotes.", zh: "请去掉引号，写作 `\(number)`。"),
      mends: [.safe(Text(en: "set \(number)", zh: "改为 \(number)"), .set(origin, .integer(number)))])
  }

  private func reportNoNumber(_ text: String, _ findings: inout Findings) {
    findings.report(
      at: .value(origin),
      Text(en: "\(key) takes a whole number; `\(text)` is none.", zh: "\(key) 应为整数，`\(text)` 不是整数。"),
      help: Text(en: "Write digits alone, without a unit.", zh: "请只写数字，不带单位。"))
  }

  // MARK: Truth values

  private func checkBoolean(_ findings: inout Findings) {
    guard tellsScalarsApart else { return }
    if case .bool = field.scalar { return }
    guard let text = field.text, !field.isBlank else { return }
    let meaning = Self.meaning(of: text)
    let isTruthWord = ["true", "false"].contains(text.lowercased())
    let kind = field.kindText
    let mend = meaning.map { value in
      Mend(
        title: Text(en: "set `\(value)`", zh: "改为 `\(value)`"), applicability: isTruthWord ? .safe : .unsafe,
        steps: [.set(origin, .boolean(value))])
    }
    findings.report(
      at: .value(origin),
      Text(
        en: "\(key) takes `true` or `false`, but `\(text)` is read as \(kind.en).",
        zh: "\(key) 应为 `true` 或 `false`，而 `\(text)` 会被解析为\(kind.zh)。"),
      severity: .warning,
      help: isTruthWord
        ? Text(en: "Take the quotes away.", zh: "请去掉引号。")
        : Text(en: "Write `true` or `false`.", zh: "请写 `true` 或 `false`。"),
      mends: mend.map { [$0] } ?? [])
  }

  private static func meaning(of text: String) -> Bool? {
    switch text.lowercased() {
    case "true": true
    case "false": false
    default: MisspelledBoolean.olderMeaning(of: text) ?? MisspelledBoolean.meaning(of: text)
    }
  }
}
