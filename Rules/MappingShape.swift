import GatewayModel
import YAMLDocument

extension Field {
  /// Whether a mapping without any entry is written.
  var isEmptyMapping: Bool {
    guard shape == .mapping, let origin else { return false }
    return part.project.document(origin.document).yaml.entries(of: origin.node).isEmpty
  }

  /// Whether what YAML reads as a mapping is a placeholder in double braces without quotes: `{{ key }}`.
  var isTemplateInBraces: Bool {
    guard shape == .mapping, let origin else { return false }
    let yaml = part.project.document(origin.document).yaml
    return yaml.pairs(of: origin.node).contains { yaml.kind($0.key) == .mapping }
  }
}
