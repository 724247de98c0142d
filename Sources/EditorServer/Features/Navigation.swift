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
    if !referents.isEmpty { return referents.map(filePlace(of:)) }
    if let environment {
      return places(ofEnvironment: environment, near: environment.part) { $0 == .releasedEnvironments }
    }
    guard let meant else { return [] }
    return parts(meant.thing.kind, near: meant.part).flatMap { part -> [FilePlace] in
      part[meant.thing.name].text == meant.text ? [filePlace(of: part[meant.thing.name])].compactMap { $0 } : []
    }
  }

  /// Where the thing that stands under the place is used; with its definition where `includesDefinition` says so.
  func references(includesDefinition: Bool) -> [FilePlace] {
    let yaml = place.yaml
    if yaml.anchor(place.node) != nil || yaml.kind(place.node) == .alias {
      let anchored = yaml.resolved(place.node)
      let aliases = (0..<UInt32(yaml.nodeCount)).map { NodeID(rawValue: $0) }
        .filter { yaml.target(ofAlias: $0) == anchored }
      return (includesDefinition ? [anchored] + aliases : aliases).map { filePlace($0, in: place.document) }
    }
    if let environment {
      return places(ofEnvironment: environment, near: environment.part) {
        includesDefinition || $0 != .releasedEnvironments
      }
    }
    guard let meant else { return [] }
    var found: Set<FilePlace> = []
    for document in documents(near: meant.part) {
      for part in project.parts(in: document) {
        if part.kind == meant.thing.kind, part[meant.thing.name].text == meant.text {
          if includesDefinition, let definition = filePlace(of: part[meant.thing.name]) { found.insert(definition) }
          for binding in meant.thing.bindings.flatMap({ part.children($0) }) {
            found.formUnion(filePlaces(ofItemsOf: binding[.apiNames]) { _ in true })
          }
        }
        for field in part.writtenFields where NamedThing.named(by: field.name) == meant.thing {
          if field.text == meant.text, let use = filePlace(of: field) { found.insert(use) }
          found.formUnion(filePlaces(ofItemsOf: field) { $0 == meant.text })
        }
      }
    }
    return Self.ordered(found)
  }

  // MARK: Names

  /// What the place names: a name that is defined there, or one that is used there.
  private var meant: (part: Part, thing: NamedThing, text: String)? {
    let text = place.yaml.string(place.node)
    guard !text.isEmpty else { return nil }
    for (field, isKey) in place.fields where !isKey {
      guard
        let thing = NamedThing.defined(by: field.name, in: field.part.kind) ?? NamedThing.named(by: field.name)
      else { continue }
      return (field.part, thing, text)
    }
    return nil
  }

  private func filePlace(of field: Field) -> FilePlace? {
    field.origin.map { filePlace($0.node, in: $0.document) }
  }

  private func filePlaces(ofItemsOf field: Field, where isWanted: (String) -> Bool) -> [FilePlace] {
    field.items.filter { isWanted(project.document($0.document).yaml.string($0.node)) }
      .map { filePlace($0.node, in: $0.document) }
  }

  private static func ordered(_ places: Set<FilePlace>) -> [FilePlace] {
    places.sorted { ($0.key, $0.span) < ($1.key, $1.span) }
  }

  // MARK: References

  /// The parts that a reference between resources names.
  private var referents: [Part] {
    for (field, isKey) in place.fields where !isKey {
      let part = field.part
      if let named = part.referents(of: field.name)?.parts, !named.isEmpty { return named }
      // The model puts a resource into the service that it names.
      if field.name == .serviceId, part.kind != .service, let service = part.enclosing(.service),
        service[.serviceId].origin?.node != place.node
      {
        return [service]
      }
    }
    return []
  }

  private func filePlace(of part: Part) -> FilePlace {
    let (node, document) = (part.origin.node, part.origin.document)
    return filePlace(project.document(document).yaml.keyNode(ofValue: node) ?? node, in: document)
  }

  // MARK: Environments

  private var environment: (part: Part, name: String)? {
    let field = place.fields.first { !$0.isKey && NamedThing.environments.contains($0.field.name) }
    return field.map { ($0.field.part, place.yaml.string(place.node)) }
  }

  /// The places that name an environment, in the fields that are wanted.
  private func places(
    ofEnvironment environment: (part: Part, name: String), near part: Part, where isWanted: (FieldName) -> Bool
  ) -> [FilePlace] {
    var found: Set<FilePlace> = []
    for part in documents(near: part).flatMap({ project.parts(in: $0) }) {
      for field in part.writtenFields where NamedThing.environments.contains(field.name) && isWanted(field.name) {
        if field.text == environment.name, let use = filePlace(of: field) { found.insert(use) }
        found.formUnion(filePlaces(ofItemsOf: field) { $0 == environment.name })
      }
    }
    return Self.ordered(found)
  }

  // MARK: Places

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
