import Foundation

/// Files beside the package that tests read when they are there.
enum Corpus {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus")

  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  /// Every file below a folder of the corpus, sorted by path.
  static func files(below name: String = "", where isWanted: (String) -> Bool) -> [(name: String, bytes: [UInt8])] {
    let root = folder.appending(path: name)
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.sorted().filter(isWanted).compactMap { path in
      FileManager.default.contents(atPath: root.appending(path: path).path).map { (path, [UInt8]($0)) }
    }
  }
}
