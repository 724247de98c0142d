import Linting

/// The rules about protocols and certificates.
let protocolRules: [Rule] = [
  protocolFrontendInvalid,
  protocolWebSocketBackend,
  protocolWebSocketMethod,
  protocolDomainNotInService,
  protocolHTTPSCertificate,
  protocolForcedHTTPS,
]
