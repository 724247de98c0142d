import GatewayModel
import Linting
import YAMLDocument

extension Field {
  /// The step that writes a value into the field, whether something is written there, nothing, or the field is a key.
  func replacement(_ value: MendValue) -> MendStep {
    guard let origin else { return .insert(name, value, part.id) }
    if let separator = part.facts.mappingSeparator, case .string(let text) = value {
      let sign = String(UnicodeScalar(separator))
      if name == .mappingPath { return .set(origin, .string(text + sign + (part[.mappingEnvironment].text ?? ""))) }
      if name == .mappingEnvironment { return .set(origin, .string((part[.mappingPath].text ?? "") + sign + text)) }
    }
    let isKey = part.project.document(origin.document).yaml.isKey(origin.node)
    if isKey, case .string(let text) = value { return .renameKey(origin, text) }
    return .set(origin, value)
  }
}
