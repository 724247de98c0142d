import Engine
import GatewayModel
import Linting
import SourceText
import Testing
import YAMLDocument

/// Rounds of fixes with rules made for the test, so that every way in which a fix can be unsound is shown.
@Suite struct FixerTests {
  /// A rule that speaks of every API whose name is `bad`, with some mend.
  private func rule(
    _ id: String, bad: String = "bad", at field: FieldName = .apiName,
    _ mends: @escaping @Sendable (Part, Origin) -> [Mend]
  ) -> Rule {
    let text = Text(en: "x", zh: "x")
    return Rule(
      id: id, family: .config, severity: .error, confidence: [.inferred], summary: text, explanation: text,
      runtime: text, evidence: text, fixSafety: .safe(text), examples: [],
      checks: [
        .part(.api) { api, findings in
          guard api[.apiName].text == bad, let origin = api[.apiName].origin else { return }
          findings.report(at: .field(api[field]), text, mends: mends(api, origin))
        }
      ])
  }

  private func mend(_ steps: MendStep...) -> Mend {
    Mend(title: Text(en: "mend", zh: "mend"), applicability: .safe, steps: steps)
  }

  private func document(_ names: [String], tail: String = "") -> [UInt8] {
    var text = "openapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths:\n"
    for (index, name) in names.enumerated() {
      text += "  /p\(index):\n    get:\n      operationId: \(name)\n      x-apigw-backend: {ServiceType: MOCK}\n"
    }
    return Array((text + tail).utf8)
  }

  private func fix(_ rules: [Rule], _ bytes: [UInt8], unsafe: Bool = false) -> Fixer.Outcome {
    Fixer(linter: Linter(rules: rules), includesUnsafe: unsafe)
      .fix([InputText(display: "a.yaml", bytes: bytes, isNamed: true)])
  }

  private func text(_ outcome: Fixer.Outcome) -> String { String(decoding: outcome.texts[0].after, as: UTF8.self) }

  @Test func manyFindingsAreMendedInFewRoundsAndCounted() {
    let outcome = fix(
      [rule("r") { [self.mend(.set($1, .string("good-\($0[.path].text ?? "")")))] }],
      document(
        Array(repeating: "bad", count: 40)))
    #expect(outcome.texts[0].fixed == 40)
    #expect(outcome.result.summary.fixed == 40)
    #expect(outcome.result.diagnostics.isEmpty)
    #expect(!text(outcome).contains("bad"))
  }

  @Test func aFixThatBringsAFindingIsHeldBackAloneAndTold() {
    let mended = rule("r") { api, origin in
      [self.mend(.set(origin, .string(api[.path].text == "/p3" ? "worse" : "good")))]
    }
    let worse = rule("w", bad: "worse", at: .path) { _, _ in [] }
    let outcome = fix([mended, worse], document(Array(repeating: "bad", count: 8)))
    #expect(outcome.texts[0].fixed == 7)
    #expect(outcome.heldBack.map(\.reason) == [.bringsFinding("w")])
    #expect(outcome.heldBack.first?.location.range.start.line == 18)
    #expect(outcome.result.diagnostics.count == 1)
    #expect(outcome.result.diagnostics.allSatisfy { $0.fixes.isEmpty }, "a fix that was held back is still promised")
    #expect(outcome.result.summary.fixable == 0)
  }

  @Test func aFixThatMendsNothingIsHeldBack() {
    let outcome = fix([rule("r") { api, _ in [self.mend(.insert(.timeout, .integer(15), api.id))] }], document(["bad"]))
    #expect(outcome.texts[0].before == outcome.texts[0].after)
    #expect(outcome.heldBack.map(\.reason) == [.doesNotMend])
  }

  @Test func fixesThatUndoEachOtherComeToAnEnd() {
    let there = rule("there") { [self.mend(.set($1, .string("dab")))] }
    let back = rule("back", bad: "dab") { [self.mend(.set($1, .string("bad")))] }
    let outcome = fix([there, back], document(["bad"]))
    #expect(outcome.result.diagnostics.count == 1)
    #expect(outcome.heldBack.map(\.reason) == [.doesNotSettle])
    #expect(outcome.result.summary.fixed == 0)
  }

  @Test func fixesOfOnePlaceWaitForEachOther() {
    let first = rule("a") { _, origin in [self.mend(.set(origin, .string("half")))] }
    let second = rule("b", bad: "half") { _, origin in [self.mend(.set(origin, .string("whole")))] }
    let outcome = fix([first, second], document(["bad", "half"]))
    #expect(text(outcome).contains("operationId: whole"))
    #expect(!text(outcome).contains("half"))
  }

  @Test func unsafeFixesAreAppliedOnRequestOnly() {
    let unsafe = rule("r") { _, origin in
      [Mend(title: Text(en: "m", zh: "m"), applicability: .unsafe, steps: [.set(origin, .string("good"))])]
    }
    #expect(fix([unsafe], document(["bad"])).texts[0].fixed == 0)
    #expect(fix([unsafe], document(["bad"]), unsafe: true).texts[0].fixed == 1)
  }

  @Test func suppressedFindingsAreLeftAlone() {
    let bytes = Array(
      """
      openapi: 3.0.0
      paths:
        /p:
          get:
            # gwlint:disable-next-line r -- on purpose
            operationId: bad
            x-apigw-backend: {ServiceType: MOCK}

      """.utf8)
    let outcome = fix([rule("r") { [self.mend(.set($1, .string("good")))] }], bytes)
    #expect(outcome.texts[0].after == bytes)
  }

  @Test(arguments: [
    "operationId: &n bad\n      summary: *n", "operationId: ${name}", "operationId: !Ref bad",
  ])
  func sharedTemplatedAndTaggedValuesAreLeftAlone(_ line: String) {
    let bytes = Array(
      "openapi: 3.0.0\npaths:\n  /p:\n    get:\n      \(line)\n      x-apigw-backend: {ServiceType: MOCK}\n".utf8)
    let rules = ["bad", "${name}"].map { name in
      rule("r-\(name.count)", bad: name) { [self.mend(.set($1, .string("good")))] }
    }
    #expect(fix(rules, bytes).texts[0].after == bytes)
  }

  @Test func encryptedFilesAreLeftAlone() {
    let bytes = document(["bad"], tail: "sops:\n  mac: ENC[AES256_GCM,data:x]\n  version: 3.8.1\n")
    let outcome = fix([rule("r") { [self.mend(.set($1, .string("good")))] }], bytes)
    #expect(outcome.texts[0].after == bytes)
    #expect(outcome.result.diagnostics.count == 1)
  }

  @Test func insertionsIntoOneMissingMappingMakeItOnce() {
    let healthy = rule("r") { api, origin in
      [
        self.mend(
          .set(origin, .string("good")), .insert(.backendURL, .string("http://a.cn"), api.id),
          .insert(.backendPath, .string("/x"), api.id), .insert(.isHealthCheck, .boolean(true), api.id))
      ]
    }
    let outcome = fix([healthy], document(["bad"]))
    let expected =
      "{ServiceType: MOCK, ServiceConfig: {Url: http://a.cn, Path: /x}, "
      + "ServiceTsfHealthCheckConf: {IsHealthCheck: true}}"
    #expect(text(outcome).contains(expected), "\(text(outcome))")
  }

  @Test func oneBrokenFileDoesNotKeepOthersFromBeingMended() {
    let rules = [rule("r") { [self.mend(.set($1, .string("good")))] }]
    let fixer = Fixer(linter: Linter(rules: rules), includesUnsafe: false)
    let broken = Array("openapi: 3.0.0\nx-apigw-backend: [\n".utf8)
    let outcome = fixer.fix([
      InputText(display: "a.yaml", bytes: broken, isNamed: true),
      InputText(display: "b.yaml", bytes: document(["bad"]), isNamed: true),
    ])
    #expect(outcome.texts.map(\.fixed) == [0, 1])
    #expect(outcome.texts[0].after == broken)
  }
}
