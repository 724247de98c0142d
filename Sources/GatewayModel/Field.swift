public import YAMLDocument

/// A view of one field of a part: what is written, or that nothing is.
public struct Field: Sendable {
  /// The part it belongs to.
  public let part: Part
  /// Which field it is.
  public let name: FieldName
  let value: NodeID?
  let use: NodeID?
  private let tree: UInt32

  init(part: Part, _ record: FieldRecord) {
    self.part = part
    name = record.name
    value = record.value
    use = record.use
    tree = part.project.tree(record.tree, ofDocument: part.id.document)
  }

  init(part: Part, absent name: FieldName) {
    self.part = part
    self.name = name
    value = nil
    use = nil
    tree = part.id.document
  }

  /// How a written value is built.
  public enum Shape: Sendable {
    /// Nothing is written, or an explicit null.
    case null
    /// A scalar other than null.
    case scalar
    /// A list.
    case list
    /// A mapping.
    case mapping
  }

  private var yaml: YAMLDocument { part.project.document(tree).yaml }

  /// Whether the key is there, whatever its value.
  public var isWritten: Bool { value != nil }

  /// Whether the key is not there.
  public var isAbsent: Bool { value == nil }

  /// Where the value stands; `nil` where nothing is written.
  public var origin: Origin? {
    value.map { Origin(document: tree, node: yaml.resolved($0), use: use ?? alias) }
  }

  private var alias: NodeID? {
    guard let value, yaml.kind(value) == .alias else { return nil }
    return value
  }

  /// The node of the value with aliases followed; `nil` where nothing is written.
  public var node: NodeID? { value.map { yaml.resolved($0) } }

  /// How the value is built.
  public var shape: Shape {
    guard let node else { return .null }
    switch yaml.kind(node) {
    case .mapping: return .mapping
    case .sequence: return .list
    case .alias: return .null
    case .scalar: return yaml.isNull(node, schema: part.facts.schema) ? .null : .scalar
    }
  }

  /// The value as YAML reads it; `nil` where it is no scalar or nothing is written.
  public var scalar: ScalarValue? {
    guard let node, yaml.kind(node) == .scalar else { return nil }
    return yaml.resolve(node, schema: part.facts.schema)
  }

  /// The written characters of a scalar, whatever its type; `nil` for null, lists, mappings and what is not written.
  public var text: String? {
    guard shape == .scalar, let node else { return nil }
    return joinedPart(of: yaml.scalar(node)) ?? yaml.string(node)
  }

  /// The half that the field stands for where a path mapping is one text; `nil` for any other field.
  private func joinedPart(of text: ArraySlice<UInt8>) -> String? {
    guard name == .mappingPath || name == .mappingEnvironment, let separator = part.facts.mappingSeparator else {
      return nil
    }
    let end = text.lastIndex(of: separator) ?? text.endIndex
    let half = name == .mappingPath ? text[..<end] : text[end...].dropFirst()
    return String(decoding: half, as: UTF8.self)
  }

  /// The written bytes of a scalar, null included; `nil` for lists, mappings and what is not written.
  public var scalarBytes: ArraySlice<UInt8>? {
    guard let node, yaml.kind(node) == .scalar else { return nil }
    return yaml.scalar(node)
  }

  /// The written text, else the value that holds where nothing is written.
  public var effectiveText: String? {
    isAbsent || shape == .null ? part.facts.defaults[name] : text
  }

  /// Whether the value is filled in by a tool later: it holds `${…}` or `{{…}}` and is unknown here.
  public var isTemplated: Bool {
    guard let node, yaml.kind(node) == .scalar else { return false }
    return Self.isTemplate(yaml.scalar(node))
  }

  /// Whether a text is filled in later.
  public static func isTemplate(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.contains(UInt8(ascii: "{")) else { return false }
    return zip(bytes, bytes.dropFirst()).contains { first, second in
      second == UInt8(ascii: "{") && (first == UInt8(ascii: "$") || first == UInt8(ascii: "{"))
    }
  }

  /// Whether nothing is written, or null, or nothing but white space.
  public var isBlank: Bool {
    switch shape {
    case .null: true
    case .scalar: scalarBytes?.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } ?? false
    case .list, .mapping: false
    }
  }

  /// Whether a text is written: a scalar that is read as nothing else.
  public var isText: Bool { scalar == .string }

  /// The truth value; `nil` where none is written or it is no boolean.
  public var boolean: Bool? {
    switch scalar {
    case .bool(let value): return value
    case .string where part.facts.tool.quotedBooleans == .converted:
      let word = text?.lowercased()
      return word == "true" ? true : word == "false" ? false : nil
    default: return nil
    }
  }

  /// The whole number; `nil` where none is written.
  public var integer: Int64? {
    if case .integer(let value) = scalar { return value }
    return nil
  }

  /// The items of a list, aliases followed.
  public var items: [Origin] {
    guard shape == .list, let node else { return [] }
    return yaml.children(of: node).map {
      Origin(document: tree, node: yaml.resolved($0), use: yaml.kind($0) == .alias ? $0 : use)
    }
  }

  /// The texts of a list's scalars, in their order.
  public var itemTexts: [String] {
    items.filter { yaml.kind($0.node) == .scalar }.map { yaml.string($0.node) }
  }

  /// Whether the value is exactly this text.
  public func equals(_ text: StaticString) -> Bool {
    guard shape == .scalar, let node else { return false }
    return yaml.isScalar(node, equalTo: text)
  }

  /// The user's own key for the field, with the keys that lead to it.
  public var spelling: String {
    let spelling = part.facts.qualifiedSpelling(name, alternate: part.usesAlternateSpelling)
    guard let value, let key = yaml.keyNode(ofValue: value), yaml.kind(key) == .scalar else { return spelling }
    let start = spelling.lastIndex(of: ".").map { spelling.index(after: $0) } ?? spelling.startIndex
    return spelling[start...] == yaml.string(key) ? spelling : spelling[..<start] + yaml.string(key)
  }
}
