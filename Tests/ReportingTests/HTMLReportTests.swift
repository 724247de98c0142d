import Foundation
import GatewayModel
import Linting
import Reporting
import SourceText
import Testing

/// The page as a text: what is on it, and that nothing of a file can break out of its place.
@Suite struct HTMLReportTests {
  private func page(_ report: Report) -> String {
    var bytes: [UInt8] = []
    HTMLReport.write(report) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func report(_ text: String, _ diagnostics: [Diagnostic], language: Language = .en) -> Report {
    var summary = Summary()
    summary.files = 1
    summary.errors = diagnostics.count
    return Report(
      toolVersion: "1", language: language, diagnostics: diagnostics, summary: summary,
      sources: ["a<b>.yaml": SourceText(Array(text.utf8))])
  }

  private func diagnostic(_ text: String, at word: String, message: String) -> Diagnostic {
    let source = SourceText(Array(text.utf8))
    let start = text.range(of: word).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
    let span = ByteSpan(UInt32(start), UInt32(start + word.utf8.count))
    return Diagnostic(
      rule: "mock-message-missing", severity: .error, message: message, faults: [.mockConfigError],
      location: Location(file: "a<b>.yaml", range: source.range(of: span)))
  }

  @Test func hostileTextStaysText() {
    let text = "a: </pre><script>alert(1)</script>\u{1B}[0m\nb: '\"><img src=x>'\n"
    let html = page(report(text, [diagnostic(text, at: "</pre>", message: "`</code><script>` & \"it\"")]))
    #expect(!html.contains("<script>alert"))
    #expect(!html.contains("<img"))
    #expect(!html.contains("\u{1B}"))
    #expect(html.components(separatedBy: "<script>").count == 2)
    #expect(html.contains("<mark>&lt;/pre&gt;</mark>"))
    #expect(html.contains("data-file=\"a&lt;b&gt;.yaml\""))
  }

  @Test func secretsAreStruckOut() {
    let text = "SecretKey: hunter2hunter2hunter2\nb: 1\n"
    let html = page(report(text, [diagnostic(text, at: "b:", message: "x")]))
    #expect(!html.contains("hunter2"))
  }

  @Test func aRunThatCouldNotLookIsNotClean() {
    var blind = report("", [])
    blind.errors = [RunError(file: "secret.yaml", message: "cannot be read: permission denied")]
    #expect(page(blind).contains("Not everything could be looked at"))
    #expect(!page(blind).contains("class=\"clean\""))
    #expect(page(report("", [])).contains("class=\"clean\""))
    var empty = report("", [])
    empty.summary.files = 0
    #expect(page(empty).contains("no gateway definition"))
    #expect(!page(empty).contains("class=\"clean\""))
  }

  @Test func oneOfAKindIsNoPlural() {
    let text = "a: 1\n"
    let html = page(report(text, [diagnostic(text, at: "a", message: "x")]))
    #expect(html.contains("<b>1</b> error<") && html.contains("<b>1</b> file checked<"))
    #expect(html.contains("<b>0</b> warnings<"))
  }

  @Test func routesAreDrawnWithTheirRivals() {
    let place = Location(
      file: "a.yaml",
      range: SourceRange(
        start: SourcePosition(line: 3, column: 1, offset: 9), end: SourcePosition(line: 3, column: 2, offset: 10)))
    func route(_ path: String, _ verdict: RouteMap.Verdict, _ rivals: [Int]) -> RouteMap.Route {
      RouteMap.Route(
        method: "GET", path: path, api: "x", kind: .prefix, verdict: verdict, rivals: rivals, witness: "GET \(path)",
        backEnd: "", authentication: "", location: place)
    }
    var report = report("", [], language: .zh)
    report.routeMap = RouteMap(services: [
      RouteMap.Service(
        name: "shop",
        environments: [
          RouteMap.Environment(
            name: "release", isUnreleased: false, bases: ["https://a.shop.cn"],
            routes: [route("/u/{id}", .answers, []), route("/u/me", .unreachable, [0])], misses: [])
        ])
    ])
    let html = page(report)
    #expect(html.contains("data-rivals=\"s0e0r0\""))
    #expect(html.contains("<var>{id}</var>"))
    #expect(html.contains("无法到达"))
    #expect(html.contains("lang=\"zh-CN\""))
  }
}
