import GatewayModel
import Linting

/// `config-const-parameters-spelling`.
let configConstParametersSpelling: Rule = Rule(
  id: "config-const-parameters-spelling",
  family: .config,
  severity: .warning,
  confidence: [.official, .inferred],
  summary: Text(
    en: "Constant parameters stand under the correctly spelled key, which the gateway does not document",
    zh: "常量参数使用了拼写正确、但网关文档中没有的键"),
  explanation: Text(
    en: """
      The vendor spells the key `x-apigw-const-paramters`, without the third `a`. Written in correct English, it is a key \
      that no published example has.
      """,
    zh: "厂商文档中的键写作 `x-apigw-const-paramters`（少一个 a）。按正确英文拼写的键没有出现在任何公开示例中。"),
  runtime: Text(
    en: """
      The constants are presumably ignored: a CLB listener, for example, misses its `Host` header and answers 404, or \
      the gateway 502.
      """,
    zh: "常量参数推测会被忽略：例如 CLB 监听器收不到 `Host` 头而返回 404，或网关返回 502。"),
  evidence: Text(
    en: "The odd spelling stands in every import example; that the correct one is ignored is deduced.",
    zh: "所有导入示例都使用这一特殊拼写；正确拼写会被忽略属于推断。"),
  url: "https://cloud.tencent.com/document/product/628/43135",
  fixSafety: .safe(
    Text(
      en: "Only the key is renamed, and only where the documented one is not there.", zh: "只改键名，且仅在文档规定的键不存在时。")),
  examples: [
    Example(
      bad: """
        paths:
          /stock:
            get:
              operationId: listStock
              x-apigw-service-timeout: 15
              x-apigw-const-parameters: [{Name: Host, Position: HEADER, DefaultValue: stock.shop.cn}]
        """,
      good: """
        paths:
          /stock:
            get:
              operationId: listStock
              x-apigw-service-timeout: 15
              x-apigw-const-paramters: [{Name: Host, Position: HEADER, DefaultValue: stock.shop.cn}]
        """,
      fixed: """
        paths:
          /stock:
            get:
              operationId: listStock
              x-apigw-service-timeout: 15
              x-apigw-const-paramters: [{Name: Host, Position: HEADER, DefaultValue: stock.shop.cn}]
        """,
      at: "x-apigw-const-parameters")
  ],
  checks: [.note(.misspelledKey, checkSpelling)])

private func checkSpelling(_ note: Note, _ findings: inout Findings) {
  guard let field = note.expected, let key = note.part.key(of: field) else { return }
  let mend = Mend.safe(Text(en: "rename it to `\(key)`", zh: "改名为 `\(key)`"), .renameKey(note.key, key))
  findings.report(
    at: .key(note.key),
    Text(
      en: "The gateway's own key is `\(key)`; `\(note.keyText)` is presumably ignored.",
      zh: "网关文档中的键是 `\(key)`；`\(note.keyText)` 推测会被忽略。"),
    help: Text(en: "Spell it as the vendor does: `\(key)`.", zh: "请按厂商的拼写书写：`\(key)`。"),
    mends: note.part[field].isAbsent ? [mend] : [])
}
