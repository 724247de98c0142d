import ArgumentParser
import Engine
import Linting

/// Notes to the person at the terminal, on standard error.
struct Console {
  private let language: Language
  private let isQuiet: Bool

  init(_ options: CommonOptions) {
    language = options.language
    isQuiet = options.quiet
  }

  /// Says why the work cannot be done.
  func complain(_ message: Text) {
    StandardStream.error.write("gwlint: \(message[language])\n")
  }

  /// Says that a name means no rule.
  func complain(unknown error: UnknownRuleName) {
    let nearest = error.nearest.map { Text(en: " Did you mean `\($0)`?", zh: " 是否想写 `\($0)`？") }
    complain(
      Text(
        en: "No rule or family is called `\(error.name)`.\(nearest?.en ?? " `gwlint rules` lists all rules.")",
        zh: "没有名为 `\(error.name)` 的规则或规则族。\(nearest?.zh ?? " `gwlint rules` 会列出所有规则。")"))
  }

  /// Says that there is nothing to explain under a term, and what comes near it.
  func complain(unexplained term: String, nearest: [String]) {
    let quoted = nearest.map { "`\($0)`" }
    complain(
      Text(
        en:
          "Nothing is known as `\(term)`: it is no rule, status or message of the gateway.\(quoted.isEmpty ? " `gwlint rules` lists all rules." : " Did you mean \(quoted.joined(separator: ", "))?")",
        zh:
          "没有可解释的 `\(term)`：它不是规则、状态码或网关消息。\(quoted.isEmpty ? "`gwlint rules` 会列出所有规则。" : "是否想查 \(quoted.joined(separator: "、"))？")"
      ))
  }

  /// Tells what could not be done.
  /// - Parameter words: operands of the line; one that names nothing may be a mistyped command.
  func report(_ errors: [RunError], hintingAtCommandsFor words: [String] = []) {
    for error in errors {
      let place = error.place.isEmpty ? "" : "\(error.place): "
      StandardStream.error.write("gwlint: \(place)\(error.message)\n")
    }
    guard words.count >= 1, errors.contains(where: { $0.file == words[0] }),
      let command = NearestWord.nearest(to: words[0], among: RootCommand.commandNames, limit: 2)
    else { return }
    StandardStream.error.write(
      Text(
        en: "gwlint: did you mean the command `gwlint \(command)`?\n", zh: "gwlint：是否想运行命令 `gwlint \(command)`？\n")[
          language])
  }

  /// Tells what was fixed or would be, what was held back, and why.
  func tell(_ outcome: FixRun.Outcome, isWritten: Bool) {
    guard !isQuiet else { return }
    for note in FixNotes(outcome, isWritten: isWritten).texts {
      StandardStream.error.write(note[language] + "\n")
    }
  }

  /// Says where a patch is to be applied that names files outside of the current folder.
  func notePatchFromRoot() {
    note(
      Text(
        en: "the patch names files from the root: apply it with `git -C / apply` or `patch -p1 -d /`",
        zh: "补丁中的文件名从根目录算起：请用 `git -C / apply` 或 `patch -p1 -d /` 应用"))
  }

  /// Says that a configuration speaks of an API that there is not.
  func note(_ unmatched: UnmatchedAPI) {
    let place = unmatched.place
    let nearest = unmatched.nearest.map { Text(en: "; did you mean `\($0)`?", zh: "；是否想写 `\($0)`？") }
    note(
      Text(
        en: "\(place): no API that was linted is called `\(unmatched.name)`\(nearest?.en ?? "")",
        zh: "\(place)：已检查的 API 中没有名为 `\(unmatched.name)` 的 API\(nearest?.zh ?? "")"))
  }

  /// Says something that may be of interest.
  func note(_ message: Text) {
    guard !isQuiet else { return }
    StandardStream.error.write(message[language] + "\n")
  }

  /// Says that there was nothing to lint.
  func nothingToLint(in paths: [String], _ skipped: Int) {
    guard !isQuiet else { return }
    let place = paths.isEmpty ? "." : paths.joined(separator: " ")
    let files = skipped == 1 ? "1 file" : "\(skipped) files"
    StandardStream.error.write(
      Text(
        en: "no gateway definition in \(place), \(files) passed over\n", zh: "\(place) 中没有网关定义，跳过 \(skipped) 个文件\n")[
          language])
  }

  /// Says that there is no gateway definition to ask.
  func nothingToAsk(in paths: [String], _ skipped: Int) {
    let place = paths.isEmpty ? "." : paths.joined(separator: " ")
    let files = skipped == 1 ? "1 file" : "\(skipped) files"
    complain(
      Text(
        en: "no gateway definition in \(place), \(files) passed over", zh: "\(place) 中没有网关定义，跳过 \(skipped) 个文件"))
  }

  /// Says that no manifest expects anything.
  func nothingExpected(in paths: [String]) {
    guard !isQuiet else { return }
    let place = paths.isEmpty ? "." : paths.joined(separator: " ")
    StandardStream.error.write(
      Text(
        en: "no ExpectedUrls in a manifest of \(place); `gwlint test --generate` writes a first list\n",
        zh: "\(place) 的清单中没有 ExpectedUrls；可用 `gwlint test --generate` 生成初稿\n")[language])
  }
}

extension RootCommand {
  /// The names of all commands.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}
