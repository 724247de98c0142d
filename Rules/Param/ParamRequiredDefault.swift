import GatewayModel
import Linting

/// `param-required-default`.
let paramRequiredDefault: Rule = Rule(
  id: "param-required-default",
  family: .param,
  severity: .hint,
  confidence: [.inferred],
  summary: Text(
    en: "A required parameter has a default, which never applies",
    zh: "必填参数带有默认值，该默认值不会生效"),
  explanation: Text(
    en: "A default stands in for a parameter that a request leaves out, and a required one cannot be left out.",
    zh: "默认值用于请求未携带该参数的情况，而必填参数不允许缺省。"),
  runtime: Text(
    en: "A request without the parameter is refused with 403; the default is never used.",
    zh: "缺少该参数的请求会返回 403，默认值从不使用。"),
  evidence: Text(
    en: "Follows from the meaning of the two settings; the documentation does not speak of both together.",
    zh: "由两个设置的含义推断；文档没有说明同时设置时的行为。"),
  fixSafety: .safe(
    Text(en: "A default that never applies is removed.", zh: "删除的是从不生效的默认值。")),
  examples: [
    Example(
      bad: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters:
                - name: page
                  in: query
                  required: true
                  schema: {type: integer, default: 1}
        """,
      good: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters:
                - name: page
                  in: query
                  required: true
                  schema: {type: integer}
                - name: size
                  in: query
                  required: false
                  schema: {type: integer, default: 20}
                - name: sort
                  in: query
                  required: true
                  schema: {type: string, default: ""}
        """,
      fixed: """
        paths:
          /users:
            get:
              operationId: listUsers
              parameters:
                - name: page
                  in: query
                  required: true
                  schema: {type: integer}
        """,
      at: "1}")
  ],
  checks: [.part(.requestParameter, checkDefault)])

private func checkDefault(_ parameter: Part, _ findings: inout Findings) {
  let value = parameter[.parameterDefault]
  guard parameter.isRequiredParameter, !value.isBlank, let origin = value.origin else { return }
  let name = parameter.parameterNameText ?? "?"
  let shown = value.text.map { " `\($0)`" } ?? ""
  findings.report(
    at: .value(origin),
    Text(
      en: "`\(name)` is required, so its default\(shown) never applies.", zh: "`\(name)` 是必填参数，默认值\(shown) 不会生效。"),
    help: Text(
      en: "Remove the default, or make the parameter optional.", zh: "请删除默认值，或将该参数改为非必填。"),
    related: parameter[.parameterRequired].origin.map {
      [RelatedPlace(.value($0), Text(en: "required here", zh: "此处设为必填"))]
    } ?? [],
    mends: [.safe(Text(en: "remove the default", zh: "删除默认值"), .remove(origin))])
}
