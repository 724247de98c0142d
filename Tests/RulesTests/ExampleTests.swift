import Engine
import GatewayModel
import Linting
import Rules
import SourceText
import Testing

/// Every example of every rule, as it is written and changed in the ways that break linters.
@Suite struct ExampleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: Rule
    let number: Int
    let example: Example
    var testDescription: String { "\(rule.id) #\(number)" }

    func isExempt(from transformation: Example.Transformation) -> Bool { example.exempt[transformation] != nil }
  }

  static let cases: [Case] = allRules.flatMap { rule in
    rule.examples.enumerated().map { Case(rule: rule, number: $0.offset + 1, example: $0.element) }
  }

  private func findings(_ text: ExampleText, of example: Example, rule: Rule) -> [Diagnostic] {
    lint(text, example).diagnostics.filter { $0.rule == rule.id }
  }

  private func lint(_ text: ExampleText, _ example: Example) -> LintResult {
    let linter = Linter(rules: allRules)
    let others = example.files.sorted { $0.key < $1.key }
      .map { InputText(display: $0.key, bytes: Array($0.value.utf8), isNamed: true) }
    return linter.lint([InputText(display: "example.yaml", bytes: text.bytes, isNamed: true)] + others)
  }

  @Test(arguments: cases) func badIsReportedWhereItStandsAndGoodIsNot(_ testCase: Case) {
    let example = testCase.example
    let bad = ExampleText(example.bad, at: example.at, dialect: example.dialect)
    let found = findings(bad, of: example, rule: testCase.rule)
    #expect(!found.isEmpty, "the bad snippet is not reported")
    if example.at != nil {
      #expect(bad.offset != nil, "the marker does not occur in the bad snippet")
      #expect(
        found.contains { Int($0.location.range.start.offset) == bad.offset },
        "reported at \(found.map { $0.location.range.start })")
    }
    let good = ExampleText(example.good, at: nil, dialect: example.dialect)
    let quiet = lint(good, example).diagnostics
    #expect(quiet.allSatisfy { $0.rule != testCase.rule.id }, "the good snippet is reported")
    #expect(quiet.allSatisfy { $0.rule != "yaml-syntax" }, "the good snippet does not parse")
  }

  @Test(arguments: cases) func findingSurvivesNonASCIITextAndCarriageReturns(_ testCase: Case) {
    let example = testCase.example
    let bad = ExampleText(example.bad, at: example.at, dialect: example.dialect)
    for (changed, kind) in [
      (bad.withNonASCIIPrefix, Example.Transformation.nonASCIIPrefix), (bad.withCarriageReturns, .carriageReturns),
    ] where !testCase.isExempt(from: kind) {
      let found = findings(changed, of: example, rule: testCase.rule)
      #expect(!found.isEmpty, "\(kind)")
      if let offset = changed.offset {
        #expect(found.contains { Int($0.location.range.start.offset) == offset }, "\(kind)")
      }
    }
  }

  @Test(arguments: cases) func findingSurvivesFlowStyleAndJSON(_ testCase: Case) {
    let example = testCase.example
    let bad = ExampleText(example.bad, at: nil, dialect: example.dialect)
    if !testCase.isExempt(from: .flowStyle), let changed = bad.inFlowStyle {
      #expect(!findings(changed, of: example, rule: testCase.rule).isEmpty, "flow style")
    }
    if !testCase.isExempt(from: .json), let changed = bad.asJSON {
      #expect(!findings(changed, of: example, rule: testCase.rule).isEmpty, "JSON")
    }
    let good = ExampleText(example.good, at: nil, dialect: example.dialect)
    if !testCase.isExempt(from: .flowStyle), let changed = good.inFlowStyle {
      #expect(findings(changed, of: example, rule: testCase.rule).isEmpty, "good in flow style")
    }
    if !testCase.isExempt(from: .json), let changed = good.asJSON {
      #expect(findings(changed, of: example, rule: testCase.rule).isEmpty, "good as JSON")
    }
  }

  @Test(arguments: cases) func findingSurvivesAnAnchor(_ testCase: Case) {
    let example = testCase.example
    let bad = ExampleText(example.bad, at: example.at, dialect: example.dialect)
    guard !testCase.isExempt(from: .anchored), let changed = bad.anchored else { return }
    #expect(!findings(changed, of: example, rule: testCase.rule).isEmpty)
  }

  @Test(arguments: cases) func suppressionSilencesTheFindingAndIsUsed(_ testCase: Case) {
    let example = testCase.example
    guard !testCase.isExempt(from: .suppressed) else { return }
    var text = ExampleText(example.bad, at: nil, dialect: example.dialect)
    for _ in 0..<8 {
      guard let finding = findings(text, of: example, rule: testCase.rule).first else { break }
      guard finding.location.file == "example.yaml" else { return }
      text = text.suppressing(testCase.rule.id, above: finding.location.range.start.offset)
    }
    let result = lint(text, example)
    #expect(result.diagnostics.allSatisfy { $0.rule != testCase.rule.id })
    #expect(result.diagnostics.allSatisfy { $0.rule != "config-suppression-unused" })
    #expect(!result.setAside.isEmpty)
  }
}
