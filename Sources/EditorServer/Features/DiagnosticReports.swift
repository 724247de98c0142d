import Engine
import GatewayModel
import Linting
import SourceText

extension EditorSession {
  // MARK: Pushed

  /// The parameters of `publishDiagnostics` for every open document whose diagnostics changed, and for those that were
  /// closed. Nothing for a client that asks itself.
  mutating func diagnosticsToPush() -> [JSONValue] {
    guard !client.pullsDiagnostics else { return [] }
    var messages: [JSONValue] = []
    let open = workspace.openKeys
    for key in open {
      let isFirst = !ledger.knows(key)
      let diagnostics = diagnostics(ofKey: key)
      _ = ledger.note(diagnostics, ofKey: key)
      guard isFirst || ledger.isNews(key) else { continue }
      ledger.told(key)
      let uri = workspace.uri(ofKey: key)
      messages.append(
        .object([
          "uri": .string(uri),
          "version": client.takesVersions ? workspace.document(uri: uri).map { .int($0.version) } : nil,
          "diagnostics": diagnostics,
        ]))
    }
    for key in ledger.keys where !open.contains(key) {
      ledger.forget(key)
      messages.append(.object(["uri": .string(workspace.uri(ofKey: key)), "diagnostics": .array([])]))
    }
    return messages
  }

  // MARK: Pulled

  /// Answers `textDocument/diagnostic`, with the diagnostics of other files that changed in the meantime.
  mutating func documentDiagnostics(_ parameters: DocumentDiagnosticParameters) -> JSONValue {
    let key = workspace.key(ofURI: parameters.textDocument.uri)
    var related: [(String, JSONValue?)] = []
    for other in client.takesRelatedDocuments ? workspace.relatives(ofKey: key) : [] {
      let diagnostics = diagnostics(ofKey: other)
      let result = ledger.note(diagnostics, ofKey: other)
      guard ledger.isNews(other) else { continue }
      ledger.told(other)
      related.append(
        (
          workspace.uri(ofKey: other),
          .object(["kind": .string("full"), "resultId": .string(result), "items": diagnostics])
        ))
    }
    let diagnostics = diagnostics(ofKey: key)
    let result = ledger.note(diagnostics, ofKey: key)
    ledger.told(key)
    let isUnchanged = result == parameters.previousResultId
    return .object([
      "kind": .string(isUnchanged ? "unchanged" : "full"), "resultId": .string(result),
      "items": isUnchanged ? nil : diagnostics, "relatedDocuments": related.isEmpty ? nil : .members(related),
    ])
  }

  /// Answers `workspace/diagnostic`: every file that has diagnostics or had some.
  mutating func workspaceDiagnostics(_ parameters: WorkspaceDiagnosticParameters) -> JSONValue {
    let previous = Dictionary(
      parameters.previousResultIds.map { (workspace.key(ofURI: $0.uri), $0.value) }, uniquingKeysWith: { $1 })
    var items: [JSONValue] = []
    for key in workspace.keys.union(workspace.openKeys).union(previous.keys).sorted() {
      let diagnostics = diagnostics(ofKey: key)
      let result = ledger.note(diagnostics, ofKey: key)
      ledger.told(key)
      if case .array(let found) = diagnostics, found.isEmpty, previous[key] == nil { continue }
      let uri = workspace.uri(ofKey: key)
      let isUnchanged = previous[key] == result
      items.append(
        .object([
          "kind": .string(isUnchanged ? "unchanged" : "full"), "resultId": .string(result), "uri": .string(uri),
          "version": workspace.document(uri: uri).map { .int($0.version) } ?? .null,
          "items": isUnchanged ? nil : diagnostics,
        ]))
    }
    return .object(["items": .array(items)])
  }

  // MARK: One file

  private mutating func diagnostics(ofKey key: String) -> JSONValue {
    if let (source, problems) = workspace.configuration(ofKey: key) {
      return .array(problems.map { json(of: $0, in: source) })
    }
    let found = workspace.diagnostics(ofKey: key)
    guard let source = workspace.source(ofKey: key) else { return .array([]) }
    return .array(found.map { json(of: $0, in: source) })
  }

  /// A diagnostic as the protocol writes it.
  func json(of diagnostic: Diagnostic, in source: SourceText) -> JSONValue {
    let hasPage = client.takesCodeDescription && !diagnostic.url.isEmpty
    let isUnnecessary = client.takesTags && Self.unnecessary.contains(diagnostic.rule)
    let hasRelated = client.takesRelatedInformation && !diagnostic.related.isEmpty
    return .object([
      "range": client.encoding.range(of: diagnostic.location.range.span, in: source).json,
      "severity": .int(diagnostic.severity.protocolNumber),
      "code": .string(diagnostic.rule),
      "codeDescription": hasPage ? .object(["href": .string(diagnostic.url)]) : nil,
      "source": .string("gwlint"),
      "message": .string(Self.message(of: diagnostic)),
      "tags": isUnnecessary ? .array([.int(1)]) : nil,
      "relatedInformation": hasRelated ? .array(diagnostic.related.compactMap { information($0) }) : nil,
    ])
  }

  /// A mistake in a configuration as the protocol writes it.
  func json(of problem: ConfigurationProblem, in source: SourceText) -> JSONValue {
    .object([
      "range": client.encoding.range(of: problem.range.span, in: source).json, "severity": .int(1),
      "source": .string("gwlint"), "message": .string(problem.message[language]),
    ])
  }

  /// Rules whose findings are about text without effect, which editors grey out.
  private static let unnecessary: Set<String> = [
    "config-suppression-unused", "config-suppression-expired", "route-mapping-ignored", "config-dead-gateway",
    "param-required-default", "backend-base64-not-scf",
  ]

  private static func message(of diagnostic: Diagnostic) -> String {
    var lines = [diagnostic.message]
    lines += diagnostic.faults.map { $0.status == 0 ? "→ \($0.message)" : "→ \($0.status) \($0.message)" }
    if !diagnostic.help.isEmpty { lines.append(diagnostic.help) }
    return lines.joined(separator: "\n")
  }

  private func information(_ related: RelatedLocation) -> JSONValue? {
    guard let source = workspace.source(ofKey: related.location.file) else { return nil }
    return .object([
      "location": .object([
        "uri": .string(workspace.uri(ofKey: related.location.file)),
        "range": client.encoding.range(of: related.location.range.span, in: source).json,
      ]),
      "message": .string(related.message),
    ])
  }
}

extension Severity {
  /// The protocol's number for it.
  fileprivate var protocolNumber: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .hint: 4
    }
  }
}
