import GatewayModel
import Linting
import YAMLDocument

/// `config-event-parameters-missing`.
let configEventParametersMissing: Rule = Rule(
  id: "config-event-parameters-missing",
  family: .config,
  severity: .error,
  confidence: [.component],
  summary: Text(
    en: "A gateway event has no `parameters`", zh: "网关事件缺少 `parameters`"),
  explanation: Text(
    en: """
      The settings of an `apigw` event stand under its `parameters`. Without that key, or with the settings one level too \
      high, the tool stops. The other rules read the settings as if they stood in their place.
      """,
    zh: """
      `apigw` 事件的配置要写在 `parameters` 之下。缺少这个键，或把配置写高了一层，部署工具会中断。其他规则仍按正确位置读取\
      这些配置。
      """),
  runtime: Text(en: "The deployment fails.", zh: "部署失败。"),
  evidence: Text(
    en: "The components' source reads the settings from `parameters` without looking whether it is there.",
    zh: "组件源码直接从 `parameters` 读取配置，不检查其是否存在。"),
  fixSafety: .safe(
    Text(
      en: "The settings keep their text and can stand nowhere else.", zh: "配置内容不变，也只可能写在那里。")),
  examples: [
    Example(
      .componentSCF,
      bad: """
        component: scf
        name: list
        inputs:
          events:
            - apigw:
                name: list
                protocols:
                  - https
                endpoints:
                  - path: /list
                    method: GET
        """,
      good: """
        component: scf
        name: list
        inputs:
          events:
            - apigw:
                name: list
                parameters:
                  protocols:
                    - https
                  endpoints:
                    - path: /list
                      method: GET
        """,
      fixed: """
        component: scf
        name: list
        inputs:
          events:
            - apigw:
                name: list
                parameters:
                  protocols:
                    - https
                  endpoints:
                    - path: /list
                      method: GET
        """,
      at: "apigw"),
    Example(
      .frameworkPlugin,
      bad: """
        service: shop
        provider:
          name: tencent
        functions:
          list:
            handler: index.list
            events:
              - apigw:
                  name: list
                  stageName: release
                  httpMethod: GET
        """,
      good: """
        service: shop
        provider:
          name: tencent
        functions:
          list:
            handler: index.list
            events:
              - apigw:
                  service: service-8dsikiq6
                  method: ANY
                  stage: test
                  auth: true
        """,
      fixed: """
        service: shop
        provider:
          name: tencent
        functions:
          list:
            handler: index.list
            events:
              - apigw:
                  name: list
                  parameters:
                    stageName: release
                    httpMethod: GET
        """,
      at: "apigw"),
  ],
  checks: [.note(.missingParameters, checkMissingParameters)])

private func checkMissingParameters(_ note: Note, _ findings: inout Findings) {
  let yaml = note.project.document(note.value.document).yaml
  let event = yaml.resolved(note.value.node)
  let passed: Set<String> = ["name", "type", "function"]
  let keys = yaml.pairs(of: event).map(\.key).filter { !passed.contains(yaml.string($0)) }
    .map { Origin(document: note.value.document, node: $0) }
  findings.report(
    at: .key(note.key),
    keys.isEmpty
      ? Text(en: "The gateway event has no `parameters`: the tool stops.", zh: "网关事件缺少 `parameters`，部署工具会中断。")
      : Text(
        en: "The settings of the gateway event stand one level too high: they belong under `parameters`.",
        zh: "网关事件的配置写高了一层，应写在 `parameters` 之下。"),
    help: Text(
      en: "Write `parameters:` and below it at least `endpoints`.", zh: "请写 `parameters:`，并在其下至少写 `endpoints`。"),
    related: note.other.map { [RelatedPlace(.key($0), Text(en: "a setting", zh: "其中一项配置"))] } ?? [],
    mends: keys.isEmpty
      ? []
      : [
        .safe(
          Text(en: "move the settings under `parameters`", zh: "把配置移到 `parameters` 之下"),
          .nest(keys, under: "parameters"))
      ])
}
