import Engine
import Linting
import Rules
import SourceText
import Testing

/// Plans, keys and plugins that are resources of their own, and name services, APIs and keys by reference.
@Suite struct ResourceTieTests {
  private func lint(_ text: String, file: String = "main.yaml") -> [Diagnostic] {
    Linter(rules: allRules).lint([InputText(display: file, bytes: Array(text.utf8), isNamed: true)]).diagnostics
  }

  /// What the rules of some families say, as `rule severity line`.
  private func found(_ text: String, _ families: [String] = ["plan-", "auth-", "plugin-"]) -> [String] {
    lint(text).filter { finding in families.contains { finding.rule.hasPrefix($0) } }
      .map { "\($0.rule) \($0.severity.name) \($0.location.range.start.line)" }
  }

  private static let service = """
    resources:
      s: {type: 'tencentcloud:ApiGateway:Service', properties: {serviceName: shop, protocol: http, netTypes: [OUTER]}}
      r: {type: 'tencentcloud:ApiGateway:ServiceRelease', properties: {serviceId: '${s.id}', environmentName: release}}
      a: {type: 'tencentcloud:ApiGateway:Api', properties: {serviceId: '${s.id}', apiName: a, authType: SECRET, requestConfigPath: /a}}
      b: {type: 'tencentcloud:ApiGateway:Api', properties: {serviceId: '${s.id}', apiName: b, authType: NONE, requestConfigPath: /b}}
      p: {type: 'tencentcloud:ApiGateway:UsagePlan', properties: {usagePlanName: p}}
    """

  private func resource(_ name: String, _ type: String, _ properties: String) -> String {
    "\n  \(name): {type: 'tencentcloud:ApiGateway:\(type)', properties: {\(properties)}}"
  }

  private func binding(_ properties: String, name: String = "x", plan: String = "p", service: String = "${s.id}")
    -> String
  {
    resource(name, "UsagePlanAttachment", "usagePlanId: '${\(plan).id}', serviceId: '\(service)', \(properties)")
  }

  // MARK: Access

  @Test func keyIsAskedForWhereNoPlanIsBound() {
    let wrong = Self.service + binding("environment: test")
    #expect(found(wrong) == ["auth-secret-without-plan warning 7"])
    let other = Self.service + binding("environment: release, bindType: API, apiId: '${b.id}'")
    #expect(found(other) == ["auth-secret-without-plan warning 4", "plan-api-auth warning 7"])
  }

  @Test func boundPlanLetsCallersIn() {
    #expect(found(Self.service + binding("environment: release")) == [])
    #expect(found(Self.service + binding("environment: release, bindType: API, apiId: '${a.id}'")) == [])
    #expect(found(Self.service + binding("environment: test") + binding("environment: release", name: "y")) == [])
  }

  /// What another configuration, or a value that is not known yet, may bind is not missed.
  @Test func silentWhereABindingMayBeElsewhere() {
    #expect(found(Self.service) == [])
    #expect(found(Self.service + binding("environment: '${stage}'")) == [])
    #expect(
      found(
        Self.service + binding("environment: test")
          + binding("environment: release, bindType: API, apiId: '${x.y.z}'", name: "y")) == [])
    #expect(
      found(
        Self.service + binding("environment: test") + binding("environment: release", name: "y", service: "${other}"))
        == [])
    #expect(
      found(
        Self.service + binding("environment: test")
          + binding("environment: release", name: "y", service: "service-ab12cd34")) == [])
    let unreleased = Self.service.split(separator: "\n").filter { !$0.contains("ServiceRelease") }.joined(
      separator: "\n")
    #expect(found(unreleased + binding("environment: test")) == [])
  }

  /// A plan that two services share is a plan of both.
  @Test func sharedPlanCountsForEachOfItsServices() {
    let second = """

        t: {type: 'tencentcloud:ApiGateway:Service', properties: {serviceName: pay, protocol: http, netTypes: [OUTER]}}
      """
    let shared = binding("environment: release") + binding("environment: test", name: "y", service: "${t.id}")
    #expect(found(Self.service + second + shared) == [])
    let own = resource("q", "UsagePlan", "usagePlanName: q") + binding("environment: test", name: "z", plan: "q")
    #expect(found(Self.service + second + shared + own) == ["plan-env-mismatch warning 11"])
  }

  // MARK: Keys

  private let keys = """

      k: {type: 'tencentcloud:ApiGateway:ApiKey', properties: {secretName: k, status: off}}
      j: {type: 'tencentcloud:ApiGateway:ApiKey', properties: {secretName: j, status: on}}
    """

  @Test func planWhoseKeysAreOffLetsNobodyIn() {
    let bound = Self.service + keys + binding("environment: release")
    let off = resource("ka", "ApiKeyAttachment", "apiKeyId: '${k.id}', usagePlanId: '${p.id}'")
    let on = resource("ja", "ApiKeyAttachment", "apiKeyId: '${j.id}', usagePlanId: '${p.id}'")
    #expect(found(bound + off) == ["plan-without-key warning 6"])
    #expect(found(bound + off + on) == [])
    #expect(found(bound) == [], "a plan without keys may get some elsewhere")
    #expect(found(bound + off + resource("ua", "ApiKeyAttachment", "apiKeyId: AKIDx, usagePlanId: '${p.id}'")) == [])
    #expect(
      found(bound + off + resource("ua", "ApiKeyAttachment", "apiKeyId: '${j.id}', usagePlanId: '${plan}'")) == [])
    #expect(
      found(Self.service + keys + binding("environment: release, accessKeyIds: ['${k.id}']")) == [
        "plan-without-key warning 6"
      ])
  }

  @Test func keyOfTwoPlansOfOneEnvironmentIsRefused() {
    func plans(_ second: String, _ key: String) -> String {
      Self.service + keys + resource("q", "UsagePlan", "usagePlanName: q") + binding("environment: release")
        + binding("environment: \(second)", name: "y", plan: "q")
        + resource("ja", "ApiKeyAttachment", "apiKeyId: '${j.id}', usagePlanId: '${p.id}'")
        + resource("jb", "ApiKeyAttachment", "apiKeyId: '${\(key).id}', usagePlanId: '${q.id}'")
    }
    #expect(found(plans("release", "j")) == ["plan-shared-key error 13"])
    #expect(found(plans("test", "j"), ["plan-shared"]) == [])
    #expect(found(plans("release", "k"), ["plan-shared"]) == [])
  }

  // MARK: Other attachments

  @Test func pluginsAreKnownByTheAPIsThatTheyAreAttachedTo() {
    let plugins = ["c", "d"].map { name in
      resource(
        name, "Plugin",
        "pluginName: \(name)_name, pluginType: IPControl, pluginData: '{\"type\": \"white_list\", \"blocks\": \"1.1.1.1\"}'"
      )
        + resource(
          name + "a", "PluginAttachment",
          "pluginId: '${\(name).id}', serviceId: '${s.id}', environmentName: release, apiId: '${a.id}'")
    }
    #expect(found(Self.service + plugins[0], ["plugin-"]) == [])
    #expect(found(Self.service + plugins.joined(), ["plugin-"]) == ["plugin-duplicate-type error 10"])
  }

  // MARK: The other tools

  @Test func plansAndStatesOfTerraformAreTiedByConfigurationOrIds() {
    func plan(api: String, configuration: String) -> String {
      #"""
      {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
        {"address": "tencentcloud_api_gateway_service.s", "type": "tencentcloud_api_gateway_service",
         "values": {"service_name": "shop", "protocol": "http", "net_type": ["OUTER"]}},
        {"address": "tencentcloud_api_gateway_api.a", "type": "tencentcloud_api_gateway_api",
         "values": {"api_name": "a", "auth_type": "NONE", "request_config_path": "/a", "request_config_method": "GET"}},
        {"address": "tencentcloud_api_gateway_usage_plan.p", "type": "tencentcloud_api_gateway_usage_plan",
         "values": {"usage_plan_name": "p"}},
        {"address": "tencentcloud_api_gateway_usage_plan_attachment.x", "type": "tencentcloud_api_gateway_usage_plan_attachment",
         "values": {"environment": "release", "bind_type": "API"\#(api)}}]}},
       "configuration": {"root_module": {"resources": [
        {"address": "tencentcloud_api_gateway_api.a", "expressions": {"service_id": {"references": ["tencentcloud_api_gateway_service.s.id"]}}},
        {"address": "tencentcloud_api_gateway_usage_plan_attachment.x", "expressions": {
          "service_id": {"references": ["tencentcloud_api_gateway_service.s.id", "tencentcloud_api_gateway_service.s"]},
          "usage_plan_id": {"references": ["tencentcloud_api_gateway_usage_plan.p.id"]}\#(configuration)}}]}}}
      """#
    }
    let named = plan(api: "", configuration: #", "api_id": {"references": ["tencentcloud_api_gateway_api.a.id"]}"#)
    #expect(found(named) == ["plan-api-auth warning 9"])
    #expect(found(plan(api: "", configuration: #", "api_id": {"references": ["var.api"]}"#)) == [])
    #expect(found(plan(api: "", configuration: "")) == [], "what is not known yet is not missing")
    #expect(found(plan(api: #", "api_id": "api-1a2b3c4d""#, configuration: "")) == [])
  }

  @Test func crossplaneAttachmentsNameByReferenceOrLabels() {
    func object(_ kind: String, _ name: String, _ spec: String) -> String {
      """
      apiVersion: apigateway.tencentcloud.crossplane.io/v1alpha1
      kind: \(kind)
      metadata: {name: \(name), labels: {app: \(name)}}
      spec: {forProvider: {\(spec)}}
      """
    }
    func project(authType: String, apiReference: String) -> String {
      [
        object("Service", "shop", "serviceName: shop, protocol: http, netType: [OUTER]"),
        object("Api", "a", "requestConfigPath: /a, apiName: a, authType: \(authType), serviceIdRef: {name: shop}"),
        object("UsagePlan", "p", "usagePlanName: p"),
        object(
          "UsagePlanAttachment", "x",
          "environment: release, bindType: API, serviceIdRef: {name: shop}, usagePlanIdRef: {name: p}, \(apiReference)"),
      ].joined(separator: "\n---\n")
    }
    for reference in ["apiIdRef: {name: a}", "apiIdSelector: {matchLabels: {app: a}}"] {
      #expect(found(project(authType: "NONE", apiReference: reference)) == ["plan-api-auth warning 19"], "\(reference)")
      #expect(found(project(authType: "SECRET", apiReference: reference)) == [], "\(reference)")
    }
    #expect(found(project(authType: "NONE", apiReference: "apiIdSelector: {matchLabels: {app: other}}")) == [])
    #expect(found(project(authType: "NONE", apiReference: "apiIdRef: {name: elsewhere}")) == [])
  }
}
