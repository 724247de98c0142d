/// Names a field of one of a document's parts.
struct PartField: Hashable, Sendable {
  let part: UInt32
  let name: FieldName
}
