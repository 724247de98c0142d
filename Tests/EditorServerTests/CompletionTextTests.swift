import Foundation
import Testing

/// What a completion writes, for clients with stops in snippets and for those that take plain text.
@Suite struct CompletionTextTests {
  private static let head = "openapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths:\n  /m:\n    get:\n"
  private static let snippets = #"{"textDocument": {"completion": {"completionItem": {"snippetSupport": true}}}}"#

  private func written(
    _ text: String, _ label: String, _ uri: String = "file:///t/a.yaml", capabilities: String = "{}"
  ) throws -> String? {
    try EditorClient(capabilities: capabilities).completions(uri, text).first { $0.word == label }?.text
  }

  @Test func keyOpensItsMappingOrList() throws {
    let text = Self.head + "      x-¦\n"
    #expect(try written(text, "x-apigw-backend", capabilities: Self.snippets) == "x-apigw-backend:\n  $0")
    #expect(try written(text, "x-apigw-cors", capabilities: Self.snippets) == "x-apigw-cors: ")
    let list = "gwlint: 1\n¦\n"
    #expect(try written(list, "Plugins", capabilities: Self.snippets) == "Plugins:\n  - $0")
    let backend = Self.head + "      x-apigw-backend: {ServiceType: HTTP, S¦}\n"
    #expect(try written(backend, "ServiceConfig", capabilities: Self.snippets) == "ServiceConfig: {$0\\}")
    let asIs = """
      {"textDocument": {"completion": {"completionItem": {"snippetSupport": true,
      "insertTextModeSupport": {"valueSet": [1]}}}}}
      """
    #expect(try written(text, "x-apigw-backend", capabilities: asIs) == "x-apigw-backend:\n        $0")
  }

  @Test func chosenBackEndBringsWhatItNeeds() throws {
    let text = Self.head + "      x-apigw-backend:\n        ServiceType: ¦\n"
    #expect(
      try written(text, "HTTP …", capabilities: Self.snippets)
        == "HTTP\nServiceConfig:\n  Url: ${1}\n  Path: ${2:/}\n  Method: ${3|GET,POST,PUT,DELETE|}")
    #expect(
      try written(text, "HTTP …")
        == "HTTP\n        ServiceConfig:\n          Url: \n          Path: /\n          Method: GET")
    let inBraces = Self.head + "      x-apigw-backend: {ServiceType: ¦}\n"
    #expect(try written(inBraces, "HTTP …") == "HTTP, ServiceConfig: {Url: , Path: /, Method: GET}")
    let json = #"{"openapi": "3.0.0", "paths": {"/m": {"get": {"x-apigw-backend": {"ServiceType": "¦"}}}}}"#
    #expect(
      try written(json, "MOCK …", "file:///t/a.json", capabilities: Self.snippets)
        == #""MOCK", "ServiceMockReturnMessage": "${1}""#)
    let inList = "component: apigateway\nname: x\ninputs:\n  endpoints:\n    - serviceType: ¦\n"
    #expect(
      try written(inList, "HTTP …", capabilities: Self.snippets)
        == "HTTP\n  serviceConfig:\n    url: ${1}\n    path: ${2:/}\n    method: ${3|GET,POST,PUT,DELETE|}")
    let written = Self.head + "      x-apigw-backend:\n        ServiceType: ¦\n        ServiceConfig: {}\n"
    #expect(try self.written(written, "HTTP …") == nil, "it has what it needs")
    #expect(try self.written(Self.head + "      x-apigw-backend:\n        ServiceType: ¦ # why\n", "HTTP …") == nil)
  }

  @Test func backEndThatIsChosenAlreadyIsFilled() throws {
    let text = Self.head + "      x-apigw-backend:\n        ServiceType: COS\n        ¦\n"
    let expected = """
      ServiceConfig:
                Path: /
                CosConfig:
                  Action: GetObject
                  BucketName:\u{20}
      """
    #expect(try written(text, "ServiceConfig …") == expected)
    let tsf = Self.head + "      x-apigw-backend: {ServiceType: TSF, ¦}\n"
    #expect(
      try written(tsf, "MicroServices …") == "MicroServices: [{ClusterId: , NamespaceId: , MicroServiceName: }]")
  }

  /// What is written makes a back end that lacks nothing, as the rules see it.
  @Test(arguments: ["HTTP", "WEBSOCKET", "MOCK", "SCF", "TSF", "COS"])
  func filledBackEndIsWhole(_ type: String) throws {
    let client = try EditorClient()
    let text = Self.head + "      operationId: m\n      x-apigw-backend:\n        ServiceType: ¦\n"
    let item = try #require(try client.completions("file:///t/a.yaml", text).first { $0.word == type + " …" })
    let values = [
      "Url": "http://a.shop.cn", "ServiceMockReturnMessage": "ok", "ServiceScfFunctionName": "f",
      "ClusterId": "cluster-a", "NamespaceId": "namespace-a", "MicroServiceName": "m", "BucketName": "b-1",
    ]
    let filled = item.text.split(separator: "\n").map { line in
      let key = line.drop { $0 == " " || $0 == "-" }.prefix { $0 != ":" }
      return line.hasSuffix(": ") ? line + (values[String(key)] ?? "?") : line
    }.joined(separator: "\n")
    try client.open("file:///t/b.yaml", text.replacing("¦", with: filled))
    let codes = try client.pushed()["file:///t/b.yaml"]?.compactMap { $0["code"] as? String } ?? []
    // Where requests name the microservice is no field of the back end.
    let missing = codes.filter { $0 != "tsf-location-missing" }
      .filter { $0.hasSuffix("-missing") || $0.hasSuffix("-incomplete") || $0.hasPrefix("yaml-") }
    #expect(missing.isEmpty, "\(filled)")
  }
}
