public import YAMLDocument

/// Which syntax tree of a file a node belongs to: the file's own, or that of a text that stands in one of its scalars.
struct TreeIndex: Hashable, Sendable {
  var rawValue: UInt16

  /// The file's own tree.
  static let own = TreeIndex(rawValue: 0)
}

/// A document that stands as text in a scalar of another one: a plugin's data in a string, an imported definition in
/// a request. Its nodes have places in the outer file, by way of that scalar.
public struct EmbeddedDocument: Sendable {
  /// What the text says. Without parts where the outer document's parts hold its fields.
  public let model: DocumentModel
  /// The scalar that holds the text.
  public let holder: NodeID
  let holderTree: TreeIndex
  /// The outermost part of the outer document that it stands in.
  let root: UInt32
}

/// Where an embedded document stands in its project.
struct Embedding: Sendable {
  /// Index of the document whose scalar holds it.
  let outer: UInt32
  /// That scalar.
  let holder: NodeID
  /// The outermost part of the file that it stands in.
  let root: PartID
}

/// Gives every embedded document of a list of files an index behind the files.
struct EmbeddingTable {
  private(set) var documents: [DocumentModel]
  private(set) var embeddings: [Embedding?]
  /// For each document the index of its first embedded one; the others follow in the order of their trees.
  private(set) var firstTree: [UInt32]

  init(_ files: [DocumentModel]) {
    documents = files
    embeddings = [Embedding?](repeating: nil, count: files.count)
    firstTree = []
  }

  mutating func placeEmbedded() {
    var index = 0
    while index < documents.count {
      let first = UInt32(documents.count)
      firstTree.append(first)
      for embedded in documents[index].embedded {
        documents.append(embedded.model)
        let outer =
          embedded.holderTree == .own ? UInt32(index) : first + UInt32(embedded.holderTree.rawValue) - 1
        let root = embeddings[index]?.root ?? PartID(document: UInt32(index), index: embedded.root)
        embeddings.append(Embedding(outer: outer, holder: embedded.holder, root: root))
      }
      index += 1
    }
  }
}
