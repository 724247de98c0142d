public import GatewayModel
public import SourceText

/// A place in a file, ready for output.
public struct Location: Hashable, Sendable {
  /// The file as outputs name it: relative to the current folder where it lies below it, else absolute; `-` for
  /// standard input without a name.
  public var file: String
  /// The range in that file.
  public var range: SourceRange

  /// A location from its parts.
  public init(file: String, range: SourceRange) {
    self.file = file
    self.range = range
  }
}

/// A second place that explains a diagnostic.
public struct RelatedLocation: Hashable, Sendable {
  /// Where it is.
  public var location: Location
  /// What is there, in the language of the run.
  public var message: String

  /// A related location from its parts.
  public init(location: Location, message: String) {
    self.location = location
    self.message = message
  }
}

/// A replacement of one range of a file.
public struct FileEdit: Hashable, Sendable {
  /// What is replaced; empty for an insertion.
  public var range: SourceRange
  /// What stands there afterwards; empty for a removal.
  public var text: String

  /// An edit from its parts.
  public init(range: SourceRange, text: String) {
    self.range = range
    self.text = text
  }
}

/// Whether a fix may be applied unasked.
public enum Applicability: String, Sendable {
  /// Exactly one edit is possible, it changes no request's destination and invents no data.
  case safe
  /// Changes behaviour or guesses: applied only when asked for.
  case unsafe
}

/// A mend as edits of the file that its diagnostic stands in.
public struct Fix: Hashable, Sendable {
  /// What it does, in the language of the run.
  public var title: String
  /// Whether it may be applied unasked.
  public var applicability: Applicability
  /// The edits, sorted by place and free of overlap.
  public var edits: [FileEdit]

  /// A fix from its parts.
  public init(title: String, applicability: Applicability, edits: [FileEdit]) {
    self.title = title
    self.applicability = applicability
    self.edits = edits
  }
}

/// A finding as outputs show it: worded in the language of the run, with lines and columns.
public struct Diagnostic: Sendable {
  /// The rule that speaks.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// What is wrong, one or two sentences.
  public var message: String
  /// What to write, and where; empty where there is nothing to say.
  public var help: String
  /// The vendor's page that the rule rests on; empty where there is none.
  public var url: String
  /// The rows of the gateway's error table that a caller would get.
  public var faults: [Fault]
  /// Where it stands.
  public var location: Location
  /// Other places that explain it.
  public var related: [RelatedLocation]
  /// Mends, the best first.
  public var fixes: [Fix]
  /// What the finding is about apart from text and position, for fingerprints and baselines.
  public var identity: FindingIdentity

  /// A diagnostic from its parts.
  public init(
    rule: String, severity: Severity, message: String, help: String = "", url: String = "", faults: [Fault] = [],
    location: Location, related: [RelatedLocation] = [], fixes: [Fix] = [],
    identity: FindingIdentity? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.help = help
    self.url = url
    self.faults = faults
    self.location = location
    self.related = related
    self.fixes = fixes
    self.identity = identity ?? FindingIdentity(rule: rule)
  }

  /// The order of reports: by file, offset, rule and message.
  public func precedes(_ other: Diagnostic) -> Bool {
    if location.file != other.location.file {
      return location.file.utf8.lexicographicallyPrecedes(other.location.file.utf8)
    }
    if location.range.start != other.location.range.start { return location.range.start < other.location.range.start }
    if rule != other.rule { return rule.utf8.lexicographicallyPrecedes(other.rule.utf8) }
    return message.utf8.lexicographicallyPrecedes(other.message.utf8)
  }
}
