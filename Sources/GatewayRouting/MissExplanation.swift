import GatewayModel
import Linting
import Routing

extension Fault {
  /// The row with its variable part filled in.
  fileprivate func filled(_ variable: String, _ value: String) -> Fault {
    guard !variable.isEmpty, let range = message.utf8Range(of: variable) else { return self }
    return Fault(
      status: status, message: String(message[..<range.lowerBound]) + value + String(message[range.upperBound...]))
  }
}

extension String {
  /// The first occurrence of a text.
  fileprivate func utf8Range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}

extension RequestTracer {
  /// Ends a trace with the row that the caller gets, and what to change.
  func conclude(
    _ miss: GatewayMiss, _ front: ServiceFront?, _ answer: GatewayAnswer, _ trace: inout RequestTrace
  ) {
    trace.outcome = .fault
    trace.miss = miss
    let host = url.host.map { String(decoding: $0, as: UTF8.self) } ?? ""
    switch miss {
    case .unknownMethod:
      fail(.methodNotSupported, "", "", &trace)
      step(.method, Text(en: "The gateway knows no method \(trace.method).", zh: "网关不支持方法 \(trace.method)。"), &trace)
      let names = RequestMethod.allCases.map(\.name).joined(separator: ", ")
      trace.help = Text(en: "The methods are \(names).", zh: "支持的方法：\(names)。")
    case .host:
      fail(.hostMiss, "$host", host, &trace)
      step(.host, Text(en: "No service of the input has the host `\(host)`.", zh: "输入中没有服务使用域名 `\(host)`。"), &trace)
      trace.help = hostHelp
    case .defaultEnvironment(let segment):
      fail(.defaultEnvironmentMappingMiss, "$env_mapping", text(segment), &trace)
      step(
        .environment,
        Text(
          en: "On the default domain the first segment names the environment; `\(text(segment))` is none.",
          zh: "默认域名的首段路径是环境名，`\(text(segment))` 不是环境。"), &trace)
      trace.help = front.flatMap { environmentHelp($0, RouteEnvironment.allCases.map { Array("/\($0.name)".utf8) }) }
    case .environment(let segment):
      fail(.environmentMappingMiss, "$env_mapping", text(segment), &trace)
      step(
        .environment,
        Text(
          en: "`\(text(segment))` is not mapped to an environment on this domain.",
          zh: "`\(text(segment))` 在该域名上没有映射到任何环境。"),
        &trace)
      trace.help = front.flatMap { environmentHelp($0, mappedPaths($0, answer)) }
    case .unreleased(let environment, let path):
      fail(.uriMiss, "$uri", text(path), &trace)
      step(
        .environment,
        Text(
          en: "The service is not released to \(environment.name).", zh: "服务没有发布到 \(environment.name) 环境。"), &trace)
      trace.help = Text(
        en: "Release the service to \(environment.name), or call an environment that it is released to.",
        zh: "请把服务发布到 \(environment.name)，或访问已发布的环境。")
    case .scheme(let isSecure, let isOfDomain):
      explainScheme(isSecure, isOfDomain, &trace)
    case .frontProtocol(let isWebSocket, let routes):
      let word = isWebSocket ? "WEBSOCKET" : "HTTP"
      fail(.protocolNotAllowed, "xxx", word, &trace)
      let name = front.flatMap { front in routes.first.map { front.routes.api($0).displayName } } ?? ""
      step(
        .protocol,
        Text(
          en: "`\(name)` speaks \(isWebSocket ? "HTTP, not WebSocket" : "WebSocket, not HTTP") (inferred).",
          zh: "`\(name)` 使用\(isWebSocket ? " HTTP，而不是 WebSocket" : " WebSocket，而不是 HTTP")（推断）。"), &trace)
      trace.help = Text(
        en: "Call it with \(isWebSocket ? "http or https" : "ws or wss").",
        zh: "请使用 \(isWebSocket ? "http 或 https" : "ws 或 wss") 访问。")
    case .path(let path):
      fail(.uriMiss, "$uri", text(path), &trace)
      step(.path, Text(en: "No API matches `\(text(path))`.", zh: "没有 API 匹配 `\(text(path))`。"), &trace)
      trace.help = front.flatMap { pathHelp($0, answer) }
    case .method(let routes, _):
      if let front { explainMethod(front, routes, &trace) }
    case .noRoutes:
      fail(.noAPI, "", "", &trace)
      step(.path, Text(en: "The service has no API.", zh: "该服务没有任何 API。"), &trace)
    }
  }

  /// Sets the row that the caller gets.
  private func fail(
    _ row: Fault, _ variable: String, _ value: String, _ trace: inout RequestTrace
  ) {
    trace.row = row
    trace.fault = row.filled(variable, value)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func step(_ name: RequestTrace.Step.Name, _ detail: Text, _ trace: inout RequestTrace) {
    trace.steps.append(RequestTrace.Step(name: name, detail: detail))
  }

  // MARK: Host

  private var hostHelp: Text {
    let names = fronts.flatMap { $0.front.hosts.map { text($0.name) } }
    let host = url.host.map { text($0).lowercased() } ?? ""
    if let near = NearestWord.nearest(to: host, among: names) {
      return Text(en: "Did you mean `\(near)`?", zh: "是否想访问 `\(near)`？")
    }
    guard !names.isEmpty else {
      return Text(
        en:
          "The input names no domain: write the path alone for the default domain, or name the manifest that binds it.",
        zh: "输入中没有任何域名：可只写路径表示默认域名，或指定绑定该域名的清单。")
    }
    let shown = names.prefix(8).map { "`\($0)`" }
    return Text(
      en: "Bind the domain, or call one that is bound: \(Text.list(shown).en).",
      zh: "请绑定该域名，或访问已绑定的域名：\(Text.list(shown).zh)。")
  }

  // MARK: Environment

  private func mappedPaths(_ front: ServiceFront, _ answer: GatewayAnswer) -> [[UInt8]] {
    guard let host = answer.host, case .paths(let paths) = front.front.hosts[host].mapping else {
      return RouteEnvironment.allCases.map { Array("/\($0.name)".utf8) }
    }
    return paths.map(\.path)
  }

  /// URLs that do reach an API: the path behind a beginning that is mapped, in place of the first segment or before it.
  private func environmentHelp(_ front: ServiceFront, _ beginnings: [[UInt8]]) -> Text? {
    let slash = UInt8(ascii: "/")
    let rest = Array(request.path.dropFirst().drop { $0 != slash })
    var working: [(url: String, api: String)] = []
    for beginning in beginnings.sorted(by: { isPreferred($0, $1) }) {
      let cut = beginning.last == slash ? Array(beginning.dropLast()) : beginning
      for path in [cut + request.path, cut + rest] {
        var other = request
        other.path = path
        let answer = front.front.answer(other)
        if answer.miss == nil, let route = answer.decision?.route, !path.isEmpty {
          working.append((url.replacingPath(with: path), front.routes.api(route).displayName))
        }
      }
    }
    if let first = working.first {
      return Text(
        en: "`\(first.url)` reaches `\(first.api)`.", zh: "`\(first.url)` 可以访问到 `\(first.api)`。")
    }
    let words = beginnings.map { "`\(text($0))`" }
    guard !words.isEmpty else {
      return Text(
        en: "The domain maps no path to an environment.", zh: "该域名没有把任何路径映射到环境。")
    }
    return Text(
      en: "The path begins with one of \(words.joined(separator: ", ")).",
      zh: "路径应以 \(words.joined(separator: "、")) 之一开头。")
  }

  /// `release` before the others, a root mapping before all.
  private func isPreferred(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let rank = { (path: [UInt8]) in path.count == 1 ? 0 : (path.elementsEqual("/release".utf8) ? 1 : 2) }
    return rank(left) < rank(right)
  }

  // MARK: Scheme and method

  private func explainScheme(_ isSecure: Bool, _ isOfDomain: Bool, _ trace: inout RequestTrace) {
    fail(isSecure ? .httpsNotAllowed : .httpNotAllowed, "", "", &trace)
    let word = isSecure ? "HTTPS" : "HTTP"
    let owner =
      isOfDomain ? Text(en: "The domain", zh: "该域名") : Text(en: "The service", zh: "该服务")
    step(
      .protocol,
      Text(
        en: "\(owner.en) does not speak \(word). Older clusters send status 404.",
        zh: "\(owner.zh)不支持 \(word)。旧集群返回的状态码是 404。"), &trace)
    trace.help = Text(
      en: "Call it by \(isSecure ? "http" : "https"), or set its protocol to `http&https`.",
      zh: "请改用 \(isSecure ? "http" : "https") 访问，或把协议设置为 `http&https`。")
  }

  private func explainMethod(_ front: ServiceFront, _ routes: [Int], _ trace: inout RequestTrace) {
    fail(.methodNotAllowed, "", "", &trace)
    var methods: [String] = []
    for route in front.front.table.firstChoice(among: routes) {
      for method in front.front.table.routes[route].scope.methods where !methods.contains(method.name) {
        methods.append(method.name)
      }
    }
    for route in routes {
      trace.candidates.append(
        RequestTrace.Candidate(
          api: front.routes.api(route),
          why: Text(en: "matches the path, but is there for another method", zh: "路径匹配，但方法不同")))
    }
    let list = methods.joined(separator: ", ")
    step(
      .method,
      Text(
        en:
          "The path is there for \(list), not for \(trace.method). Some clusters send 404 `There is no api match method[\(trace.method)]` or the uri row instead.",
        zh: "该路径支持 \(list)，不支持 \(trace.method)。部分集群返回的是 404 `There is no api match method[\(trace.method)]` 或 uri 一行。"),
      &trace)
    trace.help = Text(
      en: "Call it with \(list), or add an API for \(trace.method).", zh: "请使用 \(list)，或添加 \(trace.method) 方法的 API。")
  }

  // MARK: Path

  /// The nearest API and what keeps the request from it.
  private func pathHelp(_ front: ServiceFront, _ answer: GatewayAnswer) -> Text? {
    let slash = UInt8(ascii: "/")
    let path = answer.path
    let toggled = path.last == slash ? Array(path.dropLast()) : path + [slash]
    guard let situation = answer.situation else { return nil }
    if !toggled.isEmpty, let route = front.front.table.decide(toggled, situation).route {
      let name = front.routes.api(route).displayName
      return path.last == slash
        ? Text(en: "Without the slash at its end the request reaches `\(name)`.", zh: "去掉末尾的斜杠即可访问到 `\(name)`。")
        : Text(en: "With a slash at its end the request reaches `\(name)`.", zh: "在末尾加上斜杠即可访问到 `\(name)`。")
    }
    var choices = front.front.table.choices
    choices.letterCase = .ignored
    if let route = RouteTable(front.front.table.routes, choices: choices).decide(path, situation).route {
      let api = front.routes.api(route)
      return Text(
        en: "`\(api.displayName)` has the path \(api.pathText ?? ""): upper and lower case differ.",
        zh: "`\(api.displayName)` 的路径是 \(api.pathText ?? "")，大小写不同。")
    }
    guard let nearest = nearestAPI(to: path, front) else { return nil }
    return Text(
      en:
        "The nearest API is \(nearest.apiMethod?.rawValue ?? "") \(nearest.pathText ?? "") (`\(nearest.displayName)`).",
      zh: "最接近的 API 是 \(nearest.apiMethod?.rawValue ?? "") \(nearest.pathText ?? "")（`\(nearest.displayName)`）。")
  }

  private func nearestAPI(to path: [UInt8], _ front: ServiceFront) -> Part? {
    let request = text(path)
    var best: (route: Int, distance: Int)?
    for (route, entry) in front.front.table.routes.enumerated().prefix(5000) {
      let distance = NearestWord.distance(request, text(entry.pattern.text))
      if distance < best?.distance ?? Int.max { best = (route, distance) }
    }
    return best.map { front.routes.api($0.route) }
  }
}
