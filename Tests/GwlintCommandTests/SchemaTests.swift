import Engine
import Foundation
import Linting
import Rules
import Testing

@testable import GwlintCommand

@Suite struct SchemaTests {
  private static let catalogue = RuleCatalogue(allRules)

  private func schema(_ kind: SchemaKind) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(kind.schema(in: .en).utf8))
    return try #require(value as? [String: Any])
  }

  /// The value behind the keys.
  private func descend(_ value: Any, _ keys: String...) throws -> [String: Any] {
    var value = value
    for key in keys { value = try #require((value as? [String: Any])?[key], "\(key)") }
    return try #require(value as? [String: Any])
  }

  @Test(arguments: SchemaKind.allCases) func isJSONInBothLanguages(_ kind: SchemaKind) throws {
    let titles = try Language.allCases.map { language in
      let value = try JSONSerialization.jsonObject(with: Data(kind.schema(in: language).utf8))
      return (value as? [String: Any])?["title"] as? String
    }
    #expect(titles.count == 2 && titles[0] != titles[1])
  }

  @Test func configurationKnowsEveryKeyAndRule() throws {
    let schema = try schema(.config)
    #expect(Set(try descend(schema, "properties").keys) == Set(ConfigurationKey.ofFile.map(\.name)))
    let entry = try descend(schema, "$defs", "override", "properties")
    #expect(Set(entry.keys) == Set(ConfigurationKey.ofOverride.map(\.name)))
    let rules = try descend(schema, "$defs", "rules", "properties")
    for rule in allRules { #expect(rules[rule.id] != nil, "\(rule.id)") }
    for family in Family.allCases { #expect(rules[family.rawValue + "-*"] != nil, "\(family)") }
    #expect(rules["ALL"] != nil)
  }

  /// An option may be set at its rule and at every pattern that means the rule.
  @Test func configurationKnowsEveryOption() throws {
    let rules = try descend(try schema(.config), "$defs", "rules", "properties")
    let withOptions = allRules.filter { !$0.options.isEmpty }
    #expect(!withOptions.isEmpty)
    for rule in withOptions {
      let patterns = Self.catalogue.patterns.filter { rule.id.hasPrefix($0.dropLast()) }
      for name in [rule.id, "ALL"] + patterns {
        let forms = try #require(try descend(rules, name)["anyOf"] as? [[String: Any]], "\(name)")
        let mapping = try #require(forms.last)
        for option in rule.options {
          let form = try descend(mapping, "properties", option.name)
          #expect(form["minimum"] as? Int == option.range.lowerBound, "\(name)")
          #expect(form["maximum"] as? Int == option.range.upperBound, "\(name)")
        }
      }
    }
  }

  @Test func patternsOfRulesAreThoseThatTheReaderTakes() throws {
    let expressions = try descend(try schema(.config), "$defs", "rules", "patternProperties").keys
    let expression = try Regex(try #require(expressions.first))
    #expect("route-mapping-*".wholeMatch(of: expression) != nil)
    for name in ["route-shadowe-*", "route-mapping*", "route-mapping-", "-*", "route-mapping-**"] {
      #expect(name.wholeMatch(of: expression) == nil, "\(name)")
      #expect(throws: UnknownRuleName.self) { try Self.catalogue.indices(matching: name) }
    }
    for name in Self.catalogue.patterns { #expect(try !Self.catalogue.indices(matching: name).isEmpty) }
  }
}
