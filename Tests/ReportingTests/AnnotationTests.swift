import Linting
import Reporting
import Testing

@Suite struct AnnotationTests {
  private func lines(_ report: Report, hasSummary: Bool = false) -> [String] {
    String(decoding: GitHubReport(report).log(hasSummary: hasSummary), as: UTF8.self).split(separator: "\n").map {
      String($0)
    }
  }

  @Test func annotationNamesPlaceRuleAndMessage() {
    let report = SampleReports.report([SampleReports.diagnostic(help: "Do this.")])
    #expect(
      lines(report) == [
        "::error file=a.yaml,line=2,endLine=2,col=8,endColumn=11,title=gwlint tsf-location-missing::Wrong. Do this."
      ])
  }

  @Test func severeFindingsComeFirst() {
    let report = SampleReports.report([
      SampleReports.diagnostic("a", .hint), SampleReports.diagnostic("b", .error),
      SampleReports.diagnostic("c", .warning),
    ])
    #expect(lines(report).map { $0.prefix(while: { $0 != " " }) } == ["::error", "::warning", "::notice"])
  }

  @Test func noMoreThanGitHubShowsAndTheRestIsSaid() {
    let errors = (0..<13).map { SampleReports.diagnostic("e", .error, path: "/\($0)") }
    let hints = (0..<3).map { SampleReports.diagnostic("h", .hint, path: "/\($0)") }
    let report = SampleReports.report(errors + hints)
    let lines = lines(report, hasSummary: true)
    #expect(lines.count { $0.hasPrefix("::error") } == 10)
    #expect(lines.count { $0.hasPrefix("::notice") } == 3)
    #expect(lines.contains { $0.contains("the other 3") && $0.contains("summary") })
    #expect(lines.count == 10 + 3 + 1 + 3)
    let summary = String(decoding: GitHubReport(report).summary, as: UTF8.self)
    #expect(summary.split(separator: "\n").count { $0.hasPrefix("| error") } == 3)
  }

  @Test func summaryStaysBelowItsLimit() {
    let many = (0..<6000).map {
      SampleReports.diagnostic("e", .error, message: String(repeating: "x", count: 300), path: "/\($0)")
    }
    let summary = GitHubReport(SampleReports.report(many)).summary
    #expect(summary.count <= GitHubReport.summaryLimit)
    #expect(String(decoding: summary.suffix(200), as: UTF8.self).contains("more findings are in the log"))
  }

  @Test func hostileTextBecomesNoCommand() {
    let report = SampleReports.hostileReport
    let lines = lines(report)
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("::error ") && !$0.contains("\u{1B}") && !$0.contains("\u{0}") })
    #expect(lines[1].contains("file=dir%2Cwith%3Asigns %25/a&b.yaml,"))
    #expect(lines[1].contains("%0A::warning::c"))

    let many = (0..<12).map {
      SampleReports.diagnostic("e", .error, file: "::stop-commands::x", message: "##[error]x", path: "/\($0)")
    }
    for line in self.lines(SampleReports.report(many)).dropFirst(10) {
      #expect(line.hasPrefix("- "))
      #expect(!line.contains("##["))
    }
  }

  @Test func hostileTextBecomesNoMarkup() {
    let many = (0..<12).map {
      SampleReports.diagnostic("e", .error, message: "<img src=x> | [a](b) `c`\n| x", path: "/\($0)")
    }
    let summary = String(decoding: GitHubReport(SampleReports.report(many)).summary, as: UTF8.self)
    #expect(!summary.contains("<img"))
    #expect(summary.split(separator: "\n").count == 6)
  }
}
