import SourceText

extension YAMLDocument {
  /// Reads a text that came from one that was read before, as after a keystroke: the same as reading it anew. Where the
  /// change lies within entries of a block mapping, those alone are parsed, and the nodes around them taken over.
  ///
  /// - Complexity: O(n) in the number of bytes to compare and of nodes to copy; parsing, which takes most of the time
  ///   otherwise, is left to what changed.
  public static func parse(_ bytes: [UInt8], after old: YAMLDocument, limits: Limits = .standard) -> YAMLDocument {
    let source = SourceText(bytes)
    guard let table = ChangedText(old, bytes, limits)?.table else { return parse(source, limits: limits) }
    return YAMLDocument(source: source, problem: nil, limits: limits, table: table)
  }
}

/// A text and the one that it came from: what changed, and which entries of a mapping hold the change.
///
/// The entries stand on lines of their own: the parser is in the same state at the beginning of such a line whatever the
/// lines before it say, as long as they leave the mapping open, and its state there decides how it reads on. So entries
/// that are again a mapping of the same column, read alone, are read in their place with the same result, and what is
/// behind them stays as it was.
struct ChangedText {
  private let old: YAMLDocument
  private let bytes: [UInt8]
  private let limits: Limits
  private let entries: Entries

  /// Whole entries of a block mapping, one behind the other.
  private struct Entries {
    /// The key of the first.
    let first: NodeID
    /// The key behind the last; `nil` where they reach to the end of the text.
    let next: NodeID?
    /// The number of collections around the mapping.
    let depth: Int
    /// From the beginning of the first one's line to the beginning of the next one's.
    let span: Range<Int>
  }

  /// `nil` where the change does not lie within such entries.
  init?(_ old: YAMLDocument, _ bytes: [UInt8], _ limits: Limits) {
    guard old.problem == nil, old.limits == limits, bytes.count <= limits.bytes, old.roots.count == 1,
      old.table.anchors.isEmpty, old.table.tags.isEmpty,
      let entries = Self.entries(around: Self.change(from: old.source.bytes, to: bytes), in: old)
    else { return nil }
    self.old = old
    self.bytes = bytes
    self.limits = limits
    self.entries = entries
  }

  // MARK: Finding

  /// The bytes of the old text that are not in the new one as well.
  private static func change(from old: [UInt8], to new: [UInt8]) -> Range<Int> {
    old.withUnsafeBufferPointer { old in
      new.withUnsafeBufferPointer { new in
        let shorter = min(old.count, new.count)
        var start = 0
        while start < shorter, old[start] == new[start] { start += 1 }
        var end = 0
        while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        return start..<old.count - end
      }
    }
  }

  /// The innermost entries that hold a change.
  private static func entries(around change: Range<Int>, in yaml: YAMLDocument) -> Entries? {
    var found: Entries?
    var current: NodeID? = yaml.roots[0]
    var depth = 0
    while let collection = current, !yaml.isFlow(collection) {
      switch yaml.kind(collection) {
      case .mapping:
        guard !yaml.table.nodes[collection.index].has(.merges) else { return found }
        let (entries, value) = self.entries(around: change, of: collection, depth: depth, in: yaml)
        found = entries ?? found
        current = value
      case .sequence:
        current = nil
        for item in yaml.children(of: collection) where Int(yaml.span(item).start) < change.lowerBound {
          current = item
        }
      case .scalar, .alias: return found
      }
      depth += 1
    }
    return found
  }

  /// The entries of a mapping that hold a change, and the value that holds it if it is one entry.
  private static func entries(
    around change: Range<Int>, of mapping: NodeID, depth: Int, in yaml: YAMLDocument
  ) -> (entries: Entries?, value: NodeID?) {
    var first: (key: NodeID, start: Int)?
    var value: NodeID?
    var next: (key: NodeID, start: Int)?
    let column = yaml.column(of: yaml.span(mapping).start)
    for pair in yaml.pairs(of: mapping) {
      let start = lineStart(ofKey: pair.key, inColumn: column, of: yaml)
      // What is written before a key's first character may belong to the value before it.
      if Int(yaml.span(pair.key).start) < change.lowerBound {
        first = start.map { (pair.key, $0) }
        value = pair.value
      } else if let start, start >= change.upperBound {
        next = (pair.key, start)
        break
      } else {
        value = nil
      }
    }
    guard let first, next != nil || yaml.table.subtreeEnd(mapping.index) == yaml.nodeCount else { return (nil, value) }
    let span = first.start..<(next?.start ?? yaml.source.bytes.count)
    return (Entries(first: first.key, next: next?.key, depth: depth, span: span), value)
  }

  /// Where the line of a scalar key begins; `nil` where the key is not the first on its line, in the column of its
  /// mapping: one behind `- ` is not, nor one behind `?`.
  private static func lineStart(ofKey key: NodeID, inColumn column: Int, of yaml: YAMLDocument) -> Int? {
    let base = Int(yaml.source.byteOrderMarkLength)
    let end = Int(yaml.span(key).start)
    let start = end - column
    guard yaml.kind(key) == .scalar, start >= base, start == base || yaml.source.bytes[start - 1] == 0x0A,
      yaml.source.bytes[start..<end].allSatisfy({ $0 == 0x20 })
    else { return nil }
    return start
  }

  // MARK: Reading

  /// The nodes of the new text; `nil` where the changed entries cannot be read alone.
  var table: NodeTable? {
    let span = entries.span.lowerBound..<entries.span.upperBound + bytes.count - old.source.bytes.count
    let text = Array(bytes[span])
    guard entries.next == nil || text.last == 0x0A, !Self.holdsDocumentMarks(text) else { return nil }
    var limits = limits
    limits.depth -= entries.depth
    let (table, problem) = EventReader.read(SourceText(text), limits: limits)
    guard problem == nil, table.roots.count == 1, table.anchors.isEmpty, table.tags.isEmpty, isMapping(table),
      old.nodeCount + table.nodes.count <= limits.nodes
    else { return nil }
    return spliced(table, at: span)
  }

  /// Whether entries that were read alone are a mapping in the column of the old ones.
  private func isMapping(_ table: NodeTable) -> Bool {
    let root = table.nodes[0]
    guard root.kind == .mapping, !root.has(.flow), !root.has(.merges), table.nodes.count > 1 else { return false }
    let key = table.nodes[1]
    let column = Int(old.span(entries.first).start) - entries.span.lowerBound
    return key.kind == .scalar && Int(key.start) == column && key.end > key.start
  }

  /// Whether a line begins with what begins or ends a document.
  private static func holdsDocumentMarks(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      text.indices.contains { index in
        switch text[index] {
        case UInt8(ascii: "%"): text.isLineStart(index)
        case UInt8(ascii: "-"), UInt8(ascii: "."):
          index + 2 < text.count && text[index + 1] == text[index] && text[index + 2] == text[index]
            && text.isLineStart(index)
        default: false
        }
      }
    }
  }

  /// The old nodes with those of the entries replaced.
  private func spliced(_ inner: NodeTable, at span: Range<Int>) -> NodeTable {
    let nodes = old.table.nodes
    let first = entries.first.index
    let next = entries.next?.index ?? nodes.count
    let addedNodes = inner.nodes.count - 1 - (next - first)
    let addedBytes = span.count - entries.span.count
    let end = inner.nodes[0].end + UInt32(span.lowerBound)
    var decoded = DecodedValues()
    var result = ContiguousArray<Node>()
    result.reserveCapacity(nodes.count + addedNodes)
    for index in 0..<first {
      var node = nodes[index]
      if node.isCollection, node.link > first {
        // One that holds the entries ends with them or behind them.
        node.end = Int(node.link) == next && entries.next == nil ? end : node.end.moved(addedBytes)
        node.link = node.link.moved(addedNodes)
      }
      decoded.keep(&node, of: old.table)
      result.append(node)
    }
    for index in 1..<inner.nodes.count {
      var node = inner.nodes[index].moved(bytes: span.lowerBound, nodes: first - 1)
      decoded.keep(&node, of: inner)
      result.append(node)
    }
    for index in next..<nodes.count {
      var node = nodes[index].moved(bytes: addedBytes, nodes: addedNodes)
      decoded.keep(&node, of: old.table)
      result.append(node)
    }
    return NodeTable(
      nodes: result, decoded: decoded.bytes, decodedSlices: decoded.slices, anchors: [], tags: [], tagNames: [],
      roots: old.roots)
  }
}

/// Values that stand beside the source, gathered from several tables.
private struct DecodedValues {
  private(set) var bytes: [UInt8] = []
  private(set) var slices: [DecodedSlice] = []

  /// Takes over the value of a node, where it has one here.
  mutating func keep(_ node: inout Node, of table: NodeTable) {
    guard node.kind == .scalar, node.has(.decoded) else { return }
    let slice = table.decodedSlices[Int(node.link)]
    node.link = UInt32(slices.count)
    slices.append(DecodedSlice(offset: UInt32(bytes.count), count: slice.count))
    bytes += table.decoded[Int(slice.offset)..<Int(slice.offset + slice.count)]
  }
}

extension Node {
  fileprivate func moved(bytes: Int, nodes: Int) -> Node {
    var node = self
    node.start = start.moved(bytes)
    node.end = end.moved(bytes)
    if isCollection { node.link = link.moved(nodes) }
    return node
  }
}

extension UInt32 {
  fileprivate func moved(_ distance: Int) -> UInt32 { UInt32(Int(self) + distance) }
}
