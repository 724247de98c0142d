import Foundation

/// A folder on disk with some files, gone when the value goes.
final class TestFolder {
  let path: String

  init(_ files: [String: String]) throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    path = base.appending(path: "gwlint-editor-\(UUID().uuidString)").path
    // The search for a configuration ends where a repository does.
    try FileManager.default.createDirectory(atPath: path + "/.git", withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func uri(_ name: String) -> String { "file://\(path)/\(name)" }
}
