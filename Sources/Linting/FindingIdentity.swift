/// What a finding is about, apart from its words and its place in a file: the key of fingerprints and baselines. It stays
/// the same when lines move, files are renamed and APIs change places.
public struct FindingIdentity: Hashable, Sendable {
  /// The rule's id.
  public var rule: String
  /// Id or name of the service; empty where the input names none.
  public var service: String
  /// The API's method in capitals; empty where the finding belongs to no API.
  public var method: String
  /// The API's path; empty where the finding belongs to no API.
  public var path: String
  /// The name of the smaller part concerned: a parameter, a domain, a plugin; empty where it has none.
  public var part: String
  /// The field or key concerned; empty where the finding is about the whole part.
  public var field: String

  /// An identity from its parts.
  public init(
    rule: String, service: String = "", method: String = "", path: String = "", part: String = "", field: String = ""
  ) {
    self.rule = rule
    self.service = service
    self.method = method
    self.path = path
    self.part = part
    self.field = field
  }

  /// Whether it names an object of the gateway. One that does not is told apart by its file alone.
  public var namesObject: Bool { !(service.isEmpty && method.isEmpty && path.isEmpty && part.isEmpty) }
}
