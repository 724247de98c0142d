/// A value to write into a YAML or JSON text.
public indirect enum NewValue: Sendable, Hashable {
  /// A text, quoted where the place needs it.
  case string(String)
  /// A whole number.
  case integer(Int64)
  /// `true` or `false`.
  case boolean(Bool)
  /// A list.
  case list([NewValue])
  /// A mapping, in this order.
  case map([NewEntry])

  /// Whether it is a list or mapping with something in it.
  var isFilledCollection: Bool {
    switch self {
    case .list(let items): !items.isEmpty
    case .map(let entries): !entries.isEmpty
    case .string, .integer, .boolean: false
    }
  }
}

/// A key with the value to write behind it.
public struct NewEntry: Sendable, Hashable {
  /// The key.
  public var key: String
  /// The value.
  public var value: NewValue

  /// An entry from its parts.
  public init(_ key: String, _ value: NewValue) {
    self.key = key
    self.value = value
  }
}

/// Where a new entry or item goes.
public enum InsertionPoint: Sendable, Hashable {
  /// Before all others.
  case first
  /// Behind all others.
  case last
  /// Before an entry, named by its key, or before an item; the comments above it stay with it.
  case before(NodeID)
  /// Behind an entry, named by its key, or behind an item.
  case after(NodeID)
}
