import YAMLDocument

/// The environments that a service can be released to.
///
/// Source: control-plane error `InvalidParameterValue.InvalidEnv` and the vendor's pages on releases [sdk][official].
public enum GatewayEnvironment: String, Sendable, CaseIterable {
  case test, prepub, release

  /// The environment that a word names, without regard to case.
  public init?(word: some StringProtocol) {
    self.init(rawValue: word.lowercased())
  }

  /// The environment that an unofficial name probably means, such as `prod`; `nil` where that cannot be told.
  public init?(nickname: some StringProtocol) {
    switch nickname.lowercased() {
    case "prod", "production", "online", "live": self = .release
    case "pre", "prerelease", "pre-release", "preview", "staging", "stage": self = .prepub
    case "testing", "dev", "develop", "development": self = .test
    default: return nil
    }
  }
}

/// The environments that a service is known to be released to.
public struct ReleasedEnvironments: Sendable {
  /// The environments.
  public let environments: Set<GatewayEnvironment>
  /// Where they are written.
  public let places: [Origin]
}

extension Part {
  /// The environments that the service of this part is released to: what its own file says, else the releases that
  /// are in the input. `nil` where they are not known, or nothing that is written names one.
  public var releasedEnvironments: ReleasedEnvironments? {
    if let own = enclosing(.service)?[.releasedEnvironments],
      own.isWritten || facts.defaults[.releasedEnvironments] != nil
    {
      return own.environments
    }
    guard let group = project.service(of: self) else { return nil }
    for service in project.parts(.service, of: group) where service[.releasedEnvironments].isWritten {
      return service[.releasedEnvironments].environments
    }
    var environments: Set<GatewayEnvironment> = []
    var places: [Origin] = []
    for release in project.parts(.release, of: group) {
      guard let word = release[.environmentName].text, let environment = GatewayEnvironment(word: word) else {
        return nil
      }
      environments.insert(environment)
      if let place = release[.environmentName].origin { places.append(place) }
    }
    return environments.isEmpty ? nil : ReleasedEnvironments(environments: environments, places: places)
  }

  /// The environment that a field names; `nil` where it is missing, templated or no environment.
  public func environment(_ name: FieldName) -> GatewayEnvironment? {
    guard !self[name].isTemplated, let word = self[name].text else { return nil }
    return GatewayEnvironment(word: word)
  }
}

extension Field {
  fileprivate var environments: ReleasedEnvironments? {
    guard let origin else {
      let environment = effectiveText.flatMap { GatewayEnvironment(word: $0) }
      return environment.map { ReleasedEnvironments(environments: [$0], places: []) }
    }
    let items = shape == .list ? self.items : [origin]
    var environments: Set<GatewayEnvironment> = []
    for item in items {
      let yaml = part.project.document(item.document).yaml
      if Self.isTemplate(yaml.scalar(item.node)) { return nil }
      if let environment = GatewayEnvironment(word: yaml.string(item.node)) { environments.insert(environment) }
    }
    return environments.isEmpty ? nil : ReleasedEnvironments(environments: environments, places: [origin])
  }
}
