import Glibc

/// Adding to a file that others write as well.
public enum AppendedFile {
  /// Adds bytes to the end of a file, which is made where it is not there.
  /// - Throws: `FileError` where not all bytes could be written.
  public static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError() }
    defer { close(descriptor) }
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + offset, bytes.count - offset) }
      if written >= 0 {
        offset += written
      } else if errno != EINTR {
        throw FileError()
      }
    }
  }
}
