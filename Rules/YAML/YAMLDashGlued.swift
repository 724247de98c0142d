import GatewayModel
import Linting
import YAMLDocument

/// `yaml-dash-glued`.
let yamlDashGlued: Rule = Rule(
  id: "yaml-dash-glued",
  family: .yaml,
  severity: .warning,
  confidence: [.certain],
  summary: Text(en: "A dash is glued to a list item", zh: "列表项的短横线后缺少空格"),
  explanation: Text(
    en: """
      A list item begins with a dash and a blank. A line `-item` is no item: it continues the text before it, so that \
      several items become one text.
      """,
    zh: """
      列表项以短横线加空格开头。写成 `-item` 的行不是列表项，而是上一行文本的延续，几个列表项会并成一段文本。
      """),
  runtime: Text(en: "The list has fewer items than lines, or is a text.", zh: "列表项比行数少，或整个值变成了文本。"),
  evidence: Text(en: "The YAML specification.", zh: "依据 YAML 规范。"),
  fixSafety: .unsafe(Text(en: "The text may be meant as it is written.", zh: "该文本也可能就是本意。")),
  examples: [
    Example(
      .componentHTTP,
      bad: """
        component: http
        name: web
        inputs:
          apigw:
            protocols:
              -http
              -https
        """,
      good: """
        component: http
        name: web
        inputs:
          faas:
            args: node
              --inspect
          apigw:
            protocols:
              - http
              - https
        """,
      fixed: """
        component: http
        name: web
        inputs:
          apigw:
            protocols:
              - http
              - https
        """,
      at: "-http",
      exempt: [
        .flowStyle: "it quotes the value", .json: "it quotes the value", .anchored: "it quotes the value",
      ])
  ],
  checks: [.note(.gluedDash, checkGluedDash)])

private func checkGluedDash(_ note: Note, _ findings: inout Findings) {
  let bytes = note.project.document(note.value.document).yaml.scalar(note.value.node)
  // The folded text holds a blank where each line ended.
  var dashes: [Int] = []
  for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "-") {
    if offset == 0 || bytes[bytes.startIndex + offset - 1] == 0x20 { dashes.append(offset) }
  }
  let words = bytes.split(separator: 0x20)
  let isWholeList = words.allSatisfy { $0.first == UInt8(ascii: "-") } && dashes.count == words.count
  findings.report(
    at: .value(note.value),
    Text(
      en: "A dash without a blank begins no list item: these lines are read as one text.",
      zh: "短横线后没有空格，不构成列表项，这几行会被读成一段文本。"),
    help: Text(en: "Write `- ` before each item.", zh: "每个列表项前请写 `- `。"),
    mends: isWholeList
      ? [
        Mend(
          title: Text(en: "put a blank behind each dash", zh: "在每个短横线后加空格"), applicability: .unsafe,
          steps: dashes.map { .rewrite(note.value, offset: $0 + 1, count: 0, " ") })
      ] : [])
}
