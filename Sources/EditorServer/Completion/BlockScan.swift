import SourceText

/// Finds a cursor's place in a YAML document by the indentation of its lines.
struct BlockScan {
  private let source: SourceText

  init(_ source: SourceText) {
    self.source = source
  }

  /// The place of a byte offset; `nil` in comments and in texts of several lines.
  /// - Parameter end: where the word at the offset ends.
  func place(at cursor: Int, endOfWord end: Int) -> CursorPlace? {
    let number = Int(source.line(at: UInt32(cursor))) - 1
    if let flow = OpenFlow(at: cursor, onLine: number, in: source) {
      return place(in: flow, at: cursor, endOfWord: end)
    }
    let start = Int(source.span(ofLine: UInt32(number + 1)).start)
    guard start <= cursor, !Self.endsInComment(source.bytes[start..<cursor]) else { return nil }
    let head = LineShape(source.bytes[start..<cursor])
    guard let ancestors = ancestors(of: head, onLine: number) else { return nil }
    let siblings = siblings(ofColumn: head.contentColumn, near: number, countsLine: false)
    let content = start + head.contentColumn
    guard let key = head.key else {
      if content < cursor, Self.opensFlow(source.bytes[content]) {
        return FlowScan(source.bytes, from: content, to: cursor).place(below: ancestors, endOfWord: end)
      }
      let isQuoted = content < cursor && Self.isQuote(source.bytes[content])
      return CursorPlace(
        path: ancestors, role: head.dashes.isEmpty ? .key : .element, siblings: siblings,
        word: ByteSpan(UInt32(content + (isQuoted ? 1 : 0)), UInt32(cursor)), isQuoted: isQuoted,
        column: head.contentColumn)
    }
    let value = start + head.valueColumn
    let path = ancestors + [.key(key, siblings: siblings)]
    if value < cursor, Self.opensFlow(source.bytes[value]) {
      return FlowScan(source.bytes, from: value, to: cursor).place(below: path, endOfWord: end)
    }
    let isQuoted = value < cursor && Self.isQuote(source.bytes[value])
    return CursorPlace(
      path: path, role: .value, siblings: siblings, word: ByteSpan(UInt32(value + (isQuoted ? 1 : 0)), UInt32(cursor)),
      isQuoted: isQuoted, lacksBlank: cursor > 0 && source.bytes[cursor - 1] == UInt8(ascii: ":") && value == cursor,
      column: head.contentColumn)
  }

  /// The place of an offset between braces or brackets that an earlier line opened.
  private func place(in flow: OpenFlow, at cursor: Int, endOfWord end: Int) -> CursorPlace? {
    let line = line(flow.line)
    guard var path = ancestors(of: line, onLine: flow.line) else { return nil }
    if let key = line.key {
      path.append(.key(key, siblings: siblings(ofColumn: line.contentColumn, near: flow.line, countsLine: true)))
    }
    return FlowScan(source.bytes, from: flow.start, to: cursor).place(below: path, endOfWord: end)
  }

  private static func opensFlow(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  private static func endsInComment(_ line: ArraySlice<UInt8>) -> Bool {
    var quote: UInt8?
    for place in line.indices {
      let byte = line[place]
      let isFirst = place == line.startIndex || LineShape.isBlank(line[place - 1])
      if let open = quote {
        if byte == open { quote = nil }
      } else if isFirst, isQuote(byte) {
        quote = byte
      } else if isFirst, byte == UInt8(ascii: "#") {
        return true
      }
    }
    return false
  }

  private static let depthLimit = 64

  private func line(_ number: Int) -> LineShape { LineShape(source.bytes[span(number)]) }

  private func span(_ number: Int) -> Range<Int> {
    let span = source.span(ofLine: UInt32(number + 1))
    return Int(span.start)..<Int(span.end)
  }

  /// The steps from the root to the mapping or list that a line's content belongs to; `nil` where it is part of a text.
  private func ancestors(of head: LineShape, onLine number: Int) -> [CursorPlace.Step]? {
    var steps: [CursorPlace.Step] = []
    var limit = head.contentColumn
    // The elements of a list may stand as far left as its key.
    var allowsEqual = false
    func takeDashes(_ line: LineShape) {
      for dash in line.dashes.reversed() where dash < limit {
        steps.append(.item)
        limit = dash
        allowsEqual = true
      }
    }
    takeDashes(head)
    var number = number - 1
    while number >= 0, limit > 0 || allowsEqual {
      defer { number -= 1 }
      let line = line(number)
      if line.separatesDocuments { break }
      if line.isEmpty {
        takeDashes(line)
        continue
      }
      if let key = line.key,
        line.contentColumn < limit || (allowsEqual && line.contentColumn == limit && line.value.isEmpty)
      {
        if line.beginsBlockText { return nil }
        // No dialect is as deep, and every step looks at the lines around it.
        guard steps.count < Self.depthLimit else { return nil }
        steps.append(
          .key(key, siblings: siblings(ofColumn: line.contentColumn, near: number, countsLine: true)))
        limit = line.contentColumn
        allowsEqual = false
      }
      takeDashes(line)
    }
    return steps.reversed()
  }

  /// The scalars of the mapping whose keys stand at a column, around a line.
  private func siblings(ofColumn column: Int, near number: Int, countsLine: Bool) -> [String: String] {
    var found: [String: String] = [:]
    func take(_ line: LineShape) {
      if let key = line.key, line.contentColumn == column { found[key] = line.value }
    }
    let own = line(number)
    if countsLine { take(own) }
    var above = own.dashes.contains { $0 < column } ? -1 : number - 1
    while above >= 0 {
      let line = line(above)
      above -= 1
      if line.separatesDocuments { break }
      if line.isEmpty, line.dashes.isEmpty { continue }
      take(line)
      if line.column < column { break }
    }
    for below in number + 1..<max(number + 1, source.lineCount) {
      let line = line(below)
      if line.isEmpty, line.dashes.isEmpty { continue }
      if line.column < column || line.separatesDocuments { break }
      take(line)
    }
    return found
  }
}
