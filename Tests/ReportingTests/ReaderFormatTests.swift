import Foundation
import Linting
import Reporting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The formats that CI systems and review tools read.
@Suite struct ReaderFormatTests {
  private func json(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

  private func isWellFormed(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

  @Test func everyFormatOfACleanRunIsValidAndEmpty() throws {
    let report = SampleReports.clean
    #expect(SampleReports.text { GitLabReport.write(report, to: $0) } == "[]\n")
    let rdjson = try json(SampleReports.text { RDJSONReport.write(report, to: $0) }) as? [String: Any]
    #expect((rdjson?["diagnostics"] as? [Any])?.isEmpty == true)
    let checkstyle = SampleReports.text { CheckstyleReport.write(report, to: $0) }
    #expect(isWellFormed(checkstyle) && !checkstyle.contains("<error"))
    let junit = SampleReports.text { JUnitReport.write(report, to: $0) }
    #expect(isWellFormed(junit) && junit.contains("tests=\"1\" failures=\"0\" errors=\"0\""))
    #expect(GitHubReport(report).log(hasSummary: false).isEmpty)
  }

  @Test func hostileTextStaysText() throws {
    let report = SampleReports.hostileReport
    for text in [
      SampleReports.text { CheckstyleReport.write(report, to: $0) },
      SampleReports.text { JUnitReport.write(report, to: $0) },
    ] {
      #expect(isWellFormed(text))
      #expect(!text.contains("]]>") && !text.contains("\u{1B}") && !text.contains("\u{0}"))
    }
    let issues = try #require(try json(SampleReports.text { GitLabReport.write(report, to: $0) }) as? [[String: Any]])
    #expect((issues.last?["description"] as? String)?.hasPrefix(SampleReports.hostile) == true)
    #expect(try json(SampleReports.text { RDJSONReport.write(report, to: $0) }) is [String: Any])
  }

  @Test func gitLabFingerprintsAreUniqueAndStable() throws {
    let twins = [SampleReports.diagnostic(), SampleReports.diagnostic(bytes: 25..<26)]
    func fingerprints(_ diagnostics: [Diagnostic]) throws -> [String] {
      let text = SampleReports.text { GitLabReport.write(SampleReports.report(diagnostics), to: $0) }
      return try #require(try json(text) as? [[String: Any]]).compactMap { $0["fingerprint"] as? String }
    }
    let all = try fingerprints(twins + [SampleReports.diagnostic(path: "/other")])
    #expect(Set(all).count == 3)
    let moved = SampleReports.diagnostic(file: "renamed.yaml", bytes: 0..<3, message: "Reworded.")
    #expect(try fingerprints([moved]) == [all[0]])
  }

  @Test func junitFailsOnlyWhatTheRunFails() {
    var report = SampleReports.report([SampleReports.diagnostic("a", .warning), SampleReports.diagnostic("b", .error)])
    #expect(SampleReports.text { JUnitReport.write(report, to: $0) }.contains("tests=\"2\" failures=\"1\""))
    report.failLevels = ["a.yaml": .warning]
    #expect(SampleReports.text { JUnitReport.write(report, to: $0) }.contains("tests=\"2\" failures=\"2\""))
  }

  @Test func checkstyleGroupsByFile() {
    let report = SampleReports.report([
      SampleReports.diagnostic(), SampleReports.diagnostic("b", .hint), SampleReports.diagnostic(file: "z.yaml"),
    ])
    let text = SampleReports.text { CheckstyleReport.write(report, to: $0) }
    #expect(text.split(separator: "\n").count { $0.contains("<file ") } == 2)
    #expect(text.contains("severity=\"info\" message=\"Wrong.\" source=\"gwlint.b\""))
  }

  @Test func reviewdogColumnsCountBytes() throws {
    var diagnostic = SampleReports.diagnostic()
    diagnostic.fixes = [
      Fix(title: "one", applicability: .safe, edits: [FileEdit(range: diagnostic.location.range, text: "y")]),
      Fix(
        title: "two", applicability: .safe,
        edits: [
          FileEdit(range: diagnostic.location.range, text: "y"), FileEdit(range: diagnostic.location.range, text: "z"),
        ]),
    ]
    let text = SampleReports.text { RDJSONReport.write(SampleReports.report([diagnostic]), to: $0) }
    let entry = try #require(((try json(text) as? [String: Any])?["diagnostics"] as? [[String: Any]])?.first)
    let range = try #require((entry["location"] as? [String: Any])?["range"] as? [String: Any])
    #expect((range["start"] as? [String: Any])?["column"] as? Int == 12)
    #expect((entry["suggestions"] as? [Any])?.count == 1)
  }
}
