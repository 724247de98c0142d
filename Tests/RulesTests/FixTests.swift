import Engine
import Foundation
import GatewayModel
import Linting
import Rules
import SourceText
import Testing
import YAMLDocument

/// What `--fix` makes of the examples of every rule.
@Suite struct FixTests {
  typealias Case = ExampleTests.Case

  static let cases = ExampleTests.cases
  static let fixedCases = cases.filter { $0.example.fixed != nil }

  /// Mends the findings of one rule only. Rules that a suppression in the text names run as well: one that does not
  /// run is not judged as unused.
  private func fix(_ text: ExampleText, _ testCase: Case, includesUnsafe: Bool) -> Fixer.Outcome {
    var linter = Linter(rules: allRules)
    linter.enabled = allRules.map { $0.id == testCase.rule.id || testCase.example.bad.contains($0.id) }
    return Fixer(linter: linter, includesUnsafe: includesUnsafe).fix(inputs(text, testCase))
  }

  private func inputs(_ text: ExampleText, _ testCase: Case) -> [InputText] {
    let others = testCase.example.files.sorted { $0.key < $1.key }
      .map { InputText(display: $0.key, bytes: Array($0.value.utf8), isNamed: true) }
    return [InputText(display: "example.yaml", bytes: text.bytes, isNamed: true)] + others
  }

  /// Whether the rule offers a safe fix for the text; its unsafe ones are applied otherwise.
  private func needsUnsafe(_ text: ExampleText, _ testCase: Case) -> Bool {
    let found = Linter(rules: allRules).lint(inputs(text, testCase)).diagnostics.filter { $0.rule == testCase.rule.id }
    return !found.contains { $0.fixes.contains { $0.applicability == .safe } }
  }

  private func bad(_ testCase: Case) -> ExampleText {
    ExampleText(testCase.example.bad, at: nil, dialect: testCase.example.dialect)
  }

  private func expected(_ testCase: Case) -> ExampleText {
    ExampleText(testCase.example.fixed ?? "", at: nil, dialect: testCase.example.dialect)
  }

  @Test(arguments: fixedCases) func badBecomesFixedToTheLetter(_ testCase: Case) {
    let bad = bad(testCase)
    let outcome = fix(bad, testCase, includesUnsafe: needsUnsafe(bad, testCase))
    #expect(String(decoding: outcome.texts[0].after, as: UTF8.self) == expected(testCase).text)
    #expect(outcome.heldBack.isEmpty, "\(outcome.heldBack)")
    #expect(outcome.texts[0].fixed > 0)
  }

  @Test(arguments: fixedCases) func theFindingIsGoneNoOtherComesAndASecondRunChangesNothing(_ testCase: Case) {
    let bad = bad(testCase)
    let linter = Linter(rules: allRules)
    let before = linter.lint(inputs(bad, testCase)).diagnostics
    let fixed = expected(testCase)
    let after = linter.lint(inputs(fixed, testCase)).diagnostics
    #expect(after.allSatisfy { $0.rule != testCase.rule.id }, "the finding is still there")
    let known = Dictionary(grouping: before, by: \.rule).mapValues(\.count)
    let written = Self.changed(in: fixed.bytes, against: bad.bytes)
    let elsewhere = after.filter { diagnostic in
      let span = diagnostic.location.range.span
      return Int(span.end) < written.lowerBound || Int(span.start) > written.upperBound
    }
    let now = Dictionary(grouping: elsewhere, by: \.rule).mapValues(\.count)
    for (rule, count) in now { #expect(count <= known[rule] ?? 0, "the fix brings \(rule)") }
    let again = fix(fixed, testCase, includesUnsafe: true)
    #expect(again.texts.allSatisfy { $0.before == $0.after })
  }

  @Test(arguments: fixedCases) func fixSurvivesCarriageReturnsAndNonASCIIText(_ testCase: Case) {
    let bad = bad(testCase)
    let unsafe = needsUnsafe(bad, testCase)
    let expected = expected(testCase)
    for (kind, changed, wanted) in [
      (Example.Transformation.nonASCIIPrefix, bad.withNonASCIIPrefix, expected.withNonASCIIPrefix),
      (.carriageReturns, bad.withCarriageReturns, expected.withCarriageReturns),
    ] where !testCase.isExempt(from: kind) {
      let outcome = fix(changed, testCase, includesUnsafe: unsafe)
      #expect(String(decoding: outcome.texts[0].after, as: UTF8.self) == wanted.text, "\(kind)")
    }
  }

  @Test(arguments: fixedCases) func fixMeansTheSameInFlowStyleAndInJSON(_ testCase: Case) {
    let bad = bad(testCase)
    let unsafe = needsUnsafe(bad, testCase)
    let wanted = Self.canonical(YAMLDocument.parse(expected(testCase).bytes))
    if !testCase.isExempt(from: .flowStyle), let changed = bad.inFlowStyle {
      let after = fix(changed, testCase, includesUnsafe: unsafe).texts[0].after
      #expect(Self.canonical(YAMLDocument.parse(after)) == wanted, "flow style")
    }
    if !testCase.isExempt(from: .json), let changed = bad.asJSON {
      let after = fix(changed, testCase, includesUnsafe: unsafe).texts[0].after
      #expect(Self.canonical(YAMLDocument.parse(after)) == wanted, "JSON")
      let isJSON = (try? JSONSerialization.jsonObject(with: Data(after))) != nil
      #expect(isJSON, "no JSON any more")
    }
  }

  /// A fix that goes through an anchor would change a place that nobody looked at.
  @Test(arguments: fixedCases) func anchoredValuesAreLeftAlone(_ testCase: Case) {
    let marked = ExampleText(testCase.example.bad, at: testCase.example.at, dialect: testCase.example.dialect)
    guard !testCase.isExempt(from: .anchored), let changed = marked.anchored else { return }
    let outcome = fix(changed, testCase, includesUnsafe: true)
    let line = { (bytes: [UInt8]) in bytes.prefix { $0 != UInt8(ascii: "\n") } }
    #expect(line(outcome.texts[0].after) == line(outcome.texts[0].before), "the shared value was changed")
  }

  @Test(arguments: cases) func fixesAreOfTheClassThatTheRuleDeclares(_ testCase: Case) {
    let found = Linter(rules: allRules).lint(inputs(bad(testCase), testCase)).diagnostics
      .filter { $0.rule == testCase.rule.id }
    switch testCase.rule.fixSafety {
    case .none: #expect(found.allSatisfy { $0.fixes.isEmpty }, "a rule without fixes offers one")
    case .safe: break
    case .unsafe: #expect(found.allSatisfy { $0.fixes.allSatisfy { $0.applicability == .unsafe } })
    }
    for fix in found.flatMap(\.fixes) where fix.applicability == .safe && testCase.example.fixed == nil {
      let outcome = self.fix(bad(testCase), testCase, includesUnsafe: false)
      #expect(outcome.heldBack.isEmpty, "the safe fix `\(fix.title)` is held back: \(outcome.heldBack)")
    }
  }

  @Test func everyRuleWithFixesShowsOne() {
    for rule in allRules {
      if case .none = rule.fixSafety { continue }
      #expect(rule.examples.contains { $0.fixed != nil }, "\(rule.id) shows no fix")
    }
  }

  /// The bytes of a text from the first to the last that differs from another: what a fix wrote may have faults of its
  /// own, such as a key that only the user has.
  private static func changed(in text: [UInt8], against other: [UInt8]) -> Range<Int> {
    let start = zip(text, other).prefix { $0 == $1 }.count
    let shared = zip(text.reversed(), other.reversed()).prefix { $0 == $1 }.count
    return start..<max(start, text.count - shared)
  }

  /// The values of a text, whatever the order of keys and the way of writing.
  private static func canonical(_ yaml: YAMLDocument) -> String {
    func text(_ node: NodeID) -> String {
      let node = yaml.resolved(node)
      switch yaml.kind(node) {
      case .mapping:
        let members = yaml.entries(of: node).map { yaml.string($0.key).debugDescription + ": " + text($0.value) }
        return "{" + members.sorted().joined(separator: ", ") + "}"
      case .sequence: return "[" + yaml.children(of: node).map(text).joined(separator: ", ") + "]"
      case .scalar, .alias:
        switch yaml.resolve(node, schema: .core) {
        case .string: return yaml.string(node).debugDescription
        case let value: return "\(value)"
        }
      }
    }
    return yaml.problem == nil ? yaml.roots.map(text).joined(separator: "\n") : "\(String(describing: yaml.problem))"
  }
}
