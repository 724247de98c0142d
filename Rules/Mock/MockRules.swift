import Linting

/// The rules about MOCK back ends.
let mockRules: [Rule] = [
  mockMessageMissing,
  mockStatusInvalid,
  mockHeadersInvalid,
]
