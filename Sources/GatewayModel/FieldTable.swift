/// What is known of some fields, looked up without hashing: rules ask for the value that holds by default with nearly
/// every field they read.
public struct FieldTable<Value: Sendable>: Sendable {
  /// The same as a dictionary.
  public let dictionary: [FieldName: Value]
  private let values: [Value]
  /// For each field its value's index plus one; 0 for a field without one.
  private let slots: [UInt16]

  /// A table of what a dictionary holds.
  public init(_ dictionary: [FieldName: Value]) {
    self.dictionary = dictionary
    var values: [Value] = []
    var slots: [UInt16] = []
    if let last = dictionary.keys.map(\.rawValue).max() {
      slots = [UInt16](repeating: 0, count: Int(last) + 1)
      for (field, value) in dictionary {
        values.append(value)
        slots[Int(field.rawValue)] = UInt16(values.count)
      }
    }
    self.values = values
    self.slots = slots
  }

  /// What is known of a field.
  /// - Complexity: O(1).
  public subscript(_ field: FieldName) -> Value? {
    let index = Int(field.rawValue)
    guard index < slots.count, slots[index] > 0 else { return nil }
    return values[Int(slots[index]) - 1]
  }
}
