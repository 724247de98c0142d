import ArgumentParser
import EditorServer
import Glibc
import Rules

/// `gwlint lsp`.
struct LSPCommand: RunnableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Serve an editor over standard input and output (Language Server Protocol 3.17).",
    discussion: "The language of messages is --lang, else the one that the editor names, else the locale's.")

  @OptionGroup var common: CommonOptions

  func run(_ line: CommandWords) -> Int32 {
    var server = LanguageServer(
      rules: allRules, version: GwlintTool.version, input: STDIN_FILENO, output: STDOUT_FILENO)
    return server.run()
  }
}
