public import YAMLDocument

/// One part in the table: 40 bytes, its fields and its subtree named by index.
struct PartRecord: Sendable {
  var kind: PartKind
  var isIncomplete: Bool
  var usesAlternateSpelling: Bool
  /// Index into the facts of the document.
  var facts: UInt8
  var fieldCount: UInt16
  var node: NodeID
  var use: NodeID?
  var tree: TreeIndex
  var parent: UInt32
  var end: UInt32
  var firstField: UInt32
  /// One bit or more for each field that is written: most fields that rules ask for are not, and need no search then.
  private var fieldBits: UInt64 = 0

  init(
    kind: PartKind, usesAlternateSpelling: Bool, facts: UInt8, node: NodeID, use: NodeID?, tree: TreeIndex,
    parent: UInt32, index: UInt32
  ) {
    self.kind = kind
    isIncomplete = false
    self.usesAlternateSpelling = usesAlternateSpelling
    self.facts = facts
    fieldCount = 0
    self.node = node
    self.use = use
    self.tree = tree
    self.parent = parent
    end = index + 1
    firstField = 0
  }

  /// Notes which fields are written.
  mutating func setFields(_ fields: [FieldRecord], from first: Int) {
    firstField = UInt32(first)
    fieldCount = UInt16(fields.count)
    for field in fields { fieldBits |= Self.bit(field.name) }
  }

  /// Whether a field may be written; `false` is certain.
  func mayHave(_ name: FieldName) -> Bool { fieldBits & Self.bit(name) != 0 }

  private static func bit(_ name: FieldName) -> UInt64 { 1 << UInt64(name.rawValue & 63) }
}

/// One written field: 16 bytes.
struct FieldRecord: Sendable {
  var name: FieldName
  var value: NodeID
  var use: NodeID?
  var tree: TreeIndex
}

/// What one file says about the gateway: a table of parts in document order and a table of the fields that are written.
/// What is not written takes no room. A class, so that handing it around costs one reference count.
public final class DocumentModel: Sendable {
  /// The file as outputs name it.
  public let file: String
  /// The file's syntax tree.
  public let yaml: YAMLDocument
  /// What is particular to its dialect; what holds for one of its parts is `Part.facts`.
  public var facts: DialectFacts { allFacts[0] }
  /// The facts of its parts: one file may hold several components, each with keys and defaults of its own.
  let allFacts: [DialectFacts]
  /// The keys that each kind of mapping knows, for notes.
  public let knownKeys: [[String]]
  /// Whether a limit was reached, so that parts may be missing.
  public let isTruncated: Bool
  /// Files that this one says belong to its service, as written: globs of a manifest.
  public let memberGlobs: [NodeID]
  /// Documents that stand as text in scalars of this one, in the order of their trees.
  public let embedded: [EmbeddedDocument]

  /// The parts in document order. A buffer of the document's own, like the fields: an array would count a reference with
  /// every look at a record, and threads that count on one object wait for one another.
  nonisolated(unsafe) let parts: UnsafeBufferPointer<PartRecord>
  nonisolated(unsafe) let fields: UnsafeBufferPointer<FieldRecord>
  let mislaid: Set<PartField>
  let ties: [PartField: FieldTie]
  private let accidents: Set<NodeID>
  /// What the reader could not place.
  public let notes: [NoteRecord]
  /// One bit for every kind of part that occurs.
  private let kinds: UInt64

  init(
    file: String, yaml: YAMLDocument, allFacts: [DialectFacts], knownKeys: [[String]], isTruncated: Bool,
    memberGlobs: [NodeID], embedded: [EmbeddedDocument], parts: [PartRecord], fields: [FieldRecord],
    notes: [NoteRecord], mislaid: Set<PartField> = [], ties: [PartField: FieldTie] = [:]
  ) {
    self.file = file
    self.yaml = yaml
    self.allFacts = allFacts
    self.knownKeys = knownKeys
    self.isTruncated = isTruncated
    self.memberGlobs = memberGlobs
    self.embedded = embedded
    self.parts = Self.buffer(of: parts)
    self.fields = Self.buffer(of: fields)
    self.notes = notes
    kinds = parts.reduce(0) { $0 | 1 << UInt64($1.kind.rawValue) }
    self.mislaid = mislaid
    self.ties = ties
    accidents = Set(notes.lazy.filter { $0.kind.isAccident }.map(\.value))
  }

  deinit {
    parts.deallocate()
    fields.deallocate()
  }

  private static func buffer<Record: BitwiseCopyable>(of records: [Record]) -> UnsafeBufferPointer<Record> {
    let buffer = UnsafeMutableBufferPointer<Record>.allocate(capacity: records.count)
    _ = buffer.initialize(fromContentsOf: records)
    return UnsafeBufferPointer(buffer)
  }

  /// Whether a value is not what its author wrote, for a reason that one of the rules about YAML tells: a comment or a
  /// dash glued to it, an unquoted placeholder, a misspelled truth value. No other rule speaks of it.
  public func hasAccident(at node: NodeID) -> Bool { accidents.contains(node) }

  /// Number of parts.
  public var partCount: Int { parts.count }

  /// One of the trees that the nodes of parts and fields belong to.
  func yaml(ofTree tree: TreeIndex) -> YAMLDocument {
    tree == .own ? yaml : embedded[Int(tree.rawValue) - 1].model.yaml
  }

  /// Calls `body` with the node of every part and of every written field of the file's own tree, once for each place
  /// that uses it.
  public func forEachWrittenNode(_ body: (NodeID) -> Void) {
    for part in parts where part.tree == .own { body(part.node) }
    for field in fields where field.tree == .own { body(yaml.resolved(field.value)) }
  }

  /// Whether there is any part of a kind.
  /// - Complexity: O(1).
  public func contains(_ kind: PartKind) -> Bool { kinds & 1 << UInt64(kind.rawValue) != 0 }

  /// The kind of a part.
  public func kind(ofPart index: UInt32) -> PartKind { parts[Int(index)].kind }

  /// A text that does not parse, of which nothing is read.
  static func broken(_ yaml: YAMLDocument, file: String) -> DocumentModel {
    let facts = DialectFacts(dialect: .openAPI, schema: .core, spelling: [:])
    return DocumentModel(
      file: file, yaml: yaml, allFacts: [facts], knownKeys: [[]], isTruncated: false, memberGlobs: [], embedded: [],
      parts: [], fields: [], notes: [])
  }
}
