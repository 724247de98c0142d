import Glibc

/// Finds the files on disk that a manifest's globs match.
struct MemberSearch {
  /// Folders that could not be looked into.
  private(set) var failures: [(folder: String, error: FileError)] = []
  private var listings: [String: [FileSystem.FolderEntry]] = [:]

  private struct Step: Hashable {
    let folder: String
    let rest: ArraySlice<Substring>
  }

  /// The absolute paths of the files that a glob matches, in the order of their bytes.
  ///
  /// Looks only into folders that can hold a match. Hidden folders and `node_modules` are entered only where the glob
  /// names them; links to folders are not, since they could lead in a circle.
  mutating func files(matching glob: MemberGlob) -> [String] {
    var found: Set<String> = []
    var seen: Set<Step> = []
    // Alternatives may hold slashes, so that a segment is only a part of them: then everything below is looked at.
    let segments = glob.hasSlashInBraces ? ["**"] : glob.segments[...]
    var pending = [Step(folder: glob.base, rest: segments)]
    while let step = pending.popLast() {
      guard let segment = step.rest.first, seen.insert(step).inserted else { continue }
      let isDeep = segment.contains("**")
      let isLast = step.rest.count == 1
      let names = Glob(String(segment))
      for entry in entries(of: step.folder) {
        let path = step.folder + entry.name
        switch entry.kind {
        case .folder where isDeep:
          if !FileFinder.isPassedOver(folder: entry.name) { pending.append(Step(folder: path + "/", rest: step.rest)) }
        case .folder where !isLast && names.matches(entry.name):
          pending.append(Step(folder: path + "/", rest: step.rest.dropFirst()))
        case .file where (isDeep || isLast) && glob.matches(path): found.insert(path)
        default: break
        }
      }
      // `**/` stands for no folder as well.
      if isDeep, !isLast { pending.append(Step(folder: step.folder, rest: step.rest.dropFirst())) }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func entries(of folder: String) -> [FileSystem.FolderEntry] {
    if let known = listings[folder] { return known }
    var entries: [FileSystem.FolderEntry] = []
    do throws(FileError) {
      entries = try FileSystem.entries(of: folder)
    } catch {
      if error.code != ENOENT, error.code != ENOTDIR { failures.append((folder, error)) }
    }
    listings[folder] = entries
    return entries
  }
}
