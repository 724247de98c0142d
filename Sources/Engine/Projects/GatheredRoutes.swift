import GatewayRouting
public import Linting

extension LintRun.Gathered {
  /// Which URLs clients can call, and who answers them.
  /// - Complexity: that of `RouteMap(_:)`; worked out at each call.
  public var routeMap: RouteMap { RouteMap(tied.project) }
}
