/// What the rules ask of an API again and again. Words are compared without regard to case here: the rules of spelling
/// speak of case, all others look at what is meant.
extension Part {
  /// The kind of back end that is written or holds by default; `nil` where it is missing, templated or no known word.
  public var serviceType: ServiceType? {
    let field = self[.serviceType]
    if let known = field.withScalar({ ServiceType(bytes: $0) }), let known { return known }
    return field.shape == .null ? field.defaultText.flatMap { ServiceType(word: $0) } : nil
  }

  /// The method; `nil` where it is missing, templated or no known word.
  public var apiMethod: APIMethod? {
    let method = self[.method]
    guard !method.isTemplated, let word = method.effectiveText else { return nil }
    return APIMethod(word: word)
  }

  /// The front-end path as written; `nil` where it is missing or templated.
  public var pathText: String? {
    let path = self[.path]
    return path.isTemplated ? nil : path.effectiveText
  }

  /// Whether the front end speaks WebSocket.
  public var isWebSocketFront: Bool {
    guard let word = self[.frontProtocol].effectiveText?.uppercased() else { return false }
    return word == "WEBSOCKET" || word == "WS" || word == "WSS" || word == "WS&WSS"
  }

  /// The authentication type in capitals; `nil` where it is templated or no text.
  public var authentication: String? {
    let type = self[.authType]
    return type.isTemplated ? nil : type.effectiveText?.uppercased()
  }

  /// The OAuth role in capitals: `OAUTH` for an authorization API, `NORMAL` for a business API.
  public var oauthRole: String? {
    let role = self[.businessType]
    return role.isTemplated ? nil : role.effectiveText?.uppercased()
  }

  /// The declared front-end parameters.
  public var requestParameters: [Part] { children(.requestParameter) }

  /// The name that people know the API by: its API name, else method and path.
  public var displayName: String {
    if let name = self[.apiName].text, !name.isEmpty { return name }
    return "\(self[.method].text?.uppercased() ?? "?") \(self[.path].text ?? "?")"
  }

  /// Where a front-end parameter is taken from; `nil` where no known position is written.
  public var parameterPosition: ParameterPosition? {
    guard let word = self[.parameterPosition].text else { return nil }
    return ParameterPosition(word: word)
  }
}
