import Glibc

/// A file that appears whole or not at all: written without a name where the file system allows that, else beside its
/// place, then moved there. Only a process that is killed between the last two steps leaves a file `.gwlint-…` behind.
///
/// An existing file keeps its mode and, where the system allows it, its owner; where the name is a link, the file it
/// leads to is replaced and the link stays.
public final class AtomicFile {
  private let target: String
  private let folder: String
  /// The name beside the place; `nil` where the file has none yet.
  private var temporary: String?
  private var descriptor: Int32
  private var failure: FileError?
  /// Whether the name is no regular file, such as a pipe or a terminal: then it is written to as it is.
  private let isDirect: Bool

  /// Opens a new file beside `path`.
  /// - Throws: `FileError` where the folder cannot be written.
  public init(replacing path: String) throws(FileError) {
    target = Self.followingLinks(path)
    folder = PathName.folder(of: target.hasPrefix("/") ? target : FileSystem.currentFolder() + "/" + target)
    var status = stat()
    let exists = stat(target, &status) == 0
    isDirect = exists && status.st_mode & S_IFMT != S_IFREG
    if isDirect {
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileError() }
      return
    }
    if exists, access(target, W_OK) != 0 { throw FileError() }
    if let unnamed = Self.openUnnamed(in: folder) {
      descriptor = unnamed
    } else {
      var template = Array((folder + "/.gwlint-XXXXXX").utf8CString)
      descriptor = template.withUnsafeMutableBufferPointer { mkstemp($0.baseAddress!) }
      guard descriptor >= 0 else { throw FileError() }
      temporary = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }
    if exists {
      if fchown(descriptor, status.st_uid, status.st_gid) != 0 { _ = fchown(descriptor, uid_t.max, status.st_gid) }
      _ = fchmod(descriptor, status.st_mode & 0o7777)
    } else {
      let mask = umask(0)
      umask(mask)
      _ = fchmod(descriptor, 0o666 & ~mask)
    }
  }

  deinit {
    discard()
  }

  private func discard() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if let temporary { unlink(temporary) }
    descriptor = -1
  }

  // MARK: Names

  /// `O_TMPFILE`, which the C library writes as an expression.
  private static let withoutName = 0o20_000_000 | O_DIRECTORY

  /// A file without a name, which is gone with the process; `nil` where the system does not know such files or could
  /// not name them later.
  private static func openUnnamed(in folder: String) -> Int32? {
    let descriptor = open(folder, withoutName | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    if access(nameInProcess(descriptor), F_OK) == 0 { return descriptor }
    close(descriptor)
    return nil
  }

  private static func nameInProcess(_ descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  /// Gives the file a name that nothing has.
  private func link(as name: String) -> Bool {
    linkat(AT_FDCWD, Self.nameInProcess(descriptor), AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0
  }

  /// Moves the file to its place: at once where nothing is there, else by a name beside it, since a link replaces
  /// nothing.
  private func takePlace() -> Bool {
    if temporary == nil, link(as: target) { return true }
    while temporary == nil {
      let name = "\(folder)/.gwlint-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
      if link(as: name) { temporary = name } else if errno != EEXIST { return false }
    }
    guard let temporary, rename(temporary, target) == 0 else { return false }
    self.temporary = nil
    return true
  }

  /// Replaces a file, or makes it.
  /// - Throws: `FileError` where it cannot be written; an old file is untouched then.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let file = try AtomicFile(replacing: path)
    file.write(bytes)
    try file.commit()
  }

  /// Appends bytes. A failure is told by `commit`.
  public func write(_ bytes: borrowing [UInt8]) {
    guard failure == nil else { return }
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while offset < buffer.count {
        let written = Glibc.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
        if written < 0 {
          if errno == EINTR { continue }
          failure = FileError()
          return
        }
        offset += written
      }
    }
  }

  /// Puts the file into its place.
  /// - Throws: `FileError` where a byte could not be written; the old file is untouched then.
  public func commit() throws(FileError) {
    defer { discard() }
    if let failure { throw failure }
    if isDirect { return }
    guard fsync(descriptor) == 0, takePlace() else { throw FileError() }
  }

  /// Why a file was not replaced.
  public enum Refusal: Error, Sendable, Hashable {
    /// It no longer holds what was read.
    case changedMeanwhile
    /// The system refused.
    case failed(FileError)
  }

  /// Replaces the content of a regular file, unless it has changed since it was read.
  /// - Parameters:
  ///   - before: what it held when it was read.
  ///   - after: what it is to hold.
  public static func replace(_ path: String, holding before: [UInt8], with after: [UInt8]) throws(Refusal) {
    do throws(FileError) {
      let file = try AtomicFile(replacing: path)
      guard !file.isDirect else { throw FileError(code: EINVAL) }
      file.write(after)
      guard try FileSystem.read(file.target, limit: before.count) == before else { throw FileError(code: ESTALE) }
      try file.commit()
    } catch {
      throw error.code == ESTALE || error.code == EFBIG ? .changedMeanwhile : .failed(error)
    }
  }

  /// The file that a chain of links leads to; the path itself where it is no link.
  static func followingLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The file that a path leads to; `nil` where the path is no link.
  static func targetOfLink(_ path: String) -> String? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return nil }
    return followingLinks(path)
  }
}
