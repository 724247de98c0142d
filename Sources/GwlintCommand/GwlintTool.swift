import ArgumentParser
import Engine
import Glibc
import Linting

/// The command-line tool.
public enum GwlintTool {
  /// The version, as `gwlint --version` prints it.
  public static let version = "0.1.0"

  /// Runs the tool and returns its exit status: 0, 1 or 2 as the documentation of each command says.
  /// - Parameter arguments: the arguments without the program's name.
  public static func run(_ arguments: [String]) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    let status = run(CommandWords(arguments))
    guard let failure = StandardStream.failure else { return status }
    let reason = Text(
      en: "standard output cannot be written: \(failure.reason)", zh: "无法写入标准输出：\(failure.reason)")
    StandardStream.error.write("gwlint: \(reason[CommonOptions.localeLanguage])\n")
    return ExitStatus.failed
  }

  private static func run(_ line: CommandWords) -> Int32 {
    // The command of every day is parsed alone: to ask all others for their options would take half of the start. Where
    // it has paths alone there is nothing to parse. What it refuses goes the long way, which words it.
    if let paths = line.pathsAlone { return CheckCommand(paths: paths).run(line) }
    if line.normalized.first == "check", let check = try? CheckCommand.parse(Array(line.normalized.dropFirst())) {
      return check.run(line)
    }
    do {
      let command = try RootCommand.parseAsRoot(line.normalized)
      guard let runnable = command as? any RunnableCommand else {
        var command = command
        try command.run()
        return ExitStatus.clean
      }
      return runnable.run(line)
    } catch {
      let isRequest = RootCommand.exitCode(for: error).isSuccess
      let message = RootCommand.fullMessage(for: error)
      if !message.isEmpty { (isRequest ? StandardStream.output : .error).write(message + "\n") }
      return isRequest ? ExitStatus.clean : ExitStatus.failed
    }
  }
}

/// What a run ends with.
enum ExitStatus {
  /// Nothing at or above the fail level.
  static let clean: Int32 = 0
  /// Something is.
  static let findings: Int32 = 1
  /// The work could not be done.
  static let failed: Int32 = 2
}

/// A command that is run by the tool itself, with the words of its line at hand.
protocol RunnableCommand: ParsableCommand {
  /// Does the work and returns the exit status.
  func run(_ line: CommandWords) -> Int32
}

/// The command without a name: it only holds the others.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gwlint",
    abstract: "Finds what makes Tencent Cloud API Gateway answer 481, 404, 403 or 426, before it is deployed.",
    discussion: """
      `gwlint [PATH ...]` is short for `gwlint check [PATH ...]`.

      `gwlint --generate-completion-script bash` (zsh, fish) prints the completions for a shell.

      Exit status: 0 nothing at or above the fail level, 1 something is, 2 the work could not be done.
      """,
    version: "gwlint \(GwlintTool.version)",
    subcommands: [
      CheckCommand.self, ExplainCommand.self, TraceCommand.self, TestCommand.self, DiagnoseCommand.self,
      ConfigCommand.self, RulesCommand.self, SchemaCommand.self, LSPCommand.self,
    ],
    defaultSubcommand: CheckCommand.self)
}
