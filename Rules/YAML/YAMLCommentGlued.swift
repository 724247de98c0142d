import GatewayModel
import Linting
import YAMLDocument

/// `yaml-comment-glued`.
let yamlCommentGlued: Rule = Rule(
  id: "yaml-comment-glued",
  family: .yaml,
  severity: .hint,
  confidence: [.certain],
  summary: Text(en: "A comment is glued to a value", zh: "注释紧贴在值后面"),
  explanation: Text(
    en: """
      YAML begins a comment at a `#` with a blank before it. Without the blank the remark is part of the value, down to \
      the end of the line.
      """,
    zh: """
      YAML 中 `#` 前面有空格才是注释。没有空格时，直到行尾的备注都会成为值的一部分。
      """),
  runtime: Text(en: "The value is the word with the remark behind it.", zh: "实际的值包含了后面的备注。"),
  evidence: Text(
    en: "The YAML specification. That a remark was meant is a guess.", zh: "依据 YAML 规范；是否本意为注释属于推测。"),
  fixSafety: .unsafe(
    Text(en: "The text may be meant as it is written.", zh: "该文本也可能就是本意。")),
  examples: [
    Example(
      .componentHTTP,
      bad: """
        component: http
        name: web
        inputs:
          apigw:
            name: shop#服务名称
        """,
      good: """
        component: http
        name: web
        inputs:
          apigw:
            name: shop #服务名称
        """,
      fixed: """
        component: http
        name: web
        inputs:
          apigw:
            name: shop #服务名称
        """,
      at: "#服务名称",
      exempt: [
        .flowStyle: "it quotes the value", .json: "it quotes the value", .anchored: "it quotes the value",
      ])
  ],
  checks: [.note(.gluedComment, checkGluedComment)])

private func checkGluedComment(_ note: Note, _ findings: inout Findings) {
  let bytes = note.project.document(note.value.document).yaml.scalar(note.value.node)
  guard let mark = bytes.firstIndex(of: UInt8(ascii: "#")) else { return }
  let offset = mark - bytes.startIndex
  findings.report(
    at: .inside(note.value, offset: offset, count: bytes.count - offset),
    Text(
      en: "There is no blank before `#`: the remark is part of the value.", zh: "`#` 前面没有空格，备注成了值的一部分。"),
    mends: [
      .unsafe(
        Text(en: "put a blank before `#`", zh: "在 `#` 前加空格"), .rewrite(note.value, offset: offset, count: 0, " "))
    ])
}
