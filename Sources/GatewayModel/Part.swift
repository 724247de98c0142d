import YAMLDocument

/// A view of one part of a project. It keeps the project alive, unlike the fields that are taken from it.
public struct Part: Sendable, Hashable {
  /// The project it belongs to.
  public let project: Project
  /// Its handle.
  public let id: PartID
  /// The document; the project keeps it alive. Rules ask parts millions of times, and counting references would take
  /// more than what they ask for.
  private let held: Unmanaged<DocumentModel>

  init(project: Project, id: PartID) {
    self.project = project
    self.id = id
    held = .passUnretained(project.documents[Int(id.document)])
  }

  /// Two views are equal if they show the same part.
  public static func == (left: Part, right: Part) -> Bool { left.id == right.id }
  /// Hashes the handle.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// Whether its keys are spelled in the second form of its dialect.
  public var usesAlternateSpelling: Bool { record.usesAlternateSpelling }

  var record: PartRecord { held._withUnsafeGuaranteedRef { $0.parts[Int(id.index)] } }

  /// What kind of part it is.
  public var kind: PartKind { record.kind }
  /// The document it is written in.
  public var document: DocumentModel { held.takeUnretainedValue() }
  /// What is particular to its dialect.
  public var facts: DialectFacts { held._withUnsafeGuaranteedRef { $0.allFacts[Int($0.parts[Int(id.index)].facts)] } }
  /// Where it is written.
  public var origin: Origin {
    let record = record
    return Origin(
      document: project.tree(record.tree, ofDocument: id.document), node: record.node, use: record.use)
  }

  /// Whether something of it is not in the input, behind a reference that cannot be followed or since it names only what
  /// it changes: what is missing there is unknown, not absent.
  public var isIncomplete: Bool { record.isIncomplete }

  /// The part that holds this one; `nil` for a part at the top.
  public var parent: Part? {
    let record = record
    return record.parent == id.index
      ? nil : Part(project: project, id: PartID(document: id.document, index: record.parent))
  }

  /// The nearest part of a kind that holds this one, itself included.
  public func enclosing(_ kind: PartKind) -> Part? {
    var part: Part? = self
    while let current = part, current.kind != kind { part = current.parent }
    return part
  }

  /// The parts of a kind directly below this one, in document order.
  public func children(_ kind: PartKind) -> [Part] {
    let parts = project.documents[Int(id.document)].parts
    var result: [Part] = []
    var index = id.index + 1
    let end = parts[Int(id.index)].end
    while index < end {
      if parts[Int(index)].kind == kind {
        result.append(Part(project: project, id: PartID(document: id.document, index: index)))
      }
      index = parts[Int(index)].end
    }
    return result
  }

  /// A field by name, written or not.
  public subscript(_ name: FieldName) -> Field {
    held._withUnsafeGuaranteedRef { document in
      let record = document.parts[Int(id.index)]
      if record.mayHave(name) {
        let first = Int(record.firstField)
        for index in first..<first + Int(record.fieldCount) where document.fields[index].name == name {
          return Field(part: self, document.fields[index], in: document)
        }
      }
      return Field(part: self, absent: name, in: document)
    }
  }

  /// All fields that are written, in the order they were read.
  public var writtenFields: [Field] {
    held._withUnsafeGuaranteedRef { document in
      let record = document.parts[Int(id.index)]
      let first = Int(record.firstField)
      return document.fields[first..<first + Int(record.fieldCount)].map { Field(part: self, $0, in: document) }
    }
  }
}
