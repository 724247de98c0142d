/// A value to write.
public indirect enum MendValue: Sendable, Hashable {
  /// Text; quoted as the place needs it.
  case string(String)
  /// A whole number.
  case integer(Int64)
  /// A truth value.
  case boolean(Bool)
  /// A list.
  case list([MendValue])
  /// A mapping with literal keys, in this order.
  case map([MendEntry])
  /// A mapping of fields, spelled as the dialect spells them, in this order.
  case fields([MendField])
}

/// A literal key with its value.
public struct MendEntry: Sendable, Hashable {
  /// The key.
  public var key: String
  /// The value.
  public var value: MendValue
  /// An entry from its parts.
  public init(_ key: String, _ value: MendValue) {
    self.key = key
    self.value = value
  }
}

/// A field with its value.
public struct MendField: Sendable, Hashable {
  /// The field.
  public var name: FieldName
  /// The value.
  public var value: MendValue
  /// A field from its parts.
  public init(_ name: FieldName, _ value: MendValue) {
    self.name = name
    self.value = value
  }
}

/// One step of a mend, in terms of the model. The dialect that read the part turns it into byte edits in the file's own
/// keys and style, or says that it cannot.
public enum MendStep: Sendable {
  /// Replaces a written value.
  case set(Origin, MendValue)
  /// Writes a field that is not there, with the mappings that must hold it.
  case insert(FieldName, MendValue, PartID)
  /// Removes the entry or list item that holds a value.
  case remove(Origin)
  /// Writes another text for a key.
  case renameKey(Origin, String)
  /// Adds a front-end parameter of type string to an API.
  case addParameter(name: String, position: ParameterPosition, isRequired: Bool = true, PartID)
  /// Moves the entry that a key stands in into another part's own mapping, under that part's spelling of a field.
  case move(key: Origin, to: FieldName, PartID)
  /// Puts a single value into a list.
  case wrapInList(Origin)
  /// Puts the only item of a list into the list's place.
  case unwrapList(Origin)
  /// Turns a value into a text: a mapping or list into its JSON, a number or truth value into what is written.
  case quoteAsJSON(Origin)
  /// Puts neighbouring entries of one mapping, named by their keys, under a new key of it.
  case nest([Origin], under: String)
  /// Puts the mapping behind a key in the place of the mapping that holds nothing but that key.
  case lift(Origin)
  /// Replaces some bytes of a scalar's decoded text, variables in it included.
  case rewrite(Origin, offset: Int, count: Int, String)
  /// Adds an item to the list that a field holds.
  case append(MendValue, FieldName, PartID)
}
