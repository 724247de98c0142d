public import GatewayModel
public import Linting
import SourceText
import YAMLDocument

extension Project {
  /// The file, line and column of a place.
  public func location(of place: Place) -> Location {
    let (document, span) = span(of: place)
    let model = self.document(document)
    return Location(file: model.file, range: model.yaml.source.range(of: span))
  }

  /// The file and the bytes in it that a place means.
  func span(of place: Place) -> (document: UInt32, span: ByteSpan) {
    let (document, span) = spanInDocument(of: place)
    return placeInFile(span, ofDocument: document)
  }

  private func spanInDocument(of place: Place) -> (document: UInt32, span: ByteSpan) {
    switch place {
    case .value(let origin), .key(let origin):
      return (origin.document, document(origin.document).yaml.span(origin.node))
    case .keyOfValue(let origin):
      let yaml = document(origin.document).yaml
      return (origin.document, yaml.span(yaml.keyNode(ofValue: origin.use ?? origin.node) ?? origin.node))
    case .part(let id): return spanOfHolder(part(id).origin)
    case .missing(let field, let id): return spanOfHolder(holder(of: field, in: part(id)))
    case .inside(let origin, let offset, let count):
      let yaml = document(origin.document).yaml
      let start = yaml.sourceOffset(inScalar: origin.node, at: offset)
      let end = yaml.sourceOffset(inScalar: origin.node, at: offset + count)
      return (origin.document, ByteSpan(start, max(start, end)))
    }
  }

  /// What a place is about.
  func origin(of place: Place) -> Origin {
    switch place {
    case .value(let origin), .keyOfValue(let origin), .key(let origin), .inside(let origin, _, _): origin
    case .part(let id): part(id).origin
    case .missing(let field, let id): holder(of: field, in: part(id))
    }
  }

  /// The mapping that should hold a missing field, or the nearest above it that is written.
  func holder(of field: FieldName, in part: Part) -> Origin {
    let containers = part.usesAlternateSpelling ? part.facts.alternateContainer : part.facts.container
    var holder = containers[field]
    while let name = holder {
      if part[name].shape == .mapping, let origin = part[name].origin { return origin }
      holder = containers[name]
    }
    return part.origin
  }

  /// The key that a mapping stands behind, else its first key, else the mapping itself.
  private func spanOfHolder(_ holder: Origin) -> (document: UInt32, span: ByteSpan) {
    var origin = holder
    while document(origin.document).yaml.roots.first == origin.node,
      let scalar = textHolder(ofDocument: origin.document)
    {
      origin = scalar
    }
    let yaml = document(origin.document).yaml
    if let key = yaml.keyNode(ofValue: origin.node) { return (origin.document, yaml.span(key)) }
    if yaml.kind(origin.node) == .mapping, let first = yaml.pairs(of: origin.node).first(where: { _ in true }) {
      return (origin.document, yaml.span(first.key))
    }
    return (origin.document, yaml.span(origin.node))
  }
}
