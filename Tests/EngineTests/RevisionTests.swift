import Engine
import Foundation
import Linting
import Testing

@Suite struct RevisionTests {
  private func git(_ folder: ScratchFolder, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "git", "-C", folder.path, "-c", "user.name=t", "-c", "user.email=t@example.com", "-c",
        "init.defaultBranch=main",
      ]
      + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments)")
  }

  private func repository(_ files: [String: String]) throws -> ScratchFolder {
    let folder = try ScratchFolder(files)
    try git(folder, "init", "--quiet")
    try git(folder, "add", "--all")
    try git(folder, "commit", "--quiet", "--message=one")
    return folder
  }

  /// New findings since a revision, as `file rule path`.
  private func new(_ folder: ScratchFolder, _ paths: [String] = [], since: String = "HEAD", in subfolder: String = "")
    throws -> [String]
  {
    let current = subfolder.isEmpty ? folder.path : folder.path + "/" + subfolder
    var linter = Linter(rules: SampleRules.all)
    linter.currentFolder = current
    let store = ConfigurationStore(catalogue: linter.catalogue, currentFolder: current)
    let run = LintRun(linter: linter, finder: FileFinder(currentFolder: current, configurations: store))
    let known = try RevisionTree(since, currentFolder: current)
      .findings(at: paths, as: run, explicitConfiguration: nil, selection: [])
    var outcome = run.run(paths)
    _ = outcome.setAsideKnown(by: known, currentFolder: current, reason: since)
    return outcome.result.diagnostics.map { "\($0.location.file) \($0.rule) \($0.identity.path)" }
  }

  @Test func onlyWhatIsNewIsReported() throws {
    let folder = try repository(["api/a.yaml": SampleRules.document([("/a", "a")])])
    #expect(try new(folder).isEmpty)
    try folder.write("# moved\n" + SampleRules.document([("/b", "b"), ("/a", "a")]), to: "api/renamed.yaml")
    try folder.remove("api/a.yaml")
    #expect(try new(folder) == ["api/renamed.yaml route-loud /b", "api/renamed.yaml route-quiet /b"])
    #expect(
      try new(folder, ["renamed.yaml"], in: "api") == ["renamed.yaml route-loud /b", "renamed.yaml route-quiet /b"])
    #expect(try new(folder, ["../api"], in: "api").count == 2)
  }

  @Test func findingOfAnUntouchedFileIsNewWhenAnotherBringsIt() throws {
    // One rule looks at all files of a service together: here the count that a new file raises.
    let folder = try repository([
      "gateway.yaml": "gwlint: 1\nService: {ServiceName: s}\nApis: ['*.api.yaml']\n",
      "a.api.yaml": SampleRules.document((0..<60).map { ("/a\($0)", "a\($0)") }),
      ".gwlint.yml": "rules: {route-*: off}",
    ])
    #expect(try new(folder).isEmpty)
    try folder.write(SampleRules.document((0..<60).map { ("/b\($0)", "b\($0)") }), to: "b.api.yaml")
    #expect(try new(folder) == ["a.api.yaml config-too-many /a0"])
  }

  @Test func configurationOfTheWorkTreeHoldsForBoth() throws {
    let folder = try repository([
      "a.yaml": SampleRules.document([("/a", "a")]), ".gwlint.yml": "rules: {route-loud: off}",
    ])
    try folder.write("rules: {route-loud: error}\n", to: ".gwlint.yml")
    #expect(try new(folder).isEmpty)
  }

  @Test func repositoryAndIndexAreLeftAlone() throws {
    let folder = try repository(["a.yaml": SampleRules.document([("/a", "a")])])
    try folder.write("x", to: "staged.txt")
    try git(folder, "add", "staged.txt")
    let index = try Data(contentsOf: folder.url.appending(path: ".git/index"))
    _ = try new(folder)
    #expect(try Data(contentsOf: folder.url.appending(path: ".git/index")) == index)
  }

  @Test func aSubmoduleIsComparedWithTheCommitThatTheRevisionNames() throws {
    let library = try repository(["lib.yaml": SampleRules.document([("/l", "l")])])
    let folder = try repository(["a.yaml": SampleRules.document([("/a", "a")])])
    try git(
      folder, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "file://\(library.path)", "deep/mod")
    try git(folder, "commit", "--quiet", "--message=two")
    #expect(try new(folder).isEmpty)
    try folder.write(SampleRules.document([("/l", "l"), ("/m", "m")]), to: "deep/mod/lib.yaml")
    let found = ["deep/mod/lib.yaml route-loud /m", "deep/mod/lib.yaml route-quiet /m"]
    #expect(try new(folder) == found)
    #expect(try new(folder, ["deep/mod/lib.yaml"]) == found)
    // The revision before knows no submodule.
    #expect(try new(folder, since: "HEAD~1").count == 4)
  }

  @Test func aShallowCloneIsNamedAsTheReason() throws {
    let folder = try repository(["a.yaml": SampleRules.document([("/a", "a")])])
    try git(folder, "commit", "--quiet", "--allow-empty", "--message=two")
    let clone = try ScratchFolder([".keep": ""])
    try git(clone, "clone", "--quiet", "--depth=1", "file://\(folder.path)", "clone")
    let problem = #expect(throws: RevisionProblem.self) { try new(clone, since: "HEAD~1", in: "clone") }
    #expect(problem?.message.en.contains("shallow") == true)
    let other = #expect(throws: RevisionProblem.self) { try new(folder, since: "nowhere") }
    #expect(other?.message.en.contains("shallow") == false)
  }

  @Test func whatCannotBeLookedAtIsTold() throws {
    let folder = try repository(["a.yaml": SampleRules.document([("/a", "a")])])
    #expect(throws: RevisionProblem.self) { try new(folder, since: "nowhere") }
    #expect(throws: RevisionProblem.self) { try new(folder, since: "--help") }
    #expect(throws: RevisionProblem.self) { try new(folder, ["/tmp"]) }
    let outside = try ScratchFolder(["a.yaml": SampleRules.document([("/a", "a")])])
    #expect(throws: RevisionProblem.self) { try new(outside) }
  }
}
