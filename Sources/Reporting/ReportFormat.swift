/// The forms that a report can take.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people.
  case text
  /// gwlint's own machine format.
  case json
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// Annotations of a GitHub workflow.
  case github
  /// GitLab's Code Quality.
  case gitlab
  /// JUnit's XML.
  case junit
  /// Checkstyle's XML.
  case checkstyle
  /// reviewdog's diagnostic format.
  case rdjson
  /// A page for people, with a map of the routes.
  case html

  /// Whether its texts follow the locale of the person who reads it.
  public var isForPeople: Bool { self == .text || self == .html }

  /// The names of all forms, for help texts.
  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
