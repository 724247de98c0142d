public import GatewayModel
public import Linting
public import Routing

/// What becomes of one request, step by step, and why.
public struct RequestTrace: Sendable {
  /// The method in capitals.
  public let method: String
  /// The URL.
  public let url: TracedURL
  /// How it ends.
  public internal(set) var outcome: Outcome
  /// The service that the host belongs to; `nil` where the host is none of the input.
  public internal(set) var service: ServiceFront?
  /// The environment.
  public internal(set) var environment: RouteEnvironment?
  /// The API that answers.
  public internal(set) var api: Part?
  /// Path variables and their values.
  public internal(set) var variables: [(name: String, value: String)] = []
  /// The back end that is called.
  public internal(set) var backend: String?
  /// The steps, in their order.
  public internal(set) var steps: [Step] = []
  /// The APIs whose path matches, the one that answers first.
  public internal(set) var candidates: [Candidate] = []
  /// The row of the error table that the caller gets, word for word.
  public internal(set) var row: Fault?
  /// The row that the caller gets, with its variable parts filled in.
  public internal(set) var fault: Fault?
  /// What to change; `nil` where there is nothing.
  public internal(set) var help: Text?

  /// How a request ends.
  public enum Outcome: String, Sendable {
    /// An API answers, or the gateway for it.
    case api
    /// The gateway answers with an error.
    case fault
    /// Several may answer, and nothing documented decides.
    case ambiguous
  }

  /// One step of the decision.
  public struct Step: Sendable {
    /// What is decided.
    public let name: Name
    /// How, and why.
    public let detail: Text

    /// What a step decides.
    public enum Name: String, Sendable {
      case url, method, host, environment, `protocol`, path, backend, auth, cors
    }
  }

  /// An API whose path matches.
  public struct Candidate: Sendable {
    /// The API.
    public let api: Part
    /// Whether it answers, and by which rule.
    public let why: Text
  }

  /// Follows a request through the services of a project.
  /// - Parameters:
  ///   - method: the method, in any case.
  ///   - origin: the page that a browser sends the request for; `nil` for none.
  public init(method: String, url: TracedURL, origin: String? = nil, in project: Project) {
    let fronts = project.services.map { ServiceFront.of($0, in: project) }
    self.init(method: method, url: url, origin: origin, through: fronts, in: project)
  }

  /// Follows a request through some services.
  public init(method: String, url: TracedURL, origin: String?, through fronts: [ServiceFront], in project: Project) {
    self.method = method.uppercased()
    self.url = url
    outcome = .fault
    let request = GatewayRequest(
      method: self.method, isSecure: url.isSecure, isWebSocket: url.isWebSocket, host: url.host, path: url.path)
    RequestTracer(request: request, url: url, origin: origin, project: project, fronts: fronts).run(&self)
  }

  /// Whether the path is there, but not for HEAD or OPTIONS.
  public var isMethodGap: Bool { fault == .methodNotAllowed && (method == "HEAD" || method == "OPTIONS") }

  /// Whether the first segment on a default domain is no environment.
  public var isDefaultEnvironmentMiss: Bool {
    if case .defaultEnvironment = miss { return true }
    return false
  }

  /// Why no API answers; `nil` where one does, or the host belongs to no service.
  public internal(set) var miss: GatewayMiss?
}

/// Fills a trace.
struct RequestTracer {
  let request: GatewayRequest
  let url: TracedURL
  let origin: String?
  let project: Project
  let fronts: [ServiceFront]

  func run(_ trace: inout RequestTrace) {
    noteURL(&trace)
    let known = candidatesByHost
    let answers = known.map { ($0, $0.front.answer(request)) }
    let answered = answers.filter { $0.1.miss == nil }
    if answered.count > 1 {
      severalServices(answered, &trace)
      return
    }
    guard let (front, answer) = answered.first ?? answers.max(by: { Self.depth($0.1) < Self.depth($1.1) }) else {
      if RequestMethod(name: request.method) == nil {
        conclude(.unknownMethod, fronts.first, GatewayAnswer(), &trace)
      } else {
        conclude(.host, nil, GatewayAnswer(), &trace)
      }
      return
    }
    trace.service = front
    describe(answer, front, isOneOf: known.count, &trace)
    if answersPreflight(answer, front, &trace) { return }
    if let miss = answer.miss {
      conclude(miss, front, answer, &trace)
    } else {
      conclude(answer, front, &trace)
    }
    compareReadings(front, answer, &trace)
  }

  /// The services that the host may belong to.
  private var candidatesByHost: [ServiceFront] {
    let withRoutes = fronts.filter { !$0.routes.apis.isEmpty || !$0.domains.isEmpty || $0.isWhole }
    let knowing = withRoutes.filter { front in
      var probe = request
      probe.method = "GET"
      return front.front.answer(probe).miss != .host
    }
    guard knowing.count > 1, let host = request.host, let id = DefaultDomain.serviceId(of: RequestPath.lowercased(host))
    else { return knowing }
    let own = knowing.filter { $0.service?[.serviceId].text == id }
    return own.isEmpty ? knowing : own
  }

  /// How far a request came.
  private static func depth(_ answer: GatewayAnswer) -> Int {
    switch answer.miss {
    case nil: 9
    case .method, .frontProtocol: 8
    case .path: 7
    case .noRoutes: 6
    case .unreleased, .scheme: 5
    case .environment, .defaultEnvironment: 3
    case .host: 1
    case .unknownMethod: 0
    }
  }

  private func severalServices(_ answered: [(ServiceFront, GatewayAnswer)], _ trace: inout RequestTrace) {
    trace.outcome = .ambiguous
    let names = answered.map { $0.0.name ?? $0.0.group.documents.first.map { project.document($0).file } ?? "?" }
    trace.steps.append(
      RequestTrace.Step(
        name: .host,
        detail: Text(
          en: "The host may stand for \(answered.count) services of the input: \(Text.list(names).en).",
          zh: "该域名可能对应输入中的 \(answered.count) 个服务：\(Text.list(names).zh)。")))
    for (front, answer) in answered {
      for route in (answer.decision?.answering ?? []) + (answer.decision?.undecided ?? []) {
        trace.candidates.append(
          RequestTrace.Candidate(
            api: front.routes.api(route), why: Text(en: "matches in its service", zh: "在其服务中匹配")))
      }
    }
    trace.help = Text(
      en: "Name the file or manifest of one service, or write its default domain.",
      zh: "请只指定一个服务的文件或清单，或写出它的默认域名。")
  }

  private func noteURL(_ trace: inout RequestTrace) {
    for remark in url.remarks {
      guard let text = remark.text else { continue }
      trace.steps.append(RequestTrace.Step(name: .url, detail: text))
    }
  }

  // MARK: Host, environment, scheme

  private func describe(
    _ answer: GatewayAnswer, _ front: ServiceFront, isOneOf count: Int, _ trace: inout RequestTrace
  ) {
    let service =
      front.name.map { Text(en: "service `\($0)`", zh: "服务 `\($0)` ") }
      ?? Text(en: "the service of \(fileName(front))", zh: " \(fileName(front)) 中的服务")
    if answer.miss != .host, answer.miss != .unknownMethod {
      let host = url.host.map { "`\(String(decoding: $0, as: UTF8.self))`" }
      let detail: Text
      if let host, !answer.isDefaultDomain {
        detail = Text(en: "\(host) is a custom domain of \(service.en).", zh: "\(host) 是\(service.zh)的自定义域名。")
      } else if let host {
        detail =
          answer.host == nil
          ? Text(
            en: "\(host) has the shape of a default domain and is taken for that of \(service.en).",
            zh: "\(host) 的形式是默认域名，视为\(service.zh)的默认域名。")
          : Text(en: "\(host) is the default domain of \(service.en).", zh: "\(host) 是\(service.zh)的默认域名。")
      } else {
        detail = Text(
          en: "No host is given: the default domain of \(service.en) is meant.", zh: "没有给出域名，视为\(service.zh)的默认域名。")
      }
      let several =
        count > 1
        ? Text(en: " \(count) services of the input could stand behind it.", zh: "输入中有 \(count) 个服务可能对应该域名。")
        : Text(en: "", zh: "")
      trace.steps.append(
        RequestTrace.Step(name: .host, detail: Text(en: detail.en + several.en, zh: detail.zh + several.zh)))
    }
    if let environment = answer.environment {
      trace.environment = environment
      let beginning = String(decoding: answer.environmentPath, as: UTF8.self)
      let rest = String(decoding: answer.path, as: UTF8.self)
      trace.steps.append(
        RequestTrace.Step(
          name: .environment,
          detail: Text(
            en: "`\(beginning)` leads to the environment \(environment.name); `\(rest)` is left for the APIs.",
            zh: "`\(beginning)` 对应 \(environment.name) 环境，剩余的 `\(rest)` 用于匹配 API。")))
    }
    if answer.isRedirected {
      trace.steps.append(
        RequestTrace.Step(
          name: .protocol,
          detail: Text(
            en: "The domain redirects http to https; what follows is the answer to the second request.",
            zh: "该域名会把 http 重定向到 https，以下是重定向后请求的结果。")))
    }
  }

  private func fileName(_ front: ServiceFront) -> String {
    front.group.documents.first.map { project.document($0).file } ?? "?"
  }

  // MARK: The API

  private func conclude(_ answer: GatewayAnswer, _ front: ServiceFront, _ trace: inout RequestTrace) {
    guard let decision = answer.decision else { return }
    let table = front.routes.table
    let answering = decision.answering.map { front.routes.api($0) }
    if let route = decision.route, let api = answering.first {
      trace.outcome = .api
      trace.api = api
      let pattern = table.routes[route].pattern
      trace.candidates.append(RequestTrace.Candidate(api: api, why: RouteReason.wins(pattern, among: decision, table)))
      addOthers(decision, than: pattern, front, answer, &trace)
      trace.steps.append(
        RequestTrace.Step(name: .path, detail: RouteReason.summary(pattern, api, decision, table)))
      let call = APICall(api: api, pattern: pattern, path: answer.path, choices: table.choices)
      trace.variables = call.variables
      trace.backend = call.backend
      trace.steps += call.steps
      trace.steps.append(CORSAnswer(api: api, environment: answer.environment, front, project).step(origin: origin))
      return
    }
    trace.outcome = .ambiguous
    for route in decision.answering {
      let pattern = table.routes[route].pattern
      let why =
        decision.undecided.isEmpty
        ? RouteReason.equal(pattern) : Text(en: "matches", zh: "匹配")
      trace.candidates.append(RequestTrace.Candidate(api: front.routes.api(route), why: why))
    }
    for route in decision.undecided {
      trace.candidates.append(
        RequestTrace.Candidate(
          api: front.routes.api(route),
          why: Text(
            en: "its expression is not fully understood; it may match", zh: "其正则无法完全理解，可能匹配")))
    }
    let names = trace.candidates.map { "`\($0.api.displayName)`" }
    trace.steps.append(
      RequestTrace.Step(
        name: .path,
        detail: Text(
          en: "\(Text.list(names).en) may answer: nothing documented decides between them.",
          zh: "\(Text.list(names).zh) 都可能响应，没有文档说明由谁响应。")))
    trace.help = Text(
      en: "Make the paths differ at their beginning, or write a fixed one with `=` or `^~`.",
      zh: "请让路径的开头不同，或把固定路径写成 `=` 或 `^~`。")
  }

  private func addOthers(
    _ decision: RouteDecision, than pattern: PathPattern, _ front: ServiceFront, _ answer: GatewayAnswer,
    _ trace: inout RequestTrace
  ) {
    let table = front.routes.table
    for route in decision.alsoMatching {
      let isOfMethod = answer.situation.map { table.routes[route].scope.contains($0) } ?? false
      let why =
        isOfMethod
        ? RouteReason.loses(table.routes[route].pattern, to: pattern)
        : Text(en: "matches the path, but is there for another method", zh: "路径匹配，但方法不同")
      trace.candidates.append(RequestTrace.Candidate(api: front.routes.api(route), why: why))
    }
  }

  // MARK: OPTIONS

  /// Answers a preflight where CORS is on and no API takes OPTIONS.
  private func answersPreflight(_ answer: GatewayAnswer, _ front: ServiceFront, _ trace: inout RequestTrace) -> Bool {
    guard let api = front.preflightAPI(request, answer) else { return false }
    trace.outcome = .api
    trace.api = api
    trace.candidates.append(
      RequestTrace.Candidate(
        api: api, why: Text(en: "its CORS setting answers the preflight", zh: "由它的跨域设置响应预检请求")))
    trace.steps.append(
      RequestTrace.Step(
        name: .path,
        detail: Text(
          en: "No API takes OPTIONS here; the gateway answers the preflight for \(api.displayName) itself (inferred).",
          zh: "此路径没有 OPTIONS 方法的 API，网关会代替 \(api.displayName) 响应预检请求（推断）。")))
    trace.steps.append(CORSAnswer(api: api, environment: answer.environment, front, project).step(origin: origin))
    return true
  }

  // MARK: Other readings

  /// Says whether the request would end differently if its path were read in another way.
  private func compareReadings(_ front: ServiceFront, _ answer: GatewayAnswer, _ trace: inout RequestTrace) {
    for (remark, path) in url.otherReadings {
      var other = request
      other.path = path
      let changed = front.front.answer(other)
      let shown = String(decoding: path, as: UTF8.self)
      let isSame =
        changed.miss == nil && answer.miss == nil && changed.decision?.answering == answer.decision?.answering
      let end: Text
      if isSame {
        end = Text(en: "the same API answers", zh: "由同一个 API 响应")
      } else if let route = changed.decision?.route, changed.miss == nil {
        let name = front.routes.api(route).displayName
        end = Text(en: "`\(name)` answers", zh: "由 `\(name)` 响应")
      } else if changed.miss == nil {
        end = Text(en: "several APIs may answer", zh: "多个 API 都可能响应")
      } else {
        end = Text(en: "no API answers", zh: "没有 API 响应")
      }
      trace.steps.append(
        RequestTrace.Step(
          name: .url,
          detail: Text(
            en: "\(remark.readingName.en) `\(shown)`: \(end.en).", zh: "\(remark.readingName.zh) `\(shown)`：\(end.zh)。")
        ))
    }
  }
}

extension ServiceFront {
  /// The API for which the gateway answers an OPTIONS request itself: one of the path with CORS on, where no API takes
  /// OPTIONS.
  public func preflightAPI(_ request: GatewayRequest, _ answer: GatewayAnswer) -> Part? {
    guard request.method == "OPTIONS", front.table.choices.answersPreflight, case .method(let routes, _) = answer.miss,
      let project = service?.project
    else { return nil }
    let winners = front.table.firstChoice(among: routes)
    return winners.map { self.routes.api($0) }.first {
      CORSAnswer(api: $0, environment: answer.environment, self, project).isOn
    }
  }
}
