import SourceText

/// How entries and items lie in the text.
extension YAMLEditor {
  func scan<Result>(_ body: (Bytes) -> Result) -> Result {
    bytes.withUnsafeBufferPointer(body)
  }

  func start(of node: NodeID) -> Int { Int(yaml.span(node).start) }
  func end(of node: NodeID) -> Int { Int(yaml.span(node).end) }

  /// Where a node begins, its anchor and tag included.
  func fullStart(of node: NodeID) -> Int {
    var start = yaml.span(node).start
    if let anchor = yaml.anchorSpan(node) { start = min(start, anchor.start) }
    if let tag = yaml.tagSpan(node) { start = min(start, tag.start) }
    return Int(start)
  }

  /// Where an item of a sequence or a key of a mapping begins as an entry: at its dash, its `?`, or itself.
  func entryStart(_ node: NodeID, in holder: NodeID) throws(EditRefusal) -> Int {
    let isFlow = yaml.isFlow(holder)
    guard let previous = previousSibling(of: node) else {
      return isFlow && !yaml.isBracelessPair(holder) ? skip(start(of: holder) + 1) : start(of: holder)
    }
    let next = skip(end(of: previous))
    guard isFlow else { return next }
    guard byte(next) == UInt8(ascii: ",") else { throw .unsuitable }
    return skip(next + 1)
  }

  /// The part of an entry that ends it: an item itself, a key's value.
  func entryValue(_ node: NodeID) -> NodeID { value(ofKey: node) ?? node }

  /// The first child of an entry: a value's key, else the node itself.
  func entryNode(_ node: NodeID) -> NodeID { key(ofValue: node) ?? node }

  /// The entry or item behind a node of a collection.
  func nextEntry(after node: NodeID, in holder: NodeID) -> NodeID? {
    let next = yaml.table.subtreeEnd(entryValue(node).index)
    return next < yaml.table.subtreeEnd(holder.index) ? NodeID(rawValue: UInt32(next)) : nil
  }

  // MARK: Bytes and lines

  func byte(_ offset: Int) -> UInt8? { offset >= 0 && offset < bytes.count ? bytes[offset] : nil }

  /// The next byte that is no white space and in no comment.
  func skip(_ offset: Int) -> Int { scan { $0.skipToToken(from: offset) } }

  func lineStart(_ offset: Int) -> Int { scan { $0.lineStart(of: offset) } }

  /// Where the line of an offset ends, before its break.
  func lineEnd(_ offset: Int) -> Int { scan { $0.lineEnd(from: offset) } }

  /// Behind the break of a line that ends at `lineEnd`.
  func behindBreak(_ lineEnd: Int) -> Int { scan { lineEnd + $0.breakLength(at: lineEnd) } }

  /// The column of a place in block text, in bytes: only indicators and blanks stand before it.
  func column(_ offset: Int) -> Int { offset - lineStart(offset) }

  /// Whether only blanks stand before an offset on its line. Looks at nothing but them.
  func isFirstOnLine(_ offset: Int) -> Bool {
    scan { bytes in
      var index = offset
      while index > 0, bytes.isBlank(at: index - 1) { index -= 1 }
      return bytes.isLineStart(index)
    }
  }

  /// Behind the blanks at an offset: a line break, a comment, text, or the end.
  func skipBlanks(_ offset: Int) -> Int { scan { $0.skipBlanks(from: offset) } }

  /// Whether nothing but blanks and a comment stands behind an offset on its line.
  func isLastOnLine(_ offset: Int) -> Bool {
    let next = skipBlanks(offset)
    return next == bytes.count || byte(next) == UInt8(ascii: "#") || scan { $0.breakLength(at: next) } > 0
  }

  func hasComment(_ range: Range<Int>) -> Bool {
    guard bytes[range].contains(UInt8(ascii: "#")) else { return false }
    return !yaml.comments(in: ByteSpan(UInt32(range.lowerBound), UInt32(range.upperBound)))
      .allSatisfy { Int($0.start) >= range.upperBound }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func pad(_ column: Int) -> String { String(repeating: " ", count: max(0, column)) }

  /// The line break that the text uses.
  var lineBreak: String {
    if yaml.source.lineCount > 1 { return yaml.source.lineEnd }
    return bytes.contains(UInt8(ascii: "\r")) ? "\r" : "\n"
  }

  // MARK: Behind a value

  /// The place of a new line behind the value that ends at or with `node`.
  struct NewLine {
    var offset: Int
    /// Whether the text ends there without a line break.
    var isUnended: Bool
  }

  /// Where a line can be put behind the one on which a node of a block collection ends. A comment at the end of that
  /// line stays there, as do the blank lines that a `|+` text keeps.
  func lineBehind(_ node: NodeID) throws(EditRefusal) -> NewLine {
    if let scalar = lastScalar(of: node), let layout = blockScalarLayout(scalar) {
      let last = layout.extentEnd
      let isUnended = last == bytes.count && !scan { $0.isLineStart(last) }
      if layout.chomping != .strip, isUnended { throw .unsuitable }
      if layout.chomping == .keep { return NewLine(offset: last, isUnended: false) }
    }
    let lineEnd = lineEnd(end(of: node))
    let behind = behindBreak(lineEnd)
    return NewLine(offset: behind, isUnended: behind == lineEnd)
  }

  private func lastScalar(of node: NodeID) -> NodeID? {
    let last = NodeID(rawValue: UInt32(yaml.table.subtreeEnd(node.index) - 1))
    return yaml.kind(last) == .scalar ? last : nil
  }

  /// How a `|` or `>` text lies; nil for other nodes.
  func blockScalarLayout(_ node: NodeID) -> BlockScalarLayout? {
    guard yaml.style(node) == .literal || yaml.style(node) == .folded else { return nil }
    let indent = parent(of: node).map { column(start(of: $0)) } ?? -1
    return scan { BlockScalarLayout($0, span: start(of: node)..<end(of: node), parentIndent: indent) }
  }

  // MARK: Style

  /// How new text is to look beside the entries of a collection.
  func writer(beside holder: NodeID) -> ValueWriter {
    var writer = ValueWriter(indentStep: indentStep, sequenceOffset: sequenceOffset)
    if let first = firstChild(of: holder), yaml.isKey(first), yaml.style(first) == .doubleQuoted {
      writer.quotesKeys = isJSON || yaml.pairs(of: holder).prefix(8).allSatisfy { yaml.style($0.key) == .doubleQuoted }
    }
    guard yaml.isFlow(holder) else { return writer }
    if isTight(UInt8(ascii: ":"), holder), isJSON || writer.quotesKeys { writer.colon = ":" }
    if isTight(UInt8(ascii: ","), holder) { writer.comma = "," }
    return writer
  }

  /// Whether no blank stands behind the colons or commas of a flow collection. One that shows none is written like those
  /// around it, and commas of which none is shown are as tight as colons.
  private func isTight(_ mark: UInt8, _ holder: NodeID) -> Bool {
    var shown: NodeID? = holder
    while let collection = shown, yaml.isFlow(collection) {
      if let isTight = isFirstTight(mark, collection) { return isTight }
      shown = parent(of: collection)
    }
    return mark == UInt8(ascii: ",") && isTight(UInt8(ascii: ":"), holder)
  }

  /// Whether no blank stands behind the first colon or comma of a collection; `nil` where there is none, or where a line
  /// ends behind it.
  private func isFirstTight(_ mark: UInt8, _ holder: NodeID) -> Bool? {
    guard let first = firstChild(of: holder) else { return nil }
    let found = skip(end(of: mark == UInt8(ascii: ",") ? entryValue(first) : first))
    guard byte(found) == mark, scan({ $0.breakLength(at: found + 1) }) == 0 else { return nil }
    return !scan { $0.isBlank(at: found + 1) }
  }

  /// Where a scalar stands that is written into a collection, or in its place.
  func place(in holder: NodeID?) -> ScalarWriter.Place {
    if isJSON { return .json }
    guard let holder, yaml.isFlow(holder) else { return .block }
    return JSONForm.isJSONLike(holder, in: yaml) ? .json : .flow
  }

  /// Whether the collections that a block collection holds are all written in flow style.
  func holdsFlowOnly(_ holder: NodeID) -> Bool {
    var hasAny = false
    for child in yaml.children(of: holder).prefix(64) where !yaml.isKey(child) {
      guard yaml.kind(child) == .mapping || yaml.kind(child) == .sequence, firstChild(of: child) != nil else {
        continue
      }
      guard yaml.isFlow(child) else { return false }
      hasAny = true
    }
    return hasAny
  }
}
