public import Linting

/// All rules, in the order of their families. The list is kept by hand; a test compares it with the folder.
public let allRules: [Rule] = [
  mockMessageMissing
]
