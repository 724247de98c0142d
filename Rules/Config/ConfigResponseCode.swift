import GatewayModel
import Linting

/// `config-response-code`.
let configResponseCode: Rule = Rule(
  id: "config-response-code",
  family: .config,
  severity: .hint,
  confidence: [.terraform, .official],
  summary: Text(
    en: "The description of an API's answers contradicts itself",
    zh: "API 的响应配置自相矛盾"),
  explanation: Text(
    en: """
      An error code that is to be converted needs `ConvertedCode`. The type of the answer is HTML, JSON, TEXT, BINARY or \
      XML; `TEST`, which one component's documentation prints, is a misprint of TEXT.
      """,
    zh: """
      需要转换的错误码必须写 `ConvertedCode`。返回类型为 HTML、JSON、TEXT、BINARY 或 XML；某组件文档中的 `TEST` 是 TEXT \
      的笔误。
      """),
  runtime: Text(
    en: "None: the gateway passes answers on as they are. The Terraform provider refuses such a file.",
    zh: "对运行没有影响：网关原样返回响应。Terraform Provider 会拒绝这样的配置。"),
  evidence: Text(
    en: "The provider enforces both; that answers are not processed is documented.",
    zh: "两项均由 Terraform Provider 强制检查；网关不处理响应有文档说明。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(
      en: "The field has no effect at run time; only a misprint and letter case are corrected.",
      zh: "该字段不影响运行，只更正笔误和大小写。")),
  examples: [
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-response-type: TEST
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-response-type: TEXT
        """,
      fixed: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-response-type: TEXT
        """,
      at: "TEST"),
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-response-error-codes: [{Code: 400, Msg: bad, NeedConvert: true}]
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: listOrders
              x-apigw-response-error-codes:
                - {Code: 400, Msg: bad, NeedConvert: true, ConvertedCode: 200}
                - {Code: 404, Msg: gone, NeedConvert: false}
        """,
      at: "Code: 400"),
  ],
  checks: [.part(.api, checkResponseType), .part(.responseErrorCode, checkErrorCode)])

/// Source: the argument check of the Terraform provider [terraform].
private let responseTypes = ["HTML", "JSON", "TEXT", "BINARY", "XML"]

private func checkResponseType(_ api: Part, _ findings: inout Findings) {
  let type = api[.responseType]
  guard !type.isTemplated, !type.isBlank, let word = type.text, let origin = type.origin,
    !api.facts.tool.responseTypes.contains(word)
  else { return }
  let meant: String?
  switch KnownWord(word, among: responseTypes) {
  case .exact: return
  case .inOtherCase(let known): meant = known
  case .unknown: meant = word.uppercased() == "TEST" ? "TEXT" : nil
  }
  let list = responseTypes.joined(separator: ", ")
  findings.report(
    at: .value(origin),
    Text(en: "\(type.spelling) `\(word)` is none of \(list).", zh: "\(type.spelling) 的取值 `\(word)` 不在 \(list) 之中。"),
    help: meant.map { Text(en: "Write `\($0)`.", zh: "请写作 `\($0)`。") }
      ?? Text(en: "Write one of \(list).", zh: "请填写以下取值之一：\(list)。"),
    mends: meant.map { [.safe(Text(en: "set `\($0)`", zh: "改为 `\($0)`"), .set(origin, .string($0)))] } ?? [])
}

private func checkErrorCode(_ row: Part, _ findings: inout Findings) {
  guard row[.needConvert].effectiveText?.lowercased() == "true", row[.convertedCode].isMissing else { return }
  findings.report(
    at: .field(row[.convertedCode]),
    Text(
      en: "\(row[.needConvert].spelling) is true, but \(row[.convertedCode].spelling) is missing.",
      zh: "\(row[.needConvert].spelling) 为 true，但缺少 \(row[.convertedCode].spelling)。"),
    help: Text(
      en: "Write the code to answer with, or do not convert this one.", zh: "请写明转换后的错误码，或不转换该错误码。"))
}
