public import SourceText
import YAMLDocument

/// All files that are looked at together. Immutable: views into it may be used from any thread.
public final class Project: Sendable {
  /// The files, in the order of their names; behind them the documents that stand as text in others.
  public let documents: [DocumentModel]
  /// Number of files.
  public let fileCount: Int
  /// The services that they describe.
  public let services: [ServiceGroup]

  /// Ties files together.
  /// - Parameter groups: for each service the indices of the documents that describe it, the one that holds the
  ///   service itself first; a document named nowhere is a service of its own.
  /// - Parameter incomplete: documents that name files which are not among `documents`, because they do not parse or
  ///   cannot be read: what their service holds is not known as a whole.
  public init(documents: [DocumentModel], groups: [[UInt32]] = [], incomplete: Set<UInt32> = []) {
    self.incomplete = incomplete
    fileCount = documents.count
    var table = EmbeddingTable(documents)
    table.placeEmbedded()
    self.documents = table.documents
    embeddings = table.embeddings
    firstTree = table.firstTree

    services = ServiceGroup.groups(of: documents, tied: groups, embedded: table)
    var places = [[Int]](repeating: [], count: table.documents.count)
    for (index, service) in services.enumerated() {
      for document in service.documents { places[Int(document)].append(index) }
    }
    servicesOfDocument = places
    derivedValues = DerivedValues()
  }

  private init(sharing other: Project) {
    documents = other.documents
    fileCount = other.fileCount
    services = other.services
    servicesOfDocument = other.servicesOfDocument
    incomplete = other.incomplete
    embeddings = other.embeddings
    derivedValues = other.derivedValues
    firstTree = other.firstTree
  }

  /// The same project for the use of one thread. Every view of a part counts a reference to its project, and threads
  /// that count on one object wait for one another.
  /// - Complexity: O(1); what is in it is shared.
  public func forOneThread() -> Project { Project(sharing: self) }

  /// For each document the services that it describes, as indices into `services`.
  private let servicesOfDocument: [[Int]]
  let incomplete: Set<UInt32>
  private let embeddings: [Embedding?]
  let derivedValues: DerivedValues
  private let firstTree: [UInt32]

  /// The document that holds one of the trees of a file.
  func tree(_ tree: TreeIndex, ofDocument document: UInt32) -> UInt32 {
    tree == .own ? document : firstTree[Int(document)] + UInt32(tree.rawValue) - 1
  }

  /// The scalar that holds a document's text; `nil` for a file.
  public func textHolder(ofDocument document: UInt32) -> Origin? {
    embeddings[Int(document)].map { Origin(document: $0.outer, node: $0.holder) }
  }

  /// Documents that stand as text in others and do not parse.
  public var brokenTexts: [UInt32] {
    documents.indices.dropFirst(fileCount).filter { documents[$0].yaml.problem != nil }.map(UInt32.init)
  }

  /// Whether a document has parts of its own, and is not just a text that holds fields of parts around it.
  public func describesService(_ document: UInt32) -> Bool {
    embeddings[Int(document)] == nil || documents[Int(document)].partCount > 0
  }

  /// The file that a document stands in, and where in it some bytes of the document's text are.
  /// - Complexity: O(length of the text) where the text is escaped or indented, else O(1).
  public func placeInFile(_ span: ByteSpan, ofDocument document: UInt32) -> (document: UInt32, span: ByteSpan) {
    var document = document
    var span = span
    while let embedding = embeddings[Int(document)] {
      let outer = documents[Int(embedding.outer)].yaml
      let start = outer.sourceOffset(inScalar: embedding.holder, at: Int(span.start))
      let end = outer.sourceOffset(inScalar: embedding.holder, at: Int(span.end))
      span = ByteSpan(start, max(start, end))
      document = embedding.outer
    }
    return (document, span)
  }

  /// A document by its index.
  public func document(_ index: UInt32) -> DocumentModel { documents[Int(index)] }

  /// A part by its handle.
  public func part(_ id: PartID) -> Part { Part(project: self, id: id) }

  /// All parts of one document, in document order.
  public func parts(in document: UInt32) -> [Part] {
    documents[Int(document)].parts.indices.map {
      Part(project: self, id: PartID(document: document, index: UInt32($0)))
    }
  }

  /// All parts of a kind in one document, in document order.
  public func parts(_ kind: PartKind, in document: UInt32) -> [Part] {
    let model = documents[Int(document)]
    guard model.contains(kind) else { return [] }
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
  /// - Complexity: O(1).
  public func service(ofDocument document: UInt32) -> ServiceGroup? {
    servicesOfDocument[Int(document)].first.map { services[$0] }
  }

  /// The service that a part belongs to.
  /// - Complexity: O(number of services in the part's document and of what describes them).
  public func service(of part: Part) -> ServiceGroup? {
    var root = part
    while let parent = root.parent { root = parent }
    return servicesOfDocument[Int(root.id.document)].lazy.map { self.services[$0] }.first { service in
      service.members.contains {
        $0.document == root.id.document && ($0.roots?.contains(root.id.index) ?? true)
      }
    }
  }
}
