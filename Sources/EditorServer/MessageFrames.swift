/// Cuts the bytes of a connection into messages: a header with `Content-Length`, a blank line, and that many bytes.
struct MessageFrames {
  /// A header that cannot be read. The way to the next message is lost then.
  struct Malformed: Error {
    let reason: String
  }

  /// The longest header that is waited for, in bytes.
  static let headerLimit = 8_192
  /// The longest message that is waited for, in bytes.
  static let contentLimit = 64 << 20

  private var buffer: [UInt8] = []
  private var start = 0

  /// Takes what was received.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    if start > 0, start == buffer.count || start > 1 << 16 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// The content of the next message; `nil` until all of it has come.
  mutating func next() throws(Malformed) -> [UInt8]? {
    guard let header = headerEnd() else {
      if buffer.count - start > Self.headerLimit { throw Malformed(reason: "a header of more than 8 KiB") }
      return nil
    }
    let length = try contentLength(in: buffer[start..<header.end])
    guard buffer.count - header.next >= length else { return nil }
    defer { start = header.next + length }
    return Array(buffer[header.next..<header.next + length])
  }

  /// Where the header ends and where the content begins. Lone LF is taken for a line end as well.
  private func headerEnd() -> (end: Int, next: Int)? {
    var index = start
    let limit = min(buffer.count, start + Self.headerLimit)
    while index < limit {
      if buffer[index] == UInt8(ascii: "\n") {
        if index + 1 < buffer.count, buffer[index + 1] == UInt8(ascii: "\n") { return (index, index + 2) }
        if index + 2 < buffer.count, buffer[index + 1] == UInt8(ascii: "\r"), buffer[index + 2] == UInt8(ascii: "\n") {
          return (index, index + 3)
        }
      }
      index += 1
    }
    return nil
  }

  private func contentLength(in header: ArraySlice<UInt8>) throws(Malformed) -> Int {
    for line in header.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self)
      guard name.lowercased() == "content-length" else { continue }
      let digits = String(decoding: line[line.index(after: colon)...], as: UTF8.self).filter { $0 != " " && $0 != "\t" }
      guard let length = Int(digits), length >= 0, length <= Self.contentLimit else {
        throw Malformed(reason: "a Content-Length of `\(digits)`")
      }
      return length
    }
    throw Malformed(reason: "a header without Content-Length")
  }
}
