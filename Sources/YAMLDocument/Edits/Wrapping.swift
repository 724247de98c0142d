import SourceText

extension YAMLEditor {
  /// Puts a single value into a list.
  public func wrapInList(_ node: NodeID) throws(EditRefusal) -> [ByteEdit] {
    try requireRemovable(node)
    guard let holder = parent(of: node), !yaml.isKey(node), !yaml.isUnwritten(node) else { throw .unsuitable }
    let isFlow = yaml.isFlow(node) || yaml.isFlow(holder)
    switch yaml.kind(node) {
    case .alias: throw .sharedValue
    case .scalar:
      guard yaml.tag(node) == nil, yaml.anchorSpan(node) == nil else { throw .tagged }
      let text = yaml.string(node)
      let isText = yaml.resolve(node, schema: schema) == .string
      let style = yaml.style(node)
      if blockScalarLayout(node) == nil, !isText || style != .plain || ScalarWriter.isPlain(text, inFlow: true) {
        return [ByteEdit(at: start(of: node), "["), ByteEdit(at: end(of: node), "]")]
      }
      let place: ScalarWriter.Place = place(in: holder) == .json ? .json : .flow
      return replaceScalar(node, with: "[" + ScalarWriter.text(text, like: .singleQuoted, in: place) + "]")
    case .mapping where isFlow, .sequence where isFlow:
      guard !yaml.isBracelessPair(node) else { throw .unsuitable }
      return [ByteEdit(at: fullStart(of: node), "["), ByteEdit(at: end(of: node), "]")]
    case .mapping, .sequence:
      guard fullStart(of: node) == start(of: node) else { throw .tagged }
      return [ByteEdit(at: start(of: node), "- ")] + indentation(ofLinesBehind: start(of: node), upTo: end(of: node))
    }
  }

  /// Two more blanks before each line behind the first that has anything on it.
  private func indentation(ofLinesBehind start: Int, upTo end: Int) -> [ByteEdit] {
    var edits: [ByteEdit] = []
    var line = behindBreak(lineEnd(start))
    while line < end {
      let lineEnd = lineEnd(line)
      if lineEnd > line { edits.append(ByteEdit(at: line, "  ")) }
      line = behindBreak(lineEnd)
    }
    return edits
  }

  /// Puts the only item of a list into the list's place.
  public func unwrapList(_ node: NodeID) throws(EditRefusal) -> [ByteEdit] {
    try requireOwn(node)
    guard yaml.kind(node) == .sequence, let item = firstChild(of: node), nextEntry(after: item, in: node) == nil,
      parent(of: node) != nil, !yaml.isUnwritten(item)
    else { throw .unsuitable }
    guard fullStart(of: node) == start(of: node) else { throw .tagged }
    if yaml.isFlow(node) {
      guard !yaml.isBracelessPair(item) else { throw .unsuitable }
      let head = start(of: node)..<fullStart(of: item)
      let tail = end(of: item)..<end(of: node)
      if hasComment(head) || hasComment(tail) { throw .losesComment }
      return [ByteEdit(head, ""), ByteEdit(tail, "")]
    }
    let isOneLine = yaml.kind(item) == .scalar && blockScalarLayout(item) == nil || yaml.isFlow(item)
    if isOneLine, isFirstOnLine(start(of: node)) {
      let indicator = try indicatorEnd(before: node)
      if !hasComment(indicator..<fullStart(of: item)) {
        return [ByteEdit(indicator..<fullStart(of: item), " ")]
      }
    }
    return [ByteEdit(start(of: node)..<start(of: node) + 1, " ")]
  }

  /// Turns a value into a text: a mapping or list into its JSON on one line, a number or truth value into what is
  /// written.
  public func writeAsText(_ node: NodeID) throws(EditRefusal) -> [ByteEdit] {
    try requireRemovable(node)
    guard yaml.tag(node) == nil else { throw .tagged }
    let place = place(in: parent(of: node))
    switch yaml.kind(node) {
    case .alias: throw .sharedValue
    case .scalar:
      guard blockScalarLayout(node) == nil, !yaml.isUnwritten(node) else { throw .unsuitable }
      return replaceScalar(node, with: ScalarWriter.text(yaml.string(node), like: .singleQuoted, in: place))
    case .mapping, .sequence:
      if hasComment(start(of: node)..<end(of: node)) { throw .losesComment }
      guard !yaml.isBracelessPair(node), let json = JSONText.text(of: node, in: yaml, schema: schema) else {
        throw .unsuitable
      }
      let text = ScalarWriter.text(json, like: .singleQuoted, in: place)
      return yaml.isFlow(node)
        ? [ByteEdit(start(of: node)..<end(of: node), text)] : try replaceBlockCollection(node, with: text)
    }
  }
}
