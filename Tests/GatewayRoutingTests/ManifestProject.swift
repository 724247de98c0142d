import Engine
import GatewayModel
import GatewayRouting
import Rules
import Testing

/// A manifest with its APIs written in it, as a project.
enum ManifestProject {
  static func read(_ text: String) -> Project {
    let linter = Linter(rules: allRules)
    return linter.project(of: [
      InputText(display: "gateway.yaml", bytes: Array(("gwlint: 1\n" + text).utf8), isNamed: true)
    ])
  }

  static func trace(_ method: String, _ url: String, origin: String? = nil, in text: String) throws -> RequestTrace {
    RequestTrace(method: method, url: try TracedURL(url), origin: origin, in: read(text))
  }
}
