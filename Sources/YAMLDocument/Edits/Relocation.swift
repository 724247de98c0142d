import SourceText

extension YAMLEditor {
  /// Moves an entry into another mapping, behind its last entry and under another key, value and comments as they are.
  public func move(entryOf key: NodeID, into mapping: NodeID, as name: String) throws(EditRefusal) -> [ByteEdit] {
    guard yaml.isKey(key), let value = value(ofKey: key), let holder = parent(of: key), yaml.kind(mapping) == .mapping,
      !yaml.isBracelessPair(mapping), !(key.index..<yaml.table.subtreeEnd(value.index)).contains(mapping.index),
      yaml.kind(key) == .scalar
    else { throw .unsuitable }
    if holder == mapping { return try rename(key, to: name) }
    try requireOwn(mapping)
    if hasKey(name, mapping) { throw .duplicateKey }
    let removal = try remove(value)
    if !yaml.isFlow(holder), !yaml.isFlow(mapping) {
      return removal + (try insertIntoBlock(try movedLines(key, value, holder, mapping, name), mapping, at: .last))
    }
    for edit in removal where hasComment(edit.span.range) { throw .losesComment }
    guard let moved = try flowText(of: value) else { throw .unsuitable }
    let writer = writer(beside: mapping)
    let entry = writer.key(name, in: place(in: mapping)) + (yaml.isFlow(mapping) ? writer.colon : ": ") + moved
    let insertion =
      yaml.isFlow(mapping)
      ? try insertIntoFlow([entry], mapping, at: .last, writer)
      : try insertIntoBlock([ValueWriter.Line(column: column(start(of: mapping)), text: entry)], mapping, at: .last)
    return removal + insertion
  }

  /// The lines of an entry and of its comments, at the depth of another mapping.
  private func movedLines(
    _ key: NodeID, _ value: NodeID, _ holder: NodeID, _ mapping: NodeID, _ name: String
  ) throws(EditRefusal) -> [ValueWriter.Line] {
    let start = try entryStart(key, in: holder)
    guard start == fullStart(of: key), start == self.start(of: key) else { throw .unsuitable }
    let old = column(start)
    let new = column(self.start(of: mapping))
    if let scalar = blockScalarLayout(NodeID(rawValue: UInt32(yaml.table.subtreeEnd(value.index) - 1))),
      scalar.chomping == .keep
    {
      throw .unsuitable
    }
    var lines: [ValueWriter.Line] = []
    let isAtHeadOfFile = previousSibling(of: key) == nil && parent(of: holder) == nil
    if isFirstOnLine(start), !isAtHeadOfFile {
      var line = ownLinesStart(of: key, at: start, in: holder)
      while line < lineStart(start) {
        lines.append(ValueWriter.Line(column: new, text: text(skipBlanks(line)..<lineEnd(line))))
        line = behindBreak(lineEnd(line))
      }
    }
    let head = ScalarWriter.text(name, like: yaml.style(key), in: .block)
    lines.append(ValueWriter.Line(column: new, text: head + text(end(of: key)..<lineEnd(start))))
    let until = endOfOwnLines(value, column: old)
    // Where the last entry goes, its comments stay with what is left.
    if lastChild(of: holder) == value, previousSibling(of: key) == nil, hasComment(lineStart(start)..<until) {
      throw .losesComment
    }
    var line = behindBreak(lineEnd(start))
    while line < until {
      let lineEnd = lineEnd(line)
      if lineEnd == line {
        lines.append(ValueWriter.Line(column: 0, text: ""))
      } else {
        let indent = skipSpaces(line) - line
        guard indent >= old || indent == lineEnd - line else { throw .unsuitable }
        lines.append(
          ValueWriter.Line(column: max(0, indent - old + new), text: text(line + indent..<lineEnd)))
      }
      line = behindBreak(lineEnd)
    }
    return lines
  }

  private func skipSpaces(_ offset: Int) -> Int {
    var offset = offset
    while byte(offset) == 0x20 { offset += 1 }
    return offset
  }

  /// A value as it can stand in flow style: as it is written where that is one line of flow style, else as JSON.
  private func flowText(of value: NodeID) throws(EditRefusal) -> String? {
    let range = fullStart(of: value)..<end(of: value)
    if hasComment(range) { throw .losesComment }
    let isFlow = yaml.isFlow(value) || (yaml.kind(value) == .scalar && blockScalarLayout(value) == nil)
    if isFlow, !bytes[range].contains(where: { $0 == 0x0A || $0 == 0x0D }),
      yaml.style(value) != .plain || yaml.kind(value) != .scalar
    {
      return text(range)
    }
    if yaml.kind(value) == .scalar, yaml.style(value) == .plain, ScalarWriter.isPlain(yaml.string(value), inFlow: true)
    {
      return text(range)
    }
    return JSONText.text(of: value, in: yaml, schema: schema)
  }
}
