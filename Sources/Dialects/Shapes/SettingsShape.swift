import GatewayModel

extension KeyLevel {
  /// The name of the mapping in a shape.
  var shapeName: String { "\(self)" }

  /// The mapping with the keys that its level reads.
  func shape(adding extra: [KeyShape] = [], others: MappingShape.OtherKeys = .none) -> MappingShape {
    // Of several spellings the first is the one to write.
    var seen: Set<FieldName> = []
    let known = table.keys.map { key in
      if case .field(let field) = table[Array(key.utf8)[...]] {
        KeyShape(key, field, value(of: field), isPreferred: seen.insert(field).inserted)
      } else {
        KeyShape(key, nil)
      }
    }
    return MappingShape(shapeName, known + extra, others: others)
  }

  private func value(of field: FieldName) -> ValueShape {
    if let (_, level) = nestedMappings.first(where: { $0.0 == field })
      ?? Self.innerMappings.first(where: { $0.0 == field })
    {
      return .mapping(level.shapeName)
    }
    if let (_, list) = nestedLists.first(where: { $0.0 == field }) { return .list(of: list.level.shapeName) }
    return field == .backendConfig ? .mappingOrText(KeyLevel.backendConfig.shapeName) : .plain
  }

  /// Mappings that stand in mappings of an API, and not on it.
  private static let innerMappings: [(FieldName, KeyLevel)] = [(.cosConfig, .cosConfig)]

  /// The levels of an API's settings, without the one that they stand on.
  static let settings: [KeyLevel] = [
    .serviceConfig, .cosConfig, .loadBalance, .healthCheck, .oauthConfig, .microService, .serviceParameter, .constant,
    .errorCode, .base64Rule,
  ]
}
