/// A number that a configuration may set for a rule.
public struct RuleOption: Sendable {
  /// Its name in configuration files.
  public let name: String
  /// What it sets.
  public let summary: Text
  /// Its value where nothing is configured.
  public let standard: Int
  /// The values it may have.
  public let range: ClosedRange<Int>

  /// An option from its parts.
  public init(name: String, summary: Text, standard: Int, range: ClosedRange<Int>) {
    precondition(range.contains(standard), "an option's standard value must be allowed")
    self.name = name
    self.summary = summary
    self.standard = standard
    self.range = range
  }
}
