import SourceText
import Testing

@testable import EditorServer

/// Positions against a count of the characters themselves.
@Suite struct PositionEncodingTests {
  private static let text = "a: é网😀\r\n\r\n😀😀: x\nlast"

  @Test(arguments: [PositionEncoding.utf8, .utf16, .utf32]) func everyCharacterGoesThereAndBack(
    _ encoding: PositionEncoding
  ) {
    let source = SourceText(Array(Self.text.utf8))
    var line = 0
    var units = 0
    var offset: UInt32 = 0
    for scalar in Self.text.unicodeScalars {
      let position = LSPPosition(line: line, character: units)
      if scalar != "\n" {
        #expect(encoding.position(of: offset, in: source) == position)
        #expect(encoding.offset(of: position, in: source) == offset)
      }
      switch encoding {
      case .utf8: units += String(scalar).utf8.count
      case .utf16: units += String(scalar).utf16.count
      case .utf32: units += 1
      }
      if scalar == "\r" { units -= 1 }
      offset += UInt32(String(scalar).utf8.count)
      if scalar == "\n" { (line, units) = (line + 1, 0) }
    }
  }

  @Test func placesOutsideAreTheNearestInside() {
    let source = SourceText(Array(Self.text.utf8))
    let encoding = PositionEncoding.utf16
    #expect(encoding.offset(of: LSPPosition(line: 1, character: 9), in: source) == 14)
    #expect(encoding.offset(of: LSPPosition(line: 99, character: 0), in: source) == UInt32(source.bytes.count))
    #expect(encoding.offset(of: LSPPosition(line: 2, character: 1), in: source) == 16)
    #expect(encoding.offset(of: LSPPosition(line: -1, character: 0), in: source) == 0)
  }

  @Test func byteOrderMarkHasNoCharacter() {
    let source = SourceText([0xEF, 0xBB, 0xBF] + Array("a: 1".utf8))
    #expect(PositionEncoding.utf16.position(of: 3, in: source) == LSPPosition(line: 0, character: 0))
    #expect(PositionEncoding.utf16.offset(of: LSPPosition(line: 0, character: 0), in: source) == 3)
  }

  @Test func uriAndPathGoThereAndBack() {
    for path in ["/a/b.yaml", "/网关/a b%#?.yaml", "/x/[y]"] {
      #expect(DocumentURI.path(of: DocumentURI.uri(ofPath: path)) == path)
    }
    #expect(DocumentURI.path(of: "untitled:1") == nil)
    #expect(DocumentURI.path(of: "file://localhost/a") == "/a")
    #expect(DocumentURI.path(of: "file:///a%2") == "/a%2")
  }

  @Test func clientsWithoutAWordGetUTF16() {
    #expect(PositionEncoding.negotiated(nil) == .utf16)
    #expect(PositionEncoding.negotiated(["utf-16"]) == .utf16)
    #expect(PositionEncoding.negotiated(["utf-32", "utf-8"]) == .utf8)
    #expect(PositionEncoding.negotiated(["x"]) == .utf16)
  }
}
