public import Linting
import SourceText

/// The report as annotations of a GitHub workflow, and what does not fit into them for the job's summary.
///
/// GitHub shows the first ten annotations of each level of a step and drops the others without a word. So the most severe
/// come first, no more are written than are shown, and the rest stands in the summary.
public struct GitHubReport: Sendable {
  /// Annotations of one level that GitHub shows for a step.
  public static let annotationLimit = 10
  /// Bytes that GitHub takes for the summary of a step.
  public static let summaryLimit = 1 << 20

  private let report: Report
  private let annotated: [Diagnostic]
  private let rest: [Diagnostic]

  /// Chooses what becomes an annotation.
  public init(_ report: Report) {
    self.report = report
    var counts: [Severity: Int] = [.error: min(report.errors.count, Self.annotationLimit)]
    var annotated: [Diagnostic] = []
    var rest: [Diagnostic] = []
    for severity in Severity.allCases.reversed() {
      for diagnostic in report.diagnostics where diagnostic.severity == severity {
        if counts[severity, default: 0] < Self.annotationLimit {
          counts[severity, default: 0] += 1
          annotated.append(diagnostic)
        } else {
          rest.append(diagnostic)
        }
      }
    }
    self.annotated = annotated
    self.rest = rest
  }

  /// Whether there is more than annotations can show.
  public var hasRest: Bool { !rest.isEmpty || report.errors.count > Self.annotationLimit }

  /// The lines for the log. What annotations cannot show is named there as plain lines.
  /// - Parameter hasSummary: whether the rest is written to the job's summary as well, which is said then.
  public func log(hasSummary: Bool) -> [UInt8] {
    var text = ""
    for error in report.errors.prefix(Self.annotationLimit) { text += annotation(of: error) }
    for diagnostic in annotated { text += annotation(of: diagnostic) }
    guard hasRest else { return Array(text.utf8) }
    let count = rest.count + max(0, report.errors.count - Self.annotationLimit)
    text += plainLine(
      hasSummary
        ? Text(
          en: "GitHub shows no more annotations; the other \(count) are in the summary of the job and below.",
          zh: "GitHub 不再显示更多注解；其余 \(count) 条见作业摘要和下文。")[report.language]
        : Text(
          en: "GitHub shows no more annotations; the other \(count) are below.",
          zh: "GitHub 不再显示更多注解；其余 \(count) 条见下文。")[report.language])
    for error in report.errors.dropFirst(Self.annotationLimit) { text += plainLine("\(error.place): \(error.message)") }
    for diagnostic in rest {
      let start = diagnostic.location.range.start
      text += plainLine(
        "\(diagnostic.location.file):\(start.line):\(start.column): \(diagnostic.severity.name)"
          + "[\(diagnostic.rule)]: \(diagnostic.message)")
    }
    return Array(text.utf8)
  }

  /// Markdown for the summary of the job: all that annotations cannot show, as far as GitHub takes it; empty where there
  /// is nothing left to tell.
  public var summary: [UInt8] {
    guard !rest.isEmpty else { return [] }
    var text = "### gwlint\n\n"
    text +=
      Text(
        en: "Not shown as annotations: \(rest.count) findings.", zh: "未显示为注解的问题：\(rest.count) 个。")[report.language]
    text += Text(en: "\n\n| level | rule | place | finding |", zh: "\n\n| 级别 | 规则 | 位置 | 问题 |")[report.language]
    text += "\n|---|---|---|---|\n"
    for (index, diagnostic) in rest.enumerated() {
      let start = diagnostic.location.range.start
      let place = "\(diagnostic.location.file):\(start.line):\(start.column)"
      let row =
        "| \(diagnostic.severity.name) | \(diagnostic.rule) | \(cell(place)) | \(cell(diagnostic.message)) |\n"
      if text.utf8.count + row.utf8.count > Self.summaryLimit - 1024 {
        let left = rest.count - index
        text +=
          Text(
            en: "\nThe summary is full: \(left) more findings are in the log.\n",
            zh: "\n摘要已达大小上限：另有 \(left) 个问题见日志。\n")[report.language]
        break
      }
      text += row
    }
    return Array(text.utf8)
  }

  // MARK: Lines

  private func annotation(of error: RunError) -> String {
    var properties = ["title=gwlint"]
    if !error.file.isEmpty { properties.insert("file=\(property(error.file))", at: 0) }
    if let position = error.position { properties.insert("line=\(position.line),col=\(position.column)", at: 1) }
    return "::error \(properties.joined(separator: ","))::\(data(error.message))\n"
  }

  private func annotation(of diagnostic: Diagnostic) -> String {
    let range = diagnostic.location.range
    var properties = "file=\(property(diagnostic.location.file)),line=\(range.start.line)"
    // GitHub refuses columns on an annotation of several lines.
    if range.start.line == range.end.line {
      properties += ",endLine=\(range.end.line),col=\(range.start.column),endColumn=\(range.end.column)"
    } else {
      properties += ",endLine=\(range.end.line)"
    }
    properties += ",title=\(property("gwlint \(diagnostic.rule)"))"
    return "::\(command(diagnostic.severity)) \(properties)::\(data(diagnostic.fullMessage(report.language)))\n"
  }

  private func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint: "notice"
    }
  }

  /// A line that the runner does not take for a command: neither `::` at its beginning nor `##[` within.
  private func plainLine(_ text: String) -> String {
    var safe = "- "
    var hashes = 0
    for scalar in DisplayLine(text.utf8).text.unicodeScalars {
      if scalar == "[", hashes >= 2 { safe += " " }
      hashes = scalar == "#" ? hashes + 1 : 0
      safe.unicodeScalars.append(scalar)
    }
    return safe + "\n"
  }

  /// Text as the data of a command.
  private func data(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result += DisplayLine(String(scalar).utf8).text
      }
    }
    return result
  }

  /// Text as the value of a command's property.
  private func property(_ text: String) -> String {
    var result = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text in a cell of a Markdown table, without any markup of its own.
  private func cell(_ text: String) -> String {
    var result = ""
    for scalar in DisplayLine(text.utf8).text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "|", "\\", "`", "*", "_", "[", "]", "(", ")", "#", "!", "~", "@": result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
