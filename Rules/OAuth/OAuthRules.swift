import Linting

/// The rules about OAuth 2.0.
let oauthRules: [Rule] = []
