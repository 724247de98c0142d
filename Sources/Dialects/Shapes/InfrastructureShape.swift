import GatewayModel

extension DialectShape {
  /// How Terraform's JSON configuration is built: resources by type and name.
  static let terraform = DialectShape(
    dialect: .terraform,
    mappings: [
      MappingShape("configuration", [KeyShape("resource", nil, .mapping("types"))], others: .any),
      MappingShape(
        "types", ResourceKind.allCases.map { KeyShape($0.terraformType, nil, .mapping("named \($0)")) }, others: .any),
    ]
      // `//` is the key of a comment.
      + ResourceKind.allCases.map { kind in
        MappingShape("named \(kind)", [], others: .mappings("resource \(kind)", freePrefix: "//"))
      } + resources(.snake))

  /// How a Pulumi program in YAML is built: resources by name.
  static let pulumi = DialectShape(
    dialect: .pulumi,
    mappings: [
      MappingShape("program", [KeyShape("resources", nil, .mapping("resources"))], others: .any),
      MappingShape("resources", [], others: .mappings("resource", freePrefix: nil)),
      MappingShape(
        "resource",
        [
          KeyShape("type", nil, .words(ResourceKind.allCases.map(PulumiReader.type(of:)))),
          KeyShape("properties", nil, .mapping("resource \(ResourceKind.service)")),
        ], others: .any,
        variants: ResourceKind.allCases.map { kind in
          MappingShape.Variant(
            where: "type", is: kind.rawValue, KeyShape("properties", nil, .mapping("resource \(kind)")),
            reading: { PulumiReader.kind(of: $0)?.rawValue ?? "" })
        }),
    ] + resources(.camel))

  /// How a Crossplane manifest is built: one resource a document.
  static let crossplane: DialectShape = {
    let kinds = ResourceKind.allCases.filter { $0 != .function }
    return DialectShape(
      dialect: .crossplane,
      mappings: [
        MappingShape(
          "manifest",
          [KeyShape("kind", nil, .words(kinds.map(\.pascalName))), KeyShape("spec", nil, .mapping("spec service"))],
          others: .any,
          variants: kinds.map { kind in
            MappingShape.Variant(
              where: "kind", is: kind.pascalName, KeyShape("spec", nil, .mapping("spec \(kind)")))
          })
      ]
        + kinds.map { kind in
          MappingShape(
            "spec \(kind)", [KeyShape("forProvider", nil, .mapping("resource \(kind)"))], others: .any)
        } + resources(.camel))
  }()

  /// The resources with what stands in them. A provider has attributes that nothing is said of here.
  private static func resources(_ style: AttributeStyle) -> [MappingShape] {
    let resources = ResourceKind.allCases.map { kind in
      MappingShape(
        "resource \(kind)",
        kind.roles.map { KeyShape(style.spelled($0.attribute), $0.field) }
          + (kind.member.map { style.keys(of: $0.level) } ?? []), others: .any)
    }
    return resources
      + AttributeLevel.allCases.map { MappingShape("\($0)", style.keys(of: $0), others: .any) }
  }
}

extension AttributeStyle {
  /// The attributes of a level.
  fileprivate func keys(of level: AttributeLevel) -> [KeyShape] {
    level.attributes.map { field, name in KeyShape(spelled(name), field, level.value(of: field)) }
  }
}

extension AttributeLevel {
  fileprivate func value(of field: FieldName) -> ValueShape {
    if let (_, level) = nestedMappings.first(where: { $0.0 == field }) { return .mapping("\(level)") }
    if let (_, _, level) = nestedLists.first(where: { $0.0 == field }) { return .list(of: "\(level)") }
    return .plain
  }
}
