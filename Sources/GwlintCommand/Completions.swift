import ArgumentParser
import Linting
import Rules

extension CompletionKind {
  /// Files that may be gateway definitions, and folders.
  static var definitions: CompletionKind { .file(extensions: ["yaml", "yml", "json"]) }

  /// One rule.
  static var rule: CompletionKind { .custom { _, _, _ in allRules.map(\.id) } }

  /// Rules and families behind commas.
  static var rules: CompletionKind {
    .custom { _, _, word in
      let known = word.lastIndex(of: ",").map { word[...$0] } ?? ""
      let families = Set(allRules.map { $0.family.rawValue + "-*" }).sorted()
      return (allRules.map(\.id) + families + ["ALL"]).map { known + $0 }
    }
  }
}
