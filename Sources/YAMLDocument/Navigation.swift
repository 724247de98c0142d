import SourceText

/// The items of a sequence, or the keys and values of a mapping in turn.
public struct NodeChildren: Sequence, IteratorProtocol, Sendable {
  private let table: NodeTable
  private var index: Int
  private let end: Int

  init(_ table: NodeTable, of node: NodeID) {
    self.table = table
    index = node.index + 1
    end = table.subtreeEnd(node.index)
  }

  init(noneIn table: NodeTable) {
    self.table = table
    index = 0
    end = 0
  }

  /// The next child.
  public mutating func next() -> NodeID? {
    guard index < end else { return nil }
    defer { index = table.subtreeEnd(index) }
    return NodeID(rawValue: UInt32(index))
  }
}

/// The pairs of a mapping as written.
public struct NodePairs: Sequence, IteratorProtocol, Sendable {
  private var children: NodeChildren

  init(_ children: NodeChildren) {
    self.children = children
  }

  /// The next pair.
  public mutating func next() -> (key: NodeID, value: NodeID)? {
    guard let key = children.next(), let value = children.next() else { return nil }
    return (key, value)
  }
}

extension YAMLDocument {
  /// The items of a sequence (for a mapping its keys and values in turn); none for scalars and aliases.
  public func children(of node: NodeID) -> NodeChildren {
    NodeChildren(table, of: node)
  }

  /// The pairs of a mapping as written, duplicates and merge keys included; none for other nodes.
  public func pairs(of node: NodeID) -> NodePairs {
    NodePairs(kind(node) == .mapping ? NodeChildren(table, of: node) : NodeChildren(noneIn: table))
  }

  /// All nodes below and including `node`, in pre-order.
  public func subtree(of node: NodeID) -> some Sequence<NodeID> {
    (node.index..<table.subtreeEnd(node.index)).lazy.map { NodeID(rawValue: UInt32($0)) }
  }

  /// The ancestors of a node from its document's root, and the node itself last.
  /// - Complexity: O(depth + number of siblings on the way).
  public func path(to node: NodeID) -> [NodeID] {
    guard let root = root(of: node) else { return [] }
    var path = [root]
    var current = root
    while current != node {
      guard let child = children(of: current).first(where: { node.index < table.subtreeEnd($0.index) }) else { break }
      path.append(child)
      current = child
    }
    return path
  }

  /// The root of the document that the node belongs to.
  /// - Complexity: O(log documents).
  public func root(of node: NodeID) -> NodeID? {
    let roots = table.roots
    var low = 0
    var high = roots.count
    while low < high {
      let middle = (low + high) / 2
      if roots[middle] <= node { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? roots[low - 1] : nil
  }

  /// The collection that holds the node; nil for a root.
  /// - Complexity: O(depth + number of siblings on the way).
  public func parent(of node: NodeID) -> NodeID? {
    path(to: node).dropLast().last
  }

  /// The key under which a value stands in its mapping; nil for keys, items and roots.
  /// - Complexity: O(1) for keys that are no collections, else as `parent(of:)`.
  public func keyNode(ofValue node: NodeID) -> NodeID? {
    guard table.nodes[node.index].has(.value) else { return nil }
    if table.nodes[node.index - 1].has(.key) { return NodeID(rawValue: node.rawValue - 1) }
    guard let parent = parent(of: node) else { return nil }
    return pairs(of: parent).first { $0.value == node }?.key
  }

  /// The innermost node that the byte offset touches: one that holds the byte, else one that ends there.
  public func node(at offset: UInt32) -> NodeID? {
    guard var current = innermost(table.roots, at: offset) else { return nil }
    while let child = innermost(children(of: current), at: offset) { current = child }
    return current
  }

  private func innermost(_ nodes: some Sequence<NodeID>, at offset: UInt32) -> NodeID? {
    var touching: NodeID?
    for node in nodes {
      let span = span(node)
      if span.start > offset { break }
      if offset < span.end { return node }
      if span.end == offset { touching = node }
    }
    return touching
  }
}
