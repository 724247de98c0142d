import ArgumentParser
import GatewayModel
import Linting
import Rules

/// `gwlint rules`.
struct RulesCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules.",
    discussion: "The Markdown form is the reference documentation of all rules, with their examples.")

  @Option(name: [.long, .customShort("f")], help: ArgumentHelp("Form of the list.", valueName: "text|json|markdown"))
  var format: RuleListFormat = .text

  @OptionGroup var common: CommonOptions

  func run(_ line: CommandWords) -> Int32 {
    switch format {
    case .text: StandardStream.output.write(RuleList(allRules, common.language).text)
    case .json: StandardStream.output.write(RuleList(allRules, common.machineLanguage).json)
    case .markdown: StandardStream.output.write(RuleList(allRules, common.language).markdown)
    }
    return ExitStatus.clean
  }
}

/// A form of the rule list.
enum RuleListFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown
}
