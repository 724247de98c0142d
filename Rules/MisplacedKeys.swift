import GatewayModel

extension Part {
  /// Whether a key of the part stands where it is not read, and was meant for a field: what is missing from the field
  /// is explained by that.
  func hasMisplaced(_ field: FieldName) -> Bool {
    notes.contains { $0.kind == .misplacedKey && $0.expected == field }
  }
}
