import Foundation
import Linting
import Reporting
import SourceText
import Testing

@Suite struct SARIFReportTests {
  private func run(_ report: Report) throws -> [String: Any] {
    let text = SampleReports.text { SARIFReport.write(report, to: $0) }
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ report: Report) throws -> [[String: Any]] {
    try #require(try run(report)["results"] as? [[String: Any]])
  }

  @Test func cleanRunIsSuccessfulAndEmpty() throws {
    let run = try run(SampleReports.clean)
    #expect((run["results"] as? [Any])?.isEmpty == true)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    #expect((run["invocations"] as? [[String: Any]])?.first?["executionSuccessful"] as? Bool == true)
  }

  @Test func whatCouldNotBeDoneIsToldAsUnsuccessfulInvocation() throws {
    let error = RunError(file: "b.yaml", message: "cannot be read: permission denied")
    let run = try run(SampleReports.report([], errors: [error]))
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let notification = try #require((invocation["toolExecutionNotifications"] as? [[String: Any]])?.first)
    #expect((notification["message"] as? [String: Any])?["text"] as? String == error.message)
  }

  @Test func resultPointsAtItsRuleAndPlace() throws {
    let run = try run(SampleReports.report([SampleReports.diagnostic()]))
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let index = try #require(result["ruleIndex"] as? Int)
    #expect(rules[index]["id"] as? String == "tsf-location-missing")
    #expect((rules[index]["help"] as? [String: Any])?["markdown"] != nil)
    let location = try #require((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    let region = try #require(location["region"] as? [String: Any])
    // Columns count characters: three bytes each of the two before it.
    #expect(region["startLine"] as? Int == 2)
    #expect(region["startColumn"] as? Int == 8)
    #expect(region["byteOffset"] as? Int == 18)
  }

  @Test func suppressionCarriesItsReasonAndBaselineItsState() throws {
    let known = SetAsideDiagnostic(diagnostic: SampleReports.diagnostic(path: "/old"), cause: .baseline)
    let suppressed = SetAsideDiagnostic(
      diagnostic: SampleReports.diagnostic(path: "/off"), cause: .comment, reason: "until the move")
    var report = SampleReports.report([SampleReports.diagnostic()], setAside: [suppressed, known])
    report.isCompared = true
    let results = try results(report)
    #expect(results.map { $0["baselineState"] as? String } == ["new", "new", "unchanged"])
    let suppressions = results.map { ($0["suppressions"] as? [[String: Any]])?.first }
    #expect(suppressions[0] == nil)
    #expect(suppressions[1]?["kind"] as? String == "inSource")
    #expect(suppressions[1]?["justification"] as? String == "until the move")
    #expect(suppressions[2]?["kind"] as? String == "external")
    report.isCompared = false
    #expect(try self.results(report).allSatisfy { $0["baselineState"] == nil })
  }

  @Test func fixesAndRelatedPlacesAreKept() throws {
    var diagnostic = SampleReports.diagnostic()
    let range = diagnostic.location.range
    diagnostic.fixes = [Fix(title: "t", applicability: .safe, edits: [FileEdit(range: range, text: "new")])]
    diagnostic.related = [RelatedLocation(location: diagnostic.location, message: "there")]
    let result = try #require(try results(SampleReports.report([diagnostic])).first)
    let change = try #require(
      ((result["fixes"] as? [[String: Any]])?.first?["artifactChanges"] as? [[String: Any]])?.first)
    let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
    #expect((replacement["insertedContent"] as? [String: Any])?["text"] as? String == "new")
    #expect((result["relatedLocations"] as? [[String: Any]])?.count == 1)
  }

  @Test func hostileTextStaysText() throws {
    let result = try #require(try results(SampleReports.hostileReport).first)
    let text = try #require((result["message"] as? [String: Any])?["text"] as? String)
    #expect(text.hasPrefix(SampleReports.hostile))
    let location = try #require((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    let uri = try #require((location["artifactLocation"] as? [String: Any])?["uri"] as? String)
    #expect(uri == "dir,with%3Asigns%20%25/a%26b.yaml")
  }
}
