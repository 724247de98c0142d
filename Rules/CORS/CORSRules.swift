import Linting

/// The rules about cross-origin calls.
let corsRules: [Rule] = [
  corsPluginInvalid, corsPluginValueInvalid, corsCredentialsWildcard, corsOriginFormat, corsOriginUnanchored,
  corsMethodNotCovered, corsRequiredHeaderNotAllowed, corsFlagInconsistent, corsCookieTokenWithoutCredentials,
]
