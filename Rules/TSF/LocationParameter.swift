import GatewayModel

/// One of the two front-end parameters by which the gateway finds a microservice.
///
/// Source: the vendor's page on microservice APIs [official]. Header names arrive in any case [observed].
enum LocationParameter: String, CaseIterable {
  case namespaceCode = "X-NameSpace-Code"
  case microServiceName = "X-MicroService-Name"

  /// The one that a name means, without regard to case.
  init?(anyCase name: String) {
    guard let known = Self.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else { return nil }
    self = known
  }
}

extension Part {
  /// Of a front-end parameter: which location parameter of a microservice API its name means, in any case; nil where the
  /// API does not forward to microservices.
  var locationParameter: LocationParameter? {
    guard kind == .requestParameter, parent?.serviceType == .tsf, let name = self[.parameterName].text else {
      return nil
    }
    return LocationParameter(anyCase: name)
  }

  /// Of a front-end parameter: whether its name is the location parameter's where it stands. Header names have no case.
  func declares(_ location: LocationParameter) -> Bool {
    guard let name = self[.parameterName].text else { return false }
    return name == location.rawValue
      || parameterPosition == .header && LocationParameter(anyCase: name) == location
  }

  /// Of an API: its front-end parameters, where all of them are in the input.
  var knownParameters: [Part]? {
    guard facts.declaresParameters, !isIncomplete, !self[.requestParameters].isTemplated,
      !self[.conventionRequestParameters].isTemplated
    else { return nil }
    let parameters = requestParameters
    return parameters.contains { $0[.parameterName].isTemplated } ? nil : parameters
  }

  /// The microservices that the back end is bound to; nil where some of them are not in the input.
  var boundMicroServices: [Part]? {
    let list = self[.microServices]
    return list.shape == .list && list.items.count == children(.microService).count ? children(.microService) : nil
  }
}
