import GatewayModel
import Linting
import SourceText
import YAMLDocument

/// An example's snippet as a whole document, and the ways in which the tests change it.
struct ExampleText {
  /// The text that is linted.
  var text: String
  /// Where the finding must begin; `nil` where the example does not say or the change moved it.
  var offset: Int?

  /// Completes a snippet: one with `paths:` but without a version becomes an OpenAPI document, one of sections a manifest.
  init(_ snippet: String, at marker: String?, dialect: Dialect) {
    let frame = Self.frame(around: snippet, dialect)
    text = frame + snippet + "\n"
    offset = marker.flatMap { marker in
      Self.offset(of: marker, in: snippet).map { $0 + frame.utf8.count }
    }
  }

  private static func frame(around snippet: String, _ dialect: Dialect) -> String {
    func hasLine(_ beginnings: String...) -> Bool {
      snippet.split(separator: "\n").contains { line in beginnings.contains { line.hasPrefix($0) } }
    }
    return switch dialect {
    case .openAPI where hasLine("paths:") && !hasLine("openapi:", "swagger:"):
      "openapi: 3.0.0\ninfo: {title: example, version: \"1.0.0\"}\n"
    case .manifest where !snippet.contains("gwlint:"): "gwlint: 1\n"
    default: ""
    }
  }

  private init(text: String, offset: Int?) {
    self.text = text
    self.offset = offset
  }

  private static func offset(of marker: String, in text: String) -> Int? {
    let bytes = Array(text.utf8)
    let needle = Array(marker.utf8)
    guard needle.count <= bytes.count else { return nil }
    return (0...bytes.count - needle.count).first { Array(bytes[$0..<$0 + needle.count]) == needle }
  }

  var bytes: [UInt8] { Array(text.utf8) }

  // MARK: Changes

  /// With non-ASCII text in front.
  var withNonASCIIPrefix: ExampleText {
    let prefix = "# 网关 😀 é ✓\n"
    return ExampleText(text: prefix + text, offset: offset.map { $0 + prefix.utf8.count })
  }

  /// With CRLF line ends.
  var withCarriageReturns: ExampleText {
    let changed = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let moved = offset.map { offset in offset + text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") } }
    return ExampleText(text: changed, offset: moved)
  }

  /// The whole document in flow style.
  var inFlowStyle: ExampleText? { rewritten(asJSON: false) }

  /// The document as JSON.
  var asJSON: ExampleText? { rewritten(asJSON: true) }

  private func rewritten(asJSON: Bool) -> ExampleText? {
    let yaml = YAMLDocument.parse(bytes)
    guard yaml.problem == nil, yaml.roots.count == 1 else { return nil }
    return ExampleText(text: FlowWriter(yaml: yaml, asJSON: asJSON).text(of: yaml.roots[0]) + "\n", offset: nil)
  }

  /// The value at the marked place written elsewhere, behind an anchor, and an alias in its place; `nil` where a key
  /// is marked that has no value of its own or the text is used by a merge.
  var anchored: ExampleText? {
    guard let offset else { return nil }
    let yaml = YAMLDocument.parse(bytes)
    guard yaml.problem == nil, var node = yaml.node(at: UInt32(offset)) else { return nil }
    if yaml.kind(node) == .mapping, let first = yaml.pairs(of: node).first(where: { _ in true }) { node = first.key }
    if yaml.isKey(node) {
      guard let parent = yaml.parent(of: node),
        let pair = yaml.pairs(of: parent).first(where: { $0.key == node })
      else { return nil }
      node = pair.value
    }
    let span = yaml.span(node)
    guard yaml.kind(node) != .alias, !span.isEmpty else { return nil }
    let value = FlowWriter(yaml: yaml, asJSON: false).text(of: node)
    var changed = Array(bytes)
    changed.replaceSubrange(span.range, with: Array("*shared".utf8))
    return ExampleText(
      text: "x-shared: &shared \(value)\n" + String(decoding: changed, as: UTF8.self), offset: nil)
  }

  /// With a suppression of a rule above the line that holds `offset`.
  func suppressing(_ rule: String, above offset: UInt32) -> ExampleText {
    let source = SourceText(bytes)
    let line = source.span(ofLine: source.line(at: offset))
    let indentation = source.bytes[line.range].prefix { $0 == 0x20 }
    var changed = source.bytes
    let comment = Array(indentation) + Array("# gwlint:disable-next-line \(rule) -- shown on purpose\n".utf8)
    changed.insert(contentsOf: comment, at: Int(line.start))
    return ExampleText(text: String(decoding: changed, as: UTF8.self), offset: nil)
  }
}

/// Writes a node in flow style, or as JSON.
struct FlowWriter {
  let yaml: YAMLDocument
  let asJSON: Bool

  func text(of node: NodeID) -> String {
    let node = yaml.resolved(node)
    switch yaml.kind(node) {
    case .mapping:
      let pairs = yaml.entries(of: node).map { key($0.key) + ": " + text(of: $0.value) }
      return "{" + pairs.joined(separator: ", ") + "}"
    case .sequence: return "[" + yaml.children(of: node).map { text(of: $0) }.joined(separator: ", ") + "]"
    case .scalar, .alias: return scalar(node)
    }
  }

  private func key(_ node: NodeID) -> String {
    quoted(yaml.string(node))
  }

  private func scalar(_ node: NodeID) -> String {
    switch yaml.resolve(node, schema: .core) {
    case .null: return asJSON ? "null" : "null"
    case .bool(let value): return value ? "true" : "false"
    case .integer, .float: return yaml.string(node)
    case .string: return quoted(yaml.string(node))
    }
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
