import Testing

@testable import EditorServer

/// Messages out of a stream of bytes that comes in pieces.
@Suite struct MessageFramesTests {
  @Test(arguments: [1, 2, 3, 7, 1000]) func messagesComeWholeWhateverThePieces(_ size: Int) throws {
    let stream = "Content-Length: 2\r\n\r\n{}Content-Type: x\r\ncontent-length:  5\r\n\r\n[1,2]Content-Length: 0\n\n"
    var frames = MessageFrames()
    var messages: [String] = []
    let bytes = Array(stream.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      frames.append(bytes[start..<min(start + size, bytes.count)])
      while let message = try frames.next() { messages.append(String(decoding: message, as: UTF8.self)) }
    }
    #expect(messages == ["{}", "[1,2]", ""])
  }

  @Test(arguments: [
    "Content-Length: -1\r\n\r\n", "Content-Length: x\r\n\r\n", "Content-Type: json\r\n\r\n{}",
    "Content-Length: 99999999999\r\n\r\n", String(repeating: "x", count: 9_000),
  ])
  func malformedHeadersEndTheStream(_ stream: String) {
    var frames = MessageFrames()
    frames.append(Array(stream.utf8))
    #expect(throws: MessageFrames.Malformed.self) { try frames.next() }
  }
}
