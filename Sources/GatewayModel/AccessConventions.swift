/// What a deploying tool does about authentication beyond the Cloud API's own demands. The values given by default are
/// those of an OpenAPI import and of the manifest.
public struct AccessConventions: Sendable, Hashable {
  /// Whether the tool writes out the short forms of a token's location (`authorization`, `cookie`) before it calls the
  /// Cloud API, which takes the long ones alone.
  ///
  /// Source: serverless component apigateway [component].
  public var expandsTokenLocation: Bool

  /// Conventions from their parts.
  public init(expandsTokenLocation: Bool = false) {
    self.expandsTokenLocation = expandsTokenLocation
  }
}
