public import SourceText

extension YAMLDocument {
  /// Every comment from its `#` to before the line end, in order; of a text with a problem those before it.
  /// - Complexity: O(n) in the number of bytes and nodes; nothing is kept.
  public var comments: [ByteSpan] {
    comments(in: ByteSpan(0, UInt32(source.bytes.count)))
  }

  /// The comments that begin within a span.
  public func comments(in range: ByteSpan) -> [ByteSpan] {
    var spans: [ByteSpan] = []
    source.bytes.withUnsafeBufferPointer { bytes in
      var position = bytes.byteOrderMarkLength
      let end = min(readableEnd, Int(range.end))
      for index in firstNode(endingBehind: range.start)..<table.nodes.count {
        let record = table.nodes[index]
        guard !record.isCollection else { continue }
        if position >= end { break }
        scan(bytes, from: position, to: min(Int(record.start), end), into: &spans)
        position = Int(record.end)
        if record.style == .literal || record.style == .folded {
          let headEnd = min(bytes.lineEnd(from: Int(record.start)), Int(record.end))
          scan(bytes, from: Int(record.start), to: headEnd, into: &spans)
        }
      }
      scan(bytes, from: position, to: end, into: &spans)
    }
    return spans.filter { $0.start >= range.start }
  }

  /// Where the parser gave up, or the end.
  private var readableEnd: Int {
    guard let problem else { return source.bytes.count }
    if case .undefinedAlias = problem.kind { return source.bytes.count }
    return Int(problem.span.start)
  }

  /// The last node that ends at or before an offset: a scan that begins behind it misses nothing.
  private func firstNode(endingBehind offset: UInt32) -> Int {
    var low = 0
    var high = table.nodes.count
    while low < high {
      let middle = (low + high) / 2
      if table.nodes[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    var index = max(0, low - 1)
    while index > 0, table.nodes[index].isCollection { index -= 1 }
    return index
  }

  /// Between scalars a `#` always begins a comment: neither indicators nor anchors nor tags hold one.
  private func scan(_ bytes: Bytes, from start: Int, to end: Int, into spans: inout [ByteSpan]) {
    var index = start
    while index < end, let found = bytes[index..<end].firstIndex(of: UInt8(ascii: "#")) {
      index = bytes.lineEnd(from: found)
      spans.append(ByteSpan(UInt32(found), UInt32(index)))
    }
  }
}
