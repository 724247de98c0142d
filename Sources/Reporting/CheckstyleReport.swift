public import Linting
import SourceText

/// The report in checkstyle's XML form: one element a file that has findings.
public enum CheckstyleReport {
  /// Writes the report piece by piece.
  public static func write(_ report: Report, to sink: (borrowing [UInt8]) -> Void) {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n"
    for error in report.errors {
      text += "  <file name=\(XMLText.attribute(error.file))>\n"
      text += element(
        line: error.position?.line ?? 1, column: error.position?.column ?? 1, severity: "error",
        message: error.message, source: "gwlint")
      text += "  </file>\n"
    }
    var file: String?
    for diagnostic in report.diagnostics {
      if diagnostic.location.file != file {
        if file != nil { text += "  </file>\n" }
        text += "  <file name=\(XMLText.attribute(diagnostic.location.file))>\n"
        file = diagnostic.location.file
      }
      let start = diagnostic.location.range.start
      text += element(
        line: start.line, column: start.column, severity: severity(diagnostic.severity),
        message: diagnostic.fullMessage(report.language), source: "gwlint.\(diagnostic.rule)")
      if text.utf8.count > 1 << 16 {
        sink(Array(text.utf8))
        text = ""
      }
    }
    if file != nil { text += "  </file>\n" }
    sink(Array((text + "</checkstyle>\n").utf8))
  }

  private static func element(line: UInt32, column: UInt32, severity: String, message: String, source: String) -> String
  {
    "    <error line=\"\(line)\" column=\"\(column)\" severity=\"\(severity)\" message="
      + XMLText.attribute(message) + " source=" + XMLText.attribute(source) + "/>\n"
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint: "info"
    }
  }
}
