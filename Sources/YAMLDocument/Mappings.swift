/// One key of a mapping with its value, merges taken in.
public struct Entry: Sendable, Hashable {
  /// The key as written.
  public let key: NodeID
  /// The value as written; may be an alias.
  public let value: NodeID
  /// The alias in the mapping asked for through which the entry came; nil for a key of its own or of a mapping
  /// written out behind `<<`.
  public let use: NodeID?
}

extension YAMLDocument {
  /// The entries that are in effect in a mapping: its own as written, then those of its merge keys (`<<` with an
  /// alias, a list of aliases, or a mapping). Own keys win over merged ones, earlier merges over later ones; duplicates
  /// of one mapping are all kept. An alias is followed first.
  ///
  /// At most `limits.aliasExpansions` merged mappings are looked at; each only once.
  public func entries(of mapping: NodeID) -> [Entry] {
    let mapping = resolved(mapping)
    guard kind(mapping) == .mapping else { return [] }
    var entries: [Entry] = []
    guard table.nodes[mapping.index].has(.merges) else {
      for (key, value) in pairs(of: mapping) { entries.append(Entry(key: key, value: value, use: nil)) }
      return entries
    }
    var seen: Set<ScalarKey> = []
    for merged in mergeOrder(of: mapping) {
      var own: [ScalarKey] = []
      for (key, value) in pairs(of: merged.mapping) where !isMergeKey(key) {
        if let name = ScalarKey(self, key) {
          if seen.contains(name) { continue }
          own.append(name)
        }
        entries.append(Entry(key: key, value: value, use: merged.use))
      }
      seen.formUnion(own)
    }
    return entries
  }

  /// The value of a key: the first of the mapping's own, else the one that a merge brings in. An alias is followed
  /// first; the value itself may be one.
  public func value(of mapping: NodeID, key: StaticString) -> NodeID? {
    firstValue(of: mapping) { isScalar(resolved($0), equalTo: key) }
  }

  /// The value of a key: the first of the mapping's own, else the one that a merge brings in. An alias is followed
  /// first; the value itself may be one.
  public func value(of mapping: NodeID, key: String) -> NodeID? {
    firstValue(of: mapping) { isScalar(resolved($0), equalTo: key) }
  }

  private func firstValue(of mapping: NodeID, where isWanted: (NodeID) -> Bool) -> NodeID? {
    let mapping = resolved(mapping)
    guard kind(mapping) == .mapping else { return nil }
    for (key, value) in pairs(of: mapping) where isWanted(key) { return value }
    guard table.nodes[mapping.index].has(.merges) else { return nil }
    for merged in mergeOrder(of: mapping).dropFirst() {
      for (key, value) in pairs(of: merged.mapping) where isWanted(key) && !isMergeKey(key) { return value }
    }
    return nil
  }

  /// Whether the node is a plain `<<` (or tagged as merge key).
  public func isMergeKey(_ key: NodeID) -> Bool {
    isScalar(key, equalTo: "<<") && style(key) == .plain
  }

  /// Keys of one mapping that occur again, in the order of the second occurrence. Keys are the same when their
  /// decoded values are; `<<` and keys that are no scalars do not count.
  /// - Complexity: O(n) in the number of keys.
  public func duplicateKeys(in mapping: NodeID) -> [(first: NodeID, again: NodeID)] {
    guard kind(mapping) == .mapping else { return [] }
    let hasMore = pairs(of: mapping).dropFirst(Self.fewKeys).contains { _ in true }
    return hasMore ? duplicatesByHash(in: mapping) : duplicatesByComparison(in: mapping)
  }

  /// Up to so many keys are compared one by one, which takes neither memory nor hashing. Most mappings have fewer.
  private static var fewKeys: Int { 12 }

  private func duplicatesByComparison(in mapping: NodeID) -> [(first: NodeID, again: NodeID)] {
    guard mayHaveDuplicates(mapping) else { return [] }
    var found: [(first: NodeID, again: NodeID)] = []
    for (key, _) in pairs(of: mapping) {
      for (earlier, _) in pairs(of: mapping) {
        if earlier == key { break }
        guard isSameKey(earlier, key), !isMergeKey(key), !isMergeKey(earlier) else { continue }
        found.append((earlier, key))
        break
      }
    }
    return found
  }

  /// Whether two keys of a mapping are alike in length and ends; `false` is certain.
  private func mayHaveDuplicates(_ mapping: NodeID) -> Bool {
    var seen: UInt64 = 0
    for (key, _) in pairs(of: mapping) {
      let record = table.nodes[resolved(key).index]
      guard record.kind == .scalar else { continue }
      let bit = withBytes(of: record) { bytes -> UInt64 in
        guard let first = bytes.first, let last = bytes.last else { return 1 }
        return 1 << UInt64((bytes.count &* 31 &+ Int(first) &* 7 &+ Int(last)) & 63)
      }
      if seen & bit != 0 { return true }
      seen |= bit
    }
    return false
  }

  private func isSameKey(_ one: NodeID, _ other: NodeID) -> Bool {
    let (one, other) = (resolved(one), resolved(other))
    let (left, right) = (table.nodes[one.index], table.nodes[other.index])
    guard left.kind == .scalar, right.kind == .scalar else { return false }
    if !left.has(.decoded), !right.has(.decoded), left.style == right.style,
      left.end - left.start != right.end - right.start
    {
      return false
    }
    return withBytes(of: left) { left in withBytes(of: right) { left.isEqual(to: $0) } }
  }

  private func duplicatesByHash(in mapping: NodeID) -> [(first: NodeID, again: NodeID)] {
    var first: [ScalarKey: NodeID] = [:]
    var found: [(first: NodeID, again: NodeID)] = []
    for (key, _) in pairs(of: mapping) where !isMergeKey(key) {
      guard let name = ScalarKey(self, key) else { continue }
      if let earlier = first[name] {
        found.append((earlier, key))
      } else {
        first[name] = key
      }
    }
    return found
  }

  /// The keys that occur again in any mapping at or below `node`, in document order.
  /// - Complexity: O(n) in the number of nodes.
  public func duplicateKeys(below node: NodeID) -> [(first: NodeID, again: NodeID)] {
    subtree(of: node).lazy.filter { self.kind($0) == .mapping }.flatMap { self.duplicateKeys(in: $0) }
  }

  /// Whether any mapping at or below `node` has a key that begins with `prefix`.
  /// - Complexity: O(n) in the number of nodes.
  public func hasKey(withPrefix prefix: StaticString, below node: NodeID) -> Bool {
    subtree(of: node).contains { isKey($0) && hasPrefix(prefix, $0) }
  }

  /// Whether the node is a scalar whose value begins with `prefix`.
  public func hasPrefix(_ prefix: StaticString, _ node: NodeID) -> Bool {
    let prefix = prefix.bytes
    return withBytes(of: table.nodes[node.index]) {
      $0.count >= prefix.count && UnsafeBufferPointer(rebasing: $0[..<prefix.count]).isEqual(to: prefix)
    }
  }

  /// Whether the node is a key of a mapping.
  public func isKey(_ node: NodeID) -> Bool { table.nodes[node.index].has(.key) }

  /// The mapping and all that it merges, in the order in which keys win.
  private func mergeOrder(of mapping: NodeID) -> [(mapping: NodeID, use: NodeID?)] {
    var order: [(mapping: NodeID, use: NodeID?)] = []
    var visited: Set<NodeID> = []
    var pending: [(mapping: NodeID, use: NodeID?)] = [(mapping, nil)]
    while let next = pending.popLast() {
      guard visited.insert(next.mapping).inserted else { continue }
      if order.count > limits.aliasExpansions { break }
      order.append(next)
      guard table.nodes[next.mapping.index].has(.merges) else { continue }
      var sources: [(mapping: NodeID, use: NodeID?)] = []
      for (key, value) in pairs(of: next.mapping) where isMergeKey(key) {
        appendMerged(value, use: next.use, to: &sources)
      }
      pending.append(contentsOf: sources.reversed())
    }
    return order
  }

  /// The mappings that the value of a `<<` names.
  private func appendMerged(_ value: NodeID, use: NodeID?, to sources: inout [(mapping: NodeID, use: NodeID?)]) {
    let target = resolved(value)
    let way = use ?? (target == value ? nil : value)
    switch kind(target) {
    case .mapping: sources.append((target, way))
    case .sequence:
      for item in children(of: target) where kind(resolved(item)) == .mapping {
        sources.append((resolved(item), way ?? (resolved(item) == item ? nil : item)))
      }
    default: break
    }
  }
}

/// A scalar key for hashing by its bytes.
struct ScalarKey: Hashable {
  private let bytes: ArraySlice<UInt8>

  /// The key that these bytes are.
  init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// Nil for a key that is no scalar.
  init?(_ document: YAMLDocument, _ key: NodeID) {
    let key = document.resolved(key)
    guard document.kind(key) == .scalar else { return nil }
    bytes = document.scalar(key)
  }

  static func == (left: ScalarKey, right: ScalarKey) -> Bool {
    left.bytes.count == right.bytes.count && left.bytes.elementsEqual(right.bytes)
  }

  /// Hashes all bytes at once; element by element takes several times as long.
  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension StaticString {
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
