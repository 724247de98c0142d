import Glibc
public import Linting

/// Why a revision cannot be looked at.
public struct RevisionProblem: Error, Sendable {
  /// What is wrong and what to do.
  public let message: Text
}

/// The files of a revision that may be linted, laid out in a folder of their own.
public struct RevisionTree: Sendable {
  /// The root of the repository.
  let root: String
  /// The folder that stands for it.
  let folder: String
  private let scratch: ScratchFolder

  /// Lays out a revision. The repository, its index and its work tree are left alone.
  public init(_ revision: String, currentFolder: String) throws(RevisionProblem) {
    do throws(FileError) {
      scratch = try ScratchFolder()
    } catch {
      throw RevisionProblem(
        message: Text(en: "no temporary folder can be made: \(error.reason)", zh: "无法创建临时目录：\(error.reason)"))
    }
    let asking = GitCommand(folder: currentFolder, scratch: scratch)
    root = try Self.answer(asking, ["rev-parse", "--show-toplevel"]) { complaint in
      Text(
        en: "--since needs a git repository: \(complaint)", zh: "--since 需要在 git 仓库中使用：\(complaint)")
    }.line
    let commit = try Self.answer(
      asking, ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]
    ) { _ in Self.unknown(revision, isShallow: Self.isShallow(asking)) }.line

    folder = scratch.path + "/tree"
    var pending = [RevisionCheckout(commit: commit, repository: root, folder: folder)]
    while let checkout = pending.popLast() { pending += try checkout.layOut(in: scratch) }
  }

  private static func isShallow(_ git: GitCommand) -> Bool {
    (try? git.run(["rev-parse", "--is-shallow-repository"]))?.line == "true"
  }

  private static func unknown(_ revision: String, isShallow: Bool) -> Text {
    let advice = Text(
      en: " This clone is shallow: fetch more of the history first (`git fetch --unshallow`; `fetch-depth: 0` of "
        + "actions/checkout; `GIT_DEPTH: 0` in GitLab).",
      zh: "当前是浅克隆，请先获取更多历史（`git fetch --unshallow`；actions/checkout 的 `fetch-depth: 0`；"
        + "GitLab 的 `GIT_DEPTH: 0`）。")
    return Text(
      en: "git knows no revision `\(revision)`.\(isShallow ? advice.en : "")",
      zh: "git 中没有版本 `\(revision)`。\(isShallow ? advice.zh : "")")
  }

  static func answer(
    _ git: GitCommand, _ arguments: [String], else complain: (String) -> Text
  ) throws(RevisionProblem) -> GitCommand.Answer {
    let answer: GitCommand.Answer
    do throws(FileError) {
      answer = try git.run(arguments)
    } catch {
      throw RevisionProblem(
        message: Text(en: "git cannot be run: \(error.reason)", zh: "无法运行 git：\(error.reason)"))
    }
    guard answer.succeeded else { throw RevisionProblem(message: complain(answer.complaint)) }
    return answer
  }

  /// The place in the tree that stands for a path; `nil` for a path outside of the repository.
  func place(of path: String) -> String? {
    if path == root { return folder }
    let prefix = root == "/" ? "/" : root + "/"
    guard path.utf8.starts(with: prefix.utf8) else { return nil }
    return folder + "/" + path.dropFirst(prefix.count)
  }

  /// What linting finds at the same paths as they are in the revision, under the configuration of the work tree; in the
  /// whole revision where one of the paths is not there.
  /// - Throws: where a path lies outside of the repository.
  public func findings(
    at paths: [String], as run: LintRun, explicitConfiguration: String?, selection: [SelectionStep]
  ) throws(RevisionProblem) -> Baseline {
    let currentFolder = run.finder.currentFolder
    guard let oldFolder = place(of: currentFolder) else {
      throw RevisionProblem(message: Self.outside(currentFolder))
    }
    var places: [String] = []
    for path in paths.isEmpty ? ["."] : paths {
      let absolute = PathName.absolute(path, from: currentFolder)
      guard let place = place(of: absolute) else { throw RevisionProblem(message: Self.outside(path)) }
      places.append(place)
    }
    // What is not there under its name may have come from anywhere: then the whole revision is looked at.
    if places.contains(where: { access($0, F_OK) != 0 }) { places = [folder] }
    var old = run
    old.linter.currentFolder = oldFolder
    old.finder = FileFinder(
      currentFolder: oldFolder, asFound: run.finder.asFound,
      configurations: ConfigurationStore(
        catalogue: run.linter.catalogue, currentFolder: currentFolder, explicitPath: explicitConfiguration,
        selection: selection, relocation: ConfigurationStore.Relocation(folder: folder, original: root)))
    let known = Baseline(of: old.run(places).result.diagnostics, currentFolder: oldFolder)
    return Baseline(
      known.entries.map { entry in
        let file = root + entry.file.dropFirst(folder.count)
        return BaselineEntry(identity: entry.identity, file: file, count: entry.count)
      })
  }

  private static func outside(_ path: String) -> Text {
    Text(en: "\(path) lies outside of the repository.", zh: "\(path) 不在该仓库中。")
  }
}
