public import Linting
import SourceText

/// The report in JUnit's XML form: a suite for every file, a test case for every finding, and one that passes for a file
/// without any. What is below the fail level does not fail its case, so that the run and its report agree.
public enum JUnitReport {
  /// Writes the report piece by piece.
  public static func write(_ report: Report, to sink: (borrowing [UInt8]) -> Void) {
    var byFile: [String: [Diagnostic]] = [:]
    for file in report.sources.keys { byFile[file] = [] }
    for diagnostic in report.diagnostics { byFile[diagnostic.location.file, default: []].append(diagnostic) }
    let files = byFile.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let failures = report.diagnostics.count { report.fails($0) }
    let tests = report.errors.count + files.reduce(0) { $0 + max(1, $1.value.count) }

    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gwlint\" tests=\"\(tests)\" "
    text += "failures=\"\(failures)\" errors=\"\(report.errors.count)\">\n"
    if !report.errors.isEmpty { text += suite(of: report.errors) }
    for (file, diagnostics) in files {
      text += suite(of: diagnostics, in: file, report)
      if text.utf8.count > 1 << 16 {
        sink(Array(text.utf8))
        text = ""
      }
    }
    sink(Array((text + "</testsuites>\n").utf8))
  }

  private static func suite(of errors: [RunError]) -> String {
    let count = errors.count
    var text = "  <testsuite name=\"gwlint\" tests=\"\(count)\" failures=\"0\" errors=\"\(count)\">\n"
    for error in errors {
      text += "    <testcase name=" + XMLText.attribute(error.place.isEmpty ? "gwlint" : error.place)
      text += " classname=\"gwlint\">\n      <error type=\"error\" message=" + XMLText.attribute(error.message)
      text += "/>\n    </testcase>\n"
    }
    return text + "  </testsuite>\n"
  }

  private static func suite(of diagnostics: [Diagnostic], in file: String, _ report: Report) -> String {
    let failures = diagnostics.count { report.fails($0) }
    var text = "  <testsuite name=" + XMLText.attribute(file)
    text += " tests=\"\(max(1, diagnostics.count))\" failures=\"\(failures)\" errors=\"0\">\n"
    if diagnostics.isEmpty {
      text += "    <testcase name=\"gwlint\" classname=" + XMLText.attribute(file) + "/>\n"
    }
    for diagnostic in diagnostics { text += testCase(of: diagnostic, report) }
    return text + "  </testsuite>\n"
  }

  private static func testCase(of diagnostic: Diagnostic, _ report: Report) -> String {
    let start = diagnostic.location.range.start
    let place = "\(diagnostic.location.file):\(start.line):\(start.column)"
    var text = "    <testcase name=" + XMLText.attribute("\(diagnostic.rule) \(start.line):\(start.column)")
    text += " classname=" + XMLText.attribute(diagnostic.location.file) + ">\n"
    let body = "\(place): \(diagnostic.severity.name)[\(diagnostic.rule)]: \(diagnostic.fullMessage(report.language))"
    if report.fails(diagnostic) {
      text += "      <failure type=\"\(diagnostic.severity.name)\" message=" + XMLText.attribute(diagnostic.message)
      text += ">" + XMLText.content(body) + "</failure>\n"
    } else {
      text += "      <system-out>" + XMLText.content(body) + "</system-out>\n"
    }
    return text + "    </testcase>\n"
  }
}
