import Dialects
import GatewayModel
import SourceText
import YAMLDocument

/// A place in a file of the workspace.
struct FilePlace: Hashable {
  let key: String
  let span: ByteSpan
}

/// Finds what a name means, and where it is used.
struct Navigation {
  private let place: ModelPlace
  private var project: Project { place.project }

  init(_ place: ModelPlace) {
    self.place = place
  }

  /// Which field of which kind of part a field's value names.
  static func target(of field: FieldName) -> (kind: PartKind, name: FieldName)? {
    switch field {
    case .authRelationAPI, .apiNames, .expectedAPI: (.api, .apiName)
    case .authRelationAPIId: (.api, .apiId)
    case .secretNames: (.apiKey, .secretName)
    case .functionName: (.function, .declaredFunctionName)
    default: nil
    }
  }

  /// Where the thing that stands under the place is defined.
  var definitions: [FilePlace] {
    let yaml = place.yaml
    if let target = yaml.target(ofAlias: place.node) { return [filePlace(target, in: place.document)] }
    if let key = yaml.keyNode(ofValue: place.node), yaml.isScalar(key, equalTo: "$ref"),
      let root = yaml.root(of: place.node),
      let target = LocalReference.target(of: yaml.string(place.node), in: yaml, root: root)
    {
      return [filePlace(yaml.keyNode(ofValue: target) ?? target, in: place.document)]
    }
    let text = yaml.string(place.node)
    for (field, isKey) in place.fields where !isKey {
      guard let target = Self.target(of: field.name) else { continue }
      return parts(target.kind, near: field.part).compactMap { part in
        part[target.name].text == text ? part[target.name].origin.map { filePlace($0.node, in: $0.document) } : nil
      }
    }
    return []
  }

  /// Where the thing that stands under the place is used; with its definition where `includesDefinition` says so.
  func references(includesDefinition: Bool) -> [FilePlace] {
    let yaml = place.yaml
    if yaml.anchor(place.node) != nil || yaml.kind(place.node) == .alias {
      let anchored = yaml.resolved(place.node)
      let aliases = (0..<UInt32(yaml.nodeCount)).map { NodeID(rawValue: $0) }
        .filter { yaml.target(ofAlias: $0) == anchored }
      return (includesDefinition ? [anchored] : [] + aliases).map { filePlace($0, in: place.document) }
    }
    let text = yaml.string(place.node)
    guard let meant = meant else { return [] }
    var found: [FilePlace] = []
    for document in documents(near: meant.part) {
      for part in project.parts(in: document) {
        for field in part.writtenFields {
          if field.name == meant.name, part.kind == meant.part.kind, includesDefinition, field.text == text,
            let origin = field.origin
          {
            found.append(filePlace(origin.node, in: origin.document))
          }
          guard let target = Self.target(of: field.name), target.name == meant.name else { continue }
          if field.text == text, let origin = field.origin {
            found.append(filePlace(origin.node, in: origin.document))
          }
          for item in field.items where project.document(item.document).yaml.string(item.node) == text {
            found.append(filePlace(item.node, in: item.document))
          }
        }
      }
    }
    return Array(Set(found)).sorted { ($0.key, $0.span) < ($1.key, $1.span) }
  }

  /// What the place names: a name that is defined there, or one that is used there.
  private var meant: (part: Part, name: FieldName)? {
    for (field, isKey) in place.fields where !isKey {
      switch field.name {
      case .apiName, .apiId, .secretName, .declaredFunctionName: return (field.part, field.name)
      default:
        guard let target = Self.target(of: field.name) else { continue }
        let text = place.yaml.string(place.node)
        if let part = parts(target.kind, near: field.part).first(where: { $0[target.name].text == text }) {
          return (part, target.name)
        }
      }
    }
    return nil
  }

  private func documents(near part: Part) -> [UInt32] {
    project.service(of: part)?.documents ?? [part.id.document]
  }

  private func parts(_ kind: PartKind, near part: Part) -> [Part] {
    documents(near: part).flatMap { project.parts(kind, in: $0) }
  }

  private func filePlace(_ node: NodeID, in document: UInt32) -> FilePlace {
    let (file, span) = project.placeInFile(project.document(document).yaml.span(node), ofDocument: document)
    return FilePlace(key: project.document(file).file, span: span)
  }
}
