import Linting

/// The rules about files as a whole.
let fileRules: [Rule] = [
  fileNotRecognised
]
