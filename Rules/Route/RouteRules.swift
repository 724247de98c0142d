import Linting

/// The rules about routes, environments and domain mappings.
let routeRules: [Rule] = [
  routeDuplicate, routeShadowed, routeAmbiguous, routePathInvalid, routeRegexInvalid, routePrefixWithRegex,
  routeMethodUnsupported, routePrefixOverlap, routeAnyOverlap, routeEnvCollision, routeMappingIgnored,
  routeFunctionUnknown, routeURLMiss, routeMethodGap, routeUnreleased, routeMappingInvalid,
  routeMappingEnvUnreleased, routeMappingRootUnmapped, routeDomainDuplicate,
]
