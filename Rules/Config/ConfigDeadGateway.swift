import GatewayModel
import Linting

/// `config-dead-gateway`.
let configDeadGateway: Rule = Rule(
  id: "config-dead-gateway",
  family: .config,
  severity: .hint,
  confidence: [.component],
  summary: Text(
    en: "A gateway that is switched off has settings", zh: "已禁用的网关仍有配置"),
  explanation: Text(
    en: """
      With `isDisabled: true` the component makes no gateway: whatever stands beside it is not looked at, by the \
      component or by the other rules.
      """,
    zh: """
      写了 `isDisabled: true` 后，组件不会创建网关，旁边的配置不会被组件读取，其他规则也不再检查。
      """),
  runtime: Text(en: "There is no gateway to call.", zh: "没有可供调用的网关。"),
  evidence: Text(en: "The components' source.", zh: "依据组件源码。"),
  examples: [
    Example(
      .componentFramework,
      bad: """
        component: express
        name: web
        inputs:
          apigatewayConf:
            isDisabled: true
            protocols:
              - https
        """,
      good: """
        component: express
        name: web
        inputs:
          apigatewayConf:
            isDisabled: true
        """,
      at: "isDisabled")
  ],
  checks: [.note(.disabledGateway, checkDisabledGateway)])

private func checkDisabledGateway(_ note: Note, _ findings: inout Findings) {
  findings.report(
    at: .key(note.key),
    Text(
      en: "The gateway is switched off: the settings beside `\(note.keyText)` have no effect.",
      zh: "网关已禁用，`\(note.keyText)` 旁边的配置不生效。"),
    help: Text(
      en: "Remove these settings, or remove `\(note.keyText)` if there is to be a gateway.",
      zh: "请删除这些配置；如果需要创建网关，请删除 `\(note.keyText)`。"),
    related: note.other.map { [RelatedPlace(.key($0), Text(en: "a setting without effect", zh: "不生效的配置"))] } ?? [])
}
