/// What the server answers to `initialize`.
enum ServerAbilities {
  static func json(for client: ClientAbilities, version: String) -> JSONValue {
    var members: [(String, JSONValue?)] = [
      ("positionEncoding", .string(client.encoding.rawValue)),
      (
        "textDocumentSync",
        .object(["openClose": .bool(true), "change": .int(2), "save": .object(["includeText": .bool(false)])])
      ),
      (
        "codeActionProvider",
        client.takesCodeActionLiterals
          ? .object([
            "codeActionKinds": .array([.string("quickfix"), .string("source.fixAll.gwlint")]),
            "resolveProvider": .bool(client.resolvesCodeActions),
          ]) : nil
      ),
      (
        "completionProvider",
        .object(["triggerCharacters": .array([" ", ":", "-", "\"", ",", "{", "["].map { .string($0) })])
      ),
      ("hoverProvider", .bool(true)),
      ("codeLensProvider", .object(["resolveProvider": .bool(false)])),
      ("definitionProvider", .bool(true)),
      ("referencesProvider", .bool(true)),
      ("documentSymbolProvider", .bool(true)),
      (
        "workspace",
        .object(["workspaceFolders": .object(["supported": .bool(true), "changeNotifications": .bool(true)])])
      ),
    ]
    if client.pullsDiagnostics {
      members.append(
        (
          "diagnosticProvider",
          .object([
            "identifier": .string("gwlint"), "interFileDependencies": .bool(true), "workspaceDiagnostics": .bool(true),
          ])
        ))
    }
    return .object([
      "capabilities": .members(members),
      "serverInfo": .object(["name": .string("gwlint"), "version": .string(version)]),
    ])
  }
}
