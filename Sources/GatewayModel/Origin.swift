public import YAMLDocument

/// The way from the model back to the bytes: which document, which node, and through which reference it came.
public struct Origin: Hashable, Sendable {
  /// Index of the document in its project.
  public var document: UInt32
  /// The node that is written there.
  public var node: NodeID
  /// The alias, reference or operation that uses the node from elsewhere; `nil` where it stands in its own place.
  public var use: NodeID?

  /// An origin from its parts.
  public init(document: UInt32, node: NodeID, use: NodeID? = nil) {
    self.document = document
    self.node = node
    self.use = use
  }
}

/// A part of a project: a handle, valid as long as the project it was taken from.
public struct PartID: Hashable, Sendable, Comparable {
  /// Index of the document in its project.
  public let document: UInt32
  /// Index in that document's table of parts.
  public let index: UInt32

  /// A handle from its two indices.
  public init(document: UInt32, index: UInt32) {
    self.document = document
    self.index = index
  }

  /// Orders by document, then by place in it.
  public static func < (left: PartID, right: PartID) -> Bool {
    (left.document, left.index) < (right.document, right.index)
  }
}
