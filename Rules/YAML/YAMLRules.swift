import Linting

/// The rules about YAML itself.
let yamlRules: [Rule] = [
  yamlSyntax,
  yamlCommentGlued,
  yamlDashGlued,
  yamlFlowPlaceholder,
]
