/// A field that was written under a key or in a place that nothing reads.
struct MislaidField: Hashable, Sendable {
  let part: UInt32
  let name: FieldName
}

extension Part {
  /// Whether a key that was meant for a field of this part stands where nothing reads it, or is misspelled. The note
  /// about that key is the finding: a rule that misses the field has nothing to add.
  public func isMislaid(_ name: FieldName) -> Bool {
    document.mislaid.contains(MislaidField(part: id.index, name: name))
  }
}
