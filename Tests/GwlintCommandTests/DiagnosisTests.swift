import Engine
import GatewayLog
import GatewayRouting
import Linting
import Rules
import Testing

@testable import GwlintCommand

/// Faults of a log and what in the definitions they are tied to.
@Suite struct DiagnosisTests {
  private static let orders = """
    openapi: 3.0.0
    info: {title: t, version: "1"}
    paths:
      /orders/{id}:
        get:
          operationId: getOrder
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses: {'200': {description: d}}
          x-apigw-service-timeout: 15
          x-apigw-backend: {ServiceType: MOCK, ServiceConfig: {}}
      /other:
        get:
          operationId: other
          responses: {'200': {description: d}}
          x-apigw-service-timeout: 15
          x-apigw-backend: {ServiceType: MOCK, ServiceConfig: {}}
    """

  private static let manifest = """
    gwlint: 1
    Service: {ServiceName: shop, Protocol: http&https}
    ReleasedEnvironments: [release]
    Apis: [orders.yaml]
    Plugins:
      - PluginName: web
        PluginType: Cors
        PluginData: {allow_origin: ["^https://a\\\\.cn$"], allow_methods: [], allow_credentials: true, max_age: 600}
        Attach: [{EnvironmentName: release, Apis: [other]}]
    """

  private func diagnosis(_ lines: [String]) -> Diagnosis {
    var summary = LogSummary()
    for line in lines { summary.take(line: Array(line.utf8)[...]) }
    let linter = Linter(rules: allRules)
    let inputs = [("gateway.yaml", Self.manifest), ("orders.yaml", Self.orders)].map { name, text in
      InputText(display: name, bytes: Array(text.utf8), isNamed: true)
    }
    return Diagnosis(of: summary, project: linter.project(of: inputs), findings: linter.lint(inputs).diagnostics)
  }

  private static let host = "service-abcd1234-1250000000.gz.apigw.tencentcs.com"

  private func line(_ path: String, _ status: Int, _ message: String, host: String = host) -> String {
    "[1][release][service-abcd1234][\(host)][-][\(path)][http][rsp_st:\(status)][ups_st:-]"
      + "[err_msg:\(message)][tcp_rtt:1]"
  }

  private func text(_ diagnosis: Diagnosis, _ language: Language = .en) -> String {
    DiagnosisText(diagnosis, log: "a.log", language: language, usesColor: false, isQuiet: false).text
  }

  @Test(arguments: ["/orders/7", "/release/orders/7"]) func theAPIOfTheRequestIsNamed(_ path: String) {
    let diagnosis = diagnosis([line(path, 481, "Mock config error."), line(path, 481, "Mock config error.")])
    #expect(diagnosis.faults.map(\.group.count) == [2])
    #expect(diagnosis.faults[0].isCertain)
    #expect(diagnosis.faults[0].causes.map(\.rule) == ["mock-message-missing"])
    #expect(diagnosis.faults[0].causes.map(\.identity.path) == ["/orders/{id}"])
    #expect(text(diagnosis).contains("orders.yaml:10:"))
    #expect(text(diagnosis, .zh).contains("网关错误 2 个"))
  }

  @Test func whatSeveralAPIsShareIsNoCertainCause() {
    let diagnosis = diagnosis([line("/release/other", 481, "Found no valid cors config.")])
    #expect(diagnosis.faults[0].isCertain == false)
    #expect(diagnosis.faults[0].causes.map(\.location.file) == ["gateway.yaml"])
  }

  @Test func withoutARequestAllThatMayCauseItAreNamed() {
    let diagnosis = diagnosis(["call failed with 481 Mock config error."])
    #expect(diagnosis.faults[0].isCertain == false)
    #expect(diagnosis.faults[0].causes.map(\.identity.path) == ["/orders/{id}", "/other"])
    #expect(text(diagnosis).contains("May be caused by"))
  }

  @Test func aHostThatDefinitionsDoNotKnowLeavesThePath() {
    let diagnosis = diagnosis([line("/orders/7", 481, "Mock config error.", host: "api.shop.cn")])
    #expect(diagnosis.faults[0].isCertain == false)
    #expect(diagnosis.faults[0].causes.map(\.identity.path) == ["/orders/{id}"])
  }

  @Test func aMissIsFollowedThroughTheDefinitions() {
    let diagnosis = diagnosis([line("/release/ordres/7", 404, "There is no api match uri[/ordres/7].")])
    #expect(diagnosis.faults[0].causes.isEmpty)
    #expect(diagnosis.faults[0].traces.map(\.method) == ["GET"])
    #expect(text(diagnosis).contains("gwlint trace GET 'http://\(Self.host)/release/ordres/7'"))
  }

  @Test func whatStrangersAskedForStaysOneWordOfAShell() {
    let diagnosis = diagnosis([line("/release/x'; reboot", 404, "There is no api match uri[/x].")])
    #expect(text(diagnosis).contains(##"/release/x'\''; reboot'"##))
  }

  @Test func whatDefinitionsDoNotCauseIsExplained() {
    let diagnosis = diagnosis([
      line("/release/other", 401, "HMAC id or signature missing."), line("/release/other", 418, "I am a teapot."),
    ])
    let text = text(diagnosis)
    #expect(text.contains("Nothing in the definitions is known to cause it."))
    #expect(text.contains("This message is not in the gateway's error table."))
  }
}
