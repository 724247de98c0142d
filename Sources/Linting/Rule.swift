public import GatewayModel

/// How well the condition of a rule, or its consequence, is supported.
public enum Confidence: String, Sendable, CaseIterable {
  /// Follows from the input itself; nothing about the gateway is assumed.
  case certain
  /// Stated in the vendor's product documentation.
  case official
  /// Stated in the Cloud API definition or SDK.
  case sdk
  /// Enforced or stated by the official Terraform provider.
  case terraform
  /// Enforced or stated by the vendor's own serverless components.
  case component
  /// Follows from a third party's report.
  case observed
  /// Deduced; not confirmed anywhere.
  case inferred

  /// What the word means.
  public var meaning: Text {
    switch self {
    case .certain: Text(en: "follows from the input itself", zh: "由输入本身即可得出")
    case .official: Text(en: "the vendor's documentation says so", zh: "厂商文档明确说明")
    case .sdk: Text(en: "the Cloud API definition says so", zh: "云 API 定义明确说明")
    case .terraform: Text(en: "the official Terraform provider enforces it", zh: "官方 Terraform Provider 强制要求")
    case .component: Text(en: "the vendor's serverless components enforce it", zh: "厂商的 Serverless 组件强制要求")
    case .observed: Text(en: "seen in the field", zh: "有实际案例")
    case .inferred: Text(en: "deduced, not confirmed anywhere", zh: "推断得出，尚无资料证实")
    }
  }
}

/// Whether a rule's best mend may be applied unasked, and why.
public enum FixSafety: Sendable {
  /// No edit is offered.
  case none
  /// Applied by `--fix`, for this reason.
  case safe(Text)
  /// Applied only by `--unsafe-fixes`, for this reason.
  case unsafe(Text)
}

/// What sort of configuration a rule looks at.
public enum Family: String, Sendable, CaseIterable {
  case config, backend, mock, tsf, oauth, cors, route, param, `protocol`, auth, plan, plugin, yaml, file
}

/// A check: which parts it hears of, and what it does with one.
public enum Check: Sendable {
  /// Called for every part of a kind.
  case part(PartKind, @Sendable (Part, inout Findings) -> Void)
  /// Called for every note of a kind.
  case note(NoteKind, @Sendable (Note, inout Findings) -> Void)
  /// Called once for every service, with all files that describe it.
  case service(@Sendable (ServiceGroup, Project, inout Findings) -> Void)
  /// Called once for every document, with its index in the project.
  case document(@Sendable (UInt32, Project, inout Findings) -> Void)
  /// Reported by the engine itself, which knows the event: a file that does not parse, a suppression without effect.
  case engine(EngineEvent)
}

/// What the engine reports itself, under the id of a rule.
public enum EngineEvent: String, Sendable, CaseIterable {
  /// A file does not parse or passes a limit.
  case syntaxProblem
  /// A named file is no gateway definition.
  case notRecognised
  /// A suppression names no rule.
  case unknownSuppression
  /// A suppression suppresses nothing.
  case unusedSuppression
  /// A suppression is past its date.
  case expiredSuppression
  /// A glob of a manifest matches no file.
  case emptyGlob
}

/// A snippet that shows a rule at work, and tests it.
public struct Example: Sendable {
  /// Ways in which the test harness changes an example before it is linted again.
  public enum Transformation: String, Sendable, CaseIterable {
    /// Non-ASCII text before it.
    case nonASCIIPrefix
    /// CRLF line ends.
    case carriageReturns
    /// The whole document in flow style.
    case flowStyle
    /// The document as JSON.
    case json
    /// The offending value behind an anchor.
    case anchored
    /// A suppression above the offending node.
    case suppressed
  }

  /// The dialect it is written in.
  public var dialect: Dialect
  /// What is wrong: the rule must speak.
  public var bad: String
  /// The same, right: the rule must be silent.
  public var good: String
  /// The bad text after the mend; `nil` where the mend is not shown.
  public var fixed: String?
  /// The text at which the finding must begin, in the bad snippet: its first occurrence behind `after`.
  public var at: String?
  /// Further files of the same project, by name.
  public var files: [String: String]
  /// Transformations that cannot apply, each with the reason.
  public var exempt: [Transformation: String]

  /// An example. Snippets without `openapi:` are completed to a whole OpenAPI document, those of a manifest with
  /// `gwlint: 1`.
  public init(
    _ dialect: Dialect = .openAPI, bad: String, good: String, fixed: String? = nil, at: String? = nil,
    files: [String: String] = [:], exempt: [Transformation: String] = [:]
  ) {
    self.dialect = dialect
    self.bad = bad
    self.good = good
    self.fixed = fixed
    self.at = at
    self.files = files
    self.exempt = exempt
  }
}

/// A rule: all that gwlint knows of one fault, in one declaration.
public struct Rule: Sendable {
  /// Its name in reports, configuration and suppressions; never given to another rule.
  public var id: String
  /// What sort of configuration it looks at.
  public var family: Family
  /// Its level where nothing else is said.
  public var severity: Severity
  /// The rows of the gateway's error table that the fault leads to.
  public var faults: [Fault]
  /// How well it is supported; the strongest first.
  public var confidence: [Confidence]
  /// What is wrong, in one line.
  public var summary: Text
  /// What the rule looks for and why it matters.
  public var explanation: Text
  /// What happens at run time.
  public var runtime: Text
  /// How sure that is, and by which source.
  public var evidence: Text
  /// The vendor's page that it rests on; empty where there is none.
  public var url: String
  /// Whether its best mend may be applied unasked, and why.
  public var fixSafety: FixSafety
  /// Former ids, still understood.
  public var aliases: [String]
  /// Numbers that a configuration may set for it.
  public var options: [RuleOption]
  /// Snippets that show it and test it; put together when they are asked for, which a run never does.
  public var examples: [Example] { makeExamples() }
  private var makeExamples: @Sendable () -> [Example]
  /// What it does.
  public var checks: [Check]

  /// A rule from its parts.
  public init(
    id: String, family: Family, severity: Severity, faults: [Fault] = [], confidence: [Confidence], summary: Text,
    explanation: Text, runtime: Text, evidence: Text, url: String = "", fixSafety: FixSafety = .none,
    aliases: [String] = [], options: [RuleOption] = [],
    examples: @autoclosure @escaping @Sendable () -> [Example], checks: [Check]
  ) {
    self.id = id
    self.family = family
    self.severity = severity
    self.faults = faults
    self.confidence = confidence
    self.summary = summary
    self.explanation = explanation
    self.runtime = runtime
    self.evidence = evidence
    self.url = url
    self.fixSafety = fixSafety
    self.aliases = aliases
    self.options = options
    makeExamples = examples
    self.checks = checks
  }
}
