import GatewayModel
import Linting

/// `config-suppression-unknown`.
let configSuppressionUnknown: Rule = Rule(
  id: "config-suppression-unknown",
  family: .config,
  severity: .warning,
  confidence: [.certain],
  summary: Text(
    en: "A suppression comment names a rule that does not exist",
    zh: "抑制注释中的规则不存在"),
  explanation: Text(
    en: """
      `# gwlint:disable-next-line RULE` and its like take rule ids, families such as `route-*`, or `ALL`. A name that is \
      none of them switches nothing off.
      """,
    zh: "`# gwlint:disable-next-line RULE` 等注释接受规则名、规则族（如 `route-*`）或 `ALL`。其他名称不会关闭任何规则。"),
  runtime: Text(
    en: "None at the gateway: the finding that was meant to be silent is still reported.",
    zh: "对网关没有影响：本想抑制的问题仍会被报告。"),
  evidence: Text(
    en: "Follows from the list of rules.",
    zh: "依据规则列表。"),
  fixSafety: .safe(
    Text(
      en: "A name without a rule has no effect, so removing it changes nothing. A near name is only offered.",
      zh: "不存在的规则名不起作用，删除它不会改变任何结果；相近的名称仅作建议。")),
  examples: [
    Example(
      bad: """
        paths:
          # gwlint:disable-next-line mock-mesage-missing -- answered by a plugin
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK}
        """,
      good: """
        paths:
          # gwlint:disable-next-line mock-message-missing -- answered by a plugin
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK}
        """,
      fixed: """
        paths:
          # gwlint:disable-next-line mock-message-missing -- answered by a plugin
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK}
        """,
      at: "mock-mesage-missing", exempt: onlyInComments),
    Example(
      bad: """
        paths:
          /m:
            # gwlint:disable-next-line no-such-thing-at-all
            get: {operationId: m}
        """,
      good: """
        paths:
          /m:
            get: {operationId: m}
        """,
      fixed: """
        paths:
          /m:
            get: {operationId: m}
        """,
      at: "no-such-thing-at-all", exempt: onlyInComments),
  ],
  checks: [.engine(.unknownSuppression)])

/// Why examples of the rules about suppression comments are not rewritten.
let onlyInComments: [Example.Transformation: String] = [
  .flowStyle: "the finding is about a comment, which rewriting drops",
  .json: "JSON has no comments",
  .anchored: "a comment cannot stand behind an anchor",
  .suppressed: "a suppression cannot be suppressed",
]
