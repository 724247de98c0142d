import Engine

/// The words of a command line, put into the order that the parser needs: options that belong to every command may
/// stand before its name, and the order of repeated options, which the parser forgets, is kept beside.
struct CommandWords: Sendable {
  /// The words with the command's name in front.
  let normalized: [String]
  /// `--select` and `--ignore` in their order.
  let selection: [SelectionStep]
  /// Each `--format` with the `--output` behind it.
  let reports: [ReportRequest]

  /// A report that is asked for.
  struct ReportRequest: Sendable, Hashable {
    /// The format's name; `nil` for an `--output` before any `--format`.
    var format: String?
    /// The file to write; `nil` for standard output.
    var output: String?
  }

  private static let commands: Set<String> = ["check", "explain", "rules", "lsp", "help"]

  /// Options of all commands that take a value.
  private static let valued: Set<String> = [
    "--lang", "--color", "--config", "--format", "--output", "--select", "--ignore", "--fail-on", "--stdin-filename",
    "--jobs", "-j", "-f", "-o",
  ]

  init(_ words: [String]) {
    var selection: [SelectionStep] = []
    var reports: [ReportRequest] = []
    var command: Int?
    var hasOperand = false
    var index = 0
    while index < words.count, words[index] != "--" {
      let (option, inline) = Self.split(words[index])
      if Self.valued.contains(option) {
        let value = inline ?? (index + 1 < words.count ? words[index + 1] : nil)
        if let value { Self.note(option, value, &selection, &reports) }
        index += inline == nil ? 2 : 1
        continue
      }
      if words[index] == "-" || !words[index].hasPrefix("-") {
        if !hasOperand, Self.commands.contains(words[index]) { command = index }
        hasOperand = true
      }
      index += 1
    }
    self.selection = selection
    self.reports = reports
    if let command {
      var rest = words
      rest.remove(at: command)
      normalized = [words[command]] + rest
    } else if words.contains(where: { ["--version", "--help", "-h"].contains($0) }), !hasOperand {
      normalized = words
    } else {
      normalized = ["check"] + words
    }
  }

  private static func split(_ word: String) -> (option: String, value: String?) {
    guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  private static func note(
    _ option: String, _ value: String, _ selection: inout [SelectionStep], _ reports: inout [ReportRequest]
  ) {
    switch option {
    case "--select": selection.append(.select(names(value)))
    case "--ignore": selection.append(.ignore(names(value)))
    case "--format", "-f": reports.append(ReportRequest(format: value))
    case "--output", "-o":
      if let last = reports.indices.last, reports[last].output == nil {
        reports[last].output = value
      } else {
        reports.append(ReportRequest(output: value))
      }
    default: break
    }
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ",").map { String($0.trimmingBlanks()) }.filter { !$0.isEmpty }
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
