import GatewayModel

/// Which environments the usage plans of a service open for which APIs.
struct PlanCoverage {
  private var wholeService: Set<String> = []
  private var byAPI: [PartID: Set<String>] = [:]
  /// Whether a binding is filled in later or not readable, so that any API may be covered.
  private(set) var hasUnknown = false

  /// - Complexity: O(plans + bound names).
  init(_ bindings: [Part], _ directory: APIDirectory) {
    for binding in bindings {
      let environment = binding[.environmentName]
      let type = binding[.bindType]
      guard !environment.isTemplated, !type.isTemplated, !binding[.apiNames].hasTemplate,
        !(binding.isIncomplete && environment.isAbsent)
      else {
        hasUnknown = true
        continue
      }
      guard let environment = environment.text else { continue }
      if binding.isAPIBinding {
        let named = NamedAPIs(binding, directory)
        if named.hasUnknown { hasUnknown = true }
        for api in named.names.flatMap(\.apis) { byAPI[api.id, default: []].insert(environment) }
      } else {
        wholeService.insert(environment)
      }
    }
  }

  /// Whether an API may be called in an environment with the key of some plan, or app.
  func covers(_ api: Part, in environment: String) -> Bool {
    hasUnknown || wholeService.contains(environment) || byAPI[api.id]?.contains(environment) ?? false
  }
}

/// The released environments in which APIs of a service lack what their authentication needs.
struct UncoveredAccess {
  /// The APIs, in document order, each with the environments that lack it.
  let apis: [(api: Part, environments: [String])]

  init(_ apis: [Part], _ coverage: PlanCoverage, _ released: [String]) {
    self.apis = apis.compactMap { api in
      let missing = released.filter { !coverage.covers(api, in: $0) }
      return missing.isEmpty ? nil : (api, missing)
    }
  }
}

extension Project {
  /// Where APIs with keys are released without a usage plan. Empty where the files do not say which plans there are: in
  /// a manifest without that section, and where no plan is bound to a service whose bindings are objects of their own.
  func secretAccessGaps(of service: ServiceGroup) -> UncoveredAccess {
    let apis = parts(.api, of: service)
    let secret = apis.filter { $0.authenticationKind == .secret }
    guard !secret.isEmpty, let bindings = planBindings(of: service),
      service.isWhole(in: self) ? hasPlanSection(service) : !bindings.isEmpty
    else { return UncoveredAccess([], PlanCoverage([], APIDirectory([])), []) }
    return UncoveredAccess(secret, PlanCoverage(bindings, APIDirectory(apis)), environmentsOfPlans(of: service))
  }

  private func hasPlanSection(_ service: ServiceGroup) -> Bool {
    parts(.service, of: service).contains { $0[.usagePlanList].isWritten && !$0[.usagePlanList].hasTemplate }
  }
}
