public import GatewayModel

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
  /// Adds a front-end parameter to an API.
  case addParameter(name: String, position: ParameterPosition, PartID)
  /// Moves the entry that a key stands in into another part's own mapping, under that part's spelling of a field.
  case move(key: Origin, to: FieldName, PartID)
  /// Puts a single value into a list, or turns a mapping into its JSON text.
  case wrapInList(Origin)
  /// Turns a mapping or list into a scalar that holds its JSON text.
  case quoteAsJSON(Origin)
  /// Adds an item to the list that a field holds.
  case append(MendValue, FieldName, PartID)
}

/// A way to mend a finding.
public struct Mend: Sendable {
  /// What it does.
  public var title: Text
  /// Whether it may be applied unasked.
  public var applicability: Applicability
  /// What to do, all or nothing.
  public var steps: [MendStep]

  /// A mend that may be applied unasked.
  public static func safe(_ title: Text, _ steps: MendStep...) -> Mend {
    Mend(title: title, applicability: .safe, steps: steps)
  }

  /// A mend that changes behaviour or guesses.
  public static func unsafe(_ title: Text, _ steps: MendStep...) -> Mend {
    Mend(title: title, applicability: .unsafe, steps: steps)
  }

  /// A mend from its parts.
  public init(title: Text, applicability: Applicability, steps: [MendStep]) {
    self.title = title
    self.applicability = applicability
    self.steps = steps
  }
}
