import GatewayModel
import Linting

/// `route-function-unknown`.
let routeFunctionUnknown: Rule = Rule(
  id: "route-function-unknown",
  family: .route,
  severity: .error,
  confidence: [.component],
  summary: Text(
    en: "An API leads to a function that the file does not declare",
    zh: "API 指向了文件中没有声明的函数"),
  explanation: Text(
    en: """
      In component `multi-scf` an API names its function by the key under `functions` (older files: by the function's \
      name). A name that is not there stops the deployment.
      """,
    zh: """
      在 `multi-scf` 组件中，API 通过 `functions` 下的键（旧版文件为函数名）指定函数。名称不存在时部署会中断。
      """),
  runtime: Text(
    en: "The deployment fails: the component does not find the function in its list.",
    zh: "部署失败：组件在函数列表中找不到该函数。"),
  evidence: Text(en: "The component's source.", zh: "依据组件源码。"),
  fixSafety: .unsafe(Text(en: "The nearest name is a guess.", zh: "最接近的名称只是猜测。")),
  examples: [
    Example(
      .componentMultiSCF,
      bad: """
        component: multi-scf
        name: shop
        inputs:
          functions:
            list:
              handler: index.list
          triggers:
            - type: apigw
              parameters:
                name: shop
                apis:
                  - path: /list
                    method: GET
                    function: lists
        """,
      good: """
        component: multi-scf
        name: shop
        inputs:
          functions:
            - name: ${app}-list
              handler: index.list
          triggers:
            - type: apigw
              parameters:
                name: shop
                apis:
                  - path: /list
                    method: GET
                    function: ${app}-list
        """,
      fixed: """
        component: multi-scf
        name: shop
        inputs:
          functions:
            list:
              handler: index.list
          triggers:
            - type: apigw
              parameters:
                name: shop
                apis:
                  - path: /list
                    method: GET
                    function: list
        """,
      at: "lists")
  ],
  checks: [.document(checkFunctionsOfAPIs)])

private func checkFunctionsOfAPIs(_ document: UInt32, _ project: Project, _ findings: inout Findings) {
  let services = project.parts(.service, in: document).filter {
    $0.facts.tool.declaresFunctions && $0.facts.spelling[.functionName] != nil
  }
  guard !services.isEmpty else { return }
  var names: Set<String> = []
  for function in project.parts(.function, in: document) {
    for field in [function[.declaredFunctionName], function[.functionName]] {
      // A name that is filled in later may be any.
      if field.isTemplated, field.name == .declaredFunctionName { return }
      if let name = field.text { names.insert(name) }
    }
  }
  for service in services {
    for field in [service[.functionReference]] + service.children(.api).map({ $0[.functionName] }) {
      guard field.isText, !field.isTemplated, !field.isBlank, let name = field.text, !names.contains(name),
        let origin = field.origin
      else { continue }
      let nearest = NearestWord.nearest(to: name, among: names.sorted())
      findings.report(
        at: .value(origin),
        Text(en: "No function is called `\(name)` in this file.", zh: "该文件中没有名为 `\(name)` 的函数。"),
        help: nearest.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") },
        mends: nearest.map {
          [.unsafe(Text(en: "write `\($0)`", zh: "改为 `\($0)`"), .set(origin, .string($0)))]
        } ?? [],
        subject: field.part.id)
    }
  }
}
