import GatewayModel
import Linting

/// `config-required-missing`.
let configRequiredMissing: Rule = Rule(
  id: "config-required-missing",
  family: .config,
  severity: .error,
  confidence: [.component],
  summary: Text(
    en: "A key that the deploying tool demands is missing", zh: "缺少部署工具必需的键"),
  explanation: Text(
    en: """
      Component apigateway cannot do without `endpoints`, an endpoint not without `path` and `method`, a custom domain not \
      without `domain`, an API of component multi-scf not without `function` where its trigger names none. Two gateway \
      events of one function may not share a written name.
      """,
    zh: """
      apigateway 组件必须有 `endpoints`，每个 endpoint 必须有 `path` 和 `method`，自定义域名必须有 `domain`；multi-scf 的 API \
      在触发器没有指定函数时必须有 `function`。同一函数的两个网关事件不能使用相同的名称。
      """),
  runtime: Text(en: "The deployment fails.", zh: "部署失败。"),
  evidence: Text(
    en: "The components' source uses the value without looking whether it is there.",
    zh: "组件源码直接使用该值，不检查其是否存在。"),
  examples: [
    Example(
      .componentAPIGateway,
      bad: """
        component: apigateway
        name: shop
        inputs:
          serviceName: shop
        """,
      good: """
        component: apigateway
        name: shop
        inputs:
          serviceName: shop
          endpoints:
            - {path: /list, method: GET, function: {functionName: list}}
        """,
      at: "inputs"),
    Example(
      .componentMultiSCF,
      bad: """
        component: multi-scf
        name: shop
        inputs:
          functions:
            list: {handler: index.list}
          triggers:
            - type: apigw
              parameters:
                name: shop
                apis:
                  - path: /list
                    method: GET
        """,
      good: """
        component: multi-scf
        name: shop
        inputs:
          functions:
            list: {handler: index.list}
          triggers:
            - type: apigw
              function: list
              parameters:
                name: shop
                apis:
                  - path: /list
                    method: GET
        """,
      at: "path"),
    Example(
      .componentSCF,
      bad: """
        component: scf
        name: list
        inputs:
          events:
            - apigw:
                name: first
                parameters:
                  endpoints:
                    - {path: /list, method: GET}
            - apigw:
                name: first
                parameters:
                  endpoints:
                    - {path: /detail, method: GET}
        """,
      good: """
        component: scf
        name: list
        inputs:
          events:
            - apigw:
                name: first
                parameters:
                  endpoints:
                    - {path: /list, method: GET}
            - apigw:
                name: second
                parameters:
                  endpoints:
                    - {path: /detail, method: GET}
        """),
  ],
  checks: [PartKind.service, .api, .domain].map { .part($0, checkDemandedFields) }
    + [.note(.duplicateEventName, checkDuplicateEventName)])

private func checkDemandedFields(_ part: Part, _ findings: inout Findings) {
  guard let demanded = part.facts.tool.demandedFields[part.kind], !part.isIncomplete else { return }
  for name in demanded {
    let field = part[name]
    guard field.isBlank, !part.isMislaid(name), !isDispensable(field) else { continue }
    findings.report(
      at: .field(field),
      Text(en: "`\(field.spelling)` is missing: the tool stops.", zh: "缺少 `\(field.spelling)`，部署工具会中断。"),
      help: wording(of: field))
  }
}

/// What to write for a field that the tool demands.
private func wording(of field: Field) -> Text? {
  switch field.name {
  case .apiList:
    let key = field.spelling
    return Text(
      en: "Write `\(key)` as a list whose elements have a `path` and a `method`.",
      zh: "请把 `\(key)` 写成列表，其中每一项都要有 `path` 和 `method`。")
  case .path:
    return Text(en: "Write the path of the API, for example `/list`.", zh: "请填写 API 的路径，例如 `/list`。")
  case .method:
    return Text(en: "Write the API's HTTP method, for example `GET`.", zh: "请填写 API 的请求方法，例如 `GET`。")
  case .functionName:
    return Text(
      en: "Name the function to call, at the API or at its trigger.", zh: "请在 API 或其触发器中写明要调用的函数。")
  case .domainName:
    return Text(en: "Write the custom domain's name.", zh: "请填写自定义域名。")
  default: return nil
  }
}

/// Whether the tool does without a field that it demands elsewhere.
private func isDispensable(_ field: Field) -> Bool {
  let part = field.part
  switch field.name {
  case .path, .method:
    // A known API keeps both; a WebSocket front end is always GET.
    if part[.apiId].isWritten { return true }
    return field.name == .method && part.isWebSocketFront
  case .functionName: return part.parent.map { !$0[.functionReference].isBlank } ?? false
  default: return false
  }
}

private func checkDuplicateEventName(_ note: Note, _ findings: inout Findings) {
  findings.report(
    at: .value(note.value),
    Text(
      en: "Another gateway event of the function is called `\(note.keyText)` as well: the component refuses both.",
      zh: "该函数另有一个网关事件也叫 `\(note.keyText)`，组件会拒绝部署。"),
    help: Text(en: "Give each gateway event a name of its own.", zh: "请为每个网关事件使用不同的名称。"),
    related: note.other.map { [RelatedPlace(.value($0), Text(en: "the first of the name", zh: "同名的第一个事件"))] } ?? [])
}
