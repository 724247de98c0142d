import GatewayModel
import Linting

/// `config-unknown-key`.
let configUnknownKey: Rule = Rule(
  id: "config-unknown-key",
  family: .config,
  severity: .warning,
  confidence: [.component],
  summary: Text(en: "A key that no tool for the gateway knows", zh: "出现了任何网关工具都不认识的键"),
  explanation: Text(
    en: """
      In the mappings that hold the gateway's own settings every key has a meaning. One that has none is a slip of the \
      keyboard or something that another product reads; it is passed over, and the default holds. Settings of functions \
      and of the project beside them are not looked at.
      """,
    zh: """
      网关配置所在的映射里，每个键都有确定的含义。不认识的键要么是笔误，要么属于其他产品，会被忽略，实际生效的是默认值。\
      旁边的函数配置和项目配置不在检查范围内。
      """),
  runtime: Text(en: "The setting has no effect.", zh: "该配置不生效。"),
  evidence: Text(
    en: "The keys are those that the tools' documentation, schemas and source name.",
    zh: "已知的键来自各工具的文档、Schema 和源码。"),
  fixSafety: .safe(
    Text(
      en: "One letter away from the only known key that is near, and that key is not written yet.",
      zh: "与唯一相近的已知键只差一个字母，且该键尚未填写。")),
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
              serviceTimeot: 30
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
              serviceTimeout: 30
              function:
                functionName: list
        """,
      fixed: """
        component: apigateway
        name: shop
        inputs:
          endpoints:
            - path: /list
              method: GET
              serviceTimeout: 30
              function:
                functionName: list
        """,
      at: "serviceTimeot"),
    Example(
      .manifest,
      bad: """
        Service: {ServiceNam: shop}
        """,
      good: """
        Service: {ServiceName: shop}
        """,
      fixed: """
        Service: {ServiceName: shop}
        """,
      at: "ServiceNam"),
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
                      StageName: release
                      Path: /list
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
                      StageName: release
                      HttpMethod: GET
        """,
      at: "Path"),
  ],
  checks: [.note(.unknownKey, checkUnknownKey)])

private func checkUnknownKey(_ note: Note, _ findings: inout Findings) {
  guard note.part.facts.tool.checksKeys, !note.isAboutCORSData else { return }
  let key = note.keyText
  let known = note.knownKeys
  let nearest =
    known.first { $0.lowercased() == key.lowercased() } ?? NearestWord.nearest(to: key, among: known)
  findings.report(
    at: .key(note.key),
    Text(en: "`\(key)` is no key that is known here.", zh: "此处没有名为 `\(key)` 的键。"),
    help: nearest.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") }
      ?? Text(en: "It is passed over: remove it, or look up its name.", zh: "它会被忽略：请删除，或查证正确的名称。"),
    mends: nearest.flatMap { mend(of: note, to: $0) }.map { [$0] } ?? [])
}

private func mend(of note: Note, to name: String) -> Mend? {
  let title = Text(en: "write `\(name)`", zh: "改为 `\(name)`")
  let isClose = NearestWord.distance(note.keyText, name) == 1 && !name.isEmpty
  return isClose ? .safe(title, .renameKey(note.key, name)) : .unsafe(title, .renameKey(note.key, name))
}
