/// What the rules ask of a front-end parameter and of the list it stands in.
extension Part {
  /// The name of a front-end parameter as written; `nil` where it is missing, blank or templated.
  public var parameterNameText: String? {
    let name = self[.parameterName]
    guard !name.isTemplated, !name.isBlank else { return nil }
    return name.text
  }

  /// Whether a front-end parameter must come with every request. A quoted truth value counts: some dialects document it.
  public var isRequiredParameter: Bool {
    self[.parameterRequired].effectiveText?.lowercased() == "true"
  }

  /// Whether this front-end parameter is one of the two that locate a microservice, of an API with a TSF back end. Names
  /// are compared without regard to case.
  ///
  /// Source: the vendor's page on microservice APIs [official].
  public var isTSFLocationParameter: Bool {
    guard let api = parent, api.serviceType == .tsf, let name = parameterNameText else { return false }
    return TSFLocationName(name: name) != nil
  }

  /// How the words for a position are written in this part.
  public var positionSpelling: DialectFacts.PositionSpelling {
    switch kind {
    case .requestParameter: usesAlternateSpelling ? .uppercase : facts.positionSpelling
    default: .uppercase
    }
  }

  /// Whether all front-end parameters of an API are known: its dialect can declare them, and none hides behind a
  /// reference or a template.
  public var knowsRequestParameters: Bool {
    facts.declaresParameters && !isIncomplete && !self[.requestParameters].isTemplated
      && !self[.conventionRequestParameters].isTemplated
      && requestParameters.allSatisfy { !$0[.parameterName].isTemplated && !$0[.parameterPosition].isTemplated }
  }
}

/// The two front-end parameters that every microservice API must declare.
///
/// Source: the vendor's page on creating microservice APIs [official].
public enum TSFLocationName: String, Sendable, CaseIterable {
  /// The code of the namespace in TSF.
  case namespaceCode = "X-NameSpace-Code"
  /// The name of the microservice in TSF.
  case microServiceName = "X-MicroService-Name"

  /// The parameter that a name means, without regard to case.
  public init?(name: some StringProtocol) {
    let lower = name.lowercased()
    guard let match = Self.allCases.first(where: { $0.rawValue.lowercased() == lower }) else { return nil }
    self = match
  }
}
