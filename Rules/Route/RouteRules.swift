import Linting

/// The rules about routes, environments and domain mappings.
let routeRules: [Rule] = []
