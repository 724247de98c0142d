public import Linting

/// Findings that are known already and do not count. It is keyed on what findings are about, so that moved lines,
/// renamed files and reordered APIs leave it valid.
public struct Baseline: Sendable {
  /// What is known.
  public let entries: [BaselineEntry]

  /// A baseline from its entries.
  public init(_ entries: [BaselineEntry]) {
    self.entries = entries
  }

  /// The baseline that knows all of these findings.
  /// - Parameter currentFolder: the folder that the findings' file names are relative to.
  public init(of diagnostics: [Diagnostic], currentFolder: String) {
    var counts: [BaselineEntry: Int] = [:]
    for diagnostic in diagnostics {
      let file = PathName.absolute(diagnostic.location.file, from: currentFolder)
      counts[BaselineEntry(identity: diagnostic.identity, file: file), default: 0] += 1
    }
    entries = counts.map { BaselineEntry(identity: $0.key.identity, file: $0.key.file, count: $0.value) }
      .sorted { $0.precedes($1) }
  }

  /// Findings compared with a baseline.
  public struct Comparison: Sendable {
    /// Indices of the findings that the baseline does not know.
    public var new: [Int] = []
    /// Indices of those that it knows.
    public var known: [Int] = []
    /// What no finding matches.
    public var unmatched: [BaselineEntry] = []
  }

  /// Compares findings with the baseline.
  ///
  /// A finding first takes an entry of its own file, then, where it names an object of the gateway, an entry of another
  /// file that was linted as well or is gone: an API may move. What names no object takes entries of files that are
  /// gone, so that a renamed file keeps them.
  /// - Parameters:
  ///   - state: what became of the file of an entry.
  public func compare(
    _ diagnostics: [Diagnostic], currentFolder: String, state: (BaselineEntry) -> FileState
  ) -> Comparison {
    var left: [BaselineEntry: Int] = [:]
    for entry in entries { left[BaselineEntry(identity: entry.identity, file: entry.file), default: 0] += entry.count }
    var comparison = Comparison()
    var pending: [Int] = []
    for (index, diagnostic) in diagnostics.enumerated() {
      let file = PathName.absolute(diagnostic.location.file, from: currentFolder)
      let key = BaselineEntry(identity: diagnostic.identity, file: file)
      if let count = left[key], count > 0 {
        left[key] = count - 1
        comparison.known.append(index)
      } else {
        pending.append(index)
      }
    }
    var movable: [FindingIdentity: [BaselineEntry]] = [:]
    for entry in entries {
      let key = BaselineEntry(identity: entry.identity, file: entry.file)
      guard let count = left[key], count > 0 else { continue }
      switch state(entry) {
      case .gone: movable[entry.identity, default: []].append(key)
      case .linted where entry.identity.namesObject: movable[entry.identity, default: []].append(key)
      case .linted, .unknown: break
      }
    }
    for index in pending {
      let identity = diagnostics[index].identity
      if let key = movable[identity]?.first(where: { left[$0, default: 0] > 0 }) {
        left[key, default: 0] -= 1
        comparison.known.append(index)
      } else {
        comparison.new.append(index)
      }
    }
    comparison.known.sort()
    comparison.unmatched = entries.compactMap { entry in
      let key = BaselineEntry(identity: entry.identity, file: entry.file)
      guard let count = left[key], count > 0 else { return nil }
      left[key] = 0
      return BaselineEntry(identity: entry.identity, file: entry.file, count: count)
    }
    return comparison
  }

  /// What became of the file of an entry.
  public enum FileState: Sendable {
    /// It was linted, and the rule ran on it.
    case linted
    /// It is not there any more.
    case gone
    /// It was not looked at in this run.
    case unknown
  }

  /// The baseline without entries, each taken away as often as it counts.
  public func without(_ stale: [BaselineEntry]) -> Baseline {
    var surplus: [BaselineEntry: Int] = [:]
    for entry in stale { surplus[BaselineEntry(identity: entry.identity, file: entry.file), default: 0] += entry.count }
    return Baseline(
      entries.compactMap { entry in
        let key = BaselineEntry(identity: entry.identity, file: entry.file)
        let taken = min(entry.count, surplus[key] ?? 0)
        surplus[key, default: 0] -= taken
        return taken == entry.count
          ? nil : BaselineEntry(identity: entry.identity, file: entry.file, count: entry.count - taken)
      })
  }
}
