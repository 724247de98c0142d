import Linting

/// The rules about CORS.
let corsRules: [Rule] = []
