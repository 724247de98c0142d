public import GatewayModel
public import YAMLDocument

/// What a file turned out to be.
public enum Recognition: Sendable, Hashable {
  /// A gateway definition.
  case gateway(Dialect)
  /// An OpenAPI document without any `x-apigw-*` key: linted when it is named, passed over in a folder.
  case plainOpenAPI
  /// Something else.
  case other
}

/// The file formats that gwlint reads.
public enum Dialects {
  /// Tells what a file is, by its content alone.
  /// - Complexity: O(n) in the number of keys of an OpenAPI document without `x-apigw-*` keys, else far less.
  public static func recognise(_ yaml: YAMLDocument) -> Recognition {
    for root in yaml.roots where yaml.kind(root) == .mapping {
      let recognition = recognise(root, in: yaml)
      if recognition != .other { return recognition }
    }
    return .other
  }

  private static func recognise(_ root: NodeID, in yaml: YAMLDocument) -> Recognition {
    let hasVersion = yaml.value(of: root, key: "openapi") != nil || yaml.value(of: root, key: "swagger") != nil
    guard hasVersion || yaml.value(of: root, key: "paths") != nil else { return .other }
    if yaml.hasKey(withPrefix: "x-apigw-", below: root) { return .gateway(.openAPI) }
    return hasVersion ? .plainOpenAPI : .other
  }

  /// Reads a file into the model.
  /// - Parameters:
  ///   - yaml: its syntax tree.
  ///   - dialect: what it was recognised as.
  ///   - file: its name in outputs.
  public static func read(_ yaml: YAMLDocument, as dialect: Dialect, file: String) -> DocumentModel {
    OpenAPIReader.read(yaml, file: file)
  }
}
