public import YAMLDocument

/// A view of one field of a part: what is written, or that nothing is.
///
/// It does not keep its project alive, unlike a part: rules look at millions of fields, and counting references would
/// take more than what they ask for. Whoever keeps a field keeps the project.
public struct Field: Sendable {
  private let project: Unmanaged<Project>
  private let id: PartID
  private let model: Unmanaged<DocumentModel>
  /// Which field it is.
  public let name: FieldName
  let value: NodeID?
  let use: NodeID?
  private let tree: UInt32
  /// The syntax tree that the value is in.
  private let held: Unmanaged<YAMLDocument>

  init(part: borrowing Part, _ record: FieldRecord, in document: DocumentModel) {
    project = .passUnretained(part.project)
    id = part.id
    model = .passUnretained(document)
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

  init(part: borrowing Part, absent name: FieldName, in document: DocumentModel) {
    project = .passUnretained(part.project)
    id = part.id
    model = .passUnretained(document)
    self.name = name
    value = nil
    use = nil
    tree = part.id.document
    held = .passUnretained(document.yaml)
  }

  /// The part it belongs to.
  public var part: Part { Part(project: project.takeUnretainedValue(), id: id) }

  private func withFacts<Result>(_ body: (DialectFacts) -> Result) -> Result {
    model._withUnsafeGuaranteedRef { body($0.allFacts[Int($0.parts[Int(id.index)].facts)]) }
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
      case .scalar: return yaml.isNull(node, schema: withFacts(\.schema)) ? .null : .scalar
      }
    }
  }

  /// The value as YAML reads it; `nil` where it is no scalar or nothing is written.
  public var scalar: ScalarValue? {
    scalarNode.map { node in withYAML { $0.resolve(node, schema: withFacts(\.schema)) } }
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
    shape == .scalar ? scalarText : nil
  }

  private var scalarText: String? {
    scalarNode.map { node in withYAML { yaml in joinedPart(of: node, in: yaml) ?? yaml.string(node) } }
  }

  /// The half that the field stands for where a path mapping is one text; `nil` for any other field.
  private func joinedPart(of node: NodeID, in yaml: YAMLDocument) -> String? {
    guard name == .mappingPath || name == .mappingEnvironment, let separator = withFacts(\.mappingSeparator) else {
      return nil
    }
    let text = yaml.scalar(node)
    let end = text.lastIndex(of: separator) ?? text.endIndex
    let half = name == .mappingPath ? text[..<end] : text[end...].dropFirst()
    return String(decoding: half, as: UTF8.self)
  }

  /// The written bytes of a scalar, null included; `nil` for lists, mappings and what is not written.
  public var scalarBytes: ArraySlice<UInt8>? {
    scalarNode.map { node in withYAML { $0.scalar(node) } }
  }

  /// Calls `body` with the written bytes of a scalar, null included; `nil` for lists, mappings and what is not written.
  func withScalar<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    scalarNode.map { node in withYAML { $0.withScalar(node, body) } }
  }

  /// The value that holds where nothing is written.
  var defaultText: String? { withFacts { $0.defaults[name] } }

  /// The written text, else the value that holds where nothing is written.
  public var effectiveText: String? {
    switch shape {
    case .null: defaultText
    case .scalar: scalarText
    case .list, .mapping: nil
    }
  }

  /// Whether the value is filled in by a tool later: it holds `${…}` or `{{…}}` and is unknown here.
  public var isTemplated: Bool {
    guard let node = scalarNode else { return false }
    return withYAML { $0.mayHoldBrace(node) && $0.withScalar(node) { Self.isTemplate($0) } }
  }

  /// Whether a text is filled in later.
  public static func isTemplate(_ bytes: some Collection<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "{"), previous == UInt8(ascii: "$") || previous == UInt8(ascii: "{") { return true }
      previous = byte
    }
    return false
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
    case .string where withFacts({ $0.tool.quotedBooleans == .converted }):
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
    let isAlternate = model._withUnsafeGuaranteedRef { $0.parts[Int(id.index)].usesAlternateSpelling }
    let spelling = withFacts { $0.qualifiedSpelling(name, alternate: isAlternate) }
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
