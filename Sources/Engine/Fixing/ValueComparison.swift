import SourceText
import YAMLDocument

/// Compares the values of a text before and after a patch: what no change touched must be the same value.
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
    case (.scalar, .scalar):
      return before.scalar(old).elementsEqual(after.scalar(new))
        && before.resolve(old, schema: .core).isSameType(as: after.resolve(new, schema: .core))
        || touches(old, new)
    case (.alias, .alias): return before.string(before.resolved(old)) == after.string(after.resolved(new))
    default: return touches(old, new)
    }
  }

  private func touches(_ old: NodeID, _ new: NodeID) -> Bool {
    wasTouched(before.span(old)) || wasWritten(after.span(new))
  }

  private func wasTouched(_ span: ByteSpan) -> Bool {
    changed.contains { $0.start <= span.end && span.start <= $0.end }
  }

  private func wasWritten(_ span: ByteSpan) -> Bool {
    written.contains { $0.start <= span.end && span.start <= $0.end }
  }

  private func comparePairs(_ old: NodeID, _ new: NodeID, _ pending: inout [(NodeID, NodeID)]) -> Bool {
    var remaining: [[UInt8]: [NodeID]] = [:]
    for (key, value) in after.pairs(of: new) { remaining[name(key, after), default: []].append(value) }
    for (key, value) in before.pairs(of: old) {
      let keyName = name(key, before)
      if let match = remaining[keyName]?.first {
        remaining[keyName]?.removeFirst()
        pending.append((value, match))
      } else if !wasTouched(before.span(key)) {
        return false
      }
    }
    return remaining.values.allSatisfy { values in
      values.allSatisfy { value in after.keyNode(ofValue: value).map { wasWritten(after.span($0)) } ?? false }
    }
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
    let kept = oldItems.count > newItems.count ? oldItems.filter { !wasRemoved($0) } : oldItems
    let survivors = newItems.count > oldItems.count ? newItems.filter { !wasWrittenWhole($0) } : newItems
    guard kept.count == survivors.count else { return false }
    pending.append(contentsOf: zip(kept, survivors))
    return true
  }

  private func wasRemoved(_ node: NodeID) -> Bool {
    let span = before.span(node)
    return changed.contains { $0.contains(span) }
  }

  private func wasWrittenWhole(_ node: NodeID) -> Bool {
    let span = after.span(node)
    return written.contains { $0.contains(span) }
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
