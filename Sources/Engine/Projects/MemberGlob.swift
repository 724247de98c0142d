/// A glob of a manifest: which files belong to its service. Relative to the manifest's folder; `../` leads out of it.
struct MemberGlob: Sendable {
  /// What every path that matches begins with, up to a slash.
  let prefix: String
  private let base: String
  private let glob: Glob

  /// Reads a glob as it is written in a manifest.
  /// - Parameter folder: the manifest's folder, absolute and clean.
  init(_ pattern: String, in folder: String) {
    var base = pattern.utf8.first == UInt8(ascii: "/") ? [] : folder.split(separator: "/").map(String.init)
    var segments: [Substring] = []
    for segment in pattern.split(separator: "/") where segment != "." {
      if segment == "..", segments.popLast() == nil {
        _ = base.popLast()
      } else if segment != ".." {
        segments.append(segment)
      }
    }
    let literal = segments.dropLast().prefix { !Self.isPattern($0) }
    base += literal.map(String.init)
    self.base = base.isEmpty ? "/" : "/" + base.joined(separator: "/") + "/"
    prefix = self.base
    glob = Glob(segments.dropFirst(literal.count).joined(separator: "/"))
  }

  private static func isPattern(_ segment: Substring) -> Bool {
    segment.utf8.contains { Array("*?[]{}\\".utf8).contains($0) }
  }

  /// Whether an absolute path matches.
  func matches(_ path: String) -> Bool {
    path.utf8.starts(with: base.utf8) && glob.matches(String(path.utf8.dropFirst(base.utf8.count)) ?? "")
  }
}
