import GatewayModel
import Linting

/// `auth-secret-without-plan`.
let authSecretWithoutPlan: Rule = Rule(
  id: "auth-secret-without-plan",
  family: .auth,
  severity: .error,
  faults: [.noUsagePlan],
  confidence: [.official, .component, .terraform],
  summary: Text(
    en: "An API asks for a key, and no usage plan is bound that could give one",
    zh: "API 需要密钥认证，但没有绑定使用计划"),
  explanation: Text(
    en: """
      `AuthType: SECRET` lets callers in with a key of a usage plan that is bound to the service or the API in the \
      environment that they call. Where none is bound, nobody gets in. Only a manifest knows all plans of a service; in a \
      serverless file, `auth` without `usagePlan` makes the API ask for a key that nothing gives out. Where plans are \
      attached by resources (Terraform, Pulumi, Crossplane), the rule compares them with the releases beside them, if the \
      configuration attaches any plan to the service at all: then it is a warning, since another may attach more.
      """,
    zh: """
      `AuthType` 为 `SECRET` 时，调用方必须使用某个使用计划中的密钥，且该计划已在所调用的环境中绑定到服务或 API。\
      没有绑定则任何人都无法调用。只有清单文件包含服务的全部使用计划；在 Serverless 文件中，只写 `auth` 而没有 `usagePlan` \
      会使 API 需要密钥，却没有任何计划发放密钥。以资源绑定计划时（Terraform、Pulumi、Crossplane），只要配置中为该服务绑定过计划，\
      就会与同一配置中的发布对照；由于其他配置也可能绑定计划，此时为 warning。
      """),
  runtime: Text(
    en: "Every call in that environment is answered with 403 `Found no validate usage plan.`",
    zh: "该环境中的所有调用都返回 403 `Found no validate usage plan.`"),
  evidence: Text(
    en:
      "The documentation names the missing plan as the cause of this row; the serverless case follows from the component's source.",
    zh: "官方文档说明该错误码的原因是没有使用计划；Serverless 的情况由组件源码得出。"),
  url: "https://cloud.tencent.com/document/product/628/11814",
  fixSafety: .unsafe(
    Text(
      en: "Binding a plan lets the holders of its keys in.", zh: "绑定使用计划后，持有其密钥的调用方就能调用。")),
  examples: [
    Example(
      .manifest,
      bad: """
        ReleasedEnvironments: [release]
        Apis: [a.yaml]
        UsagePlans:
          - {UsagePlanName: p, SecretNames: [k], Bind: [{BindType: SERVICE, Environment: test}]}
        """,
      good: """
        ReleasedEnvironments: [release]
        Apis: [a.yaml]
        ApiKeys: [{SecretName: k}]
        UsagePlans:
          - {UsagePlanName: p, SecretNames: [k], Bind: [{BindType: SERVICE, Environment: release}]}
        """,
      fixed: """
        ReleasedEnvironments: [release]
        Apis: [a.yaml]
        UsagePlans:
          - {UsagePlanName: p, SecretNames: [k], Bind: [{BindType: SERVICE, Environment: test}, {BindType: SERVICE, Environment: release}]}
        """,
      at: "[{BindType", files: ["a.yaml": PluginExamples.apis(["get /a a"], lines: ["x-apigw-auth-type: SECRET"])]),
    Example(
      .manifest,
      bad: """
        ReleasedEnvironments: [release]
        Apis:
          - {ApiName: a, AuthType: SECRET, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        ApiKeys: [{SecretName: k}]
        UsagePlans:
          - UsagePlanName: p
            SecretNames: [k]
            Bind: [{BindType: API, Environment: release, Apis: [b]}]
          - UsagePlanName: q
            SecretNames: [k]
        """,
      good: """
        ReleasedEnvironments: [release]
        Apis:
          - {ApiName: a, AuthType: SECRET, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      at: "UsagePlans"),
    Example(
      .manifest,
      bad: """
        ReleasedEnvironments: [release, prepub]
        Apis:
          - {ApiName: a, AuthType: SECRET, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        UsagePlans:
          - {UsagePlanName: p, Bind: [{Environment: test}]}
        """,
      good: """
        ReleasedEnvironments: [release]
        Apis:
          - {ApiName: a, AuthType: SECRET, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        UsagePlans:
          - {UsagePlanName: p, Bind: [{BindType: API, Environment: release, Apis: [a]}]}
        """,
      fixed: """
        ReleasedEnvironments: [release, prepub]
        Apis:
          - {ApiName: a, AuthType: SECRET, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        UsagePlans:
          - {UsagePlanName: p, Bind: [{Environment: test}, {BindType: SERVICE, Environment: release}, {BindType: SERVICE, Environment: prepub}]}
        """,
      at: "[{Environment"),
    Example(
      .componentAPIGateway,
      bad: """
        component: apigateway
        name: shop
        inputs:
          endpoints:
            - path: /a
              method: GET
              auth: {secretName: k}
              function: {functionName: a}
        """,
      good: """
        component: apigateway
        name: shop
        inputs:
          endpoints:
            - path: /a
              method: GET
              usagePlan: {usagePlanName: p, environment: release}
              auth: {secretName: k}
              function: {functionName: a}
        """,
      at: "auth:"),
    Example(
      .pulumi, bad: PlanExamples.resources(authType: "SECRET", bindings: ["{environment: test}"]),
      good: PlanExamples.resources(authType: "SECRET", bindings: ["{environment: test}", "{environment: release}"]),
      at: "test"),
  ],
  checks: [.service(checkSecretAccess), .part(.api, checkAuthWithoutPlan), .part(.service, checkServiceAuth)])

private func checkSecretAccess(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let gaps = project.secretAccessGaps(of: service).apis
  let plans = project.parts(.usagePlan, of: service)
  let isWhole = service.isWhole(in: project)
  let bindings = isWhole ? [] : project.planBindings(of: service) ?? []
  // APIs that lack a plan in the same environments have one and the same cause.
  let groups = Dictionary(grouping: gaps.indices) { gaps[$0].environments }
  for group in groups.values.sorted(by: { $0[0] < $1[0] }) {
    let apis = group.map { gaps[$0].api }
    let environments = gaps[group[0]].environments
    if isWhole {
      report(apis, environments, plans, &findings)
    } else {
      report(apis, environments, boundBy: bindings, &findings)
    }
  }
}

/// Bindings that are objects of their own: the only one is in the wrong environment, else another is needed.
private func report(
  _ apis: [Part], _ environments: [String], boundBy bindings: [Part], _ findings: inout Findings
) {
  let api = apis[0]
  let names = Text.list(environments)
  let only = bindings.count == 1 && !bindings[0].isAPIBinding ? bindings[0][.environmentName] : nil
  findings.report(
    at: .field(only ?? api[.authType]),
    Text(
      en:
        "`\(api.displayName)` asks for a key, but nothing here binds a usage plan to it in \(names.en).\(others(apis).en)",
      zh: "`\(api.displayName)` 需要密钥认证，但此处没有在 \(names.zh) 环境为它绑定使用计划。\(others(apis).zh)"),
    severity: .warning,
    help: Text(
      en: "Attach a usage plan to the service or to the API in \(names.en), unless another configuration does.",
      zh: "请在 \(names.zh) 环境为服务或该 API 绑定使用计划；如果由其他配置绑定则可忽略。"),
    related: only == nil ? [] : relatedAPIs(apis), subject: api.id)
}

private func others(_ apis: [Part]) -> Text {
  apis.count > 1
    ? Text(en: " The same holds for \(apis.count - 1) more.", zh: "另有 \(apis.count - 1) 个 API 情况相同。")
    : Text(en: "", zh: "")
}

private func relatedAPIs(_ apis: [Part]) -> [RelatedPlace] {
  apis.prefix(PluginExamples.relatedLimit).map {
    RelatedPlace(.field($0[.authType]), Text(en: "asks for a key", zh: "需要密钥认证"))
  }
}

/// The finding stands where the binding is missing: at the only plan, else at the plans' section.
private func report(_ apis: [Part], _ environments: [String], _ plans: [Part], _ findings: inout Findings) {
  let api = apis[0]
  let names = Text.list(environments)
  var mends: [Mend] = []
  if plans.count == 1, let steps = plans[0].bindingSteps(environments) {
    mends = [
      Mend(
        title: Text(
          en: "bind the plan `\(plans[0].planName)` to the service", zh: "将使用计划 `\(plans[0].planName)` 绑定到服务"),
        applicability: .unsafe, steps: steps)
    ]
  }
  findings.report(
    at: plans.count == 1 ? .field(plans[0][.planBindings]) : api.placeOfSection(.usagePlanList),
    Text(
      en: "`\(api.displayName)` asks for a key, but no usage plan is bound to it in \(names.en).\(others(apis).en)",
      zh: "`\(api.displayName)` 需要密钥认证，但在 \(names.zh) 环境没有绑定使用计划。\(others(apis).zh)"),
    help: Text(
      en: "Bind a usage plan to the service in \(names.en).", zh: "请在 \(names.zh) 环境为服务绑定使用计划。"),
    related: relatedAPIs(apis), mends: mends, subject: api.id)
}

extension Part {
  /// Where a section of the files that describe this API's service is written; at the API where none has it.
  func placeOfSection(_ section: FieldName) -> Place {
    let roots = project.service(of: self).map { project.parts(.service, of: $0) } ?? []
    return roots.compactMap { $0[section].origin }.first.map { .keyOfValue($0) } ?? .part(id)
  }

  /// The steps that bind a usage plan to its service in some environments.
  fileprivate func bindingSteps(_ environments: [String]) -> [MendStep]? {
    let bindings = self[.planBindings]
    let added = environments.map {
      MendValue.map([MendEntry("BindType", .string("SERVICE")), MendEntry("Environment", .string($0))])
    }
    switch bindings.shape {
    case .list where !bindings.items.isEmpty: return added.map { .append($0, .planBindings, id) }
    case .list, .null: return [bindings.replacement(.list(added))]
    case .scalar, .mapping: return nil
    }
  }
}

/// A serverless file's API that asks for a key, without a plan beside it or at its service.
private func checkAuthWithoutPlan(_ api: Part, _ findings: inout Findings) {
  guard api.facts.tool.bindsPlansInPlace, !api[.auth].isBlank, !api[.auth].isEmptyMapping,
    api[.usagePlan].isBlank, let origin = api[.auth].origin
  else { return }
  if let service = api.enclosing(.service), !service[.usagePlan].isBlank { return }
  findings.report(
    at: .keyOfValue(origin),
    Text(
      en: "\(api[.auth].spelling) makes this API ask for a key, but no \(api[.usagePlan].spelling) is bound to it.",
      zh: "\(api[.auth].spelling) 使该 API 需要密钥认证，但没有绑定 \(api[.usagePlan].spelling)。"),
    help: Text(
      en: "Write \(api[.usagePlan].spelling) beside it.", zh: "请在旁边补充 \(api[.usagePlan].spelling)。"))
}

private func checkServiceAuth(_ service: Part, _ findings: inout Findings) {
  guard service.facts.tool.bindsPlansInPlace, !service[.auth].isBlank, !service[.auth].isEmptyMapping,
    service[.usagePlan].isBlank, let origin = service[.auth].origin
  else { return }
  findings.report(
    at: .keyOfValue(origin),
    Text(
      en: "\(service[.auth].spelling) without a \(service[.usagePlan].spelling) has no effect here.",
      zh: "没有 \(service[.usagePlan].spelling) 时，此处的 \(service[.auth].spelling) 不起作用。"),
    severity: .hint,
    help: Text(
      en: "Write \(service[.usagePlan].spelling) beside it, or remove \(service[.auth].spelling).",
      zh: "请在旁边补充 \(service[.usagePlan].spelling)，或删除 \(service[.auth].spelling)。"))
}
