import GatewayModel

/// Which APIs a gRPC plugin is attached to, as far as the input tells.
extension Part {
  /// Whether the back end is called by gRPC, be it by its kind or by its URL.
  var callsGRPC: Bool {
    switch serviceType {
    case .grpc: return true
    case .http:
      guard let scheme = calledURL?.schemeName else { return false }
      return scheme == "grpc" || scheme == "grpcs"
    default: return false
    }
  }

  /// Whether all plugins of the service are in the input: it is whole and lists plugins.
  var knowsItsPlugins: Bool {
    guard let service = project.service(of: self), service.isWhole(in: project) else { return false }
    return project.parts(.service, of: service).contains { $0[.pluginList].shape == .list }
  }

  /// Whether a plugin may be the one for gRPC, whose type has no published name: the type has `grpc` in it, is no known
  /// one, or is filled in later.
  var mayBeGRPCPlugin: Bool {
    let type = self[.pluginType]
    guard !type.isTemplated, let word = type.text else { return true }
    return word.lowercased().contains("grpc") || !Self.publishedPluginTypes.contains(word.lowercased())
  }

  /// Source: the comment of `CreatePlugin.PluginType` [sdk].
  private static let publishedPluginTypes: Set<String> = [
    "ipcontrol", "trafficcontrol", "cors", "customreq", "customauth", "routing", "trafficcontrolbyparameter",
    "circuitbreaker", "proxycache",
  ]
}
