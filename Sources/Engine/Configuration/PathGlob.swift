/// A glob relative to a folder.
struct PathGlob: Sendable {
  private let glob: Glob
  private let folder: String

  /// - Parameter folder: absolute; leading `../` of the pattern climb from it.
  init(_ pattern: String, in folder: String) {
    var pattern = pattern[...]
    var folder = folder
    while true {
      if pattern.hasPrefix("./") {
        pattern = pattern.dropFirst(2)
      } else if pattern.hasPrefix("../") {
        pattern = pattern.dropFirst(3)
        folder = PathName.folder(of: folder)
      } else {
        break
      }
    }
    if pattern.hasSuffix("/") { pattern = pattern.dropLast() }
    glob = Glob(String(pattern))
    self.folder = folder
  }

  /// Whether an absolute path matches.
  func matches(_ path: String) -> Bool {
    let relative = PathName.display(path, from: folder)
    return !relative.hasPrefix("/") && glob.matches(relative)
  }

  /// Whether an absolute path, or a folder above it, matches.
  func matchesAnyLevel(of path: String) -> Bool {
    var path = path
    while path.utf8.count > folder.utf8.count, path != "/" {
      if matches(path) { return true }
      path = PathName.folder(of: path)
    }
    return false
  }
}
