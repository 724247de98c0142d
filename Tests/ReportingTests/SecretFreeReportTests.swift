import Linting
import Reporting
import SourceText
import Testing

@Suite struct SecretFreeReportTests {
  private static let secret = "MIIEowIBAAKCAQEAz7vW0hQk3tQ8mJq2sQ5y1xX9dT4bN6cV8rL0fG2hJ4kM6pS8"
  private static let block = "-----BEGIN RSA PRIVATE KEY-----\n\(secret)\n-----END RSA PRIVATE KEY-----"

  private var report: Report {
    var diagnostic = SampleReports.diagnostic(
      message: "The value `\(Self.block)` is private.", help: "Not `secretKey: AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA`.")
    let range = diagnostic.location.range
    diagnostic.related = [RelatedLocation(location: diagnostic.location, message: Self.block)]
    diagnostic.fixes = [
      Fix(title: "quote it", applicability: .safe, edits: [FileEdit(range: range, text: "|\n" + Self.block)]),
      Fix(title: "remove it", applicability: .safe, edits: [FileEdit(range: range, text: "")]),
    ]
    let setAside = SetAsideDiagnostic(diagnostic: diagnostic, cause: .comment, reason: Self.block)
    return SampleReports.report([diagnostic], setAside: [setAside], errors: [RunError(file: "f", message: Self.block)])
      .withoutSecrets()
  }

  @Test func secretReachesNoFormat() {
    let report = report
    let texts = [
      SampleReports.text { SARIFReport.write(report, to: $0) }, SampleReports.text { JSONReport.write(report, to: $0) },
      SampleReports.text { GitLabReport.write(report, to: $0) },
      SampleReports.text { JUnitReport.write(report, to: $0) },
      SampleReports.text { CheckstyleReport.write(report, to: $0) },
      SampleReports.text { RDJSONReport.write(report, to: $0) },
      SampleReports.text { TextReport().write(report, to: $0) },
      String(decoding: GitHubReport(report).log(hasSummary: false), as: UTF8.self),
    ]
    for text in texts {
      #expect(!text.contains(Self.secret.dropFirst(4).prefix(20)), "\(text)")
      #expect(!text.contains("8krbsJ5yKBZQ"), "\(text)")
      #expect(text.contains("is private"))
    }
  }

  @Test func fixThatWouldWriteASecretIsLeftOutAndOthersStay() {
    #expect(report.diagnostics[0].fixes.map(\.title) == ["remove it"])
  }

  @Test func ordinaryWordsStayAsTheyAre() {
    let plain = SampleReports.report([
      SampleReports.diagnostic(message: "`ServiceType: MOCK` has no `kty: RSA` key: 481.", help: "Write `Path: /a/b`.")
    ])
    #expect(plain.withoutSecrets().diagnostics[0].message == plain.diagnostics[0].message)
    #expect(plain.withoutSecrets().diagnostics[0].help == plain.diagnostics[0].help)
  }
}
