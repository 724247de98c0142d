import GatewayModel
import Linting

/// `config-id-kind`.
let configIDKind: Rule = Rule(
  id: "config-id-kind",
  family: .config,
  severity: .error,
  confidence: [.sdk, .component],
  summary: Text(en: "An id of one kind stands where another is wanted", zh: "ID 的类型不对"),
  explanation: Text(
    en: """
      The vendor's ids begin with what they name: `service-`, `api-`, `instance-`, `vpc-` and so on. An API's id where a \
      service's is due names nothing. Numbers and placeholders such as `service-xxx` are passed over.
      """,
    zh: """
      腾讯云的 ID 以所指对象开头：`service-`、`api-`、`instance-`、`vpc-` 等。把 API 的 ID 写到服务 ID 的位置不会指向任何对象。\
      数字和 `service-xxx` 之类的占位符不检查。
      """),
  runtime: Text(en: "The deployment fails: there is no such object.", zh: "部署失败：找不到该对象。"),
  evidence: Text(
    en: "The Cloud API's examples; the components check service ids by a pattern.",
    zh: "依据云 API 示例；组件会用正则校验服务 ID。"),
  examples: [
    Example(
      .componentAPIGateway,
      bad: """
        component: apigateway
        name: shop
        inputs:
          serviceId: api-8dsikiq6
          endpoints:
            - {path: /list, method: GET, function: {functionName: list}}
        """,
      good: """
        component: apigateway
        name: shop
        inputs:
          serviceId: service-8dsikiq6
          endpoints:
            - {path: /list, method: GET, apiId: api-id, function: {functionName: list}}
        """,
      at: "api-8dsikiq6")
  ],
  checks: [PartKind.service, .api, .usagePlan, .plugin, .upstream].map { .part($0, checkIDs) })

private func checkIDs(_ part: Part, _ findings: inout Findings) {
  for field in part.writtenFields {
    guard let wanted = field.name.identifierKind, !field.isTemplated, let text = field.text,
      let kind = IdentifierKind(of: text), kind != wanted, let origin = field.origin
    else { continue }
    findings.report(
      at: .value(origin),
      Text(
        en: "`\(field.spelling)` wants an id that begins with `\(wanted.rawValue)-`, and `\(text)` is none.",
        zh: "`\(field.spelling)` 需要以 `\(wanted.rawValue)-` 开头的 ID，而 `\(text)` 不是。"),
      help: Text(
        en: "Write an id `\(wanted.rawValue)-…` here; `\(text)` belongs to a key that wants `\(kind.rawValue)-…`.",
        zh: "请在此处填写 `\(wanted.rawValue)-…` 形式的 ID；`\(text)` 应写到需要 `\(kind.rawValue)-…` 的键中。"))
  }
}

extension FieldName {
  /// The kind of id that a field wants.
  fileprivate var identifierKind: IdentifierKind? {
    switch self {
    case .serviceId: .service
    case .apiId, .authRelationAPIId: .api
    case .instanceId: .instance
    case .usagePlanId: .usagePlan
    case .vpcId, .serviceVPCId, .upstreamVPCId: .vpc
    case .upstreamId: .upstream
    case .pluginId: .plugin
    default: nil
    }
  }
}
