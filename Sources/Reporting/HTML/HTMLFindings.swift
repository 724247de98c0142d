import GatewayModel
import Linting
import SourceText

/// The findings, under the answer that callers would get.
enum HTMLFindings {
  /// Controls that narrow the list.
  static func filters(_ report: Report) -> String {
    guard !report.diagnostics.isEmpty else { return "" }
    let language = report.language
    var html = "<form class=\"filters\" role=\"search\" aria-label=\"\(Text(en: "Filter", zh: "筛选")[language])\">\n"
    for severity in Severity.allCases.reversed()
    where report.diagnostics.contains(where: { $0.severity == severity }) {
      let word = SeverityWord.word(severity)[language]
      html += "<label class=\"\(severity.name)\"><input type=\"checkbox\" name=\"severity\" value=\"\(severity.name)\" "
      html += "checked> \(word)</label>\n"
    }
    let files = Set(report.diagnostics.map(\.location.file)).sorted()
    if files.count > 1 {
      html += "<label>\(Text(en: "File", zh: "文件")[language]) <select name=\"file\"><option value=\"\">"
      html += "\(Text(en: "all", zh: "全部")[language])</option>"
      for file in files { html += "<option>\(HTMLText.escaped(file))</option>" }
      html += "</select></label>\n"
    }
    let search = Text(en: "Search", zh: "搜索")[language]
    let placeholder = Text(en: "rule, path, text", zh: "规则、路径、文字")[language]
    html += "<label>\(search) <input type=\"search\" name=\"text\" placeholder=\"\(placeholder)\"></label>\n"
    html += "<output aria-live=\"polite\"></output>\n</form>\n"
    return html
  }

  /// Writes all findings.
  static func write(_ report: Report, _ out: (String) -> Void) {
    let language = report.language
    out("<section id=\"findings\">\n<h2>\(Text(en: "Findings", zh: "问题")[language])</h2>\n")
    if report.diagnostics.isEmpty {
      let isClean = report.errors.isEmpty && report.summary.files > 0
      let text =
        isClean
        ? Text(en: "Nothing was found.", zh: "没有发现问题。")
        : report.summary.files > 0
          ? Text(en: "Nothing was found in what could be looked at.", zh: "在能够检查的内容中没有发现问题。")
          : Text(en: "There was no gateway definition to look at.", zh: "没有可检查的网关定义。")
      out("<p\(isClean ? " class=\"clean\"" : "")>\(text[language])</p>\n")
    } else {
      let text = Text(en: "No finding matches the filter.", zh: "没有符合筛选条件的问题。")
      out("<p class=\"unmatched\" hidden>\(text[language])</p>\n")
    }
    let secrets = report.sources.mapValues { SecretMask($0) }
    func excerpt(_ location: Location) -> String {
      guard let source = report.sources[location.file], let mask = secrets[location.file] else { return "" }
      return HTMLExcerpt(source, location.range, without: mask).html
    }
    for group in groups(of: report.diagnostics) {
      out("<section class=\"fault\">\n<h3>\(heading(group.fault, language))</h3>\n")
      for diagnostic in group.diagnostics { out(article(diagnostic, language, excerpt)) }
      out("</section>\n")
    }
    out("</section>\n")
  }

  /// One answer, and the findings that lead to it.
  private struct Group {
    let fault: Fault?
    var diagnostics: [Diagnostic]
  }

  /// Groups by the first answer, the most severe first; what has none comes last.
  private static func groups(of diagnostics: [Diagnostic]) -> [Group] {
    var groups: [Group] = []
    var places: [Fault?: Int] = [:]
    for diagnostic in diagnostics {
      if let place = places[diagnostic.faults.first] {
        groups[place].diagnostics.append(diagnostic)
      } else {
        places[diagnostic.faults.first] = groups.count
        groups.append(Group(fault: diagnostic.faults.first, diagnostics: [diagnostic]))
      }
    }
    func rank(_ group: Group, _ order: Int) -> (Int, Int, Int, Int) {
      let worst = group.diagnostics.map(\.severity).max() ?? .hint
      return (group.fault == nil ? 1 : 0, -Int(worst.rawValue), -group.diagnostics.count, order)
    }
    return groups.enumerated().sorted { rank($0.element, $0.offset) < rank($1.element, $1.offset) }.map(\.element)
  }

  private static func heading(_ fault: Fault?, _ language: Language) -> String {
    guard let fault else { return Text(en: "No answer of the gateway's own", zh: "不直接对应网关错误")[language] }
    let status = fault.status == 0 ? "TLS" : String(fault.status)
    return "<span class=\"status\">\(status)</span> \(HTMLText.escaped(fault.message))"
  }

  private static func article(
    _ diagnostic: Diagnostic, _ language: Language, _ excerpt: (Location) -> String
  ) -> String {
    let location = diagnostic.location
    let place = "\(location.file):\(location.range.start.line):\(location.range.start.column)"
    let severity = diagnostic.severity.name
    let rule = HTMLText.escaped(diagnostic.rule)
    let link =
      diagnostic.url.isEmpty
      ? "<code>\(rule)</code>" : "<a href=\"\(HTMLText.escaped(diagnostic.url))\"><code>\(rule)</code></a>"
    var html = "<article class=\"finding \(severity)\" data-severity=\"\(severity)\" "
    html += "data-file=\"\(HTMLText.escaped(location.file))\">\n"
    html += "<h4><span class=\"badge \(severity)\">\(SeverityWord.word(diagnostic.severity)[language])</span> "
    html += "\(HTMLText.prose(diagnostic.message))</h4>\n"
    html += "<p class=\"where\"><code>\(HTMLText.escaped(place))</code> \(link)</p>\n"
    html += excerpt(location) + "\n"
    for related in diagnostic.related {
      let start = related.location.range.start
      let other = HTMLText.escaped("\(related.location.file):\(start.line):\(start.column)")
      html += "<div class=\"related\"><p><code>\(other)</code> \(HTMLText.prose(related.message))</p>"
      html += excerpt(related.location) + "</div>\n"
    }
    html += notes(of: diagnostic, language)
    return html + "</article>\n"
  }

  private static func notes(of diagnostic: Diagnostic, _ language: Language) -> String {
    var html = ""
    func note(_ title: Text, _ body: String) { html += "<dt>\(title[language])</dt><dd>\(body)</dd>\n" }
    if diagnostic.faults.count > 1 {
      let others = diagnostic.faults.dropFirst().map { HTMLText.escaped("\($0.status) \($0.message)") }
      note(Text(en: "Callers may also get", zh: "也可能返回"), others.joined(separator: "<br>"))
    }
    if !diagnostic.help.isEmpty { note(Text(en: "What to do", zh: "建议"), HTMLText.prose(diagnostic.help)) }
    if let fix = diagnostic.fixes.first {
      let how = fix.applicability == .safe ? "gwlint --fix" : "gwlint --fix --unsafe-fixes"
      note(Text(en: "Fix", zh: "修复"), "\(HTMLText.prose(fix.title)) <code>\(how)</code>")
    }
    return html.isEmpty ? "" : "<dl>\n\(html)</dl>\n"
  }
}
