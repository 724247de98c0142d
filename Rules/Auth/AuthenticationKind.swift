import GatewayModel

/// The ways in which an API checks who calls it.
///
/// Source: `CreateApi.AuthType` [sdk]; EIAM by the console's documentation [official].
enum AuthenticationKind: String {
  case none = "NONE"
  case secret = "SECRET"
  case oauth = "OAUTH"
  case app = "APP"
  case eiam = "EIAM"
}

extension Part {
  /// How the API authenticates callers, upper and lower case apart; `nil` where that is not known: filled in later, not
  /// in the input, or none of the known words.
  var authenticationKind: AuthenticationKind? {
    let type = self[.authType]
    if isIncomplete, type.shape == .null { return nil }
    guard !type.isTemplated, let word = type.effectiveText else { return nil }
    return AuthenticationKind(rawValue: word.uppercased())
  }

  /// Whether the API is one that issues tokens, and not one that asks for them; `nil` where that is not known.
  var isAuthorizationAPI: Bool? {
    let role = self[.businessType]
    if isIncomplete, role.shape == .null { return nil }
    guard !role.isTemplated, let word = role.effectiveText?.uppercased() else { return nil }
    switch word {
    case "OAUTH": return true
    case "NORMAL": return false
    default: return nil
    }
  }

  /// Whether the API's OAuth settings may be in force: nothing that is known speaks against it. Where they are not,
  /// `oauth-config-unused` says so, and what is wrong inside them does not matter yet.
  var oauthConfigMayCount: Bool {
    (authenticationKind == nil || authenticationKind == .oauth) && isAuthorizationAPI != false
  }
}
