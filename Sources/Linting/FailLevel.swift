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

  /// What it does, for people.
  public var summary: Text {
    switch self {
    case .error: Text(en: "Errors make a run fail.", zh: "有错误时检查失败。")
    case .warning: Text(en: "Warnings and errors make a run fail.", zh: "有警告或错误时检查失败。")
    case .hint: Text(en: "Every finding makes a run fail.", zh: "有任何结果时检查失败。")
    case .never: Text(en: "No finding makes a run fail.", zh: "检查结果不会导致失败。")
    }
  }

  /// Whether a finding of a severity makes the run fail.
  public func fails(_ severity: Severity) -> Bool {
    Severity(name: rawValue).map { severity >= $0 } ?? false
  }
}
