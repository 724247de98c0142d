import GatewayModel
import YAMLDocument

extension Part {
  /// Whether a value is not what its author wrote, for a reason that one of the rules about YAML tells: a comment or a
  /// dash glued to it, an unquoted placeholder. No other rule speaks of it.
  /// - Complexity: O(n) in the notes of the document; ask it of values that are about to be reported.
  func hasYAMLAccident(at origin: Origin) -> Bool {
    document.notes.contains { note in
      switch note.kind {
      case .gluedComment, .gluedDash, .flowPlaceholder, .misspelledBoolean: note.value == origin.node
      default: false
      }
    }
  }
}
