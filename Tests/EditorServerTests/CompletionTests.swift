import Testing
import TestSupport

@testable import EditorServer

@Suite struct CompletionTests {
  private static let head = "openapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths:\n  /m:\n    get:\n"

  private func words(_ text: String, _ uri: String = "file:///t/a.yaml", options: String = "{}") throws -> [String] {
    try EditorClient(options: options).completions(uri, text).map(\.word)
  }

  private func written(_ text: String, _ word: String, _ uri: String = "file:///t/a.yaml") throws -> String? {
    try EditorClient().completions(uri, text).first { $0.word == word }?.text
  }

  // MARK: Keys

  @Test func keysAreThoseOfTheMappingAround() throws {
    let operation = try words(Self.head + "      operationId: m\n      x-apigw-¦\n")
    #expect(operation.contains("x-apigw-backend"))
    #expect(!operation.contains("ServiceType"))
    #expect(!operation.contains("operationId"), "it is written already")
    let backend = try words(Self.head + "      x-apigw-backend:\n        ServiceType: MOCK\n        ¦\n")
    #expect(backend.contains("ServiceMockReturnMessage"))
    #expect(!backend.contains("ServiceType"))
    let inBraces = try words(Self.head + "      x-apigw-backend: {ServiceType: MOCK, Se¦}\n")
    #expect(inBraces.contains("ServiceMockReturnMessage"))
  }

  /// Braces and brackets over several lines, closed or not yet.
  @Test(arguments: [
    "      x-apigw-backend: {\n        ServiceType: MOCK,\n        ¦\n      }\n",
    "      x-apigw-backend: {\n        ServiceType: MOCK, # one # two {\n        Se¦",
    "      x-apigw-backend: {\n        ¦\n        ServiceType: MOCK }\n      operationId: m\n",
    "      x-apigw-backend:\n        {\n          \"ServiceType\": \"MOCK\",\n          \"¦\"\n        }\n",
    "      tags: [a,\n        b]\n      x-apigw-backend: {ServiceConfig: {\n          Url: 'x{'\n        },\n        ¦}\n",
  ])
  func mappingInBracesOverLines(_ text: String) throws {
    let offered = try words(Self.head + text)
    #expect(offered.contains("ServiceMockReturnMessage"))
    #expect(!offered.contains("x-apigw-cors"))
    #expect(offered.contains("ServiceType") == !text.contains("ServiceType"))
    #expect(!offered.contains("operationId"))
  }

  @Test func braceThatIsNeverClosedEndsWhereLinesAreNoDeeper() throws {
    let offered = try words(Self.head + "      x-apigw-backend: {ServiceType: MOCK\n      x-¦\n")
    #expect(offered.contains("x-apigw-cors"))
    #expect(!offered.contains("ServiceMockReturnMessage"))
    let text = Self.head + "      description: |\n        a: {\n      x-¦\n"
    #expect(try words(text).contains("x-apigw-cors"))
  }

  @Test func commaThatIsNotWrittenYetSeparatesEntries() throws {
    let json =
      #"{"openapi": "3.0.0", "paths": {"/m": {"get": {"operationId": "m"§  "x-apigw-backend": {"ServiceType": "MOCK"§"¦"#
    #expect(
      try words(json.replacing("§", with: "\n"), "file:///t/a.json").contains("ServiceMockReturnMessage"))
  }

  @Test func keysOfTheChosenBackEndComeFirst() throws {
    let function = Self.head + "      x-apigw-backend:\n        ServiceType: SCF\n        ¦\n"
    #expect(try words(function).prefix(2) == ["ServiceScfFunctionName …", "ServiceScfFunctionName"])
    #expect(try words(function.replacing("SCF", with: "mock")).first == "ServiceMockReturnMessage")
  }

  @Test func deepDocumentIsAnswered() throws {
    let lines = (0..<1500).map { String(repeating: " ", count: $0) + "a:" }
    #expect(
      try words("gwlint: 1\n" + lines.joined(separator: "\n") + "\n" + String(repeating: " ", count: 1500) + "¦")
        .isEmpty)
  }

  @Test func keysBelowTheCursorAreNotOfferedAgain() throws {
    let offered = try words(Self.head + "      ¦\n      operationId: m\n      x-apigw-cors: true\n")
    #expect(offered.contains("x-apigw-backend"))
    #expect(!offered.contains("x-apigw-cors"))
  }

  @Test func keysAreWrittenWithTheirColon() throws {
    #expect(try written(Self.head + "      x-¦", "x-apigw-cors") == "x-apigw-cors: ")
    #expect(try written(Self.head + "      x-¦", "x-apigw-backend") == "x-apigw-backend:")
    #expect(try written(Self.head + "      x-¦: true\n", "x-apigw-cors") == "x-apigw-cors")
  }

  @Test func variantsOfAPluginDecideItsKeys() throws {
    let text = "gwlint: 1\nPlugins:\n  - PluginName: p\n    PluginType: Cors\n    PluginData:\n      ¦\n"
    #expect(try words(text).contains("allow_origin"))
    #expect(try words("gwlint: 1\nPlugins:\n- PluginName: p\n  ¦\n").contains("PluginType"))
    #expect(try words("gwlint: 1\nPlugins:\n- ¦\n").contains("PluginName"))
  }

  // MARK: Values

  @Test func valuesAreThoseOfTheKey() throws {
    #expect(try words(Self.head + "      x-apigw-backend:\n        ServiceType: ¦\n").contains("MOCK"))
    #expect(try written(Self.head + "      x-apigw-backend:\n        ServiceType:¦\n", "MOCK") == " MOCK")
    #expect(try words(Self.head + "      x-apigw-backend: {ServiceType: M¦}\n").contains("MOCK"))
    #expect(try words(Self.head + "      x-apigw-cors: ¦\n") == ["true", "false"])
    #expect(try words(Self.head + "      parameters:\n        - name: a\n          in: ¦\n").contains("header"))
    #expect(try words("gwlint: 1\nReleasedEnvironments:\n  - ¦\n") == ["release", "prepub", "test"])
    #expect(try words("gwlint: 1\nReleasedEnvironments: [release, ¦]\n") == ["release", "prepub", "test"])
  }

  @Test func jsonIsCompletedAsJSON() throws {
    let text = #"{"openapi": "3.0.0", "paths": {"/m": {"get": {"operationId": "m", "x-apigw-backend": {¦"#
    #expect(try written(text, "ServiceType", "file:///t/a.json") == #""ServiceType": "#)
    #expect(try written(text.replacing("¦", with: "\"ServiceType\": ¦"), "MOCK", "file:///t/a.json") == "\"MOCK\"")
    let value = #"{"openapi": "3.0.0", "paths": {"/m": {"get": {"x-apigw-backend": {"ServiceType": "¦"}}}}}"#
    #expect(try written(value, "MOCK", "file:///t/a.json") == "MOCK")
  }

  @Test func namesAreThoseOfTheProject() throws {
    let manifest = """
      gwlint: 1
      Apis:
        - ApiName: getOrder
          RequestConfig: {Path: "/orders/{id}", Method: GET}
      ApiKeys:
        - SecretName: partner
      UsagePlans:
        - UsagePlanName: basic
          SecretNames:
            - ¦
      Plugins:
        - PluginName: p
          PluginType: Cors
          Attach:
            - EnvironmentName: release
              Apis: [§]

      """
    let apis = manifest.replacing("¦", with: "partner").replacing("§", with: "¦")
    #expect(try words(apis) == ["getOrder"])
    #expect(try words(manifest.replacing("§", with: "getOrder")) == ["partner"])
  }

  /// While a document does not parse, the names that it defined before are offered.
  @Test func namesSurviveABrokenText() throws {
    let client = try EditorClient()
    let uri = "file:///t/gateway.yaml"
    let text = "gwlint: 1\nApis:\n  - ApiName: getOrder\n    RequestConfig: {Path: /o, Method: GET}\nPlugins:\n"
    #expect(try client.completions(uri, text + "  - {Attach: [{Apis: [¦]}]}\n").map(\.word) == ["getOrder"])
    try client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": uri, "version": 2],
        "contentChanges": [["text": text + "  - {Attach: [{Apis: ["]],
      ])
    #expect(try client.offered(uri, line: 5, character: 22).map(\.word) == ["getOrder"])
  }

  @Test func documentationIsInTheClientsLanguage() throws {
    let text = Self.head + "      x-apigw-backend:\n        ServiceType: ¦\n"
    let chinese = try EditorClient(options: #"{"lang": "zh-CN"}"#).completions("file:///t/a.yaml", text)
    #expect(chinese.first { $0.word == "MOCK" }?.documentation == "固定返回内容")
    let english = try EditorClient().completions("file:///t/a.yaml", text)
    #expect(english.first { $0.word == "MOCK" }?.documentation == "a fixed answer")
  }

  @Test func nothingIsOfferedInTextsAndComments() throws {
    #expect(try words(Self.head + "      description: |\n        some ¦\n").isEmpty)
    #expect(try words(Self.head + "      # some ¦\n").isEmpty)
    #expect(try words("apiVersion: v1\nkind: Pod\n¦").isEmpty)
  }

  // MARK: Rules

  @Test func suppressionsTakeFormsAndRules() throws {
    #expect(try words(Self.head + "      # gwlint:¦\n").contains("disable-next-line"))
    let rules = try words(Self.head + "      # gwlint:disable-next-line route-dead, mock¦\n")
    #expect(rules.contains("mock-message-missing"))
    #expect(try words(Self.head + "      # gwlint:disable-next-line mock-message-missing -- sin¦\n").isEmpty)
  }

  @Test func configurationsTakeTheirKeysRulesAndLevels() throws {
    let uri = "file:///t/.gwlint.yml"
    #expect(try words("¦", uri).contains("fail-on"))
    #expect(try words("rules:\n  mock¦\n", uri).contains("mock-message-missing"))
    #expect(try written("rules:\n  mock¦\n", "mock-message-missing", uri) == "mock-message-missing: ")
    #expect(try words("rules:\n  mock-message-missing: ¦\n", uri).contains("off"))
    #expect(try words("select: [¦]\n", uri).contains("route-*"))
    #expect(try written("ignore:\n  - ¦\n", "mock-*", uri) == "mock-*")
    #expect(try words("overrides:\n  - ¦\n", uri) == ["files", "apis", "rules"])
    #expect(try words("lang: ¦\n", uri) == ["en", "zh"])
  }

  /// A cursor anywhere in broken text is answered.
  @Test(arguments: 0..<8) func anyTextIsAnswered(_ seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let pieces = [
      "openapi: 3\n", "- ", "{", "}", "[", "\"", "'", ":", " ", "\n", "a", "#", "|", ",", "网", "gwlint:", "\t", "\r\n",
    ]
    let client = try EditorClient()
    for _ in 0..<200 {
      let before = (0..<Int.random(in: 0..<12, using: &random)).map { _ in pieces.randomElement(using: &random)! }
      let after = (0..<Int.random(in: 0..<4, using: &random)).map { _ in pieces.randomElement(using: &random)! }
      let uri = ["file:///t/a.yaml", "file:///t/.gwlint.yml", "file:///t/a.json"].randomElement(using: &random)!
      _ = try client.completions(uri, before.joined() + "¦" + after.joined())
    }
  }
}
