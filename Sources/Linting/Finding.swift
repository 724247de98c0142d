public import GatewayModel

/// What a rule found, in terms of the model. The engine turns it into a diagnostic.
public struct Finding: Sendable {
  /// Index of the rule in the run's rule list.
  public var rule: Int
  /// Its level before configuration.
  public var severity: Severity
  /// Where it stands.
  public var place: Place
  /// What is wrong, in the language of the run.
  public var message: String
  /// What to write, in the language of the run; empty where there is nothing to say.
  public var help: String
  /// Other places, with their words in the language of the run.
  public var related: [(place: Place, message: String)]
  /// Mends, the best first.
  public var mends: [Mend]
  /// Rows of the error table, where they differ from the rule's own.
  public var faults: [Fault]?
  /// The part it is about, for fingerprints.
  public var subject: PartID?
}

/// Takes what the checks find.
public struct Findings: Sendable {
  /// The language of the run.
  public let language: Language
  /// Rules of the run.
  public let rules: [Rule]
  /// Index of the rule whose check runs.
  public var current: Int
  /// The part that the check was called for.
  public var subject: PartID?
  /// The options that are configured for the file at hand, by rule and name.
  public var options: [Int: [String: Int]] = [:]
  /// What was found so far.
  public private(set) var all: [Finding] = []

  /// A collector for a run.
  public init(language: Language, rules: [Rule]) {
    self.language = language
    self.rules = rules
    current = 0
  }

  /// The value of an option of the rule whose check runs.
  public func value(of option: RuleOption) -> Int {
    options[current]?[option.name] ?? option.standard
  }

  /// Reports a finding of the rule whose check runs.
  /// - Parameters:
  ///   - place: where it stands.
  ///   - message: what is wrong, one or two sentences.
  ///   - severity: its level, where it differs from the rule's.
  ///   - help: what to write, and where.
  ///   - related: other places that explain it.
  ///   - mends: edits, the best first.
  ///   - faults: rows of the error table, where they differ from the rule's.
  ///   - subject: the part it is about, where that is not the one the check was called for.
  public mutating func report(
    at place: Place, _ message: Text, severity: Severity? = nil, help: Text? = nil, related: [RelatedPlace] = [],
    mends: [Mend] = [], faults: [Fault]? = nil, subject: PartID? = nil
  ) {
    all.append(
      Finding(
        rule: current, severity: severity ?? rules[current].severity, place: place, message: message[language],
        help: help?[language] ?? "", related: related.map { ($0.place, $0.message[language]) }, mends: mends,
        faults: faults, subject: subject ?? self.subject))
  }
}
