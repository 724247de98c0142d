import GatewayModel
import YAMLDocument

extension OpenAPIReader {
  /// Reads `x-apigw-backend`: a flat map of `CreateApi` fields with `ServiceConfig` nested in it.
  mutating func readBackend(_ entry: Entry, use: NodeID?) {
    readFields(of: entry.value, level: .backend, use: use ?? entry.use)
  }

  /// Reads the mappings and lists that stand in fields of the API that is open: each has keys of its own.
  mutating func readNestedSettings(use: NodeID?) {
    for (field, level) in Self.nestedMappings {
      if let (value, fieldUse) = builder.value(of: field) { readFields(of: value, level: level, use: use ?? fieldUse) }
    }
    for (field, kind, level) in Self.nestedLists {
      if let (value, fieldUse) = builder.value(of: field) {
        readList(value, kind: kind, level: level, use: use ?? fieldUse)
      }
    }
  }

  private static let nestedMappings: [(FieldName, KeyLevel)] = [
    (.serviceConfig, .serviceConfig), (.cosConfig, .cosConfig), (.loadBalance, .loadBalance),
    (.healthCheck, .healthCheck), (.oauthConfig, .oauthConfig),
  ]

  private static let nestedLists: [(FieldName, PartKind, KeyLevel)] = [
    (.microServices, .microService, .microService), (.serviceParameters, .serviceParameter, .serviceParameter),
    (.constantParameters, .constantParameter, .constant), (.responseErrorCodes, .responseErrorCode, .errorCode),
    (.base64Rules, .base64Rule, .base64Rule),
    (.conventionRequestParameters, .requestParameter, .conventionParameter),
  ]

  private mutating func readFields(of value: NodeID, level: KeyLevel, use: NodeID?) {
    let mapping = yaml.resolved(value)
    guard yaml.kind(mapping) == .mapping else { return }
    let use = use ?? (mapping == value ? nil : value)
    for entry in yaml.entries(of: mapping) {
      switch Self.table(of: level)[yaml.scalar(entry.key)] {
      case .field(let field): builder.set(field, value: entry.value, use: use ?? entry.use)
      case .passive: break
      case nil:
        builder.note(
          .unknownKey, key: entry.key, value: entry.value, use: use ?? entry.use, level: level.rawValue)
      }
    }
  }

  private mutating func readList(_ value: NodeID, kind: PartKind, level: KeyLevel, use: NodeID?) {
    let list = yaml.resolved(value)
    guard yaml.kind(list) == .sequence else { return }
    let listUse = use ?? (list == value ? nil : value)
    for item in yaml.children(of: list) {
      guard !builder.limitReached else { return }
      let node = yaml.resolved(item)
      let use = listUse ?? (node == item ? nil : item)
      builder.begin(kind, node: node, use: use, usesAlternateSpelling: level == .conventionParameter)
      readFields(of: item, level: level, use: use)
      builder.end()
    }
  }

  /// What a key of a known mapping means.
  enum KeyMeaning: Sendable {
    case field(FieldName)
    /// Known, but it says nothing that a rule asks for.
    case passive
  }

  static func table(of level: KeyLevel) -> KeyTable<KeyMeaning> { tables[Int(level.rawValue)] }

  private static let tables: [KeyTable<KeyMeaning>] = KeyLevel.allCases.map { level in
    func fields(_ list: [(FieldName, String)]) -> [(String, KeyMeaning)] { list.map { ($0.1, .field($0.0)) } }
    let mapFrom = OpenAPIFacts.mapFromKeys.map { ($0, KeyMeaning.field(.mapFrom)) }
    switch level {
    case .anywhere, .operation: return KeyTable([])
    case .backend:
      return KeyTable(
        fields(OpenAPIFacts.backendFields) + fields(OpenAPIFacts.createAPIFieldsInBackend)
          + OpenAPIFacts.passiveBackendKeys.map { ($0, .passive) })
    case .serviceConfig: return KeyTable(fields(OpenAPIFacts.serviceConfigFields))
    case .cosConfig: return KeyTable(fields(OpenAPIFacts.cosConfigFields))
    case .loadBalance: return KeyTable(fields(OpenAPIFacts.loadBalanceFields))
    case .healthCheck: return KeyTable(fields(OpenAPIFacts.healthCheckFields))
    case .oauthConfig: return KeyTable(fields(OpenAPIFacts.oauthFields))
    case .microService: return KeyTable(fields(OpenAPIFacts.microServiceFields))
    case .serviceParameter: return KeyTable(fields(OpenAPIFacts.serviceParameterFields) + mapFrom)
    case .constant: return KeyTable(fields(OpenAPIFacts.constantFields))
    case .conventionParameter: return KeyTable(fields(OpenAPIFacts.conventionParameterFields) + mapFrom)
    case .errorCode: return KeyTable(fields(OpenAPIFacts.errorCodeFields))
    case .base64Rule: return KeyTable(fields(OpenAPIFacts.base64RuleFields))
    }
  }
}
