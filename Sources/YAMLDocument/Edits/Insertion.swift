import SourceText

extension YAMLEditor {
  /// Writes new entries into a mapping that is there, in this order.
  public func insert(
    _ entries: [NewEntry], into mapping: NodeID, at point: InsertionPoint = .last
  ) throws(EditRefusal) -> [ByteEdit] {
    try requireOwn(mapping)
    guard yaml.kind(mapping) == .mapping, !yaml.isBracelessPair(mapping), !entries.isEmpty else { throw .unsuitable }
    for (index, entry) in entries.enumerated() {
      if hasKey(entry.key, mapping) || entries[..<index].contains(where: { $0.key == entry.key }) {
        throw .duplicateKey
      }
    }
    let writer = writer(beside: mapping)
    if yaml.isFlow(mapping) {
      let place = place(in: mapping)
      return try insertIntoFlow(entries.map { writer.entry($0, in: place) }, mapping, at: point, writer)
    }
    let lines = writer.lines(of: entries, at: column(start(of: mapping)), prefersFlow: holdsFlowOnly(mapping))
    return try insertIntoBlock(lines, mapping, at: point)
  }

  /// Writes new items into a sequence that is there, in this order.
  public func insert(
    items: [NewValue], into sequence: NodeID, at point: InsertionPoint = .last
  ) throws(EditRefusal) -> [ByteEdit] {
    try requireOwn(sequence)
    guard yaml.kind(sequence) == .sequence, !items.isEmpty else { throw .unsuitable }
    let writer = writer(beside: sequence)
    if yaml.isFlow(sequence) {
      let place = place(ofItemsIn: sequence)
      return try insertIntoFlow(items.map { writer.inline($0, in: place) }, sequence, at: point, writer)
    }
    let lines = writer.lines(
      ofItems: items, at: column(start(of: sequence)), gap: gapBehindDash(sequence),
      prefersFlow: holdsFlowOnly(sequence))
    return try insertIntoBlock(lines, sequence, at: point)
  }

  private func place(ofItemsIn sequence: NodeID) -> ScalarWriter.Place {
    if isJSON { return .json }
    let items = yaml.children(of: sequence).prefix(8)
    let isJSONLike =
      items.contains { _ in true }
      && items.allSatisfy { item in
        yaml.kind(item) == .scalar ? yaml.style(item) == .doubleQuoted : JSONForm.isJSONLike(item, in: yaml)
      }
    return isJSONLike ? .json : .flow
  }

  /// From a dash to the item behind it, where that is a collection on the same line; else 2.
  private func gapBehindDash(_ sequence: NodeID) -> Int {
    guard let first = firstChild(of: sequence) else { return 2 }
    let gap = fullStart(of: first) - start(of: sequence)
    let isOnLine = !bytes[start(of: sequence)..<fullStart(of: first)].contains {
      $0 == 0x0A || $0 == 0x0D || $0 == 0x09
    }
    return isOnLine ? max(2, gap) : 2
  }

  // MARK: Block style

  func insertIntoBlock(
    _ lines: [ValueWriter.Line], _ holder: NodeID, at point: InsertionPoint
  ) throws(EditRefusal) -> [ByteEdit] {
    guard let first = firstChild(of: holder), let last = lastChild(of: holder) else { throw .unsuitable }
    switch point {
    case .first: return try insertBefore(first, lines, holder)
    case .before(let node): return try insertBefore(entryNode(node), lines, holder)
    case .after(let node): return try insertBehind(entryValue(node), lines)
    case .last:
      do throws(EditRefusal) {
        return try insertBehind(last, lines)
      } catch {
        // A text that keeps the end of the file as it is: the new lines go before its entry.
        return try insertBefore(entryNode(last), lines, holder)
      }
    }
  }

  private func insertBehind(_ value: NodeID, _ lines: [ValueWriter.Line]) throws(EditRefusal) -> [ByteEdit] {
    let place = try lineBehind(value)
    let text = lines.map { pad($0.column) + $0.text }.joined(separator: lineBreak)
    return [ByteEdit(at: place.offset, place.isUnended ? lineBreak + text : text + lineBreak)]
  }

  private func insertBefore(
    _ node: NodeID, _ lines: [ValueWriter.Line], _ holder: NodeID
  ) throws(EditRefusal) -> [ByteEdit] {
    let start = try entryStart(node, in: holder)
    guard column(start) == column(self.start(of: holder)) else { throw .unsuitable }
    guard isFirstOnLine(start) else {
      let text = lines.enumerated().map { ($0.offset == 0 ? "" : pad($0.element.column)) + $0.element.text }
      return [ByteEdit(at: start, text.joined(separator: lineBreak) + lineBreak + pad(column(start)))]
    }
    let above = ownLinesStart(of: node, at: start, in: holder)
    let text = lines.map { pad($0.column) + $0.text + lineBreak }.joined()
    return [ByteEdit(at: above, text)]
  }

  // MARK: Flow style

  func insertIntoFlow(
    _ texts: [String], _ holder: NodeID, at point: InsertionPoint, _ writer: ValueWriter
  ) throws(EditRefusal) -> [ByteEdit] {
    guard let first = firstChild(of: holder), let last = lastChild(of: holder) else {
      return [insertIntoEmptyFlow(texts, holder, writer)]
    }
    switch point {
    case .first: return try insertBeforeInFlow(entryNode(first), texts, holder, writer)
    case .before(let node): return try insertBeforeInFlow(entryNode(node), texts, holder, writer)
    case .after(let node): return try insertBehindInFlow(entryValue(node), texts, holder, writer)
    case .last: return try insertBehindInFlow(last, texts, holder, writer)
    }
  }

  private func insertIntoEmptyFlow(_ texts: [String], _ holder: NodeID, _ writer: ValueWriter) -> ByteEdit {
    let behind = start(of: holder) + 1
    if byte(behind) == 0x20, skipBlanks(behind) == end(of: holder) - 1 {
      return ByteEdit(at: behind, " " + texts.joined(separator: writer.comma))
    }
    return ByteEdit(at: behind, texts.joined(separator: writer.comma))
  }

  private func insertBeforeInFlow(
    _ node: NodeID, _ texts: [String], _ holder: NodeID, _ writer: ValueWriter
  ) throws(EditRefusal) -> [ByteEdit] {
    let start = try entryStart(node, in: holder)
    let separator = flowSeparator(ofEntryAt: start) ?? writer.comma.dropComma
    return [ByteEdit(at: start, texts.map { $0 + "," + separator }.joined())]
  }

  private func insertBehindInFlow(
    _ value: NodeID, _ texts: [String], _ holder: NodeID, _ writer: ValueWriter
  ) throws(EditRefusal) -> [ByteEdit] {
    let start = try entryStart(entryNode(value), in: holder)
    let end = end(of: value)
    let next = skip(end)
    guard let separator = flowSeparator(ofEntryAt: start) else {
      let text = texts.map { "," + writer.comma.dropComma + $0 }.joined()
      return [ByteEdit(at: end, text)]
    }
    let lines = texts.joined(separator: "," + separator)
    let hasComma = byte(next) == UInt8(ascii: ",")
    let tail = hasComma ? next + 1 : end
    // A comment behind the entry stays on its line.
    let isAlone = isLastOnLine(tail)
    let lineEnd =
      isAlone && skipBlanks(tail) < bytes.count && byte(skipBlanks(tail)) == UInt8(ascii: "#")
      ? self.lineEnd(tail) : tail
    if hasComma { return [ByteEdit(at: lineEnd, separator + lines + ",")] }
    if lineEnd == end { return [ByteEdit(at: end, "," + separator + lines)] }
    return [ByteEdit(at: end, ","), ByteEdit(at: lineEnd, separator + lines)]
  }

  /// The line break and indentation of an entry that begins its line; nil where it stands behind others.
  private func flowSeparator(ofEntryAt start: Int) -> String? {
    guard isFirstOnLine(start) else { return nil }
    var blank = start
    while blank > 0, scan({ $0.isBlank(at: blank - 1) }) { blank -= 1 }
    return blank == 0 || blank <= Int(yaml.source.byteOrderMarkLength) ? nil : lineBreak + text(blank..<start)
  }
}

extension String {
  /// What stands behind the comma in a separator.
  fileprivate var dropComma: String { String(dropFirst()) }
}
