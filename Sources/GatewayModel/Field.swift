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
  /// The syntax tree that the value is in; the part's project keeps it alive.
  private let held: Unmanaged<YAMLDocument>

  init(part: Part, _ record: FieldRecord, in document: DocumentModel) {
    self.part = part
    name = record.name
    value = record.value
    use = record.use
    if record.tree == .own {
      tree = part.id.document
      held = .passUnretained(document.yaml)
    } else {
      tree = part.project.tree(record.tree, ofDocument: part.id.document)
      held = .passUnretained(part.project.documents[Int(tree)].yaml)
    }
  }

  init(part: Part, absent name: FieldName, in document: DocumentModel) {
    self.part = part
    self.name = name
    value = nil
    use = nil
    tree = part.id.document
    held = .passUnretained(document.yaml)
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

  private func withYAML<Result>(_ body: (YAMLDocument) -> Result) -> Result { held._withUnsafeGuaranteedRef(body) }

  /// Whether the key is there, whatever its value.
  public var isWritten: Bool { value != nil }

  /// Whether the key is not there.
  public var isAbsent: Bool { value == nil }

  /// Where the value stands; `nil` where nothing is written.
  public var origin: Origin? {
    value.map { value in
      withYAML {
        Origin(document: tree, node: $0.resolved(value), use: use ?? ($0.kind(value) == .alias ? value : nil))
      }
    }
  }

  /// The node of the value with aliases followed; `nil` where nothing is written.
  public var node: NodeID? { value.map { value in withYAML { $0.resolved(value) } } }

  /// How the value is built.
  public var shape: Shape {
    guard let value else { return .null }
    return withYAML { yaml in
      let node = yaml.resolved(value)
      switch yaml.kind(node) {
      case .mapping: return .mapping
      case .sequence: return .list
      case .alias: return .null
      case .scalar: return yaml.isNull(node, schema: part.facts.schema) ? .null : .scalar
      }
    }
  }

  /// The value as YAML reads it; `nil` where it is no scalar or nothing is written.
  public var scalar: ScalarValue? {
    scalarNode.map { node in withYAML { $0.resolve(node, schema: part.facts.schema) } }
  }

  /// The node of a scalar, null included.
  private var scalarNode: NodeID? {
    guard let value else { return nil }
    return withYAML { yaml in
      let node = yaml.resolved(value)
      return yaml.kind(node) == .scalar ? node : nil
    }
  }

  /// The written characters of a scalar, whatever its type; `nil` for null, lists, mappings and what is not written.
  public var text: String? {
    guard shape == .scalar, let bytes = scalarBytes else { return nil }
    return joinedPart(of: bytes) ?? String(decoding: bytes, as: UTF8.self)
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
    scalarNode.map { node in withYAML { $0.scalar(node) } }
  }

  /// The written text, else the value that holds where nothing is written.
  public var effectiveText: String? {
    isAbsent || shape == .null ? part.facts.defaults[name] : text
  }

  /// Whether the value is filled in by a tool later: it holds `${…}` or `{{…}}` and is unknown here.
  public var isTemplated: Bool {
    guard let node = scalarNode else { return false }
    return withYAML { $0.mayHoldBrace(node) && Self.isTemplate($0.scalar(node)) }
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
    case .scalar: scalarNode.map { node in withYAML { $0.isBlank(node) } } ?? false
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
    return withYAML { yaml in
      yaml.children(of: node).map {
        Origin(document: tree, node: yaml.resolved($0), use: yaml.kind($0) == .alias ? $0 : use)
      }
    }
  }

  /// The texts of a list's scalars, in their order.
  public var itemTexts: [String] {
    withYAML { yaml in items.filter { yaml.kind($0.node) == .scalar }.map { yaml.string($0.node) } }
  }

  /// Whether the value is exactly this text.
  public func equals(_ text: StaticString) -> Bool {
    guard shape == .scalar, let node else { return false }
    return withYAML { $0.isScalar(node, equalTo: text) }
  }

  /// The user's own key for the field, with the keys that lead to it.
  public var spelling: String {
    let spelling = part.facts.qualifiedSpelling(name, alternate: part.usesAlternateSpelling)
    guard let value, let written = withYAML({ $0.keyText(ofValue: value) }) else { return spelling }
    let start = spelling.lastIndex(of: ".").map { spelling.index(after: $0) } ?? spelling.startIndex
    return spelling[start...] == written ? spelling : spelling[..<start] + written
  }
}

extension YAMLDocument {
  /// The text of the scalar key that a value stands under.
  fileprivate func keyText(ofValue value: NodeID) -> String? {
    guard let key = keyNode(ofValue: value), kind(key) == .scalar else { return nil }
    return string(key)
  }
}
