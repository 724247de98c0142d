import Glibc
import Reporting

/// Standard input and output as a stream of messages.
struct Connection: ~Copyable {
  private let input: Int32
  private let output: Int32
  private var frames = MessageFrames()
  private(set) var isClosed = false

  init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  /// The next message; waits for one, unless `isPatient` is false and none is there. `nil` where there is none.
  mutating func receive(isPatient: Bool) throws(MessageFrames.Malformed) -> [UInt8]? {
    while true {
      if let content = try frames.next() { return content }
      if isClosed || (!isPatient && !hasInput) { return nil }
      readSome()
    }
  }

  /// Sends a message.
  func send(_ message: JSONValue) {
    var writer = JSONWriter()
    message.write(to: &writer)
    write(Array("Content-Length: \(writer.bytes.count)\r\n\r\n".utf8))
    write(writer.bytes)
  }

  private var hasInput: Bool {
    var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }

  private mutating func readSome() {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = chunk.withUnsafeMutableBytes { Glibc.read(input, $0.baseAddress, $0.count) }
    if count > 0 {
      frames.append(chunk[..<count])
    } else if count == 0 || errno != EINTR {
      isClosed = true
    }
  }

  private func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let written = Glibc.write(output, buffer.baseAddress! + offset, buffer.count - offset)
        if written < 0 {
          if errno == EINTR { continue }
          return
        }
        offset += written
      }
    }
  }
}
