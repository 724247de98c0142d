import Linting

/// The rules about back ends.
let backendRules: [Rule] = []
