import Glibc

/// What can be seen of files from outside, to tell whether one changed, came or went: some files, and the configuration
/// and ignore files in and above their folders.
public struct FileStates: Hashable, Sendable {
  private struct State: Hashable {
    let device: UInt
    let inode: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// What was seen of each; `nil` for what is not there.
  private var states: [String: State?] = [:]

  /// Looks at files.
  /// - Parameters:
  ///   - paths: absolute.
  ///   - ignored: paths that may change without notice, absolute.
  ///   - earlier: what was seen before: what it knows is not looked at again.
  public init(_ paths: some Sequence<String>, except ignored: Set<String> = [], knownFrom earlier: FileStates? = nil) {
    var folders: Set<String> = []
    var all: Set<String> = []
    for path in paths {
      all.insert(path)
      var folder = PathName.folder(of: path)
      while folders.insert(folder).inserted {
        all.insert((folder == "/" ? "" : folder) + "/" + ConfigurationStore.fileName)
        all.insert((folder == "/" ? "" : folder) + "/.gitignore")
        folder = PathName.folder(of: folder)
      }
    }
    for path in all.subtracting(ignored) { states[path] = .some(earlier?.states[path] ?? Self.look(at: path)) }
  }

  private static func look(at path: String) -> State? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return State(
      device: UInt(status.st_dev), inode: UInt(status.st_ino), size: Int(status.st_size),
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
  }
}
