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
}

/// A key of a mapping.
public struct KeyShape: Sendable {
  /// The key.
  public let key: String
  /// What it sets; `nil` for a key that is known and says nothing.
  public let field: FieldName?
  /// What its value looks like.
  public let value: ValueShape

  /// A key from its parts.
  public init(_ key: String, _ field: FieldName?, _ value: ValueShape = .plain) {
    self.key = key
    self.field = field
    self.value = value
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

  /// Which keys a mapping may have beside those that it knows.
  public enum OtherKeys: Sendable, Hashable {
    case none
    case any
    /// Any but those with a prefix.
    case anyWithout(prefix: String)
    /// Every other key holds such a mapping; keys with the prefix hold anything.
    case mappings(String, freePrefix: String)
  }

  /// What a key's value looks like where another key has a word.
  public struct Variant: Sendable {
    /// The key that decides.
    public let key: String
    /// Its word.
    public let word: String
    /// The key that is decided, with its value.
    public let decided: KeyShape

    /// A variant from its parts.
    public init(where key: String, is word: String, _ decided: KeyShape) {
      self.key = key
      self.word = word
      self.decided = decided
    }
  }

  /// A kind of mapping from its parts.
  public init(
    _ name: String, _ keys: [KeyShape], others: OtherKeys = .none, required: [String] = [], variants: [Variant] = []
  ) {
    self.name = name
    self.keys = keys
    self.others = others
    self.required = required
    self.variants = variants
  }
}

/// How the files of a dialect are built: what a schema of it says.
public struct DialectShape: Sendable {
  /// The dialect.
  public let dialect: Dialect
  /// All kinds of mapping, the root first.
  public let mappings: [MappingShape]

  /// A shape from its parts.
  public init(dialect: Dialect, mappings: [MappingShape]) {
    self.dialect = dialect
    self.mappings = mappings
  }
}
