public import GatewayModel

extension DialectShape {
  /// How an OpenAPI document for the gateway's import is built, as far as the gateway reads it.
  public static let openAPI: DialectShape = {
    let prefix = String(decoding: OpenAPIReader.prefix, as: UTF8.self)
    return DialectShape(
      dialect: .openAPI,
      mappings: [
        MappingShape(
          "document",
          [KeyShape("openapi", .openAPIVersion), KeyShape("paths", .apiList, .mapping("paths"))],
          others: .any, required: ["openapi", "paths"]),
        MappingShape("paths", [], others: .mappings("pathItem", freePrefix: "x-")),
        MappingShape(
          "pathItem",
          [KeyShape("parameters", .requestParameters, .list(of: "parameter"))]
            + (OpenAPIReader.methods.union(["any", "x-apigw-any-method"])).sorted().map {
              KeyShape($0, .operation, .mapping("operation"), isPreferred: $0 != "begin")
            },
          others: .any),
        MappingShape(
          "operation",
          [
            KeyShape("operationId", .apiName), KeyShape("description", .apiDescription),
            KeyShape("parameters", .requestParameters, .list(of: "parameter")),
          ]
            + OpenAPIFacts.extensions.flatMap { known in
              ([known.key] + (known.otherSpelling.map { [$0] } ?? [])).map { key in
                KeyShape(key, known.field, value(of: known.field), isPreferred: key == known.key)
              }
            } + sources,
          others: .anyWithout(prefix: prefix)),
        MappingShape(
          "parameter",
          [
            KeyShape("name", .parameterName), KeyShape("in", .parameterPosition),
            KeyShape("required", .parameterRequired), KeyShape("description", .parameterDescription),
          ] + sources,
          others: .any),
        KeyLevel.backend.shape(), KeyLevel.conventionParameter.shape(), KeyLevel.requestConfig.shape(),
        KeyLevel.requestParameter.shape(),
      ] + KeyLevel.settings.map { $0.shape() })
  }()

  /// The raw source that an operation or a parameter may carry.
  private static let sources = CloudAPIFields.mapFromKeys.map { KeyShape($0, .mapFrom, isPreferred: $0 == "map_from") }

  private static func value(of field: FieldName) -> ValueShape {
    if field == .backend { return .mapping(KeyLevel.backend.shapeName) }
    if let (_, level) = KeyLevel.backend.nestedMappings.first(where: { $0.0 == field }) {
      return .mapping(level.shapeName)
    }
    if let (_, list) = KeyLevel.backend.nestedLists.first(where: { $0.0 == field }) {
      return .list(of: list.level.shapeName)
    }
    return .plain
  }
}
