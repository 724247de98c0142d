/// A short text that stays with a finding from run to run, for tools that compare reports.
///
/// It is made of the finding's identity, of the file's name where the identity names no object of the gateway, and of
/// the finding's number among those that are otherwise equal. Moved lines, reordered APIs and, for findings about APIs,
/// renamed files leave it as it is.
public struct Fingerprints: Sendable {
  /// One for each diagnostic of the report: 32 hexadecimal digits, unique in it.
  public let diagnostics: [String]
  /// One for each finding that was set aside.
  public let setAside: [String]

  /// The fingerprints of a report. Findings set aside are counted in, so that suppressing one does not change another.
  public init(_ report: Report) {
    let all = report.diagnostics + report.setAside.map(\.diagnostic)
    var fingerprints = [String](repeating: "", count: all.count)
    var seen: [String: Int] = [:]
    let order = all.indices.sorted { left, right in
      all[left].precedes(all[right]) || !all[right].precedes(all[left]) && left < right
    }
    for index in order {
      let key = Self.key(all[index])
      let number = seen[key, default: 0]
      seen[key] = number + 1
      fingerprints[index] = Self.hash(key + "\u{1F}\(number)")
    }
    diagnostics = Array(fingerprints[..<report.diagnostics.count])
    setAside = Array(fingerprints[report.diagnostics.count...])
  }

  private static func key(_ diagnostic: Diagnostic) -> String {
    let identity = diagnostic.identity
    let file = identity.namesObject ? "" : diagnostic.location.file
    return [
      identity.rule, identity.service, identity.method, identity.path, identity.part, identity.field, file,
    ].joined(separator: "\u{1F}")
  }

  /// FNV-1a with 128 bits: needs no secrecy, only the same answer on every machine.
  private static func hash(_ text: String) -> String {
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in text.utf8 { hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
