import Engine
import Linting
import Rules
import SourceText
import Testing

@testable import EditorServer

/// Configurations in the editor: they hold as they do on the command line, and their own mistakes are shown.
@Suite struct ConfigurationTests {
  private static let pulls = #"{"textDocument": {"diagnostic": {}}}"#

  private static let configuration = """
    rules:
      config-wrong-type: hint
    exclude: [left-out.yaml]
    overrides:
      - files: [legacy/**]
        rules: {mock-message-missing: off}
      - apis: [odd]
        rules: {mock-message-missing: off}

    """

  private func folder(_ configuration: String) throws -> TestFolder {
    try TestFolder([
      ".gwlint.yml": configuration, "a.yaml": ServedProject.document("a"), "odd.yaml": ServedProject.document("odd"),
      "legacy/b.yaml": ServedProject.document("b"), "left-out.yaml": ServedProject.document("c"),
    ])
  }

  /// What a run over a folder finds, as the client writes it.
  private func foundByRun(_ folder: TestFolder, configuration: String? = nil) -> [String] {
    let linter = Linter(rules: allRules)
    let store = ConfigurationStore(catalogue: linter.catalogue, explicitPath: configuration)
    let outcome = LintRun(linter: linter, finder: FileFinder(configurations: store)).run([folder.path])
    return outcome.result.diagnostics.map { diagnostic in
      let severity = [Severity.error: 1, .warning: 2, .hint: 4][diagnostic.severity]!
      let file = diagnostic.location.file.split(separator: "/").last!
      return "\(file) \(diagnostic.location.range.start.line) \(diagnostic.rule) \(severity)"
    }.sorted()
  }

  @Test func sessionFindsWhatARunFinds() throws {
    let folder = try folder(Self.configuration)
    let client = try EditorClient(capabilities: Self.pulls, folders: [folder.path])
    let expected = foundByRun(folder)
    #expect(try client.foundInWorkspace() == expected)
    #expect(expected.contains("a.yaml 7 config-wrong-type 4"))
    #expect(expected.contains { $0.hasPrefix("a.yaml") && $0.contains("mock-message-missing") })
    #expect(!expected.contains { !$0.hasPrefix("a.yaml") && $0.contains("mock-message-missing") })
    #expect(!expected.contains { $0.hasPrefix("left-out.yaml") })
    // Opened, changed in nothing and closed, the files are what they were.
    let names = ["a.yaml", "odd.yaml", "legacy/b.yaml", "left-out.yaml"]
    for (name, id) in zip(names, ["a", "odd", "b", "c"]) {
      try client.open(folder.uri(name), ServedProject.document(id))
    }
    #expect(try client.foundInWorkspace() == expected)
    for name in names { try client.notify("textDocument/didClose", ["textDocument": ["uri": folder.uri(name)]]) }
    #expect(try client.foundInWorkspace() == expected)
  }

  @Test func changedConfigurationIsReadAgain() throws {
    let folder = try folder(Self.configuration)
    let client = try EditorClient(capabilities: Self.pulls, folders: [folder.path])
    _ = try client.foundInWorkspace()
    try folder.write("ignore: [config-wrong-type]\n", to: ".gwlint.yml")
    try client.notify(
      "workspace/didChangeWatchedFiles", ["changes": [["uri": folder.uri(".gwlint.yml"), "type": 2]]])
    let changed = try client.foundInWorkspace()
    #expect(changed == foundByRun(folder))
    #expect(changed.contains { $0.hasPrefix("left-out.yaml") })
    try folder.write("select: [config-wrong-type]\n", to: ".gwlint.yml")
    try client.notify("textDocument/didSave", ["textDocument": ["uri": folder.uri(".gwlint.yml")]])
    #expect(try client.foundInWorkspace() == foundByRun(folder))
  }

  @Test func clientNamesOneConfigurationForAllFiles() throws {
    let folder = try folder(Self.configuration)
    try folder.write("select: [mock-message-missing]\n", to: "strict.yml")
    let client = try EditorClient(
      capabilities: Self.pulls, folders: [folder.path], options: #"{"config": "strict.yml"}"#)
    let found = try client.foundInWorkspace()
    #expect(found == foundByRun(folder, configuration: folder.path + "/strict.yml"))
    #expect(found.count == 4)
  }

  @Test func languageIsTheConfigurationsWhereTheClientNamesNone() throws {
    let folder = try TestFolder([".gwlint.yml": "lang: zh\n"])
    let configured = try EditorClient(folders: [folder.path])
    #expect(configured.linter.language == .zh)
    let named = try EditorClient(folders: [folder.path], options: #"{"lang": "en"}"#)
    #expect(named.linter.language == .en)
  }

  @Test func mistakesOfAnOpenConfigurationAreShownAndCorrected() throws {
    // On disk it does not even parse.
    let folder = try folder("rules: [\n")
    let client = try EditorClient(folders: [folder.path])
    let uri = folder.uri(".gwlint.yml")
    let text = "rules:\n  mock-mesage-missing: off\n  route-*: loud\nexclud: [a]\n"
    try client.open(uri, text)
    let shown = try client.pushed()[uri] ?? []
    let messages = shown.map { $0["message"] as? String ?? "" }
    #expect(messages.count == 3)
    #expect(messages.contains { $0.contains("did you mean `mock-message-missing`") })
    #expect(messages.contains { $0.contains("did you mean `exclude`") })
    #expect(messages.contains { $0.contains("`loud`") })
    let position: [String: Any] = ["line": 1, "character": 4]
    let actions = try client.request(
      "textDocument/codeAction",
      ["textDocument": ["uri": uri], "range": ["start": position, "end": position], "context": ["diagnostics": []]])
    let action = try #require((actions as? [[String: Any]])?.first)
    #expect("\(action)".contains("mock-message-missing"))
    #expect((actions as? [Any])?.count == 1)
  }

  @Test func namesOfRulesAreExplained() throws {
    let client = try EditorClient()
    func hover(_ uri: String, _ line: Int, _ character: Int) throws -> String {
      let hover = try client.request(
        "textDocument/hover",
        ["textDocument": ["uri": uri], "position": ["line": line, "character": character]])
      return "\(hover ?? "")"
    }
    try client.open("file:///t/.gwlint.yml", "rules:\n  mock-message-missing: off\n")
    #expect(try hover("file:///t/.gwlint.yml", 1, 5).contains("**mock-message-missing**"))
    #expect(try !hover("file:///t/.gwlint.yml", 0, 2).contains("mock-message-missing"))
    let text = ServedProject.document("a") + "# gwlint:disable-line config-wrong-type -- old\n# config-wrong-type\n"
    try client.open("file:///t/a.yaml", text)
    #expect(try hover("file:///t/a.yaml", 8, 26).contains("**config-wrong-type**"))
    #expect(try !hover("file:///t/a.yaml", 9, 6).contains("**config-wrong-type**"))
  }

  @Test func keysLevelsAndFamiliesAreExplained() throws {
    let client = try EditorClient()
    let uri = "file:///t/.gwlint.yml"
    #expect(try client.hover(uri, "ru¦les:\n  mock-message-missing: off\n").contains("Levels and options"))
    #expect(try client.hover(uri, "rules:\n  mock-message-missing: o¦ff\n").contains("does not run"))
    #expect(try client.hover(uri, "rules:\n  mock-message-missing: {level: hi¦nt}\n").contains("are hints"))
    #expect(try client.hover(uri, "rules:\n  mo¦ck-*: off\n").contains("3 rules"))
    #expect(try client.hover(uri, "overrides:\n  - fi¦les: [a]\n    rules: {}\n").contains("Globs of the files"))
    #expect(try client.hover(uri, "fail-on: nev¦er\n").contains("No finding makes a run fail"))
    #expect(try client.hover(uri, "exclude: [ru¦les]\n").isEmpty)
    let chinese = try EditorClient(options: #"{"lang": "zh"}"#)
    #expect(try chinese.hover(uri, "rules:\n  mock-message-missing: o¦ff\n").contains("不运行"))
  }

  @Test func baseCountsAsTheEditorHoldsIt() throws {
    let folder = try TestFolder([
      ".gwlint.yml": "extends: base.yml\n", "base.yml": "lang: en\n", "a.yaml": ServedProject.document("a"),
    ])
    let client = try EditorClient(folders: [folder.path])
    let uri = folder.uri(".gwlint.yml")
    try client.open(uri, "extends: base.yml\n")
    try client.open(folder.uri("base.yml"), "lang: en\n", version: 1)
    #expect(try client.pushed()[uri]?.isEmpty == true)
    let end = EditingTests.Place(line: 1, character: 0, index: "".unicodeScalars.startIndex)
    try client.change(folder.uri("base.yml"), version: 2, from: end, to: end, by: "extends: .gwlint.yml\nrulez: {}\n")
    let shown = try client.pushed()
    #expect("\(shown[folder.uri("base.yml")] ?? [])".contains("did you mean `rules`"))
    #expect("\(shown)".contains("a circle"))
  }

  @Test func saidMistakesAreThoseOfTheCommandLine() throws {
    let folder = try folder("extends: gone.yml\nfail-on: eror\nselect: [no-such]\n")
    let client = try EditorClient(capabilities: Self.pulls, folders: [folder.path])
    let linter = Linter(rules: allRules)
    let store = ConfigurationStore(catalogue: linter.catalogue)
    let outcome = LintRun(linter: linter, finder: FileFinder(configurations: store)).run([folder.path])
    let report =
      try client.request(
        "textDocument/diagnostic", ["textDocument": ["uri": folder.uri(".gwlint.yml")]]) as? [String: Any]
    let messages = (report?["items"] as? [[String: Any]])?.compactMap { $0["message"] as? String } ?? []
    #expect(messages.count == 3)
    #expect(Set(messages) == Set(outcome.errors.map(\.message)))
  }
}
