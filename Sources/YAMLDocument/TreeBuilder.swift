import CYAML
import SourceText

/// Makes the node table from the parser's events.
struct TreeBuilder {
  /// A collection that is not closed yet.
  private struct Open {
    var node: Int
    var childCount: Int
    /// Column of the innermost block collection, -1 where there is none.
    var indent: Int
  }

  let bytes: Bytes
  private let base: Int
  let limits: Limits
  private let neutralised: [Int]
  private var cursor: CharacterCursor
  private var nodes: ContiguousArray<Node> = []
  private var decoded: [UInt8] = []
  private var decodedSlices: [DecodedSlice] = []
  var anchors: [Property] = []
  var tags: [Property] = []
  var tagNames: [String] = []
  var tagIndices: [String: UInt32] = [:]
  var anchorTargets: [String: UInt32] = [:]
  private var roots: [NodeID] = []
  private var open: [Open] = []
  /// End of the last scalar, alias or bracket.
  var lastEnd: Int
  private var documentCount = 0
  private(set) var problem: SyntaxProblem?

  /// - Parameters:
  ///   - bytes: the source; `base` its byte order mark's length.
  ///   - neutralised: offsets of surrogate escapes that the parser was given otherwise, ascending.
  init(_ bytes: Bytes, base: Int, neutralised: [Int], limits: Limits) {
    self.bytes = bytes
    self.base = base
    self.limits = limits
    self.neutralised = neutralised
    cursor = CharacterCursor(Bytes(rebasing: bytes[base...]))
    lastEnd = base
    nodes.reserveCapacity(min(limits.nodes, bytes.count / 24 + 8))
  }

  /// The byte offset of a mark.
  mutating func offset(of mark: yaml_mark_t) -> Int {
    base + cursor.byteOffset(ofCharacter: Int(mark.index))
  }

  /// Takes in one event; false when a limit is reached.
  mutating func take(_ event: UnsafePointer<yaml_event_t>) -> Bool {
    switch event.pointee.type {
    case YAML_DOCUMENT_START_EVENT:
      documentCount += 1
      anchorTargets.removeAll(keepingCapacity: true)
      if documentCount > limits.documents {
        return stop(.documents, limits.documents, at: offset(of: event.pointee.start_mark))
      }
    case YAML_SCALAR_EVENT: return scalar(event)
    case YAML_ALIAS_EVENT: return alias(event)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.pointee.data.sequence_start
      return begin(
        .sequence, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE, event, anchor: data.anchor, tag: data.tag)
    case YAML_MAPPING_START_EVENT:
      let data = event.pointee.data.mapping_start
      return begin(.mapping, isFlow: data.style == YAML_FLOW_MAPPING_STYLE, event, anchor: data.anchor, tag: data.tag)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      close(isEmptyEvent: event.pointee.start_mark.index == event.pointee.end_mark.index, event)
    default: break
    }
    return true
  }

  /// Closes what a problem left open and hands over the table.
  mutating func finish(_ found: SyntaxProblem?) -> NodeTable {
    if problem == nil { problem = found }
    while let last = open.last {
      lastEnd = max(lastEnd, Int(nodes[last.node].start))
      if nodes[last.node].kind == .mapping, last.childCount % 2 == 1 {
        _ = append(Node(kind: .scalar, start: UInt32(lastEnd), end: UInt32(lastEnd)))
      }
      nodes[last.node].end = UInt32(lastEnd)
      nodes[last.node].link = UInt32(nodes.count)
      open.removeLast()
    }
    return NodeTable(
      nodes: nodes, decoded: decoded, decodedSlices: decodedSlices, anchors: anchors, tags: tags, tagNames: tagNames,
      roots: roots)
  }

  // MARK: Nodes

  private mutating func stop(_ limit: LimitKind, _ value: Int, at offset: Int) -> Bool {
    if problem == nil {
      let end = min(bytes.count, offset + 1)
      problem = SyntaxProblem(.limit(limit, value), at: ByteSpan(UInt32(min(offset, end)), UInt32(end)))
    }
    return false
  }

  /// Appends a node to the innermost open collection; its index.
  private mutating func append(_ node: Node) -> Int {
    if nodes.count == nodes.capacity { reserveNodes(upTo: Int(node.start)) }
    let index = nodes.count
    nodes.append(node)
    if let holder = open.indices.last {
      if nodes[open[holder].node].kind == .mapping {
        nodes[index].set(open[holder].childCount % 2 == 0 ? .key : .value)
      }
      open[holder].childCount += 1
    } else {
      roots.append(NodeID(rawValue: UInt32(index)))
    }
    return index
  }

  /// Grows by what the rest of the source will need if it is like the part that was read, since doubling would cost
  /// more than the nodes themselves.
  private mutating func reserveNodes(upTo offset: Int) {
    let read = max(offset, 1)
    let estimate = Double(nodes.count) * Double(bytes.count) / Double(read) * 1.02
    let least = nodes.count + nodes.count / 4 + 16
    nodes.reserveCapacity(max(least, min(Int(estimate) + 16, nodes.count * 2)))
  }

  private mutating func scalar(_ event: UnsafePointer<yaml_event_t>) -> Bool {
    let data = event.pointee.data.scalar
    let start = offset(of: event.pointee.start_mark)
    var end = offset(of: event.pointee.end_mark)
    if nodes.count >= limits.nodes { return stop(.nodes, limits.nodes, at: start) }
    let index = nodes.count
    var contentStart = start
    if data.anchor != nil || data.tag != nil {
      guard
        let content = properties(
          of: index, at: start, hasAnchor: data.anchor != nil, tag: data.tag, before: end)
      else { return stop(.anchors, limits.anchors, at: start) }
      contentStart = min(content, end)
    }
    let style = ScalarStyle(data.style)
    let parentIndent = open.last?.indent ?? -1
    if style == .plain, data.length == 0 {
      if data.anchor == nil, data.tag == nil { contentStart = endOfLastToken(before: end) }
      end = contentStart
    } else if style == .literal || style == .folded {
      contentStart = min(contentStart, end)
      end = BlockScalarLayout.contentEnd(bytes, span: contentStart..<end, parentIndent: parentIndent)
    }
    var node = Node(kind: .scalar, style: style, start: UInt32(contentStart), end: UInt32(end))
    if data.anchor != nil { node.set(.anchored) }
    if data.tag != nil { node.set(.tagged) }
    let value = Bytes(start: data.value, count: Int(data.length))
    keep(value, of: &node, parentIndent: parentIndent)
    noteSigns(value, of: &node)
    if style == .plain, let parent = open.last, parent.childCount % 2 == 0, nodes[parent.node].kind == .mapping,
      value.count == 2, value[0] == UInt8(ascii: "<"), value[1] == UInt8(ascii: "<")
    {
      nodes[parent.node].set(.merges)
    }
    _ = append(node)
    lastEnd = max(lastEnd, end)
    return true
  }

  /// Notes where the value lies: in the source, or decoded beside it.
  private mutating func keep(_ value: Bytes, of node: inout Node, parentIndent: Int) {
    let quotes = node.style == .singleQuoted || node.style == .doubleQuoted ? 1 : 0
    let span = Int(node.start)..<Int(node.end)
    if hasNeutralised(span) {
      let replay = ScalarReplay(bytes, span: span, style: node.style, parentIndent: parentIndent)
      replay.value.withUnsafeBufferPointer { keepDecoded($0, of: &node) }
    } else if value.count == span.count - 2 * quotes, node.style.rawValue <= ScalarStyle.doubleQuoted.rawValue,
      value.elementsEqual(at: span.lowerBound + quotes, in: bytes)
    {
      return
    } else {
      keepDecoded(value, of: &node)
    }
  }

  /// Notes what is asked of nearly every scalar, and answered here without going back to its bytes.
  private func noteSigns(_ value: Bytes, of node: inout Node) {
    guard !node.has(.decoded), let first = value.first else {
      for sign in [Node.Flag.mayBeNull, .mayHoldBrace, .mayBeBlank] { node.set(sign) }
      return
    }
    if node.style == .plain, first == UInt8(ascii: "~") || first | 0x20 == UInt8(ascii: "n") { node.set(.mayBeNull) }
    if value.contains(UInt8(ascii: "{")) { node.set(.mayHoldBrace) }
    if first <= 0x20 { node.set(.mayBeBlank) }
  }

  private mutating func keepDecoded(_ value: Bytes, of node: inout Node) {
    node.link = UInt32(decodedSlices.count)
    node.set(.decoded)
    decodedSlices.append(DecodedSlice(offset: UInt32(decoded.count), count: UInt32(value.count)))
    decoded.append(contentsOf: value)
  }

  private func hasNeutralised(_ span: Range<Int>) -> Bool {
    guard !neutralised.isEmpty else { return false }
    var low = 0
    var high = neutralised.count
    while low < high {
      let middle = (low + high) / 2
      if neutralised[middle] < span.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < neutralised.count && neutralised[low] < span.upperBound
  }

  /// The place of a value that is not written: behind the last thing that is.
  private func endOfLastToken(before offset: Int) -> Int {
    lastEnd < offset ? bytes.endOfLastToken(in: lastEnd..<offset) : offset
  }

  private mutating func alias(_ event: UnsafePointer<yaml_event_t>) -> Bool {
    let start = offset(of: event.pointee.start_mark)
    let end = offset(of: event.pointee.end_mark)
    if nodes.count >= limits.nodes { return stop(.nodes, limits.nodes, at: start) }
    var node = Node(kind: .alias, start: UInt32(start), end: UInt32(end))
    let name = String(decoding: bytes[min(start + 1, end)..<end], as: UTF8.self)
    if let target = anchorTargets[name] {
      node.link = target
    } else {
      node.link = Node.noTarget
      if problem == nil {
        problem = SyntaxProblem(
          .undefinedAlias(name), at: node.span, hint: .unquotedAsterisk)
      }
    }
    _ = append(node)
    lastEnd = max(lastEnd, end)
    return true
  }

  private mutating func begin(
    _ kind: NodeKind, isFlow: Bool, _ event: UnsafePointer<yaml_event_t>, anchor: UnsafePointer<UInt8>?,
    tag: UnsafePointer<UInt8>?
  ) -> Bool {
    var start = offset(of: event.pointee.start_mark)
    if nodes.count >= limits.nodes { return stop(.nodes, limits.nodes, at: start) }
    if open.count >= limits.depth { return stop(.depth, limits.depth, at: start) }
    if anchor != nil || tag != nil {
      let hasAnchor = anchor != nil
      guard let content = properties(of: nodes.count, at: start, hasAnchor: hasAnchor, tag: tag, before: bytes.count)
      else { return stop(.anchors, limits.anchors, at: start) }
      start = content
    }
    var node = Node(kind: kind, start: UInt32(start), end: UInt32(start))
    if isFlow { node.set(.flow) }
    if anchor != nil { node.set(.anchored) }
    if tag != nil { node.set(.tagged) }
    let indent = isFlow ? (open.last?.indent ?? -1) : start - bytes.lineStart(of: start)
    let index = append(node)
    open.append(Open(node: index, childCount: 0, indent: indent))
    if isFlow { lastEnd = max(lastEnd, start) }
    return true
  }

  private mutating func close(isEmptyEvent: Bool, _ event: UnsafePointer<yaml_event_t>) {
    guard let last = open.popLast() else { return }
    let isFlow = nodes[last.node].has(.flow)
    if isFlow, !isEmptyEvent { lastEnd = max(lastEnd, offset(of: event.pointee.end_mark)) }
    if isFlow, isEmptyEvent { nodes[last.node].set(.bracelessPair) }
    nodes[last.node].end = UInt32(max(lastEnd, Int(nodes[last.node].start)))
    nodes[last.node].link = UInt32(nodes.count)
  }
}
