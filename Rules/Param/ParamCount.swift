import GatewayModel
import Linting

/// `param-count`.
let paramCount: Rule = Rule(
  id: "param-count",
  family: .param,
  severity: .error,
  confidence: [.sdk],
  summary: Text(
    en: "An API has more than 100 parameters",
    zh: "API 的参数超过 100 个"),
  explanation: Text(
    en: "The control plane takes at most 100 front-end parameters for one API, those of its path item included.",
    zh: "控制面限制每个 API 最多 100 个前端参数，路径项上的参数也计算在内。"),
  runtime: Text(
    en: "The API is refused with the control-plane error LimitExceeded.", zh: "控制面返回 LimitExceeded 错误并拒绝该 API。"),
  evidence: Text(
    en: "The limit stands in the Cloud API's error codes.", zh: "该上限见于云 API 错误码。"),
  url: "https://cloud.tencent.com/document/product/628/14886",
  examples: [
    Example(
      bad: apiWithParameters(101),
      good: apiWithParameters(100),
      at: "parameters")
  ],
  checks: [.part(.api, checkCount)])

/// Source: control-plane error InvalidParameterValue.LimitExceeded [sdk].
private let parameterLimit = 100

private func checkCount(_ api: Part, _ findings: inout Findings) {
  let count = api.requestParameters.count
  guard count > parameterLimit else { return }
  let list = api.parameterList
  findings.report(
    at: list.origin.map { .keyOfValue($0) } ?? .part(api.id),
    Text(
      en: "The API has \(count) parameters; at most \(parameterLimit) are allowed.",
      zh: "该 API 有 \(count) 个参数，最多允许 \(parameterLimit) 个。"),
    help: Text(
      en: "Leave undeclared what need not be checked: the query and headers are passed on as they are.",
      zh: "无需校验的参数可以不声明：query 和请求头会原样透传。"))
}

private func apiWithParameters(_ count: Int) -> String {
  let list = (1...count).map { "        - {name: field\($0), in: query, schema: {type: string}}" }
  return """
    paths:
      /form:
        get:
          operationId: readForm
          parameters:
    \(list.joined(separator: "\n"))
    """
}
