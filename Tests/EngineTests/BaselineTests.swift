import Engine
import Linting
import Reporting
import Testing

@Suite struct BaselineTests {
  private func outcome(_ folder: ScratchFolder, _ paths: [String] = [], selection: [SelectionStep] = []) throws
    -> LintRun.Outcome
  {
    var linter = Linter(rules: SampleRules.all)
    linter.currentFolder = folder.path
    linter.enabled = try linter.catalogue.enabled(after: selection)
    return LintRun(linter: linter, finder: FileFinder(currentFolder: folder.path)).run(paths)
  }

  /// Findings that are new against a baseline, as `file rule path`, and the number of stale entries.
  private func compare(_ folder: ScratchFolder, _ baseline: Baseline, _ paths: [String] = []) throws -> (
    new: [String], known: Int, stale: [BaselineEntry]
  ) {
    var outcome = try outcome(folder, paths)
    let stale = outcome.setAsideKnown(by: baseline, currentFolder: folder.path, reason: "known")
    let new = outcome.result.diagnostics.map { "\($0.location.file) \($0.rule) \($0.identity.path)" }
    return (new, outcome.result.setAside.count, stale)
  }

  private func baseline(of folder: ScratchFolder) throws -> Baseline {
    Baseline(of: try outcome(folder).result.diagnostics, currentFolder: folder.path)
  }

  @Test func everythingKnownIsSetAsideAndCountsFollow() throws {
    let folder = try ScratchFolder(["a.yaml": SampleRules.document([("/a", "a"), ("/b", "b")])])
    var result = try outcome(folder)
    _ = result.setAsideKnown(by: try baseline(of: folder), currentFolder: folder.path, reason: "known")
    #expect(result.result.diagnostics.isEmpty)
    #expect(result.result.summary.errors == 0 && result.result.summary.hints == 0)
    #expect(result.result.setAside.count == 4)
    #expect(result.result.setAside.allSatisfy { $0.cause == .baseline && $0.reason == "known" })
  }

  @Test func movedLinesRenamedFilesAndReorderedAPIsStayKnown() throws {
    let folder = try ScratchFolder(["a.yaml": SampleRules.document([("/a", "a"), ("/b", "b")])])
    let baseline = try baseline(of: folder)
    try folder.write("# one\n# two\n" + SampleRules.document([("/b", "b"), ("/a", "a")]), to: "dir/renamed.yaml")
    try folder.remove("a.yaml")
    let comparison = try compare(folder, baseline)
    #expect(comparison.new.isEmpty && comparison.known == 4 && comparison.stale.isEmpty)
  }

  @Test func newAPIIsNewAndMendedOneIsStale() throws {
    let folder = try ScratchFolder(["a.yaml": SampleRules.document([("/a", "a"), ("/b", "b")])])
    let baseline = try baseline(of: folder)
    try folder.write(SampleRules.document([("/a", "a"), ("/c", "c")]), to: "a.yaml")
    let comparison = try compare(folder, baseline)
    #expect(comparison.new == ["a.yaml route-loud /c", "a.yaml route-quiet /c"])
    #expect(comparison.stale.map(\.identity.path) == ["/b", "/b"])
    #expect(baseline.without(comparison.stale).entries.map(\.identity.path) == ["/a", "/a"])
  }

  @Test func partOfTheFilesMakesNothingStaleAndTakesNoForeignEntry() throws {
    let folder = try ScratchFolder([
      "a.yaml": SampleRules.document([("/a", "a")]), "b.yaml": SampleRules.document([("/b", "b")]),
    ])
    let baseline = try baseline(of: folder)
    #expect(try compare(folder, baseline, ["a.yaml"]).stale.isEmpty)
    // The entry of a.yaml is not spent on another file while a.yaml is not looked at.
    try folder.write(SampleRules.document([("/a", "a")]), to: "b.yaml")
    #expect(try compare(folder, baseline, ["b.yaml"]).new.count == 2)
  }

  @Test func fileThatDoesNotParseMakesNothingStale() throws {
    let folder = try ScratchFolder(["a.yaml": SampleRules.document([("/a", "a")])])
    let baseline = try baseline(of: folder)
    try folder.write(SampleRules.document([("/a", "a")]) + "  'open", to: "a.yaml")
    let comparison = try compare(folder, baseline)
    #expect(comparison.new == ["a.yaml yaml-syntax "])
    #expect(comparison.stale.isEmpty)
  }

  @Test func rulesThatDidNotRunMakeNothingStale() throws {
    let folder = try ScratchFolder(["a.yaml": SampleRules.document([("/a", "a")])])
    let baseline = try baseline(of: folder)
    var outcome = try outcome(folder, selection: [.ignore(["route-loud"])])
    #expect(outcome.setAsideKnown(by: baseline, currentFolder: folder.path, reason: "").isEmpty)
  }

  // MARK: Files

  @Test func fileIsSortedAndReadBackTheSame() throws {
    let folder = try ScratchFolder([
      "z/a.yaml": SampleRules.document([("/b", "b"), ("/a", "a")]), "ci/.keep": "",
    ])
    let baseline = try baseline(of: folder)
    let file = BaselineFile("ci/baseline.json", currentFolder: folder.path)
    let text = String(decoding: BaselineReport.bytes(baseline.entries, naming: file.name), as: UTF8.self)
    #expect(text.contains(#"{"rule": "route-loud", "method": "GET", "path": "/a", "file": "../z/a.yaml"}"#))
    #expect(text.split(separator: "\n").count == 6)
    try folder.write(text, to: "ci/baseline.json")
    let catalogue = RuleCatalogue(SampleRules.all)
    #expect(try Set(file.read(catalogue, .en).entries) == Set(baseline.entries))
  }

  @Test func formerIdIsReadAsTheRule() throws {
    let folder = try ScratchFolder([
      "b.json":
        #"{"version": 1, "findings": [{"rule": "route-old-name", "method": "GET", "path": "/a", "file": "a.yaml"}]}"#,
      "a.yaml": SampleRules.document([("/a", "a")]),
    ])
    let baseline = try BaselineFile("b.json", currentFolder: folder.path).read(RuleCatalogue(SampleRules.all), .en)
    #expect(try compare(folder, baseline).new == ["a.yaml route-loud /a"])
  }

  @Test(arguments: [
    ("", "is no baseline"), ("[]", "is no baseline"), ("{", "does not parse"),
    (#"{"version": 2, "findings": []}"#, "version 2"),
    (#"{"version": 1, "findings": [{"file": "a.yaml"}]}"#, "`rule`"),
  ]) func fileThatIsNoBaselineIsRefused(_ text: String, _ words: String) throws {
    let folder = try ScratchFolder(["b.json": text])
    let file = BaselineFile("b.json", currentFolder: folder.path)
    let problem = #expect(throws: BaselineProblem.self) { try file.read(RuleCatalogue(SampleRules.all), .en) }
    #expect(problem?.error.message.contains(words) == true, "\(String(describing: problem))")
    #expect(problem?.error.file == "b.json")
  }

  // MARK: Fingerprints

  /// What each change of a file does to the fingerprints of its findings.
  @Test func fingerprintsStayWithWhatTheFindingIsAbout() throws {
    let before = SampleRules.document([("/a", "a"), ("/b", "b")])
    func fingerprints(_ text: String, file: String = "a.yaml") -> Set<String> {
      let linter = Linter(rules: SampleRules.all)
      let result = linter.lint([InputText(display: file, bytes: Array(text.utf8), isNamed: true)])
      let all = Fingerprints(Report(language: .en, diagnostics: result.diagnostics)).diagnostics
      #expect(Set(all).count == all.count)
      return Set(all)
    }
    let original = fingerprints(before)
    #expect(original.count == 4)
    // Lines inserted above: all the same.
    #expect(fingerprints("# a\n\n# b\n" + before) == original)
    // File renamed: all the same.
    #expect(fingerprints(before, file: "other/b.yml") == original)
    // APIs reordered: all the same.
    #expect(fingerprints(SampleRules.document([("/b", "b"), ("/a", "a")])) == original)
    // A value changed that the findings are not keyed on: all the same.
    #expect(fingerprints(before.replacing("operationId: a", with: "operationId: z")) == original)
    // A path changed: those of that API are others.
    #expect(fingerprints(before.replacing("/b:", with: "/c:")).intersection(original).count == 2)
  }
}
