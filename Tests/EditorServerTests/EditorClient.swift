import Engine
import Foundation
import Linting
import Reporting
import Rules

@testable import EditorServer

/// A client in the same process: sends messages to a session and reads its answers as Foundation reads JSON.
final class EditorClient {
  private var session: EditorSession
  private var nextId = 1

  /// - Parameters:
  ///   - capabilities: what the client says that it can, as JSON.
  ///   - options: what it says to gwlint alone, as JSON.
  init(capabilities: String = "{}", folders: [String] = [], options: String = "{}") throws {
    let content = """
      {"method": "initialize", "params": {"capabilities": \(capabilities), "initializationOptions": \(options)}}
      """
    let parameters = try IncomingMessage(Array(content.utf8)).parameters(InitializeParameters.self)
    session = EditorSession(rules: allRules, client: ClientAbilities(parameters!), folders: folders)
    _ = session.start()
  }

  /// The linter that the session uses.
  var linter: Linter { session.workspace.linter }

  /// What the session keeps a document under.
  func key(_ uri: String) -> String { session.workspace.key(ofURI: uri) }

  /// Sends a notification.
  func notify(_ method: String, _ parameters: [String: Any]) throws {
    let message = try IncomingMessage(Self.encoded(["method": method, "params": parameters]))
    _ = session.take(method, message)
  }

  /// Sends a request and returns its result.
  func request(_ method: String, _ parameters: [String: Any]) throws -> Any? {
    nextId += 1
    let content = try Self.encoded(["id": nextId, "method": method, "params": parameters])
    guard case .result(let value) = session.answer(to: method, try IncomingMessage(content)) else { return nil }
    return try Self.decoded(value)
  }

  /// The diagnostics that are due, by URI.
  func pushed() throws -> [String: [[String: Any]]] {
    var result: [String: [[String: Any]]] = [:]
    for message in session.diagnosticsToPush() {
      let parameters = try Self.decoded(message) as? [String: Any]
      result[parameters?["uri"] as? String ?? ""] = parameters?["diagnostics"] as? [[String: Any]]
    }
    return result
  }

  /// What is found in all files of the client's folders: `file line rule severity`, in order.
  func foundInWorkspace() throws -> [String] {
    let report = try request("workspace/diagnostic", ["previousResultIds": []]) as? [String: Any]
    return (report?["items"] as? [[String: Any]] ?? []).flatMap { item in
      let file = (item["uri"] as? String ?? "").split(separator: "/").last ?? ""
      return (item["items"] as? [[String: Any]] ?? []).map { diagnostic in
        let start = (diagnostic["range"] as? [String: Any])?["start"] as? [String: Any]
        let line = (start?["line"] as? Int ?? -1) + 1
        return "\(file) \(line) \(diagnostic["code"] ?? "-") \(diagnostic["severity"] ?? "-")"
      }
    }.sorted()
  }

  /// What the client offers at the `¦` in a text: the words with the texts that they write.
  func completions(_ uri: String, _ text: String) throws -> [(word: String, text: String, documentation: String)] {
    let parts = text.components(separatedBy: "¦")
    try open(uri, parts.joined())
    let lines = parts[0].components(separatedBy: "\n")
    return try offered(uri, line: lines.count - 1, character: lines.last?.utf16.count ?? 0)
  }

  /// What the client offers at a place in an open document.
  func offered(
    _ uri: String, line: Int, character: Int
  ) throws -> [(word: String, text: String, documentation: String)] {
    let position = ["line": line, "character": character]
    let items = try request("textDocument/completion", ["textDocument": ["uri": uri], "position": position])
    return (items as? [[String: Any]] ?? []).map { item in
      let edit = item["textEdit"] as? [String: Any]
      let documentation = item["documentation"] as? [String: Any]
      return (
        item["label"] as? String ?? "", edit?["newText"] as? String ?? "", documentation?["value"] as? String ?? ""
      )
    }
  }

  /// The places that a request for the `¦` in a text is answered with: `file line`, counted from 1, in order.
  func places(_ method: String, _ uri: String, _ text: String, includesDeclaration: Bool = true) throws -> [String] {
    let parts = text.components(separatedBy: "¦")
    try open(uri, parts.joined())
    let lines = parts[0].components(separatedBy: "\n")
    let places = try request(
      method,
      [
        "textDocument": ["uri": uri],
        "position": ["line": lines.count - 1, "character": lines.last?.utf16.count ?? 0],
        "context": ["includeDeclaration": includesDeclaration],
      ])
    return (places as? [[String: Any]] ?? []).map { place in
      let file = (place["uri"] as? String ?? "").split(separator: "/").last ?? ""
      let start = (place["range"] as? [String: Any])?["start"] as? [String: Any]
      return "\(file) \((start?["line"] as? Int ?? -1) + 1)"
    }.sorted()
  }

  /// The text of a hover at the `¦` in a text; empty where there is none.
  func hover(_ uri: String, _ text: String) throws -> String {
    let parts = text.components(separatedBy: "¦")
    try open(uri, parts.joined())
    let lines = parts[0].components(separatedBy: "\n")
    let hover = try request(
      "textDocument/hover",
      [
        "textDocument": ["uri": uri],
        "position": ["line": lines.count - 1, "character": lines.last?.utf16.count ?? 0],
      ])
    let contents = (hover as? [String: Any])?["contents"] as? [String: Any]
    return contents?["value"] as? String ?? ""
  }

  /// Opens a document.
  func open(_ uri: String, _ text: String, version: Int = 1) throws {
    try notify(
      "textDocument/didOpen",
      ["textDocument": ["uri": uri, "languageId": "yaml", "version": version, "text": text]])
  }

  /// Replaces a range of an open document.
  func change(_ uri: String, version: Int, from: EditingTests.Place, to: EditingTests.Place, by text: String) throws {
    let range: [String: Any] = [
      "start": ["line": from.line, "character": from.character], "end": ["line": to.line, "character": to.character],
    ]
    try notify(
      "textDocument/didChange",
      ["textDocument": ["uri": uri, "version": version], "contentChanges": [["range": range, "text": text]]])
  }

  private static func encoded(_ object: [String: Any]) throws -> [UInt8] {
    Array(try JSONSerialization.data(withJSONObject: object))
  }

  private static func decoded(_ value: JSONValue) throws -> Any {
    var writer = JSONWriter()
    value.write(to: &writer)
    return try JSONSerialization.jsonObject(with: Data(writer.bytes), options: [.fragmentsAllowed])
  }
}
