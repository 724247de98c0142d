import GatewayModel
import Linting

/// `config-reference-unknown`.
let configReferenceUnknown: Rule = Rule(
  id: "config-reference-unknown",
  family: .config,
  severity: .error,
  faults: [],
  confidence: [.certain],
  summary: Text(
    en: "A plugin, plan, app or expectation names something that the project does not have",
    zh: "插件、使用计划、应用或期望 URL 引用了项目中不存在的对象"),
  explanation: Text(
    en: """
      Names in `Apis`, `Api` and `SecretNames` of a manifest mean APIs and keys of the same project. One that nothing has \
      is a slip: the plugin, plan or expectation has no effect there. Ids of the gateway (`api-…`) are not looked up.
      """,
    zh: """
      清单文件中 `Apis`、`Api` 和 `SecretNames` 里的名称指同一项目中的 API 和密钥。找不到的名称多半是笔误，\
      对应的插件、使用计划或期望不起作用。网关的 ID（`api-…`）不做查找。
      """),
  runtime: Text(
    en: "What was meant is not protected, limited or tested.", zh: "原本想绑定的对象没有得到保护、限流或验证。"),
  evidence: Text(
    en:
      "The manifest is the whole project, so a name without an owner is certain; it is looked for only where all files were read.",
    zh: "清单文件包含整个项目，因此名称没有对应对象是确定的；仅在所有文件都已读取时检查。"),
  fixSafety: .unsafe(Text(en: "The nearest name is a guess.", zh: "最接近的名称只是猜测。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Apis: [a.yaml]
        Plugins:
          - {PluginName: p, PluginType: IPControl, PluginData: {type: black_list, blocks: 10.0.0.1}, Attach: [{EnvironmentName: release, Apis: [listOrder]}]}
        """,
      good: """
        Apis: [a.yaml]
        Plugins:
          - {PluginName: p, PluginType: IPControl, PluginData: {type: black_list, blocks: 10.0.0.1}, Attach: [{EnvironmentName: release, Apis: [listOrders, api-a1b2c3d4, '${API}']}]}
        """,
      fixed: """
        Apis: [a.yaml]
        Plugins:
          - {PluginName: p, PluginType: IPControl, PluginData: {type: black_list, blocks: 10.0.0.1}, Attach: [{EnvironmentName: release, Apis: [listOrders]}]}
        """,
      at: "listOrder]", files: ["a.yaml": PluginExamples.apis(["get /orders listOrders"])]),
    Example(
      .manifest,
      bad: """
        Apis: [a.yaml]
        ExpectedUrls: [{Method: GET, Url: /orders, Api: orders}]
        """,
      good: """
        ExpectedUrls: [{Method: GET, Url: /orders, Api: orders}]
        """,
      at: "orders}", files: ["a.yaml": PluginExamples.apis(["get /orders listOrders"])]),
    Example(
      .manifest,
      bad: """
        ApiKeys: [{SecretName: partner_a}]
        UsagePlans: [{UsagePlanName: p, SecretNames: [partner_a, partner_b], Bind: [{Environment: release}]}]
        """,
      good: """
        UsagePlans: [{UsagePlanName: p, SecretNames: [partner_a, partner_b], Bind: [{Environment: release}]}]
        """,
      at: "partner_b"),
  ],
  checks: [.service(checkReferences)])

private func checkReferences(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  guard service.isWhole(in: project) else { return }
  checkAPINames(service, project, &findings)
  checkKeyNames(service, project, &findings)
}

private func checkAPINames(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let roots = project.parts(.service, of: service)
  guard roots.contains(where: { $0[.apiList].isWritten && !$0[.apiList].hasTemplate }) else { return }
  let references = [PartKind.pluginAttachment, .planBinding, .appBinding].flatMap { kind in
    project.parts(kind, of: service).flatMap { part in part[.apiNames].listItems.map { (part, $0) } }
  }
  let expectations = project.parts(.expectedURL, of: service).map(\.self)
  guard !references.isEmpty || !expectations.isEmpty else { return }
  let directory = APIDirectory(project.parts(.api, of: service))
  guard !directory.hasUnnamed else { return }
  for (part, item) in references where !item.isTemplated {
    if let text = item.text { check(text, at: item.origin, of: part, directory, &findings) }
  }
  for part in expectations {
    let name = part[.expectedAPI]
    if !name.isTemplated, let text = name.text, let origin = name.origin {
      check(text, at: origin, of: part, directory, &findings)
    }
  }
}

private func check(
  _ text: String, at origin: Origin, of part: Part, _ directory: APIDirectory, _ findings: inout Findings
) {
  guard !text.isEmpty, directory.referenced(by: text).isEmpty, !IdentifierKind.api.isIdentifier(text) else { return }
  report(
    Text(en: "No API of this project is called `\(text)`.", zh: "项目中没有名为 `\(text)` 的 API。"),
    NearestWord.nearest(to: text, among: directory.names), at: origin, of: part, &findings)
}

private func checkKeyNames(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let plans = project.parts(.usagePlan, of: service)
  guard !plans.isEmpty else { return }
  let keys = DeclaredKeys(service, project)
  guard keys.areKnown else { return }
  let names = project.parts(.apiKey, of: service).compactMap { $0[.secretName].text }
  for plan in plans where !plan.hasNoUsableKey(keys) || plan.children(.planBinding).isEmpty {
    for item in plan[.secretNames].listItems where !item.isTemplated {
      guard let text = item.text, !text.isEmpty, !keys.declares(text) else { continue }
      report(
        Text(en: "No key of this project is called `\(text)`.", zh: "项目中没有名为 `\(text)` 的密钥。"),
        NearestWord.nearest(to: text, among: names), at: item.origin, of: plan, &findings)
    }
  }
}

private func report(
  _ message: Text, _ nearest: String?, at origin: Origin, of part: Part, _ findings: inout Findings
) {
  findings.report(
    at: .value(origin), message, help: nearest.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") },
    mends: nearest.map { [.unsafe(Text(en: "write `\($0)`", zh: "改为 `\($0)`"), .set(origin, .string($0)))] } ?? [],
    subject: part.id)
}
