import GatewayModel
import YAMLDocument

/// Which files describe one service together: a manifest and the files that its globs match.
struct ServiceGrouping {
  /// For each service of several files the indices of its documents, the manifest first.
  private(set) var groups: [[UInt32]] = []

  private let paths: [(path: String, document: UInt32)]

  /// Ties documents together.
  /// - Parameter currentFolder: the folder that the documents' names are relative to.
  init(_ documents: [DocumentModel], currentFolder: String) {
    paths = documents.enumerated()
      .map { (path: PathName.absolute($0.element.file, from: currentFolder), document: UInt32($0.offset)) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for (path, index) in paths {
      let manifest = documents[Int(index)]
      guard !manifest.memberGlobs.isEmpty else { continue }
      var members = Set<UInt32>()
      for node in manifest.memberGlobs {
        members.formUnion(self.members(of: MemberGlob(manifest.yaml.string(node), in: PathName.folder(of: path))))
      }
      members = members.filter { documents[Int($0)].facts.dialect != .manifest }
      if !members.isEmpty { groups.append([index] + members.sorted()) }
    }
  }

  /// The documents that a glob matches.
  /// - Complexity: O(log n) and a match for each file below the glob's fixed folders.
  private func members(of glob: MemberGlob) -> [UInt32] {
    var low = 0
    var high = paths.count
    while low < high {
      let middle = (low + high) / 2
      if paths[middle].path.utf8.lexicographicallyPrecedes(glob.prefix.utf8) { low = middle + 1 } else { high = middle }
    }
    return paths[low...].prefix { $0.path.utf8.starts(with: glob.prefix.utf8) }
      .filter { glob.matches($0.path) }.map(\.document)
  }
}
