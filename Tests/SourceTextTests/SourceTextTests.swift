import SourceText
import Testing

@Suite struct SourceTextTests {
  @Test func columnsCountScalarsAndSkipTheByteOrderMark() {
    let text = SourceText([0xEF, 0xBB, 0xBF] + Array("网关: 😀x\r\nb".utf8))
    let offset = UInt32(3 + "网关: 😀".utf8.count)
    #expect(text.position(at: offset) == SourcePosition(line: 1, column: 6, offset: offset))
    #expect(text.utf16Column(at: offset) == 6)
    #expect(text.position(at: offset + 3).line == 2)
    #expect(text.lineEnd == "\r\n")
    #expect(text.string(text.span(ofLine: 1)) == "网关: 😀x")
  }

  @Test func everyOffsetAgreesWithAScanOfTheText() {
    let text = SourceText(Array("a\n\né\r\n😀网\rz\n".utf8))
    var line: UInt32 = 1
    var column: UInt32 = 1
    var offset: UInt32 = 0
    for scalar in "a\n\né\r\n😀网\rz\n".unicodeScalars {
      if scalar != "\n" {
        #expect(text.position(at: offset) == SourcePosition(line: line, column: column, offset: offset))
      }
      offset += UInt32(String(scalar).utf8.count)
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    #expect(text.lineCount == 5)
  }
}
