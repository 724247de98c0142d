import GatewayModel

extension Project {
  /// The environments that the files say a service is released to, in their order; none where that is not known: not
  /// written, filled in later, or only words that are no environments.
  func releasedEnvironments(of service: ServiceGroup) -> [String] {
    var result: [String] = []
    for root in parts(.service, of: service) {
      let field = root[.releasedEnvironments]
      guard !field.hasTemplate else { return [] }
      for word in field.listItems.compactMap(\.text) + (field.text.map { [$0] } ?? []) {
        if GatewayEnvironment(rawValue: word) != nil, !result.contains(word) { result.append(word) }
      }
    }
    return result
  }
}
