import Engine
import Linting
import SourceText

/// What a code action does, small enough to travel to the client and back until it is chosen.
enum CodeActionName {
  /// A fix of a finding: the rule, the place of the finding, and which of its fixes.
  case fix(rule: String, offset: UInt32, number: Int)
  /// All safe fixes of the document.
  case fixAll
  /// A comment that suppresses a finding: the rule and the place of the finding.
  case suppress(rule: String, offset: UInt32)
  /// The word that was probably meant in a configuration, at the place of the mistake.
  case correct(offset: UInt32)

  init?(_ text: String) {
    let words = text.split(separator: " ")
    switch words.first {
    case "fixAll": self = .fixAll
    case "suppress":
      guard words.count == 3, let offset = UInt32(words[2]) else { return nil }
      self = .suppress(rule: String(words[1]), offset: offset)
    case "correct":
      guard words.count == 2, let offset = UInt32(words[1]) else { return nil }
      self = .correct(offset: offset)
    case "fix":
      guard words.count == 4, let offset = UInt32(words[2]), let number = Int(words[3]) else { return nil }
      self = .fix(rule: String(words[1]), offset: offset, number: number)
    default: return nil
    }
  }

  var text: String {
    switch self {
    case .fix(let rule, let offset, let number): "fix \(rule) \(offset) \(number)"
    case .fixAll: "fixAll"
    case .suppress(let rule, let offset): "suppress \(rule) \(offset)"
    case .correct(let offset): "correct \(offset)"
    }
  }
}

extension EditorSession {
  static let quickFix = "quickfix"
  private static let fixAll = "source.fixAll.gwlint"

  /// Answers `textDocument/codeAction`: the fixes and suppressions of the findings in a range, and all safe fixes of the
  /// document.
  mutating func codeActions(_ parameters: CodeActionParameters) -> JSONValue {
    let uri = parameters.textDocument.uri
    let key = workspace.key(ofURI: uri)
    guard let document = workspace.document(uri: uri), let source = workspace.source(ofKey: key) else {
      return .array([])
    }
    let start = client.encoding.offset(of: parameters.range.start, in: source)
    let span = ByteSpan(start, max(start, client.encoding.offset(of: parameters.range.end, in: source)))
    let wanted = parameters.context.only
    if let (source, problems) = workspace.configuration(ofKey: key) {
      guard Self.isWanted(Self.quickFix, among: wanted) else { return .array([]) }
      return .array(
        problems.filter { $0.range.span.meets(span) }.compactMap { correction(of: $0, in: source, document) })
    }
    let diagnostics = workspace.diagnostics(ofKey: key)
    var actions: [JSONValue] = []
    if Self.isWanted(Self.quickFix, among: wanted) {
      for diagnostic in diagnostics where diagnostic.location.range.span.meets(span) {
        let shown = json(of: diagnostic, in: source)
        for (number, fix) in diagnostic.fixes.enumerated() {
          let name = CodeActionName.fix(
            rule: diagnostic.rule, offset: diagnostic.location.range.start.offset, number: number)
          let isPreferred = fix.applicability == .safe && number == 0
          actions.append(
            action(
              title(of: fix), Self.quickFix, name, of: document, source, fixing: shown, isPreferred: isPreferred,
              edits: { _ in fix.edits }))
        }
      }
      actions += suppressions(of: diagnostics.filter { $0.location.range.span.meets(span) }, in: source, document)
    }
    if Self.isWanted(Self.fixAll, among: wanted), diagnostics.contains(where: \.hasSafeFix) {
      let title = Text(en: "Apply all safe fixes of gwlint", zh: "应用 gwlint 的全部安全修复")[language]
      actions.append(
        action(
          title, Self.fixAll, .fixAll, of: document, source, fixing: nil, isPreferred: false,
          edits: { $0.workspace.safeFixes(ofKey: key) }))
    }
    return .array(actions)
  }

  /// Answers `codeAction/resolve`: the action with its edit, computed on the text as it is now.
  mutating func resolved(_ parameters: ResolveParameters) -> JSONValue {
    var members: [(String, JSONValue?)] = [
      ("title", .string(parameters.title)), ("kind", parameters.kind.map { .string($0) }),
    ]
    if let data = parameters.data, let name = CodeActionName(data.action),
      let document = workspace.document(uri: data.uri), document.version == data.version
    {
      let key = workspace.key(ofURI: data.uri)
      let source = workspace.source(ofKey: key) ?? SourceText(document.bytes)
      members.append(("edit", workspaceEdit(of: document, source, edits(of: name, key: key))))
    }
    return .members(members)
  }

  private mutating func edits(of name: CodeActionName, key: String) -> [FileEdit] {
    switch name {
    case .fixAll: return workspace.safeFixes(ofKey: key)
    case .suppress(let rule, let offset):
      let diagnostic = workspace.diagnostics(ofKey: key).first {
        $0.rule == rule && $0.location.range.start.offset == offset
      }
      guard let diagnostic, let source = workspace.source(ofKey: key) else { return [] }
      return SuppressionWriter.forEditors.edits(for: [diagnostic], in: source, file: key).compactMap { $0 }
    case .correct(let offset):
      let problem = workspace.configuration(ofKey: key)?.problems.first { $0.range.start.offset == offset }
      return problem.map(FileEdit.correcting) ?? []
    case .fix(let rule, let offset, let number):
      let diagnostic = workspace.diagnostics(ofKey: key).first {
        $0.rule == rule && $0.location.range.start.offset == offset && number < $0.fixes.count
      }
      return diagnostic?.fixes[number].edits ?? []
    }
  }

  mutating func action(
    _ title: String, _ kind: String, _ name: CodeActionName, of document: OpenDocument, _ source: SourceText,
    fixing diagnostic: JSONValue?, isPreferred: Bool, edits: (inout EditorSession) -> [FileEdit]
  ) -> JSONValue {
    let data: JSONValue = .object([
      "uri": .string(document.uri), "version": .int(document.version), "action": .string(name.text),
    ])
    return .object([
      "title": .string(title), "kind": .string(kind), "diagnostics": diagnostic.map { .array([$0]) },
      "isPreferred": isPreferred ? .bool(true) : nil,
      "data": client.resolvesCodeActions ? data : nil,
      "edit": client.resolvesCodeActions ? nil : workspaceEdit(of: document, source, edits(&self)),
    ])
  }

  private func title(of fix: Fix) -> String {
    let title = fix.title.prefix(1).uppercased() + fix.title.dropFirst()
    if fix.applicability == .safe { return title }
    return title + Text(en: " (unsafe)", zh: "（不安全）")[language]
  }

  private func workspaceEdit(of document: OpenDocument, _ source: SourceText, _ edits: [FileEdit]) -> JSONValue {
    let changes: JSONValue = .array(
      edits.map { edit in
        .object([
          "range": client.encoding.range(of: edit.range.span, in: source).json, "newText": .string(edit.text),
        ])
      })
    guard client.takesDocumentChanges else {
      return .object(["changes": .members([(document.uri, changes)])])
    }
    let identifier: JSONValue = .object(["uri": .string(document.uri), "version": .int(document.version)])
    return .object(["documentChanges": .array([.object(["textDocument": identifier, "edits": changes])])])
  }

  /// Whether a kind of action is asked for: all are where nothing is said; a kind stands for those below it.
  private static func isWanted(_ kind: String, among wanted: [String]?) -> Bool {
    guard let wanted else { return true }
    return wanted.contains { $0.isEmpty || kind == $0 || kind.hasPrefix($0 + ".") }
  }
}

extension Diagnostic {
  fileprivate var hasSafeFix: Bool { fixes.contains { $0.applicability == .safe } }
}

extension ByteSpan {
  /// Whether two spans share a byte or touch.
  fileprivate func meets(_ other: ByteSpan) -> Bool { start <= other.end && other.start <= end }
}
