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
    guard let shape = Self.shape(of: document.bytes) else { return .array([]) }
    let project = workspace.surroundings(ofKey: workspace.key(ofURI: uri))
    let candidates = ShapeCandidates(shape: shape, language: language) { field in
      project.map { Self.names(for: field, in: $0) } ?? []
    }
    return items(candidates.candidates(at: place), at: place, in: source, isJSON: document.isJSON)
  }

  /// How a document is built, as far as it can be told while it is written.
  private static func shape(of bytes: [UInt8]) -> DialectShape? {
    let yaml = YAMLDocument.parse(bytes)
    switch Dialects.recognise(yaml) {
    case .gateway(.manifest): return .manifest
    case .gateway(.openAPI), .plainOpenAPI: return .openAPI
    case .gateway: return nil
    case .other: break
    }
    // A document that does not parse is known by its first keys.
    guard yaml.problem != nil else { return nil }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: true)
    for line in lines.map({ LineShape($0) }) where line.column == 0 {
      if line.key == "gwlint" { return .manifest }
      if line.key == "openapi" { return .openAPI }
    }
    return nil
  }

  /// The names that are defined for a field which names something, each once, in the order of their definition.
  private static func names(for field: FieldName, in project: Project) -> [String] {
    guard let target = Navigation.target(of: field) else { return [] }
    var seen: Set<String> = []
    return project.documents.indices.flatMap { document in
      project.parts(target.kind, in: UInt32(document)).compactMap { $0[target.name].text }
        .filter { !$0.isEmpty && seen.insert($0).inserted }
    }
  }

  private func items(_ candidates: [Candidate], at place: CursorPlace, in source: SourceText, isJSON: Bool) -> JSONValue
  {
    let range = client.encoding.range(of: place.word, in: source).json
    let end = Int(place.word.end)
    let following = end < source.bytes.count ? source.bytes[end] : nil
    return .array(
      candidates.enumerated().map { number, candidate in
        let text = candidate.text(at: place, isJSON: isJSON, before: following)
        let isDocumented = !candidate.documentation.isEmpty
        // Editors sort by text: the number keeps the order.
        let order = String(number)
        return .object([
          "label": .string(candidate.word), "kind": .int(candidate.kind.rawValue),
          "sortText": .string(String(repeating: "0", count: max(0, 4 - order.count)) + order),
          "documentation": isDocumented
            ? .object(["kind": .string("markdown"), "value": .string(candidate.documentation)]) : nil,
          "textEdit": .object(["range": range, "newText": .string(text)]),
        ])
      })
  }
}
