public import SourceText

/// One YAML or JSON file as it is written: a stream of documents as a compact tree of nodes, each with the bytes that
/// it stands on.
///
/// Nothing is resolved away: aliases, merge keys and duplicate keys stay nodes. A class, so that handing it around costs
/// one reference count.
public final class YAMLDocument: Sendable {
  /// The text that was read.
  public let source: SourceText
  /// The first syntax error or limit. The tree that was read until then is kept, its open collections closed.
  public let problem: SyntaxProblem?
  /// The bounds that were applied.
  public let limits: Limits
  let table: NodeTable

  init(source: SourceText, problem: SyntaxProblem?, limits: Limits, table: NodeTable) {
    self.source = source
    self.problem = problem
    self.limits = limits
    self.table = table
  }

  /// Reads a text. Every input gives a document: what cannot be read is told by `problem`.
  /// - Complexity: O(n) in the number of bytes. Beside the source, 16 bytes a node and the values that are written
  ///   otherwise than they read are kept.
  public static func parse(_ bytes: [UInt8], limits: Limits = .standard) -> YAMLDocument {
    parse(SourceText(bytes), limits: limits)
  }

  /// Reads a text whose line table exists already.
  public static func parse(_ source: SourceText, limits: Limits = .standard) -> YAMLDocument {
    let (table, problem) = EventReader.read(source, limits: limits)
    return YAMLDocument(source: source, problem: problem, limits: limits, table: table)
  }

  // MARK: Nodes

  /// The root node of each document, in order. A document that holds nothing has an empty scalar, a stream without
  /// documents no root.
  public var roots: [NodeID] { table.roots }

  /// Number of nodes in the stream; their ids are 0 up to this.
  public var nodeCount: Int { table.nodes.count }

  /// What the node is.
  public func kind(_ node: NodeID) -> NodeKind { table.nodes[node.index].kind }

  /// The bytes of the content itself, without anchor and tag.
  ///
  /// A block collection ends with its last descendant, a flow collection with its bracket. A block scalar reaches from
  /// its `|` or `>` to the end of its last line with text, without the line end. A value that is not written is an
  /// empty span behind the colon, dash or property before it.
  public func span(_ node: NodeID) -> ByteSpan { table.nodes[node.index].span }

  /// How a scalar is written; `.plain` for what is no scalar.
  public func style(_ node: NodeID) -> ScalarStyle { table.nodes[node.index].style }

  /// Whether the node is a collection in flow style (`[…]`, `{…}`, JSON).
  public func isFlow(_ node: NodeID) -> Bool { table.nodes[node.index].has(.flow) }

  /// Whether the node is a mapping of one pair without braces, an item of a flow sequence: `[key: value]`.
  public func isBracelessPair(_ node: NodeID) -> Bool { table.nodes[node.index].has(.bracelessPair) }

  /// Whether the node is a plain scalar of no characters: a value that is not written.
  public func isUnwritten(_ node: NodeID) -> Bool {
    let record = table.nodes[node.index]
    return record.kind == .scalar && record.style == .plain && record.start == record.end
  }

  // MARK: Scalars

  /// The value of a scalar as UTF-8, decoded. Empty for what is no scalar.
  /// - Complexity: O(1); a slice of the source where the value stands there as it reads.
  public func scalar(_ node: NodeID) -> ArraySlice<UInt8> {
    let record = table.nodes[node.index]
    guard record.kind == .scalar else { return [] }
    return record.has(.decoded) ? table.decoded[valueRange(of: record)] : source.bytes[valueRange(of: record)]
  }

  /// Where the value of a scalar stands: among the decoded values, or in the source.
  @inline(__always)
  private func valueRange(of record: Node) -> Range<Int> {
    if record.has(.decoded) {
      let slice = table.decodedSlices[Int(record.link)]
      return Int(slice.offset)..<Int(slice.offset + slice.count)
    }
    let quotes = record.style == .plain ? 0 : 1
    return Int(record.start) + quotes..<Int(record.end) - quotes
  }

  /// Calls `body` with the value of a scalar as UTF-8, decoded; with no bytes for what is no scalar. The bytes must not
  /// be used after it returns.
  /// - Complexity: that of `body`. Counts no reference, unlike the slice that `scalar(_:)` gives.
  public func withScalar<Result>(_ node: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withBytes(of: table.nodes[node.index], body)
  }

  @inline(__always)
  func withBytes<Result>(of record: Node, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard record.kind == .scalar else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let range = valueRange(of: record)
    if record.has(.decoded) {
      return table.decoded.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
    return source.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The value of a scalar, decoded. Empty for what is no scalar.
  public func string(_ node: NodeID) -> String {
    withBytes(of: table.nodes[node.index]) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the node is a scalar with this value. Compares bytes; an alias is not followed.
  public func isScalar(_ node: NodeID, equalTo text: StaticString) -> Bool {
    let record = table.nodes[node.index]
    guard record.kind == .scalar else { return false }
    return withBytes(of: record) { $0.isEqual(to: text.bytes) }
  }

  /// Whether the node is a scalar with this value. Compares bytes; an alias is not followed.
  public func isScalar(_ node: NodeID, equalTo text: String) -> Bool {
    let record = table.nodes[node.index]
    guard record.kind == .scalar else { return false }
    return withBytes(of: record) { $0.count == text.utf8.count && $0.elementsEqual(text.utf8) }
  }

  /// Whether the node is a scalar of nothing but white space.
  public func isBlank(_ node: NodeID) -> Bool {
    let record = table.nodes[node.index]
    return record.has(.mayBeBlank)
      && withBytes(of: record) { $0.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }
  }

  /// Whether the node is a scalar that may hold a `{`; `false` is certain.
  /// - Complexity: O(1).
  public func mayHoldBrace(_ node: NodeID) -> Bool { table.nodes[node.index].has(.mayHoldBrace) }

  // MARK: Anchors, tags, aliases

  /// The name of the node's anchor, without `&`.
  public func anchor(_ node: NodeID) -> String? {
    anchorSpan(node).map { source.string(ByteSpan($0.start + 1, $0.end)) }
  }

  /// The bytes of the node's anchor, `&` included.
  public func anchorSpan(_ node: NodeID) -> ByteSpan? {
    guard table.nodes[node.index].has(.anchored) else { return nil }
    return NodeTable.property(of: node, in: table.anchors).map { ByteSpan($0.start, $0.end) }
  }

  /// The node's tag with its handle resolved: `tag:yaml.org,2002:str` for `!!str`, `!Ref` for `!Ref`.
  public func tag(_ node: NodeID) -> String? {
    guard table.nodes[node.index].has(.tagged) else { return nil }
    return NodeTable.property(of: node, in: table.tags).map { table.tagNames[Int($0.name)] }
  }

  /// The bytes of the node's tag as written.
  public func tagSpan(_ node: NodeID) -> ByteSpan? {
    guard table.nodes[node.index].has(.tagged) else { return nil }
    return NodeTable.property(of: node, in: table.tags).map { ByteSpan($0.start, $0.end) }
  }

  /// The node that an alias stands for: the nearest one before it with that anchor in its document. Nil for an alias
  /// without definition and for what is no alias. The target may be an ancestor of the alias.
  public func target(ofAlias node: NodeID) -> NodeID? {
    let record = table.nodes[node.index]
    guard record.kind == .alias, record.link != Node.noTarget else { return nil }
    return NodeID(rawValue: record.link)
  }

  /// The node itself, or what it stands for if it is an alias. An alias without definition stands for itself.
  public func resolved(_ node: NodeID) -> NodeID {
    target(ofAlias: node) ?? node
  }
}
