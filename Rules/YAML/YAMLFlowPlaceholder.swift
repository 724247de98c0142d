import GatewayModel
import Linting
import YAMLDocument

/// `yaml-flow-placeholder`.
let yamlFlowPlaceholder: Rule = Rule(
  id: "yaml-flow-placeholder",
  family: .yaml,
  severity: .warning,
  confidence: [.certain],
  summary: Text(en: "A placeholder in braces is read as a mapping", zh: "花括号占位符被读成了映射"),
  explanation: Text(
    en: """
      An unquoted `{NAME}` is a mapping with the key `NAME` and no value. Where a text is wanted, the braces must be \
      quoted. No other rule judges the value until they are.
      """,
    zh: """
      不加引号的 `{NAME}` 会被读成只有一个键 `NAME` 的映射。需要文本的位置必须加引号。加上引号之前，其他规则\
      不会检查该值。
      """),
  runtime: Text(en: "The tool gets a mapping instead of a text.", zh: "工具得到的是映射而不是文本。"),
  evidence: Text(en: "The YAML specification.", zh: "依据 YAML 规范。"),
  fixSafety: .safe(Text(en: "The quoted text is what stands there.", zh: "加引号后文本与所写一致。")),
  examples: [
    Example(
      .componentHTTP,
      bad: """
        component: http
        name: web
        inputs:
          apigw:
            name: {SERVICE}
        """,
      good: """
        component: http
        name: web
        inputs:
          apigw:
            name: '{SERVICE}'
            static: {}
        """,
      fixed: """
        component: http
        name: web
        inputs:
          apigw:
            name: '{SERVICE}'
        """,
      at: "{SERVICE}",
      exempt: [.flowStyle: "it writes the value", .json: "it writes the value", .anchored: "it writes the value"]),
    Example(
      bad: """
        paths:
          /token:
            get:
              operationId: token
              x-apigw-auth-type: OAUTH
              x-apigw-api-business-type: OAUTH
              x-apigw-oauth-config: {PublicKey: {PUBLIC_KEY}, TokenLocation: method.req.header.cookie}
        """,
      good: """
        paths:
          /token:
            get:
              operationId: token
              x-apigw-auth-type: OAUTH
              x-apigw-api-business-type: OAUTH
              x-apigw-oauth-config: {PublicKey: {{PUBLIC_KEY}}, TokenLocation: method.req.header.cookie}
        """,
      fixed: """
        paths:
          /token:
            get:
              operationId: token
              x-apigw-auth-type: OAUTH
              x-apigw-api-business-type: OAUTH
              x-apigw-oauth-config: {PublicKey: '{PUBLIC_KEY}', TokenLocation: method.req.header.cookie}
        """,
      at: "{PUBLIC_KEY}",
      exempt: [.flowStyle: "it writes the value", .json: "it writes the value", .anchored: "it writes the value"]),
  ],
  checks: [.note(.flowPlaceholder, checkFlowPlaceholder)])

private func checkFlowPlaceholder(_ note: Note, _ findings: inout Findings) {
  let yaml = note.project.document(note.value.document).yaml
  guard let key = yaml.pairs(of: note.value.node).first(where: { _ in true })?.key else { return }
  let text = "{" + yaml.string(key) + "}"
  findings.report(
    at: .value(note.value),
    Text(
      en: "`\(text)` is read as a mapping, not as text.", zh: "`\(text)` 会被读成映射，而不是文本。"),
    help: Text(en: "Put it in quotes.", zh: "请加上引号。"),
    mends: [.safe(Text(en: "quote it", zh: "加引号"), .set(note.value, .string(text)))])
}
