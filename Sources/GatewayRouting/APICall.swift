import GatewayModel
import Linting
import Routing
import YAMLDocument

/// What an API does with a request that it takes: variables, back end, authentication.
struct APICall {
  let api: Part
  private(set) var variables: [(name: String, value: String)] = []
  private(set) var backend: String?
  private(set) var steps: [RequestTrace.Step] = []

  init(api: Part, pattern: PathPattern, path: [UInt8], choices: RoutingChoices) {
    self.api = api
    if pattern.kind == .expression, let expression = try? pattern.expression(choices: choices) {
      variables = (expression.bindings(in: path) ?? []).map {
        ($0.name, String(decoding: path[$0.value], as: UTF8.self))
      }
    }
    describeBackend(pattern, path)
    describeAuthentication()
  }

  // MARK: Back end

  private mutating func describeBackend(_ pattern: PathPattern, _ path: [UInt8]) {
    guard let type = api.serviceType else {
      step(.backend, Text(en: "The kind of back end is not known.", zh: "后端类型未知。"))
      return
    }
    switch type {
    case .http, .webSocket, .vpc, .clb, .upstream, .tsf, .grpc: describeForwarding(type, pattern, path)
    case .mock:
      backend = "MOCK"
      step(.backend, Text(en: "The gateway answers itself (MOCK).", zh: "由网关直接返回（MOCK）。"))
    case .scf:
      let namespace = api[.functionNamespace].effectiveText ?? "default"
      let qualifier = api[.functionQualifier].effectiveText.map { ":" + $0 } ?? ""
      backend = "SCF \(namespace)/\(api[.functionName].text ?? "?")\(qualifier)"
      step(.backend, Text(en: "The cloud function is called: \(backend ?? "").", zh: "调用云函数：\(backend ?? "")。"))
    case .cos:
      backend = "COS \(api[.cosBucket].text ?? "?")"
      step(
        .backend,
        Text(en: "\(api[.cosAction].text ?? "?") on the bucket.", zh: "对存储桶执行 \(api[.cosAction].text ?? "?")。"))
    case .eb, .target: step(.backend, Text(en: "The back end is \(type.rawValue).", zh: "后端为 \(type.rawValue)。"))
    }
  }

  private mutating func describeForwarding(_ type: ServiceType, _ pattern: PathPattern, _ path: [UInt8]) {
    let written = Array((api[.backendPath].text ?? "").utf8)
    let forwarded = ForwardedPath(of: path, through: pattern, to: written) { value(of: $0) }
    let target = type == .tsf ? "tsf://" + microServices : api[.backendURL].text ?? "?"
    let url = target + String(decoding: forwarded.path, as: UTF8.self)
    backend = url
    var english = "The back end is called at `\(url)`."
    var chinese = "调用后端 `\(url)`。"
    if !forwarded.isCertain {
      english +=
        written.isEmpty
        ? " The back-end path is empty: what is forwarded then is documented in two ways."
        : " How a priority prefix is rewritten is not documented; it is taken for a plain path."
      chinese += written.isEmpty ? "后端路径为空，此时转发的路径有两种不同的文档说法。" : "优先前缀如何改写没有文档说明，这里按普通路径处理。"
    }
    if !forwarded.unmapped.isEmpty {
      let names = Text.list(forwarded.unmapped.map { "`{\($0)}`" })
      english += " No value is known here for \(names.en)."
      chinese += "\(names.zh) 在此没有已知的值。"
    }
    step(.backend, Text(en: english, zh: chinese))
  }

  private var microServices: String {
    api.children(.microService).compactMap { $0[.microServiceName].text }.joined(separator: ",")
  }

  /// What a variable of the back-end path stands for: the front parameter that is mapped to it, else that of its name.
  private func value(of name: String) -> [UInt8]? {
    let mapping = api.children(.serviceParameter).first { parameter in
      parameter[.targetName].text == name && position(parameter[.targetPosition]) == .path
    }
    if let mapping {
      guard position(mapping[.sourcePosition]) == .path, let source = mapping[.sourceName].text else { return nil }
      return variable(source)
    }
    return variable(name)
  }

  private func position(_ field: Field) -> ParameterPosition? { field.text.flatMap { ParameterPosition(word: $0) } }

  private func variable(_ name: String) -> [UInt8]? {
    variables.first { $0.name == name }.map { Array($0.value.utf8) }
  }

  // MARK: Authentication

  private mutating func describeAuthentication() {
    switch api.authentication {
    case "NONE": step(.auth, Text(en: "No authentication.", zh: "无认证。"))
    case "SECRET":
      step(
        .auth,
        Text(
          en: "SECRET: the request must be signed with a key of a usage plan that is bound to the environment.",
          zh: "SECRET：请求必须用绑定到该环境的使用计划中的密钥签名。"))
    case "APP":
      step(
        .auth,
        Text(
          en: "APP: the request must be signed by an application that is bound to the API.",
          zh: "APP：请求必须由绑定该 API 的应用签名。"))
    case "OAUTH":
      step(
        .auth,
        api.oauthRole == "OAUTH"
          ? Text(en: "OAUTH: this is the authorization API that hands out tokens.", zh: "OAUTH：这是发放令牌的授权 API。")
          : Text(en: "OAUTH: the request must carry a valid id_token.", zh: "OAUTH：请求必须携带有效的 id_token。"))
    case let other?: step(.auth, Text(en: "Authentication: \(other).", zh: "认证方式：\(other)。"))
    case nil: step(.auth, Text(en: "The authentication is not known.", zh: "认证方式未知。"))
    }
  }

  private mutating func step(_ name: RequestTrace.Step.Name, _ detail: Text) {
    steps.append(RequestTrace.Step(name: name, detail: detail))
  }
}
