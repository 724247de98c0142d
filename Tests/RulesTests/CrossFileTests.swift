import Engine
import Linting
import Rules
import SourceText
import Testing

/// Faults between files: two of a manifest, or two replies of the control plane about one service.
@Suite struct CrossFileTests {
  /// What a rule says of files that are linted together, as `file line`.
  private func found(_ rule: String, _ files: [(name: String, text: String)]) -> [String] {
    let inputs = files.map { InputText(display: $0.name, bytes: Array($0.text.utf8), isNamed: true) }
    return Linter(rules: allRules).lint(inputs).diagnostics.filter { $0.rule == rule }
      .map { "\($0.location.file) \($0.location.range.start.line)" }
  }

  private func document(_ path: String, _ name: String) -> String {
    """
    openapi: 3.0.0
    info: {title: \(name), version: "1"}
    paths:
      \(path):
        get: {operationId: \(name), x-apigw-protocol: HTTP}
    """
  }

  @Test func namesAreUniqueOverTheFilesOfAManifest() {
    let orders = ("apis/orders.yaml", document("/orders", "list"))
    let users = ("apis/users.yaml", document("/users", "list"))
    let rule = "config-operation-id-duplicate"
    #expect(
      found(rule, [("gateway.yaml", "gwlint: 1\nApis: [apis/*.yaml]\n"), orders, users]) == ["apis/users.yaml 5"])
    #expect(found(rule, [orders, users]) == [], "files that nothing ties together are services of their own")
    #expect(
      found(
        rule,
        [
          ("a.yaml", "gwlint: 1\nApis: [apis/orders.yaml]\n"), ("b.yaml", "gwlint: 1\nApis: [apis/users.yaml]\n"),
          orders, users,
        ])
        == [])
    #expect(
      found(
        rule,
        [("gateway.yaml", "gwlint: 1\nApis: [apis/*.yaml]\n"), orders, ("apis/users.yaml", document("/users", "List"))])
        == [], "names differ in case")
  }

  @Test func repliesOfOneServiceAreSeenTogether() {
    let api = (
      "api.json",
      """
      {"Response": {"Result": {"ServiceId": "service-ab12cd34", "ApiId": "api-1a2b3c4d", "ApiName": "a", "AuthType": "NONE",
        "RequestConfig": {"Path": "/a", "Method": "GET"}, "ServiceType": "MOCK", "ServiceMockReturnMessage": "ok",
        "EnableCORS": true, "Protocol": "HTTP", "CreatedTime": "2021"}}}
      """
    )
    let plan = (
      "plan.json",
      """
      {"Response": {"Result": {"TotalCount": 1, "ApiUsagePlanList": [
        {"ServiceId": "service-ab12cd34", "ApiId": "api-1a2b3c4d", "UsagePlanId": "usagePlan-quqxvett",
         "UsagePlanName": "partner", "Environment": "release"}]}}}
      """
    )
    let plugin = (
      "plugin.json",
      #"""
      {"Response": {"Result": {"PluginId": "plugin-5xzwu9vh", "PluginName": "cors", "PluginType": "Cors",
        "PluginData": "{\"allow_origin\": [\"*\"], \"allow_methods\": [\"GET\"], \"max_age\": 60}", "AttachedApis": [
        {"ServiceId": "service-ab12cd34", "ApiId": "api-1a2b3c4d", "ApiName": "a", "Environment": "release"}]}}}
      """#
    )
    #expect(found("plan-api-auth", [api, plan]) == ["plan.json 2"])
    #expect(found("plan-api-auth", [plan]) == [])
    #expect(found("cors-flag-inconsistent", [api, plugin]) == ["api.json 3"])
    #expect(found("cors-flag-inconsistent", [api]) == [])
  }

  @Test func whatTheGatewayHasWasAccepted() {
    let reply = """
      {"Response": {"Result": {"ApiEnvironmentStrategySet": [
        {"ApiId": "api-1a2b3c4d", "ApiName": "name", "Path": "/a", "Method": "GET", "EnvironmentStrategySet": []},
        {"ApiId": "api-5e6f7g8h", "ApiName": "name", "Path": "/b", "Method": "GET", "EnvironmentStrategySet": []}]}}}
      """
    #expect(found("config-operation-id-duplicate", [("apis.json", reply)]) == [])
  }
}
