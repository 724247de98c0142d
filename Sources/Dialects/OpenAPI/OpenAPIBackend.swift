import GatewayModel
import YAMLDocument

extension OpenAPIReader: SettingsReader {
  static let notesUnknownKeys = true

  /// Reads `x-apigw-backend`: a flat map of `CreateApi` fields with `ServiceConfig` nested in it.
  func readBackend(_ entry: Entry, use: NodeID?) {
    readFields(of: entry.value, level: .backend, use: use ?? entry.use)
  }
}
