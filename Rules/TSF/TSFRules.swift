import Linting

/// The rules about microservices in TSF.
let tsfRules: [Rule] = [
  tsfTypeMismatch,
  tsfMicroservicesMissing,
  tsfMicroserviceIncomplete,
  tsfLocationMissing,
  tsfLocationPosition,
  tsfLocationOptional,
  tsfLocationRemapped,
  tsfPathLocationAdjacent,
  tsfConfInvalid,
  tsfServiceKeyUnknown,
]
