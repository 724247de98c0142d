import GatewayModel
import GatewayRouting
import Linting
import Routing

/// `route-regex-invalid`.
let routeRegexInvalid: Rule = Rule(
  id: "route-regex-invalid",
  family: .route,
  severity: .error,
  faults: [.uriMiss, .apiConfigError],
  confidence: [.official, .inferred],
  summary: Text(en: "The regular expression of a path does not compile or matches nothing", zh: "路径中的正则无法编译，或不匹配任何请求"),
  explanation: Text(
    en: """
      A path with one of `* + ? ( ) [ ] | \\ ^ $` is a regular expression. Groups and classes must be closed, a \
      quantifier needs something to repeat, and ranges run upwards. What is legal but beyond what gwlint understands, such \
      as look-ahead, is not reported here.
      """,
    zh: """
      含有 `* + ? ( ) [ ] | \\ ^ $` 之一的路径就是正则。分组和字符类必须闭合，量词前必须有可重复的内容，范围必须从小到大。合法但 \
      gwlint 不能完全理解的写法（例如前瞻断言）不在此报告。
      """),
  runtime: Text(
    en: "Calls are answered with 404 `There is no api match uri[…]` or 481 `API config error.`.",
    zh: "调用会返回 404 `There is no api match uri[…]` 或 481 `API config error.`。"),
  evidence: Text(
    en: "That paths may be regular expressions is documented; what a broken one leads to is deduced.",
    zh: "路径可以是正则有官方文档说明；写错后的结果属于推断。"),
  url: "https://cloud.tencent.com/document/product/628/11797",
  examples: [
    Example(
      bad: """
        paths:
          /a(b|c:
            get: {operationId: r}
        """,
      good: """
        paths:
          /a(b|c):
            get: {operationId: r}
        """,
      at: "/a(b|c", exempt: [.anchored: "a key has no value of its own to share"]),
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: '/files/*', Method: GET}}
          - {ApiName: b, RequestConfig: {Path: '/img/[z-a]', Method: GET}}
        """,
      good: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: '/files/*', Method: GET}}
          - {ApiName: b, RequestConfig: {Path: '/img/(?!raw).+', Method: GET}}
        """,
      at: "'/img/[z-a]'"),
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: '/a$b', Method: GET}}
        """,
      good: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: '^/a$', Method: GET}}
        """,
      at: "'/a$b'"),
  ],
  checks: [.service(checkExpressions)])

private func checkExpressions(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  for shared in SharedPath.all(of: service, in: project) {
    guard let pattern = shared.pattern, pattern.kind == .expression, let fault = fault(of: pattern) else { continue }
    findings.report(
      at: shared.place,
      Text(
        en: "The path `\(pattern.description)` is a regular expression that \(fault.en).",
        zh: "路径 `\(pattern.description)` 是正则，但\(fault.zh)。"),
      help: Text(
        en: "Mend the expression; put a backslash before a sign that stands for itself.",
        zh: "请修改该正则；需要字面含义的符号前加反斜杠。"),
      subject: shared.apis[0].id)
  }
}

private func fault(of pattern: PathPattern) -> Text? {
  let expression: PathExpression
  do throws(ExpressionProblem) {
    expression = try pattern.expression()
  } catch {
    switch error {
    case .unbalancedGroup: return Text(en: "has a parenthesis without its counterpart", zh: "有圆括号没有配对")
    case .unbalancedClass: return Text(en: "has a `[` without its `]`", zh: "有 `[` 缺少对应的 `]`")
    case .nothingToRepeat: return Text(en: "has a quantifier with nothing to repeat", zh: "有量词前面没有可重复的内容")
    case .reversedRange: return Text(en: "has a range that runs downwards", zh: "有范围的起点大于终点")
    case .trailingBackslash: return Text(en: "ends in a backslash", zh: "以反斜杠结尾")
    // Braces are a fault of the path itself; what is beyond us may be right.
    case .malformedBraces, .unsupported, .tooLarge: return nil
    }
  }
  return expression.matchesNothing ? Text(en: "matches no request", zh: "不匹配任何请求") : nil
}
