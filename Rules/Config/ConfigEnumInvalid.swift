import GatewayModel
import Linting
import YAMLDocument

/// `config-enum-invalid`.
let configEnumInvalid: Rule = Rule(
  id: "config-enum-invalid",
  family: .config,
  severity: .error,
  faults: [.environmentMappingMiss],
  confidence: [.component, .sdk],
  summary: Text(en: "A value is none of those that are allowed", zh: "取值不在允许的范围内"),
  explanation: Text(
    en: """
      Protocols are `http` and `https`, networks `OUTER` and `INNER`, environments `release`, `test` and `prepub`; component \
      apigateway takes the methods ANY, GET, POST, PUT, DELETE and HEAD only. Words are compared as they are written, but \
      for the components' protocols, of which one may also stand alone.
      """,
    zh: """
      协议只能是 `http`、`https`，网络类型只能是 `OUTER`、`INNER`，环境只能是 `release`、`test`、`prepub`；apigateway 组件只接受 \
      ANY、GET、POST、PUT、DELETE、HEAD。除组件的协议外区分大小写；组件的协议也可以只写一个而不写成列表。
      """),
  runtime: Text(
    en: "The deployment is refused, or the service is released where no domain leads.",
    zh: "部署被拒绝，或服务发布到了没有域名指向的环境。"),
  evidence: Text(
    en: "The components' schemas and the Cloud API definition.", zh: "依据组件的 Schema 和云 API 定义。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  fixSafety: .safe(
    Text(en: "Only a difference in upper and lower case is mended.", zh: "只修正大小写不同的值。")),
  examples: [
    Example(
      .componentFramework,
      bad: """
        component: express
        name: web
        inputs:
          apigatewayConf:
            environment: prod
        """,
      good: """
        component: express
        name: web
        inputs:
          apigatewayConf:
            environment: ${env:STAGE}
        """,
      at: "prod"),
    Example(
      .componentAPIGateway,
      bad: """
        component: apigateway
        name: shop
        inputs:
          netTypes:
            - outer
          endpoints:
            - {path: /list, method: GET, function: {functionName: list}}
        """,
      good: """
        component: apigateway
        name: shop
        inputs:
          netTypes:
            - OUTER
          protocols:
            - http
            - https
          endpoints:
            - {path: /list, method: GET, function: {functionName: list}}
        """,
      fixed: """
        component: apigateway
        name: shop
        inputs:
          netTypes:
            - OUTER
          endpoints:
            - {path: /list, method: GET, function: {functionName: list}}
        """,
      at: "outer"),
    Example(
      .componentAPIGateway,
      bad: """
        component: apigateway
        name: shop
        inputs:
          endpoints:
            - {path: /list, method: PATCH, function: {functionName: list}}
        """,
      good: """
        component: apigateway
        name: shop
        inputs:
          endpoints:
            - {path: /list, method: PUT, function: {functionName: list}}
        """,
      at: "PATCH"),
    Example(
      .frameworkPlugin,
      bad: """
        service: shop
        provider: {name: tencent}
        functions:
          list:
            events:
              - apigw:
                  parameters:
                    stageName: production
                    httpMethod: GET
        """,
      good: """
        service: shop
        provider: {name: tencent}
        functions:
          list:
            events:
              - apigw:
                  parameters:
                    stageName: prepub
                    httpMethod: GET
        """,
      at: "production"),
  ],
  checks: [.part(.service, checkServiceWords), .part(.domain, checkDomainWords), .part(.api, checkAPIWords)])

private let protocols = ["http", "https"]
private let networks = ["OUTER", "INNER"]
private let environments = ["release", "test", "prepub"]

private func checkServiceWords(_ service: Part, _ findings: inout Findings) {
  if service.facts.tool.joinsProtocols { checkProtocols(service[.serviceProtocol], &findings) }
  checkWords(service[.netTypes], among: networks, &findings)
  if service.facts.valueType(of: .releasedEnvironments) == .string {
    checkWords(service[.releasedEnvironments], among: environments, &findings)
  }
}

private func checkDomainWords(_ domain: Part, _ findings: inout Findings) {
  if domain.facts.tool.joinsProtocols {
    checkProtocols(domain[.domainProtocol], &findings)
  } else {
    checkWords(domain[.domainProtocol], among: protocols + ["http&https"], faults: [.protocolNotAllowed], &findings)
  }
  checkWords(domain[.domainNetType], among: networks, faults: [], &findings)
}

private func checkAPIWords(_ api: Part, _ findings: inout Findings) {
  checkWords(api[.environmentName], among: environments, &findings)
  guard let methods = api.facts.tool.methods, let method = api.apiMethod, !methods.contains(method.rawValue),
    let origin = api[.method].origin
  else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "The tool refuses the method `\(method.rawValue)`; it takes \(Text.list(methods).en).",
      zh: "部署工具不接受方法 `\(method.rawValue)`，只接受 \(Text.list(methods).zh)。"),
    faults: [.methodNotSupported])
}

/// Protocols in a component's file: a list, whatever the case, or one alone.
private func checkProtocols(_ field: Field, _ findings: inout Findings) {
  guard field.shape == .scalar else {
    return checkWords(field, among: protocols, faults: [.protocolNotAllowed], &findings, caseSeverity: .hint)
  }
  guard !field.isTemplated, let word = field.text, let origin = field.origin else { return }
  let isKnown = word.lowercased().split(separator: "&").allSatisfy { protocols.contains(String($0)) } && !word.isEmpty
  let named = protocols.filter { word.lowercased().split(separator: "&").contains(Substring($0)) }
  let list = (named.isEmpty ? protocols : named).joined(separator: ", ")
  findings.report(
    at: .value(origin),
    isKnown
      ? Text(en: "`\(field.spelling)` is documented as a list.", zh: "`\(field.spelling)` 按文档应写成列表。")
      : Text(
        en: "`\(field.spelling)` is `\(word)`; there are `http` and `https`.",
        zh: "`\(field.spelling)` 为 `\(word)`，只能是 `http` 或 `https`。"),
    severity: isKnown ? .hint : nil,
    help: Text(en: "Write a list such as `[\(list)]`.", zh: "请写成列表，例如 `[\(list)]`。"),
    faults: [.protocolNotAllowed])
}

/// Checks a word, or each of a list.
private func checkWords(
  _ field: Field, among words: [String], faults: [Fault]? = nil, _ findings: inout Findings,
  caseSeverity: Severity = .warning
) {
  let places = field.shape == .list ? field.items : field.shape == .scalar ? field.origin.map { [$0] } ?? [] : []
  for origin in places {
    let yaml = field.part.project.document(origin.document).yaml
    guard yaml.kind(origin.node) == .scalar, !Field.isTemplate(yaml.scalar(origin.node)) else { continue }
    let word = yaml.string(origin.node)
    guard !word.isEmpty, yaml.resolve(origin.node, schema: .core) != .null,
      KnownWord(word, among: words) != .exact
    else { continue }
    let list = Text.list(words.map { "`\($0)`" })
    switch KnownWord(word, among: words) {
    case .exact: continue
    case .inOtherCase(let known):
      findings.report(
        at: .value(origin),
        Text(
          en: "`\(field.spelling)` is written `\(known)`, not `\(word)`.",
          zh: "`\(field.spelling)` 应写作 `\(known)`，而不是 `\(word)`。"),
        severity: caseSeverity,
        mends: [.safe(Text(en: "write `\(known)`", zh: "改为 `\(known)`"), .set(origin, .string(known)))], faults: faults)
    case .unknown:
      let nearest = NearestWord.nearest(to: word, among: words)
      findings.report(
        at: .value(origin),
        Text(
          en: "`\(field.spelling)` is `\(word)`; allowed are \(list.en).",
          zh: "`\(field.spelling)` 为 `\(word)`，只能是 \(list.zh)。"),
        help: nearest.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") }, faults: faults)
    }
  }
}
