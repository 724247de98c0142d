import GatewayModel
import GatewayRouting
import Linting
import Routing

/// `route-url-miss`.
let routeURLMiss: Rule = Rule(
  id: "route-url-miss",
  family: .route,
  severity: .warning,
  faults: [
    .hostMiss, .environmentMappingMiss, .defaultEnvironmentMappingMiss, .uriMiss, .methodNotAllowed, .httpsNotAllowed,
    .httpNotAllowed,
  ],
  confidence: [.official],
  summary: Text(en: "An expected URL does not reach the API that is named", zh: "期望的 URL 没有到达指定的 API"),
  explanation: Text(
    en: """
      The manifest lists URLs under `ExpectedUrls`, each with the API that should answer it. Every one is followed \
      through host, environment, protocol, path and method; `gwlint trace` shows the steps, `gwlint test` runs the list.
      """,
    zh: """
      清单的 `ExpectedUrls` 列出 URL 及应当响应的 API。这里逐一按域名、环境、协议、路径和方法推演；`gwlint trace` 可查看每一步，\
      `gwlint test` 可运行整个列表。
      """),
  runtime: Text(
    en: "A caller of the URL gets the row that is named, or another API.", zh: "访问该 URL 会收到所列的错误，或由其他 API 响应。"),
  evidence: Text(
    en: "The rows of the error table and the vendor's pages on domains, environments and paths.",
    zh: "依据错误码表以及官方关于域名、环境和路径的说明。"),
  url: "https://cloud.tencent.com/document/product/628/11791",
  fixSafety: .safe(
    Text(
      en: "A default domain always wants an environment, and the service is released to one alone.",
      zh: "默认域名必须带环境，而该服务只发布到一个环境。")),
  examples: [
    Example(
      .manifest,
      bad: """
        ReleasedEnvironments: [release]
        Apis:
          - {ApiName: user, RequestConfig: {Path: /user, Method: GET}}
        ExpectedUrls: [{Method: GET, Url: 'https://service-ab12cd34-1250000000.gz.apigw.tencentcs.com/user', Api: user}]
        """,
      good: """
        ReleasedEnvironments: [release]
        Apis:
          - {ApiName: user, RequestConfig: {Path: /user, Method: GET}}
        ExpectedUrls: [{Method: GET, Url: 'https://service-ab12cd34-1250000000.gz.apigw.tencentcs.com/release/user', Api: user}]
        """,
      fixed: """
        ReleasedEnvironments: [release]
        Apis:
          - {ApiName: user, RequestConfig: {Path: /user, Method: GET}}
        ExpectedUrls: [{Method: GET, Url: 'https://service-ab12cd34-1250000000.gz.apigw.tencentcs.com/release/user', Api: user}]
        """,
      at: "'https"),
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: user, RequestConfig: {Path: '=/user', Method: GET}}
          - {ApiName: other, RequestConfig: {Path: '/{any}', Method: GET}}
        ExpectedUrls: [{Url: /release/users, Api: user}]
        """,
      good: """
        Apis:
          - {ApiName: user, RequestConfig: {Path: '=/user', Method: GET}}
          - {ApiName: other, RequestConfig: {Path: '/{any}', Method: GET}}
        ExpectedUrls: [{Url: /release/user, Api: user}, {Url: '/release/${path}', Api: user}]
        """,
      at: "/release/users"),
  ],
  checks: [.part(.expectedURL, checkExpectedURL)])

private func checkExpectedURL(_ part: Part, _ findings: inout Findings) {
  guard isWorthFollowing(part) else { return }
  switch Expectation(part).verdict {
  case .met, .unknown: break
  case .unusable(let reason):
    guard part[.expectedURL].isWritten else { return }
    findings.report(
      at: .field(part[.expectedURL]), reason,
      help: Text(
        en: "Write a URL that begins with `http`, `https`, `ws` or `wss` and has a host, or a path from its `/` on.",
        zh: "请填写带主机名的 `http`、`https`、`ws` 或 `wss` URL，或以 `/` 开头的路径。"),
      faults: [])
  case .missed(let trace):
    if !trace.isMethodGap { report(part, trace, &findings) }
  }
}

/// Where APIs of the service may be missing from the input, an API that is not found may be one of these.
private func isWorthFollowing(_ part: Part) -> Bool {
  guard let service = part.project.service(of: part) else { return false }
  return service.isWhole(in: part.project)
}

private func report(_ part: Part, _ trace: RequestTrace, _ findings: inout Findings) {
  let url = part[.expectedURL].text ?? ""
  let expected = part[.expectedAPI].text.map { "`\($0)`" } ?? "API"
  let message: Text
  switch trace.outcome {
  case .fault:
    let row = trace.fault.map { "\($0.status) `\($0.message)`" } ?? ""
    message = Text(
      en: "`\(trace.method) \(url)` does not reach \(expected): it is answered with \(row)",
      zh: "`\(trace.method) \(url)` 不会到达 \(expected)，而是返回 \(row)")
  case .ambiguous:
    let names = Text.list(trace.candidates.map { "`\($0.api.displayName)`" })
    message = Text(
      en: "`\(trace.method) \(url)` may be answered by \(names.en): nothing documented decides.",
      zh: "`\(trace.method) \(url)` 可能由 \(names.zh) 响应，没有文档说明由谁响应。")
  case .api:
    message = Text(
      en: "`\(trace.method) \(url)` is answered by `\(trace.api?.displayName ?? "?")`, not by \(expected).",
      zh: "`\(trace.method) \(url)` 由 `\(trace.api?.displayName ?? "?")` 响应，而不是 \(expected)。")
  }
  let related = trace.candidates.prefix(3).map { candidate in
    RelatedPlace(
      .field(candidate.api[.path]),
      Text(
        en: "\(candidate.api.routeTitle) \(candidate.why.en)", zh: "\(candidate.api.routeTitle)：\(candidate.why.zh)"))
  }
  findings.report(
    at: .field(part[.expectedURL]), message, help: trace.help, related: Array(related), mends: mends(part, trace),
    faults: trace.row.map { [$0] } ?? [])
}

/// Puts the only released environment in front of the path of a default domain, where that reaches the API.
private func mends(_ part: Part, _ trace: RequestTrace) -> [Mend] {
  guard let front = trace.service, let environments = front.front.releasedEnvironments, environments.count == 1,
    let environment = environments.first, trace.isDefaultEnvironmentMiss, let origin = part[.expectedURL].origin
  else { return [] }
  let mended = trace.url.replacingPath(with: Array("/\(environment.name)".utf8) + trace.url.path)
  guard let url = try? TracedURL(mended) else { return [] }
  let again = RequestTrace(method: trace.method, url: url, origin: nil, through: [front], in: part.project)
  guard again.outcome == .api, let api = again.api, part[.expectedAPI].text.map(api.isCalled) ?? true else { return [] }
  return [
    .safe(
      Text(en: "put `/\(environment.name)` in front of the path", zh: "在路径前加上 `/\(environment.name)`"),
      .set(origin, .string(mended)))
  ]
}
