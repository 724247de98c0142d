import SourceText
import YAMLDocument

/// Compares the values of a text before and after a patch: what no change names must be the same value.
struct ValueComparison {
  private let before: YAMLDocument
  private let after: YAMLDocument
  private let changed: [ByteSpan]
  private let written: [ByteSpan]

  init(before: YAMLDocument, after: YAMLDocument, patch: TextPatch) {
    self.before = before
    self.after = after
    changed = patch.changes.map(\.span)
    written = patch.writtenSpans
  }

  /// Whether every value that the changes do not touch is as it was.
  /// - Complexity: O(n log c) in the number of nodes and of changes.
  var keepsUntouchedValues: Bool {
    guard before.roots.count == after.roots.count else { return false }
    var pending = Array(zip(before.roots, after.roots))
    while let (old, new) = pending.popLast() {
      if !compare(old, new, &pending) { return false }
    }
    return true
  }

  private func compare(_ old: NodeID, _ new: NodeID, _ pending: inout [(NodeID, NodeID)]) -> Bool {
    switch (before.kind(old), after.kind(new)) {
    case (.mapping, .mapping): return comparePairs(old, new, &pending)
    case (.sequence, .sequence): return compareItems(old, new, &pending)
    case (.scalar, .scalar): return isSameScalar(old, new) || touches(old, new)
    case (.alias, .alias): return isSameAlias(old, new)
    default: return touches(old, new)
    }
  }

  /// Whether two scalars hold the same text and are of one type for readers of YAML 1.1 and 1.2 alike.
  private func isSameScalar(_ old: NodeID, _ new: NodeID) -> Bool {
    guard before.scalar(old).elementsEqual(after.scalar(new)), before.tag(old) == after.tag(new) else { return false }
    let wasPlain = before.style(old) == .plain
    guard wasPlain != (after.style(new) == .plain) else { return true }
    return [ScalarSchema.core, .yaml11].allSatisfy { schema in
      before.resolve(old, schema: schema).isSameType(as: after.resolve(new, schema: schema))
    }
  }

  private func isSameAlias(_ old: NodeID, _ new: NodeID) -> Bool {
    let oldTarget = before.resolved(old)
    let newTarget = after.resolved(new)
    return before.anchor(oldTarget) == after.anchor(newTarget) && before.kind(oldTarget) == after.kind(newTarget)
      && before.scalar(oldTarget).elementsEqual(after.scalar(newTarget))
  }

  // MARK: What the changes name

  /// Whether a change took the old value or wrote the new one. A change that ends where a value begins, or begins where
  /// it ends, is none of it; only a value that is not written has nothing but a place.
  private func touches(_ old: NodeID, _ new: NodeID) -> Bool {
    Self.touch(changed, before.span(old)) || Self.touch(written, after.span(new))
  }

  private static func touch(_ spans: [ByteSpan], _ span: ByteSpan) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end < span.start { low = middle + 1 } else { high = middle }
    }
    while low < spans.count, spans[low].start <= span.end {
      if span.isEmpty || (spans[low].start < span.end && spans[low].end > span.start) { return true }
      low += 1
    }
    return false
  }

  // MARK: Collections

  private func comparePairs(_ old: NodeID, _ new: NodeID, _ pending: inout [(NodeID, NodeID)]) -> Bool {
    var oldPairs = Array(before.pairs(of: old))[...]
    var newPairs = Array(after.pairs(of: new))[...]
    while let first = oldPairs.first, let other = newPairs.first, isSameKey(first.key, other.key) {
      pending.append((first.value, other.value))
      oldPairs.removeFirst()
      newPairs.removeFirst()
    }
    guard !oldPairs.isEmpty || !newPairs.isEmpty else { return true }
    var remaining: [[UInt8]: [(key: NodeID, value: NodeID)]] = [:]
    for pair in newPairs.reversed() { remaining[name(pair.key, after), default: []].append(pair) }
    for (key, value) in oldPairs {
      if let match = remaining[name(key, before)]?.popLast() {
        pending.append((value, match.value))
      } else if !Self.touch(changed, before.span(key)) {
        return false
      }
    }
    return remaining.values.joined().allSatisfy { Self.touch(written, after.span($0.key)) }
  }

  private func isSameKey(_ old: NodeID, _ new: NodeID) -> Bool {
    before.kind(old) == .scalar && after.kind(new) == .scalar
      ? before.scalar(old).elementsEqual(after.scalar(new)) : name(old, before) == name(new, after)
  }

  private func name(_ key: NodeID, _ yaml: YAMLDocument) -> [UInt8] {
    yaml.kind(key) == .scalar ? Array(yaml.scalar(key)) : Array(yaml.source.bytes[yaml.span(key).range])
  }

  private func compareItems(_ old: NodeID, _ new: NodeID, _ pending: inout [(NodeID, NodeID)]) -> Bool {
    let oldItems = Array(before.children(of: old))
    let newItems = Array(after.children(of: new))
    if oldItems.count == newItems.count {
      pending.append(contentsOf: zip(oldItems, newItems))
      return true
    }
    // Items come and go only where a change removed or wrote them; the others keep their order.
    let kept = oldItems.filter { !Self.covers(changed, before.span($0)) }
    let survivors = newItems.filter { !Self.covers(written, after.span($0)) }
    guard kept.count == survivors.count else { return false }
    pending.append(contentsOf: zip(kept, survivors))
    return true
  }

  private static func covers(_ spans: [ByteSpan], _ span: ByteSpan) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end < span.end { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].contains(span)
  }
}

extension ScalarValue {
  /// Whether two values are of one type.
  fileprivate func isSameType(as other: ScalarValue) -> Bool {
    switch (self, other) {
    case (.null, .null), (.bool, .bool), (.integer, .integer), (.float, .float), (.string, .string): true
    default: false
    }
  }
}
