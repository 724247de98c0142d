extension Part {
  /// Whether a key that was meant for a field of this part stands where nothing reads it, or is misspelled. The note
  /// about that key is the finding: a rule that misses the field has nothing to add.
  public func isMislaid(_ name: FieldName) -> Bool {
    document.mislaid.contains(PartField(part: id.index, name: name))
  }
}
