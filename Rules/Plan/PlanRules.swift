import Linting

/// The rules about usage plans and keys.
let planRules: [Rule] = [
  planWithoutKey, planRange, planEnvMismatch, planKeyUnused, planSharedKey, planAPIAuth, planKeyIncomplete,
]
