import GatewayModel
import Linting
import YAMLDocument

/// `config-multi-region-service-id`.
let configMultiRegionServiceID: Rule = Rule(
  id: "config-multi-region-service-id",
  family: .config,
  severity: .error,
  confidence: [.component],
  summary: Text(
    en: "One service id for several regions", zh: "多个地域共用一个服务 ID"),
  explanation: Text(
    en: """
      A service lives in one region. Where a file deploys to several, its id belongs under the region's own key; on the \
      base the component refuses it.
      """,
    zh: """
      一个服务只属于一个地域。部署到多个地域时，服务 ID 要写在各地域自己的键之下；写在公共部分会被组件拒绝。
      """),
  runtime: Text(en: "The component stops before it deploys.", zh: "组件在部署前中断。"),
  evidence: Text(en: "The component's source.", zh: "依据组件源码。"),
  examples: [
    Example(
      .componentsV1,
      bad: """
        shop:
          component: '@serverless/tencent-apigateway-multi-region'
          inputs:
            region:
              - ap-shanghai
              - ap-guangzhou
            serviceId: service-8dsikiq6
            endpoints:
              - {path: /list, method: GET, function: {functionName: list}}
        """,
      good: """
        shop:
          component: '@serverless/tencent-apigateway-multi-region'
          inputs:
            region:
              - ap-shanghai
              - ap-guangzhou
            endpoints:
              - {path: /list, method: GET, function: {functionName: list}}
            ap-shanghai:
              serviceId: service-8dsikiq6
        """,
      at: "service-8dsikiq6")
  ],
  checks: [.part(.deployment, checkBaseServiceId)])

private func checkBaseServiceId(_ deployment: Part, _ findings: inout Findings) {
  let id = deployment[.serviceId]
  guard !id.isBlank, !id.isTemplated, let origin = id.origin else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "A service lives in one region: write `serviceId` under the region's own key.",
      zh: "一个服务只属于一个地域：请把 `serviceId` 写到对应地域的键之下。"),
    related: deployment[.region].origin.map { [RelatedPlace(.value($0), Text(en: "the regions", zh: "部署的地域"))] } ?? [])
}
