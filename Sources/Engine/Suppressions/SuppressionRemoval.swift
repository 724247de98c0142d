import SourceText

/// Which bytes go when a suppression or one of its names goes.
extension SuppressionComment {
  /// The bytes to take out so that a name is gone: the name with the comma beside it, or the whole comment where it
  /// names nothing else.
  func removal(ofName index: Int, in source: SourceText) -> ByteSpan {
    guard names.count > 1 else { return removal(in: source) }
    if index + 1 < names.count { return ByteSpan(names[index].span.start, names[index + 1].span.start) }
    return ByteSpan(names[index - 1].span.end, names[index].span.end)
  }

  /// The bytes to take out so that the comment is gone: its line where it stands alone, else the comment with the
  /// blanks before it.
  func removal(in source: SourceText) -> ByteSpan {
    let bytes = source.bytes
    var start = Int(span.start)
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\t") { start -= 1 }
    let standsAlone = start == source.byteOrderMarkLength || bytes[start - 1] == UInt8(ascii: "\n")
    guard standsAlone else { return ByteSpan(UInt32(start), span.end) }
    var end = Int(span.end)
    if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
    return ByteSpan(UInt32(start), UInt32(end))
  }
}
