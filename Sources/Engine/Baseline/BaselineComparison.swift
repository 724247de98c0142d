import Glibc
public import Linting

extension LintRun.Outcome {
  /// Sets aside what a baseline knows.
  /// - Parameter reason: why it does not count.
  /// - Returns: entries that match nothing although their rule ran on their file, or whose file is gone.
  public mutating func setAsideKnown(
    by baseline: Baseline, currentFolder: String, reason: String
  ) -> [BaselineEntry] {
    let ran = result.ranRules
    func state(_ entry: BaselineEntry) -> Baseline.FileState {
      if ran[PathName.display(entry.file, from: currentFolder)]?.contains(entry.identity.rule) == true {
        return .linted
      }
      return access(entry.file, F_OK) == 0 ? .unknown : .gone
    }
    let diagnostics = result.diagnostics
    let comparison = baseline.compare(diagnostics, currentFolder: currentFolder, state: state)
    result.setAside += comparison.known.map {
      SetAsideDiagnostic(diagnostic: diagnostics[$0], cause: .baseline, reason: reason)
    }
    result.setAside.sort { $0.diagnostic.precedes($1.diagnostic) }
    result.take(comparison.new.map { diagnostics[$0] })
    return comparison.unmatched.filter { if case .unknown = state($0) { false } else { true } }
  }
}

extension LintResult {
  /// The rules that ran on each file that could be looked at.
  fileprivate var ranRules: [String: Set<String>] {
    var names: [ObjectIdentifier: Set<String>] = [:]
    return settings.mapValues { settings in
      if let known = names[ObjectIdentifier(settings)] { return known }
      let ids = settings.enabledRules
      names[ObjectIdentifier(settings)] = ids
      return ids
    }
  }
}
