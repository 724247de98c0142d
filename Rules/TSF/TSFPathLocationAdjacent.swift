import GatewayModel
import Linting
import Routing

/// `tsf-path-location-adjacent`.
let tsfPathLocationAdjacent: Rule = Rule(
  id: "tsf-path-location-adjacent",
  family: .tsf,
  severity: .warning,
  faults: [.microServiceNotFound],
  confidence: [.official],
  summary: Text(
    en: "Nothing fixed stands behind the path variables that locate a microservice",
    zh: "路径中定位微服务的变量之后没有固定文本"),
  explanation: Text(
    en: """
      Path variables are greedy and cross slashes. With both location parameters in the path and nothing fixed behind the \
      second, whatever follows in a request becomes part of a variable, and the microservice is not found.
      """,
    zh: """
      路径变量会尽可能多地匹配，并且可以跨越斜杠。两个定位参数都在路径中、而第二个之后没有固定文本时，请求中后面的内容会被\
      并入变量，从而找不到微服务。
      """),
  runtime: Text(
    en: "Requests with anything behind the variables answer 404 `Not found micro service with key.`.",
    zh: "变量之后还有内容的请求返回 404 `Not found micro service with key.`。"),
  evidence: Text(
    en: "The vendor's FAQ shows how adjacent variables split and advises a fixed text behind them.",
    zh: "官方常见问题说明了相邻变量的匹配结果，并建议在其后加固定文本。"),
  url: "https://cloud.tencent.com/document/product/628/11939",
  fixSafety: .unsafe(Text(en: "Clients must call another path.", zh: "客户端需要改用新的路径。")),
  examples: [
    Example(
      bad: """
        paths:
          /{X-NameSpace-Code}/{X-MicroService-Name}:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-NameSpace-Code, in: path, required: true, schema: {type: string}}, {name: X-MicroService-Name, in: path, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      good: """
        paths:
          /{X-NameSpace-Code}/{X-MicroService-Name}/service:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-NameSpace-Code, in: path, required: true, schema: {type: string}}, {name: X-MicroService-Name, in: path, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      fixed: """
        paths:
          /{X-NameSpace-Code}/{X-MicroService-Name}/service:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-NameSpace-Code, in: path, required: true, schema: {type: string}}, {name: X-MicroService-Name, in: path, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      at: "/{X-NameSpace-Code}")
  ],
  checks: [.part(.api, checkAdjacency)])

private func checkAdjacency(_ api: Part, _ findings: inout Findings) {
  guard api.hasAdjacentLocations, let path = api.pathText, let origin = api[.path].origin else { return }
  let wanted = (path.hasSuffix("/") ? path : path + "/") + "service"
  findings.report(
    at: .value(origin),
    Text(
      en: "Nothing fixed stands behind the location variables of `\(path)`: whatever follows becomes part of them.",
      zh: "`\(path)` 的定位变量之后没有固定文本，后面的内容会被并入变量。"),
    help: Text(
      en: "Let a fixed text follow, for example `\(wanted)`.", zh: "请在其后加固定文本，例如 `\(wanted)`。"),
    mends: [.unsafe(Text(en: "make it `\(wanted)`", zh: "改为 `\(wanted)`"), api[.path].replacement(.string(wanted)))])
}

extension Part {
  /// Whether a microservice API has both location parameters in its path, and nothing but slashes behind the second.
  var hasAdjacentLocations: Bool {
    guard serviceType == .tsf, let path = pathText, path.utf8.contains(UInt8(ascii: "{")) else { return false }
    let pieces = PathPattern(path).pieces
    let places = pieces.indices.filter {
      if case .variable(let name) = pieces[$0] { TSFLocationName(rawValue: name) != nil } else { false }
    }
    guard Set(places.map { pieces[$0] }).count == 2, let last = places.last else { return false }
    return pieces[(last + 1)...].allSatisfy {
      if case .literal(let text) = $0 { text.allSatisfy { $0 == UInt8(ascii: "/") } } else { true }
    }
  }
}
