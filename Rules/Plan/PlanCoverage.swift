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
      guard !environment.isTemplated, !type.isTemplated, !binding[.apiNames].hasTemplate else {
        hasUnknown = true
        continue
      }
      guard let environment = environment.text else { continue }
      if binding.isAPIBinding {
        for item in binding[.apiNames].listItems {
          for api in directory.referenced(by: item.text ?? "") { byAPI[api.id, default: []].insert(environment) }
        }
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

extension Part {
  /// Whether a binding is for single APIs: of type API, or of an application, which has no other.
  var isAPIBinding: Bool {
    kind == .appBinding || self[.bindType].text?.uppercased() == "API"
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
  /// Where APIs with keys are released without a usage plan. Empty where the files do not say which plans there are.
  func secretAccessGaps(of service: ServiceGroup) -> UncoveredAccess {
    let apis = parts(.api, of: service)
    let secret = apis.filter { $0.authenticationKind == .secret }
    let hasPlans = parts(.service, of: service).contains {
      $0[.usagePlanList].isWritten && !$0[.usagePlanList].hasTemplate
    }
    guard !secret.isEmpty, service.isWhole(in: self), hasPlans else {
      return UncoveredAccess([], PlanCoverage([], APIDirectory([])), [])
    }
    let coverage = PlanCoverage(parts(.planBinding, of: service), APIDirectory(apis))
    return UncoveredAccess(secret, coverage, releasedEnvironments(of: service))
  }
}
