import Foundation
import GatewayModel
import Linting
import Rules
import Testing

/// The list of rules against the folder that holds them, and what every declaration must have.
@Suite struct RegistryTests {
  static let rulesFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Rules")

  /// `tsf-location-missing` for `TSFLocationMissing.swift`, compared without regard to case and hyphens.
  private func plain(_ name: String) -> String { name.lowercased().filter { $0 != "-" } }

  @Test func everyRuleHasAFileOfItsNameAndEveryRuleFileARule() throws {
    var files: Set<String> = []
    for family in try FileManager.default.contentsOfDirectory(atPath: Self.rulesFolder.path)
    where !family.hasSuffix(".swift") {
      for file in try FileManager.default.contentsOfDirectory(
        atPath: Self.rulesFolder.appendingPathComponent(family).path)
      {
        let text = try String(contentsOf: Self.rulesFolder.appendingPathComponent(family + "/" + file), encoding: .utf8)
        if text.contains(": Rule = Rule(") { files.insert(plain(String(file.dropLast(".swift".count)))) }
      }
    }
    #expect(Set(allRules.map { plain($0.id) }) == files)
    #expect(Set(allRules.map(\.id)).count == allRules.count)
  }

  @Test(arguments: allRules.map(\.id)) func everyTextExistsInBothLanguages(_ id: String) throws {
    let rule = try #require(allRules.first { $0.id == id })
    for text in [rule.summary, rule.explanation, rule.runtime, rule.evidence] {
      #expect(!text.en.isEmpty && !text.zh.isEmpty)
      #expect(text.en.unicodeScalars.allSatisfy { !(0x4E00...0x9FFF).contains($0.value) })
      #expect(text.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }
    #expect(!rule.confidence.isEmpty)
    #expect(rule.id.hasPrefix(rule.family.rawValue + "-"))
  }
}
