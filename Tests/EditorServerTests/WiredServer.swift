import Foundation
import Glibc
import Rules

@testable import EditorServer

/// The whole server on two pipes, served by a thread of its own.
final class WiredServer {
  private let toServer: Int32
  private let fromServer: Int32
  private var frames = MessageFrames()
  private let ending: Ending

  /// The status that the server ends with.
  private final class Ending: @unchecked Sendable {
    let semaphore = DispatchSemaphore(value: 0)
    var status: Int32 = -1
  }

  init() {
    // A server that is gone ends the test by a failed expectation, not the process.
    signal(SIGPIPE, SIG_IGN)
    var input: [Int32] = [0, 0]
    var output: [Int32] = [0, 0]
    precondition(pipe(&input) == 0 && pipe(&output) == 0)
    (toServer, fromServer) = (input[1], output[0])
    ending = Ending()
    let (ending, serverInput, serverOutput) = (ending, input[0], output[1])
    let thread = Thread {
      var server = LanguageServer(
        rules: allRules, options: ServerOptions(), version: "0", input: serverInput, output: serverOutput)
      ending.status = server.run()
      close(serverInput)
      close(serverOutput)
      ending.semaphore.signal()
    }
    thread.stackSize = 16 << 20
    thread.start()
  }

  deinit {
    close(toServer)
    close(fromServer)
  }

  /// Sends messages at once.
  func send(_ messages: [[String: Any]]) throws {
    var bytes: [UInt8] = []
    for message in messages {
      var message = message
      message["jsonrpc"] = "2.0"
      let content = try JSONSerialization.data(withJSONObject: message)
      bytes += Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
    }
    send(bytes: bytes)
  }

  /// Sends bytes as they are.
  func send(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(toServer, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// The next message of the server's; `nil` where it has ended.
  func receive() throws -> [String: Any]? {
    while true {
      if let content = try frames.next() {
        return try JSONSerialization.jsonObject(with: Data(content)) as? [String: Any]
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = chunk.withUnsafeMutableBytes { read(fromServer, $0.baseAddress, $0.count) }
      guard count > 0 else { return nil }
      frames.append(chunk[..<count])
    }
  }

  /// Waits for the server's end and returns its status.
  func end() -> Int32 {
    ending.semaphore.wait()
    return ending.status
  }
}
