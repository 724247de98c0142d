public import YAMLDocument

/// One part in the table: 28 bytes, its fields and its subtree named by index.
struct PartRecord: Sendable {
  var kind: PartKind
  var isIncomplete: Bool
  var usesAlternateSpelling: Bool
  /// Index into the facts of the document.
  var facts: UInt8
  var fieldCount: UInt16
  var node: NodeID
  var use: NodeID?
  var parent: UInt32
  var end: UInt32
  var firstField: UInt32
}

/// One written field.
struct FieldRecord: Sendable {
  var name: FieldName
  var value: NodeID
  var use: NodeID?
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

  let parts: [PartRecord]
  let fields: [FieldRecord]
  /// What the reader could not place.
  public let notes: [NoteRecord]

  init(
    file: String, yaml: YAMLDocument, allFacts: [DialectFacts], knownKeys: [[String]], isTruncated: Bool,
    memberGlobs: [NodeID], parts: [PartRecord], fields: [FieldRecord], notes: [NoteRecord]
  ) {
    self.file = file
    self.yaml = yaml
    self.allFacts = allFacts
    self.knownKeys = knownKeys
    self.isTruncated = isTruncated
    self.memberGlobs = memberGlobs
    self.parts = parts
    self.fields = fields
    self.notes = notes
  }

  /// Number of parts.
  public var partCount: Int { parts.count }

  /// Calls `body` with the node of every part and of every written field, once for each place that uses it.
  public func forEachWrittenNode(_ body: (NodeID) -> Void) {
    for part in parts { body(part.node) }
    for field in fields { body(yaml.resolved(field.value)) }
  }

  /// The kind of a part.
  public func kind(ofPart index: UInt32) -> PartKind { parts[Int(index)].kind }
}

/// Collects what a reader finds in one file.
public struct ModelBuilder {
  /// The file's syntax tree.
  public let yaml: YAMLDocument
  private var parts: [PartRecord] = []
  private var fields: [FieldRecord] = []
  private var notes: [NoteRecord] = []
  private var pending: [[FieldRecord]] = []
  private var open: [UInt32] = []
  private var memberGlobs: [NodeID] = []
  private var currentFacts: UInt8 = 0
  private var usedParts = 0
  private let usedPartLimit: Int

  /// Whether the limit of parts that references may multiply has been reached. A reader stops expanding then.
  public private(set) var limitReached = false

  /// A builder for one file.
  /// - Parameter usedPartLimit: how many parts may come through aliases and references before the reader must stop.
  public init(yaml: YAMLDocument, usedPartLimit: Int = 200_000) {
    self.yaml = yaml
    self.usedPartLimit = usedPartLimit
  }

  /// Index of the innermost part that is open.
  public var currentPart: UInt32 { open.last ?? 0 }

  /// Opens a part below the one that is open.
  /// - Parameters:
  ///   - node: the node that it is written as.
  ///   - use: the reference through which it came, if any.
  ///   - usesAlternateSpelling: whether its keys are spelled in the dialect's second form.
  @discardableResult
  public mutating func begin(
    _ kind: PartKind, node: NodeID, use: NodeID? = nil, usesAlternateSpelling: Bool = false
  ) -> UInt32 {
    let index = UInt32(parts.count)
    if use != nil {
      usedParts += 1
      if usedParts > usedPartLimit { limitReached = true }
    }
    parts.append(
      PartRecord(
        kind: kind, isIncomplete: false, usesAlternateSpelling: usesAlternateSpelling, facts: currentFacts,
        fieldCount: 0, node: node, use: use, parent: open.last ?? index, end: index + 1, firstField: 0))
    open.append(index)
    pending.append([])
    return index
  }

  /// Records a written field of the part that is open. The first one of a name wins.
  public mutating func set(_ name: FieldName, value: NodeID, use: NodeID? = nil) {
    guard !pending[pending.count - 1].contains(where: { $0.name == name }) else { return }
    pending[pending.count - 1].append(FieldRecord(name: name, value: value, use: use))
  }

  /// Whether the part that is open has the field already.
  public func has(_ name: FieldName) -> Bool {
    pending.last?.contains { $0.name == name } ?? false
  }

  /// The value of a field of the part that is open, and the reference through which it came.
  public func value(of name: FieldName) -> (value: NodeID, use: NodeID?)? {
    pending.last?.first { $0.name == name }.map { ($0.value, $0.use) }
  }

  /// Marks the part that is open as one of which something is not in the input: what is missing there may be elsewhere.
  public mutating func markIncomplete() {
    if let index = open.last { parts[Int(index)].isIncomplete = true }
  }

  /// Closes the part that is open.
  public mutating func end() {
    let index = Int(open.removeLast())
    let own = pending.removeLast()
    parts[index].firstField = UInt32(fields.count)
    parts[index].fieldCount = UInt16(own.count)
    parts[index].end = UInt32(parts.count)
    fields.append(contentsOf: own)
  }

  /// Leaves a note about a key of the part that is open.
  public mutating func note(
    _ kind: NoteKind, key: NodeID, value: NodeID, use: NodeID? = nil, other: NodeID? = nil,
    expected: FieldName? = nil, level: UInt16 = 0
  ) {
    notes.append(
      NoteRecord(
        kind: kind, part: currentPart, key: key, use: use, value: value, other: other, expected: expected, level: level)
    )
  }

  /// Chooses the facts that hold for the parts that are opened from now on.
  /// - Parameter index: a position in the facts that `finish` is given.
  public mutating func useFacts(_ index: UInt8) {
    currentFacts = index
  }

  /// Records a glob of files that belong to the service.
  public mutating func addMember(glob: NodeID) {
    memberGlobs.append(glob)
  }

  /// The finished model of a file whose parts share their facts.
  public consuming func finish(file: String, facts: DialectFacts, knownKeys: [[String]] = [[]]) -> DocumentModel {
    finish(file: file, allFacts: [facts], knownKeys: knownKeys)
  }

  /// The finished model.
  /// - Parameter allFacts: the facts that parts name by their index, at least one; the first are those of the file.
  public consuming func finish(file: String, allFacts: [DialectFacts], knownKeys: [[String]] = [[]]) -> DocumentModel {
    DocumentModel(
      file: file, yaml: yaml, allFacts: allFacts, knownKeys: knownKeys, isTruncated: limitReached,
      memberGlobs: memberGlobs,
      parts: parts, fields: fields, notes: notes)
  }
}
