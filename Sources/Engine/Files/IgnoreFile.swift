/// The patterns of one `.gitignore` (or `.git/info/exclude`), read as git reads them.
struct IgnoreFile: Sendable {
  private struct Pattern: Sendable {
    let glob: Glob
    let isNegated: Bool
    let foldersOnly: Bool
  }

  /// The folder that its patterns are relative to, absolute.
  let folder: String
  private let patterns: [Pattern]

  init(_ text: [UInt8], folder: String) {
    self.folder = folder
    patterns = text.split(separator: UInt8(ascii: "\n")).compactMap { Self.pattern($0) }
  }

  private static func pattern(_ line: ArraySlice<UInt8>) -> Pattern? {
    var line = line
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    while line.last == UInt8(ascii: " "), line.dropLast().last != UInt8(ascii: "\\") { line.removeLast() }
    guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
    let isNegated = first == UInt8(ascii: "!")
    if isNegated { line.removeFirst() }
    let foldersOnly = line.last == UInt8(ascii: "/")
    if foldersOnly { line.removeLast() }
    let isAnchored = line.contains(UInt8(ascii: "/"))
    if line.first == UInt8(ascii: "/") { line.removeFirst() }
    guard !line.isEmpty else { return nil }
    let text = (isAnchored ? "" : "**/") + String(decoding: line, as: UTF8.self)
    return Pattern(glob: Glob(text, expandsBraces: false), isNegated: isNegated, foldersOnly: foldersOnly)
  }

  /// Whether a path (absolute, below the folder) is ignored; `nil` where no pattern speaks of it.
  func verdict(on path: String, isFolder: Bool) -> Bool? {
    let relative = PathName.display(path, from: folder)
    for pattern in patterns.reversed() where isFolder || !pattern.foldersOnly {
      if pattern.glob.matches(relative) { return !pattern.isNegated }
    }
    return nil
  }
}

/// The ignore files that govern one folder, outermost first.
struct IgnoreRules: Sendable {
  private var files: [IgnoreFile] = []

  /// The rules that hold at `folder`: from the root of the repository that holds it, else from `folder` itself.
  static func at(_ folder: String) -> IgnoreRules {
    var chain = [folder]
    var root: String?
    var current = folder
    while true {
      if (try? FileSystem.kind(of: current + "/.git")) != nil {
        root = current
        break
      }
      let parent = PathName.folder(of: current)
      if parent == current { break }
      chain.append(parent)
      current = parent
    }
    var rules = IgnoreRules()
    guard let root else { return rules.entering(folder) }
    if let exclude = try? FileSystem.read(root + "/.git/info/exclude", limit: Self.sizeLimit) {
      rules.files.append(IgnoreFile(exclude, folder: root))
    }
    for folder in chain.reversed() { rules = rules.entering(folder) }
    return rules
  }

  private static let sizeLimit = 1 << 20

  /// The rules that hold in a folder below.
  func entering(_ folder: String) -> IgnoreRules {
    guard let text = try? FileSystem.read(folder + "/.gitignore", limit: Self.sizeLimit) else { return self }
    var rules = self
    rules.files.append(IgnoreFile(text, folder: folder))
    return rules
  }

  /// Whether a path is ignored; the innermost file that speaks of it decides.
  func ignores(_ path: String, isFolder: Bool) -> Bool {
    for file in files.reversed() {
      if let verdict = file.verdict(on: path, isFolder: isFolder) { return verdict }
    }
    return false
  }

  /// Whether a path, or a folder between the rules' root and it, is ignored.
  func ignoresAnyLevel(of path: String) -> Bool {
    guard let root = files.first?.folder else { return false }
    var folder = PathName.folder(of: path)
    var isFolder = false
    var current = path
    while current != root, current != "/" {
      if ignores(current, isFolder: isFolder) { return true }
      current = folder
      folder = PathName.folder(of: folder)
      isFolder = true
    }
    return false
  }
}
