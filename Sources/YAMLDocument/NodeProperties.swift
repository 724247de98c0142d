extension TreeBuilder {
  /// Notes the properties of a node written from `start`; where its content begins, nil if there are too many anchors.
  mutating func properties(
    of index: Int, at start: Int, hasAnchor: Bool, tag: UnsafePointer<UInt8>?, before limit: Int
  ) -> Int? {
    var position = start
    for _ in 0..<(hasAnchor ? 1 : 0) + (tag == nil ? 0 : 1) {
      let begin = bytes.skipToToken(from: position)
      guard begin < limit else { break }
      let end = min(bytes.propertyEnd(from: begin), max(limit, begin))
      if bytes[begin] == UInt8(ascii: "&") {
        if anchors.count >= limits.anchors { return nil }
        anchors.append(Property(node: UInt32(index), start: UInt32(begin), end: UInt32(end), name: 0))
        anchorTargets[String(decoding: bytes[min(begin + 1, end)..<end], as: UTF8.self)] = UInt32(index)
      } else if let tag {
        let name = String(cString: tag)
        let known = tagIndices[name] ?? UInt32(tagNames.count)
        if known == tagNames.count {
          tagNames.append(name)
          tagIndices[name] = known
        }
        tags.append(Property(node: UInt32(index), start: UInt32(begin), end: UInt32(end), name: known))
      }
      position = end
    }
    lastEnd = max(lastEnd, position)
    let content = bytes.skipToToken(from: position)
    return content < limit ? content : position
  }
}
