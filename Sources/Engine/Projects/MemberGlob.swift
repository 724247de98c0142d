import GatewayModel

/// A glob of a manifest: which files belong to its service. Relative to the manifest's folder; `../` leads out of it.
struct MemberGlob: Sendable {
  /// The glob as it is written.
  let pattern: String
  /// The fixed folders that every path which matches lies below: absolute, with a slash at the end.
  let base: String
  /// The segments below that folder.
  let segments: [Substring]
  private let glob: Glob

  /// Reads a glob as it is written in a manifest.
  /// - Parameter folder: the manifest's folder, absolute and clean.
  init(_ pattern: String, in folder: String) {
    self.pattern = pattern
    var base = pattern.utf8.first == UInt8(ascii: "/") ? [] : folder.split(separator: "/").map(String.init)
    var segments: [Substring] = []
    for segment in pattern.split(separator: "/") where segment != "." {
      if segment == ".." {
        if segments.popLast() == nil { _ = base.popLast() }
      } else {
        segments.append(segment)
      }
    }
    let fixed = segments.dropLast().prefix { !Self.hasSigns($0) }
    base += fixed.map(String.init)
    self.base = base.isEmpty ? "/" : "/" + base.joined(separator: "/") + "/"
    self.segments = Array(segments.dropFirst(fixed.count))
    glob = Glob(self.segments.joined(separator: "/"))
  }

  private static func hasSigns(_ segment: Substring) -> Bool {
    segment.utf8.contains { Array("*?[]{}\\".utf8).contains($0) }
  }

  /// Whether it names one file by its own name.
  var isLiteral: Bool { segments.count == 1 && !Self.hasSigns(segments[0]) }

  /// Whether alternatives in braces reach over a slash, so that segments are no units.
  var hasSlashInBraces: Bool {
    segments.contains { segment in
      segment.utf8.count { $0 == UInt8(ascii: "{") } != segment.utf8.count { $0 == UInt8(ascii: "}") }
    }
  }

  /// Whether a tool fills it in later, so that what it matches is unknown.
  var isTemplated: Bool { Field.isTemplate(pattern.utf8) }

  /// Whether an absolute path matches.
  func matches(_ path: String) -> Bool {
    guard path.utf8.starts(with: base.utf8) else { return false }
    return glob.matches(path[path.utf8.index(path.startIndex, offsetBy: base.utf8.count)...])
  }
}
