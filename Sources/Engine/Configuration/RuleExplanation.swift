public import Linting
public import SourceText

/// Why a rule is on, off or at its level for a file.
public struct RuleExplanation: Sendable {
  /// One thing that the configuration says about the rule.
  public struct Statement: Sendable {
    /// The file that says so, as outputs name it.
    public let file: String
    /// Where in it.
    public let position: SourcePosition
    /// The section and what it says, such as `rules: route-*: warning`.
    public let text: String
    /// The APIs it holds for; empty where it holds for whole files.
    public let apis: [String]
    /// Whether it decides for the file.
    public let decides: Bool
  }

  /// The rule.
  public let rule: Rule
  /// Whether it runs on the file, as far as whole files are concerned.
  public let isOn: Bool
  /// The level of its findings; the rule's own where nothing else is configured.
  public let level: Severity
  /// Whether it is off since `select` names other rules only.
  public let isLeftOut: Bool
  /// Whether the file is excluded, so that it is linted only when named.
  public let isExcluded: Bool
  /// What is said about it, in the order of the files.
  public let statements: [Statement]
  /// Its options with the values that hold.
  public let options: [(option: RuleOption, value: Int)]
  /// The configuration files looked at, the one that governs first.
  public let files: [String]
}

extension ConfigurationStore {
  /// Explains how a rule is set for a file.
  /// - Parameters:
  ///   - rule: index of the rule in the store's catalogue.
  ///   - path: the file, absolute or relative to the current folder.
  public func explanation(ofRule rule: Int, forFile path: String) -> RuleExplanation {
    let path = PathName.absolute(path, from: currentFolder)
    let configuration = configuration(forFile: path) ?? Configuration([], catalogue: catalogue, selection: [])
    return configuration.explanation(ofRule: rule, forFile: path)
  }
}

extension Configuration {
  func explanation(ofRule rule: Int, forFile path: String) -> RuleExplanation {
    let relevant = applicableStatements(forFile: path)
    let wholeFile = relevant.filter { $0.scope != .apis }
    let verdict = RuleVerdict(on: rule, from: wholeFile, hasSelection: RuleVerdict.hasSelection(wholeFile))
    let options = RuleVerdict.options(of: rule, from: wholeFile)
    let declared = catalogue.rules[rule]
    return RuleExplanation(
      rule: declared, isOn: verdict.isOn, level: verdict.level ?? declared.severity,
      isLeftOut: !verdict.isOn && verdict.decidedBy == nil, isExcluded: excludes(path),
      statements: relevant.filter { $0.rules.contains(rule) }.map { described($0, decidedBy: verdict.decidedBy) },
      options: declared.options.map { ($0, options[$0.name] ?? $0.standard) },
      files: files.reversed().map(\.display))
  }

  private func described(_ statement: RuleStatement, decidedBy decisive: RuleStatement?) -> RuleExplanation.Statement {
    let file = files[statement.file]
    let name = statement.name.value
    var section = "rules"
    var apis: [String] = []
    if let index = statement.override {
      let override = overrideEntry(index)
      let globs = (override.files ?? []).map(\.value).joined(separator: ", ")
      section = globs.isEmpty ? "overrides" : "overrides (\(globs))"
      apis = (override.apis ?? []).map(\.value)
    }
    let text =
      switch statement.content {
      case .level(let level): "\(section): \(name): \(level.rawValue)"
      case .select: "select: \(name)"
      case .ignore: "ignore: \(name)"
      case .option(let option, let value): "\(section): \(name): \(option): \(value)"
      }
    let isDecisive =
      decisive.map {
        $0.name.span == statement.name.span && $0.file == statement.file && $0.switchesOff == statement.switchesOff
      } ?? false
    return RuleExplanation.Statement(
      file: file.display, position: file.source.position(at: statement.name.span.start), text: text, apis: apis,
      decides: isDecisive)
  }

  /// The override of a number that counts over all files of the chain.
  private func overrideEntry(_ number: Int) -> ConfigurationFile.Override {
    var number = number
    for file in files {
      if number < file.overrides.count { return file.overrides[number] }
      number -= file.overrides.count
    }
    preconditionFailure("an override that no file has")
  }
}
