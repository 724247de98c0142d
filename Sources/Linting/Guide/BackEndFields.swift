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

  /// The fields that hold what a kind of back end cannot do without, wherever they stand, in the order in which they are
  /// written. Empty for kinds of which no demand is published.
  ///
  /// Source: `CreateApi` of the Cloud API definition [sdk] and the Terraform provider [terraform].
  /// - Parameter serviceType: the word of the Cloud API, in any case.
  public static func requiredBackEndFields(ofServiceType serviceType: String) -> [FieldName] {
    switch ServiceType(word: serviceType) {
    case .http, .webSocket: [.backendURL, .backendPath, .backendMethod]
    case .mock: [.mockMessage]
    case .scf: [.functionName, .functionNamespace, .functionQualifier, .functionType]
    case .tsf: [.clusterId, .namespaceId, .microServiceName]
    case .cos: [.backendPath, .cosAction, .cosBucket]
    case .eb, .target, .vpc, .upstream, .grpc, .clb, nil: []
    }
  }

  /// The words to begin with where the field is written anew, the most usual first; empty where any would be a guess.
  public var usualWords: [String] {
    switch self {
    case .backendPath: ["/"]
    case .backendMethod: ["GET", "POST", "PUT", "DELETE"]
    case .functionNamespace: ["default"]
    case .functionQualifier, .functionType, .cosAction: values.map(\.word)
    default: []
    }
  }
}
