/// The files whose changes on disk matter.
enum WatchedFiles {
  /// Asks the client to tell of them.
  static let registration: JSONValue = .object([
    "registrations": .array([
      .object([
        "id": .string("gwlint-files"), "method": .string("workspace/didChangeWatchedFiles"),
        "registerOptions": .object([
          "watchers": .array(
            ["**/*.{yaml,yml,json}", "**/.gitignore", "**/.gwlint.yml"].map { .object(["globPattern": .string($0)]) })
        ]),
      ])
    ])
  ])
}
