import Linting

/// The rules about OAuth 2.0.
let oauthRules: [Rule] = [
  oauthConfigMissing, oauthPublicKeyMissing, oauthPublicKeyNotString, oauthPublicKeyFormat, oauthPublicKeyInvalid,
  oauthPublicKeyPrivate, oauthPublicKeyUnsupported, oauthPublicKeyWeak, oauthTokenLocation, oauthRelationMissing,
  oauthRelationInvalid, oauthConfigUnused, oauthRedirectURL,
]
