import Engine
import Testing

/// What wakes a run that watches.
@Suite struct FileStatesTests {
  private func change(
    _ name: String, to text: String?, looking names: [String] = ["api/a.yaml"], except ignored: [String] = []
  ) throws -> Bool {
    let folder = try ScratchFolder(["api/a.yaml": "a", "api/.gwlint.yml": "lang: en", "report.json": "1"])
    func states() -> FileStates {
      FileStates(names.map { folder.path + "/" + $0 }, except: Set(ignored.map { folder.path + "/" + $0 }))
    }
    let before = states()
    #expect(states() == before)
    if let text { try folder.write(text, to: name) } else { try folder.remove(name) }
    return states() != before
  }

  @Test(arguments: [
    ("api/a.yaml", "changed"), ("api/a.yaml", nil), ("api/.gwlint.yml", "lang: zh"), ("api/.gwlint.yml", nil),
    (".gwlint.yml", "lang: zh"), (".gitignore", "x"),
  ]) func filesAndWhatStandsAboveThemAreSeen(_ name: String, _ text: String?) throws {
    #expect(try change(name, to: text))
  }

  @Test func aFileThatComesIsSeen() throws {
    #expect(try change("api/new.yaml", to: "n", looking: ["api/a.yaml", "api/new.yaml"]))
  }

  @Test func otherFilesAndIgnoredOnesAreNotSeen() throws {
    #expect(try !change("api/other.yaml", to: "x"))
    #expect(try !change("report.json", to: "2", looking: ["api/a.yaml", "report.json"], except: ["report.json"]))
  }

  @Test func whatIsKnownIsNotLookedAtAgain() throws {
    let folder = try ScratchFolder(["a.yaml": "a", "b.yaml": "b"])
    let before = FileStates([folder.path + "/a.yaml"])
    try folder.write("changed", to: "a.yaml")
    let both = [folder.path + "/a.yaml", folder.path + "/b.yaml"]
    #expect(FileStates(both, knownFrom: before) != FileStates(both))
    #expect(FileStates([folder.path + "/a.yaml"], knownFrom: before) == before)
  }
}
