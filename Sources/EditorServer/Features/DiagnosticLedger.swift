import Reporting

/// What the client was told of each file, so that only what changed is told again.
struct DiagnosticLedger {
  private var entries: [String: Entry] = [:]

  private struct Entry {
    var bytes: [UInt8]
    var revision: Int
    var told: Int
  }

  /// Notes what a file's diagnostics are now.
  /// - Returns: a name for this state of them, other than that of any state before.
  mutating func note(_ diagnostics: JSONValue, ofKey key: String) -> String {
    var writer = JSONWriter()
    diagnostics.write(to: &writer)
    var entry = entries[key] ?? Entry(bytes: Array("[]".utf8), revision: 0, told: 0)
    if entry.bytes != writer.bytes {
      entry.bytes = writer.bytes
      entry.revision += 1
    }
    entries[key] = entry
    return String(entry.revision)
  }

  /// Whether the client does not know the noted state yet. A file without diagnostics is no news at first.
  func isNews(_ key: String) -> Bool { entries[key].map { $0.revision > $0.told } ?? false }

  /// Notes that the client knows the state.
  mutating func told(_ key: String) {
    guard let revision = entries[key]?.revision else { return }
    entries[key]?.told = revision
  }

  /// Whether the file was ever told of.
  func knows(_ key: String) -> Bool { entries[key] != nil }

  /// Forgets a file.
  mutating func forget(_ key: String) { entries[key] = nil }

  /// The files that are noted, in order.
  var keys: [String] { entries.keys.sorted() }
}
