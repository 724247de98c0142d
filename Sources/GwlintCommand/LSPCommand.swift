import ArgumentParser
import EditorServer
import Glibc
import Rules

/// `gwlint lsp`.
struct LSPCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Serve an editor over standard input and output (Language Server Protocol 3.17).",
    discussion: """
      The language of messages is --lang, else the one that the editor names, else that of the configuration of its \
      first folder, else the locale's. The configuration for all files is the `config` of the editor's initialization \
      options, else --config.
      """)

  @OptionGroup var common: CommonOptions

  func run(_ line: CommandWords) -> Int32 {
    let options = ServerOptions(
      language: common.lang?.language, localeLanguage: CommonOptions.localeLanguage, configuration: common.config)
    var server = LanguageServer(
      rules: allRules, options: options, version: GwlintTool.version, input: STDIN_FILENO, output: STDOUT_FILENO)
    return server.run()
  }
}
