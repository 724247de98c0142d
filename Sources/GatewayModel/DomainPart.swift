/// What the rules ask of a domain.
extension Part {
  /// Whether the domain's own path mappings count, and not the three default ones; `nil` where that is not known.
  ///
  /// Source: `BindSubDomain.IsDefaultMapping` [sdk]; the switches of the serverless components [component].
  public var usesOwnMappings: Bool? {
    switch facts.tool.mappingSwitch {
    case .customMapping: truth(.customMapping) ?? (self[.customMapping].isWritten ? nil : false)
    case .both: self[.customMapping].isWritten ? truth(.isDefaultMapping).map { !$0 } : false
    case .isDefaultMapping, nil: truth(.isDefaultMapping).map { !$0 }
    }
  }

  /// A truth value that is written or holds by default; `nil` for anything else.
  private func truth(_ name: FieldName) -> Bool? {
    let field = self[name]
    guard field.isAbsent || field.shape == .null else { return field.boolean }
    return facts.defaults[name].map { $0 == "true" }
  }
}
