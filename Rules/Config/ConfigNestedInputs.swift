import GatewayModel
import Linting

/// `config-nested-inputs`.
let configNestedInputs: Rule = Rule(
  id: "config-nested-inputs",
  family: .config,
  severity: .error,
  confidence: [.component],
  summary: Text(en: "`inputs` stands inside `inputs`", zh: "`inputs` 中又写了一层 `inputs`"),
  explanation: Text(
    en: """
      A component reads its settings directly below `inputs`. One level deeper it finds none of them and deploys what \
      holds by default. The other rules read the settings as if they stood in their place.
      """,
    zh: """
      组件只读取 `inputs` 下一层的配置。多套一层后所有配置都不会被读取，部署的是默认值。其他规则仍按正确位置读取这些配置。
      """),
  runtime: Text(en: "Every setting is passed over.", zh: "所有配置都不生效。"),
  evidence: Text(
    en: "No component has a setting of that name.", zh: "没有任何组件有名为 inputs 的配置项。"),
  fixSafety: .unsafe(
    Text(
      en: "Settings that never had an effect come into force all at once.",
      zh: "此前从未生效的配置会一次性全部生效。")),
  examples: [
    Example(
      .componentFlat,
      bad: """
        component: zblogphp
        name: blog
        inputs:
          inputs:
            region: ap-beijing
            apigw:
              environment: release
        """,
      good: """
        component: zblogphp
        name: blog
        inputs:
          region: ap-beijing
          apigw:
            environment: release
        """,
      fixed: """
        component: zblogphp
        name: blog
        inputs:
          region: ap-beijing
          apigw:
            environment: release
        """,
      at: "inputs:\n    region")
  ],
  checks: [.note(.nestedInputs, checkNestedInputs)])

private func checkNestedInputs(_ note: Note, _ findings: inout Findings) {
  findings.report(
    at: .key(note.key),
    Text(
      en: "`inputs` stands inside `inputs`: the component reads none of these settings.",
      zh: "`inputs` 中又写了一层 `inputs`，组件不会读取其中任何配置。"),
    help: Text(en: "Take the inner level out.", zh: "请去掉里面这一层。"),
    mends: [
      .unsafe(Text(en: "take the inner level out", zh: "去掉里面这一层"), .lift(note.key))
    ])
}
