import SourceText

/// Edits one YAML or JSON text: every operation gives the few bytes to replace and leaves all others as they are, or
/// says why no edit is certain.
///
/// New text follows the file: its indentation, its lists' depth below their key, its line ends, its quotes, JSON where
/// the file is JSON. The edits of one operation do not overlap; several at one place keep their order.
public final class YAMLEditor {
  /// The text that is edited.
  public let yaml: YAMLDocument
  /// How plain scalars are read.
  public let schema: ScalarSchema
  /// Whether the whole text is JSON.
  public let isJSON: Bool

  let bytes: [UInt8]
  private let parents: [UInt32]
  /// Aliases with what they stand for, ordered by that.
  private let aliases: [(target: UInt32, alias: UInt32)]
  /// How deep the first nested mapping stands below its key; 2 where there is none.
  let indentStep: Int
  /// How deep the first list stands below its key; as a mapping where there is none.
  let sequenceOffset: Int
  private var keysOfMappings: [NodeID: Set<ScalarKey>] = [:]

  private static let noParent = UInt32.max

  /// An editor of a text.
  /// - Complexity: O(n) in the number of nodes; each operation then takes time in proportion to the depth and to the
  ///   bytes it looks at.
  public init(_ yaml: YAMLDocument, schema: ScalarSchema = .core) {
    self.yaml = yaml
    self.schema = schema
    bytes = yaml.source.bytes
    var parents = [UInt32](repeating: Self.noParent, count: yaml.nodeCount)
    var aliases: [(target: UInt32, alias: UInt32)] = []
    var open: [Int] = []
    var step: Int?
    var offset: Int?
    let nodes = yaml.table.nodes
    for index in nodes.indices {
      while let last = open.last, yaml.table.subtreeEnd(last) <= index { open.removeLast() }
      if let last = open.last { parents[index] = UInt32(last) }
      let node = nodes[index]
      if node.kind == .alias, node.link != Node.noTarget { aliases.append((node.link, UInt32(index))) }
      guard node.isCollection else { continue }
      if let holder = open.last, nodes[holder].kind == .mapping, !nodes[holder].has(.flow), !node.has(.flow),
        node.has(.value), node.kind == .mapping ? step == nil : offset == nil
      {
        let depth = Self.column(of: Int(node.start), in: yaml) - Self.column(of: Int(nodes[holder].start), in: yaml)
        if node.kind == .mapping { step = depth } else { offset = depth }
      }
      open.append(index)
    }
    self.parents = parents
    self.aliases = aliases.sorted { $0 < $1 }
    indentStep = max(1, step ?? 2)
    sequenceOffset = max(0, offset ?? indentStep)
    isJSON = JSONForm.isJSON(yaml)
  }

  private static func column(of offset: Int, in yaml: YAMLDocument) -> Int {
    yaml.source.bytes.withUnsafeBufferPointer { offset - $0.lineStart(of: offset) }
  }

  // MARK: The tree

  /// The collection that holds a node; nil for a root.
  public func parent(of node: NodeID) -> NodeID? {
    let parent = parents[node.index]
    return parent == Self.noParent ? nil : NodeID(rawValue: parent)
  }

  /// The key under which a value stands; nil for keys, items and roots.
  public func key(ofValue node: NodeID) -> NodeID? {
    guard yaml.table.nodes[node.index].has(.value) else { return nil }
    return previousSibling(of: node)
  }

  /// The value behind a key; nil for what is no key.
  public func value(ofKey key: NodeID) -> NodeID? {
    yaml.isKey(key) ? NodeID(rawValue: UInt32(yaml.table.subtreeEnd(key.index))) : nil
  }

  /// The child before a node in the same collection: for a value its key.
  func previousSibling(of node: NodeID) -> NodeID? {
    guard let parent = parent(of: node), node.index - 1 > parent.index else { return nil }
    return ancestor(of: NodeID(rawValue: node.rawValue - 1), below: parent)
  }

  /// The last child of a collection.
  func lastChild(of node: NodeID) -> NodeID? {
    let end = yaml.table.subtreeEnd(node.index)
    guard end > node.index + 1 else { return nil }
    return ancestor(of: NodeID(rawValue: UInt32(end - 1)), below: node)
  }

  func firstChild(of node: NodeID) -> NodeID? {
    yaml.table.subtreeEnd(node.index) > node.index + 1 ? NodeID(rawValue: node.rawValue + 1) : nil
  }

  private func ancestor(of node: NodeID, below holder: NodeID) -> NodeID {
    var node = node
    while let parent = parent(of: node), parent != holder { node = parent }
    return node
  }

  func hasKey(_ name: String, _ mapping: NodeID) -> Bool {
    if keysOfMappings[mapping] == nil {
      keysOfMappings[mapping] = Set(yaml.pairs(of: mapping).compactMap { ScalarKey(yaml, $0.key) })
    }
    return keysOfMappings[mapping]?.contains(ScalarKey(bytes: ArraySlice(name.utf8))) ?? false
  }

  // MARK: Sharing

  /// Whether the node, or one that holds it, stands for aliases elsewhere: an edit would reach further than it seems.
  public func isShared(_ node: NodeID) -> Bool {
    guard !aliases.isEmpty else { return false }
    var current: NodeID? = node
    while let node = current {
      if hasAliases(to: node.index..<node.index + 1, outside: 0..<0) { return true }
      current = parent(of: node)
    }
    return false
  }

  /// Whether something at or below the node is used by an alias outside of it.
  func isUsedFromOutside(_ node: NodeID) -> Bool {
    let range = node.index..<yaml.table.subtreeEnd(node.index)
    return hasAliases(to: range, outside: range)
  }

  private func hasAliases(to targets: Range<Int>, outside: Range<Int>) -> Bool {
    var low = 0
    var high = aliases.count
    while low < high {
      let middle = (low + high) / 2
      if aliases[middle].target < targets.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < aliases.count, Int(aliases[low].target) < targets.upperBound {
      if !outside.contains(Int(aliases[low].alias)) { return true }
      low += 1
    }
    return false
  }

  /// Refuses to change bytes that others use, what is part of a key that is a collection, and texts that do not parse.
  func requireOwn(_ node: NodeID) throws(EditRefusal) {
    guard yaml.problem == nil else { throw .brokenText }
    if isShared(node) { throw .sharedValue }
    var current = yaml.isKey(node) && yaml.kind(node) == .scalar ? parent(of: node) : node
    while let holder = current {
      if yaml.isKey(holder) { throw .unsuitable }
      current = parent(of: holder)
    }
  }

  /// Refuses to take a value away that others use.
  func requireRemovable(_ node: NodeID) throws(EditRefusal) {
    try requireOwn(node)
    if isUsedFromOutside(node) { throw .sharedValue }
  }
}
