/// Which URLs of the services in a run clients can call, and which API answers each: data for drawing.
public struct RouteMap: Sendable {
  /// The services, in the order of their files.
  public var services: [Service]

  /// A map of services.
  public init(services: [Service]) {
    self.services = services
  }

  /// One service.
  public struct Service: Sendable {
    /// Its name, or the file that describes it.
    public var name: String
    /// Its environments, those that it is not released to included where that is known.
    public var environments: [Environment]

    /// A service from its parts.
    public init(name: String, environments: [Environment]) {
      self.name = name
      self.environments = environments
    }
  }

  /// One environment of a service.
  public struct Environment: Sendable {
    /// `release`, `prepub` or `test`.
    public var name: String
    /// Whether the service is known not to be released to it: then nothing answers.
    public var isUnreleased: Bool
    /// What URLs of this environment begin with, without a slash at the end.
    public var bases: [String]
    /// The routes, those that win first.
    public var routes: [Route]
    /// URLs that no API answers although clients are likely to call them.
    public var misses: [Miss]

    /// An environment from its parts.
    public init(name: String, isUnreleased: Bool, bases: [String], routes: [Route], misses: [Miss]) {
      self.name = name
      self.isUnreleased = isUnreleased
      self.bases = bases
      self.routes = routes
      self.misses = misses
    }
  }

  /// One route.
  public struct Route: Sendable {
    /// Methods, such as `GET`; `ANY` for all.
    public var method: String
    /// The path as written.
    public var path: String
    /// The API's name.
    public var api: String
    /// Which of the documented kinds the path is.
    public var kind: Kind
    /// What became of it.
    public var verdict: Verdict
    /// Other routes that it loses requests to, or shares them with, as indices into the environment's routes.
    public var rivals: [Int]
    /// A request that shows the verdict: method and path.
    public var witness: String
    /// Where its requests go, as far as that is known.
    public var backEnd: String
    /// The authentication type; empty where there is none.
    public var authentication: String
    /// Where its path is written.
    public var location: Location

    /// A route from its parts.
    public init(
      method: String, path: String, api: String, kind: Kind, verdict: Verdict, rivals: [Int], witness: String,
      backEnd: String, authentication: String, location: Location
    ) {
      self.method = method
      self.path = path
      self.api = api
      self.kind = kind
      self.verdict = verdict
      self.rivals = rivals
      self.witness = witness
      self.backEnd = backEnd
      self.authentication = authentication
      self.location = location
    }
  }

  /// A URL, or the beginning of URLs, without an answer.
  public struct Miss: Sendable {
    /// What clients call.
    public var url: String
    /// Status and message of the answer.
    public var answer: String

    /// A miss from its parts.
    public init(url: String, answer: String) {
      self.url = url
      self.answer = answer
    }
  }

  /// The kinds of path, the one that wins first.
  public enum Kind: String, Sendable, CaseIterable {
    case exact, priorityPrefix, expression, prefix
  }

  /// What became of a route.
  public enum Verdict: String, Sendable, CaseIterable {
    /// It answers what it is there for.
    case answers
    /// Its natural requests go to another route.
    case partlyShadowed
    /// No request reaches it.
    case unreachable
    /// Nothing documented says whether it or another answers.
    case ambiguous
    /// It could not be told.
    case undecided
  }
}
