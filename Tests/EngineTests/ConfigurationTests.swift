import Engine
import Linting
import SourceText
import Testing

@Suite struct ConfigurationTests {
  private static let twoAPIs = SampleRules.document([("/a", "getA"), ("/b", "getB")])

  private func run(
    _ folder: ScratchFolder, _ paths: [String] = [], selection: [SelectionStep] = [], asFound: Bool = false,
    config: String? = nil
  ) throws -> LintRun.Outcome {
    var linter = Linter(rules: SampleRules.all)
    linter.currentFolder = folder.path
    linter.enabled = try linter.catalogue.enabled(after: selection)
    let store = ConfigurationStore(
      catalogue: linter.catalogue, currentFolder: folder.path, explicitPath: config, selection: selection)
    let finder = FileFinder(
      currentFolder: folder.path, asFound: asFound, recordsSkipped: true, configurations: store)
    return LintRun(linter: linter, finder: finder).run(paths)
  }

  /// `file rule severity` of every finding.
  private func found(_ outcome: LintRun.Outcome) -> [String] {
    outcome.result.diagnostics.map { "\($0.location.file) \($0.rule) \($0.severity.name)" }
  }

  private func found(_ configuration: String, selection: [SelectionStep] = []) throws -> [String] {
    let folder = try ScratchFolder([
      ".gwlint.yml": configuration, "a.yaml": SampleRules.document([("/a", "getA")]),
    ])
    let outcome = try run(folder, selection: selection)
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    return found(outcome).map { String($0.dropFirst("a.yaml ".count)) }
  }

  // MARK: Levels

  @Test func levelReplacesTheRulesOwn() throws {
    #expect(try found("rules: {route-loud: hint}") == ["route-loud hint", "route-quiet hint"])
    #expect(try found("rules:\n  route-loud: {level: 'warning'}\n") == ["route-loud warning", "route-quiet hint"])
  }

  @Test func quietFindingIsNeverRaised() throws {
    #expect(try found("rules: {route-quiet: error}") == ["route-loud error", "route-quiet hint"])
    #expect(try found("rules: {route-*: error}") == ["route-loud error", "route-quiet hint"])
  }

  @Test func offSwitchesOff() throws {
    #expect(try found("rules: {route-loud: off}") == ["route-quiet hint"])
    #expect(try found("rules: {ALL: \"off\"}") == [])
    #expect(try found("ignore: [route-*]") == [])
    #expect(try found("select: [route-quiet]") == ["route-quiet hint"])
  }

  @Test func formerIdMeansTheRule() throws {
    #expect(try found("rules: {route-old-name: off}") == ["route-loud error"])
  }

  @Test func narrowerBeatsWider() throws {
    #expect(try found("rules: {route-loud: warning, route-*: off}") == ["route-loud warning"])
    #expect(try found("rules: {ALL: off, route-*: hint}") == ["route-loud hint", "route-quiet hint"])
    #expect(try found("ignore: [route-*]\nrules: {route-loud: warning}") == ["route-loud warning"])
    #expect(try found("select: [route-loud]\nignore: [route-*]") == ["route-loud error"])
    #expect(try found("select: [route-*]\nignore: [route-loud]") == ["route-quiet hint"])
    #expect(try found("ignore: [route-loud]\nrules: {route-loud: warning}") == ["route-quiet hint"])
    #expect(try found("select: [config-*]\nrules: {route-*: warning, route-loud: hint}") == ["route-loud hint"])
  }

  @Test func commandLineBeatsTheFile() throws {
    #expect(
      try found("rules: {route-loud: off}", selection: [.select(["route-*"])]) == [
        "route-loud error", "route-quiet hint",
      ])
    #expect(try found("rules: {route-loud: warning}", selection: [.select(["route-loud"])]) == ["route-loud warning"])
    #expect(try found("rules: {route-loud: off}", selection: [.ignore(["route-quiet"])]) == [])
  }

  // MARK: Overrides

  @Test func overridesHoldForTheirFiles() throws {
    let folder = try ScratchFolder([
      ".gwlint.yml": """
      rules: {route-quiet: off}
      overrides:
        - files: ["old/**", "*.json"]
          rules: {route-loud: warning}
        - files: ["old/deep/*.yaml"]
          rules: {route-*: hint}
      """,
      "a.yaml": SampleRules.document([("/a", "a")]), "old/b.yaml": SampleRules.document([("/b", "b")]),
      "old/deep/c.yaml": SampleRules.document([("/c", "c")]),
    ])
    #expect(
      found(try run(folder)) == [
        "a.yaml route-loud error", "old/b.yaml route-loud warning", "old/deep/c.yaml route-loud warning",
        "old/deep/c.yaml route-quiet hint",
      ])
  }

  @Test func overridesHoldForTheirAPIs() throws {
    let folder = try ScratchFolder([
      ".gwlint.yml": """
      overrides:
        - apis: [getA, "get /b"]
          rules: {route-loud: off}
        - files: ["b.*"]
          apis: [getA]
          rules: {route-quiet: off}
      """,
      "a.yaml": Self.twoAPIs, "b.yaml": Self.twoAPIs,
    ])
    let outcome = try run(folder)
    #expect(
      found(outcome) == [
        "a.yaml route-quiet hint", "a.yaml route-quiet hint", "b.yaml route-quiet hint",
      ])
    #expect(outcome.result.setAside.count == 5)
    #expect(outcome.result.setAside.allSatisfy { $0.cause == .configuration })
  }

  @Test func ruleThatIsOffMayBeOnForOneAPI() throws {
    let folder = try ScratchFolder([
      ".gwlint.yml": """
      rules: {route-*: off}
      overrides: [{apis: ["GET /b"], rules: {route-loud: warning}}]
      """, "a.yaml": Self.twoAPIs,
    ])
    let outcome = try run(folder)
    #expect(found(outcome) == ["a.yaml route-loud warning"])
    #expect(outcome.result.diagnostics.first?.location.range.start.line == 9)
  }

  // MARK: Which file governs

  @Test func nearestFileAloneGoverns() throws {
    let folder = try ScratchFolder([
      ".gwlint.yml": "rules: {route-quiet: off}", "sub/.gwlint.yml": "rules: {route-loud: hint}",
      "a.yaml": SampleRules.document([("/a", "a")]), "sub/b.yaml": SampleRules.document([("/b", "b")]),
    ])
    #expect(
      found(try run(folder)) == [
        "a.yaml route-loud error", "sub/b.yaml route-loud hint", "sub/b.yaml route-quiet hint",
      ])
  }

  @Test func searchEndsAtTheRepositoryRoot() throws {
    let folder = try ScratchFolder([
      ".gwlint.yml": "rules: {ALL: off}", "repo/.git/HEAD": "", "repo/a.yaml": SampleRules.document([("/a", "a")]),
    ])
    #expect(found(try run(folder, ["repo"])).count == 2)
  }

  @Test func namedConfigurationGovernsEverything() throws {
    let folder = try ScratchFolder([
      ".gwlint.yml": "rules: {ALL: off}", "other.yml": "rules: {route-quiet: off}",
      "a.yaml": SampleRules.document([("/a", "a")]),
    ])
    #expect(found(try run(folder, ["a.yaml"], config: "other.yml")) == ["a.yaml route-loud error"])
    let missing = try run(folder, ["a.yaml"], config: "none.yml")
    #expect(missing.errors.map(\.file) == ["none.yml"])
    #expect(missing.result.diagnostics.count == 2)
  }

  @Test func baseIsMergedIn() throws {
    let folder = try ScratchFolder([
      "base/base.yml": """
      rules: {route-loud: warning, config-too-many: {limit: 1, level: hint}}
      exclude: [generated]
      fail-on: hint
      """,
      ".gwlint.yml":
        "extends: base/base.yml\nrules: {route-quiet: off, config-too-many: {level: error}}\nfail-on: never\n",
      "a.yaml": Self.twoAPIs, "base/generated/x.yaml": Self.twoAPIs,
    ])
    let outcome = try run(folder, ["."])
    #expect(
      found(outcome) == ["a.yaml config-too-many error", "a.yaml route-loud warning", "a.yaml route-loud warning"])
    #expect(outcome.result.failLevels == ["a.yaml": .never])
  }

  @Test func circleOfBasesIsAnErrorAndTheRestHolds() throws {
    let folder = try ScratchFolder([
      ".gwlint.yml": "extends: b.yml\nrules: {route-loud: off}",
      "b.yml": "extends: .gwlint.yml\nrules: {route-quiet: off}",
      "a.yaml": Self.twoAPIs,
    ])
    let outcome = try run(folder)
    #expect(outcome.errors.map(\.place) == ["b.yml:1:10"])
    #expect(found(outcome).isEmpty)
  }

  @Test func excludedFilesArePassedOverUnlessNamed() throws {
    let folder = try ScratchFolder([
      ".gwlint.yml": "exclude: ['**/gen/', 'b.*']", "x/gen/a.yaml": Self.twoAPIs, "b.yaml": Self.twoAPIs,
      "c.yaml": SampleRules.document([("/c", "c")]),
    ])
    let outcome = try run(folder)
    #expect(Set(outcome.result.diagnostics.map(\.location.file)) == ["c.yaml"])
    #expect(outcome.fates.first { $0.display == "b.yaml" }?.skipped == .excluded)
    #expect(Set(try run(folder, ["b.yaml"]).result.diagnostics.map(\.location.file)) == ["b.yaml"])
    #expect(try run(folder, ["b.yaml"], asFound: true).result.diagnostics.isEmpty)
  }

  @Test func optionsReachTheRule() throws {
    let many = SampleRules.document((0..<4).map { ("/\($0)", "a\($0)") })
    func speaks(_ configuration: String) throws -> Bool {
      let folder = try ScratchFolder([".gwlint.yml": configuration, "a.yaml": many])
      return try run(folder).result.diagnostics.contains { $0.rule == "config-too-many" }
    }
    #expect(try !speaks(""))
    #expect(try speaks("rules: {config-too-many: {limit: 3}}"))
    #expect(try !speaks("rules: {config-too-many: {limit: 4}}"))
    #expect(
      try !speaks(
        "rules: {config-too-many: {limit: 3}}\noverrides: [{files: ['*'], rules: {config-too-many: {limit: 9}}}]"))
  }

  // MARK: Mistakes

  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let place: String
    let words: String
    var testDescription: String { text }
    init(_ text: String, _ place: String, _ words: String) {
      (self.text, self.place, self.words) = (text, place, words)
    }
  }

  @Test(arguments: [
    Mistake("ruless: {}", "1:1", "did you mean `rules`"),
    Mistake("rules:\n  route-lod: off", "2:3", "did you mean `route-loud`"),
    Mistake("rules:\n  route-loud: of", "2:15", "did you mean `off`"),
    Mistake("rules: {route-loud: {levl: off}}", "1:22", "did you mean `level`"),
    Mistake("rules: {config-too-many: {limit: many}}", "1:34", "whole number"),
    Mistake("rules: {config-too-many: {limit: 0}}", "1:34", "1–1000"),
    Mistake("rules: [route-loud]", "1:8", "mapping"),
    Mistake("select: route-loud", "1:9", "list"),
    Mistake("ignore: [nothing-*]", "1:10", "nothing-*"),
    Mistake("exclude: ['a[b']", "1:11", "not closed"),
    Mistake("exclude: ['{a,b']", "1:11", "not closed"),
    Mistake("exclude: [/etc]", "1:11", "relative"),
    Mistake("fail-on: warn", "1:10", "`fail-on`"),
    Mistake("lang: cn", "1:7", "en, zh"),
    Mistake("overrides:\n  - rules: {route-loud: off}", "2:5", "`files`, `apis`"),
    Mistake("overrides:\n  - file: ['*']\n    apis: [x]\n", "2:5", "did you mean `files`"),
    Mistake("overrides: [{apis: [x], rules: {config-too-many: {limit: 3}}}]", "1:51", "single APIs"),
    Mistake("extends: nowhere.yml", "1:10", "cannot be read"),
    Mistake("rules: {route-loud: off}\nrules: {}", "2:1", "twice"),
    Mistake("rules: {route-loud: off", "", "not valid YAML"),
    Mistake("- a", "1:1", "mapping"),
  ]) func mistakeIsToldWithItsPlace(_ mistake: Mistake) throws {
    let folder = try ScratchFolder([
      ".gwlint.yml": mistake.text, "a.yaml": SampleRules.document([("/a", "a")]),
    ])
    let outcome = try run(folder)
    #expect(outcome.errors.count == 1, "\(outcome.errors)")
    let error = try #require(outcome.errors.first)
    #expect(mistake.place.isEmpty || error.place == ".gwlint.yml:\(mistake.place)", "\(error)")
    #expect(error.message.contains(mistake.words), "\(error.message)")
    #expect(outcome.result.summary.files == 1)
  }

  @Test func emptyFileSaysNothing() throws {
    #expect(try found("") == ["route-loud error", "route-quiet hint"])
    #expect(try found("# nothing\nrules:\nselect: []\n") == ["route-loud error", "route-quiet hint"])
  }

  // MARK: Explaining

  @Test func explanationNamesWhatDecides() throws {
    let folder = try ScratchFolder([
      ".gwlint.yml": "extends: base.yml\noverrides: [{files: [x/*], rules: {route-*: hint}}]",
      "base.yml": "rules: {route-loud: off}",
    ])
    let catalogue = RuleCatalogue(SampleRules.all)
    let store = ConfigurationStore(catalogue: catalogue, currentFolder: folder.path)
    let index = try #require(catalogue.index(of: "route-loud"))
    let outside = store.explanation(ofRule: index, forFile: "a.yaml")
    #expect(!outside.isOn)
    #expect(outside.statements.filter(\.decides).map(\.file) == ["base.yml"])
    let inside = store.explanation(ofRule: index, forFile: "x/a.yaml")
    #expect(inside.isOn && inside.level == .hint)
    #expect(inside.statements.filter(\.decides).map(\.text) == ["overrides (x/*): route-*: hint"])
    #expect(inside.files == [".gwlint.yml", "base.yml"])
  }
}
