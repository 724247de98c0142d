import Linting

/// The rules about parameters.
let paramRules: [Rule] = []
