import Linting
import SourceText

/// What there is to say about the suppressions of a file themselves.
struct SuppressionEvent: Sendable {
  let event: EngineEvent
  let message: Text
  let help: Text
  let span: ByteSpan
  let fixes: [Fix]

  /// A way to mend it.
  typealias Fix = (title: Text, applicability: Applicability, edits: [(span: ByteSpan, text: String)])
}

extension Suppressions {
  /// Faults of comments, comments past their day, and names that suppress nothing.
  /// - Parameter enabled: the rules that ran.
  func events(enabled: [Bool], in source: SourceText) -> [SuppressionEvent] {
    var events: [SuppressionEvent] = []
    for (index, fault) in faults { events.append(event(of: fault, comments[index], in: source)) }
    for index in expired {
      let comment = comments[index]
      let day = comment.until?.text ?? ""
      events.append(
        SuppressionEvent(
          event: .expiredSuppression,
          message: Text(en: "This suppression ended on \(day).", zh: "该抑制注释已于 \(day) 到期。"),
          help: Text(en: "Mend the finding, or set a later day.", zh: "请修复问题，或写一个更晚的日期。"), span: comment.span,
          fixes: [Self.removal(of: comment, in: source)]))
    }
    for name in unused(enabled: enabled) {
      let comment = comments[name.comment]
      let word = comment.names[name.name]
      events.append(
        SuppressionEvent(
          event: .unusedSuppression,
          message: Text(en: "`\(word.text)` has no finding here to suppress.", zh: "此处没有 `\(word.text)` 的问题可抑制。"),
          help: Text(en: "Remove the suppression.", zh: "请删除该抑制注释。"), span: word.span,
          fixes: [Self.removal(ofName: name.name, of: comment, in: source)]))
    }
    return events
  }

  private static func removal(of comment: SuppressionComment, in source: SourceText) -> SuppressionEvent.Fix {
    (Text(en: "remove the suppression", zh: "删除该抑制注释"), .safe, [(comment.removal(in: source), "")])
  }

  private static func removal(
    ofName index: Int, of comment: SuppressionComment, in source: SourceText
  ) -> SuppressionEvent.Fix {
    guard comment.names.count > 1 else { return removal(of: comment, in: source) }
    let name = comment.names[index].text
    return (
      Text(en: "remove `\(name)` from the suppression", zh: "从抑制注释中删除 `\(name)`"), .safe,
      [(comment.removal(ofName: index, in: source), "")]
    )
  }

  private func event(of fault: Fault, _ comment: SuppressionComment, in source: SourceText) -> SuppressionEvent {
    let forms = SuppressionComment.Form.allCases.map { "`gwlint:\($0.rawValue)`" }.joined(separator: ", ")
    switch fault {
    case .unknownForm:
      let nearest = NearestWord.nearest(
        to: comment.command.text, among: SuppressionComment.Form.allCases.map(\.rawValue))
      return SuppressionEvent(
        event: .unknownSuppression,
        message: Text(
          en: "`gwlint:\(comment.command.text)` is no form of suppression.",
          zh: "`gwlint:\(comment.command.text)` 不是有效的抑制注释。"),
        help: nearest.map { Text(en: "Did you mean `gwlint:\($0)`?", zh: "是否想写 `gwlint:\($0)`？") }
          ?? Text(en: "The forms are \(forms).", zh: "可用的形式有 \(forms)。"), span: comment.command.span,
        fixes: nearest.map { [Self.replacement(comment.command, $0)] } ?? [])
    case .namesNothing:
      return SuppressionEvent(
        event: .unknownSuppression, message: Text(en: "This suppression names no rule.", zh: "该抑制注释没有写明规则。"),
        help: Text(
          en: "Write the rules behind it: `# gwlint:\(comment.command.text) RULE -- reason`.",
          zh: "请在其后写明规则：`# gwlint:\(comment.command.text) 规则 -- 原因`。"), span: comment.span,
        fixes: [Self.removal(of: comment, in: source)])
    case .unknownRule(let name, let error):
      let word = comment.names[name]
      return SuppressionEvent(
        event: .unknownSuppression,
        message: Text(en: "No rule is called `\(error.name)`.", zh: "没有名为 `\(error.name)` 的规则。"),
        help: error.nearest.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") }
          ?? Text(en: "`gwlint rules` lists all rules.", zh: "`gwlint rules` 会列出所有规则。"), span: word.span,
        fixes: [
          error.nearest.map { Self.replacement(word, $0) } ?? Self.removal(ofName: name, of: comment, in: source)
        ])
    case .badDay:
      let day = comment.until ?? comment.command
      return SuppressionEvent(
        event: .unknownSuppression,
        message: Text(
          en: "`\(day.text)` is no day: the suppression never ends.", zh: "`\(day.text)` 不是有效日期，该抑制注释永不过期。"),
        help: Text(en: "Write it as `until=2030-12-31`.", zh: "请写成 `until=2030-12-31` 的形式。"), span: day.span, fixes: [])
    }
  }

  private static func replacement(_ word: SuppressionComment.Word, _ text: String) -> SuppressionEvent.Fix {
    (Text(en: "write `\(text)`", zh: "改为 `\(text)`"), .unsafe, [(word.span, text)])
  }
}
