import Foundation
import Glibc
import Testing
import TestSupport

/// Random conversations with the whole server, of clients of every kind.
@Suite struct SessionMachineTests {
  /// A client that knows of each request how often it was answered, and what it was told of each file.
  private final class Client {
    let server = WiredServer()
    let project: ServedProject
    let encoding: String
    let pulls: Bool
    var random: SeededGenerator
    var pending: [[String: Any]] = []
    var answers: [Int: Int] = [:]
    var cancelled: Set<Int> = []
    var results: [Int: Any] = [:]
    var errors: [Int: Int] = [:]
    /// Findings by file, as they were last told.
    var shown: [String: [[String: Any]]] = [:]
    var versions: [String: Int] = [:]
    private var nextId = 1

    init(seed: UInt64) throws {
      random = SeededGenerator(seed)
      project = try ServedProject()
      encoding = random.pick(["utf-8", "utf-16", "utf-32"])
      pulls = random.oneIn(2)
      var text: [String: Any] = [
        "completion": ["completionItem": ["snippetSupport": random.oneIn(2)]],
        "documentSymbol": ["hierarchicalDocumentSymbolSupport": random.oneIn(2)],
        "codeAction": [
          "codeActionLiteralSupport": [String: Any](), "dataSupport": random.oneIn(2),
          "resolveSupport": ["properties": ["edit"]],
        ],
        "publishDiagnostics": ["relatedInformation": random.oneIn(2)],
      ]
      if pulls { text["diagnostic"] = [String: Any]() }
      let refreshes = random.oneIn(2)
      let folders: [String: Any] =
        random.oneIn(2)
        ? ["rootUri": project.uri("")] : ["workspaceFolders": [["uri": project.uri(""), "name": "t"]]]
      let capabilities: [String: Any] = [
        "general": ["positionEncodings": [encoding]], "textDocument": text,
        "workspace": [
          "diagnostics": ["refreshSupport": refreshes], "codeLens": ["refreshSupport": refreshes],
          "didChangeWatchedFiles": ["dynamicRegistration": random.oneIn(2)],
          "workspaceEdit": ["documentChanges": random.oneIn(2)],
        ],
      ]
      let id = ask("initialize", folders.merging(["capabilities": capabilities]) { $1 })
      try settle()
      let result = results[id] as? [String: Any]
      let chosen = (result?["capabilities"] as? [String: Any])?["positionEncoding"] as? String
      #expect(chosen == encoding)
      tell("initialized", [:])
    }

    func tell(_ method: String, _ parameters: [String: Any]) {
      pending.append(["method": method, "params": parameters])
    }

    @discardableResult func ask(_ method: String, _ parameters: [String: Any]) -> Int {
      nextId += 1
      pending.append(["id": nextId, "method": method, "params": parameters])
      answers[nextId] = 0
      return nextId
    }

    /// Sends all, and takes what comes until everything is answered.
    func settle() throws {
      let last = ask("gwlint/last", [:])
      try server.send(pending)
      pending = []
      while answers[last] == 0 {
        guard let message = try server.receive() else {
          Issue.record("the server ended")
          return
        }
        take(message)
      }
    }

    private func take(_ message: [String: Any]) {
      guard let method = message["method"] as? String else {
        guard let id = message["id"] as? Int else {
          Issue.record("an answer to nothing: \(message)")
          return
        }
        answers[id, default: 0] += 1
        results[id] = message["result"]
        errors[id] = (message["error"] as? [String: Any])?["code"] as? Int
        return
      }
      if let id = message["id"] { pending.append(["id": id, "result": [String: Any]()]) }
      let parameters = message["params"] as? [String: Any]
      if method == "textDocument/publishDiagnostics" {
        let name = project.name(ofURI: parameters?["uri"] as? String ?? "")
        shown[name] = parameters?["diagnostics"] as? [[String: Any]]
      }
    }
  }

  @Test(arguments: 0..<6) func everyRequestIsAnsweredOnceAndFindingsAreThoseOfARun(_ seed: UInt64) throws {
    let client = try Client(seed: seed)
    for step in 0..<8 {
      for _ in 0..<Int.random(in: 1...6, using: &client.random) { try act(client) }
      var whole = 0
      if client.pulls { whole = client.ask("workspace/diagnostic", ["previousResultIds": []]) }
      try client.settle()
      #expect(client.answers.allSatisfy { $0.value == 1 }, "seed \(seed), step \(step)")
      for (id, code) in client.errors {
        let isExpected =
          code == -32601 || (code == -32800 && client.cancelled.contains(id))
        #expect(isExpected, "seed \(seed), step \(step): \(id) failed by \(code)")
      }
      client.errors = [:]
      let found = try client.project.found()
      if client.pulls {
        let report = client.results[whole] as? [String: Any]
        let told = offsets(
          client,
          (report?["items"] as? [[String: Any]] ?? []).map { item in
            (client.project.name(ofURI: item["uri"] as? String ?? ""), item["items"] as? [[String: Any]] ?? [])
          })
        #expect(told == found, "seed \(seed), step \(step)")
      } else {
        let ofOpen = found.filter { line in client.project.open.keys.contains { line.hasPrefix($0 + " ") } }
        // The server tells what is due when it has nothing else to do.
        for _ in 0..<200 where offsets(client, client.shown.map { ($0.key, $0.value) }) != ofOpen {
          usleep(1000)
          try client.settle()
        }
        #expect(offsets(client, client.shown.map { ($0.key, $0.value) }) == ofOpen, "seed \(seed), step \(step)")
      }
      (client.answers, client.results) = ([:], [:])
    }
    client.ask("shutdown", [:])
    try client.server.send(client.pending + [["method": "exit"]])
    #expect(client.server.end() == 0)
  }

  /// Findings with the offsets that their positions mean, counted by the text itself. Those of configurations have no
  /// counterpart among the findings of a run.
  private func offsets(_ client: Client, _ told: [(name: String, items: [[String: Any]])]) -> [String] {
    told.filter { $0.name != ".gwlint.yml" }.flatMap { name, items in
      let text = client.project.open[name] ?? client.project.disk[name] ?? ""
      return items.map { item in
        let start = (item["range"] as? [String: Any])?["start"] as? [String: Int] ?? [:]
        let offset = Self.positions(in: text, client.encoding).firstIndex {
          $0.line == start["line"] && $0.character == start["character"]
        }
        let index = offset.map { Self.positions(in: text, client.encoding)[$0].byte }
        return "\(name) \(index ?? -1) \(item["code"] ?? "-") \(item["severity"] ?? "-")"
      }
    }.sorted()
  }

  private static func positions(
    in text: String, _ encoding: String
  ) -> [(line: Int, character: Int, byte: Int, index: String.UnicodeScalarIndex)] {
    var result: [(line: Int, character: Int, byte: Int, index: String.UnicodeScalarIndex)] = []
    var (line, character, byte) = (0, 0, 0)
    for index in text.unicodeScalars.indices {
      result.append((line, character, byte, index))
      let scalar = String(text.unicodeScalars[index])
      byte += scalar.utf8.count
      switch encoding {
      case _ where scalar == "\n": (line, character) = (line + 1, 0)
      case "utf-8": character += scalar.utf8.count
      case "utf-16": character += scalar.utf16.count
      default: character += 1
      }
    }
    result.append((line, character, byte, text.unicodeScalars.endIndex))
    return result
  }

  // MARK: Acts

  private func act(_ client: Client) throws {
    let name = client.random.pick(ServedProject.names)
    let id = String(
      repeating: client.random.pick(["a", "b", "é"]), count: Int.random(in: 1...3, using: &client.random))
    switch Int.random(in: 0..<10, using: &client.random) {
    case 0, 1: client.project.open[name] == nil ? open(client, name, id) : edit(client, name)
    case 2, 3: edit(client, client.random.pick(Array(client.project.open.keys.sorted()) + [name]))
    case 4: close(client, name)
    case 5: try save(client, name)
    case 6: try change(client, name, id)
    case 7: cancel(client)
    default: request(client, name)
    }
  }

  private func open(_ client: Client, _ name: String, _ id: String) {
    let text = client.random.oneIn(2) ? client.project.disk[name] ?? "" : ServedProject.text(of: name, id)
    client.project.open[name] = text
    client.versions[name] = 1
    client.tell(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": client.project.uri(name), "languageId": name.hasSuffix("json") ? "json" : "yaml", "version": 1,
          "text": text,
        ]
      ])
  }

  private static let pieces = [
    "", "\n", "  ", "# 网关\n", "😀", ": ", "{", "}", "'", "ServiceMockReturnMessage: ok, ", "x-apigw-cors: true\n",
    "# gwlint:disable config-wrong-type\n", "\r\n",
  ]

  private func edit(_ client: Client, _ name: String) {
    guard var text = client.project.open[name] else { return }
    var changes: [[String: Any]] = []
    for _ in 0..<Int.random(in: 1...3, using: &client.random) {
      let piece = client.random.pick(Self.pieces)
      if client.random.oneIn(10) {
        text = ServedProject.text(of: name, "z")
        changes.append(["text": text])
        continue
      }
      let places = Self.positions(in: text, client.encoding)
      let first = Int.random(in: 0..<places.count, using: &client.random)
      let last = min(places.count - 1, first + Int.random(in: 0..<5, using: &client.random))
      // A line end of two characters is not cut in two: no client can name the place between them.
      guard !Self.isInsideLineEnd(text, places[first].index), !Self.isInsideLineEnd(text, places[last].index) else {
        continue
      }
      func position(_ number: Int) -> [String: Int] {
        ["line": places[number].line, "character": places[number].character]
      }
      changes.append(["range": ["start": position(first), "end": position(last)], "text": piece])
      text =
        String(text.unicodeScalars[..<places[first].index]) + piece
        + String(text.unicodeScalars[places[last].index...])
    }
    client.project.open[name] = text
    client.versions[name, default: 0] += 1
    client.tell(
      "textDocument/didChange",
      [
        "textDocument": ["uri": client.project.uri(name), "version": client.versions[name]!],
        "contentChanges": changes,
      ])
  }

  private static func isInsideLineEnd(_ text: String, _ index: String.UnicodeScalarIndex) -> Bool {
    let scalars = text.unicodeScalars
    guard index > scalars.startIndex, index < scalars.endIndex else { return false }
    return scalars[index] == "\n" && scalars[scalars.index(before: index)] == "\r"
  }

  private func close(_ client: Client, _ name: String) {
    guard client.project.open.removeValue(forKey: name) != nil else { return }
    client.versions[name] = nil
    client.tell("textDocument/didClose", ["textDocument": ["uri": client.project.uri(name)]])
  }

  private func save(_ client: Client, _ name: String) throws {
    guard let text = client.project.open[name] else { return }
    let type = try client.project.write(text, to: name)
    client.tell("textDocument/didSave", ["textDocument": ["uri": client.project.uri(name)]])
    notify(client, [(name, type)])
  }

  /// Changes, makes, deletes or renames a file behind the editor's back.
  private func change(_ client: Client, _ name: String, _ id: String) throws {
    let text = client.project.disk[name]
    if let text, client.random.oneIn(2) {
      var changes = [(name, try client.project.write(nil, to: name))]
      if client.random.oneIn(2), name.hasPrefix("apis/") {
        let other = client.random.pick(["apis/a.yaml", "apis/b.yaml"])
        changes.append((other, try client.project.write(text, to: other)))
      }
      notify(client, changes)
    } else {
      notify(client, [(name, try client.project.write(ServedProject.text(of: name, id), to: name))])
    }
  }

  private func notify(_ client: Client, _ changes: [(name: String, type: Int)]) {
    client.tell(
      "workspace/didChangeWatchedFiles",
      ["changes": changes.map { ["uri": client.project.uri($0.name), "type": $0.type] as [String: Any] }])
  }

  private func cancel(_ client: Client) {
    let asked = client.pending.compactMap { $0["method"] == nil ? nil : $0["id"] as? Int }
    let id = asked.isEmpty || client.random.oneIn(5) ? 1 : client.random.pick(asked)
    client.cancelled.insert(id)
    client.tell("$/cancelRequest", ["id": id])
  }

  private func request(_ client: Client, _ name: String) {
    let document = ["uri": client.project.uri(name)]
    let places = Self.positions(in: client.project.open[name] ?? "x", client.encoding)
    let place = client.random.pick(places)
    let position = ["line": place.line, "character": place.character]
    let whole = ["start": ["line": 0, "character": 0], "end": ["line": 99, "character": 0]]
    switch Int.random(in: 0..<12, using: &client.random) {
    case 0, 1: client.ask("textDocument/completion", ["textDocument": document, "position": position])
    case 2: client.ask("textDocument/hover", ["textDocument": document, "position": position])
    case 3: client.ask("textDocument/definition", ["textDocument": document, "position": position])
    case 4:
      client.ask(
        "textDocument/references",
        ["textDocument": document, "position": position, "context": ["includeDeclaration": true]])
    case 5: client.ask("textDocument/codeLens", ["textDocument": document])
    case 6: client.ask("textDocument/documentSymbol", ["textDocument": document])
    case 7:
      client.ask(
        "textDocument/codeAction",
        ["textDocument": document, "range": whole, "context": ["diagnostics": [Any]()]])
    case 8: client.ask("textDocument/diagnostic", ["textDocument": document, "previousResultId": "1"])
    case 9:
      client.ask(
        "codeAction/resolve",
        [
          "title": "t", "kind": "quickfix",
          "data": ["uri": document["uri"]!, "version": client.versions[name] ?? 0, "action": "fixAll"],
        ])
    case 10: client.ask("workspace/diagnostic", ["previousResultIds": [Any]()])
    default: client.ask("textDocument/rename", ["textDocument": document, "position": position, "newName": "x"])
    }
  }
}
