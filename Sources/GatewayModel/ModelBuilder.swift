public import YAMLDocument

/// Collects what a reader finds in one file. A class, so that readers which share code through a protocol do not copy it
/// with every question.
public final class ModelBuilder {
  /// The syntax tree that is being read: the file's own, or that of a text inside it.
  public private(set) var yaml: YAMLDocument
  private let ownTree: YAMLDocument
  private var parts: [PartRecord] = []
  private var fields: [FieldRecord] = []
  private var notes: [NoteRecord] = []
  private var pending: [[FieldRecord]] = []
  private var open: [UInt32] = []
  private var memberGlobs: [NodeID] = []
  private var mislaid: Set<PartField> = []
  private var ties: [PartField: FieldTie] = [:]
  private var trees: [EmbeddedTree] = []
  private var treeOfText: [TextKey: TreeIndex] = [:]
  private var entered: [TreeIndex] = []
  private var currentFacts: UInt8 = 0
  private var usedParts = 0
  private let usedPartLimit: Int

  /// Whether the limit of parts that references may multiply has been reached. A reader stops expanding then.
  public private(set) var limitReached = false

  /// A builder for one file.
  /// - Parameter usedPartLimit: how many parts may come through aliases and references before the reader must stop.
  public init(yaml: YAMLDocument, usedPartLimit: Int = 200_000) {
    self.yaml = yaml
    ownTree = yaml
    self.usedPartLimit = usedPartLimit
  }

  /// Whether no part was opened yet.
  public var isEmpty: Bool { parts.isEmpty }

  /// Index of the innermost part that is open.
  public var currentPart: UInt32 { open.last ?? 0 }

  /// Opens a part below the one that is open.
  /// - Parameters:
  ///   - node: the node that it is written as.
  ///   - use: the reference through which it came, if any.
  ///   - usesAlternateSpelling: whether its keys are spelled in the dialect's second form.
  @discardableResult
  public func begin(
    _ kind: PartKind, node: NodeID, use: NodeID? = nil, usesAlternateSpelling: Bool = false
  ) -> UInt32 {
    let index = UInt32(parts.count)
    if use != nil {
      usedParts += 1
      if usedParts > usedPartLimit { limitReached = true }
    }
    parts.append(
      PartRecord(
        kind: kind, usesAlternateSpelling: usesAlternateSpelling, facts: currentFacts, node: node, use: use,
        tree: currentTree, parent: open.last ?? index, index: index))
    open.append(index)
    pending.append([])
    return index
  }

  /// Records a written field of the part that is open. The first one of a name wins.
  public func set(_ name: FieldName, value: NodeID, use: NodeID? = nil) {
    guard !pending[pending.count - 1].contains(where: { $0.name == name }) else { return }
    pending[pending.count - 1].append(FieldRecord(name: name, value: value, use: use, tree: currentTree))
  }

  /// Says what a field of the part that is open holds, where its value is a text and this what the text says.
  public func replace(_ name: FieldName, value: NodeID) {
    guard let index = pending[pending.count - 1].firstIndex(where: { $0.name == name }) else { return }
    pending[pending.count - 1][index].value = value
    pending[pending.count - 1][index].tree = currentTree
  }

  /// Forgets a field of the part that is open, where a reader finds that what is written stands for nothing.
  public func remove(_ name: FieldName) {
    pending[pending.count - 1].removeAll { $0.name == name }
  }

  /// Whether the part that is open has the field already.
  public func has(_ name: FieldName) -> Bool {
    pending.last?.contains { $0.name == name } ?? false
  }

  /// The value of a field of the part that is open, and the reference through which it came.
  public func value(of name: FieldName) -> (value: NodeID, use: NodeID?)? {
    pending.last?.first { $0.name == name }.map { ($0.value, $0.use) }
  }

  /// The mappings that are written in the file's own tree where a field is a text, of all parts that are closed.
  public var mappingsInPlaceOfTexts: [NodeID] {
    fields.compactMap { field in
      guard field.tree == .own else { return nil }
      let node = ownTree.resolved(field.value)
      return ownTree.kind(node) == .mapping && field.name.valueType == .string ? node : nil
    }
  }

  /// Marks the part that is open as one of which something is not in the input: what is missing there may be elsewhere.
  public func markIncomplete() {
    if let index = open.last { parts[Int(index)].isIncomplete = true }
  }

  /// Closes the part that is open.
  public func end() {
    let index = Int(open.removeLast())
    let own = pending.removeLast()
    parts[index].setFields(own, from: fields.count)
    parts[index].end = UInt32(parts.count)
    fields.append(contentsOf: own)
  }

  /// Records that a key which was meant for a field of the part that is open stands where nothing reads it, or is
  /// misspelled. A note says so already: rules that would miss the field stay silent.
  public func mislay(_ field: FieldName) {
    mislaid.insert(PartField(part: currentPart, name: field))
  }

  /// Records which parts a field names by reference.
  /// - Parameters:
  ///   - part: index of the part that has the field, open or not.
  ///   - targets: indices of the parts that are named.
  ///   - hasUnknown: whether something is named that cannot be told.
  public func tie(_ name: FieldName, ofPart part: UInt32, to targets: [UInt32], hasUnknown: Bool) {
    ties[PartField(part: part, name: name)] = FieldTie(targets: targets, hasUnknown: hasUnknown)
  }

  /// Leaves a note about a key.
  /// - Parameter part: the part that is affected; the one that is open where none is given.
  public func note(
    _ kind: NoteKind, key: NodeID, value: NodeID, use: NodeID? = nil, other: NodeID? = nil,
    expected: FieldName? = nil, within: FieldName? = nil, level: UInt16 = 0, part: UInt32? = nil
  ) {
    notes.append(
      NoteRecord(
        kind: kind, part: part ?? currentPart, key: key, use: use, value: value, other: other, expected: expected,
        level: level,
        within: within, tree: currentTree.rawValue))
  }

  /// Chooses the facts that hold for the parts that are opened from now on.
  /// - Parameter index: a position in the facts that `finish` is given.
  public func useFacts(_ index: UInt8) {
    currentFacts = index
  }

  /// Records a glob of files that belong to the service.
  public func addMember(glob: NodeID) {
    memberGlobs.append(glob)
  }

  // MARK: Text inside text

  private struct EmbeddedTree {
    var yaml: YAMLDocument
    var holder: NodeID
    var holderTree: TreeIndex
    var model: DocumentModel?
    var root: UInt32
  }

  /// A scalar that holds a text: several places may use it through aliases, and it is read once.
  private struct TextKey: Hashable {
    var node: NodeID
    var tree: TreeIndex
  }

  private static let nestingLimit = 4

  private var currentTree: TreeIndex { entered.last ?? .own }

  /// Goes into the document that stands as text in a scalar of the tree that is being read: what is recorded until
  /// `leave()` belongs to it.
  /// - Returns: its root, a mapping or a list; `nil` where the node is no scalar, its text is neither, it does not
  ///   parse, or texts are nested deeper than any format nests them. Then there is nothing to leave.
  public func enter(textIn node: NodeID) -> NodeID? {
    let node = yaml.resolved(node)
    guard yaml.kind(node) == .scalar, entered.count < Self.nestingLimit else { return nil }
    let key = TextKey(node: node, tree: currentTree)
    if let known = treeOfText[key] {
      enter(known)
      return yaml.roots.first
    }
    guard trees.count < Int(UInt16.max) else { return nil }
    let inner = YAMLDocument.parse(Array(yaml.scalar(node)), limits: yaml.limits)
    guard inner.problem == nil, inner.roots.count == 1, let root = inner.roots.first, inner.kind(root) != .scalar,
      inner.kind(root) != .alias
    else { return nil }
    trees.append(EmbeddedTree(yaml: inner, holder: node, holderTree: currentTree, root: open.first ?? 0))
    let tree = TreeIndex(rawValue: UInt16(trees.count))
    treeOfText[key] = tree
    enter(tree)
    return root
  }

  private func enter(_ tree: TreeIndex) {
    entered.append(tree)
    yaml = trees[Int(tree.rawValue) - 1].yaml
  }

  /// Comes back from the text that was entered last.
  public func leave() {
    entered.removeLast()
    yaml = entered.last.map { trees[Int($0.rawValue) - 1].yaml } ?? ownTree
  }

  /// Records a whole definition, with parts of its own, that stands as text in a scalar of the tree that is being read.
  /// A text that does not parse is kept for the sake of its problem, unless a tool fills it in later.
  /// - Parameter read: reads the text's tree; `nil` where it is no definition.
  public func embed(textIn node: NodeID, file: String, read: (YAMLDocument) -> DocumentModel?) {
    let node = yaml.resolved(node)
    guard yaml.kind(node) == .scalar, trees.count < Int(UInt16.max) else { return }
    let inner = YAMLDocument.parse(Array(yaml.scalar(node)), limits: yaml.limits)
    if inner.problem != nil, Field.isTemplate(yaml.scalar(node)) { return }
    guard let model = inner.problem == nil ? read(inner) : .broken(inner, file: file) else { return }
    trees.append(
      EmbeddedTree(yaml: inner, holder: node, holderTree: currentTree, model: model, root: open.first ?? 0))
  }

  // MARK: The end

  /// The finished model of a file whose parts share their facts.
  public func finish(file: String, facts: DialectFacts, knownKeys: [[String]] = [[]]) -> DocumentModel {
    finish(file: file, allFacts: [facts], knownKeys: knownKeys)
  }

  /// The finished model.
  /// - Parameter allFacts: the facts that parts name by their index, at least one; the first are those of the file.
  public func finish(file: String, allFacts: [DialectFacts], knownKeys: [[String]] = [[]]) -> DocumentModel {
    let embedded = trees.map { tree in
      EmbeddedDocument(
        model: tree.model
          ?? DocumentModel(
            file: file, yaml: tree.yaml, allFacts: allFacts, knownKeys: knownKeys, isTruncated: false, memberGlobs: [],
            embedded: [], parts: [], fields: [], notes: []),
        holder: tree.holder, holderTree: tree.holderTree, root: tree.root)
    }
    return DocumentModel(
      file: file, yaml: ownTree, allFacts: allFacts, knownKeys: knownKeys, isTruncated: limitReached,
      memberGlobs: memberGlobs, embedded: embedded, parts: parts, fields: fields, notes: notes,
      mislaid: mislaid, ties: ties)
  }
}
