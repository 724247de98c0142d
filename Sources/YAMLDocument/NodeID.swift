/// A node of one `YAMLDocument`: its index in pre-order over the whole stream.
public struct NodeID: Hashable, Sendable, BitwiseCopyable, Comparable {
  /// The index; 0 is the root of the first document.
  public let rawValue: UInt32

  /// A node by its index. Only indices that a document handed out are valid in it.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Orders as written: an ancestor before its descendants, a sibling before the next.
  public static func < (left: NodeID, right: NodeID) -> Bool {
    left.rawValue < right.rawValue
  }

  var index: Int { Int(rawValue) }
}

/// What a node is.
public enum NodeKind: UInt8, Sendable {
  case scalar, mapping, sequence, alias
}

/// How a scalar is written.
public enum ScalarStyle: UInt8, Sendable {
  case plain, singleQuoted, doubleQuoted, literal, folded
}
