import Engine
import Linting
import SourceText

/// What a run that mends has to tell beside its findings.
struct FixNotes {
  private let outcome: FixRun.Outcome
  private let isWritten: Bool

  init(_ outcome: FixRun.Outcome, isWritten: Bool) {
    self.outcome = outcome
    self.isWritten = isWritten
  }

  /// One line each: the fixes held back, then how many were applied.
  var texts: [Text] {
    outcome.heldBack.map(heldBack) + [applied].compactMap { $0 }
  }

  private var applied: Text? {
    let count = outcome.texts.reduce(0) { $0 + $1.fixed }
    guard count > 0 else { return nil }
    let files = outcome.texts.count { $0.fixed > 0 }
    let en = "\(counted(count, "finding")) in \(counted(files, "file"))"
    return isWritten
      ? Text(en: "fixed \(en)", zh: "已修复 \(files) 个文件中的 \(count) 个问题")
      : Text(en: "would fix \(en)", zh: "将修复 \(files) 个文件中的 \(count) 个问题")
  }

  private func heldBack(_ fix: Fixer.HeldBack) -> Text {
    let start = fix.location.range.start
    let place = "\(fix.location.file):\(start.line):\(start.column)"
    let reason = reason(fix.reason)
    return Text(
      en: "\(place): held back the fix of \(fix.rule) (\(fix.title)): \(reason.en)",
      zh: "\(place)：未应用 \(fix.rule) 的修复（\(fix.title)）：\(reason.zh)")
  }

  private func reason(_ reason: Fixer.HeldBack.Reason) -> Text {
    switch reason {
    case .breaksSyntax: Text(en: "the file would not parse", zh: "修改后文件无法解析")
    case .changesOtherValues: Text(en: "other values would change", zh: "会改变其他值")
    case .bringsFinding(let rule): Text(en: "it would bring \(rule)", zh: "会引入 \(rule)")
    case .doesNotMend: Text(en: "the finding would remain", zh: "问题仍然存在")
    case .doesNotSettle:
      Text(en: "fixes of this file did not come to an end", zh: "该文件的修复无法收敛")
    }
  }

  private func counted(_ count: Int, _ word: String) -> String { count == 1 ? "1 \(word)" : "\(count) \(word)s" }
}
