public import Linting

/// All rules, family by family. Each family keeps its list by hand; a test compares them with the folders.
public let allRules: [Rule] = [
  configRules, backendRules, mockRules, tsfRules, oauthRules, corsRules, routeRules, paramRules, protocolRules,
  authRules,
  planRules, pluginRules, yamlRules, fileRules,
].flatMap { $0 }
