/// Looks at the raw bytes of a text the way the parser's scanner does.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// Length of the line break at `index`: CR, LF, CRLF, NEL, LS or PS; 0 where there is none.
  func breakLength(at index: Int) -> Int {
    guard index < count else { return 0 }
    switch self[index] {
    case 0x0A: return 1
    case 0x0D: return index + 1 < count && self[index + 1] == 0x0A ? 2 : 1
    case 0xC2: return index + 1 < count && self[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard index + 2 < count, self[index + 1] == 0x80 else { return 0 }
      return self[index + 2] == 0xA8 || self[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }

  /// Whether a space or tab stands at `index`.
  func isBlank(at index: Int) -> Bool {
    index < count && (self[index] == 0x20 || self[index] == 0x09)
  }

  /// The first index at or behind `index` that is no blank.
  func skipBlanks(from index: Int) -> Int {
    var index = index
    while isBlank(at: index) { index += 1 }
    return index
  }

  /// The index of the line break that ends the line of `index`, or the end.
  func lineEnd(from index: Int) -> Int {
    var index = index
    while index < count, breakLength(at: index) == 0 { index += 1 }
    return index
  }

  /// Whether a line begins at `index`.
  func isLineStart(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    switch self[index - 1] {
    case 0x0A: return true
    case 0x0D: return index >= count || self[index] != 0x0A
    case 0x85: return index >= 2 && self[index - 2] == 0xC2
    case 0xA8, 0xA9: return index >= 3 && self[index - 2] == 0x80 && self[index - 3] == 0xE2
    case 0xBF: return index == byteOrderMarkLength
    default: return false
    }
  }

  /// The beginning of the line that holds `index`, the byte order mark passed over.
  func lineStart(of index: Int) -> Int {
    var start = Swift.min(index, count)
    while !isLineStart(start) { start -= 1 }
    return start == 0 ? byteOrderMarkLength : start
  }

  /// 3 where the text begins with the UTF-8 byte order mark.
  var byteOrderMarkLength: Int {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF ? 3 : 0
  }

  /// Passes over blanks, line breaks and comments.
  func skipToToken(from index: Int) -> Int {
    var index = index
    while index < count {
      if isBlank(at: index) {
        index += 1
      } else if self[index] == UInt8(ascii: "#") {
        index = lineEnd(from: index)
      } else {
        let length = breakLength(at: index)
        if length == 0 { return index }
        index += length
      }
    }
    return index
  }

  /// The end of the anchor, alias or tag that begins at `index`.
  func propertyEnd(from index: Int) -> Int {
    var end = index + 1
    if self[index] == UInt8(ascii: "!"), end < count, self[end] == UInt8(ascii: "<") {
      while end < count, self[end] != UInt8(ascii: ">") { end += 1 }
      return Swift.min(end + 1, count)
    }
    let isTag = self[index] == UInt8(ascii: "!")
    while end < count {
      let byte = self[end]
      let isName =
        (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F || byte == 0x2D
      if !isName {
        if !isTag { break }
        if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: ",") { break }
      }
      end += 1
    }
    return end
  }

  /// The index behind the last byte of `range` that is neither white space nor in a comment; the lower bound where
  /// there is none.
  func endOfLastToken(in range: Range<Int>) -> Int {
    var end = range.lowerBound
    var index = skipToToken(from: range.lowerBound)
    while index < range.upperBound {
      index += 1
      end = index
      index = skipToToken(from: index)
    }
    return end
  }
}

extension Bytes {
  /// Whether these bytes are the same as others.
  func isEqual(to other: Bytes) -> Bool { count == other.count && elementsEqual(at: 0, in: other) }

  /// Whether these bytes stand at `offset` of `other`.
  func elementsEqual(at offset: Int, in other: Bytes) -> Bool {
    guard offset >= 0, offset + count <= other.count else { return false }
    guard count > 0, let mine = baseAddress, let theirs = other.baseAddress else { return count == 0 }
    return memoryIsEqual(mine, theirs + offset, count)
  }

  private func memoryIsEqual(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var index = 0
    let a = UnsafeRawPointer(left)
    let b = UnsafeRawPointer(right)
    while index + 8 <= count {
      let word = a.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word != b.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index += 8
    }
    while index < count {
      if left[index] != right[index] { return false }
      index += 1
    }
    return true
  }
}
