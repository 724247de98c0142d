/// The forms that a report can take.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people.
  case text
  /// gwlint's own machine format.
  case json

  /// Whether its texts follow the locale of the person who reads it.
  public var isForPeople: Bool { self == .text }

  /// The names of all forms, for help texts.
  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
