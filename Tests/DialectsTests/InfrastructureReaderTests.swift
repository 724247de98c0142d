import Dialects
import Foundation
import GatewayModel
import Testing
import YAMLDocument

@Suite struct InfrastructureReaderTests {
  /// The same service in every tool: it must come out the same.
  static let texts: [(Dialect, String)] = [
    (
      .terraform,
      #"""
      {"resource": {
        "tencentcloud_api_gateway_service": {"s": {"service_name": "shop", "protocol": "http", "net_type": ["OUTER"]}},
        "tencentcloud_api_gateway_api": {"a": {"service_id": "${tencentcloud_api_gateway_service.s.id}", "api_name": "a",
          "request_config_path": "/a", "service_config_type": "COS", "service_config_timeout": 7,
          "service_config_cos_config": [{"action": "GetObject"}], "request_parameters": [{"name": "q", "position": "QUERY"}]}},
        "tencentcloud_api_gateway_custom_domain": {"d": {"service_id": "${tencentcloud_api_gateway_api.a.service_id}",
          "sub_domain": "api.shop.cn", "is_default_mapping": "false", "path_mappings": ["/x#release"]}},
        "tencentcloud_api_gateway_service_release": {"r": {"service_id": "${tencentcloud_api_gateway_service.s.id}",
          "environment_name": "test"}},
        "tencentcloud_api_gateway_usage_plan": {"p": {"usage_plan_name": "p", "max_request_num": 0}},
        "tencentcloud_api_gateway_usage_plan_attachment": {"pa": {"usage_plan_id": "${tencentcloud_api_gateway_usage_plan.p.id}",
          "service_id": "${tencentcloud_api_gateway_service.s.id}", "environment": "release"}},
        "tencentcloud_api_gateway_plugin": {"pl": {"plugin_type": "Cors", "plugin_data": "{\"max_age\": 60}"}}
      }}
      """#
    ),
    (
      .terraform,
      #"""
      {"format_version": "1.2", "planned_values": {"root_module": {"child_modules": [{"address": "module.m", "resources": [
        {"address": "module.m.tencentcloud_api_gateway_service.s[0]", "mode": "managed", "type": "tencentcloud_api_gateway_service",
         "values": {"service_name": "shop", "protocol": "http", "net_type": ["OUTER"]}},
        {"address": "module.m.tencentcloud_api_gateway_api.a", "type": "tencentcloud_api_gateway_api", "values": {"api_name": "a",
         "request_config_path": "/a", "request_config_method": "GET", "service_config_type": "COS", "service_config_timeout": 7,
         "service_config_cos_config": [{"action": "GetObject"}], "request_parameters": [{"name": "q", "position": "QUERY"}]}},
        {"address": "module.m.tencentcloud_api_gateway_custom_domain.d", "type": "tencentcloud_api_gateway_custom_domain",
         "values": {"sub_domain": "api.shop.cn", "is_default_mapping": false, "path_mappings": ["/x#release"]}},
        {"address": "module.m.tencentcloud_api_gateway_service_release.r", "type": "tencentcloud_api_gateway_service_release",
         "values": {"environment_name": "test"}},
        {"address": "module.m.tencentcloud_api_gateway_usage_plan.p", "type": "tencentcloud_api_gateway_usage_plan",
         "values": {"usage_plan_name": "p", "max_request_num": 0}},
        {"address": "module.m.tencentcloud_api_gateway_usage_plan_attachment.pa",
         "type": "tencentcloud_api_gateway_usage_plan_attachment", "values": {"environment": "release"}},
        {"address": "module.m.tencentcloud_api_gateway_plugin.pl", "type": "tencentcloud_api_gateway_plugin",
         "values": {"plugin_type": "Cors", "plugin_data": "{\"max_age\": 60}"}}]}]}},
       "configuration": {"root_module": {"module_calls": {"m": {"module": {"resources": [
        {"address": "tencentcloud_api_gateway_api.a", "expressions": {"service_id": {"references":
          ["tencentcloud_api_gateway_service.s[0].id", "tencentcloud_api_gateway_service.s[0]", "tencentcloud_api_gateway_service.s"]}}},
        {"address": "tencentcloud_api_gateway_custom_domain.d", "expressions": {"service_id": {"references":
          ["tencentcloud_api_gateway_service.s.id"]}}},
        {"address": "tencentcloud_api_gateway_service_release.r", "expressions": {"service_id": {"references":
          ["tencentcloud_api_gateway_service.s.id"]}}},
        {"address": "tencentcloud_api_gateway_usage_plan_attachment.pa", "expressions": {
          "service_id": {"references": ["tencentcloud_api_gateway_service.s.id"]},
          "usage_plan_id": {"references": ["tencentcloud_api_gateway_usage_plan.p.id"]}}}]}}}}}}
      """#
    ),
    (
      .pulumi,
      """
      resources:
        s: {type: 'tencentcloud:ApiGateway:Service', properties: {serviceName: shop, protocol: http, netTypes: [OUTER]}}
        a:
          type: tencentcloud:ApiGateway/api:Api
          properties:
            serviceId: ${s.id}
            apiName: a
            requestConfigPath: /a
            serviceConfigType: COS
            serviceConfigTimeout: 7
            serviceConfigCosConfig: {action: GetObject}
            requestParameters: [{name: q, position: QUERY}]
        d:
          type: tencentcloud:ApiGateway:CustomDomain
          properties: {serviceId: '${a.serviceId}', subDomain: api.shop.cn, isDefaultMapping: 'false', pathMappings: ['/x#release']}
        r: {type: 'tencentcloud:ApiGateway:ServiceRelease', properties: {serviceId: '${s.id}', environmentName: test}}
        p: {type: 'tencentcloud:ApiGateway:UsagePlan', properties: {usagePlanName: p, maxRequestNum: 0}}
        pa:
          type: tencentcloud:ApiGateway:UsagePlanAttachment
          properties: {usagePlanId: '${p.id}', serviceId: '${s.id}', environment: release}
        pl:
          type: tencentcloud:ApiGateway:Plugin
          properties: {pluginType: Cors, pluginData: {'fn::toJSON': {max_age: 60}}}
      """
    ),
  ]

  @Test(arguments: texts.indices) func oneServiceIsTheSameInEveryTool(_ index: Int) throws {
    let (dialect, text) = Self.texts[index]
    let model = try ModelText(text, file: "main.tf.json")
    #expect(model.dialect == dialect)
    let service = try #require(model.parts(.service).first { $0[.serviceName].text == "shop" })
    let api = try model.part(.api)
    #expect(api.parent == service && api.displayName == "a" && api.pathText == "/a" && api.apiMethod == .get)
    #expect(api.serviceType == .cos && api[.timeout].integer == 7 && api[.cosAction].text == "GetObject")
    #expect(api.requestParameters.first?.parameterPosition == .query)
    let domain = try model.part(.domain)
    #expect(domain.parent == service && domain[.isDefaultMapping].boolean == false)
    let mapping = try model.part(.pathMapping)
    #expect(mapping[.mappingPath].text == "/x" && mapping[.mappingEnvironment].text == "release")
    #expect(try model.text(of: mapping[.mappingPath]).contains("/x#release"))
    #expect(try model.part(.release).parent == service)
    #expect(service.releasedEnvironments?.environments == [.test])
    let binding = try model.part(.planBinding)
    #expect(binding.parent?.kind == .usagePlan && binding.enclosing(.service) == service)
    #expect(try model.part(.plugin)[.maxAge].integer == 60)
  }

  @Test func crossplaneResourcesAreTiedByNameOrLabels() throws {
    func object(_ kind: String, _ name: String, _ spec: String) -> String {
      """
      apiVersion: apigateway.tencentcloud.crossplane.io/v1alpha1
      kind: \(kind)
      metadata: {name: \(name), labels: {app: \(name)}}
      spec: {forProvider: {\(spec)}}
      """
    }
    let model = try ModelText(
      [
        object("Service", "shop", "serviceName: shop, protocol: http"),
        object("Api", "a", "requestConfigPath: /a, serviceIdRef: {name: shop}"),
        object("CustomDomain", "d", "subDomain: a.shop.cn, serviceIdSelector: {matchLabels: {app: shop}}"),
        object("ServiceRelease", "r", "environmentName: test, serviceIdSelector: {matchLabels: {app: other}}"),
      ].joined(separator: "\n---\n"))
    let service = try #require(model.parts(.service).first { $0[.serviceName].text == "shop" })
    #expect(try model.part(.api).parent == service)
    #expect(try model.part(.domain).parent == service)
    #expect(service.releasedEnvironments == nil, "a release that may be any service's leaves it unknown")
  }

  @Test func anImportedDefinitionBelongsToItsService() throws {
    let model = try ModelText(
      """
      resources:
        s: {type: 'tencentcloud:ApiGateway:Service', properties: {serviceName: shop, protocol: http}}
        i:
          type: tencentcloud:ApiGateway:ImportOpenApi
          properties:
            serviceId: ${s.id}
            content: |
              openapi: 3.0.0
              paths:
                /b:
                  get: {operationId: b}
      """)
    let api = try model.part(.api)
    #expect(try model.text(of: api[.path]) == "/b")
    let service = try #require(model.parts(.service).first { $0[.serviceName].text == "shop" })
    #expect(model.project.service(of: api)?.documents == model.project.service(of: service)?.documents)
  }

  @Test(
    arguments: [
      (
        #"{"format_version": "1.2", "planned_values": {"root_module": {"resources": [{"type": "aws_api_gateway_api", "values": {}}]}}}"#,
        nil
      ),
      (#"{"resource": {"aws_instance": {}}}"#, nil), ("resources: {a: {type: 'aws:s3:Bucket'}}", nil),
      ("apiVersion: apps/v1\nkind: Deployment", nil),
      ("variables:\n  x:\n    fn::invoke: {function: 'tencentcloud:ApiGateway:getServices'}", Dialect.pulumi),
      (#"{"resource": {"tencentcloud_api_gateway_service": {}}}"#, Dialect.terraform),
    ] as [(String, Dialect?)]) func isRecognisedByItsResources(_ text: String, _ dialect: Dialect?)
  {
    let recognition = Dialects.recognise(YAMLDocument.parse(Array(text.utf8)))
    #expect(recognition == (dialect.map { .gateway($0) } ?? .other))
  }

  @Test func everyPublishedExampleIsRecognised() throws {
    let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../shared/corpus")
    for (folder, dialect) in [("pulumi", Dialect.pulumi), ("crossplane", .crossplane)] {
      let path = corpus.appendingPathComponent(folder)
      for file in (try? FileManager.default.contentsOfDirectory(atPath: path.path)) ?? [] where file.hasSuffix(".yaml")
      {
        let yaml = YAMLDocument.parse([UInt8](try Data(contentsOf: path.appendingPathComponent(file))))
        #expect(Dialects.recognise(yaml) == .gateway(dialect), "\(file)")
      }
    }
  }
}
