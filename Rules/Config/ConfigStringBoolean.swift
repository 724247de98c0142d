import GatewayModel
import Linting
import YAMLDocument

/// `config-string-boolean`.
let configStringBoolean: Rule = Rule(
  id: "config-string-boolean",
  family: .config,
  severity: .warning,
  confidence: [.component],
  summary: Text(
    en: "A text stands where the tool compares with true and false", zh: "布尔值写成了文本"),
  explanation: Text(
    en: """
      Serverless Components compare with `true` and `false` themselves: a quoted `'false'`, and `yes`, `no`, `on` or `off`, \
      which are texts to them, are neither. Templates of the function tools refuse a quoted truth value. An unquoted `ture` \
      or `true,` is a text everywhere. A parameter's `required: 'TRUE'` is documented that way and means what it says, as do \
      the quoted truth values of the first version's files.
      """,
    zh: """
      Serverless Components 直接与 `true`、`false` 比较：带引号的 `'false'`，以及对它们来说只是文本的 `yes`、`no`、`on`、`off`，\
      两者都不是。函数工具的模板会拒绝带引号的布尔值。不带引号的 `ture`、`true,` 在任何工具里都是文本。参数的 \
      `required: 'TRUE'` 是文档写法，含义不变；第一代文件中带引号的布尔值也是如此。
      """),
  runtime: Text(
    en: "The setting is not what it says: mostly its default holds.", zh: "配置与字面含义不同，多数情况下实际生效的是默认值。"),
  evidence: Text(
    en: "The components' and the toolkit's source compare with `===`.", zh: "组件与工具包源码使用 `===` 比较。"),
  fixSafety: .safe(
    Text(en: "The text can mean only one truth value.", zh: "该文本只可能表示一个布尔值。")),
  examples: [
    Example(
      .componentAPIGateway,
      bad: """
        component: apigateway
        name: shop
        inputs:
          endpoints:
            - path: /list
              method: GET
              enableCORS: 'true'
              function:
                functionName: list
        """,
      good: """
        component: apigateway
        name: shop
        inputs:
          endpoints:
            - path: /list
              method: GET
              enableCORS: TRUE
              function:
                functionName: list
              param:
                - {name: page, position: QUERY, required: 'TRUE', type: int}
        """,
      fixed: """
        component: apigateway
        name: shop
        inputs:
          endpoints:
            - path: /list
              method: GET
              enableCORS: true
              function:
                functionName: list
        """,
      at: "'true'"),
    Example(
      .componentHTTP,
      bad: """
        component: http
        name: web
        inputs:
          apigw:
            api:
              cors: no
        """,
      good: """
        component: http
        name: web
        inputs:
          apigw:
            api:
              cors: ${env:CORS}
        """,
      fixed: """
        component: http
        name: web
        inputs:
          apigw:
            api:
              cors: false
        """,
      at: "no", exempt: [.nonASCIIPrefix: "the marker occurs in it"]),
    Example(
      .componentSCF,
      bad: """
        component: scf
        name: list
        inputs:
          publicAccess: ture
          events:
            - apigw:
                parameters:
                  endpoints:
                    - {path: /list, method: GET}
        """,
      good: """
        list:
          component: '@serverless/tencent-scf'
          inputs:
            events:
              - apigw:
                  parameters:
                    endpoints:
                      - {path: /list, method: GET, enableCORS: 'TRUE'}
        """,
      fixed: """
        component: scf
        name: list
        inputs:
          publicAccess: true
          events:
            - apigw:
                parameters:
                  endpoints:
                    - {path: /list, method: GET}
        """,
      at: "ture",
      exempt: [.flowStyle: "it quotes the word", .json: "it quotes the word", .anchored: "it quotes the word"]),
    Example(
      .tcsam,
      bad: """
        Resources:
          default:
            Type: TencentCloud::Serverless::Namespace
            list:
              Type: TencentCloud::Serverless::Function
              Properties:
                Handler: index.main
                Events:
                  list:
                    Type: APIGW
                    Properties:
                      IntegratedResponse: "true"
        """,
      good: """
        Resources:
          default:
            Type: TencentCloud::Serverless::Namespace
            list:
              Type: TencentCloud::Serverless::Function
              Properties:
                Handler: index.main
                Events:
                  list:
                    Type: APIGW
                    Properties:
                      IntegratedResponse: on
        """,
      at: #""true""#,
      exempt: [.flowStyle: "it quotes the good snippet's word", .json: "it quotes the good snippet's word"]),
  ],
  checks: [PartKind.service, .api, .domain, .requestParameter].map { .part($0, checkBooleans) }
    + [.note(.misspelledBoolean, checkMisspelledBoolean)])

private func checkBooleans(_ part: Part, _ findings: inout Findings) {
  let quoted = part.facts.tool.quotedBooleans
  guard quoted == .misread || quoted == .refused else { return }
  for field in part.writtenFields where part.facts.valueType(of: field.name) == .boolean {
    guard field.isText, let text = field.text, let origin = field.origin else { continue }
    let plain: Bool? =
      switch text.lowercased() {
      case "true": true
      case "false": false
      default: nil
      }
    if plain != nil, quoted == .misread, field.name == .parameterRequired { continue }
    guard let meaning = plain ?? (quoted == .misread ? MisspelledBoolean.olderMeaning(of: text) : nil) else { continue }
    report(
      field.spelling, text, meaning, origin, isRefused: quoted == .refused, field.part.facts.defaults[field.name],
      &findings)
  }
}

private func report(
  _ key: String, _ text: String, _ meaning: Bool, _ origin: Origin, isRefused: Bool, _ fallback: String?,
  _ findings: inout Findings
) {
  findings.report(
    at: .value(origin),
    isRefused
      ? Text(
        en: "`\(key)` is the text `\(text)`, not \(meaning): the tool refuses it.",
        zh: "`\(key)` 是文本 `\(text)`，不是布尔值 \(meaning)，会被工具拒绝。")
      : Text(
        en: "`\(key)` is the text `\(text)`, not \(meaning): the component compares with true and false themselves"
          + (fallback.map { ", so that `\($0)` holds." } ?? "."),
        zh: "`\(key)` 是文本 `\(text)`，不是布尔值 \(meaning)：组件只与 true、false 本身比较"
          + (fallback.map { "，实际生效的是 `\($0)`。" } ?? "。")),
    mends: [
      .safe(Text(en: "write `\(meaning)`", zh: "改为 `\(meaning)`"), .set(origin, .boolean(meaning)))
    ])
}

private func checkMisspelledBoolean(_ note: Note, _ findings: inout Findings) {
  let yaml = note.project.document(note.value.document).yaml
  let text = yaml.string(note.value.node)
  guard let meaning = MisspelledBoolean.meaning(of: text) else { return }
  findings.report(
    at: .value(note.value),
    Text(en: "`\(text)` is a text, not \(meaning).", zh: "`\(text)` 是文本，不是布尔值 \(meaning)。"),
    mends: [
      .safe(Text(en: "write `\(meaning)`", zh: "改为 `\(meaning)`"), .set(note.value, .boolean(meaning)))
    ])
}
