/// The lowest severity that makes a run fail.
public enum FailLevel: String, Sendable, CaseIterable {
  /// Errors alone.
  case error
  /// Warnings and errors.
  case warning
  /// Everything.
  case hint
  /// Nothing.
  case never

  /// Whether a finding of a severity makes the run fail.
  public func fails(_ severity: Severity) -> Bool {
    Severity(name: rawValue).map { severity >= $0 } ?? false
  }
}
