import Engine
import Glibc
import Synchronization

/// Standard output and standard error, written whole and without a buffer of their own.
struct StandardStream: Sendable {
  /// Findings, patches and other results.
  static let output = StandardStream(descriptor: STDOUT_FILENO)
  /// Everything else.
  static let error = StandardStream(descriptor: STDERR_FILENO)

  let descriptor: Int32

  /// The system's number of the first error in writing to standard output; 0 where there was none.
  private static let firstError = Atomic<Int32>(0)

  /// Why standard output could not be written. A reader that has gone away is no failure.
  static var failure: FileError? {
    let code = firstError.load(ordering: .relaxed)
    return code == 0 ? nil : FileError(code: code)
  }

  /// Whether a person reads it on a terminal.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes a text. A reader that has gone away ends the writing without a word, as other tools do.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  /// Writes bytes.
  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { write($0) }
  }

  private func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      let written = Glibc.write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
      if written < 0 {
        if errno == EINTR { continue }
        if errno != EPIPE, descriptor == STDOUT_FILENO {
          _ = Self.firstError.compareExchange(expected: 0, desired: errno, ordering: .relaxed)
        }
        return
      }
      offset += written
    }
  }
}
