import GatewayModel
import Linting

/// `tsf-location-position`.
let tsfLocationPosition: Rule = Rule(
  id: "tsf-location-position",
  family: .tsf,
  severity: .error,
  faults: [.mapFromForm],
  confidence: [.official, .inferred],
  summary: Text(
    en: "A parameter that locates a microservice stands where the gateway does not look",
    zh: "用于定位微服务的参数所在位置不受支持"),
  explanation: Text(
    en: """
      The location parameters stand in the header, the query or the path; one in the path also stands there as a \
      variable. A raw source (`map_from`) has the form `method.req.header.NAME`, with `query` and `path` as the other \
      positions, and names a declared parameter.
      """,
    zh: """
      定位参数只能位于 Header、Query 或 Path；位于 Path 时，前端路径中也要有同名变量。直接写出的来源（`map_from`）格式为 \
      `method.req.header.NAME`（位置还可以是 `query` 或 `path`），且所指的参数必须已声明。
      """),
  runtime: Text(
    en: "Every call answers 481 `Only support the map_from like method.req.{path}.{}.`.",
    zh: "调用一律返回 481 `Only support the map_from like method.req.{path}.{}.`。"),
  evidence: Text(
    en: """
      The three positions are documented. The form of the source follows from the message and from the form of \
      `TokenLocation`; no public page describes it.
      """,
    zh: "三种位置有文档说明；来源的格式由报错内容和 `TokenLocation` 的格式推断得出，没有公开页面描述。"),
  url: "https://cloud.tencent.com/document/product/628/52203",
  fixSafety: .safe(
    Text(
      en: "A source in the wrong case names the same parameter. Moving a parameter changes what clients must send.",
      zh: "仅大小写或前缀写错的来源所指的参数不变；移动参数位置会改变客户端的发送方式。")),
  examples: [
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: cookie, required: true, schema: {type: string}}
                - {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: header, required: true, schema: {type: string}}
                - {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      fixed: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: header, required: true, schema: {type: string}}
                - {name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      at: "cookie"),
    Example(
      bad: """
        paths:
          /t/{X-NameSpace-Code}/x:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: path, required: true, schema: {type: string}}
                - {name: X-NameSpace-Code, in: path, required: true, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      good: """
        paths:
          /t/{X-NameSpace-Code}/x/{X-MicroService-Name}/service:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-NameSpace-Code, in: path, required: true, schema: {type: string}}
                - {name: X-MicroService-Name, in: path, required: true, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      at: "path, required"),
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: header, required: true, schema: {type: string}}
                - {name: X-NameSpace-Code, in: header, required: true, map_from: Method.Req.Header.X-NameSpace-Code, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: header, required: true, schema: {type: string}}
                - {name: X-NameSpace-Code, in: header, required: true, map_from: method.req.header.x-namespace-code, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      fixed: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters:
                - {name: X-MicroService-Name, in: header, required: true, schema: {type: string}}
                - {name: X-NameSpace-Code, in: header, required: true, map_from: method.req.header.X-NameSpace-Code, schema: {type: string}}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      at: "Method.Req.Header"),
  ],
  checks: [.part(.api, checkPositions)])

private func checkPositions(_ api: Part, _ findings: inout Findings) {
  checkSource(of: api, in: api, &findings)
  for mapping in api.children(.serviceParameter) { checkSource(of: mapping, in: api, &findings) }
  var first: [TSFLocationName: (position: ParameterPosition, part: Part)] = [:]
  for parameter in api.requestParameters {
    checkSource(of: parameter, in: api, &findings)
    guard let location = parameter.locationParameter else { continue }
    checkPosition(of: parameter, location, in: api, &findings)
    guard let position = parameter.parameterPosition else { continue }
    guard let earlier = first[location] else {
      first[location] = (position, parameter)
      continue
    }
    guard earlier.position != position, let origin = parameter[.parameterPosition].origin else { continue }
    findings.report(
      at: .value(origin),
      Text(
        en: "`\(location.rawValue)` is declared twice, in different positions.",
        zh: "`\(location.rawValue)` 在不同位置声明了两次。"),
      severity: .warning,
      help: Text(
        en: "Keep the declaration in \(earlier.position.rawValue) or this one, and remove the other.",
        zh: "请在 \(earlier.position.rawValue) 的声明与此处的声明中保留一个，删除另一个。"),
      related: [RelatedPlace(.part(earlier.part.id), Text(en: "declared here before", zh: "此处已声明"))],
      subject: parameter.id)
  }
}

private func checkPosition(
  of parameter: Part, _ location: TSFLocationName, in api: Part, _ findings: inout Findings
) {
  let field = parameter[.parameterPosition]
  guard !field.isTemplated, !field.isBlank, let word = field.text, let origin = field.origin else { return }
  switch parameter.parameterPosition {
  case .header, .query: return
  case .path:
    guard api.pathText != nil, parameter.declares(location),
      !api.pathVariables.contains(where: { $0.name == location.rawValue })
    else { return }
    findings.report(
      at: .value(origin),
      Text(
        en: "`\(location.rawValue)` is taken from the path, but the path has no `{\(location.rawValue)}`.",
        zh: "`\(location.rawValue)` 取自路径，但路径中没有 `{\(location.rawValue)}`。"),
      help: Text(
        en:
          "Put `{\(location.rawValue)}` into the path, with a fixed text behind it, or move the parameter to the header.",
        zh: "请在路径中加入 `{\(location.rawValue)}`（其后要有固定文本），或把参数移到 Header。"),
      related: api[.path].origin.map { [RelatedPlace(.value($0), Text(en: "the path", zh: "前端路径"))] } ?? [],
      mends: [moving(origin, of: parameter)], subject: parameter.id)
  case .body, nil:
    findings.report(
      at: .value(origin),
      Text(
        en: "`\(location.rawValue)` is taken from `\(word)`; the gateway looks for it in header, query and path alone.",
        zh: "`\(location.rawValue)` 的位置是 `\(word)`，网关只会在 Header、Query 和 Path 中查找。"),
      help: Text(en: "Put it into the header.", zh: "请改为 Header。"),
      mends: [moving(origin, of: parameter)], subject: parameter.id)
  }
}

private func moving(_ origin: Origin, of parameter: Part) -> Mend {
  let word = ParameterPosition.header.spelled(parameter.positionSpelling)
  return .unsafe(Text(en: "take it from the header", zh: "改为取自 Header"), .set(origin, .string(word)))
}

private func checkSource(of part: Part, in api: Part, _ findings: inout Findings) {
  let field = part[.mapFrom]
  guard !field.isBlank, !field.isTemplated, let origin = field.origin else { return }
  let written = field.text ?? ""
  guard let source = MapFrom(written) else {
    let meant = MapFrom.mended(written)
    findings.report(
      at: .value(origin),
      Text(
        en: "\(field.spelling) `\(written)` is not of the form `method.req.<header|query|path>.<name>`.",
        zh: "\(field.spelling) `\(written)` 不符合 `method.req.<header|query|path>.<name>` 的格式。"),
      help: meant.map { Text(en: "Write `\($0.text)`.", zh: "改为 `\($0.text)`。") },
      mends: meant.map {
        [.safe(Text(en: "write `\($0.text)`", zh: "改为 `\($0.text)`"), .set(origin, .string($0.text)))]
      } ?? [], subject: part.id)
    return
  }
  guard let parameters = api.knownParameters, !parameters.contains(where: { $0.isSource(source) }) else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "\(field.spelling) names `\(source.name)` in the \(source.position.rawValue), which is not declared there.",
      zh: "\(field.spelling) 所指的 `\(source.name)` 没有在 \(source.position.rawValue) 中声明。"),
    help: Text(en: "Declare the parameter, or name one that is.", zh: "请声明该参数，或改为已声明的参数。"),
    subject: part.id)
}

extension Part {
  /// Of a front-end parameter: whether a source means it.
  fileprivate func isSource(_ source: MapFrom) -> Bool {
    guard parameterPosition == source.position, let name = self[.parameterName].text else {
      return self[.parameterPosition].isTemplated
    }
    return source.position == .header ? name.lowercased() == source.name.lowercased() : name == source.name
  }
}
