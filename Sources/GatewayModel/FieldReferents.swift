/// The parts that a field names, as far as its reader could follow what is written.
public struct FieldReferents: Sendable {
  /// The parts, in the order in which they are named.
  public let parts: [Part]
  /// Whether something is named that cannot be told: it is computed later, or not in the file.
  public let hasUnknown: Bool
}

/// The same by index, as a reader finds it.
struct FieldTie: Sendable {
  var targets: [UInt32]
  var hasUnknown: Bool
}

extension Part {
  /// The parts of the same file that a field names by reference, where references are how its tool ties things
  /// together; `nil` where the field names nothing.
  public func referents(of name: FieldName) -> FieldReferents? {
    guard let tie = document.ties[PartField(part: id.index, name: name)] else { return nil }
    let parts = tie.targets.map { project.part(PartID(document: id.document, index: $0)) }
    return FieldReferents(parts: parts, hasUnknown: tie.hasUnknown)
  }
}
