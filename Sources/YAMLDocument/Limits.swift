/// Bounds within which a text is read, so that no input can exhaust time or memory.
public struct Limits: Sendable, Hashable {
  /// Length of the text in bytes.
  public var bytes = 16 << 20
  /// Collections open at once, block and flow together. The parser's time grows with the square of the flow depth.
  public var depth = 100
  /// Nodes of the whole stream.
  public var nodes = 1 << 22
  /// Documents of the stream.
  public var documents = 10_000
  /// Directive lines (`%…`) before one document; the parser compares each with all before it.
  public var directives = 16
  /// Anchored nodes of the whole stream.
  public var anchors = 1 << 18
  /// Merged mappings that one look at a mapping's entries follows.
  public var aliasExpansions = 10_000

  /// The bounds that suit files written by people and by common tools.
  public init() {}

  /// The bounds that suit files written by people and by common tools.
  public static let standard = Limits()
}

/// One of the bounds of `Limits`, as a problem names it.
public enum LimitKind: String, Sendable, Hashable {
  case bytes, depth, nodes, documents, directives, anchors
}
