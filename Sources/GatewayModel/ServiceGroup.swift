import YAMLDocument

/// The documents, or parts of documents, that describe one service together.
public struct ServiceGroup: Sendable {
  /// What one document says about the service.
  public struct Member: Sendable {
    /// The document's index.
    public let document: UInt32
    /// The parts that hold the service, where the document holds other services as well; `nil` where all that the
    /// document says is about this one.
    public let roots: [UInt32]?
  }

  /// What the documents say, the one that holds the service itself first.
  public internal(set) var members: [Member]

  /// The indices of the documents, the one that holds the service itself first.
  public var documents: [UInt32] { members.map(\.document) }

  /// Whether the input is known to be the whole of the service.
  public func isWhole(in project: Project) -> Bool {
    documents.contains { project.document($0).facts.isWholeService }
      && documents.allSatisfy { index in
        let model = project.document(index)
        return model.yaml.problem == nil && !model.isTruncated && !project.incomplete.contains(index)
      }
  }

  /// The services that documents describe: those that are tied together from outside, then those that share a service
  /// id, then each part that holds a service by itself. A name alone does not make two services one.
  static func groups(of documents: [DocumentModel], tied: [[UInt32]], embedded: EmbeddingTable)
    -> [ServiceGroup]
  {
    var groups = tied.map { ServiceGroup(members: $0.map { Member(document: $0, roots: nil) }) }
    let inGroup = Set(tied.joined())
    var groupOfId: [String: Int] = [:]
    for index in documents.indices.map(UInt32.init) where !inGroup.contains(index) {
      for member in documents[Int(index)].members(ofDocument: index) {
        guard let id = member.id, let known = groupOfId[id] else {
          if let id = member.id { groupOfId[id] = groups.count }
          groups.append(ServiceGroup(members: [member.member]))
          continue
        }
        groups[known].members.append(member.member)
      }
    }
    for (document, embedding) in embedded.embeddings.enumerated() {
      guard let root = embedding?.root, embedded.documents[document].partCount > 0 else { continue }
      let member = Member(document: UInt32(document), roots: nil)
      for index in groups.indices where groups[index].holds(root) { groups[index].members.append(member) }
    }
    return groups
  }

  private func holds(_ root: PartID) -> Bool {
    members.contains { $0.document == root.document && ($0.roots?.contains(root.index) ?? true) }
  }
}

extension DocumentModel {
  /// The ids of the services that the document describes, `nil` for one without: documents that share an id describe one
  /// service.
  public var serviceIds: [String?] { members(ofDocument: 0).map(\.id) }

  /// The services that the document describes, each with its id where one is written.
  fileprivate func members(ofDocument index: UInt32) -> [(id: String?, member: ServiceGroup.Member)] {
    var order: [(id: String?, roots: [UInt32])] = []
    var places: [String: Int] = [:]
    for part in parts.indices where parts[part].kind == .service && parts[part].parent == UInt32(part) {
      let id = serviceId(ofPart: part)
      if let id, let place = places[id] {
        order[place].roots.append(UInt32(part))
      } else {
        if let id { places[id] = order.count }
        order.append((id, [UInt32(part)]))
      }
    }
    guard order.count > 1 else { return [(order.first?.id, ServiceGroup.Member(document: index, roots: nil))] }
    return order.map { ($0.id, ServiceGroup.Member(document: index, roots: $0.roots)) }
  }

  private func serviceId(ofPart index: Int) -> String? {
    let part = parts[index]
    let first = Int(part.firstField)
    let own = fields[first..<first + Int(part.fieldCount)]
    guard let field = own.first(where: { $0.name == .serviceId }) else { return nil }
    let tree = yaml(ofTree: field.tree)
    let text = tree.string(tree.resolved(field.value))
    return IdentifierKind.service.isIdentifier(text) ? text : nil
  }
}
