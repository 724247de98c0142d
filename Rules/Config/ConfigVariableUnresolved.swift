import GatewayModel
import Linting
import YAMLDocument

/// `config-variable-unresolved`.
let configVariableUnresolved: Rule = Rule(
  id: "config-variable-unresolved",
  family: .config,
  severity: .warning,
  confidence: [.component],
  summary: Text(
    en: "A variable of a form that the tool does not fill in", zh: "变量写法不被部署工具支持"),
  explanation: Text(
    en: """
      Serverless Components fill in `${env:NAME}`, `${output:…}` and references to the file's own keys. The first \
      version's `${env.NAME}` goes to the cloud as it is written; the classic framework's `${self:…}`, `${opt:…}`, \
      `${file:…}` and the like stop the tool.
      """,
    zh: """
      Serverless Components 支持 `${env:NAME}`、`${output:…}` 以及对文件自身键的引用。旧版的 `${env.NAME}` 会原样传到云端；\
      经典 Framework 的 `${self:…}`、`${opt:…}`、`${file:…}` 等会使工具中断。
      """),
  runtime: Text(
    en: "The literal text is used as the value, or the deployment stops.", zh: "直接把字面文本当作值，或者部署中断。"),
  evidence: Text(en: "The variable resolution of the components' command line.", zh: "依据组件命令行的变量解析源码。"),
  fixSafety: .safe(
    Text(
      en: "The environment variable of the same name is all that can be meant.", zh: "只可能是指同名的环境变量。")),
  examples: [
    Example(
      .componentHTTP,
      bad: """
        component: http
        name: web
        inputs:
          region: ${env.REGION}
          faas: {framework: koa}
        """,
      good: """
        component: http
        name: web
        inputs:
          region: ${env:REGION}
          faas:
            framework: koa
            name: ${output:${stage}:${app}:layer.name}-${name}
        """,
      fixed: """
        component: http
        name: web
        inputs:
          region: ${env:REGION}
          faas: {framework: koa}
        """,
      at: "${env.REGION}"),
    Example(
      .componentSCF,
      bad: """
        component: scf
        name: list
        inputs:
          events:
            - apigw:
                parameters:
                  environment: ${opt:stage}
                  endpoints:
                    - {path: /list, method: GET}
        """,
      good: """
        service: shop
        provider: {name: tencent, region: '${opt:region}'}
        functions:
          list:
            events:
              - apigw: {parameters: {stageName: '${self:custom.stage}', httpMethod: GET}}
        """,
      at: "${opt:stage}"),
  ],
  checks: [.note(.unresolvedVariable, checkVariable)])

private func checkVariable(_ note: Note, _ findings: inout Findings) {
  let yaml = note.project.document(note.value.document).yaml
  let bytes = yaml.scalar(note.value.node)
  guard let variable = ForeignVariable.first(in: bytes) else { return }
  let text = String(decoding: bytes.dropFirst(variable.offset).prefix(variable.count), as: UTF8.self)
  let isRefused = variable.effect == .refused
  let correct = variable.environmentName.map { "${env:\($0)}" }
  findings.report(
    at: .inside(note.value, offset: variable.offset, count: variable.count),
    isRefused
      ? Text(
        en: "Serverless Components refuse `\(text)`: the tool stops.", zh: "Serverless Components 不支持 `\(text)`，工具会中断。")
      : Text(en: "`\(text)` is not filled in: this very text is used.", zh: "`\(text)` 不会被替换，实际使用的就是这段文本。"),
    help: correct.map { Text(en: "Write `\($0)`.", zh: "请写 `\($0)`。") }
      ?? Text(
        en: "Only `${env:…}`, `${output:…}` and keys of the file itself are filled in.",
        zh: "只支持 `${env:…}`、`${output:…}` 和文件自身的键。"),
    mends: correct.map { correct in
      [
        .safe(
          Text(en: "write `\(correct)`", zh: "改为 `\(correct)`"),
          .rewrite(note.value, offset: variable.offset, count: variable.count, correct))
      ]
    } ?? [])
}
