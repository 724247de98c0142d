import Linting

extension Diagnostic {
  /// What is wrong and what to do, as one paragraph in a language.
  func fullMessage(_ language: Language) -> String {
    guard !help.isEmpty else { return message }
    return message + (language == .zh ? "" : " ") + help
  }
}
