import Linting

/// The rules about TSF microservices.
let tsfRules: [Rule] = []
