import GatewayModel
import Linting

/// `config-suppression-unused`.
let configSuppressionUnused: Rule = Rule(
  id: "config-suppression-unused",
  family: .config,
  severity: .warning,
  confidence: [.certain],
  summary: Text(
    en: "A suppression comment has nothing to suppress",
    zh: "抑制注释没有可抑制的问题"),
  explanation: Text(
    en: """
      The rule finds nothing where the comment reaches: the fault was mended, or the comment stands in the wrong place. \
      `disable-next-line` reaches the node that begins on the next line with content, with all below it, `disable-line` \
      what begins on its own line. Rules that do not run are not judged.
      """,
    zh: """
      在注释的作用范围内，该规则没有发现问题：要么问题已修复，要么注释位置不对。`disable-next-line` 作用于下一个有内容的\
      行所开始的节点及其全部内容，`disable-line` 作用于本行开始的问题。未运行的规则不参与判断。
      """),
  runtime: Text(
    en: "None at the gateway. A later fault of this kind would go unseen.",
    zh: "对网关没有影响，但以后出现的同类问题会被掩盖。"),
  evidence: Text(
    en: "Follows from the findings of the same run.",
    zh: "依据同一次检查的结果。"),
  fixSafety: .safe(
    Text(
      en: "The comment suppresses nothing, so removing it changes nothing.", zh: "该注释没有抑制任何问题，删除它不会改变结果。")),
  examples: [
    Example(
      bad: """
        paths:
          /m:
            get:
              operationId: m
              # gwlint:disable-next-line mock-message-missing -- answered by a plugin
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      good: """
        paths:
          /m:
            get:
              operationId: m
              # gwlint:disable-next-line mock-message-missing -- answered by a plugin
              x-apigw-backend: {ServiceType: MOCK}
        """,
      fixed: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      at: "mock-message-missing", exempt: onlyInComments),
    Example(
      bad: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK}  # gwlint:disable-line mock-message-missing, yaml-syntax -- later
        """,
      good: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK}  # gwlint:disable-line mock-message-missing -- later
        """,
      fixed: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK}  # gwlint:disable-line mock-message-missing -- later
        """,
      at: "yaml-syntax", exempt: onlyInComments),
  ],
  checks: [.engine(.unusedSuppression)])
