/// How much a finding matters.
public enum Severity: UInt8, Sendable, Comparable, CaseIterable {
  /// Advice.
  case hint
  /// Accepted, but ignored or surprising.
  case warning
  /// Requests, the import or the deployment fail.
  case error

  /// The word for it in every output and in configuration.
  public var name: String {
    switch self {
    case .hint: "hint"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The severity that a word names; `nil` for any other word.
  public init?(name: some StringProtocol) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  /// Hints are below warnings, warnings below errors.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
