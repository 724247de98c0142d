public import Linting
import SourceText

/// The report for GitLab's Code Quality widget.
public enum GitLabReport {
  /// Writes the report piece by piece.
  public static func write(_ report: Report, to sink: (borrowing [UInt8]) -> Void) {
    var writer = JSONWriter()
    writer.beginArray()
    for (index, error) in report.errors.enumerated() {
      writer.breakLine(indentedBy: 1)
      writeIssue(
        to: &writer, description: error.message, check: "gwlint", fingerprint: "gwlint-\(index)-\(error.file)",
        severity: "blocker", file: error.file, lines: Int(error.position?.line ?? 1)...Int(error.position?.line ?? 1))
    }
    for (diagnostic, fingerprint) in zip(report.diagnostics, Fingerprints(report).diagnostics) {
      let range = diagnostic.location.range
      writer.breakLine(indentedBy: 1)
      writeIssue(
        to: &writer, description: diagnostic.fullMessage(report.language), check: diagnostic.rule,
        fingerprint: fingerprint, severity: severity(diagnostic.severity), file: diagnostic.location.file,
        lines: Int(range.start.line)...Int(range.end.line))
      if writer.bytes.count > 1 << 16 { writer.flush(to: sink) }
    }
    writer.endArray()
    writer.flush(to: sink)
    sink([UInt8(ascii: "\n")])
  }

  private static func writeIssue(
    to writer: inout JSONWriter, description: String, check: String, fingerprint: String, severity: String,
    file: String, lines: ClosedRange<Int>
  ) {
    writer.beginObject()
    writer.member("description", description)
    writer.member("check_name", check)
    writer.member("fingerprint", fingerprint)
    writer.member("severity", severity)
    writer.key("location")
    writer.beginObject()
    writer.member("path", file.isEmpty ? "." : file)
    writer.key("lines")
    writer.beginObject()
    writer.member("begin", lines.lowerBound)
    writer.member("end", lines.upperBound)
    writer.endObject()
    writer.endObject()
    writer.endObject()
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "minor"
    case .hint: "info"
    }
  }
}
