import Glibc

/// What can be seen of files from outside, to tell whether one changed: those to lint, and the configuration and ignore
/// files in and above their folders.
public struct FileStates: Hashable, Sendable {
  private struct State: Hashable {
    let device: UInt
    let inode: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  private var states: [String: State] = [:]

  /// Looks at files.
  public init(_ found: FoundFiles) {
    var folders: Set<String> = []
    for file in found.files {
      look(at: file.path)
      var folder = PathName.folder(of: file.path)
      while folders.insert(folder).inserted {
        look(at: (folder == "/" ? "" : folder) + "/" + ConfigurationStore.fileName)
        look(at: (folder == "/" ? "" : folder) + "/.gitignore")
        folder = PathName.folder(of: folder)
      }
    }
  }

  private mutating func look(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    states[path] = State(
      device: UInt(status.st_dev), inode: UInt(status.st_ino), size: Int(status.st_size),
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
  }
}
