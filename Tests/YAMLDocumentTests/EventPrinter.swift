import SourceText
import YAMLDocument

/// Prints a document as the events that the YAML test suite gives, document markers apart.
func events(of document: YAMLDocument) -> [String] {
  var lines: [String] = []
  func properties(_ node: NodeID) -> String {
    let anchor = document.anchor(node).map { " &\($0)" } ?? ""
    return anchor + (document.tag(node).map { " <\($0)>" } ?? "")
  }
  func visit(_ node: NodeID) {
    switch document.kind(node) {
    case .scalar:
      let mark: String
      switch document.style(node) {
      case .plain: mark = ":"
      case .singleQuoted: mark = "'"
      case .doubleQuoted: mark = "\""
      case .literal: mark = "|"
      case .folded: mark = ">"
      }
      lines.append("=VAL\(properties(node)) \(mark)\(escaped(document.string(node)))")
    case .alias:
      lines.append("=ALI " + document.source.string(document.span(node)))
    case .mapping:
      lines.append("+MAP\(document.isFlow(node) ? " {}" : "")\(properties(node))")
      for child in document.children(of: node) { visit(child) }
      lines.append("-MAP")
    case .sequence:
      lines.append("+SEQ\(document.isFlow(node) ? " []" : "")\(properties(node))")
      for child in document.children(of: node) { visit(child) }
      lines.append("-SEQ")
    }
  }
  for root in document.roots { visit(root) }
  return lines
}

private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    case "\u{8}": result += "\\b"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
