import GatewayModel
public import Linting
import SourceText

/// The report as JSON, version 1: one diagnostic a line.
public enum JSONReport {
  /// Writes the report piece by piece.
  public static func write(_ report: Report, to sink: (borrowing [UInt8]) -> Void) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", 1)
    writer.breakLine(indentedBy: 1)
    writer.key("diagnostics")
    writer.beginArray()
    for diagnostic in report.diagnostics {
      writer.breakLine(indentedBy: 2)
      write(diagnostic, to: &writer)
      if writer.bytes.count > 1 << 16 { writer.flush(to: sink) }
    }
    writer.endArray()
    writer.breakLine(indentedBy: 1)
    writer.key("errors")
    writer.beginArray()
    for error in report.errors {
      writer.breakLine(indentedBy: 2)
      writer.beginObject()
      writer.member("file", error.file)
      let place = error.position.map { "\($0.line):\($0.column): " } ?? ""
      writer.member("message", place + error.message)
      writer.endObject()
    }
    writer.endArray()
    writer.breakLine(indentedBy: 1)
    writer.key("summary")
    write(report.summary, to: &writer)
    writer.endObject()
    writer.flush(to: sink)
    sink([UInt8(ascii: "\n")])
  }

  private static func write(_ summary: Summary, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("files", summary.files)
    writer.member("skipped", summary.skipped)
    writer.member("errors", summary.errors)
    writer.member("warnings", summary.warnings)
    writer.member("hints", summary.hints)
    writer.member("fixable", summary.fixable)
    writer.member("fixed", summary.fixed)
    writer.endObject()
  }

  private static func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("rule", diagnostic.rule)
    writer.member("severity", diagnostic.severity.name)
    writer.member("message", diagnostic.message)
    writer.member("help", diagnostic.help)
    writer.member("url", diagnostic.url)
    writer.key("faults")
    writer.beginArray()
    for fault in diagnostic.faults {
      writer.beginObject()
      writer.member("status", Int(fault.status))
      writer.member("message", fault.message)
      writer.endObject()
    }
    writer.endArray()
    writer.member("file", diagnostic.location.file)
    writer.key("range")
    write(diagnostic.location.range, to: &writer)
    writer.key("related")
    writer.beginArray()
    for related in diagnostic.related {
      writer.beginObject()
      writer.member("file", related.location.file)
      writer.key("range")
      write(related.location.range, to: &writer)
      writer.member("message", related.message)
      writer.endObject()
    }
    writer.endArray()
    writer.key("fixes")
    writer.beginArray()
    for fix in diagnostic.fixes { write(fix, to: &writer) }
    writer.endArray()
    writer.endObject()
  }

  private static func write(_ fix: Fix, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("title", fix.title)
    writer.member("applicability", fix.applicability.rawValue)
    writer.key("edits")
    writer.beginArray()
    for edit in fix.edits {
      writer.beginObject()
      writer.key("range")
      write(edit.range, to: &writer)
      writer.member("text", edit.text)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private static func write(_ range: SourceRange, to writer: inout JSONWriter) {
    writer.beginObject()
    for (name, position) in [("start", range.start), ("end", range.end)] {
      writer.key(name)
      writer.beginObject()
      writer.member("line", Int(position.line))
      writer.member("column", Int(position.column))
      writer.member("offset", Int(position.offset))
      writer.endObject()
    }
    writer.endObject()
  }
}
