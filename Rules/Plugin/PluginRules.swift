import Linting

/// The rules about plugins.
let pluginRules: [Rule] = [
  pluginBackendInvalid,
  pluginDuplicateType, pluginLimitInvalid, pluginNoEffect, pluginFunctionType, pluginAuthCacheKey, pluginDataInvalid,
  pluginConditionUndeclared,
]
