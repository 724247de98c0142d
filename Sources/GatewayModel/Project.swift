import YAMLDocument

/// All files that are looked at together. Immutable: views into it may be used from any thread.
public final class Project: Sendable {
  /// The files, in the order of their names.
  public let documents: [DocumentModel]
  /// The services that they describe.
  public let services: [ServiceGroup]

  /// Ties files together.
  /// - Parameter groups: for each service the indices of the documents that describe it, the one that holds the
  ///   service itself first; a document named nowhere is a service of its own.
  public init(documents: [DocumentModel], groups: [[UInt32]] = []) {
    self.documents = documents
    services = ServiceGroup.groups(of: documents, tied: groups)
  }

  /// A document by its index.
  public func document(_ index: UInt32) -> DocumentModel { documents[Int(index)] }

  /// A part by its handle.
  public func part(_ id: PartID) -> Part { Part(project: self, id: id) }

  /// All parts of a kind in one document, in document order.
  public func parts(_ kind: PartKind, in document: UInt32) -> [Part] {
    let model = documents[Int(document)]
    return model.parts.indices.filter { model.parts[$0].kind == kind }
      .map { Part(project: self, id: PartID(document: document, index: UInt32($0))) }
  }

  /// All parts of a kind that belong to a service.
  public func parts(_ kind: PartKind, of service: ServiceGroup) -> [Part] {
    service.members.flatMap { member in
      guard let roots = member.roots else { return parts(kind, in: member.document) }
      return roots.flatMap { root in
        let model = documents[Int(member.document)]
        return (root..<model.parts[Int(root)].end).filter { model.parts[Int($0)].kind == kind }
          .map { Part(project: self, id: PartID(document: member.document, index: $0)) }
      }
    }
  }

  /// The service that a document belongs to; the first where it holds several.
  public func service(ofDocument document: UInt32) -> ServiceGroup? {
    services.first { $0.documents.contains(document) }
  }

  /// The service that a part belongs to.
  /// - Complexity: O(number of services).
  public func service(of part: Part) -> ServiceGroup? {
    var root = part
    while let parent = root.parent { root = parent }
    return services.first { service in
      service.members.contains {
        $0.document == root.id.document && ($0.roots?.contains(root.id.index) ?? true)
      }
    }
  }
}
