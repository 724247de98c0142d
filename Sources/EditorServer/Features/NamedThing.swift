import GatewayModel

/// A kind of part that other places name.
struct NamedThing: Hashable {
  let kind: PartKind
  /// The field that holds the name.
  let name: FieldName

  /// What the value of a field names; `nil` for a field that names nothing.
  static func named(by field: FieldName) -> NamedThing? {
    switch field {
    case .authRelationAPI, .apiNames, .expectedAPI: NamedThing(kind: .api, name: .apiName)
    case .authRelationAPIId: NamedThing(kind: .api, name: .apiId)
    case .secretNames: NamedThing(kind: .apiKey, name: .secretName)
    case .functionName, .functionReference: NamedThing(kind: .function, name: .declaredFunctionName)
    case .upstreamId: NamedThing(kind: .upstream, name: .upstreamId)
    default: nil
    }
  }

  /// What a field of a part is the name of; `nil` for a field that is no name.
  static func defined(by field: FieldName, in part: PartKind) -> NamedThing? {
    let known: [NamedThing] = [
      NamedThing(kind: .api, name: .apiName), NamedThing(kind: .api, name: .apiId),
      NamedThing(kind: .apiKey, name: .secretName), NamedThing(kind: .function, name: .declaredFunctionName),
      NamedThing(kind: .plugin, name: .pluginName), NamedThing(kind: .plugin, name: .pluginId),
      NamedThing(kind: .usagePlan, name: .usagePlanName), NamedThing(kind: .usagePlan, name: .usagePlanId),
      NamedThing(kind: .app, name: .appName), NamedThing(kind: .app, name: .appId),
      NamedThing(kind: .upstream, name: .upstreamName), NamedThing(kind: .upstream, name: .upstreamId),
    ]
    return known.first { $0.name == field && $0.kind == part }
  }

  /// The parts in which such a thing says what it is bound to.
  var bindings: [PartKind] {
    switch kind {
    case .plugin: [.pluginAttachment]
    case .usagePlan: [.planBinding]
    case .app: [.appBinding]
    default: []
    }
  }

  /// The fields that name an environment of the service.
  static let environments: Set<FieldName> = [.environmentName, .mappingEnvironment, .releasedEnvironments]
}
