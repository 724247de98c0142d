import Linting
import SourceText

/// The route map: for each service and environment the URLs in the order in which they win, with lines from what is
/// shadowed to what shadows it.
struct HTMLRouteMap {
  private let map: RouteMap
  private let language: Language

  init(_ map: RouteMap, _ language: Language) {
    self.map = map
    self.language = language
  }

  func write(_ out: (String) -> Void) {
    out("<section id=\"routes\">\n<h2>\(Text(en: "Route map", zh: "路由图")[language])</h2>\n")
    let explanation = Text(
      en:
        "Routes stand in the order in which the gateway prefers them. A line leads from a route to the one that takes "
        + "its requests.",
      zh: "路由按网关的优先顺序排列。连线从被遮蔽的路由指向截走其请求的路由。")
    out("<p>\(explanation[language])</p>\n<ul class=\"legend\">")
    for verdict in RouteMap.Verdict.allCases {
      out("<li class=\"\(verdict.rawValue)\"><span class=\"sign\" aria-hidden=\"true\">\(Self.sign(verdict))</span> ")
      out("\(Self.word(verdict)[language])</li>")
    }
    out("</ul>\n")
    for (index, service) in map.services.enumerated() { write(service, "s\(index)", out) }
    out("</section>\n")
  }

  private func write(_ service: RouteMap.Service, _ id: String, _ out: (String) -> Void) {
    out("<section class=\"service\">\n<h3>\(HTMLText.escaped(service.name))</h3>\n")
    for (index, environment) in service.environments.enumerated() {
      write(environment, "\(id)e\(index)", isOpen: index == 0, out)
    }
    out("</section>\n")
  }

  private func write(_ environment: RouteMap.Environment, _ id: String, isOpen: Bool, _ out: (String) -> Void) {
    let lost = environment.routes.count { $0.verdict != .answers }
    out(
      "<details class=\"environment\"\(isOpen ? " open" : "")>\n<summary><b>\(HTMLText.escaped(environment.name))</b> ")
    if environment.isUnreleased {
      out("<span class=\"unreleased\">\(Text(en: "not released", zh: "未发布")[language])</span>")
    } else {
      let count = environment.routes.count
      out(Text(en: "\(count) \(count == 1 ? "route" : "routes")", zh: "\(count) 条路由")[language])
      if lost > 0 { out(Text(en: ", \(lost) with a flaw", zh: "，\(lost) 条有问题")[language]) }
    }
    out("</summary>\n")
    for base in environment.bases { out("<p class=\"base\"><code>\(HTMLText.escaped(base))</code></p>\n") }
    if environment.isUnreleased {
      let text = Text(
        en: "Every call is answered with 404 `There is no api match uri[…]` until the service is released here.",
        zh: "在该环境发布之前，所有调用都返回 404 `There is no api match uri[…]`。")
      out("<p>\(HTMLText.prose(text[language]))</p>\n")
    }
    out(
      "<div class=\"lanes\"><svg class=\"lines\" aria-hidden=\"true\"></svg><div class=\"scroll\"><table>\n<thead><tr>")
    let titles = [
      Text(en: "Result", zh: "结果"), Text(en: "Method", zh: "方法"), Text(en: "Path", zh: "路径"), Self.api, Self.backEnd,
      Self.place,
    ]
    for title in titles { out("<th scope=\"col\">\(title[language])</th>") }
    out("</tr></thead>\n<tbody>\n")
    for (index, route) in environment.routes.enumerated() { out(row(route, index, id, environment)) }
    out("</tbody>\n")
    if !environment.misses.isEmpty {
      out("<tbody class=\"misses\">\n")
      for miss in environment.misses {
        out("<tr class=\"miss\"><td><span class=\"sign\" aria-hidden=\"true\">404</span></td><td></td>")
        out("<td><code>\(HTMLText.escaped(miss.url))</code></td>")
        out("<td colspan=\"3\">\(HTMLText.escaped(miss.answer))</td></tr>\n")
      }
      out("</tbody>\n")
    }
    out("</table></div></div>\n</details>\n")
  }

  private func row(
    _ route: RouteMap.Route, _ index: Int, _ id: String, _ environment: RouteMap.Environment
  ) -> String {
    let verdict = route.verdict
    var html = "<tr id=\"\(id)r\(index)\" class=\"\(verdict.rawValue)\" data-rivals=\""
    html += route.rivals.map { "\(id)r\($0)" }.joined(separator: " ") + "\">\n"
    html += "<td><span class=\"verdict\"><span class=\"sign\" aria-hidden=\"true\">\(Self.sign(verdict))</span> "
    html += "<span class=\"word\">\(Self.word(verdict)[language])</span></span>"
    for rival in route.rivals.prefix(3) where rival < environment.routes.count {
      let other = environment.routes[rival]
      html += " <a href=\"#\(id)r\(rival)\"><code>\(HTMLText.escaped(other.path))</code></a>"
    }
    if route.rivals.count > 3 {
      html += Text(en: " and \(route.rivals.count - 3) more", zh: " 等 \(route.rivals.count) 条")[language]
    }
    html += "</td>\n<td><code class=\"method\">\(HTMLText.escaped(route.method))</code></td>\n"
    html += "<td><code class=\"path\">\(Self.path(route.path))</code>"
    html += "<small>\(Self.word(route.kind)[language])</small>"
    if verdict != .answers, !route.witness.isEmpty {
      html +=
        "<small>\(Text(en: "for example", zh: "例如")[language]) <code>\(HTMLText.escaped(route.witness))</code></small>"
    }
    html += "</td>\n\(cell(Self.api))\(HTMLText.escaped(route.api))"
    if !route.authentication.isEmpty { html += "<small>\(HTMLText.escaped(route.authentication))</small>" }
    let start = route.location.range.start
    html += "</td>\n\(cell(Self.backEnd))<code>\(HTMLText.escaped(route.backEnd))</code></td>\n"
    let place = HTMLText.escaped("\(route.location.file):\(start.line)")
    let name = route.location.file.split(separator: "/").last.map(String.init) ?? route.location.file
    html +=
      "\(cell(Self.place))<code title=\"\(place)\">\(HTMLText.escaped("\(name):\(start.line)"))</code></td>\n</tr>\n"
    return html
  }

  private static let api = Text(en: "API", zh: "API")
  private static let backEnd = Text(en: "Back end", zh: "后端")
  private static let place = Text(en: "Written at", zh: "位置")

  /// The beginning of a cell that carries the title of its column, for screens too narrow to show columns.
  private func cell(_ title: Text) -> String { "<td data-label=\"\(title[language])\">" }

  /// A path with its variables set apart.
  private static func path(_ path: String) -> String {
    var result = ""
    var rest = path[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += HTMLText.escaped(String(rest[..<open]))
      result += "<var>\(HTMLText.escaped(String(rest[open...close])))</var>"
      rest = rest[rest.index(after: close)...]
    }
    return result + HTMLText.escaped(String(rest))
  }

  private static func sign(_ verdict: RouteMap.Verdict) -> String {
    switch verdict {
    case .answers: "✓"
    case .partlyShadowed: "◐"
    case .unreachable: "✗"
    case .ambiguous: "?"
    case .undecided: "…"
    }
  }

  private static func word(_ verdict: RouteMap.Verdict) -> Text {
    switch verdict {
    case .answers: Text(en: "answers", zh: "正常")
    case .partlyShadowed: Text(en: "natural URL taken", zh: "常用 URL 被截走")
    case .unreachable: Text(en: "unreachable", zh: "无法到达")
    case .ambiguous: Text(en: "either may answer", zh: "归属不确定")
    case .undecided: Text(en: "undecided", zh: "无法判定")
    }
  }

  private static func word(_ kind: RouteMap.Kind) -> Text {
    switch kind {
    case .exact: Text(en: "exact", zh: "精确匹配")
    case .priorityPrefix: Text(en: "prefix with priority", zh: "优先前缀")
    case .expression: Text(en: "variables or expression", zh: "变量或正则")
    case .prefix: Text(en: "prefix", zh: "前缀")
    }
  }
}
