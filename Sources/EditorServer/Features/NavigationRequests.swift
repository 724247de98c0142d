extension EditorSession {
  /// Answers `textDocument/definition`.
  mutating func definition(_ parameters: PositionParameters) -> JSONValue {
    guard let navigation = navigation(parameters) else { return .null }
    return .array(navigation.definitions.compactMap { location($0) })
  }

  /// Answers `textDocument/references`.
  mutating func references(_ parameters: ReferenceParameters) -> JSONValue {
    let position = PositionParameters(textDocument: parameters.textDocument, position: parameters.position)
    guard let navigation = navigation(position) else { return .null }
    let places = navigation.references(includesDefinition: parameters.context.includeDeclaration)
    return .array(places.compactMap { location($0) })
  }

  private mutating func navigation(_ parameters: PositionParameters) -> Navigation? {
    let key = workspace.key(ofURI: parameters.textDocument.uri)
    guard let source = workspace.source(ofKey: key), let (project, document) = workspace.project(ofKey: key) else {
      return nil
    }
    let offset = client.encoding.offset(of: parameters.position, in: source)
    return ModelPlace(at: offset, of: document, in: project).map { Navigation($0) }
  }

  private func location(_ place: FilePlace) -> JSONValue? {
    guard let source = workspace.source(ofKey: place.key) else { return nil }
    return .object([
      "uri": .string(workspace.uri(ofKey: place.key)),
      "range": client.encoding.range(of: place.span, in: source).json,
    ])
  }
}
