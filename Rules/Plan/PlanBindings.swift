import GatewayModel

extension Part {
  /// Whether a binding is for single APIs: of type API, or of an application, which has no other. What the control plane
  /// lists for an API names the API alone.
  var isAPIBinding: Bool {
    if kind == .appBinding { return true }
    if facts.isReply, self[.bindType].isAbsent { return !self[.apiId].isBlank }
    return self[.bindType].text?.uppercased() == "API"
  }
}

extension Project {
  /// The bindings of usage plans to a service; `nil` where some binding cannot be told from one of another service.
  func planBindings(of service: ServiceGroup) -> [Part]? {
    let roots = parts(.service, of: service)
    // Where bindings are objects of their own, a plan that several services share belongs to none of them.
    guard roots.contains(where: { $0.facts.releasesAreResources }) else { return parts(.planBinding, of: service) }
    let own = Set(roots.map(\.id))
    let ids = Set(roots.compactMap { $0[.serviceId].text })
    var bindings: [Part] = []
    for binding in service.documents.flatMap({ parts(.planBinding, in: $0) }) {
      if let root = binding.enclosing(.service), own.contains(root.id) {
        bindings.append(binding)
        continue
      }
      if let id = binding[.serviceId].text, ids.contains(id) {
        bindings.append(binding)
        continue
      }
      guard let named = binding.referents(of: .serviceId), !named.hasUnknown else { return nil }
      if named.parts.contains(where: { own.contains($0.id) }) { bindings.append(binding) }
    }
    return bindings
  }

  /// The environments in which plans of a service count, as far as that is known: what a manifest lists, else the
  /// releases that stand beside the service as objects of their own.
  func environmentsOfPlans(of service: ServiceGroup) -> [String] {
    if service.isWhole(in: self) { return releasedEnvironments(of: service) }
    guard let root = parts(.service, of: service).first, root.facts.releasesAreResources,
      let released = root.releasedEnvironments
    else { return [] }
    return GatewayEnvironment.allCases.filter(released.environments.contains).map(\.rawValue)
  }
}
