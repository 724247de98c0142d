import GatewayModel
import Linting

/// `config-function-unused`.
let configFunctionUnused: Rule = Rule(
  id: "config-function-unused",
  family: .config,
  severity: .hint,
  confidence: [.certain],
  summary: Text(en: "One function of the file is led to by nothing", zh: "文件中有一个函数没有被任何触发器使用"),
  explanation: Text(
    en: """
      All other functions of the file are led to by an API, an event or a trigger. The one that is not is deployed, but \
      no request reaches it through the gateway: probably its API is missing or names another function.
      """,
    zh: """
      文件中其他函数都有 API、事件或触发器指向，唯独这一个没有。它会被部署，但没有请求能经由网关到达：可能漏写了 API，\
      或 API 里写成了别的函数。
      """),
  runtime: Text(en: "The function is never called through the gateway.", zh: "该函数不会经由网关被调用。"),
  evidence: Text(
    en: "Follows from the file. It may be called in other ways.", zh: "由文件内容得出；也可能通过其他方式调用。"),
  examples: [
    Example(
      .componentMultiSCF,
      bad: """
        component: multi-scf
        name: shop
        inputs:
          functions:
            list: {handler: index.list}
            detail: {handler: index.detail}
          triggers:
            - type: apigw
              parameters:
                name: shop
                apis:
                  - {path: /list, method: GET, function: list}
        """,
      good: """
        component: multi-scf
        name: shop
        inputs:
          functions:
            list: {handler: index.list}
            detail: {handler: index.detail}
          triggers:
            - type: timer
              function: detail
              parameters: {name: nightly}
            - type: apigw
              parameters:
                name: shop
                apis:
                  - {path: /list, method: GET, function: list}
        """,
      at: "detail")
  ],
  checks: [.document(checkUseOfFunctions)])

private func checkUseOfFunctions(_ document: UInt32, _ project: Project, _ findings: inout Findings) {
  guard project.document(document).facts.tool.declaresFunctions else { return }
  let functions = project.parts(.function, in: document)
  let unused = functions.filter { $0[.firstTrigger].isAbsent }
  guard functions.count > 1, unused.count == 1 else { return }
  let name = unused[0][.declaredFunctionName]
  guard !functions.contains(where: { $0[.declaredFunctionName].isTemplated }), let text = name.text else { return }
  findings.report(
    at: .part(unused[0].id),
    Text(
      en: "No API, event or trigger leads to function `\(text)`.", zh: "没有 API、事件或触发器指向函数 `\(text)`。"),
    help: Text(
      en: "Add an API or event that calls `\(text)`, or correct the one that names another function instead.",
      zh: "请添加调用 `\(text)` 的 API 或事件，或修正误写成其他函数的那一个。"),
    subject: unused[0].id)
}
