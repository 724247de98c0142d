import Glibc
import Linting

/// The files of one commit that may be linted, on their way into a folder.
struct RevisionCheckout {
  /// The commit's name.
  let commit: String
  /// The root of the repository that holds it.
  let repository: String
  /// The folder, which stands for that root.
  let folder: String

  private static let patterns = ["yaml", "yml", "json"].map { ":(top,glob)**/*.\($0)" }
  /// The mode under which git notes a submodule.
  private static let submoduleMode = Array("160000 ".utf8)

  /// Writes the files. The repository, its index and its work tree are left alone.
  /// - Returns: the submodules that the commit names and whose own commits are here, to be laid out as well.
  func layOut(in scratch: ScratchFolder) throws(RevisionProblem) -> [RevisionCheckout] {
    do throws(FileError) {
      try makeFolder()
    } catch {
      throw Self.unreadable(error.reason)
    }
    let git = GitCommand(folder: repository, scratch: scratch, indexFile: scratch.path + "/index")
    _ = try RevisionTree.answer(git, ["read-tree", commit], else: Self.unreadable)
    let list = try RevisionTree.answer(git, ["ls-files", "-z", "--"] + Self.patterns, else: Self.unreadable)
    let listFile = scratch.path + "/list"
    unlink(listFile)
    do throws(FileError) {
      try AppendedFile.append(list.output, to: listFile)
      let answer = try git.run(["checkout-index", "-z", "--stdin", "--prefix=\(folder)/"], input: listFile)
      guard answer.succeeded else { throw FileError(code: EIO) }
    } catch {
      throw Self.unreadable(error.reason)
    }
    let entries = try RevisionTree.answer(git, ["ls-files", "--stage", "-z"], else: Self.unreadable).output
    return entries.split(separator: 0).compactMap { submodule($0, scratch) }
  }

  /// Makes the folder and those above it. The search for what lies above files ends here as it does at a repository's
  /// root.
  private func makeFolder() throws(FileError) {
    var missing = [folder + "/.git"]
    while let last = missing.last, access(PathName.folder(of: last), F_OK) != 0 {
      missing.append(PathName.folder(of: last))
    }
    for path in missing.reversed() where mkdir(path, 0o700) != 0 { throw FileError() }
  }

  /// The submodule of an entry of the index (`160000 COMMIT STAGE`, a tab, the path); `nil` for a file, and for a
  /// submodule that is not checked out or whose commit was never fetched.
  private func submodule(_ entry: ArraySlice<UInt8>, _ scratch: ScratchFolder) -> RevisionCheckout? {
    guard entry.starts(with: Self.submoduleMode), let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    let commit = entry.dropFirst(Self.submoduleMode.count).prefix { $0 != UInt8(ascii: " ") }
    let path = "/" + String(decoding: entry[(tab + 1)...], as: UTF8.self)
    let checkout = RevisionCheckout(
      commit: String(decoding: commit, as: UTF8.self), repository: repository + path, folder: folder + path)
    guard access(checkout.repository + "/.git", F_OK) == 0 else { return nil }
    let git = GitCommand(folder: checkout.repository, scratch: scratch)
    let isThere = (try? git.run(["cat-file", "-e", checkout.commit + "^{commit}"]))?.succeeded == true
    return isThere ? checkout : nil
  }

  private static func unreadable(_ reason: String) -> Text {
    Text(en: "the revision cannot be read: \(reason)", zh: "无法读取该版本：\(reason)")
  }

  private static func unreadable(_ reason: String) -> RevisionProblem {
    RevisionProblem(message: unreadable(reason))
  }
}
