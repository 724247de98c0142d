import Foundation
import Testing

@testable import EditorServer

@Suite struct SuppressionActionTests {
  private static let text = """
    openapi: 3.0.0
    info: {title: t, version: "1"}
    paths:
      /m:
        get:
          operationId: m
          x-apigw-backend: {ServiceType: MOCK, MockReturnHttpStatusCode: 200}

    """

  private func actions(_ client: EditorClient, _ uri: String) throws -> [[String: Any]] {
    let start: [String: Any] = ["line": 0, "character": 0]
    let end: [String: Any] = ["line": 99, "character": 0]
    let actions = try client.request(
      "textDocument/codeAction",
      ["textDocument": ["uri": uri], "range": ["start": start, "end": end], "context": ["diagnostics": []]])
    return (actions as? [[String: Any]] ?? []).filter { ($0["title"] as? String)?.hasPrefix("Suppress") == true }
  }

  @Test func commentIsWrittenWhenTheActionIsChosen() throws {
    let capabilities = """
      {"textDocument": {"codeAction": {"codeActionLiteralSupport": {}, "dataSupport": true,
      "resolveSupport": {"properties": ["edit"]}}}}
      """
    let client = try EditorClient(capabilities: capabilities)
    try client.open("file:///t/a.yaml", Self.text)
    let offered = try actions(client, "file:///t/a.yaml")
    let action = try #require(offered.first { $0["title"] as? String == "Suppress mock-message-missing here" })
    #expect(action["edit"] == nil)
    let resolved = try client.request("codeAction/resolve", action) as? [String: Any]
    let changes = (resolved?["edit"] as? [String: Any])?["changes"] as? [String: [[String: Any]]]
    let edit = try #require(changes?["file:///t/a.yaml"]?.first)
    let start = (edit["range"] as? [String: Any])?["start"] as? [String: Int]
    let place = try #require(start)
    var lines = Self.text.components(separatedBy: "\n")
    let line = lines[place["line"]!]
    let index = String.Index(utf16Offset: place["character"]!, in: line)
    lines[place["line"]!] = line[..<index] + (edit["newText"] as? String ?? "") + line[index...]
    let written = lines.joined(separator: "\n")
    #expect(written.contains("# gwlint:disable-next-line mock-message-missing -- \n"))
    try client.open("file:///t/a.yaml", written)
    let codes = try client.pushed()["file:///t/a.yaml"]?.compactMap { $0["code"] as? String } ?? []
    #expect(!codes.contains("mock-message-missing"))
    #expect(!codes.contains { $0.hasPrefix("config-suppression") })
  }

  @Test func jsonHasNoComments() throws {
    let client = try EditorClient()
    let json = """
      {"openapi": "3.0.0", "paths": {"/m": {"get": {"operationId": "m", "x-apigw-backend": {"ServiceType": "MOCK"}}}}}
      """
    try client.open("file:///t/a.json", json)
    #expect(try client.pushed()["file:///t/a.json"]?.isEmpty == false)
    #expect(try actions(client, "file:///t/a.json").isEmpty)
  }
}
