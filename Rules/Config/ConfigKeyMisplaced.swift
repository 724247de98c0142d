import GatewayModel
import Linting
import YAMLDocument

/// `config-key-misplaced`.
let configKeyMisplaced: Rule = Rule(
  id: "config-key-misplaced",
  family: .config,
  severity: .warning,
  confidence: [.component],
  summary: Text(
    en: "A setting stands where its tool does not read it",
    zh: "配置写在了部署工具不会读取的位置"),
  explanation: Text(
    en: """
      The tools for the gateway spell one setting in up to twelve ways, and each reads its own only: component `http` \
      takes the time-out from `apigw.api.timeout`, the older web components from `apigw.timeout`. A key that belongs to \
      another level, component or version is passed over without a word, and the default holds instead.
      """,
    zh: """
      同一项网关配置在各个工具中最多有十二种写法，每个工具只认自己的写法：例如 `http` 组件读取 `apigw.api.timeout`，\
      更早的 Web 组件读取 `apigw.timeout`。写在其他层级、属于其他组件或版本的键会被直接忽略，实际生效的是默认值。
      """),
  runtime: Text(
    en: "The setting has no effect; what happens depends on the default that holds in its place.",
    zh: "该配置不生效，实际行为取决于默认值。"),
  evidence: Text(
    en: "What each tool reads is taken from its own source.", zh: "各工具读取哪些键来自其源码。"),
  fixSafety: .safe(
    Text(
      en: "The key that is meant is the only one of its meaning, and it is not written yet.",
      zh: "该含义只对应一个键，且目标键尚未填写。")),
  examples: [
    Example(
      .componentHTTP,
      bad: """
        component: http
        name: web
        inputs:
          faas:
            framework: koa
            timeout: 30
          apigw:
            timeout: 60
            api:
              cors: true
        """,
      good: """
        component: http
        name: web
        inputs:
          faas:
            framework: koa
            timeout: 30
          apigw:
            api:
              cors: true
              timeout: 60
        """,
      fixed: """
        component: http
        name: web
        inputs:
          faas:
            framework: koa
            timeout: 30
          apigw:
            api:
              cors: true
              timeout: 60
        """,
      at: "timeout: 60"),
    Example(
      .componentHTTP,
      bad: """
        component: http
        name: web
        inputs:
          apigw:
            customDomains:
              - domain: www.shop.cn
                certificateId: abcdefg
                protocols:
                  - https
        """,
      good: """
        component: http
        name: web
        inputs:
          apigw:
            customDomains:
              - domain: www.shop.cn
                certId: abcdefg
                protocols:
                  - https
        """,
      fixed: """
        component: http
        name: web
        inputs:
          apigw:
            customDomains:
              - domain: www.shop.cn
                certId: abcdefg
                protocols:
                  - https
        """,
      at: "certificateId"),
    Example(
      .componentSCF,
      bad: """
        component: scf
        name: list
        inputs:
          events:
            - apigw:
                name: list
                serviceId: service-8dsikiq6
                parameters:
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
                serviceId:
                parameters:
                  serviceId: service-8dsikiq6
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
                  endpoints:
                    - path: /list
                      method: GET
                  serviceId: service-8dsikiq6
        """,
      at: "serviceId"),
    Example(
      .componentAPIGateway,
      bad: """
        component: apigateway
        name: shop
        inputs:
          customDomain:
            - domain: www.shop.cn
              protocols:
                - http
          endpoints:
            - path: /list
              method: GET
              function:
                functionName: list
        """,
      good: """
        shop:
          component: '@serverless/tencent-apigateway'
          inputs:
            customDomain:
              - domain: www.shop.cn
                protocols:
                  - http
            endpoints:
              - path: /list
                method: GET
                function:
                  functionName: list
        """,
      fixed: """
        component: apigateway
        name: shop
        inputs:
          customDomains:
            - domain: www.shop.cn
              protocols:
                - http
          endpoints:
            - path: /list
              method: GET
              function:
                functionName: list
        """,
      at: "customDomain"),
  ],
  checks: [.note(.misplacedKey, checkMisplacedKey)])

private func checkMisplacedKey(_ note: Note, _ findings: inout Findings) {
  guard note.part.facts.tool.checksKeys else { return }
  let key = note.keyText
  guard let field = note.expected, let place = MisplacedField(field, of: note) else {
    findings.report(
      at: .key(note.key),
      Text(en: "`\(key)` is not read here.", zh: "此处不会读取 `\(key)`。"),
      severity: note.isDescription ? .hint : nil,
      help: Text(
        en: "Write its settings where this tool reads them, or remove it.", zh: "请把其中的配置写到该工具读取的位置，或将其删除。"))
    return
  }
  let spelling = place.spelling
  let effective = place.effectiveText
  let help: Text? =
    spelling == nil
    ? nil
    : Text(
      en: effective == nil ? "Write it there." : "Write it there; as the file stands, \(effective!) holds.",
      zh: effective == nil ? "请写到那里。" : "请写到那里；目前实际生效的是 \(effective!)。")
  findings.report(
    at: .key(note.key),
    spelling == nil
      ? Text(en: "`\(key)` is not read here.", zh: "此处不会读取 `\(key)`。")
      : Text(
        en: "`\(key)` is not read here; `\(spelling!)` is.", zh: "此处不会读取 `\(key)`，读取的是 `\(spelling!)`。"),
    severity: place.isHarmless ? .hint : nil, help: help, mends: place.mends, faults: place.faults)
}

extension Note {
  /// Whether the key is a description in one of its spellings: nothing but a text is lost.
  var isDescription: Bool {
    switch expected {
    case .serviceDescription, .apiDescription, .parameterDescription, .usagePlanDescription, .appDescription: true
    default: false
    }
  }
}
