import Engine
import GatewayModel
import GatewayRouting
import Linting
import Reporting
import Routing
import SourceText

/// A trace as JSON.
struct TraceJSON {
  private let trace: RequestTrace
  private let language: Language

  init(_ trace: RequestTrace, language: Language) {
    self.trace = trace
    self.language = language
  }

  var text: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("request")
    writer.beginObject()
    writer.member("method", trace.method)
    writer.member("url", trace.url.written)
    writer.endObject()
    writer.member("outcome", trace.outcome.rawValue)
    writer.member("service", orNull: trace.service?.name)
    writer.member("environment", orNull: trace.environment?.name)
    writer.member("api", orNull: trace.api?.displayName)
    writer.member("path", orNull: trace.api?.pathText)
    writeVariables(to: &writer)
    writer.member("backend", orNull: trace.backend)
    writer.key("definition")
    if let api = trace.api { writer.value(api.project.location(of: .part(api.id))) } else { writer.null() }
    writer.key("steps")
    writer.beginArray()
    for step in trace.steps {
      writer.breakLine(indentedBy: 1)
      writer.beginObject()
      writer.member("step", step.name.rawValue)
      writer.member("detail", step.detail[language])
      writer.endObject()
    }
    writer.endArray()
    writer.key("candidates")
    writer.beginArray()
    for candidate in trace.candidates {
      writer.breakLine(indentedBy: 1)
      writer.beginObject()
      writer.member("api", candidate.api.displayName)
      writer.member("path", orNull: candidate.api.pathText)
      writer.member("why", candidate.why[language])
      writer.endObject()
    }
    writer.endArray()
    writer.key("fault")
    writer.value(trace.fault)
    writer.member("help", orNull: trace.help?[language])
    writer.endObject()
    return writer.text + "\n"
  }

  private func writeVariables(to writer: inout JSONWriter) {
    writer.key("variables")
    guard trace.api != nil else { return writer.null() }
    writer.beginObject()
    for variable in trace.variables { writer.member(variable.name, variable.value) }
    writer.endObject()
  }
}

extension JSONWriter {
  /// Writes a member with a text, or null.
  mutating func member(_ name: String, orNull text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  /// Writes a place as an object of file and range.
  mutating func value(_ location: Location) {
    beginObject()
    member("file", location.file)
    key("range")
    value(location.range)
    endObject()
  }

  /// Writes a range as every form of output does.
  mutating func value(_ range: SourceRange) {
    beginObject()
    for (name, position) in [("start", range.start), ("end", range.end)] {
      key(name)
      beginObject()
      member("line", Int(position.line))
      member("column", Int(position.column))
      member("offset", Int(position.offset))
      endObject()
    }
    endObject()
  }

  /// Writes a row of the error table, or null.
  mutating func value(_ fault: Fault?) {
    guard let fault else { return null() }
    beginObject()
    member("status", Int(fault.status))
    member("message", fault.message)
    endObject()
  }
}
