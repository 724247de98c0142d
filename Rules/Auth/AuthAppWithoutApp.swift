import GatewayModel
import Linting

/// `auth-app-without-app`.
let authAppWithoutApp: Rule = Rule(
  id: "auth-app-without-app",
  family: .auth,
  severity: .warning,
  faults: [.noApp],
  confidence: [.component, .inferred],
  summary: Text(
    en: "An API asks for an application, and none is bound to it",
    zh: "API 需要应用认证，但没有绑定应用"),
  explanation: Text(
    en: """
      `AuthType: APP` lets in callers whose application is bound to the API in the environment that they call. A manifest \
      with a section `ApiApps`, or a serverless file, that binds none leaves the API without callers.
      """,
    zh: """
      `AuthType` 为 `APP` 时，调用方的应用必须在所调用的环境中绑定到该 API。清单文件的 `ApiApps` 或 Serverless 文件没有绑定任何应用时，\
      无人能够调用该 API。
      """),
  runtime: Text(
    en: "Calls are answered with 403 `Found no validate apiapp.` until an owner binds an application.",
    zh: "在绑定应用之前，调用返回 403 `Found no validate apiapp.`"),
  evidence: Text(
    en: "Deduced from the words of the row; the owners of applications may bind them elsewhere.",
    zh: "由错误码的字面含义推断；应用的所有者也可能在别处完成绑定。"),
  url: "https://cloud.tencent.com/document/product/628/55088",
  fixSafety: .unsafe(
    Text(en: "Binding an application lets its owner in.", zh: "绑定应用后，其所有者就能调用。")),
  examples: [
    Example(
      .manifest,
      bad: """
        ReleasedEnvironments: [release]
        Apis: [a.yaml]
        ApiApps: [{ApiAppName: mobile, Bind: []}]
        """,
      good: """
        ReleasedEnvironments: [release]
        Apis: [a.yaml]
        ApiApps: [{ApiAppName: mobile, Bind: [{Environment: release, Apis: [a]}]}]
        """,
      at: "[]", files: ["a.yaml": PluginExamples.apis(["get /a a"], lines: ["x-apigw-auth-type: APP"])]),
    Example(
      .manifest,
      bad: """
        ReleasedEnvironments: [release, test]
        Apis:
          - {ApiName: a, AuthType: APP, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        ApiApps: [{ApiAppName: mobile, Bind: [{Environment: test, Apis: [a]}]}]
        """,
      good: """
        ReleasedEnvironments: [release]
        Apis:
          - {ApiName: a, AuthType: APP, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      fixed: """
        ReleasedEnvironments: [release, test]
        Apis:
          - {ApiName: a, AuthType: APP, RequestConfig: {Path: /a, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        ApiApps: [{ApiAppName: mobile, Bind: [{Environment: test, Apis: [a]}, {Environment: release, Apis: [a]}]}]
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
              authType: APP
              function: {functionName: a}
        """,
      good: """
        component: apigateway
        name: shop
        inputs:
          endpoints:
            - path: /a
              method: GET
              authType: APP
              app: {name: mobile}
              function: {functionName: a}
        """,
      at: "APP"),
  ],
  checks: [.service(checkAppAccess), .part(.api, checkAppInPlace)])

private func checkAppAccess(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  guard service.isWhole(in: project) else { return }
  let sections = project.parts(.service, of: service).map { $0[.appList] }
  let apis = project.parts(.api, of: service)
  let asking = apis.filter { $0.authenticationKind == .app }
  guard !asking.isEmpty, sections.contains(where: { $0.isWritten && !$0.hasTemplate }) else { return }
  let coverage = PlanCoverage(project.parts(.appBinding, of: service), APIDirectory(apis))
  let apps = project.parts(.app, of: service)
  for (api, environments) in UncoveredAccess(asking, coverage, project.releasedEnvironments(of: service)).apis {
    let names = Text.list(environments)
    var mends: [Mend] = []
    if apps.count == 1, let step = apps[0].appBindingStep(api, environments) {
      let app = apps[0][.appName].text ?? ""
      mends = [.unsafe(Text(en: "bind the application `\(app)`", zh: "绑定应用 `\(app)`"), step)]
    }
    findings.report(
      at: apps.count == 1 ? .field(apps[0][.appBindings]) : api.placeOfSection(.appList),
      Text(
        en: "`\(api.displayName)` asks for an application, but none is bound to it in \(names.en).",
        zh: "`\(api.displayName)` 需要应用认证，但在 \(names.zh) 环境没有绑定应用。"),
      help: Text(
        en: "Bind an application to it there, unless its owner does.", zh: "请绑定应用；如果由应用所有者自行绑定则可忽略。"),
      related: [RelatedPlace(.field(api[.authType]), Text(en: "asks for an application", zh: "需要应用认证"))],
      mends: mends, subject: api.id)
  }
}

extension Part {
  fileprivate func appBindingStep(_ api: Part, _ environments: [String]) -> MendStep? {
    guard environments.count == 1, let name = api[.apiName].text else { return nil }
    let bindings = self[.appBindings]
    let binding = MendValue.map([
      MendEntry("Environment", .string(environments[0])), MendEntry("Apis", .list([.string(name)])),
    ])
    switch bindings.shape {
    case .list where !bindings.items.isEmpty: return .append(binding, .appBindings, id)
    case .list, .null: return bindings.replacement(.list([binding]))
    case .scalar, .mapping: return nil
    }
  }
}

/// A serverless file binds applications where they are written.
private func checkAppInPlace(_ api: Part, _ findings: inout Findings) {
  guard api.facts.tool.bindsPlansInPlace, api.facts.spelling[.app] != nil, !api[.authType].isBlank,
    api.authenticationKind == .app, api[.app].isBlank || api[.app].isEmptyMapping
  else { return }
  findings.report(
    at: .field(api[.authType]),
    Text(
      en: "This API asks for an application, but no \(api[.app].spelling) is written for it.",
      zh: "该 API 需要应用认证，但没有写 \(api[.app].spelling)。"),
    help: Text(
      en: "Write \(api[.app].spelling), unless the owner of an application binds it.",
      zh: "请填写 \(api[.app].spelling)；如果由应用所有者自行绑定则可忽略。"))
}
