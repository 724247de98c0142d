import GatewayModel
import Linting

/// `param-path-optional`.
let paramPathOptional: Rule = Rule(
  id: "param-path-optional",
  family: .param,
  severity: .warning,
  faults: [.pathVariableRequired],
  confidence: [.official, .inferred],
  summary: Text(en: "A path variable is declared optional", zh: "路径变量被声明为可选"),
  explanation: Text(
    en: """
      A variable of the path is part of the route: without it the request is another one. Declaring it optional promises \
      callers what the gateway does not keep.
      """,
    zh: """
      路径变量是路由的一部分，缺少它就不再是同一个请求。声明为可选等于向调用方承诺了网关做不到的事。
      """),
  runtime: Text(
    en: "A request without the variable is answered with 403 `path variable xxx is required.` or 404.",
    zh: "缺少该变量的请求返回 403 `path variable xxx is required.` 或 404。"),
  evidence: Text(
    en: "The gateway's error table names the row; that it comes whatever `required` says is deduced.",
    zh: "错误码表中有该条目；无论 required 如何填写都会触发属于推断。"),
  url: "https://cloud.tencent.com/document/product/628/34086",
  fixSafety: .safe(Text(en: "The variable is required in any case.", zh: "该变量无论如何都是必需的。")),
  examples: [
    Example(
      .componentMultiSCF,
      bad: """
        component: multi-scf
        name: hello
        inputs:
          functions:
            hello: {handler: index.hello}
          triggers:
            - type: apigw
              parameters:
                name: hello
                apis:
                  - path: /hello/{name}
                    method: POST
                    function: hello
                    param:
                      - name: name
                        position: PATH
                        required: false
                        type: string
        """,
      good: """
        component: multi-scf
        name: hello
        inputs:
          functions:
            hello: {handler: index.hello}
          triggers:
            - type: apigw
              parameters:
                name: hello
                apis:
                  - path: /hello/{name}
                    method: POST
                    function: hello
                    param:
                      - name: name
                        position: PATH
                        required: 'TRUE'
                        type: string
                      - name: greeting
                        position: QUERY
                        required: false
                        type: string
        """,
      fixed: """
        component: multi-scf
        name: hello
        inputs:
          functions:
            hello: {handler: index.hello}
          triggers:
            - type: apigw
              parameters:
                name: hello
                apis:
                  - path: /hello/{name}
                    method: POST
                    function: hello
                    param:
                      - name: name
                        position: PATH
                        required: true
                        type: string
        """,
      at: "false")
  ],
  checks: [.part(.requestParameter, checkOptionalPathParameter)])

private func checkOptionalPathParameter(_ parameter: Part, _ findings: inout Findings) {
  let required = parameter[.parameterRequired]
  guard parameter.parameterPosition == .path, required.boolean == false, let origin = required.origin else { return }
  let name = parameter[.parameterName].text ?? "?"
  findings.report(
    at: .value(origin),
    Text(
      en: "Path variable `\(name)` is required whatever `\(required.spelling)` says.",
      zh: "无论 `\(required.spelling)` 怎么写，路径变量 `\(name)` 都是必需的。"),
    mends: [.safe(Text(en: "write `true`", zh: "改为 `true`"), .set(origin, .boolean(true)))])
}
