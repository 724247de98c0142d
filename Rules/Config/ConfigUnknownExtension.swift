import GatewayModel
import Linting

/// `config-unknown-extension`.
let configUnknownExtension: Rule = Rule(
  id: "config-unknown-extension",
  family: .config,
  severity: .warning,
  confidence: [.official, .inferred],
  summary: Text(
    en: "An `x-apigw-*` key, or a field below one, is not known where it stands",
    zh: "`x-apigw-*` 键或其中的字段在所处位置不被识别"),
  explanation: Text(
    en: """
      Seven `x-apigw-*` keys are documented, all of them on the operation, beside `operationId`: `x-apigw-api-type`, \
      `x-apigw-api-business-type`, `x-apigw-backend`, `x-apigw-cors`, `x-apigw-protocol`, `x-apigw-service-timeout` and \
      `x-apigw-const-paramters`. The fields of `x-apigw-backend` have the names of the Cloud API's CreateApi, in the same \
      case. Any other key, and a known one at another place, is presumably ignored. For settings without a documented \
      key (authentication, OAuth, parameter mapping) gwlint reads keys by convention and says so with a hint.
      """,
    zh: """
      公开文档只列出七个 `x-apigw-*` 键，全部写在操作上、与 `operationId` 同级：`x-apigw-api-type`、\
      `x-apigw-api-business-type`、`x-apigw-backend`、`x-apigw-cors`、`x-apigw-protocol`、`x-apigw-service-timeout`、\
      `x-apigw-const-paramters`。`x-apigw-backend` 中的字段与云 API CreateApi 同名，大小写一致。其他键、或写在别处的键，\
      推测会被忽略。对于没有公开键名的设置（认证、OAuth、参数映射），gwlint 按约定的键读取，并给出提示。
      """),
  runtime: Text(
    en: "The setting has no effect: its default applies, or the API lacks what it needs.",
    zh: "该设置不生效：使用默认值，或 API 缺少必要的配置。"),
  evidence: Text(
    en: "The list of keys is documented; that the import ignores others is deduced.",
    zh: "键的列表有文档说明；导入时忽略其他键属于推断。"),
  url: "https://cloud.tencent.com/document/product/628/43135",
  fixSafety: .safe(
    Text(
      en: """
        A key without effect is given the one known name that is near it, or moved to the only operation it can be \
        meant for. Where more is guessed, the edit is only offered.
        """,
      zh: "只会把不生效的键改成唯一相近的已知键，或移到唯一可能的操作上；需要猜测时仅作建议。")),
  examples: [
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-timeout: 15
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-service-timeout: 15
        """,
      at: "x-apigw-timeout"),
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-service-timout: 15
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-service-timeout: 15
        """,
      fixed: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-service-timeout: 15
        """,
      at: "x-apigw-service-timout"),
    Example(
      bad: """
        paths:
          /orders:
            x-apigw-protocol: HTTP
            get:
              operationId: listOrders
              x-apigw-cors: false
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-cors: false
              x-apigw-protocol: HTTP
        """,
      fixed: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-cors: false
              x-apigw-protocol: HTTP
        """,
      at: "x-apigw-protocol"),
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {url: 'http://orders.shop.cn', Path: /orders, Method: GET}
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Url: 'http://orders.shop.cn', Path: /orders, Method: GET}
        """,
      fixed: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Url: 'http://orders.shop.cn', Path: /orders, Method: GET}
        """,
      at: "url:"),
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-auth-type: SECRET
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-amazon-apigateway-auth: {type: NONE}
              x-apigw-protocol: HTTP
        """,
      at: "x-apigw-auth-type"),
  ],
  checks: [
    .note(.unknownKey, checkUnknown), .note(.misplacedKey, checkMisplaced), .note(.unconfirmedKey, checkUnconfirmed),
  ])

private func checkUnknown(_ note: Note, _ findings: inout Findings) {
  let part = note.part
  guard part.facts.isImportDocument else { return }
  let key = note.keyText
  let isExtension = key.hasPrefix("x-apigw-")
  let meant = note.expected.flatMap { part.key(of: $0) }
  let isOnOperation = !isExtension || part.kind != .service
  let message =
    isExtension
    ? Text(
      en: "`\(key)` is none of the gateway's import keys: it is presumably ignored.",
      zh: "`\(key)` 不是网关导入支持的键，推测会被忽略。")
    : Text(
      en: "`\(key)` is no field that the gateway knows here: it is presumably ignored.",
      zh: "`\(key)` 不是此处的已知字段，推测会被忽略。")
  var mends: [Mend] = []
  if let meant, isOnOperation, !note.hasSibling(meant) {
    let isNear = meant.lowercased() == key.lowercased() || NearestWord.distance(key, meant) <= 3
    mends = [
      Mend(
        title: Text(en: "rename it to `\(meant)`", zh: "改名为 `\(meant)`"), applicability: isNear ? .safe : .unsafe,
        steps: [.renameKey(note.key, meant)])
    ]
  }
  findings.report(
    at: .key(note.key), message,
    help: meant.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") } ?? knownList(note.knownKeys),
    mends: mends)
}

private func checkMisplaced(_ note: Note, _ findings: inout Findings) {
  let part = note.part
  guard part.facts.isImportDocument, let field = note.expected else { return }
  var mends: [Mend] = []
  if part.kind == .api, part[field].isAbsent {
    mends = [
      .safe(
        Text(en: "move it to `\(part.displayName)`", zh: "移到 `\(part.displayName)` 中"),
        .move(key: note.key, to: field, part.id))
    ]
  }
  findings.report(
    at: .key(note.key),
    Text(
      en: "`\(note.keyText)` is read on an operation only; here it is presumably ignored.",
      zh: "`\(note.keyText)` 只有写在操作上才会被读取，写在这里推测会被忽略。"),
    help: Text(
      en: "Write it beside `operationId` of every operation that it is meant for.",
      zh: "请写到每个相关操作中，与 `operationId` 同级。"),
    mends: mends)
}

private func checkUnconfirmed(_ note: Note, _ findings: inout Findings) {
  guard note.part.facts.isImportDocument else { return }
  findings.report(
    at: .key(note.key),
    Text(
      en: "`\(note.keyText)` is not publicly documented: gwlint reads it by convention, the import may ignore it.",
      zh: "`\(note.keyText)` 没有公开文档：gwlint 按约定读取，导入时可能被忽略。"),
    severity: .hint,
    help: Text(
      en: "After the import, see in the console whether the setting is there.", zh: "导入后请在控制台确认该设置是否生效。"))
}

private func knownList(_ keys: [String]) -> Text {
  let shown = keys.prefix(8).map { "`\($0)`" }.joined(separator: ", ") + (keys.count > 8 ? ", …" : "")
  return Text(en: "Known here: \(shown).", zh: "此处已知的键：\(shown)。")
}
