/// An API as far as routing goes: its path and the requests that it is there for.
public struct Route: Sendable, Hashable {
  /// The path.
  public var pattern: PathPattern
  /// Methods, environments and protocol.
  public var scope: RouteScope

  /// A route from its parts.
  public init(_ pattern: PathPattern, _ scope: RouteScope) {
    self.pattern = pattern
    self.scope = scope
  }

  /// A route for requests of some methods, in all environments.
  public init(_ path: String, _ methods: RequestMethod...) {
    self.init(PathPattern(path), RouteScope(methods: methods.isEmpty ? nil : methods))
  }
}
