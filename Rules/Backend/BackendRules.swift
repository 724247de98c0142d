import Linting

/// The rules about back ends.
let backendRules: [Rule] = [
  backendHTTPIncomplete,
  backendURLInvalid,
  backendPathInvalid,
  backendPathJoin,
  backendPathVariableUnmapped,
  backendVPCInvalid,
  backendSCFIncomplete,
  backendCOSIncomplete,
  backendCOSActionMethod,
  backendTimeoutRange,
  backendTimeoutBelowFunction,
  backendForbiddenIP,
  backendUnresolvableHost,
  backendCLBHostMissing,
  backendBase64NotSCF,
  backendBase64RulesMissing,
  backendUpstreamDead,
  backendGRPCPluginMissing,
]
