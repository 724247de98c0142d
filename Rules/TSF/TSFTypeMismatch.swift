import GatewayModel
import Linting

/// `tsf-type-mismatch`.
let tsfTypeMismatch: Rule = Rule(
  id: "tsf-type-mismatch",
  family: .tsf,
  severity: .error,
  faults: [.tsfConfigError],
  confidence: [.sdk, .official],
  summary: Text(
    en: "API type and back end disagree about being a microservice",
    zh: "API 类型与后端类型不一致，一个是微服务而另一个不是"),
  explanation: Text(
    en: """
      A back end of type TSF needs an API of type TSF, and an API of type TSF needs a back end inside TSF or, by newer \
      console pages, inside a VPC.
      """,
    zh: """
      TSF 类型的后端要求 API 类型也是 TSF；TSF 类型的 API 要求后端是 TSF，较新的控制台页面还允许 VPC 内的后端。
      """),
  runtime: Text(
    en: "The API is refused (`InvalidApiType`), or answers 481 `TSF config error.`.",
    zh: "API 会被拒绝（`InvalidApiType`），否则调用时返回 481 `TSF config error.`。"),
  evidence: Text(
    en:
      "The error code of the control plane says that microservice APIs have TSF back ends alone; newer pages add VPC ones.",
    zh: "控制面的错误码说明微服务 API 只支持 TSF 后端；较新的页面增加了 VPC 后端。"),
  url: "https://cloud.tencent.com/document/product/628/52203",
  fixSafety: .safe(
    Text(
      en: "A TSF back end works with the API type TSF alone.", zh: "TSF 后端只能与 TSF 类型的 API 搭配。")),
  examples: [
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: NORMAL
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              parameters: [{name: X-NameSpace-Code, in: header, required: true, schema: {type: string}}, {name: X-MicroService-Name, in: header, required: true, schema: {type: string}}]
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      fixed: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      at: "NORMAL"),
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: TSF
              x-apigw-backend:
                ServiceType: HTTP
                ServiceConfig: {Product: clb, UniqVpcId: vpc-7ofs5mz1, Url: 'http://172.16.0.9:80', Path: /, Method: GET}
        """,
      at: "TSF"),
    Example(
      bad: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      good: """
        paths:
          /t:
            get:
              operationId: t
              x-apigw-api-type: ${env:API_TYPE}
              x-apigw-backend: {ServiceType: TSF, ServiceConfig: {Path: /t}, MicroServices: [{ClusterId: cluster-1, NamespaceId: namespace-1, MicroServiceName: a}]}
        """,
      at: "get"),
  ],
  checks: [.part(.api, checkType)])

private func checkType(_ api: Part, _ findings: inout Findings) {
  let apiType = api[.apiType]
  guard let backend = api.serviceType, !apiType.isTemplated else { return }
  // What a file that names only its changes leaves out is not the default.
  guard apiType.isWritten || !api.isIncomplete, let word = apiType.effectiveText?.uppercased() else { return }
  let related =
    api[.serviceType].origin.map {
      [RelatedPlace(.value($0), Text(en: "the kind of back end", zh: "后端类型"))]
    } ?? []
  if backend == .tsf, word == "NORMAL" {
    findings.report(
      at: .field(apiType),
      apiType.isBlank
        ? Text(
          en: "The back end is TSF, but \(apiType.spelling) is not set, which means NORMAL.",
          zh: "后端是 TSF，但没有设置 \(apiType.spelling)，相当于 NORMAL。")
        : Text(
          en: "The back end is TSF, but \(apiType.spelling) is NORMAL.", zh: "后端是 TSF，但 \(apiType.spelling) 是 NORMAL。"),
      related: related,
      mends: [
        .safe(
          Text(en: "set \(apiType.spelling) to TSF", zh: "将 \(apiType.spelling) 设为 TSF"),
          apiType.replacement(.string("TSF")))
      ])
  } else if word == "TSF", let severity = severity(of: backend, api) {
    findings.report(
      at: .field(apiType),
      Text(
        en: "\(apiType.spelling) is TSF, but the back end is \(backend.rawValue).",
        zh: "\(apiType.spelling) 是 TSF，但后端是 \(backend.rawValue)。"),
      severity: severity,
      help: Text(
        en: "Microservice APIs have a TSF back end; newer pages of the vendor also show back ends in a VPC.",
        zh: "微服务 API 的后端应为 TSF；较新的官方页面也出现了 VPC 内的后端。"),
      related: related)
  }
}

/// How bad a back end of this kind is behind an API of type TSF; nil where it is sound.
private func severity(of backend: ServiceType, _ api: Part) -> Severity? {
  switch backend {
  case .tsf, .upstream, .vpc: nil
  case .mock, .scf, .cos, .eb: .error
  case .http: api[.product].isBlank && api[.vpcId].isBlank ? .warning : nil
  case .target, .grpc, .webSocket, .clb: .warning
  }
}
