public import GatewayModel
public import Linting

/// All that is declared of one rule, as a page.
public struct RulePage {
  private let rule: Rule
  private let language: Language

  /// The page of a rule in a language.
  public init(_ rule: Rule, _ language: Language) {
    self.rule = rule
    self.language = language
  }

  /// For the terminal.
  public var text: String {
    var page = "\(rule.id): \(rule.summary[language])\n"
    page += "\(rule.severity.name)\n\n\(rule.explanation[language])\n"
    section(&page, Text(en: "What happens at run time", zh: "运行时的后果"), rule.runtime[language])
    if !rule.faults.isEmpty {
      section(
        &page, Text(en: "What callers get", zh: "调用方收到的响应"),
        rule.faults.map(\.line).joined(separator: "\n"))
    }
    section(&page, Text(en: "How sure this is", zh: "可信程度"), certainty)
    section(&page, Text(en: "Fix", zh: "修复"), fix)
    if let example = rule.examples.first {
      section(&page, Text(en: "Wrong", zh: "错误写法"), indented(example.bad))
      section(&page, Text(en: "Right", zh: "正确写法"), indented(example.good))
    }
    if !rule.url.isEmpty { section(&page, Text(en: "Vendor page", zh: "厂商文档"), rule.url) }
    return page
  }

  /// For documentation.
  public var markdown: String { "### \(rule.id)\n\n" + markdownBody }

  /// The same without its heading.
  public var markdownBody: String {
    var page = ""
    page += "**\(rule.summary[language])** — `\(rule.severity.name)`, "
    page += Text(en: "fix: ", zh: "修复：")[language] + rule.fixSafety.word + "\n\n\(rule.explanation[language])\n"
    page += "\n*" + Text(en: "At run time", zh: "运行时")[language] + "*: \(rule.runtime[language])\n"
    for fault in rule.faults { page += "- `\(fault.line)`\n" }
    page += "\n*" + Text(en: "How sure", zh: "可信程度")[language] + "*: \(certainty)\n"
    page += "\n*" + Text(en: "Fix", zh: "修复")[language] + "*: \(fix)\n"
    for example in rule.examples.prefix(1) {
      page += "\n```yaml\n# " + Text(en: "wrong", zh: "错误")[language] + "\n\(example.bad)\n```\n"
      page += "\n```yaml\n# " + Text(en: "right", zh: "正确")[language] + "\n\(example.good)\n```\n"
    }
    if !rule.url.isEmpty { page += "\n<\(rule.url)>\n" }
    return page
  }

  private var certainty: String {
    let words = rule.confidence.map { "\($0.rawValue) (\($0.meaning[language]))" }
    return rule.evidence[language] + " [" + words.joined(separator: ", ") + "]"
  }

  private var fix: String {
    switch rule.fixSafety {
    case .none: Text(en: "No edit is offered: only you know what is meant.", zh: "不提供自动修改：只有您知道本意。")[language]
    case .safe(let reason): Text(en: "safe, `--fix`. ", zh: "安全，`--fix`。")[language] + reason[language]
    case .unsafe(let reason):
      Text(en: "unsafe, `--fix --unsafe-fixes`. ", zh: "不安全，`--fix --unsafe-fixes`。")[language] + reason[language]
    }
  }

  private func section(_ page: inout String, _ title: Text, _ body: String) {
    page += "\n\(title[language])\n" + (body.hasPrefix("  ") ? body : indented(body)) + "\n"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }
      .joined(separator: "\n")
  }
}

extension Fault {
  /// Status and message in one line.
  public var line: String { status == 0 ? message : "\(status) \(message)" }
}
