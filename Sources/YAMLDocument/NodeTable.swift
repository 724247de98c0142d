import SourceText

/// The nodes of a stream in pre-order, with what only few of them have in side tables.
final class NodeTable: Sendable {
  let nodes: NodeBuffer
  /// Values that are not a slice of the source, one behind the other.
  let decoded: [UInt8]
  let decodedSlices: [DecodedSlice]
  let anchors: [Property]
  let tags: [Property]
  let tagNames: [String]
  let roots: [NodeID]

  init(
    nodes: ContiguousArray<Node>, decoded: [UInt8], decodedSlices: [DecodedSlice], anchors: [Property],
    tags: [Property], tagNames: [String], roots: [NodeID]
  ) {
    self.nodes = NodeBuffer(nodes)
    self.decoded = decoded
    self.decodedSlices = decodedSlices
    self.anchors = anchors
    self.tags = tags
    self.tagNames = tagNames
    self.roots = roots
  }

  deinit { nodes.deallocate() }

  /// The index behind the last descendant.
  func subtreeEnd(_ index: Int) -> Int {
    let node = nodes[index]
    return node.isCollection ? Int(node.link) : index + 1
  }

  /// The anchor or tag of a node in one of the two side tables, which are sorted by node.
  static func property(of node: NodeID, in table: [Property]) -> Property? {
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle].node < node.rawValue { low = middle + 1 } else { high = middle }
    }
    return low < table.count && table[low].node == node.rawValue ? table[low] : nil
  }
}

/// The nodes of a table, in memory of their own: an array would count a reference with every look at a node, and threads
/// that count on one object wait for one another.
struct NodeBuffer: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Node>
  let count: Int

  init(_ nodes: ContiguousArray<Node>) {
    count = nodes.count
    base = .allocate(capacity: nodes.count)
    nodes.withUnsafeBufferPointer { nodes in
      if let first = nodes.baseAddress { base.initialize(from: first, count: nodes.count) }
    }
  }

  func deallocate() { base.deallocate() }

  var indices: Range<Int> { 0..<count }

  subscript(_ index: Int) -> Node {
    @inline(__always) get {
      precondition(index >= 0 && index < count, "a node of another document")
      return base[index]
    }
  }
}

/// 16 bytes that every node has.
struct Node: BitwiseCopyable {
  var start: UInt32
  var end: UInt32
  /// A collection: the index behind its last descendant. A scalar that is decoded: its slice. An alias: its target,
  /// or `Node.noTarget`.
  var link: UInt32
  private var bits: UInt32

  static let noTarget = UInt32.max

  init(kind: NodeKind, style: ScalarStyle = .plain, start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
    link = 0
    bits = UInt32(kind.rawValue) | UInt32(style.rawValue) << 2
  }

  @inline(__always) var kind: NodeKind { NodeKind(rawValue: UInt8(bits & 3)) ?? .scalar }
  @inline(__always) var style: ScalarStyle { ScalarStyle(rawValue: UInt8(bits >> 2 & 7)) ?? .plain }
  var isCollection: Bool { kind == .mapping || kind == .sequence }
  var span: ByteSpan { ByteSpan(start, max(start, end)) }

  func has(_ flag: Flag) -> Bool { bits & flag.rawValue != 0 }

  mutating func set(_ flag: Flag) { bits |= flag.rawValue }

  /// One bit each.
  enum Flag: UInt32 {
    case flow = 0x20
    case decoded = 0x40
    case anchored = 0x80
    case tagged = 0x100
    /// A mapping with a `<<` key.
    case merges = 0x200
    /// A mapping of one pair without braces, written as an item of a flow sequence.
    case bracelessPair = 0x400
    /// A key of a mapping.
    case key = 0x800
    /// The value behind a key of a mapping.
    case value = 0x1000
    /// A scalar that may be null, by its first byte.
    case mayBeNull = 0x2000
    /// A scalar that may hold a `{`.
    case mayHoldBrace = 0x4000
    /// A scalar that may be nothing but white space, by its first byte.
    case mayBeBlank = 0x8000
  }
}

/// Where a decoded value lies in `NodeTable.decoded`.
struct DecodedSlice {
  var offset: UInt32
  var count: UInt32
}

/// An anchor or a tag as written.
struct Property {
  var node: UInt32
  var start: UInt32
  var end: UInt32
  /// For a tag: its index in `NodeTable.tagNames`.
  var name: UInt32
}
