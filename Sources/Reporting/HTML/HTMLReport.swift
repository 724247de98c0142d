import GatewayModel
public import Linting

/// One self-contained page: faults by the answer that callers would get, and a map of the routes.
///
/// It needs no network and runs no script but its own, which only filters and draws lines: without it everything is
/// readable.
public enum HTMLReport {
  /// Writes the page piece by piece.
  public static func write(_ report: Report, to sink: (borrowing [UInt8]) -> Void) {
    let language = report.language
    func out(_ text: String) { sink(Array(text.utf8)) }
    out(head(report))
    out(summary(of: report))
    out(HTMLFindings.filters(report))
    out("<main id=\"main\">\n")
    HTMLFindings.write(report) { out($0) }
    if let map = report.routeMap, !map.services.isEmpty { HTMLRouteMap(map, language).write { out($0) } }
    out("</main>\n")
    out("<script>\(HTMLScript.text)</script>\n</body>\n</html>\n")
  }

  private static func head(_ report: Report) -> String {
    let title = Text(en: "gwlint report", zh: "gwlint 报告")[report.language]
    let skip = Text(en: "Skip to the findings", zh: "跳到问题列表")[report.language]
    return """
      <!DOCTYPE html>
      <html lang="\(report.language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="gwlint \(HTMLText.escaped(report.toolVersion))">
      <title>\(title)</title>
      <style>\(HTMLStyle.text)</style>
      </head>
      <body>
      <a class="skip" href="#main">\(skip)</a>

      """
  }

  private static func summary(of report: Report) -> String {
    let language = report.language
    let summary = report.summary
    let counts: [(String, Int, Text)] = [
      ("error", summary.errors, Text(en: summary.errors == 1 ? "error" : "errors", zh: "错误")),
      ("warning", summary.warnings, Text(en: summary.warnings == 1 ? "warning" : "warnings", zh: "警告")),
      ("hint", summary.hints, Text(en: summary.hints == 1 ? "hint" : "hints", zh: "提示")),
      ("plain", summary.files, Text(en: summary.files == 1 ? "file checked" : "files checked", zh: "已检查文件")),
      ("plain", summary.fixable, Text(en: "fixable by --fix", zh: "可由 --fix 修复")),
    ]
    var html = "<header class=\"top\">\n<h1>gwlint</h1>\n<ul class=\"counts\">\n"
    for (kind, count, label) in counts {
      html += "<li class=\"\(kind)\"><b>\(count)</b> \(label[language])</li>\n"
    }
    html += "</ul>\n<nav aria-label=\"\(Text(en: "Sections", zh: "章节")[language])\">"
    html += "<a href=\"#findings\">\(Text(en: "Findings", zh: "问题")[language])</a>"
    if report.routeMap?.services.isEmpty == false {
      html += " <a href=\"#routes\">\(Text(en: "Route map", zh: "路由图")[language])</a>"
    }
    html += "</nav>\n</header>\n"
    guard !report.errors.isEmpty else { return html }
    let title = Text(
      en: "Not everything could be looked at", zh: "部分内容未能检查")[language]
    html += "<section class=\"failed\" role=\"alert\">\n<h2>\(title)</h2>\n<ul>\n"
    for error in report.errors {
      html += "<li><code>\(HTMLText.escaped(error.place))</code> \(HTMLText.prose(error.message))</li>\n"
    }
    return html + "</ul>\n</section>\n"
  }
}
