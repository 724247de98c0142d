import GatewayModel

/// The key pairs that the files of a service declare.
struct DeclaredKeys {
  /// Whether the input says which keys there are.
  let areKnown: Bool
  private var states: [String: Bool] = [:]

  init(_ service: ServiceGroup, _ project: Project) {
    let sections = project.parts(.service, of: service).map { $0[.keyList] }
    let keys = project.parts(.apiKey, of: service)
    areKnown =
      service.isWhole(in: project) && sections.contains { $0.isWritten && !$0.hasTemplate }
      && !keys.contains { $0[.secretName].isTemplated }
    for key in keys { if let name = key[.secretName].text { states[name] = !key.isDisabledKey } }
  }

  /// Whether a key is declared; true where that is not known.
  func declares(_ name: String) -> Bool { !areKnown || states[name] != nil }

  /// Whether a key may be used; true where that is not known.
  func isUsable(_ name: String) -> Bool { areKnown ? states[name] ?? false : states[name] ?? true }
}

extension Part {
  /// Whether a key pair is switched off.
  var isDisabledKey: Bool {
    let status = self[.keyStatus]
    guard !status.isTemplated, let word = status.text?.lowercased() else { return false }
    return word == "0" || word == "off" || word == "false"
  }

  /// The name of a usage plan, for messages.
  var planName: String { self[.usagePlanName].text ?? self[.usagePlanId].text ?? "?" }

  /// Whether all keys of a usage plan are known to be none. A plan that does not say, or that exists elsewhere under an
  /// id, may have some.
  func hasNoUsableKey(_ keys: DeclaredKeys) -> Bool {
    let names = self[.secretNames]
    guard names.isWritten, self[.usagePlanId].isBlank, !names.hasTemplate else { return false }
    if names.isBlank { return true }
    guard names.shape == .list else { return false }
    return names.listItems.allSatisfy { $0.text.map { !keys.isUsable($0) } ?? true }
  }
}
