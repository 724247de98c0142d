import Linting
import SourceText

extension FileEdit {
  /// The edit that makes one text of another: what both begin and end with stays. Nothing where they are equal.
  static func replacing(_ source: SourceText, by new: [UInt8]) -> [FileEdit] {
    let old = source.bytes
    guard old != new else { return [] }
    let limit = min(old.count, new.count)
    var head = 0
    while head < limit, old[head] == new[head] { head += 1 }
    while head > 0, isInsideCharacter(old, head) || isInsideCharacter(new, head) { head -= 1 }
    var tail = 0
    while tail < limit - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    while tail > 0, isInsideCharacter(old, old.count - tail) || isInsideCharacter(new, new.count - tail) { tail -= 1 }
    let range = source.range(of: ByteSpan(UInt32(head), UInt32(old.count - tail)))
    return [FileEdit(range: range, text: String(decoding: new[head..<new.count - tail], as: UTF8.self))]
  }

  private static func isInsideCharacter(_ bytes: [UInt8], _ index: Int) -> Bool {
    index < bytes.count && bytes[index] & 0xC0 == 0x80
  }
}
