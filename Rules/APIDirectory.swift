import GatewayModel
import Linting

/// The APIs of one service, found by the names with which others refer to them.
struct APIDirectory {
  /// All APIs, in document order.
  let apis: [Part]
  private var byName: [String: [Part]] = [:]
  private var byId: [String: Part] = [:]

  /// - Complexity: O(number of APIs).
  init(_ apis: [Part]) {
    self.apis = apis
    for api in apis {
      if let name = api[.apiName].text, !api[.apiName].isTemplated { byName[name, default: []].append(api) }
      if let id = api[.apiId].text { byId[id] = api }
    }
  }

  /// The APIs of a name; more than one where it is not unique.
  func named(_ name: String) -> [Part] { byName[name] ?? [] }

  /// The API of an id.
  func withId(_ id: String) -> Part? { byId[id] }

  /// The APIs that a reference means, be it a name or an id.
  func referenced(by text: String) -> [Part] {
    let named = named(text)
    return named.isEmpty ? withId(text).map { [$0] } ?? [] : named
  }

  /// All names.
  var names: some Sequence<String> { byName.keys }

  /// Whether the name of an API is not known, so that any reference may mean it.
  var hasUnnamed: Bool { apis.contains { $0[.apiName].isTemplated } }

  /// The only API that issues tokens; `nil` where there is none or more than one.
  var onlyAuthorizationAPI: Part? {
    let issuing = apis.filter { $0.authenticationKind == .oauth && $0.isAuthorizationAPI == true }
    return issuing.count == 1 ? issuing[0] : nil
  }
}

extension Part {
  /// The step that names an API as the authorization API of this one, as the dialect can name it: by its name or id.
  func relationStep(to target: Part) -> MendStep? {
    let byName = self[.authRelationAPI]
    let byId = self[.authRelationAPIId]
    if let name = target[.apiName].text, facts.spelling[.authRelationAPI] != nil, byId.isBlank {
      return byName.replacement(.string(name))
    }
    if let id = target[.apiId].text, facts.spelling[.authRelationAPIId] != nil, byName.isBlank {
      return byId.replacement(.string(id))
    }
    return nil
  }
}
