import GatewayModel

/// Which parts the resources name in each other, for rules that ask for both ends.
extension ResourceModel {
  /// Tells the model of all references, once every resource is read.
  func tieParts() {
    for (index, part) in partOfResource {
      let resource = resources[index]
      switch resource.kind {
      case .usagePlanAttachment, .apiKeyAttachment, .apiAppAttachment, .pluginAttachment:
        for (role, reference) in resource.references { tie(role.field, of: part, to: [reference]) }
        if let keys = resource.accessKeys { tie(.secretIds, of: part, to: keys) }
      case .usagePlan:
        let keys = keys(ofPlan: index)
        if !keys.isEmpty { tie(.secretNames, of: part, to: keys) }
      default: break
      }
    }
  }

  /// The keys that attachments give a usage plan. One whose plan cannot be told may be this plan's.
  private func keys(ofPlan plan: Int) -> [ResourceReference] {
    var keys: [ResourceReference] = []
    for attachment in attachments[plan] ?? [] {
      if resources[attachment].kind == .apiKeyAttachment {
        keys.append(resources[attachment].references[.apiKey] ?? .unknown)
      }
      keys += resources[attachment].accessKeys ?? []
    }
    let hasStray = resources.contains { resource in
      guard resource.kind == .apiKeyAttachment || resource.accessKeys?.isEmpty == false else { return false }
      return target(of: resource.references[.usagePlan]) == nil
    }
    return keys.isEmpty || !hasStray ? keys : keys + [.unknown]
  }

  private func tie(_ field: FieldName, of part: UInt32, to references: [ResourceReference]) {
    var targets: [UInt32] = []
    var hasUnknown = false
    for reference in references {
      if let target = target(of: reference).flatMap({ partOfResource[$0] }) {
        if !targets.contains(target) { targets.append(target) }
      } else {
        hasUnknown = true
      }
    }
    builder.tie(field, ofPart: part, to: targets, hasUnknown: hasUnknown)
  }
}
