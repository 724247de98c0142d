import Engine
import Linting
import SourceText
import Testing

@Suite struct SuppressionTests {
  private func lint(_ text: String) -> LintResult {
    var linter = Linter(rules: SampleRules.all)
    linter.today = "2026-06-15"
    return linter.lint([InputText(display: "a.yaml", bytes: Array(text.utf8), isNamed: true)])
  }

  /// `line rule` of every finding.
  private func found(_ text: String) -> [String] {
    lint(text).diagnostics.map { "\($0.location.range.start.line) \($0.rule)" }
  }

  private func document(_ operations: String) -> String {
    "openapi: 3.0.0\ninfo: {title: t, version: \"1\"}\nx-apigw-x: y\npaths:\n" + operations
  }

  @Test func nextLineCoversTheNodeWithAllBelow() {
    let text = document(
      """
        # gwlint:disable-next-line route-loud, route-quiet -- moving out

        # a comment between
        /a:
          get: {operationId: a}
          put: {operationId: b}
        /b:
          get: {operationId: c}
      """)
    #expect(found(text) == ["12 route-loud", "12 route-quiet"])
    let setAside = lint(text).setAside
    #expect(setAside.count == 4)
    #expect(setAside.allSatisfy { $0.reason == "moving out" && $0.cause == .comment })
  }

  @Test func nextLineInFlowStyleCoversWhatBeginsThere() {
    let text = document(
      """
        /a: {
          # gwlint:disable-next-line route-*
          get: {operationId: a},
          put: {operationId: b}}
      """)
    #expect(found(text) == ["8 route-loud", "8 route-quiet"])
  }

  @Test func lineCoversWhatBeginsOnIt() {
    let text = document(
      "  /a:\n    get: {operationId: a} # gwlint:disable-line route-* -- why\n    put: {operationId: b}\n")
    #expect(found(text) == ["7 route-loud", "7 route-quiet"])
  }

  @Test func stretchReachesToItsEndOrTheFiles() {
    let text = document(
      """
        # gwlint:disable route-*
        /a: {get: {operationId: a}}
        # gwlint:enable route-loud
        /b: {get: {operationId: b}}
      """)
    #expect(found(text) == ["8 route-loud"])
  }

  @Test func unusedAndUnknownNamesAreFindingsWithAFix() throws {
    let text = document(
      """
        # gwlint:disable-next-line route-loud, config-too-many, route-lod, route-quiet -- why
        /a:
          get: {operationId: a}
      """)
    let result = lint(text)
    #expect(result.diagnostics.map(\.rule) == ["config-suppression-unused", "config-suppression-unknown"])
    #expect(result.diagnostics[1].help.contains("route-loud"))
    // What was probably meant is only offered.
    #expect(result.diagnostics[1].fixes.map(\.applicability) == [.unsafe])
    let fixed = text.applying(result.diagnostics[0].fixes[0]).replacing(" route-lod,", with: "")
    #expect(fixed.contains("# gwlint:disable-next-line route-loud, route-quiet -- why\n"))
    #expect(lint(fixed).diagnostics.isEmpty)
  }

  @Test func unusedCommentGoesWithItsLine() throws {
    for ending in ["\n", "\r\n"] {
      let clean = document("  /a: {get: {operationId: a}}\n").replacing("\n", with: ending)
      let line = "  # gwlint:disable-next-line config-too-many -- why\(ending)"
      let text = clean.replacing("  /a:", with: line + "  /a:")
      let finding = try #require(lint(text).diagnostics.first { $0.rule == "config-suppression-unused" })
      #expect(text.applying(finding.fixes[0]) == clean)
      let trailing = clean.replacing("}}", with: "}} # gwlint:disable-line config-too-many")
      let other = try #require(lint(trailing).diagnostics.first { $0.rule == "config-suppression-unused" })
      #expect(trailing.applying(other.fixes[0]) == clean)
    }
  }

  @Test func suppressionEndsAfterItsDay() {
    func rules(until day: String) -> [String] {
      lint(document("  # gwlint:disable-next-line route-* until=\(day) -- why\n  /a: {get: {operationId: a}}\n"))
        .diagnostics.map(\.rule)
    }
    #expect(rules(until: "2026-06-15") == [])
    #expect(rules(until: "2026-06-14") == ["config-suppression-expired", "route-loud", "route-quiet"])
    #expect(rules(until: "2026-02-30") == ["config-suppression-unknown"])
    #expect(rules(until: "soon") == ["config-suppression-unknown"])
  }

  @Test func mistypedCommentIsToldNotPassedOver() {
    let text = document(
      "  # gwlint:disable-nextline route-*\n  # gwlint:disable-next-line\n  /a: {get: {operationId: a}}\n")
    let result = lint(text)
    #expect(result.diagnostics.count { $0.rule == "config-suppression-unknown" } == 2)
    #expect(result.diagnostics.first?.help.contains("disable-next-line") == true)
    // Prose about the tool is none of its business.
    #expect(found(document("  # gwlint: see the manual\n  /a: {get: {operationId: a}}\n")).count == 2)
  }

  @Test func commentInsideAScalarIsText() {
    let text = document("  /a:\n    description: |\n      # gwlint:disable route-*\n    get: {operationId: a}\n")
    #expect(found(text).count == 2)
  }

  @Test func manySuppressionsTakeTimeInProportion() {
    func text(_ count: Int) -> String {
      document(
        (0..<count).map { "  # gwlint:disable-next-line route-*\n  /p\($0): {get: {operationId: a\($0)}}\n" }.joined())
    }
    let clock = ContinuousClock()
    let small = clock.measure { #expect(found(text(500)) == ["6 config-too-many"]) }
    let large = clock.measure { #expect(found(text(4000)) == ["6 config-too-many"]) }
    #expect(large < small * 40, "8 times the input took \(large / small) times as long")
  }
}

extension String {
  /// The text after a fix.
  func applying(_ fix: Fix) -> String {
    var bytes = Array(utf8)
    for edit in fix.edits.reversed() { bytes.replaceSubrange(edit.range.span.range, with: Array(edit.text.utf8)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
