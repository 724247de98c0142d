import GatewayModel
import GatewayRouting
import Linting
import SourceText

/// What a route map says of the paths of one file.
struct RouteCards {
  private let map: RouteMap
  private let language: Language

  init(_ project: Project, language: Language) {
    map = RouteMap(project)
    self.language = language
  }

  /// A route with the environments that it is in.
  private struct Entry {
    var route: RouteMap.Route
    var rivals: [RouteMap.Route]
    var environments: [RouteMap.Environment]
  }

  private func entries(inFile file: String) -> [Entry] {
    var entries: [Entry] = []
    var places: [String: Int] = [:]
    for service in map.services {
      for environment in service.environments {
        for route in environment.routes where route.location.file == file {
          let key = "\(route.location.range.start.offset) \(route.method)"
          if let place = places[key] {
            entries[place].environments.append(environment)
          } else {
            places[key] = entries.count
            let rivals = route.rivals.filter { $0 < environment.routes.count }.map { environment.routes[$0] }
            entries.append(Entry(route: route, rivals: rivals, environments: [environment]))
          }
        }
      }
    }
    return entries
  }

  /// One line for each route of a file, at its path.
  func lines(inFile file: String) -> [(span: ByteSpan, line: String)] {
    entries(inFile: file).map { entry in (entry.route.location.range.span, line(entry)) }.sorted { $0.0 < $1.0 }
  }

  private func line(_ entry: Entry) -> String {
    let route = entry.route
    let others = entry.rivals.prefix(2).map(\.path).joined(separator: ", ")
    switch route.verdict {
    case .unreachable:
      return Text(en: "\(route.method): unreachable, shadowed by \(others)", zh: "\(route.method)：无法到达，被 \(others) 遮蔽")[
        language]
    case .partlyShadowed:
      return Text(
        en: "\(route.method): \(route.witness) is answered by \(others)",
        zh: "\(route.method)：\(route.witness) 由 \(others) 响应")[
          language]
    case .ambiguous:
      return Text(
        en: "\(route.method): \(route.witness) may be answered by \(others)",
        zh: "\(route.method)：\(route.witness) 也可能由 \(others) 响应")[language]
    case .answers, .undecided:
      let base = entry.environments.lazy.flatMap(\.bases).first ?? ""
      return "\(route.method) \(base)\(route.path)"
    }
  }

  /// What there is to say about the routes whose path is a place in a file.
  func cards(inFile file: String, at span: ByteSpan) -> [String] {
    entries(inFile: file).filter { $0.route.location.range.span == span }.map { entry in
      let route = entry.route
      let urls = entry.environments.flatMap(\.bases).map { "- `\($0)\(route.path)`" }
      var paragraphs = [
        "**\(route.method) \(route.path)**" + (route.api.isEmpty ? "" : " (`\(route.api)`)"),
        urls.joined(separator: "\n"),
      ]
      if !route.backEnd.isEmpty {
        paragraphs.append(Text(en: "Back end: `\(route.backEnd)`", zh: "后端：`\(route.backEnd)`")[language])
      }
      if route.verdict != .answers { paragraphs.append(line(entry)) }
      return paragraphs.joined(separator: "\n\n")
    }
  }
}

extension EditorSession {
  /// Answers `textDocument/codeLens`: above each path the URL that leads there, or what takes it.
  mutating func codeLenses(_ parameters: DocumentParameters) -> JSONValue {
    let key = workspace.key(ofURI: parameters.textDocument.uri)
    guard let (project, _) = workspace.project(ofKey: key), let source = workspace.source(ofKey: key) else {
      return .array([])
    }
    let cards = RouteCards(project, language: language)
    return .array(
      cards.lines(inFile: key).map { span, line in
        .object([
          "range": client.encoding.range(of: span, in: source).json,
          "command": .object(["title": .string(line), "command": .string("")]),
        ])
      })
  }
}
