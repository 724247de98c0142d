import Linting

/// The rules about front-end parameters and their mapping to the back end.
let paramRules: [Rule] = [
  paramPathUndeclared,
  paramPathUndefined,
  paramPositionInvalid,
  paramBodyMethod,
  paramBodyContentType,
  paramDuplicate,
  paramHeaderUnsendable,
  paramMappingUnknown,
  paramTypeInvalid,
  paramRequiredDefault,
  paramCount,
  paramAdjacentVariables,
  paramPathOptional,
]
