import SourceText

extension YAMLEditor {
  /// Removes the entry whose value a node is, or the item that it is, with its own comments: those on the lines right
  /// above it, on its last line, and deeper ones below. A collection that loses its last entry stays as `{}` or `[]`.
  public func remove(_ node: NodeID) throws(EditRefusal) -> [ByteEdit] {
    let entry = entryNode(node)
    let value = entryValue(node)
    guard let holder = parent(of: node), !yaml.isBracelessPair(holder) else { throw .unsuitable }
    try requireOwn(holder)
    if isUsedFromOutside(value) || isUsedFromOutside(entry) { throw .sharedValue }
    if previousSibling(of: entry) == nil, nextEntry(after: entry, in: holder) == nil {
      return try empty(holder)
    }
    return yaml.isFlow(holder)
      ? try removeFromFlow(entry, value, holder) : try removeFromBlock(entry, value, holder)
  }

  private func empty(_ holder: NodeID) throws(EditRefusal) -> [ByteEdit] {
    let text = yaml.kind(holder) == .mapping ? "{}" : "[]"
    if yaml.isFlow(holder) { return [ByteEdit(start(of: holder) + 1..<end(of: holder) - 1, "")] }
    return try replaceBlockCollection(holder, with: text)
  }

  // MARK: Block style

  private func removeFromBlock(_ entry: NodeID, _ value: NodeID, _ holder: NodeID) throws(EditRefusal) -> [ByteEdit] {
    let start = try entryStart(entry, in: holder)
    guard isFirstOnLine(start) else { return try removeBehindIndicator(start, value, holder) }
    guard column(start) == column(self.start(of: holder)) else { throw .unsuitable }
    let isAtHeadOfFile = previousSibling(of: entry) == nil && parent(of: holder) == nil
    let from = isAtHeadOfFile ? lineStart(start) : ownLinesStart(of: entry, at: start, in: holder)
    return [ByteEdit(from..<endOfOwnLines(value, column: column(start)), "")]
  }

  /// Removes an entry that stands behind a dash: what follows takes its place.
  private func removeBehindIndicator(
    _ start: Int, _ value: NodeID, _ holder: NodeID
  ) throws(EditRefusal) -> [ByteEdit] {
    var next = endOfOwnLines(value, column: column(start))
    while next < bytes.count, skipBlanks(next) < bytes.count, scan({ $0.breakLength(at: skipBlanks(next)) }) > 0 {
      next = behindBreak(skipBlanks(next))
    }
    return [ByteEdit(start..<skipBlanks(next), "")]
  }

  /// Behind the last line of a value: the comments below it that stand deeper than its entry are its own.
  func endOfOwnLines(_ value: NodeID, column: Int) -> Int {
    var end = behindBreak(lineEnd(self.end(of: value)))
    let last = NodeID(rawValue: UInt32(yaml.table.subtreeEnd(value.index) - 1))
    if let layout = blockScalarLayout(last), layout.chomping == .keep { end = layout.extentEnd }
    var next = end
    while next < bytes.count {
      let text = skipBlanks(next)
      guard text < bytes.count else { break }
      let isBlank = scan { $0.breakLength(at: text) } > 0
      guard isBlank || (byte(text) == UInt8(ascii: "#") && text - next > column) else { break }
      let hasTab = bytes[next..<text].contains(0x09)
      next = behindBreak(lineEnd(text))
      // A line of blanks with a tab may stand behind a value, but not before the first one.
      if !isBlank || hasTab { end = next }
    }
    return end
  }

  /// The beginning of the first line that belongs to an entry which begins its line: its comments right above it, at
  /// its own depth, without a blank line between.
  func ownLinesStart(of entry: NodeID, at start: Int, in holder: NodeID) -> Int {
    var line = lineStart(start)
    let limit = previousSibling(of: entry).map { end(of: $0) } ?? precedingEnd(of: holder)
    while line > limit, line > Int(yaml.source.byteOrderMarkLength) {
      let above = lineStart(line - 1)
      let text = skipBlanks(above)
      guard above >= limit, byte(text) == UInt8(ascii: "#"), text - above == column(start) else { break }
      line = above
    }
    return line
  }

  /// Where the last text before a collection ends: its key, or the dash or `---` before it.
  private func precedingEnd(of holder: NodeID) -> Int {
    if let key = key(ofValue: holder) { return end(of: key) }
    if let previous = previousSibling(of: holder) { return end(of: previous) }
    return parent(of: holder).map { start(of: $0) } ?? Int(yaml.source.byteOrderMarkLength)
  }

  // MARK: Flow style

  private func removeFromFlow(_ entry: NodeID, _ value: NodeID, _ holder: NodeID) throws(EditRefusal) -> [ByteEdit] {
    let start = try entryStart(entry, in: holder)
    let end = end(of: value)
    let comma = skip(end)
    let hasComma = byte(comma) == UInt8(ascii: ",")
    if hasComma, hasComment(end..<comma) { throw .losesComment }
    let tail = hasComma ? comma + 1 : end
    let isOnOwnLines = isFirstOnLine(start) && isLastOnLine(tail) && lineStart(start) > 0
    if isOnOwnLines, hasComma { return [lineRemoval(entry, start..<tail, holder)] }
    if let previous = previousSibling(of: entry), !hasComma {
      let previousEnd = self.end(of: previous)
      let hasOwnComment = isOnOwnLines && byte(skipBlanks(end)) == UInt8(ascii: "#")
      guard hasOwnComment || hasComment(previousEnd..<start) else { return [ByteEdit(previousEnd..<end, "")] }
      let separator = skip(previousEnd)
      return [
        ByteEdit(separator..<separator + 1, ""),
        isOnOwnLines ? lineRemoval(entry, start..<end, holder) : ByteEdit(start..<end, ""),
      ]
    }
    let next = skip(tail)
    return [ByteEdit(start..<(hasComment(tail..<next) ? skipBlanks(tail) : next), "")]
  }

  /// The removal of the lines of an entry of a flow collection, with the comments right above it.
  private func lineRemoval(_ entry: NodeID, _ range: Range<Int>, _ holder: NodeID) -> ByteEdit {
    let from = ownLinesStart(of: entry, at: range.lowerBound, in: holder)
    return ByteEdit(from..<behindBreak(lineEnd(range.upperBound)), "")
  }
}
