import SourceText

extension YAMLDocument {
  /// The place in the file of an offset into a scalar's decoded value.
  ///
  /// Works for all styles: indentation, folded line ends, escapes and doubled quotes are passed over. The value's end
  /// is the end of the text that makes it; what is no scalar gives the beginning of the node.
  /// - Complexity: O(length of the scalar), O(1) where value and source are the same.
  public func sourceOffset(inScalar node: NodeID, at valueOffset: Int) -> UInt32 {
    let record = table.nodes[node.index]
    guard record.kind == .scalar else { return record.start }
    let quotes: UInt32 = record.style == .singleQuoted || record.style == .doubleQuoted ? 1 : 0
    guard record.has(.decoded) else {
      return min(record.start + quotes + UInt32(max(0, valueOffset)), max(record.start, record.end - quotes))
    }
    let offset = replay(node).sourceOffset(of: max(0, valueOffset))
    return offset.map { UInt32(min($0, Int(record.end))) } ?? min(record.start + quotes, record.end)
  }

  /// The scalar decoded again, with the way from value to source.
  func replay(_ node: NodeID) -> ScalarReplay {
    let record = table.nodes[node.index]
    return source.bytes.withUnsafeBufferPointer { bytes in
      ScalarReplay(
        bytes, span: Int(record.start)..<Int(record.end), style: record.style, parentIndent: parentIndent(of: node))
    }
  }

  /// Column (0-based) of the innermost block collection around a node, -1 where there is none.
  func parentIndent(of node: NodeID) -> Int {
    guard let block = path(to: node).dropLast().last(where: { !isFlow($0) }) else { return -1 }
    return column(of: span(block).start)
  }

  /// Column (0-based, in bytes) of an offset in its line.
  func column(of offset: UInt32) -> Int {
    source.bytes.withUnsafeBufferPointer { Int(offset) - $0.lineStart(of: Int(offset)) }
  }
}
