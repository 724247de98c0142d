/// What a value of a known key looks like.
public enum ValueShape: Sendable, Hashable {
  /// By the field's own type and words.
  case plain
  /// A mapping with keys of its own, by its name in the shape.
  case mapping(String)
  /// A list of such mappings.
  case list(of: String)
  /// A list whose elements are texts or such mappings.
  case listOfTextsOr(String)
  /// Such a mapping, or its text.
  case mappingOrText(String)
  /// A list of such mappings, or its text.
  case listOrText(of: String)
  /// One of some words.
  case words([String])
}

/// A key of a mapping.
public struct KeyShape: Sendable {
  /// The key.
  public let key: String
  /// What it sets; `nil` for a key that is known and says nothing.
  public let field: FieldName?
  /// What its value looks like.
  public let value: ValueShape
  /// Whether it is the spelling to write, and not one that is understood as well.
  public let isPreferred: Bool

  /// A key from its parts.
  public init(_ key: String, _ field: FieldName?, _ value: ValueShape = .plain, isPreferred: Bool = true) {
    self.key = key
    self.field = field
    self.value = value
    self.isPreferred = isPreferred
  }
}

/// A kind of mapping: the keys that it knows.
public struct MappingShape: Sendable {
  /// Its name, unique in the dialect.
  public let name: String
  /// The keys, in the order of their declaration.
  public var keys: [KeyShape]
  /// Which other keys it may have.
  public var others: OtherKeys
  /// Keys that it must have.
  public var required: [String]
  /// Keys whose value looks different where another key has some word.
  public var variants: [Variant]
  /// Kinds of mapping that it turns out to be by its keys; the first that fits counts.
  public var forms: [Form]

  /// Which keys a mapping may have beside those that it knows.
  public enum OtherKeys: Sendable, Hashable {
    case none
    case any
    /// Any but those with a prefix.
    case anyWithout(prefix: String)
    /// Every other key holds such a mapping; keys with the prefix hold anything.
    case mappings(String, freePrefix: String?)
  }

  /// Another kind of mapping that a mapping is, told by its keys.
  public struct Form: Sendable {
    /// Keys of which any tells.
    public let marks: Set<String>
    /// The kind of mapping, by its name.
    public let mapping: String

    /// A form from its parts.
    public init(marks: Set<String>, mapping: String) {
      self.marks = marks
      self.mapping = mapping
    }
  }

  /// What a key's value looks like where another key has a word.
  public struct Variant: Sendable {
    /// The key that decides.
    public let key: String
    /// Its word.
    public let word: String
    /// The key that is decided, with its value.
    public let decided: KeyShape
    private let reading: @Sendable (String) -> String

    /// A variant from its parts.
    /// - Parameter reading: finds the word in what is written, where that may be more than the word.
    public init(
      where key: String, is word: String, _ decided: KeyShape, reading: @escaping @Sendable (String) -> String = { $0 }
    ) {
      self.key = key
      self.word = word
      self.decided = decided
      self.reading = reading
    }

    /// Whether it holds where the key that decides has a value.
    public func holds(for text: String) -> Bool { reading(text) == word }
  }

  /// A kind of mapping from its parts.
  public init(
    _ name: String, _ keys: [KeyShape], others: OtherKeys = .none, required: [String] = [], variants: [Variant] = [],
    forms: [Form] = []
  ) {
    self.name = name
    self.keys = keys
    self.others = others
    self.required = required
    self.variants = variants
    self.forms = forms
  }
}

/// How the files of a dialect are built: what schemas and editors say of it.
public struct DialectShape: Sendable {
  /// The dialect.
  public let dialect: Dialect
  /// All kinds of mapping, the root first.
  public let mappings: [MappingShape]
  private let valueTypes: [FieldName: ValueType]

  /// A shape from its parts.
  /// - Parameter valueTypes: what values are in this dialect, where they are something else in general.
  public init(dialect: Dialect, mappings: [MappingShape], valueTypes: [FieldName: ValueType] = [:]) {
    self.dialect = dialect
    self.mappings = mappings
    self.valueTypes = valueTypes
  }

  /// What a field's value is expected to be in this dialect.
  public func valueType(of field: FieldName) -> ValueType { valueTypes[field] ?? field.valueType }
}
