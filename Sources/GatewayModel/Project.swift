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
    var grouped = Set<UInt32>()
    for group in groups { grouped.formUnion(group) }
    let alone = documents.indices.map(UInt32.init).filter { !grouped.contains($0) }.map { [$0] }
    services = (groups + alone).map { ServiceGroup(documents: $0) }
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
    service.documents.flatMap { parts(kind, in: $0) }
  }

  /// The service that a document belongs to.
  public func service(ofDocument document: UInt32) -> ServiceGroup? {
    services.first { $0.documents.contains(document) }
  }
}

/// The documents that describe one service together.
public struct ServiceGroup: Sendable {
  /// Their indices, the one that holds the service itself first.
  public let documents: [UInt32]

  /// Whether the input is known to be the whole of the service.
  public func isWhole(in project: Project) -> Bool {
    documents.contains { project.document($0).facts.isWholeService }
      && documents.allSatisfy { project.document($0).yaml.problem == nil && !project.document($0).isTruncated }
  }
}
