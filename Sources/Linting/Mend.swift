public import GatewayModel

/// A way to mend a finding.
public struct Mend: Sendable {
  /// What it does.
  public var title: Text
  /// Whether it may be applied unasked.
  public var applicability: Applicability
  /// What to do, all or nothing.
  public var steps: [MendStep]

  /// A mend that may be applied unasked.
  public static func safe(_ title: Text, _ steps: MendStep...) -> Mend {
    Mend(title: title, applicability: .safe, steps: steps)
  }

  /// A mend that changes behaviour or guesses.
  public static func unsafe(_ title: Text, _ steps: MendStep...) -> Mend {
    Mend(title: title, applicability: .unsafe, steps: steps)
  }

  /// A mend from its parts.
  public init(title: Text, applicability: Applicability, steps: [MendStep]) {
    self.title = title
    self.applicability = applicability
    self.steps = steps
  }
}
