public import Linting
import SourceText

/// The report in reviewdog's diagnostic format. Its columns count bytes.
public enum RDJSONReport {
  /// Writes the report piece by piece.
  public static func write(_ report: Report, to sink: (borrowing [UInt8]) -> Void) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("source")
    writer.beginObject()
    writer.member("name", "gwlint")
    writer.endObject()
    writer.member("severity", "WARNING")
    writer.key("diagnostics")
    writer.beginArray()
    for error in report.errors {
      writer.breakLine(indentedBy: 1)
      writer.beginObject()
      writer.member("message", error.message)
      writer.key("location")
      writer.beginObject()
      writer.member("path", error.file)
      if let position = error.position {
        writer.key("range")
        writeRange(SourceRange(start: position, end: position), in: nil, to: &writer)
      }
      writer.endObject()
      writer.member("severity", "ERROR")
      writer.endObject()
    }
    for diagnostic in report.diagnostics {
      writer.breakLine(indentedBy: 1)
      write(diagnostic, of: report, to: &writer)
      if writer.bytes.count > 1 << 16 { writer.flush(to: sink) }
    }
    writer.endArray()
    writer.endObject()
    writer.flush(to: sink)
    sink([UInt8(ascii: "\n")])
  }

  private static func write(_ diagnostic: Diagnostic, of report: Report, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("message", diagnostic.fullMessage(report.language))
    writeLocation(diagnostic.location, report, to: &writer)
    writer.member("severity", severity(diagnostic.severity))
    writer.key("code")
    writer.beginObject()
    writer.member("value", diagnostic.rule)
    if !diagnostic.url.isEmpty { writer.member("url", diagnostic.url) }
    writer.endObject()
    // A suggestion is one replacement: a fix of several would be offered in pieces that make no sense alone.
    let fixes = diagnostic.fixes.filter { $0.edits.count == 1 }
    if !fixes.isEmpty {
      writer.key("suggestions")
      writer.beginArray()
      for fix in fixes {
        writer.beginObject()
        writer.key("range")
        writeRange(fix.edits[0].range, in: report.sources[diagnostic.location.file], to: &writer)
        writer.member("text", fix.edits[0].text)
        writer.endObject()
      }
      writer.endArray()
    }
    if !diagnostic.related.isEmpty {
      writer.key("related_locations")
      writer.beginArray()
      for related in diagnostic.related {
        writer.beginObject()
        writer.member("message", related.message)
        writeLocation(related.location, report, to: &writer)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
  }

  private static func writeLocation(_ location: Location, _ report: Report, to writer: inout JSONWriter) {
    writer.key("location")
    writer.beginObject()
    writer.member("path", location.file)
    writer.key("range")
    writeRange(location.range, in: report.sources[location.file], to: &writer)
    writer.endObject()
  }

  private static func writeRange(_ range: SourceRange, in source: SourceText?, to writer: inout JSONWriter) {
    writer.beginObject()
    for (name, position) in [("start", range.start), ("end", range.end)] {
      writer.key(name)
      writer.beginObject()
      writer.member("line", Int(position.line))
      writer.member("column", byteColumn(position, in: source))
      writer.endObject()
    }
    writer.endObject()
  }

  private static func byteColumn(_ position: SourcePosition, in source: SourceText?) -> Int {
    guard let source, position.line <= source.lineCount else { return Int(position.column) }
    return 1 + Int(position.offset) - Int(source.span(ofLine: position.line).start)
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .hint: "INFO"
    }
  }
}
