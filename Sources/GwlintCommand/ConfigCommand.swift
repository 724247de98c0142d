import ArgumentParser
import Engine
import Linting
import Rules
import SourceText

/// `gwlint config`: only holds its own commands.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Ask about configuration.", subcommands: [ConfigExplainCommand.self])
}

/// `gwlint config explain FILE RULE`.
struct ConfigExplainCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why a rule is on, off or at its level for a file.")

  @Argument(help: "A file; it need not exist.", completion: .definitions)
  var file: String

  @Argument(help: "The id of a rule.", completion: .rule)
  var rule: String

  @OptionGroup var common: CommonOptions

  func run(_ line: CommandWords) -> Int32 {
    let console = Console(common)
    let catalogue = RuleCatalogue(allRules)
    guard let index = catalogue.index(of: rule) else {
      do throws(UnknownRuleName) {
        _ = try catalogue.indices(matching: rule)
        console.complain(
          Text(en: "`\(rule)` is a family: name one rule of it.", zh: "`\(rule)` 是规则族：请指定其中一条规则。"))
      } catch {
        console.complain(unknown: error)
      }
      return ExitStatus.failed
    }
    let store = ConfigurationStore(catalogue: catalogue, explicitPath: common.config)
    let explanation = store.explanation(ofRule: index, forFile: file)
    StandardStream.output.write(text(of: explanation, common.language))
    let errors = store.errors(common.language)
    console.report(errors)
    return errors.isEmpty ? ExitStatus.clean : ExitStatus.failed
  }

  private func text(of explanation: RuleExplanation, _ language: Language) -> String {
    let rule = explanation.rule
    let level = explanation.level.name
    let verdict =
      explanation.isOn
      ? Text(en: "\(rule.id) is on for \(file), at level \(level).", zh: "\(rule.id) 对 \(file) 启用，级别为 \(level)。")
      : Text(en: "\(rule.id) is off for \(file).", zh: "\(rule.id) 对 \(file) 关闭。")
    var text = verdict[language] + "\n"
    func add(_ line: Text) { text += "  " + line[language] + "\n" }
    add(Text(en: "its own level: \(rule.severity.name)", zh: "规则自身的级别：\(rule.severity.name)"))
    for statement in explanation.statements {
      let place = "\(statement.file):\(statement.position.line):\(statement.position.column)"
      var line = "\(statement.decides ? "* " : "  ")\(place)  \(statement.text)"
      if !statement.apis.isEmpty {
        let apis = statement.apis.joined(separator: ", ")
        line += Text(en: "  (only for \(apis))", zh: "（仅针对 \(apis)）")[language]
      }
      text += line + (statement.decides ? Text(en: "  <- decides", zh: "  <- 起决定作用")[language] : "") + "\n"
    }
    if explanation.isLeftOut {
      add(Text(en: "`select` names other rules only", zh: "`select` 只选择了其他规则"))
    }
    for (option, value) in explanation.options {
      let standard = value == option.standard ? Text(en: " (the standard value)", zh: "（默认值）") : Text(en: "", zh: "")
      text += "  \(option.name): \(value)\(standard[language]): \(option.summary[language])\n"
    }
    if explanation.isExcluded {
      add(Text(en: "the file is excluded: it is linted only when it is named", zh: "该文件已被排除：只有点名时才会检查"))
    }
    add(
      explanation.files.isEmpty
        ? Text(en: "no \(ConfigurationStore.fileName) governs the file", zh: "没有 \(ConfigurationStore.fileName) 管辖该文件")
        : Text(
          en: "configuration: \(explanation.files.joined(separator: ", which extends "))",
          zh: "配置：\(explanation.files.joined(separator: "，继承自 "))"))
    return text
  }
}
