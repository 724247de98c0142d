import Engine
import Foundation
import GatewayModel
import Linting
import Testing

/// What mending does to files on a disk.
@Suite struct FixRunTests {
  /// Says of every API called `bad` that it is to be called `good`.
  private static let rule: Rule = {
    let text = Text(en: "x", zh: "x")
    return Rule(
      id: "config-bad-name", family: .config, severity: .error, confidence: [.inferred], summary: text,
      explanation: text, runtime: text, evidence: text, fixSafety: .safe(text), examples: [],
      checks: [
        .part(.api) { api, findings in
          guard api[.apiName].text == "bad", let origin = api[.apiName].origin else { return }
          let mend = Mend(title: text, applicability: .safe, steps: [.set(origin, .string("good"))])
          findings.report(at: .field(api[.apiName]), text, mends: [mend])
        }
      ])
  }()

  private func fixing(_ folder: ScratchFolder) -> (run: LintRun, fixing: FixRun) {
    var linter = Linter(rules: [Self.rule])
    linter.currentFolder = folder.path
    linter.jobs = 2
    let run = LintRun(linter: linter, finder: FileFinder(currentFolder: folder.path))
    return (run, FixRun(run, includesUnsafe: false))
  }

  @Test func aFileWithTwoNamesIsMendedOnceAndCountsOnce() throws {
    let folder = try ScratchFolder(["a.yaml": SampleRules.document([("/a", "bad"), ("/b", "bad")])])
    for name in ["b.yaml", "c.yaml"] {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appending(path: name), withDestinationURL: folder.url.appending(path: "a.yaml"))
    }
    let (run, fixing) = fixing(folder)
    let gathered = run.gather(["b.yaml", "a.yaml", "c.yaml"])
    let preview = fixing.preview(gathered)
    #expect(preview.texts.map(\.display) == ["a.yaml"])
    let outcome = fixing.write(gathered)
    #expect(outcome.texts.map(\.fixed) == [2])
    let left = run.lint(outcome.gathered)
    #expect(left.result.summary.fixed == 2)
    #expect(left.result.diagnostics.isEmpty && left.errors.isEmpty)
    #expect(try folder.read("a.yaml") == SampleRules.document([("/a", "good"), ("/b", "good")]))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/b.yaml").hasSuffix("a.yaml"))
  }

  @Test func aFileThatChangedMeanwhileIsLeftAloneUnderAllItsNames() throws {
    let folder = try ScratchFolder([
      "a.yaml": SampleRules.document([("/a", "bad")]), "other.yaml": SampleRules.document([("/o", "bad")]),
    ])
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "b.yaml"), withDestinationURL: folder.url.appending(path: "a.yaml"))
    let (run, fixing) = fixing(folder)
    let gathered = run.gather([])
    try folder.write("changed", to: "a.yaml")
    let outcome = fixing.write(gathered)
    #expect(outcome.texts.map(\.display) == ["other.yaml"])
    let left = run.lint(outcome.gathered)
    #expect(left.errors.map(\.file) == ["a.yaml", "b.yaml"])
    #expect(left.result.diagnostics.map(\.location.file) == ["a.yaml", "b.yaml"])
    #expect(try folder.read("a.yaml") == "changed")
  }
}
