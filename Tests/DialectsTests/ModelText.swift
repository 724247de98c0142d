import Dialects
import GatewayModel
import SourceText
import Testing
import YAMLDocument

/// A text read into a project of its own, and what tests ask of it.
struct ModelText {
  let project: Project

  init(_ text: String, file: String = "gateway.yaml", sourceLocation: Testing.SourceLocation = #_sourceLocation) throws
  {
    let yaml = YAMLDocument.parse(Array(text.utf8))
    try #require(yaml.problem == nil, sourceLocation: sourceLocation)
    guard case .gateway(let dialect) = Dialects.recognise(yaml) else {
      Issue.record("not recognised", sourceLocation: sourceLocation)
      throw Unrecognised()
    }
    project = Project(documents: [Dialects.read(yaml, as: dialect, file: file)])
  }

  struct Unrecognised: Error {}

  var dialect: Dialect { project.document(0).facts.dialect }

  func parts(_ kind: PartKind) -> [Part] {
    project.services.flatMap { project.parts(kind, of: $0) }
  }

  func part(_ kind: PartKind, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Part {
    let parts = parts(kind)
    #expect(parts.count == 1, sourceLocation: sourceLocation)
    return try #require(parts.first, sourceLocation: sourceLocation)
  }

  var notes: [Note] {
    project.documents.indices.flatMap { index in
      project.document(UInt32(index)).notes.map { Note(project: project, document: UInt32(index), record: $0) }
    }
  }

  /// The bytes of the file that a field's value stands on.
  func text(of field: Field) throws -> String { text(at: try #require(field.origin)) }

  func text(at origin: Origin) -> String {
    let span = project.document(origin.document).yaml.span(origin.node)
    let place = project.placeInFile(span, ofDocument: origin.document)
    return project.document(place.document).yaml.source.string(place.span)
  }

  func texts(ofItems field: Field) -> [String] {
    field.items.map { project.document($0.document).yaml.string($0.node) }
  }
}
