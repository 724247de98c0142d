/// Findings that are known already: what they are about, and how many of them there are.
public struct BaselineEntry: Hashable, Sendable {
  /// What they are about.
  public var identity: FindingIdentity
  /// The file they were found in, absolute.
  public var file: String
  /// How many there are; 1 or more.
  public var count: Int

  /// An entry from its parts.
  public init(identity: FindingIdentity, file: String, count: Int = 1) {
    self.identity = identity
    self.file = file
    self.count = count
  }

  /// The order of baseline files: by API first, so that a change of one API changes neighbouring lines.
  public func precedes(_ other: BaselineEntry) -> Bool {
    for (left, right) in zip(sortKey, other.sortKey) where left != right {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return false
  }

  private var sortKey: [String] {
    [
      identity.service, identity.path, identity.method, identity.rule, identity.part, identity.field, file,
    ]
  }
}
