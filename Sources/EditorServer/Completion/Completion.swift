import Dialects
import Engine
import GatewayModel
import Linting
import SourceText
import YAMLDocument

extension EditorSession {
  /// Answers `textDocument/completion`: keys and values as the dialect has them, names that are defined in the project,
  /// and names of rules in configurations and suppressions.
  mutating func completion(_ parameters: PositionParameters) -> JSONValue {
    let uri = parameters.textDocument.uri
    guard let document = workspace.document(uri: uri) else { return .array([]) }
    let source = SourceText(document.bytes)
    let offset = client.encoding.offset(of: parameters.position, in: source)
    let rules = RuleCandidates(catalogue: workspace.linter.catalogue, language: language)
    if !document.isJSON, let (candidates, word) = rules.candidates(inCommentAt: offset, of: source) {
      let place = CursorPlace(path: [], role: .value, word: word)
      return items(candidates, at: place, in: source, isJSON: false)
    }
    guard let place = CursorPlace(at: offset, in: source, isJSON: document.isJSON) else { return .array([]) }
    if workspace.isConfiguration(uri: uri) {
      return items(rules.candidates(inConfigurationAt: place), at: place, in: source, isJSON: false)
    }
    let key = workspace.key(ofURI: uri)
    guard let shape = shape(of: document, key) else { return .array([]) }
    let candidates = ShapeCandidates(shape: shape, language: language)
    var names: [String] = []
    // The project is asked only where a name may stand: after a change it has to be put together again.
    if let thing = candidates.field(at: place).flatMap(NamedThing.named) {
      // What a document defined before the text at the cursor broke it is offered as well.
      let projects = [workspace.surroundings(ofKey: key), lastWhole(document, key)]
      names = Self.names(of: thing, in: projects.compactMap { $0 })
    }
    return items(candidates.candidates(at: place, names: names), at: place, in: source, isJSON: document.isJSON)
  }

  /// A document by itself as it last was when it could be read; `nil` where it can be read now.
  private func lastWhole(_ document: OpenDocument, _ key: String) -> Project? {
    guard workspace.model(ofKey: key) == nil else { return nil }
    return document.lastModel.map { Project(documents: [$0]) }
  }

  /// How a document is built, as far as it can be told while it is written.
  private func shape(of document: OpenDocument, _ key: String) -> DialectShape? {
    if let model = workspace.model(ofKey: key) { return Dialects.shape(of: model.facts.dialect) }
    switch Dialects.recognise(YAMLDocument.parse(document.bytes)) {
    case .gateway(let dialect): return Dialects.shape(of: dialect)
    case .plainOpenAPI: return Dialects.shape(of: .openAPI)
    case .other: break
    }
    if let model = document.lastModel { return Dialects.shape(of: model.facts.dialect) }
    return Dialects.dialect(ofScalars: Self.scalars(of: document.bytes)).map { Dialects.shape(of: $0) }
  }

  /// The keys with scalars of a document that may not parse.
  private static func scalars(of bytes: [UInt8]) -> [Dialects.WrittenScalar] {
    var holder: String?
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: true).compactMap { bytes in
      let line = LineShape(bytes)
      guard let key = line.key else { return nil }
      if line.column == 0 { holder = key }
      return line.value.isEmpty
        ? nil : Dialects.WrittenScalar(below: line.column == 0 ? nil : holder, key: key, text: line.value)
    }
  }

  /// The names of all things of a kind, each once, in the order of their definition.
  private static func names(of thing: NamedThing, in projects: [Project]) -> [String] {
    var seen: Set<String> = []
    return projects.flatMap { project in
      project.documents.indices.flatMap { document in
        project.parts(thing.kind, in: UInt32(document)).compactMap { $0[thing.name].text }
          .filter { !$0.isEmpty && seen.insert($0).inserted }
      }
    }
  }

  private func items(_ candidates: [Candidate], at place: CursorPlace, in source: SourceText, isJSON: Bool) -> JSONValue
  {
    let writer = CompletionText(
      at: place, in: source, isJSON: isJSON, takesSnippets: client.takesSnippets,
      adjustsIndentation: client.adjustsIndentation)
    let insertions = candidates.compactMap { candidate in writer.insertion(of: candidate).map { (candidate, $0) } }
    return .array(
      insertions.enumerated().map { number, pair in
        let (candidate, insertion) = pair
        // Editors sort by text: the number keeps the order.
        let order = String(number)
        let isBlock = insertion.text.utf8.contains(0x0A)
        return .object([
          "label": .string(candidate.label), "kind": .int(candidate.kind.rawValue),
          "detail": candidate.detail.isEmpty ? nil : .string(candidate.detail),
          "sortText": .string(String(repeating: "0", count: max(0, 4 - order.count)) + order),
          "filterText": insertion.filter.map { .string($0) },
          "documentation": candidate.documentation.isEmpty
            ? nil : MarkupContent.json(candidate.documentation, isMarkdown: client.documentsInMarkdown),
          "insertTextFormat": insertion.isSnippet ? .int(2) : nil,
          "insertTextMode": isBlock && client.takesInsertTextMode ? .int(client.adjustsIndentation ? 2 : 1) : nil,
          "textEdit": .object([
            "range": client.encoding.range(of: insertion.span, in: source).json, "newText": .string(insertion.text),
          ]),
        ])
      })
  }
}
