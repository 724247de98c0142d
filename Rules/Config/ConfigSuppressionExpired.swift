import GatewayModel
import Linting

/// `config-suppression-expired`.
let configSuppressionExpired: Rule = Rule(
  id: "config-suppression-expired",
  family: .config,
  severity: .warning,
  confidence: [.certain],
  summary: Text(
    en: "A suppression comment is past its date",
    zh: "抑制注释已过期"),
  explanation: Text(
    en: """
      A suppression with `until=YYYY-MM-DD` holds up to and including that day. This one no longer does: what it hid is \
      reported again.
      """,
    zh: "带 `until=YYYY-MM-DD` 的抑制注释在该日（含）之前有效。该注释已经失效，它所隐藏的问题会重新报告。"),
  runtime: Text(
    en: "None at the gateway: the findings that were hidden are reported again.",
    zh: "对网关没有影响：之前隐藏的问题会重新报告。"),
  evidence: Text(
    en: "Follows from the date in the comment and the current day.",
    zh: "依据注释中的日期与当前日期。"),
  fixSafety: .safe(
    Text(
      en: "The comment has no effect any more, so removing it changes nothing.", zh: "该注释已不起作用，删除它不会改变结果。")),
  examples: [
    Example(
      bad: """
        paths:
          /m:
            get:
              operationId: m
              # gwlint:disable-next-line mock-message-missing until=2020-01-31 -- until the back end is there
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      good: """
        paths:
          /m:
            get:
              operationId: m
              # gwlint:disable-next-line mock-message-missing until=9999-12-31 -- until the back end is there
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      fixed: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      at: "# gwlint", exempt: onlyInComments)
  ],
  checks: [.engine(.expiredSuppression)])
