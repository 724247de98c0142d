import Engine
import GatewayModel
import Linting
import SourceText
import YAMLDocument

extension EditorSession {
  /// Answers `textDocument/hover`: what is found there, what a key or value does, and where a path leads.
  mutating func hover(_ parameters: PositionParameters) -> JSONValue {
    let key = workspace.key(ofURI: parameters.textDocument.uri)
    guard let source = workspace.source(ofKey: key) else { return .null }
    let offset = client.encoding.offset(of: parameters.position, in: source)
    var sections: [String] = []
    var range: ByteSpan?
    let uri = parameters.textDocument.uri
    if let (text, span) = ruleHover(at: offset, uri: uri, in: source)
      ?? configurationHover(at: offset, uri: uri, in: source)
    {
      sections.append(text)
      range = span
    }
    for diagnostic in workspace.diagnostics(ofKey: key) where diagnostic.location.range.span.touches(offset) {
      sections.append(section(of: diagnostic))
      range = range ?? diagnostic.location.range.span
    }
    if let (project, document) = workspace.project(ofKey: key),
      let place = ModelPlace(at: offset, of: document, in: project)
    {
      let found = explanations(of: place)
      if !found.isEmpty {
        sections += found
        range = place.span
      }
    }
    guard !sections.isEmpty, let range else { return .null }
    return .object([
      "contents": MarkupContent.json(
        sections.joined(separator: "\n\n---\n\n"), isMarkdown: client.hoversInMarkdown),
      "range": client.encoding.range(of: range, in: source).json,
    ])
  }

  private func section(of diagnostic: Diagnostic) -> String {
    guard let index = workspace.linter.catalogue.index(of: diagnostic.rule) else { return diagnostic.message }
    return text(of: workspace.linter.catalogue.rules[index], severity: diagnostic.severity)
  }

  private func explanations(of place: ModelPlace) -> [String] {
    if !place.apisOfPath.isEmpty {
      let file = place.project.document(place.document).file
      return RouteCards(place.project, language: language).cards(inFile: file, at: place.span)
    }
    guard let (field, isKey) = place.fields.first else { return [] }
    let text = place.yaml.string(place.node)
    var lines: [String] = []
    if !isKey, let value = field.name.values.first(where: { $0.word.lowercased() == text.lowercased() }) {
      lines.append("`\(value.word)`: \(value.meaning[language])")
    }
    if let guide = field.name.guide { lines.append("**\(field.spelling)**: \(guide[language])") }
    if isKey, !field.name.values.isEmpty {
      lines.append(
        field.name.values.map { "- `\($0.word)`: \($0.meaning[language])" }.joined(separator: "\n"))
    }
    return lines.isEmpty ? [] : [lines.joined(separator: "\n\n")]
  }
}
