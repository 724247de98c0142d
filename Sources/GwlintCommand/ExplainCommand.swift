import ArgumentParser
import Linting
import Rules

/// `gwlint explain`.
struct ExplainCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, a status, or a message of the gateway.",
    discussion: """
      The message may be copied from a log or a response as it is, with its variable parts filled in: \
      gwlint explain 'There is no api match uri[/v1/x]'
      """)

  @Argument(help: "A rule id, a status such as 481, or a message.", completion: .rule)
  var term: [String]

  @OptionGroup var common: CommonOptions

  func run(_ line: CommandWords) -> Int32 {
    let explanation = Explanation(rules: allRules, language: common.language)
    let words = term.joined(separator: " ")
    if let page = explanation.page(for: words) {
      StandardStream.output.write(page)
      return ExitStatus.clean
    }
    Console(common).complain(unexplained: words, nearest: explanation.nearest(to: words))
    return ExitStatus.findings
  }
}
