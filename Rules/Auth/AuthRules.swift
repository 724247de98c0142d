import Linting

/// The rules about authentication.
let authRules: [Rule] = [
  authTypeInvalid,
  authHeaderCollision,
  authEIAMInner,
  authSecretWithoutPlan, authAppWithoutApp, authCustomOverlap,
]
