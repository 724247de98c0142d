public import GatewayModel

extension FieldName {
  /// The fields beside `ServiceType` that say where requests go, for a kind of back end: what it cannot do without comes
  /// first. Empty for kinds that nothing is known of.
  ///
  /// Source: `CreateApi` of the Cloud API definition [sdk]; that `EB` needs its bus, only the field's name says
  /// [inference].
  /// - Parameter serviceType: the word of the Cloud API, in any case.
  public static func backEndFields(ofServiceType serviceType: String) -> [FieldName] {
    switch serviceType.uppercased() {
    case "HTTP", "WEBSOCKET", "GRPC", "COS", "UPSTREAM", "VPC", "CLB", "TARGET": [.serviceConfig]
    case "MOCK": [.mockMessage, .mockStatus, .mockHeaders]
    case "SCF": [.functionName, .functionNamespace, .functionQualifier, .functionType, .isIntegratedResponse]
    case "TSF": [.microServices, .loadBalance, .serviceConfig, .healthCheck]
    case "EB": [.eventBusId]
    default: []
    }
  }
}
