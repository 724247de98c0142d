import SourceText

extension YAMLEditor {
  /// Writes another value in the place of one. A text keeps the quotes of the old one where they can hold it.
  public func replace(_ node: NodeID, with value: NewValue) throws(EditRefusal) -> [ByteEdit] {
    try requireRemovable(node)
    if let tag = yaml.tag(node) {
      guard tag == "tag:yaml.org,2002:str", case .string = value else { throw .tagged }
    }
    // Some readers take a character right behind an anchor's name for a part of it.
    guard
      fullStart(of: node) == start(of: node) || scan({ $0.isBlank(at: start(of: node) - 1) }) || yaml.isUnwritten(node)
        || isFirstOnLine(start(of: node))
    else { throw .unsuitable }
    let holder = parent(of: node)
    let place = place(in: holder)
    let writer = holder.map { self.writer(beside: $0) } ?? ValueWriter()
    switch yaml.kind(node) {
    case .alias: throw .sharedValue
    case .mapping, .sequence:
      guard !yaml.isBracelessPair(node) else { throw .unsuitable }
      if hasComment(start(of: node)..<end(of: node)) { throw .losesComment }
      let text = writer.inline(value, in: place)
      return yaml.isFlow(node)
        ? [ByteEdit(start(of: node)..<end(of: node), text)] : try replaceBlockCollection(node, with: text)
    case .scalar:
      if yaml.isUnwritten(node) { return try fill(node, with: value, writer, place) }
      if case .string(let text) = value, let edits = blockText(text, inPlaceOf: node) { return edits }
      return replaceScalar(node, with: writer.inline(value, like: yaml.style(node), in: place))
    }
  }

  /// Writes another text for a key.
  public func rename(_ key: NodeID, to name: String) throws(EditRefusal) -> [ByteEdit] {
    guard yaml.isKey(key), let holder = parent(of: key), yaml.kind(key) == .scalar, !yaml.isUnwritten(key),
      yaml.style(key) != .literal, yaml.style(key) != .folded, !yaml.isMergeKey(key)
    else { throw .unsuitable }
    try requireOwn(key)
    if yaml.tag(key) != nil { throw .tagged }
    if hasKey(name, holder) { throw .duplicateKey }
    let text = ScalarWriter.text(name, like: yaml.style(key), in: isJSON ? .json : yaml.isFlow(holder) ? .flow : .block)
    return [ByteEdit(start(of: key)..<end(of: key), text)]
  }

  // MARK: Scalars

  /// Puts a one-line text in the place of a scalar. The comment on the first line of a `|` text stays behind it.
  func replaceScalar(_ node: NodeID, with text: String) -> [ByteEdit] {
    guard let layout = blockScalarLayout(node) else { return [ByteEdit(start(of: node)..<end(of: node), text)] }
    let firstLineEnd = lineEnd(start(of: node))
    let gap = byte(layout.headEnd) == UInt8(ascii: "#") ? " " : ""
    let edit = ByteEdit(start(of: node)..<layout.headEnd, text + gap)
    return layout.contentEnd > firstLineEnd ? [edit, ByteEdit(firstLineEnd..<layout.contentEnd, "")] : [edit]
  }

  /// A text of several lines in the place of a `|` text, or of one that was folded, in that form.
  private func blockText(_ text: String, inPlaceOf node: NodeID) -> [ByteEdit]? {
    guard yaml.style(node) == .literal, let layout = blockScalarLayout(node), layout.explicitIndent == 0,
      layout.chomping != .keep, text.utf8.contains(UInt8(ascii: "\n"))
    else { return nil }
    var body = text
    let isClipped = body.hasSuffix("\n")
    if isClipped { body.removeLast() }
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, !first.isEmpty, first.first != " ", first.first != "\t",
      lines.last?.isEmpty == false,
      text.unicodeScalars.allSatisfy({ $0 == "\n" || (0x20...0x7E).contains($0.value) || $0.value > 0xA0 }),
      isClipped == (layout.chomping == .clip), !layout.lines.isEmpty
    else { return nil }
    let padding = pad(layout.indent)
    let written = lines.map { $0.isEmpty ? "" : padding + $0 }.joined(separator: lineBreak)
    let from = behindBreak(lineEnd(start(of: node)))
    return [ByteEdit(from..<layout.contentEnd, written)]
  }

  // MARK: Values that are not written

  private func fill(
    _ node: NodeID, with value: NewValue, _ writer: ValueWriter, _ place: ScalarWriter.Place
  ) throws(EditRefusal) -> [ByteEdit] {
    let offset = start(of: node)
    guard let holder = parent(of: node) else { throw .unsuitable }
    if let key = key(ofValue: node), skip(end(of: key)) >= offset {
      let isOneLine = !bytes[start(of: key)..<end(of: key)].contains { $0 == 0x0A || $0 == 0x0D }
      guard yaml.isFlow(holder), !yaml.isBracelessPair(holder), isOneLine else { throw .unsuitable }
      return [ByteEdit(at: offset, ": " + writer.inline(value, in: place))]
    }
    let isFlow = yaml.isFlow(holder) || holdsFlowOnly(holder)
    guard !isFlow, writer.isBlock(value), yaml.anchorSpan(node) == nil else {
      return [ByteEdit(at: offset, " " + writer.inline(value, in: place))]
    }
    let column = column(try entryStart(entryNode(node), in: holder))
    let lines = writer.nested(value, below: column)
    let lineEnd = lineEnd(offset)
    let text = lines.map { pad($0.column) + $0.text }.joined(separator: lineBreak)
    return [ByteEdit(at: lineEnd, lineBreak + text)]
  }

  // MARK: Collections

  /// Puts a one-line text in the place of a block collection: behind its key or dash.
  func replaceBlockCollection(_ node: NodeID, with text: String) throws(EditRefusal) -> [ByteEdit] {
    let start = start(of: node)
    let end = end(of: node)
    guard isFirstOnLine(start), parent(of: node) != nil else { return [ByteEdit(start..<end, text)] }
    let indicator = try indicatorEnd(before: node)
    guard hasComment(indicator..<start) else { return [ByteEdit(indicator..<end, " " + text)] }
    let rest = skipBlanks(end)
    let until = byte(rest) == UInt8(ascii: "#") ? rest : behindBreak(lineEnd(end))
    let from = until == rest ? start : lineStart(start)
    return [ByteEdit(at: indicator, " " + text), ByteEdit(from..<until, "")]
  }

  /// Behind the colon, dash, anchor or tag that stands before a value.
  func indicatorEnd(before node: NodeID) throws(EditRefusal) -> Int {
    guard let holder = parent(of: node) else { throw .unsuitable }
    var end: Int
    if let key = key(ofValue: node) {
      end = skip(self.end(of: key)) + 1
      guard byte(end - 1) == UInt8(ascii: ":") else { throw .unsuitable }
    } else {
      end = try entryStart(node, in: holder) + 1
      guard byte(end - 1) == UInt8(ascii: "-") else { throw .unsuitable }
    }
    if let anchor = yaml.anchorSpan(node) { end = max(end, Int(anchor.end)) }
    if let tag = yaml.tagSpan(node) { end = max(end, Int(tag.end)) }
    return end
  }
}
