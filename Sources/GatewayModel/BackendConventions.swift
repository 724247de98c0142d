/// What a deploying tool does with back ends beyond the Cloud API's own demands. The values given by default are those of
/// an OpenAPI import.
public struct BackendConventions: Sendable, Hashable {
  /// Whether the tool refuses a back-end path that is written empty, where the gateway itself takes one.
  ///
  /// Source: argument checks of the Terraform provider and of the serverless components [terraform][component].
  public var refusesEmptyPath: Bool
  /// Whether the tool writes `ServiceConfig.Product` by itself, so that none stands beside a VPC id, and one that does
  /// says nothing.
  ///
  /// Source: the serverless components send `clb` where `uniqVpcId` is written [component].
  public var setsProduct: Bool
  /// Whether the tool refuses a function back end without namespace, qualifier and type.
  ///
  /// Source: argument checks of the Terraform provider [terraform].
  public var demandsFunctionDetails: Bool
  /// Whether a function behind a WebSocket front end must be named as transport function, a web function included.
  ///
  /// Source: serverless component apigateway [component].
  public var demandsTransportFunction: Bool
  /// Whether a TSF back end can be given a path.
  ///
  /// Source: the import example of a microservice API has one [official]; the Terraform provider sends none [terraform].
  public var takesTSFPath: Bool
  /// Whether the tool chooses the front protocol by the back end, and GET for WebSocket: what the file says of them is
  /// not sent.
  ///
  /// Source: serverless component apigateway [component].
  public var choosesFrontEnd: Bool
  /// Words that the tool takes for a function's type, with the Cloud API's word for each.
  ///
  /// Source: component scf turns the type of its own function into the type that it sends [component].
  public var functionTypes: [String: String]

  /// Conventions from their parts.
  public init(
    refusesEmptyPath: Bool = false, setsProduct: Bool = false, demandsFunctionDetails: Bool = false,
    demandsTransportFunction: Bool = false, takesTSFPath: Bool = true, choosesFrontEnd: Bool = false,
    functionTypes: [String: String] = [:]
  ) {
    self.refusesEmptyPath = refusesEmptyPath
    self.setsProduct = setsProduct
    self.demandsFunctionDetails = demandsFunctionDetails
    self.demandsTransportFunction = demandsTransportFunction
    self.takesTSFPath = takesTSFPath
    self.choosesFrontEnd = choosesFrontEnd
    self.functionTypes = functionTypes
  }
}
