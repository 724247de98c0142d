import GatewayModel
public import Linting
import SourceText

/// The report as SARIF 2.1.0, for code scanning services and viewers.
public enum SARIFReport {
  /// The name under which results carry gwlint's fingerprint; its number changes when fingerprints do.
  static let fingerprintName = "gwlint/v1"

  /// Writes the report piece by piece.
  public static func write(_ report: Report, to sink: (borrowing [UInt8]) -> Void) {
    SARIFRun(report).write(to: sink)
  }
}

/// The writing of one report.
private struct SARIFRun {
  private let report: Report
  private let rules: [Rule]
  private let ruleIndices: [String: Int]
  private var writer = JSONWriter()

  init(_ report: Report) {
    self.report = report
    let spoken = Set(report.diagnostics.map(\.rule)).union(report.setAside.map(\.diagnostic.rule))
    rules = report.rules.filter { spoken.contains($0.id) }
    var indices: [String: Int] = [:]
    for (index, rule) in rules.enumerated() { indices[rule.id] = index }
    ruleIndices = indices
  }

  consuming func write(to sink: (borrowing [UInt8]) -> Void) {
    writer.beginObject()
    writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.key("runs")
    writer.beginArray()
    writer.breakLine(indentedBy: 1)
    writer.beginObject()
    writeTool()
    writer.breakLine(indentedBy: 2)
    writeInvocation()
    writer.breakLine(indentedBy: 2)
    writer.member("language", report.language == .zh ? "zh-CN" : "en-US")
    writer.member("columnKind", "unicodeCodePoints")
    writer.breakLine(indentedBy: 2)
    writer.key("results")
    writer.beginArray()
    let fingerprints = Fingerprints(report)
    for (diagnostic, fingerprint) in zip(report.diagnostics, fingerprints.diagnostics) {
      writeResult(diagnostic, fingerprint, setAside: nil)
      if writer.bytes.count > 1 << 16 { writer.flush(to: sink) }
    }
    for (setAside, fingerprint) in zip(report.setAside, fingerprints.setAside) {
      writeResult(setAside.diagnostic, fingerprint, setAside: setAside)
      if writer.bytes.count > 1 << 16 { writer.flush(to: sink) }
    }
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.flush(to: sink)
    sink([UInt8(ascii: "\n")])
  }

  // MARK: The tool

  private mutating func writeTool() {
    writer.key("tool")
    writer.beginObject()
    writer.key("driver")
    writer.beginObject()
    writer.member("name", "gwlint")
    if !report.toolVersion.isEmpty { writer.member("semanticVersion", report.toolVersion) }
    writer.key("rules")
    writer.beginArray()
    for rule in rules {
      writer.breakLine(indentedBy: 3)
      writeRule(rule)
    }
    writer.endArray()
    writer.endObject()
    writer.endObject()
  }

  private mutating func writeRule(_ rule: Rule) {
    let page = RulePage(rule, report.language)
    writer.beginObject()
    writer.member("id", rule.id)
    if !rule.aliases.isEmpty {
      writer.key("deprecatedIds")
      writer.beginArray()
      for alias in rule.aliases { writer.value(alias) }
      writer.endArray()
    }
    writeMessage("shortDescription", rule.summary[report.language])
    writeMessage("fullDescription", rule.explanation[report.language])
    writer.key("help")
    writer.beginObject()
    writer.member("text", page.text)
    writer.member("markdown", page.markdownBody)
    writer.endObject()
    if !rule.url.isEmpty { writer.member("helpUri", rule.url) }
    writer.key("defaultConfiguration")
    writer.beginObject()
    writer.member("level", level(rule.severity))
    writer.endObject()
    writer.key("properties")
    writer.beginObject()
    writer.key("tags")
    writer.beginArray()
    writer.value(rule.family.rawValue)
    writer.endArray()
    writer.member("precision", rule.confidence.first == .inferred ? "medium" : "high")
    writer.member("problem.severity", problemSeverity(rule.severity))
    writer.endObject()
    writer.endObject()
  }

  private mutating func writeInvocation() {
    writer.key("invocations")
    writer.beginArray()
    writer.beginObject()
    writer.member("executionSuccessful", report.errors.isEmpty)
    if !report.errors.isEmpty {
      writer.key("toolExecutionNotifications")
      writer.beginArray()
      for error in report.errors {
        writer.breakLine(indentedBy: 3)
        writer.beginObject()
        writer.member("level", "error")
        writeMessage("message", error.message)
        if !error.file.isEmpty {
          writer.key("locations")
          writer.beginArray()
          writer.beginObject()
          writePhysicalLocation(error.file, error.position.map { SourceRange(start: $0, end: $0) })
          writer.endObject()
          writer.endArray()
        }
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
    writer.endArray()
  }

  // MARK: Results

  private mutating func writeResult(_ diagnostic: Diagnostic, _ fingerprint: String, setAside: SetAsideDiagnostic?) {
    writer.breakLine(indentedBy: 3)
    writer.beginObject()
    writer.member("ruleId", diagnostic.rule)
    if let index = ruleIndices[diagnostic.rule] { writer.member("ruleIndex", index) }
    writer.member("level", level(diagnostic.severity))
    writeMessage("message", diagnostic.fullMessage(report.language))
    writer.key("locations")
    writer.beginArray()
    writer.beginObject()
    writePhysicalLocation(diagnostic.location.file, diagnostic.location.range)
    writer.endObject()
    writer.endArray()
    if !diagnostic.related.isEmpty { writeRelated(diagnostic.related) }
    writer.key("partialFingerprints")
    writer.beginObject()
    writer.member(SARIFReport.fingerprintName, fingerprint)
    writer.endObject()
    if report.isCompared { writer.member("baselineState", setAside?.cause == .baseline ? "unchanged" : "new") }
    if let setAside { writeSuppression(setAside) }
    if !diagnostic.fixes.isEmpty {
      writer.key("fixes")
      writer.beginArray()
      for fix in diagnostic.fixes where !fix.edits.isEmpty { writeFix(fix, in: diagnostic.location.file) }
      writer.endArray()
    }
    if !diagnostic.faults.isEmpty { writeFaults(diagnostic.faults) }
    writer.endObject()
  }

  private mutating func writeRelated(_ related: [RelatedLocation]) {
    writer.key("relatedLocations")
    writer.beginArray()
    for (index, place) in related.enumerated() {
      writer.beginObject()
      writer.member("id", index + 1)
      writePhysicalLocation(place.location.file, place.location.range)
      writeMessage("message", place.message)
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func writeSuppression(_ setAside: SetAsideDiagnostic) {
    writer.key("suppressions")
    writer.beginArray()
    writer.beginObject()
    writer.member("kind", setAside.cause == .comment ? "inSource" : "external")
    if !setAside.reason.isEmpty { writer.member("justification", setAside.reason) }
    writer.endObject()
    writer.endArray()
  }

  private mutating func writeFix(_ fix: Fix, in file: String) {
    writer.beginObject()
    writeMessage("description", fix.title)
    writer.key("artifactChanges")
    writer.beginArray()
    writer.beginObject()
    writeArtifactLocation(file)
    writer.key("replacements")
    writer.beginArray()
    for edit in fix.edits {
      writer.beginObject()
      writer.key("deletedRegion")
      writeRegion(edit.range)
      if !edit.text.isEmpty { writeMessage("insertedContent", edit.text) }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.key("properties")
    writer.beginObject()
    writer.member("applicability", fix.applicability.rawValue)
    writer.endObject()
    writer.endObject()
  }

  private mutating func writeFaults(_ faults: [Fault]) {
    writer.key("properties")
    writer.beginObject()
    writer.key("faults")
    writer.beginArray()
    for fault in faults {
      writer.beginObject()
      writer.member("status", Int(fault.status))
      writer.member("message", fault.message)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  // MARK: Small parts

  private mutating func writeMessage(_ name: String, _ text: String) {
    writer.key(name)
    writer.beginObject()
    writer.member("text", text)
    writer.endObject()
  }

  private mutating func writePhysicalLocation(_ file: String, _ range: SourceRange?) {
    writer.key("physicalLocation")
    writer.beginObject()
    writeArtifactLocation(file)
    if let range {
      writer.key("region")
      writeRegion(range)
    }
    writer.endObject()
  }

  private mutating func writeArtifactLocation(_ file: String) {
    writer.key("artifactLocation")
    writer.beginObject()
    writer.member("uri", FileURI.reference(to: file))
    if !FileURI.isAbsolute(file) { writer.member("uriBaseId", "%SRCROOT%") }
    writer.endObject()
  }

  private mutating func writeRegion(_ range: SourceRange) {
    writer.beginObject()
    writer.member("startLine", Int(range.start.line))
    writer.member("startColumn", Int(range.start.column))
    writer.member("endLine", Int(range.end.line))
    writer.member("endColumn", Int(range.end.column))
    writer.member("byteOffset", Int(range.start.offset))
    writer.member("byteLength", range.span.count)
    writer.endObject()
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint: "note"
    }
  }

  private func problemSeverity(_ severity: Severity) -> String {
    severity == .hint ? "recommendation" : severity.name
  }
}
