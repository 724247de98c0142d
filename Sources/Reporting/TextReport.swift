import GatewayModel
public import Linting
import SourceText

/// The report for people: what is wrong, where, what the caller would get, and the mend.
public struct TextReport: Sendable {
  /// Whether to colour.
  public var usesColor: Bool
  /// Whether to leave out the summary.
  public var isQuiet: Bool

  /// A form of the report.
  public init(usesColor: Bool = false, isQuiet: Bool = false) {
    self.usesColor = usesColor
    self.isQuiet = isQuiet
  }

  /// Writes the report piece by piece.
  public func write(_ report: Report, to sink: (borrowing [UInt8]) -> Void) {
    var pending = ""
    var secrets: [String: SecretMask] = [:]
    for (index, diagnostic) in report.diagnostics.enumerated() {
      if index > 0 { pending += "\n" }
      pending += text(of: diagnostic, report, &secrets)
      if pending.utf8.count > 1 << 16 {
        sink(Array(pending.utf8))
        pending = ""
      }
    }
    if !isQuiet, report.summary.files > 0 {
      pending += (report.diagnostics.isEmpty ? "" : "\n") + summary(of: report) + "\n"
    }
    if !pending.isEmpty { sink(Array(pending.utf8)) }
  }

  private func text(
    of diagnostic: Diagnostic, _ report: Report, _ secrets: inout [String: SecretMask]
  ) -> String {
    let paint = Paint(isOn: usesColor, severity: diagnostic.severity)
    let severity = SeverityWord.word(diagnostic.severity)[report.language]
    let rule = paint.link(diagnostic.rule, to: diagnostic.url)
    var text = paint.heading("\(severity)[\(rule)]") + ": " + paint.bold(DisplayLine.visible(diagnostic.message)) + "\n"

    var excerpts: [(file: String, labels: [Excerpt.Label])] = [
      (diagnostic.location.file, [Excerpt.Label(range: diagnostic.location.range, text: "", isPrimary: true)])
    ]
    for related in diagnostic.related {
      let label = Excerpt.Label(
        range: related.location.range, text: DisplayLine.visible(related.message), isPrimary: false)
      if let index = excerpts.firstIndex(where: { $0.file == related.location.file }) {
        excerpts[index].labels.append(label)
      } else {
        excerpts.append((related.location.file, [label]))
      }
    }
    let gutter = excerpts.map { Excerpt.gutter(for: $0.labels) }.max() ?? 1
    let blank = String(repeating: " ", count: gutter)
    for (index, excerpt) in excerpts.enumerated() {
      let start = excerpt.labels[0].range.start
      let arrow = paint.dim(blank + (index == 0 ? "-->" : ":::"))
      text += "\(arrow) \(DisplayLine.visible(excerpt.file)):\(start.line):\(start.column)\n"
      guard let source = report.sources[excerpt.file] else { continue }
      text += paint.dim(blank + " |") + "\n"
      let mask = secrets[excerpt.file] ?? SecretMask(source)
      secrets[excerpt.file] = mask
      text += Excerpt(excerpt.labels, in: source, without: mask, gutter: gutter, paint: paint).text
    }
    text += notes(of: diagnostic, report.language, blank, paint)
    return text
  }

  private func notes(of diagnostic: Diagnostic, _ language: Language, _ blank: String, _ paint: Paint) -> String {
    var text = ""
    func note(_ title: Text, _ body: String) {
      text += paint.dim(blank + " =") + " " + paint.bold(title[language] + ":") + " " + DisplayLine.visible(body) + "\n"
    }
    if !diagnostic.faults.isEmpty {
      let rows = diagnostic.faults.map { $0.status == 0 ? $0.message : "\($0.status) \($0.message)" }
      note(Text(en: "callers get", zh: "调用方收到"), rows.joined(separator: " / "))
    }
    if !diagnostic.help.isEmpty { note(Text(en: "help", zh: "建议"), diagnostic.help) }
    if let fix = diagnostic.fixes.first {
      let how =
        fix.applicability == .safe
        ? Text(en: "`--fix` does it", zh: "`--fix` 可自动完成")
        : Text(en: "`--fix --unsafe-fixes` does it", zh: "`--fix --unsafe-fixes` 可自动完成")
      note(Text(en: "fix", zh: "修复"), "\(fix.title) (\(how[language]))")
    }
    return text
  }

  private func summary(of report: Report) -> String {
    let summary = report.summary
    func plural(_ count: Int, _ word: String) -> String { count == 1 ? "1 \(word)" : "\(count) \(word)s" }
    if summary.errors + summary.warnings + summary.hints == 0 {
      return Text(
        en: "\(plural(summary.files, "file")) checked, nothing found", zh: "检查了 \(summary.files) 个文件，没有发现问题")[
          report.language]
    }
    let counts = Text(
      en: [
        plural(summary.errors, "error"), plural(summary.warnings, "warning"), plural(summary.hints, "hint"),
      ].joined(separator: ", ") + " in " + plural(summary.files, "file"),
      zh: "\(summary.files) 个文件中有 \(summary.errors) 个错误、\(summary.warnings) 个警告、\(summary.hints) 个提示")
    return counts[report.language] + fixes(of: report)[report.language]
  }

  /// How many findings `--fix` mends, and how many more it would if it were allowed to change behaviour.
  private func fixes(of report: Report) -> Text {
    let safe = report.summary.fixable
    let unsafe = report.diagnostics.count { diagnostic in
      !diagnostic.fixes.isEmpty && diagnostic.fixes.allSatisfy { $0.applicability == .unsafe }
    }
    let all = "--fix --unsafe-fixes"
    return switch (safe, unsafe) {
    case (0, 0): Text(en: "", zh: "")
    case (_, 0): Text(en: "; `--fix` mends \(safe)", zh: "；`--fix` 可修复 \(safe) 个")
    case (0, _):
      Text(en: "; `\(all)` mends \(unsafe) by changing behaviour", zh: "；`\(all)` 可修复 \(unsafe) 个，但会改变行为")
    default:
      Text(
        en: "; `--fix` mends \(safe), `\(all)` \(unsafe) more by changing behaviour",
        zh: "；`--fix` 可修复 \(safe) 个，`\(all)` 可再修复 \(unsafe) 个，但会改变行为")
    }
  }
}

/// The words for severities in texts for people.
enum SeverityWord {
  static func word(_ severity: Severity) -> Text {
    switch severity {
    case .error: Text(en: "error", zh: "错误")
    case .warning: Text(en: "warning", zh: "警告")
    case .hint: Text(en: "hint", zh: "提示")
    }
  }
}
