import GatewayModel
import YAMLDocument

extension EditorSession {
  /// Answers `textDocument/documentSymbol`: services with their routes, domains, plugins and plans.
  mutating func symbols(_ parameters: DocumentParameters) -> JSONValue {
    let key = workspace.key(ofURI: parameters.textDocument.uri)
    guard let (project, document) = workspace.project(ofKey: key) else { return .array([]) }
    let tree = project.parts(in: document).filter { $0.parent == nil }.compactMap { symbol($0) }
    if client.nestsSymbols { return .array(tree.map(\.nested)) }
    return .array(tree.flatMap { $0.flat(uri: parameters.textDocument.uri, in: nil) })
  }

  private func symbol(_ part: Part) -> Symbol? {
    let children = Self.shownKinds.flatMap { part.children($0) }.sorted { $0.id < $1.id }.compactMap { symbol($0) }
    let yaml = part.document.yaml
    let node = part.origin.node
    let range = client.encoding.range(of: yaml.span(node), in: yaml.source)
    let name = Self.name(of: part)
    let head = yaml.keyNode(ofValue: node).map { client.encoding.range(of: yaml.span($0), in: yaml.source) }
    let whole = head.map { LSPRange(start: $0.start, end: max($0.end, range.end)) } ?? range
    return Symbol(
      name: name.isEmpty ? part.document.file.split(separator: "/").last.map(String.init) ?? "-" : name,
      detail: part.kind == .api ? part[.apiName].text ?? "" : "", kind: Self.number(of: part.kind), range: whole,
      selection: head ?? LSPRange(start: range.start, end: range.start), children: children)
  }

  private static let shownKinds: [PartKind] = [.api, .domain, .plugin, .usagePlan, .apiKey, .app, .function, .upstream]

  private static func name(of part: Part) -> String {
    switch part.kind {
    case .api: "\(part[.method].text?.uppercased() ?? "?") \(part[.path].text ?? "?")"
    case .service: part[.serviceName].text ?? part[.serviceId].text ?? ""
    case .domain: part[.domainName].text ?? ""
    case .plugin: part[.pluginName].text ?? ""
    case .usagePlan: part[.usagePlanName].text ?? ""
    case .apiKey: part[.secretName].text ?? ""
    case .app: part[.appName].text ?? ""
    case .function: part[.declaredFunctionName].text ?? ""
    default: part[.upstreamName].text ?? ""
    }
  }

  /// The protocol's number for what comes nearest.
  private static func number(of kind: PartKind) -> Int {
    switch kind {
    case .service: 2
    case .api: 12
    case .apiKey: 20
    case .function: 6
    case .domain: 11
    default: 19
    }
  }
}

/// An entry of an editor's outline.
private struct Symbol {
  let name: String
  let detail: String
  let kind: Int
  let range: LSPRange
  let selection: LSPRange
  let children: [Symbol]

  var nested: JSONValue {
    .object([
      "name": .string(name), "detail": .string(detail), "kind": .int(kind), "range": range.json,
      "selectionRange": selection.json, "children": .array(children.map(\.nested)),
    ])
  }

  func flat(uri: String, in container: String?) -> [JSONValue] {
    let own: JSONValue = .object([
      "name": .string(name), "kind": .int(kind),
      "location": .object(["uri": .string(uri), "range": range.json]),
      "containerName": container.map { .string($0) },
    ])
    return [own] + children.flatMap { $0.flat(uri: uri, in: name) }
  }
}

extension LSPPosition: Comparable {
  /// Orders by line, then by character.
  static func < (left: LSPPosition, right: LSPPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}
