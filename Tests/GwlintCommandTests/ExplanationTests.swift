import GatewayModel
import Linting
import Rules
import Testing

@testable import GwlintCommand

/// What `gwlint explain` finds for a term.
@Suite struct ExplanationTests {
  private let english = Explanation(rules: allRules, language: .en)
  private let chinese = Explanation(rules: allRules, language: .zh)

  @Test func ruleStatusAndMessageHaveAPage() throws {
    let rule = try #require(english.page(for: "mock-message-missing"))
    #expect(rule.contains("481 Mock config error."))
    let status = try #require(english.page(for: "481"))
    #expect(status.contains("Oauth public key error.") && status.contains("mock-message-missing"))
    let message = try #require(chinese.page(for: "Mock config error"))
    #expect(message.contains("mock-message-missing") && message.contains("处理办法"))
  }

  @Test func everyRowHasAPageInBothLanguages() {
    for row in FaultTable.rows {
      for explanation in [english, chinese] {
        #expect(explanation.page(for: row.fault.message)?.contains(row.fault.message) == true)
      }
    }
  }

  @Test func unknownTermsGetTheNearestOnes() {
    #expect(english.page(for: "mock-mesage-missing") == nil)
    #expect(english.nearest(to: "mock-mesage-missing") == ["mock-message-missing"])

    #expect(english.nearest(to: "no api match uri").first?.contains("match") == true)
    #expect(english.nearest(to: "zzzzzzzz qqq").isEmpty)
  }
}
