import GatewayModel

extension Part {
  /// Of a front-end parameter: which location parameter of a microservice API its name means, in any case; nil where the
  /// API does not forward to microservices.
  var locationParameter: TSFLocationName? {
    isTSFLocationParameter ? parameterNameText.flatMap { TSFLocationName(name: $0) } : nil
  }

  /// Of a front-end parameter: whether its name is the location parameter's where it stands. Header names have no case.
  func declares(_ location: TSFLocationName) -> Bool {
    guard let name = parameterNameText else { return false }
    return name == location.rawValue || parameterPosition == .header && TSFLocationName(name: name) == location
  }

  /// Of an API: its front-end parameters, where all of them are in the input.
  var knownParameters: [Part]? { knowsRequestParameters ? requestParameters : nil }

  /// The microservices that the back end is bound to; nil where some of them are not in the input.
  var boundMicroServices: [Part]? {
    let list = self[.microServices]
    let services = children(.microService)
    return list.shape == .list && list.items.count == services.count ? services : nil
  }
}
