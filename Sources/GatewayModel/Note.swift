public import YAMLDocument

/// What a reader met and could not place.
public enum NoteKind: UInt8, Sendable, CaseIterable {
  /// A key that is written twice in one mapping; `origin` is the later one, `other` the first.
  case duplicateKey
  /// A key that the mapping does not know.
  case unknownKey
  /// A key that another place of the dialect reads; `expected` says which.
  case misplacedKey
  /// A key that is one letter away from the vendor's own odd spelling; `expected` says which field is meant.
  case misspelledKey
  /// A key that no publication of the vendor documents, though readers accept it by convention.
  case unconfirmedKey
  /// A key of a path item that is no method.
  case unknownMethod
  /// The pseudo-method of a path item that stands for every method.
  case unconfirmedMethod
  /// A reference that cannot be followed.
  case unresolvedReference
  /// An item of a list, or a path item, that is no mapping, where only mappings are read; of a list, key and value are
  /// the item.
  case itemNotMapping
  /// A key among the paths of a document that is none, such as a method without a path above it.
  case keyAmongPaths
  /// Inputs of a component that stand inside its inputs.
  case nestedInputs
  /// A gateway event whose settings do not stand under its parameters; `other` is the event's first key that should.
  case missingParameters
  /// The events of a template that stand beside the properties instead of inside.
  case misplacedEvents
  /// A switch that turns the gateway off, beside other settings of it.
  case disabledGateway
  /// A second event of one name where the tool demands different ones; `other` is the first name.
  case duplicateEventName
  /// A variable of a form that the tool does not fill in; `value` is the scalar that holds it.
  case unresolvedVariable
  /// An unquoted word that is a truth value but for a slip of the keyboard.
  case misspelledBoolean
  /// An unquoted text with what seems to be a comment glued to it.
  case gluedComment
  /// Several list items that are read as one text since a dash is glued to one of them.
  case gluedDash
  /// A mapping of one bare word, where a placeholder in braces was left unquoted.
  case flowPlaceholder

  /// Whether it is about a value that reads otherwise than its author meant.
  public var isAccident: Bool {
    switch self {
    case .gluedComment, .gluedDash, .flowPlaceholder, .misspelledBoolean: true
    default: false
    }
  }
}

/// One thing that a reader could not place.
public struct NoteRecord: Sendable {
  /// What it is.
  public var kind: NoteKind
  /// Index of the part that is affected.
  public var part: UInt32
  /// The key.
  public var key: NodeID
  /// The reference through which the key came, if any.
  public var use: NodeID?
  /// The value behind the key.
  public var value: NodeID
  /// The other key it concerns, such as the first of two equal ones.
  public var other: NodeID?
  /// The field that the key was probably meant for, or that reads it in another place.
  public var expected: FieldName?
  /// Which keys the mapping knows; an index into the model's `knownKeys`.
  public var level: UInt16
  /// The field whose mapping or list holds the key; `nil` for the part's own mapping.
  public var within: FieldName?
  /// Which tree of the file the nodes belong to.
  var tree: UInt16
}

/// A note together with the project it belongs to.
public struct Note: Sendable {
  /// The project.
  public let project: Project
  /// Index of the document it was left in.
  public let document: UInt32
  /// The record itself.
  public let record: NoteRecord

  /// A view of a record.
  public init(project: Project, document: UInt32, record: NoteRecord) {
    self.project = project
    self.document = document
    self.record = record
  }

  private var tree: UInt32 { project.tree(TreeIndex(rawValue: record.tree), ofDocument: document) }

  /// What kind of note it is.
  public var kind: NoteKind { record.kind }
  /// The part that is affected.
  public var part: Part { project.part(PartID(document: document, index: record.part)) }
  /// The key as it is written.
  public var keyText: String { project.document(tree).yaml.string(record.key) }
  /// The key's place.
  public var key: Origin { Origin(document: tree, node: record.key, use: record.use) }
  /// The place of the value behind the key.
  public var value: Origin { Origin(document: tree, node: record.value, use: record.use) }
  /// The place of the other key it concerns.
  public var other: Origin? { record.other.map { Origin(document: tree, node: $0) } }
  /// The field that the key was meant for, or that is read elsewhere.
  public var expected: FieldName? { record.expected }
  /// The field whose mapping or list holds the key, such as a plugin's data; `nil` for the part's own mapping.
  public var within: FieldName? { record.within }
  /// The keys that the mapping knows.
  public var knownKeys: [String] { project.document(document).knownKeys[Int(record.level)] }
}
