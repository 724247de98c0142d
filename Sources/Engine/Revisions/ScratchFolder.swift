import Glibc

/// A folder for files of this run alone, gone when the value goes.
final class ScratchFolder: Sendable {
  /// Its absolute path.
  let path: String

  /// Makes the folder where the system keeps such things.
  init() throws(FileError) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let parent = base.hasPrefix("/") ? PathName.absolute(base, from: "/") : "/tmp"
    var template = Array("\(parent)/gwlint-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!).map { String(cString: $0) } }
    guard let made else { throw FileError() }
    path = made
  }

  deinit {
    var folders = [path]
    var index = 0
    while index < folders.count {
      for name in Self.names(in: folders[index]) {
        let entry = folders[index] + "/" + name
        var status = stat()
        // A link is removed, not followed.
        if lstat(entry, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
          folders.append(entry)
        } else {
          unlink(entry)
        }
      }
      index += 1
    }
    for folder in folders.reversed() { rmdir(folder) }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
