import Engine
import Linting
import SourceText
import Testing

@Suite struct SuppressionWriterTests {
  private let linter = Linter(rules: SampleRules.all)

  private func lint(_ text: String, file: String = "a.yaml") -> LintResult {
    linter.lint([InputText(display: file, bytes: Array(text.utf8), isNamed: true)])
  }

  private func write(_ text: String, reason: String = "agreed", file: String = "a.yaml") -> SuppressionWriter.Outcome {
    SuppressionWriter(reason: reason)
      .write(lint(text, file: file).diagnostics, into: SourceText(Array(text.utf8)), file: file)
  }

  private static let head = "openapi: 3.0.0\ninfo: {title: t, version: \"1\"}\nx-apigw-a: b\npaths:\n"

  static let texts: [String] = [
    SampleRules.document([("/a", "a"), ("/b", "b")]),
    SampleRules.document([("/a", "a")]).replacing("\n", with: "\r\n"),
    head + "  /a: {get: {operationId: a}, put: {operationId: b}}\n",
    head + "  /a: {\n    get: {operationId: a},\n    put: {operationId: b}, post: {operationId: c}}\n",
    head
      + "  /a:\n    get: {operationId: a} # keep me\n    put:\n      operationId: b\n      description: |\n        text\n",
    "{openapi: 3.0.0, x-apigw-a: b, paths: {/a: {get: {operationId: a}}, /b: {get: {operationId: b}}}}\n",
    "openapi: 3.0.0\npaths: {/a: {get: {x-apigw-backend: {ServiceType: MOCK}}}}",
  ]

  @Test(arguments: texts) func commentsCoverWhatTheyAreWrittenForAndNothingElseChanges(_ text: String) {
    let outcome = write(text)
    let written = String(decoding: outcome.text, as: UTF8.self)
    #expect(outcome.uncovered == 0)
    #expect(outcome.suppressed == lint(text).diagnostics.count)
    let result = lint(written)
    #expect(result.diagnostics.isEmpty, "\(written)")
    #expect(result.setAside.allSatisfy { $0.reason == "agreed" })
    // Without the comments the text is what it was.
    let stripped = written.replacing(
      #/\ *# gwlint:disable-next-line[^\r\n]*\r?\n/#.matchingSemantics(.unicodeScalar), with: ""
    )
    .replacing(#/ # gwlint:disable-line[^\r\n]*/#.matchingSemantics(.unicodeScalar), with: "")
    #expect(stripped == text)
  }

  @Test func oneCommentNamesAllRulesOfAPlace() {
    let written = String(decoding: write(SampleRules.document([("/a", "a")])).text, as: UTF8.self)
    #expect(written.contains("    # gwlint:disable-next-line route-loud, route-quiet -- agreed\n    get:"))
  }

  @Test func reasonStaysOnItsLine() {
    let written = String(decoding: write(SampleRules.document([("/a", "a")]), reason: "a\nb: c").text, as: UTF8.self)
    #expect(written.contains("-- a b: c\n"))
    #expect(lint(written).diagnostics.isEmpty)
  }

  @Test func jsonIsLeftAlone() {
    let text = #"{"openapi": "3.0.0", "x-apigw-a": "b", "paths": {"/a": {"get": {"operationId": "a"}}}}"#
    let outcome = write(text, file: "a.json")
    #expect(outcome.text == Array(text.utf8))
    #expect(outcome.suppressed == 0 && outcome.uncovered == 2)
  }
}
