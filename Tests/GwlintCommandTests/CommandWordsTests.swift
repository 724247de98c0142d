import ArgumentParser
import Engine
import Testing

@testable import GwlintCommand

@Suite struct CommandWordsTests {
  @Test func outputBelongsToTheFormatBeforeIt() {
    let words = CommandWords([
      "--format", "text", "api.yaml", "-f", "sarif", "--output=a.sarif", "--format=junit", "-o", "b.xml",
    ])
    #expect(
      words.reports == [
        CommandWords.ReportRequest(format: "text"), CommandWords.ReportRequest(format: "sarif", output: "a.sarif"),
        CommandWords.ReportRequest(format: "junit", output: "b.xml"),
      ])
  }

  @Test func selectionKeepsItsOrder() {
    let words = CommandWords(["--ignore", "a,b", "api.yaml", "--select=c", "--ignore", "d"])
    #expect(words.selection == [.ignore(["a", "b"]), .select(["c"]), .ignore(["d"])])
  }

  @Test(arguments: [
    (["--lang", "zh", "config", "explain", "a.yaml", "r"], ["config", "explain", "--lang", "zh", "a.yaml", "r"]),
    (["config", "--lang", "zh", "explain", "a.yaml", "r"], ["config", "explain", "--lang", "zh", "a.yaml", "r"]),
    (["--baseline", "explain", "a.yaml"], ["check", "--baseline", "explain", "a.yaml"]),
    (["--since", "rules", "check", "x"], ["check", "--since", "rules", "x"]),
    (["--generate-completion-script", "bash"], ["--generate-completion-script", "bash"]),
    (["--version"], ["--version"]),
    (["---completion", "check", "--", "--select", "0"], ["---completion", "check", "--", "--select", "0"]),
    ([], ["check"]), (["--", "config"], ["check", "--", "config"]),
  ]) func commandComesFirst(_ words: [String], _ normalized: [String]) {
    #expect(CommandWords(words).normalized == normalized)
  }

  @Test(arguments: [(["a.yaml"], ["a.yaml"]), (["check", "a", "b"], ["a", "b"]), ([], [])])
  func pathsAloneNeedNoParser(_ words: [String], _ paths: [String]) throws {
    let line = CommandWords(words)
    let alone = try #require(line.pathsAlone)
    #expect(alone == paths)
    let parsed = try CheckCommand.parse(Array(line.normalized.dropFirst()))
    #expect(String(describing: CheckCommand(paths: alone)) == String(describing: parsed))
  }

  @Test(arguments: [["-"], ["--quiet", "a"], ["a", "-q"], ["--", "-a"], ["rules"], ["--version"], ["--help"], [""]])
  func otherLinesAreParsed(_ words: [String]) {
    #expect(CommandWords(words).pathsAlone == nil)
  }
}
