import SourceText

extension YAMLEditor {
  /// Puts neighbouring entries of a mapping under a new key of it, comments and layout as they are.
  /// - Parameter keys: the keys of the entries, in the order of the text, none left out between them.
  public func nest(entriesOf keys: [NodeID], under name: String) throws(EditRefusal) -> [ByteEdit] {
    guard let first = keys.first, let last = keys.last, let holder = parent(of: first), yaml.kind(holder) == .mapping,
      let lastValue = value(ofKey: last)
    else { throw .unsuitable }
    try requireOwn(holder)
    if hasKey(name, holder) { throw .duplicateKey }
    for (key, next) in zip(keys, keys.dropFirst()) where nextEntry(after: key, in: holder) != next { throw .unsuitable }
    let writer = writer(beside: holder)
    let begin = try entryStart(first, in: holder)
    guard begin == start(of: first) else { throw .unsuitable }
    let entries = begin..<end(of: lastValue)
    let key = writer.key(name, in: place(in: holder))
    if yaml.isFlow(holder) { return [ByteEdit(entries, key + writer.colon + "{" + text(entries) + "}")] }
    let depth = pad(indentStep)
    let head = key + ":" + lineBreak + pad(column(begin)) + depth
    return [ByteEdit(entries, head + text(entries, changingIndentationBy: indentStep))]
  }

  /// The text of a range that begins behind its line's indentation, the lines behind the first moved by some columns;
  private func text(_ range: Range<Int>, changingIndentationBy columns: Int) -> String {
    var moved = ""
    var line = range.lowerBound
    while line < range.upperBound {
      let next = min(behindBreak(lineEnd(line)), range.upperBound)
      let start = line == range.lowerBound ? line : min(skipBlanks(line), next)
      let isBlank = start == lineEnd(line)
      if line > range.lowerBound, !isBlank { moved += pad(start - line + columns) }
      moved += text((isBlank ? lineEnd(line) : start)..<next)
      line = next
    }
    return moved
  }

  /// Puts the mapping behind a key in the place of the mapping that holds nothing but that key.
  public func lift(valueOf key: NodeID) throws(EditRefusal) -> [ByteEdit] {
    guard let holder = parent(of: key), let value = value(ofKey: key), yaml.kind(value) == .mapping,
      yaml.kind(holder) == .mapping, nextEntry(after: key, in: holder) == nil, firstChild(of: holder) == key
    else { throw .unsuitable }
    try requireRemovable(holder)
    if yaml.isFlow(holder) {
      let head = start(of: holder)..<fullStart(of: value)
      let tail = end(of: value)..<end(of: holder)
      if hasComment(head) || hasComment(tail) { throw .losesComment }
      return [ByteEdit(start(of: holder)..<end(of: holder), text(fullStart(of: value)..<end(of: value)))]
    }
    guard !yaml.isFlow(value), isFirstOnLine(start(of: key)), isFirstOnLine(start(of: value)),
      fullStart(of: value) == start(of: value), yaml.isScalar(key, equalTo: yaml.string(key))
    else { throw .unsuitable }
    let head = start(of: key)..<start(of: value)
    let depth = column(start(of: value)) - column(start(of: key))
    guard depth > 0, !isIndentedLess(than: column(start(of: value)), start(of: value)..<end(of: value)) else {
      throw .unsuitable
    }
    if hasComment(head) { throw .losesComment }
    return [
      ByteEdit(
        start(of: key)..<end(of: value), text(start(of: value)..<end(of: value), changingIndentationBy: -depth))
    ]
  }

  /// Whether a line behind the first of a range has text before a column.
  private func isIndentedLess(than column: Int, _ range: Range<Int>) -> Bool {
    var line = behindBreak(lineEnd(range.lowerBound))
    while line < range.upperBound {
      let start = skipBlanks(line)
      if start < lineEnd(line), start - line < column { return true }
      line = behindBreak(lineEnd(line))
    }
    return false
  }

  /// Replaces some bytes of a scalar's value, where they stand in the text as they read.
  /// - Parameters:
  ///   - offset: where they begin in the decoded value, in bytes.
  ///   - count: how many there are.
  public func rewrite(
    _ node: NodeID, at offset: Int, count: Int, with text: String
  ) throws(EditRefusal) -> [ByteEdit] {
    try requireOwn(node)
    let value = yaml.scalar(node)
    guard yaml.kind(node) == .scalar, offset >= 0, offset + count <= value.count else { throw .unsuitable }
    let begin = Int(yaml.sourceOffset(inScalar: node, at: offset))
    let old = value.dropFirst(offset).prefix(count)
    guard begin + count <= bytes.count, bytes[begin..<begin + count].elementsEqual(old) else { throw .unsuitable }
    return [ByteEdit(begin..<begin + count, text)]
  }
}
