import GatewayModel
import Linting

/// `config-tcsam-events-misplaced`.
let configTCSAMEventsMisplaced: Rule = Rule(
  id: "config-tcsam-events-misplaced",
  family: .config,
  severity: .error,
  confidence: [.component],
  summary: Text(
    en: "A template's `Events` stands beside `Properties`", zh: "模板的 `Events` 写在了 `Properties` 旁边"),
  explanation: Text(
    en: """
      The function tools check a template against a schema in which `Events` belongs to a function's `Properties` and \
      nothing else may stand beside them. Some published templates show it beside; the tool refuses them.
      """,
    zh: """
      函数工具会按 Schema 校验模板：`Events` 属于函数的 `Properties`，旁边不允许再写其他键。部分公开模板把它写在旁边，\
      工具会拒绝。
      """),
  runtime: Text(en: "The tool refuses the template.", zh: "工具拒绝该模板。"),
  evidence: Text(
    en: "The tool's schema forbids further keys beside `Properties`.", zh: "工具的 Schema 不允许 `Properties` 旁边有其他键。"),
  fixSafety: .safe(Text(en: "There is one place for it, and it is free.", zh: "正确位置唯一且尚未填写。")),
  examples: [
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
        """,
      fixed: """
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
        """,
      at: "Events")
  ],
  checks: [.note(.misplacedEvents, checkMisplacedEvents)])

private func checkMisplacedEvents(_ note: Note, _ findings: inout Findings) {
  let function = note.part
  findings.report(
    at: .key(note.key),
    Text(
      en: "`Events` belongs inside `Properties`: the tool refuses it here.",
      zh: "`Events` 应写在 `Properties` 之内，写在此处会被工具拒绝。"),
    related: function[.functionProperties].origin.map {
      [RelatedPlace(.keyOfValue($0), Text(en: "the function's properties", zh: "函数的 Properties"))]
    } ?? [],
    mends: function[.functionEvents].isAbsent
      ? [
        .safe(
          Text(en: "move it into `Properties`", zh: "移到 `Properties` 之内"),
          .move(key: note.key, to: .functionEvents, function.id))
      ] : [])
}
