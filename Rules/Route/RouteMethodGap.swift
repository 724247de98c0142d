import GatewayModel
import GatewayRouting
import Linting
import Routing

/// `route-method-gap`.
let routeMethodGap: Rule = Rule(
  id: "route-method-gap",
  family: .route,
  severity: .hint,
  faults: [.methodNotAllowed],
  confidence: [.inferred],
  summary: Text(
    en: "HEAD or OPTIONS is expected of a path that has other methods only", zh: "期望 HEAD 或 OPTIONS，但该路径只有其他方法"),
  explanation: Text(
    en: """
      The gateway is not known to answer HEAD by a GET API, and it answers OPTIONS itself only where CORS is on. An \
      expected URL that asks one of these of a path with other methods alone is not met.
      """,
    zh: """
      没有资料表明网关会用 GET 的 API 响应 HEAD；OPTIONS 只有在开启跨域时才由网关自己响应。期望列表向只有其他方法的路径请求这两种方法时，\
      得不到期望的结果。
      """),
  runtime: Text(
    en: "405 `Method Not Allowed.`; in older clusters a 404 row.", zh: "405 `Method Not Allowed.`；旧集群返回 404。"),
  evidence: Text(en: "Deduced from the rows of the error table.", zh: "由错误码表推断。"),
  url: "https://cloud.tencent.com/document/product/628/34086",
  examples: [
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: user, RequestConfig: {Path: /user, Method: GET}}
        ExpectedUrls: [{Method: HEAD, Url: /release/user, Api: user}]
        """,
      good: """
        Apis:
          - {ApiName: user, RequestConfig: {Path: /user, Method: GET}, EnableCORS: true}
        ExpectedUrls: [{Method: OPTIONS, Url: /release/user, Api: user}]
        """,
      at: "/release/user")
  ],
  checks: [.part(.expectedURL, checkMethodGap)])

private func checkMethodGap(_ part: Part, _ findings: inout Findings) {
  guard let service = part.project.service(of: part), service.isWhole(in: part.project),
    case .missed(let trace) = Expectation(part).verdict, trace.isMethodGap
  else { return }
  let related = trace.candidates.prefix(3).map { candidate in
    RelatedPlace(
      .field(candidate.api[.path]),
      Text(en: "\(candidate.api.routeTitle) is here", zh: "\(candidate.api.routeTitle) 在此处"))
  }
  findings.report(
    at: .field(part[.expectedURL]),
    Text(
      en: "`\(trace.method)` is expected of a path that has other methods only.", zh: "期望 `\(trace.method)`，但该路径只有其他方法。"
    ),
    help: trace.method == "OPTIONS"
      ? Text(en: "Switch CORS on, or add an API for OPTIONS.", zh: "请开启跨域，或添加 OPTIONS 方法的 API。")
      : Text(en: "Add an API for HEAD.", zh: "请添加 HEAD 方法的 API。"), related: Array(related))
}
