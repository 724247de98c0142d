/// What the vendor's documentation leaves open about the choice of an API, each question a parameter.
///
/// The defaults are what gwlint assumes; every one of them is [inferred]. A claim that an API can never be reached is made
/// only where it holds under all of `RoutingChoices.readings`.
public struct RoutingChoices: Hashable, Sendable {
  /// Which of several matching `^~` paths wins. Default: the longest, as in the nginx model the kinds come from.
  public var priorityPrefixOrder: PrefixOrder = .longestFirst
  /// Which of several matching expressions wins. Default: undefined, so that two matches are an ambiguity. nginx would
  /// take the first in its file; the gateway may go by creation or by length.
  public var expressionOrder: ExpressionOrder = .undefined
  /// Whether an expression must match up to the end of the path. Default: yes; an expression is bound to the beginning in
  /// either case. The documented examples of variables fit both.
  public var expressionEnd: ExpressionEnd = .anchored
  /// Whether a path variable can stand for nothing. Default: no; an empty one would lead to 403
  /// `path variable xxx is required.`
  public var emptyVariables: EmptyVariables = .refused
  /// What `.` means in a path whose only expressions are variables, such as `/v1.0/{id}`. Default: itself.
  public var dotInVariablePaths: Dot = .literal
  /// Whether a `.` alone makes a path an expression. Default: no, since it occurs in ordinary file names.
  public var dotMakesExpression = false
  /// Whether letters of different case differ in paths. Default: yes.
  public var letterCase: LetterCase = .significant
  /// Whether `/a` and `/a/` are the same request. Default: no, as follows from the documented prefix and exact matching.
  public var trailingSlash: TrailingSlash = .significant
  /// Whether `//` is read as `/` before matching. Default: no.
  public var mergesSlashes = false
  /// Whether `%41` is read as `A`, and `%2F` as `/`, before matching. Default: no.
  public var decodesPercent = false
  /// Whether `/a/../b` is read as `/b` before matching. Default: no.
  public var removesDotSegments = false
  /// Whether the path is chosen among the APIs of the request's method alone, or among all and the method looked at
  /// then. Default: among those of the method, since path and method are one key; the rows `Method Not Allowed.` and
  /// `There is no api match method[…]` hint at the other.
  public var methodSelection: MethodSelection = .methodFirst
  /// Who answers where the same path has the method and ANY. Default: undecided.
  public var anyMethod: AnyMethod = .undecided
  /// Whether a HEAD request is answered by the GET API of a path. Default: no.
  public var getServesHead = false
  /// Whether the gateway answers OPTIONS itself where CORS is on and the path has no OPTIONS API. Default: yes; OPTIONS
  /// is in the built-in list of allowed methods.
  public var answersPreflight = true
  /// Whether a mapping `/m` of a custom domain takes whole segments alone, or also `/more`. Default: whole segments; the
  /// gateway's message prints the mapping as one segment.
  public var mappingUnit: MappingUnit = .segment
  /// What is left of the path once the environment is cut off and nothing remains. Default: `/`.
  public var emptyPathIsRoot = true
  /// Whether letters of different case differ in host names. Default: no, as everywhere in DNS.
  public var hostLetterCase: LetterCase = .ignored

  /// Which prefix comes first.
  public enum PrefixOrder: Hashable, Sendable {
    /// The longest.
    case longestFirst
    /// Not known.
    case undefined
  }

  /// Which expression comes first.
  public enum ExpressionOrder: Hashable, Sendable {
    /// Not known.
    case undefined
    /// In the order of the table.
    case listed
  }

  /// Where an expression must end.
  public enum ExpressionEnd: Hashable, Sendable {
    /// At the end of the path.
    case anchored
    /// Anywhere.
    case open
  }

  /// Whether variables can be empty.
  public enum EmptyVariables: Hashable, Sendable {
    /// One byte at least.
    case refused
    /// None is enough.
    case allowed
  }

  /// What a `.` means.
  public enum Dot: Hashable, Sendable {
    /// Itself.
    case literal
    /// Any byte.
    case anyByte
  }

  /// Whether case counts.
  public enum LetterCase: Hashable, Sendable {
    /// `A` is not `a`.
    case significant
    /// `A` is `a`.
    case ignored
  }

  /// Whether the slash at the end counts.
  public enum TrailingSlash: Hashable, Sendable {
    /// `/a/` is not `/a`.
    case significant
    /// `/a/` is `/a`.
    case ignored
  }

  /// When the method is looked at.
  public enum MethodSelection: Hashable, Sendable {
    /// Before the path.
    case methodFirst
    /// After the path.
    case pathFirst
  }

  /// Who answers where the same path has the method and ANY.
  public enum AnyMethod: Hashable, Sendable {
    /// Not known.
    case undecided
    /// The API of the method.
    case specificFirst
    /// The API of all methods.
    case anyFirst
  }

  /// What a mapping covers.
  public enum MappingUnit: Hashable, Sendable {
    /// Whole segments.
    case segment
    /// A prefix of the text.
    case string
  }

  /// The defaults.
  public static let assumed = RoutingChoices()

  /// The defaults.
  public init() {}

  /// Every combination of the choices on which reachability depends, the defaults first.
  ///
  /// The others need no look: an order between equals is never used to call an API unreachable, and with case, slashes or
  /// methods treated more loosely an API that is covered stays covered.
  public var readings: [RoutingChoices] {
    var result: [RoutingChoices] = []
    for end in [expressionEnd, expressionEnd == .anchored ? .open : .anchored] {
      for empty in [emptyVariables, emptyVariables == .refused ? .allowed : .refused] {
        for dot in [dotInVariablePaths, dotInVariablePaths == .literal ? .anyByte : .literal] {
          var reading = self
          reading.expressionEnd = end
          reading.emptyVariables = empty
          reading.dotInVariablePaths = dot
          result.append(reading)
        }
      }
    }
    return result
  }

  /// The path of a request as it is matched.
  func prepared(_ path: [UInt8]) -> [UInt8] {
    var path = path
    if decodesPercent { path = RequestPath.percentDecoded(path) }
    if removesDotSegments { path = RequestPath.withoutDotSegments(path) }
    if mergesSlashes { path = RequestPath.withMergedSlashes(path) }
    if path.isEmpty, emptyPathIsRoot { path = [UInt8(ascii: "/")] }
    if letterCase == .ignored { path = RequestPath.lowercased(path) }
    return path
  }
}
