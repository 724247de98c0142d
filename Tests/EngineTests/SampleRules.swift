import Engine
import GatewayModel
import Linting

/// Rules that speak of every API, so that tests see what the engine does with findings.
enum SampleRules {
  static let limit = RuleOption(
    name: "limit", summary: Text(en: "APIs allowed", zh: "允许的 API 数"), standard: 100, range: 1...1000)

  static let all: [Rule] = [
    rule("route-loud", .route, .error) { api, findings in findings.report(at: .part(api.id), both("loud")) },
    rule("route-quiet", .route, .warning, aliases: ["route-old-name"]) { api, findings in
      // As rules do whose finding is only inferred in some dialects.
      findings.report(at: .part(api.id), both("quiet"), severity: .hint)
    },
    Rule(
      id: "config-too-many", family: .config, severity: .warning, confidence: [.official], summary: both("many"),
      explanation: both("many"), runtime: both("many"), evidence: both("many"), options: [limit], examples: [],
      checks: [
        .service { service, project, findings in
          let apis = project.parts(.api, of: service)
          guard apis.count > findings.value(of: limit) else { return }
          findings.report(at: .part(apis[0].id), both("many"), subject: apis[0].id)
        }
      ]),
    event("config-suppression-unknown", .unknownSuppression),
    event("config-suppression-unused", .unusedSuppression),
    event("config-suppression-expired", .expiredSuppression),
    event("yaml-syntax", .syntaxProblem, .yaml, .error),
    event("file-not-recognised", .notRecognised, .file),
  ]

  static func both(_ text: String) -> Text { Text(en: text, zh: text) }

  static func rule(
    _ id: String, _ family: Family, _ severity: Severity, aliases: [String] = [],
    _ check: @escaping @Sendable (Part, inout Findings) -> Void
  ) -> Rule {
    Rule(
      id: id, family: family, severity: severity, confidence: [.official], summary: both(id), explanation: both(id),
      runtime: both(id), evidence: both(id), aliases: aliases, examples: [], checks: [.part(.api, check)])
  }

  static func event(_ id: String, _ event: EngineEvent, _ family: Family = .config, _ severity: Severity = .warning)
    -> Rule
  {
    Rule(
      id: id, family: family, severity: severity, confidence: [.official], summary: both(id), explanation: both(id),
      runtime: both(id), evidence: both(id), examples: [], checks: [.engine(event)])
  }

  /// An OpenAPI document with some operations, each a path and the operation id.
  static func document(_ operations: [(path: String, id: String)]) -> String {
    var text = "openapi: 3.0.0\ninfo: {title: t, version: \"1\"}\npaths:\n"
    for operation in operations {
      text += "  \(operation.path):\n    get:\n      operationId: \(operation.id)\n"
      text += "      x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}\n"
    }
    return text
  }
}
