/// Turns the parser's marks, which count characters, into byte offsets.
///
/// Marks come almost sorted, so the cursor walks; runs of ASCII are one addition.
struct CharacterCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var character = 0
  private var byte = 0
  /// The first byte at or behind `byte` that is not ASCII.
  private var asciiEnd = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    asciiEnd = nextNonASCII(from: 0)
  }

  /// The byte offset of a character index; the end for one that lies behind it.
  mutating func byteOffset(ofCharacter target: Int) -> Int {
    if target < character { stepBack(to: target) }
    while character < target, byte < bytes.count {
      if byte < asciiEnd {
        let step = min(target - character, asciiEnd - byte)
        character += step
        byte += step
      } else {
        byte += 1
        while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
        character += 1
        if byte < bytes.count, bytes[byte] < 0x80 { asciiEnd = nextNonASCII(from: byte) }
      }
    }
    return byte
  }

  private mutating func stepBack(to target: Int) {
    while character > target, byte > 0 {
      byte -= 1
      while byte > 0, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    asciiEnd = nextNonASCII(from: byte)
  }

  private func nextNonASCII(from start: Int) -> Int {
    var index = start
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    while index + 8 <= bytes.count,
      raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }
}
