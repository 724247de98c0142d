import Engine
import Linting
import SourceText

extension EditorSession {
  /// The actions that write a comment which suppresses a finding. None where a comment cannot: in JSON, in the middle of
  /// a text, in a document that does not parse.
  mutating func suppressions(
    of diagnostics: [Diagnostic], in source: SourceText, _ document: OpenDocument
  ) -> [JSONValue] {
    guard !document.isJSON, !diagnostics.isEmpty else { return [] }
    let key = workspace.key(ofURI: document.uri)
    let edits = SuppressionWriter.forEditors.edits(for: diagnostics, in: source, file: key)
    var actions: [JSONValue] = []
    var offered: Set<String> = []
    for case (let diagnostic, let edit?) in zip(diagnostics, edits) {
      let offset = diagnostic.location.range.start.offset
      // A finding about suppressions is answered by mending them.
      guard !diagnostic.rule.hasPrefix("config-suppression-"),
        offered.insert("\(diagnostic.rule) \(offset)").inserted
      else { continue }
      let title = Text(en: "Suppress \(diagnostic.rule) here", zh: "在此处抑制 \(diagnostic.rule)")[language]
      actions.append(
        action(
          title, Self.quickFix, .suppress(rule: diagnostic.rule, offset: offset), of: document, source,
          fixing: json(of: diagnostic, in: source), isPreferred: false,
          edits: { _ in [edit] }))
    }
    return actions
  }

  /// The action that writes the word which was probably meant in a configuration; `nil` where none is near.
  mutating func correction(
    of problem: ConfigurationProblem, in source: SourceText, _ document: OpenDocument
  ) -> JSONValue? {
    guard let replacement = problem.replacement else { return nil }
    let title = Text(en: "Change to `\(replacement)`", zh: "改为 `\(replacement)`")[language]
    return action(
      title, Self.quickFix, .correct(offset: problem.range.start.offset), of: document, source,
      fixing: json(of: problem, in: source), isPreferred: true, edits: { _ in FileEdit.correcting(problem) })
  }
}

extension SuppressionWriter {
  /// Writes comments with room for the reason.
  static let forEditors = SuppressionWriter(reason: "", leavesRoomForReason: true)
}

extension FileEdit {
  /// The edit that writes what was probably meant in a configuration.
  static func correcting(_ problem: ConfigurationProblem) -> [FileEdit] {
    problem.replacement.map { [FileEdit(range: problem.range, text: $0)] } ?? []
  }
}
