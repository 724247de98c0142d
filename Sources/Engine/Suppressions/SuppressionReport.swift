import GatewayModel
import Linting
import SourceText
import YAMLDocument

/// What the engine says about the suppressions themselves.
extension RuleRun {
  /// Reports names without a rule, suppressions past their day, and those that suppressed nothing.
  mutating func report(_ suppressions: Suppressions, in model: DocumentModel) {
    let report = SuppressionReport(suppressions: suppressions, model: model, language: linter.language)
    if let rule = dispatch.rule(for: .unknownSuppression) {
      for comment in suppressions.comments { reportForm(of: comment, rule, report) }
      for entry in suppressions.unknown { reportUnknownName(entry, rule, report) }
    }
    if let rule = dispatch.rule(for: .expiredSuppression) {
      for index in suppressions.expired {
        let comment = suppressions.comments[index]
        emit(
          rule,
          Text(
            en: "This suppression ended on \(comment.until ?? "").", zh: "该抑制注释已于 \(comment.until ?? "") 到期。"),
          Text(en: "Mend the finding, or set a later day.", zh: "请修复问题，或写一个更晚的日期。"),
          file: model.file, span: comment.span, in: report.source, fixes: [report.removal(of: comment)])
      }
    }
    guard let rule = dispatch.rule(for: .unusedSuppression) else { return }
    for (comment, name) in suppressions.unused(enabled: linter.enabled) {
      let comment = suppressions.comments[comment]
      let text = comment.names[name]
      emit(
        rule,
        Text(en: "`\(text.text)` has no finding here to suppress.", zh: "此处没有 `\(text.text)` 的问题可抑制。"),
        Text(en: "Remove the suppression.", zh: "请删除该抑制注释。"), file: model.file, span: text.span, in: report.source,
        fixes: [report.removal(ofName: name, of: comment)])
    }
  }

  /// Reports a comment that names no rule at all, or whose last day is no day.
  private mutating func reportForm(of comment: SuppressionComment, _ rule: Int, _ report: SuppressionReport) {
    if comment.names.isEmpty {
      emit(
        rule,
        Text(
          en: "`gwlint:\(comment.form.rawValue)` names no rule, so it switches nothing off.",
          zh: "`gwlint:\(comment.form.rawValue)` 没有写规则名，不会关闭任何规则。"),
        Text(
          en: "Write the rule behind it, for example `gwlint:\(comment.form.rawValue) mock-message-missing`.",
          zh: "请在其后写上规则名，例如 `gwlint:\(comment.form.rawValue) mock-message-missing`。"),
        file: report.model.file, span: comment.span, in: report.source, fixes: [report.removal(of: comment)])
    }
    if let until = comment.until, !comment.hasReadableDay {
      emit(
        rule,
        Text(en: "`until=\(until)` is no day.", zh: "`until=\(until)` 不是有效的日期。"),
        Text(en: "Write the day as `until=YYYY-MM-DD`.", zh: "请按 `until=YYYY-MM-DD` 书写日期。"),
        file: report.model.file, span: comment.span, in: report.source)
    }
  }

  private mutating func reportUnknownName(
    _ entry: (comment: Int, name: Int, error: UnknownRuleName), _ rule: Int, _ report: SuppressionReport
  ) {
    let comment = report.suppressions.comments[entry.comment]
    let fix: Fix
    let help: Text
    if let nearest = entry.error.nearest {
      help = Text(en: "Did you mean `\(nearest)`?", zh: "是否想写 `\(nearest)`？")
      fix = report.renaming(of: comment.names[entry.name], to: nearest)
    } else {
      help = Text(en: "`gwlint rules` lists all rules.", zh: "`gwlint rules` 会列出所有规则。")
      fix = report.removal(ofName: entry.name, of: comment)
    }
    emit(
      rule,
      Text(en: "No rule is called `\(entry.error.name)`.", zh: "没有名为 `\(entry.error.name)` 的规则。"), help,
      file: report.model.file, span: comment.names[entry.name].span, in: report.source, fixes: [fix])
  }
}

/// The suppressions of one file with what their findings and fixes are made of.
private struct SuppressionReport {
  let suppressions: Suppressions
  let model: DocumentModel
  let language: Language

  var source: SourceText { model.yaml.source }

  func removal(of comment: SuppressionComment) -> Fix {
    fix(
      Text(en: "remove the comment", zh: "删除该注释"), .safe, comment.removal(in: source), "")
  }

  func removal(ofName name: Int, of comment: SuppressionComment) -> Fix {
    fix(
      Text(en: "remove `\(comment.names[name].text)`", zh: "删除 `\(comment.names[name].text)`"), .safe,
      comment.removal(ofName: name, in: source), "")
  }

  func renaming(of name: SuppressionComment.Name, to other: String) -> Fix {
    fix(Text(en: "write `\(other)`", zh: "改为 `\(other)`"), .unsafe, name.span, other)
  }

  private func fix(_ title: Text, _ applicability: Applicability, _ span: ByteSpan, _ text: String) -> Fix {
    Fix(
      title: title[language], applicability: applicability,
      edits: [FileEdit(range: source.range(of: span), text: text)])
  }
}
