import Linting

/// The rules about protocols.
let protocolRules: [Rule] = [
  protocolFrontendInvalid,
  protocolWebSocketBackend,
  protocolWebSocketMethod,
]
