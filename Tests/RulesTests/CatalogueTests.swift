import GatewayModel
import Engine
import Foundation
import Linting
import Rules
import Testing

/// The examples of the rule catalogue beside the project, where it is there: each bad one is reported by its rule, no
/// good one is.
@Suite struct CatalogueTests {
  struct Entry: CustomTestStringConvertible, Sendable {
    let rule: String
    let bad: String
    let good: String
    var testDescription: String { rule }
  }

  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/domain/rules.md")

  /// The entries whose examples are whole OpenAPI fragments; others need further files.
  static let entries: [Entry] = {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "\n### ").dropFirst().compactMap { section in
      let rule = String(section.prefix { $0 != "\n" })
      let blocks = section.components(separatedBy: "```yaml\n").dropFirst()
        .map { $0.components(separatedBy: "\n```")[0] }
      guard blocks.count >= 2, blocks.allSatisfy({ $0.hasPrefix("paths:") || $0.hasPrefix("openapi:") }) else {
        return nil
      }
      return Entry(rule: rule, bad: blocks[0], good: blocks[1])
    }
  }()

  private func rules(in snippet: String) -> Set<String> {
    let text = ExampleText(snippet, at: nil, dialect: .openAPI)
    let linter = Linter(rules: allRules)
    let result = linter.lint([InputText(display: "example.yaml", bytes: text.bytes, isNamed: true)])
    return Set(result.diagnostics.map(\.rule))
  }

  @Test(arguments: entries) func badExampleIsReportedAndGoodIsNot(_ entry: Entry) {
    #expect(rules(in: entry.bad).contains(entry.rule))
    #expect(!rules(in: entry.good).contains(entry.rule))
  }

  @Test func rowsOfTheErrorTableAreCovered() {
    for row in FaultTable.rows {
      let covering = allRules.filter { $0.faults.contains(row.fault) }
      switch row.decidability {
      case .configuration, .wholeService, .partly: #expect(!covering.isEmpty, "no rule leads to \(row.fault)")
      case .runtime: continue
      }
    }
  }
}
