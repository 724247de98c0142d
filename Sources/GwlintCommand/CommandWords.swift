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

  private static let commands: Set<String> = [
    "check", "explain", "rules", "trace", "test", "diagnose", "config", "schema", "lsp", "help",
  ]

  /// Commands that only hold others, with those.
  private static let nested: [String: Set<String>] = ["config": ["explain"]]

  /// Options that the parser itself answers, for the tool as a whole.
  private static let ofTheTool: Set<String> = [
    "--version", "--help", "-h", "--generate-completion-script", "--experimental-dump-help",
  ]

  /// What a shell's completion script asks by.
  private static let completion = "---completion"

  /// Options of all commands that take a value.
  private static let valued: Set<String> = [
    "--lang", "--color", "--config", "--format", "--output", "--select", "--ignore", "--fail-on", "--stdin-filename",
    "--jobs", "--origin", "-j", "-f", "-o", "--baseline", "--write-baseline", "--prune-baseline", "--since",
    "--reason",
  ]

  init(_ words: [String]) {
    var selection: [SelectionStep] = []
    var reports: [ReportRequest] = []
    var command: [Int] = []
    var operands = 0
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
        if operands == 0, Self.commands.contains(words[index]) {
          command = [index]
        } else if operands == 1, let first = command.first, Self.nested[words[first]]?.contains(words[index]) == true {
          command.append(index)
        }
        operands += 1
      }
      index += 1
    }
    self.selection = selection
    self.reports = reports
    if words.first == Self.completion {
      normalized = words
    } else if !command.isEmpty {
      normalized = command.map { words[$0] } + words.indices.filter { !command.contains($0) }.map { words[$0] }
    } else if let option = words.first(where: { Self.ofTheTool.contains($0) }),
      operands == 0 || option.hasPrefix("--generate") || option.hasPrefix("--experimental")
    {
      normalized = words
    } else {
      normalized = ["check"] + words
    }
  }

  /// The paths of a `check` without any option; `nil` for every other line.
  var pathsAlone: [String]? {
    guard normalized.first == "check", normalized.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") }) else { return nil }
    return Array(normalized.dropFirst())
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
