import Linting

/// How often each rule spoke, the most frequent first.
struct RuleStatistics {
  private let counts: [(rule: String, severity: Severity, count: Int)]

  init(_ report: Report) {
    var counts: [String: (Severity, Int)] = [:]
    for diagnostic in report.diagnostics {
      let known = counts[diagnostic.rule] ?? (diagnostic.severity, 0)
      counts[diagnostic.rule] = (max(known.0, diagnostic.severity), known.1 + 1)
    }
    self.counts = counts.map { (rule: $0.key, severity: $0.value.0, count: $0.value.1) }
      .sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
  }

  /// One line a rule.
  var text: String {
    let width = String(counts.map(\.count).max() ?? 0).count
    return counts.map { entry in
      let count = String(entry.count)
      let severity = entry.severity.name
      return String(repeating: " ", count: width - count.count) + count + "  "
        + severity + String(repeating: " ", count: 9 - severity.count) + entry.rule + "\n"
    }.joined()
  }
}
