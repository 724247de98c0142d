import Linting

/// The rules about plugins.
let pluginRules: [Rule] = [
  pluginBackendInvalid
]
